#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "diag/collector.h"

namespace matter {

/// A finding whose place lies in the standard entry that the matter takes the value from.
struct Inherited {
  Diagnostic finding;  ///< as the rule made it, `matter` being the local matter
  std::string entry;   ///< identity of the standard entry
  Location binding;    ///< where the local matter names the entry
};

/// One fault of a standard entry is one finding, however many matters take it over: it is the entry's,
/// and a note names the first matter and counts the others.
class InheritedFindings {
 public:
  /// In file order.
  void add(Inherited&& one);
  /// Puts them behind `findings`; where the entry itself was checked and has the same finding, that one
  /// gets the note.
  void merge_into(std::vector<Diagnostic>& findings, Lang lang);

 private:
  struct Group {
    Inherited first;
    std::size_t count = 0;
  };
  using Key = std::tuple<SourceId, std::uint32_t, std::uint32_t, std::string_view, std::string>;
  [[nodiscard]] static Key key_of(const Diagnostic& d);

  std::vector<Group> groups_;
  std::map<Key, std::size_t> group_of_;
};

}  // namespace matter
