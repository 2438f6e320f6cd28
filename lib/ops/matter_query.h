#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checks/rule.h"
#include "model/matter.h"
#include "text/name_pattern.h"

namespace matter {

/// Which matters are meant; what is given must hold all at once. Words and names mean whatever contains them, as it is
/// written or by the initials of its pinyin (NamePattern).
struct MatterQuery {
  std::vector<std::string> words;  ///< each in the names, the agency's name or, where it has a digit, a code
  std::string name;                ///< of the matter: 事项, 主项, 子项, 办理项, short and common names
  std::string code;                ///< a part of any of its codes; of a standard entry with or without `@version`
  std::string agency;              ///< a part of its name, or the whole code
  std::string mode;                ///< a part of a 办理形式 or 通办方式
  std::string level;               ///< canonical name
  std::string type;                ///< canonical name of the 事项类型
  std::optional<Families> family;

  [[nodiscard]] bool empty() const;
};

/// The families that people call so, in Chinese or by a key: 许可, licence … Nothing where it is none.
[[nodiscard]] std::optional<Families> families_called(std::string_view text);
/// What `families_called` knows, as data: the name, and the same as a key.
struct FamilyWord {
  std::string_view name, key;
  Families set;
};
[[nodiscard]] std::span<const FamilyWord> family_words();

/// The 通办方式 of a matter's lists: canonical names, each once.
[[nodiscard]] std::vector<std::string_view> tongban_modes_of(const Matter& m);
/// How a matter is handled: the 办理形式 that are certainly offered, then the 通办方式 of its lists. Canonical names,
/// each once.
[[nodiscard]] std::vector<std::string_view> modes_of(const Matter& m);

/// A query made ready to be held against many matters.
class MatterFilter {
 public:
  explicit MatterFilter(const MatterQuery& query);
  [[nodiscard]] bool holds(const MatterView& view);

 private:
  [[nodiscard]] bool named(const Matter& m, const NamePattern& pattern);
  [[nodiscard]] bool of_agency(const Matter& m) const;
  [[nodiscard]] bool coded(const MatterView& view, const NamePattern& pattern) const;
  [[nodiscard]] bool handled(const Matter& m) const;

  struct Word {
    NamePattern pattern;
    bool code = false;  ///< may be a part of one
  };

  const MatterQuery& query_;
  std::vector<Word> words_;
  NamePattern name_, code_, agency_, mode_;
  std::string agency_code_;
};

}  // namespace matter
