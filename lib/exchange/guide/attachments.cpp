#include "exchange/guide/attachments.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include "text/read_file.h"

namespace matter {

namespace {

namespace fs = std::filesystem;

/// What nothing runs that opens it from a site: no page, no script, no drawing that holds one.
constexpr std::array<std::string_view, 10> kinds = {".pdf", ".doc",  ".docx", ".xls", ".xlsx",
                                                    ".jpg", ".jpeg", ".png",  ".gif", ".bmp"};

bool may_leave(const fs::path& path) {
  std::string kind = path.extension().string();
  std::transform(kind.begin(), kind.end(), kind.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// The file itself, all links resolved; nothing where it is none, or does not lie below `root`, itself resolved.
std::optional<fs::path> inside(const fs::path& wanted, const fs::path& root) {
  std::error_code none;
  const fs::path real = fs::canonical(wanted, none);
  if (none || !fs::is_regular_file(real, none) || none || !may_leave(real)) return std::nullopt;
  if (std::mismatch(root.begin(), root.end(), real.begin(), real.end()).first != root.end()) return std::nullopt;
  if (fs::file_size(real, none) > most_attachment_bytes || none) return std::nullopt;
  return real;
}

std::optional<fs::path> find(std::string_view written, std::string_view file, const Catalog* catalog) {
  if (written.empty() || written.find_first_of("\\:\n") != std::string_view::npos) return std::nullopt;
  const fs::path wanted(written);
  if (wanted.is_absolute()) return std::nullopt;
  std::error_code none;
  const fs::path beside = fs::path(file).parent_path().empty() ? fs::path(".") : fs::path(file).parent_path();
  const bool configured = catalog != nullptr && catalog->config_file != nullptr;
  const fs::path top = configured ? fs::path(catalog->root) : beside;
  const fs::path root = fs::canonical(top, none);
  if (none) return std::nullopt;
  for (const fs::path& from : {beside, top})
    if (auto found = inside(from / wanted, root)) return found;
  if (!configured) return std::nullopt;
  for (const Text& standard : catalog->config.standards) {
    const fs::path folder = fs::canonical(top / fs::path(standard.text), none);
    if (none || !fs::exists(folder / "catalog.yaml", none)) continue;
    if (auto found = inside(folder / wanted, folder)) return found;
  }
  return std::nullopt;
}

}  // namespace

std::string find_attachment(std::string_view written, std::string_view file, const CatalogContext& context) {
  const auto found = find(written, file, context.catalog);
  return found ? found->string() : std::string();
}

std::string Attachments::place(const std::string& found, bool sample) {
  std::string& name = given_[{found, sample}];
  if (!name.empty()) return name;
  const fs::path path(found);
  const std::string suffix = std::string(sample ? ".sample" : "").append(path.extension().string());
  name = "files/" + names_.make(path.stem().string(), suffix);
  ExportFile& made = files_.emplace_back();
  made.name = name;
  made.table = "files";
  made.sample = sample;
  made.whole = true;
  read_file(found, made.pending);
  return name;
}

}  // namespace matter
