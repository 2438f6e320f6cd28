#include "generate.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <system_error>
#include <vector>

#include "matter_text.h"
#include "text/embedded.h"

namespace matter::bench {

namespace {

struct Level {
  std::string_view folder, name, title;
  char digit = '3';
  unsigned share = 0;  ///< percent of the local files
  std::vector<std::string> regions;
};

/// Regions below 3502 of the compiled-in table, by level: city, districts, streets, communities.
std::vector<Level> levels() {
  std::vector<Level> all = {{"city", "市级", "示例市", '3', 5, {}},
                            {"district", "县级", "示例区", '4', 20, {}},
                            {"street", "镇(乡、街道)级", "示例街道", '5', 40, {}},
                            {"community", "村(社区)级", "示例社区", '6', 35, {}}};
  std::string_view table = embedded("regions.csv").value_or("");
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    const std::string_view code = table.substr(0, std::min<std::size_t>(end, 12));
    table.remove_prefix(std::min(end + 1, table.size()));
    if (!code.starts_with("3502") || code.size() != 12) continue;
    const bool community = code.substr(9) != "000";
    const bool street = !community && code.substr(6) != "000000";
    const bool district = !community && !street && code.substr(4) != "00000000";
    all[community ? 3 : street ? 2 : district ? 1 : 0].regions.emplace_back(code);
  }
  return all;
}

class Writer {
 public:
  Writer(std::filesystem::path out, const GenerateOptions& options) : out_(std::move(out)), options_(options) {}

  Generated run();

 private:
  void write(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (!file) throw std::system_error(errno, std::generic_category(), path.string());
    done_.bytes += text.size();
  }

  void config(std::string_view folder, std::string_view title, std::string_view role, std::string_view level,
              std::string_view region, std::string_view standards) {
    write(out_ / folder / "catalog.yaml",
          fmt::format("# 示例目录，非正式文本\nformat: 1\nname: {}{}\nsample: 是\nrole: {}\nlevel: {}\nregion: "
                      "\"{}\"\n{}",
                      title, role, role, level, region, standards));
  }

  void level(const Level& level, std::size_t count);

  [[nodiscard]] test::Random random_for(std::size_t number) const {
    return test::Random(options_.seed * 0x9E3779B97F4A7C15ULL + number);
  }

  std::filesystem::path out_;
  const GenerateOptions& options_;
  std::size_t entries_ = 0;
  std::size_t number_ = 0;
  Generated done_;
};

void Writer::level(const Level& level, std::size_t count) {
  if (count == 0 || level.regions.empty()) return;
  config(level.folder, level.title, "实施清单", level.name, level.regions[0], "standards: [../province]\n");
  for (std::size_t i = 0; i < count; ++i, ++number_) {
    const std::size_t place = i % level.regions.size();
    const std::size_t turn = i / level.regions.size();
    const EntryKind entry = entry_kind(turn % entries_);
    Office office;
    office.region = level.regions[place];
    const std::size_t agency = level.digit == '3' ? 0 : place + static_cast<std::size_t>(level.digit - '0') * 10000;
    office.code = agency_code(office.region, agency);
    office.name = fmt::format("{}办事机关{}（示例）", level.title, place + 1);
    office.level = level.name;
    office.level_digit = level.digit;
    test::Random random = random_for(number_);
    const bool edited = random.below(100) < options_.change;
    done_.changed += edited ? 1U : 0U;
    write(out_ / level.folder / office.region / fmt::format("{}-{:02}.yaml", entry.basic_code, turn / entries_ + 1),
          local_text(entry, office, turn / entries_, random, edited));
  }
}

Generated Writer::run() {
  if (std::filesystem::exists(out_)) {
    throw std::system_error(EEXIST, std::generic_category(), out_.string());
  }
  entries_ = std::clamp<std::size_t>(options_.files / 50, 1, entry_kinds());
  config("province", "示例省", "标准化目录", "省级", "350000000000", "");
  for (std::size_t i = 0; i < entries_; ++i, ++number_) {
    const EntryKind entry = entry_kind(i);
    write(out_ / "province" / (entry.basic_code + ".yaml"), standard_text(entry, random_for(number_)));
  }
  const std::size_t local = options_.files > entries_ ? options_.files - entries_ : 0;
  std::size_t left = local;
  std::vector<Level> all = levels();
  for (Level& one : all) {
    const bool last = &one == &all.back();
    const std::size_t count = last ? left : std::min(left, local * one.share / 100);
    level(one, count);
    left -= count;
  }
  done_.files = number_;
  return done_;
}

}  // namespace

Generated generate(const std::filesystem::path& out, const GenerateOptions& options) {
  return Writer(out, options).run();
}

}  // namespace matter::bench
