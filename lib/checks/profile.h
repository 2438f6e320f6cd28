#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "diag/collector.h"
#include "model/path.h"
#include "model/value.h"
#include "text/source.h"

namespace matter {

/// How an element is compared; schemas/standards/README.md says what each is for.
enum class Comparison : std::uint8_t { text, code, value, limit, set, sequence, items, fees, offers };
[[nodiscard]] std::string_view name(Comparison comparison);

/// What is better than the standard.
enum class Better : std::uint8_t { same, less, more };

/// An element as a profile writes it.
struct ElementSpec {
  Mark mark;
  Text id, label;
  List<Text> paths;
  Text compare, direction;
  List<Named> levels;
  Flag blocks;
  Flag reason;
};

/// A profile as it is written.
struct ProfileSpec {
  Mark mark;
  Count format;
  Text id, label, status;
  List<Text> sources;
  List<ElementSpec> elements;
};

template <>
const Table* table_of<ElementSpec>();
template <>
const Table* table_of<ProfileSpec>();

struct Element {
  std::string_view id, label;
  std::vector<FieldPath> paths;  ///< never empty
  Comparison comparison = Comparison::text;
  Better better = Better::same;
  std::vector<std::string_view> levels;  ///< canonical names; empty: all
  bool blocks = false;
  /// What falls short of the standard and gives its reason (`binding.kept`) is told as an info, the verdict stays.
  bool reason = false;
  Location at;

  /// Of a level's canonical name; of a matter without a level, always.
  [[nodiscard]] bool applies(std::string_view level) const;
};

/// What is compared between the levels of one matter: read, checked, paths resolved. Views point into the text,
/// which it keeps.
struct Profile {
  std::string_view id, label;
  bool verified = false;  ///< read in a published text
  std::vector<Element> elements;

  SourceId source = no_source;
  ProfileSpec spec;
  std::string text;
  Document document;
  Arena arena;

  Profile() = default;
  Profile(const Profile&) = delete;
  Profile& operator=(const Profile&) = delete;
};

/// Where a catalog says nothing.
inline constexpr std::string_view usual_profile = "fj-5x15";

/// Ids of the profiles that are compiled in, in order.
[[nodiscard]] std::vector<std::string_view> known_profiles();

/// Reads a profile. Null, and findings at their places, when it is no good. Throws std::system_error when the source
/// cannot be read.
[[nodiscard]] std::shared_ptr<const Profile> read_profile(SourceId source, const Sources& sources, Collector& findings);
/// One that is compiled in; null when there is none of this id.
[[nodiscard]] std::shared_ptr<const Profile> find_profile(std::string_view id, Sources& sources, Collector& findings);
/// The profile that a catalog names: an id, or a file relative to catalog.yaml; `usual_profile` where it names none.
/// Null, and a finding, when there is no such profile.
[[nodiscard]] std::shared_ptr<const Profile> profile_of(const Catalog& catalog, Sources& sources, Collector& findings);

/// Gives each catalog its profile; catalogs of the same one share it. What they point to is in the result.
[[nodiscard]] std::vector<std::shared_ptr<const Profile>> choose_profiles(std::span<CatalogContext> catalogs,
                                                                          Sources& sources, Collector& findings);

}  // namespace matter
