#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/citation.h"
#include "ops/matter_query.h"
#include "ops/run.h"
#include "text/source.h"

namespace matter {

/// In which order matters are told; those that are alike stay in file order.
enum class FoundOrder : std::uint8_t { place, name, code, agency, level };

/// What is looked for; what is given must hold all at once. Where nothing is given, every matter is found.
struct FindQuery {
  MatterQuery of;
  std::string basis;  ///< title of a law or document, in 《》 or not, or its number (示例发〔2020〕6号)
  std::optional<Article> article;
  std::string material;  ///< a material it asks for, found as a name is
  FoundOrder order = FoundOrder::place;

  [[nodiscard]] bool empty() const { return of.empty() && basis.empty() && material.empty(); }
};

/// How sure it is that a place is meant.
enum class Certainty : std::uint8_t {
  named,        ///< it names the law (and the article, where one was asked for)
  own,          ///< it gives an article only (第七条), and the matter has no other law that it could mean
  unspecified,  ///< an article was asked for, and the place names the law without one
};

struct FoundPlace {
  std::string field;  ///< `materials[营业执照].basis`
  std::string label;  ///< 申请材料[营业执照] › 材料依据
  std::string said;   ///< the value as written; of an entry of 设定依据 its title and article
  Certainty certainty = Certainty::named;
  Location at;
  bool inherited = false;  ///< taken from the standard entry: `at` is there
};

struct FoundMatter {
  std::string identity, name, level, agency, catalog;
  std::string type, status;  ///< canonical names of 事项类型 and 事项状态; empty where they are not given
  Family family = Family::unknown;
  std::vector<std::string> modes;  ///< `modes_of`
  Location at;                     ///< the entry
  bool standard = false, sample = false;
  std::string entry;  ///< the standard entry that it takes over from, as reports call it; may be empty
  std::vector<FoundPlace> places;
};

struct FindResult {
  FindQuery asked;
  std::vector<FoundMatter> found;    ///< in the order that was asked for
  std::vector<std::string> nearest;  ///< where no law was found: the titles most like it
  std::size_t matters = 0, files = 0;
  std::size_t damaged = 0;  ///< files that could not be read whole: there may be more in them
};

/// Looks through the effective matters below the paths: what a matter takes over from its standard entry counts, and
/// tells where it stands. A law is found among the bases (设定依据) and in every other field that cites it.
/// Throws std::system_error for what does not exist or cannot be read.
[[nodiscard]] FindResult find(const FindQuery& query, const std::vector<std::string>& paths, const RunOptions& options,
                              Sources& sources);

}  // namespace matter
