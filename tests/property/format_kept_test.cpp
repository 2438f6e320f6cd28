#include <doctest/doctest.h>

#include <filesystem>

#include "change/merge.h"
#include "doc/yaml.h"
#include "edit/field_edit.h"
#include "edit/field_value.h"
#include "ops/format.h"
#include "ops/import.h"
#include "ops/set.h"
#include "style/format.h"
#include "support/matter_generator.h"
#include "support/read_text.h"
#include "support/shared.h"
#include "support/text_edits.h"
#include "support/tree.h"

namespace matter {

namespace {

using namespace test;

/// The canonical text of a matter; empty where it cannot be formatted.
std::string canonical(const std::string& text) {
  Document doc;
  Collector findings(Lang::en);
  read_yaml(text, 0, doc, findings);
  const Formatted done = Formatter().format(doc, *table_of<Matter>(), {}, Lang::en);
  if (done.state == Formatted::State::canonical) return text;
  return done.state == Formatted::State::changed ? done.edited.text : std::string{};
}

FormatResult check_files(const std::string& path) {
  Sources sources;
  FormatRequest request;
  request.paths = {path};
  return format_files(request, {}, sources);
}

}  // namespace

TEST_CASE("format: the sample catalogs are canonical, but for those that must be as they are") {
  const FormatResult result = check_files(in_repository("catalogs").string());
  CHECK(result.canonical > 100);
  for (const FormatFile& file : result.files) {
    const std::string name = std::filesystem::path(file.path).filename().string();
    CHECK_MESSAGE(name.starts_with("yaml-"), file.path);
    CHECK_MESSAGE(file.state == Formatted::State::refused, file.path);
  }
}

TEST_CASE("format: what importing writes is canonical") {
  const Tree tree;
  const auto import = [&](const std::string& file, const std::string& out) {
    Sources sources;
    ImportOptions options;
    options.file = file;
    options.from = "gd-hall-2021";
    options.out = tree.path(out);
    options.keep_going = true;
    REQUIRE(import_catalog(options, {}, sources).written);
    const FormatResult result = check_files(tree.path(out));
    CHECK(result.canonical > 1);
    for (const FormatFile& changed : result.files)
      CHECK_MESSAGE(changed.after == changed.before, changed.path, " ", changed.refusal.message);
  };
  import(in_repository("catalogs/import/gd-hall-2021.jsonl").string(), "samples");
  if (const auto shared = shared_data_or_say("format: what importing writes is canonical"))
    import((*shared / "data/guangdong_2021/policy.jsonl").string(), "published");
}

TEST_CASE("format: setting values keeps a canonical file canonical") {
  constexpr std::pair<const char*, const char*> settings[] = {
      {"limits.promised", "5工作日"},
      {"limits.promised_note",
       "自受理之日起计算，不含听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审所需的时间，另行告知"},
      {"fees", "[{name: 工本费, amount: 10 元/本}]"},
      {"fees", "无"},
      {"materials[+]", "{name: 新材料, form: 纸质}"},
      {"conditions[+]", "有: 冒号 #号"},
      {"channels.online.url", "https://example.gov.cn/x"},
      {"channels.visits", "1"},
      {"handling", "yes"},
      {"local_code", "A-17"},
      {"local_code", "0017"},
      {"effective", "2026年1月2日"},
      {"clients", "[个人, 企业法人]"},
      {"agency.name", "示例省示例市示例区示例街道人力资源和社会保障事务服务中心综合窗口管理办公室（示例单位名称）"},
      {"contacts.consult", "0592-1000099"},
      {"type", "许可"},
  };
  std::size_t changed = 0;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    Random random(seed);
    const std::string text = canonical(write_yaml(random_matter(random, {.extra = false}), random));
    REQUIRE(!text.empty());
    const Tree tree;
    const std::string path = tree.add("a.yaml", text);
    const auto read = read_text(text);
    const auto& setting = random.pick(settings);
    const auto& field = setting.first;
    const auto& value = setting.second;
    SetOptions options;
    options.paths = {tree.path()};
    options.force = true;
    Sources sources;
    const SetResult result =
        set_values({{std::string(identity(read->matter())), field, value, {}}}, options, {}, sources);
    if (result.files.empty()) continue;
    ++changed;
    CHECK_MESSAGE(canonical(result.files[0].after) == result.files[0].after, "seed ", seed, " ", field, "\n", text,
                  "=====\n", result.files[0].after);
  }
  CHECK(changed > 60);
}

TEST_CASE("format: merging canonical files gives a canonical one") {
  std::size_t merged = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    Random random(seed);
    const std::string base = canonical(write_yaml(random_matter(random), random));
    const std::string ours = canonical(edit_text(base, random, 1 + random.below(3)));
    const std::string theirs = canonical(edit_text(base, random, 1 + random.below(3)));
    if (ours.empty() || theirs.empty()) continue;
    const Merged result = merge_texts(base, ours, theirs);
    if (!result.clean()) continue;
    ++merged;
    CHECK_MESSAGE(canonical(result.text) == result.text, "seed ", seed, "\n", base, "=====\n", ours, "=====\n", theirs,
                  "=====\n", result.text);
  }
  CHECK(merged > 100);
}

}  // namespace matter
