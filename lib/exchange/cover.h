#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/losses.h"
#include "exchange/mapping.h"

namespace matter {

/// A field that is no record, and whether anything carries it.
struct CoveredField {
  FieldPath path;
  bool carried = false;
};

/// Which fields of a matter the columns of some tables carry, as a tree beside the field tables.
/// What is given and not carried becomes a loss, one a field and matter.
class Cover {
 public:
  Cover();
  /// What this table's columns carry. A row is not there where its list is 无; `pages` say so of any list that should.
  void add(const MappedTable& table, bool pages = false);
  /// Every field that is given (or 无) and not carried.
  void report(const Matter& m, LossRecorder& losses);
  /// All fields in canonical order; records are told by theirs.
  [[nodiscard]] std::vector<CoveredField> fields() const;

 private:
  struct Place {
    const Field* field = nullptr;
    std::string path;
    bool carried = false;    ///< with everything below
    bool none_told = false;  ///< at least that there is none
    bool met = false;        ///< a column is filled where it is 无, and says so or tells the loss
    std::vector<Place> below;
    std::uint32_t values = 0;  ///< of the current matter
  };
  static void fill(const Table& table, const std::string& prefix, std::vector<Place>& into);
  Place& place_of(const FieldPath& path);
  void carry(const FieldPath& path, const Field* below);
  void meet(const FieldPath& path);
  void add_source(const Column& column);
  void count(std::vector<Place>& places, const void* record);
  void count_value(Place& place, const void* value);
  static void list(const std::vector<Place>& places, bool carried, FieldPath path, std::vector<CoveredField>& into);
  static void flush(std::vector<Place>& places, LossRecorder& losses);

  std::vector<Place> places_;
  FieldPath each_;    // of the table whose columns are added: of its list being 无 no row tells
  bool any_ = false;  // value of the current matter that is not carried
};

}  // namespace matter
