#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/mapping.h"
#include "model/matter.h"
#include "ops/export.h"
#include "ops/import.h"
#include "ops/import_into.h"

namespace matter::test {

/// The texts of all files below a folder, by their paths in it.
using Texts = std::map<std::string, std::string>;
[[nodiscard]] Texts texts_in(const std::filesystem::path& folder);

/// On a fixed day.
ExportResult export_to(const std::filesystem::path& from, std::string_view to, const std::filesystem::path& out,
                       std::string_view medium = {});
/// Into a new catalog.
ImportResult import_from(const std::filesystem::path& from, std::string_view platform,
                         const std::filesystem::path& out);
ImportPlan import_into_catalog(const std::filesystem::path& file, std::string_view from,
                               const std::filesystem::path& into, bool write = true);

/// A matter in canonical form.
[[nodiscard]] std::string json_of(const Matter& m);

/// A mapping that comes with the program.
[[nodiscard]] std::unique_ptr<Mapping> mapping_of(std::string_view platform);

/// How a platform that goes both ways says its matters, which is how they are held against each other.
enum class Form : std::uint8_t {
  rows,         ///< tables with a row for each matter
  whole_model,  ///< all that the model has
  documents,    ///< a file or object for each matter
  families      ///< tables that belong together
};
/// The platforms that go both ways, of one form: every one is of exactly one.
[[nodiscard]] std::vector<std::string> both_ways(Form form);

/// A platform in one of its media.
struct BothWays {
  std::string platform;
  std::string medium;
  bool for_public = false;
  bool documents = false;  ///< a file for each matter
  bool standard = false;   ///< entries of standard catalogs
};
/// Those that come into a catalog that is there: rows and the whole model. Documents and families come into a new
/// catalog only, see contract/documents_test.cpp and contract/families_test.cpp.
[[nodiscard]] std::vector<BothWays> platforms_of_both_ways();
/// Platforms of tables that belong together, in the media that come back as files.
[[nodiscard]] std::vector<BothWays> families_of_both_ways();

/// What an import of an export takes: the folder, or of a whole model its one file (of samples where there is that).
[[nodiscard]] std::filesystem::path importable(const std::filesystem::path& exported, const BothWays& platform);

}  // namespace matter::test
