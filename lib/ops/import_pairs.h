#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "exchange/ids.h"
#include "model/matter.h"

namespace matter {

/// What a document knows its matter by, where no column joins them: its code, else its names and its agency (behind a
/// line break). Of an entry without its version, which platforms do not have.
[[nodiscard]] std::string document_key(const Matter& m, bool standard);

/// Stands for all that a matter says.
[[nodiscard]] ContentId print_of(const Matter& m);

/// Documents that came and matters of the catalog: which is of which. Several may have the same key: versions of an
/// entry, 业务办理项 under one 实施编码. Then what is the same belongs together; of what is left, the file that an
/// export would name so; what came alone for an entry is its newest version.
class ImportPairs {
 public:
  static constexpr std::size_t none = ~std::size_t{0};

  /// One that came, in order; `file` is its path.
  void add_came(const std::string& key, ContentId print, std::string file);
  /// What a matter of the catalog would come back as, in order; `file` is the name that an export gives it.
  void add_matter(const std::string& key, ContentId print, std::string file, std::int64_t version);

  /// When all are there. The numbers of those that came and cannot be told apart from others.
  [[nodiscard]] std::vector<std::size_t> settle(bool standards);

  /// What came for the n-th matter; `none` where nothing did.
  [[nodiscard]] std::size_t came_for(std::size_t matter) const { return came_for_.at(matter); }
  /// Whether something came under the key of the n-th matter, be it for another version.
  [[nodiscard]] bool key_came(std::size_t matter) const { return key_came_.at(matter); }

 private:
  struct One {
    std::size_t number;
    ContentId print;
    std::string file;
    std::int64_t version = 0;
  };
  struct Group {
    std::vector<One> came, matters;
  };
  void pair(Group& group, std::size_t came, std::size_t matter);
  void pair_the_same(Group& group);
  void pair_files(Group& group);

  std::map<std::string, Group> groups_;
  std::size_t came_ = 0;
  std::vector<std::size_t> came_for_;
  std::vector<bool> key_came_;
};

}  // namespace matter
