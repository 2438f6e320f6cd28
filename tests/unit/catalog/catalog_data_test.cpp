#include "catalog/catalog_data.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "ops/validate.h"
#include "support/check.h"
#include "support/tree.h"

using namespace matter;
using namespace matter::test;

namespace {

using Found = std::vector<std::string>;

/// What validate says of a folder with these files; the rules of the matter itself are left out.
Found found(const Tree& tree, DateValue today = {2026, 1, 31}) {
  RunOptions options;
  options.today = today;
  options.lang = Lang::en;
  Sources sources;
  Found all;
  for (const Diagnostic& d : validate({tree.path()}, options, sources).findings) {
    const std::string place = std::string(sources.name(d.at.source)).substr(tree.path().size() + 1);
    std::string text;
    sources.read(d.at.source, text);
    all.push_back(place + ": " + std::string(d.rule) + ": " + d.message + " <" + std::string(slice(text, d.at.span)) +
                  ">");
  }
  return all;
}

/// A catalog whose `values` (or `regions`, `calendar`) is this file.
Found of_file(const std::string& field, const std::string& text) {
  const Tree tree;
  const std::string name = field == "values" ? ".matter/own.yaml" : ".matter/own.csv";
  tree.add("catalog.yaml", "format: 1\n" + field + ": [" + name + "]\n");
  tree.add(name, text);
  tree.add("a.yaml", sample_with({}));
  return found(tree);
}

Catalog read(const Tree& tree) {
  Sources sources;
  Collector findings(Lang::en);
  Catalog catalog = catalog_of_path(tree.path(), sources, findings);
  CHECK(findings.found().empty());
  return catalog;
}

}  // namespace

TEST_CASE("catalog data: a value of its own and another spelling are understood, in its catalog alone") {
  const Tree tree;
  tree.add("a/catalog.yaml", "format: 1\nvalues: [.matter/values.yaml]\n");
  tree.add("a/.matter/values.yaml",
           "format: 1\nvalues:\n- {list: 发证方式, name: 智能柜领取, aliases: [柜取]}\n"
           "- {取值表: 发证方式, 名称: 邮寄送达, 别称: [寄到家]}\n");
  tree.add("a/a.yaml", sample_with("results: [{name: 卫生许可证, kind: 证照, sample: \"https://example.gov.cn/s.pdf\", "
                                   "delivery: [智能柜领取]}]\n"));
  tree.add("b/catalog.yaml", "format: 1\n");
  tree.add("b/b.yaml", sample_with("code: 11350200000000000Y3000199001000\n"
                                   "results: [{name: 卫生许可证, kind: 证照, sample: \"https://example.gov.cn/s.pdf\", "
                                   "delivery: [智能柜领取]}]\n"));
  Found all = found(tree);
  std::erase_if(all, [](const std::string& one) { return one.find("field-value") == std::string::npos; });
  CHECK(all == Found{"b/b.yaml: field-value: delivery has no value 智能柜领取 <智能柜领取>"});

  const Tree other;
  other.add("catalog.yaml", "format: 1\nvalues: [.matter/values.yaml]\n");
  other.add(".matter/values.yaml",
            "format: 1\nvalues:\n- {list: delivery, name: 智能柜领取, aliases: [柜取]}\n"
            "- {list: delivery, name: 邮寄送达, aliases: [寄到家]}\n");
  other.add("a.yaml", sample_with("results: [{name: 卫生许可证, kind: 证照, sample: \"https://example.gov.cn/s.pdf\", "
                                  "delivery: [柜取, 寄到家]}]\n"));
  CHECK(found(other) ==
        Found{"a.yaml: field-value: delivery is written 柜取; its canonical form is 智能柜领取 <柜取>",
              "a.yaml: field-value: delivery is written 寄到家; its canonical form is 邮寄送达 <寄到家>"});
}

TEST_CASE("catalog data: a mistake in a file of values is told at its place") {
  const auto values = [](const std::string& rows) { return of_file("values", "format: 1\nvalues:\n" + rows); };
  CHECK(values("- {list: 办理形势, name: 直播}\n") ==
        Found{".matter/own.yaml: field-value: there is no list '办理形势' <办理形势>"});
  CHECK(values("- {list: 事项类型, name: 行政备案}\n") ==
        Found{".matter/own.yaml: field-value: 事项类型 takes no new values, only other spellings <行政备案>"});
  CHECK(values("- {list: 事项类型, name: 其他行政权力, aliases: [行政备案]}\n").empty());
  CHECK(values("- {list: 服务对象, name: 个人}\n") ==
        Found{".matter/own.yaml: field-value: '个人' is another spelling of '自然人' in 服务对象 already <个人>"});
  CHECK(values("- {list: 服务对象, name: 自然人, aliases: [企业法人]}\n") ==
        Found{".matter/own.yaml: field-value: '企业法人' is read as '企业法人' already <企业法人>"});
  CHECK(values("- {list: 服务对象, name: 自然人, code: \"7\"}\n") ==
        Found{".matter/own.yaml: field-value: the code of '自然人' is 1; it cannot be changed <\"7\">"});
  CHECK(values("- {list: 服务对象, name: 船员, code: \"1\"}\n") ==
        Found{".matter/own.yaml: field-value: the code 1 is in 服务对象 already <\"1\">"});
  CHECK(values("- {name: 船员}\n") == Found{".matter/own.yaml: field-missing: it has no list <{name: 船员}>"});
  CHECK(of_file("values", "values: []\n") ==
        Found{".matter/own.yaml: field-value: write format: 1, the version that this program knows <values: []>"});
  CHECK(of_file("values", "format: 1\nvalue: []\n").front() ==
        ".matter/own.yaml: field-unknown: there is no 'value' here <value>");
}

TEST_CASE("catalog data: regions are added, renamed, and retired from a day on") {
  const Tree tree;
  tree.add("catalog.yaml", "format: 1\nregions: [.matter/regions.csv]\n");
  tree.add(".matter/regions.csv",
           "代码,名称,停用,继任\n350203001099,示例社区,,\n350203001001,鸿山新社区,,\n350213,,2026-06-30,350203\n");
  const Catalog catalog = read(tree);
  CatalogContext context{&catalog, nullptr, {2026, 1, 31}};
  CHECK(context.region("350203001099")->name == "示例社区");
  CHECK(context.region("350203001099")->level == 5);
  CHECK(context.region("350203001001")->name == "鸿山新社区");
  CHECK(context.region("350203000000")->name == "思明区");
  CHECK(context.region("350213000000"));
  CHECK_FALSE(context.retired_region("350213000000"));
  context.today = {2026, 7, 1};
  CHECK_FALSE(context.region("350213000000"));
  CHECK(context.retired_region("350213000000")->successor == "350203000000");
  CHECK(context.retired_region("350213001000")->code == "350213000000");  // its towns with it
  CHECK_FALSE(context.region("350213001000"));
  CHECK_FALSE(CatalogContext{}.retired_region("350213000000"));
  CHECK(CatalogContext{}.retired_region("350402000000"));

  tree.add("a.yaml", sample_with("agency: {name: 示例市卫生健康委员会, nature: 法定机关, region: \"350203001099\"}\n"));
  Found all = found(tree);
  std::erase_if(all, [](const std::string& one) { return one.find("region-") == std::string::npos; });
  CHECK(all.empty());
}

TEST_CASE("catalog data: a mistake in a file of regions is told at its place") {
  const auto rows = [](const std::string& text) { return of_file("regions", "code,name,until,successor\n" + text); };
  CHECK(rows("35x,示例区,,\n") ==
        Found{".matter/own.csv: field-value: '35x' is no code of a region (2, 4, 6, 9 or 12 digits) <35x>"});
  CHECK(rows("350203001099,,,\n") ==
        Found{".matter/own.csv: field-missing: '350203001099' has no name <350203001099>"});
  CHECK(rows("359900001000,示例街道,,\n") ==
        Found{".matter/own.csv: reference-dangling: the region around '359900001000' is in no table <359900001000>"});
  CHECK(rows("350299001,示例街道,,\n350299,示例区,,\n").empty());  // in any order
  CHECK(rows("359901,示例区,,\n359901,示例县,,\n").back() ==
        ".matter/own.csv: yaml-duplicate-key: the code '359901' stands twice <359901>");
  CHECK(rows("350203,思明区,2026-13-01,\n") ==
        Found{".matter/own.csv: field-value: '2026-13-01' is no date <2026-13-01>"});
  CHECK(rows("350203,思明区,2026-12-31,359999\n") ==
        Found{".matter/own.csv: reference-dangling: its successor '359999000000' is in no table <359999>"});
}

TEST_CASE("catalog data: a year is added to the calendar, and days of a known year are changed") {
  const Tree tree;
  const int next = calendar_years().last + 1;
  const std::string year = std::to_string(next);
  tree.add("catalog.yaml", "format: 1\ncalendar: [.matter/calendar.csv]\n");
  tree.add(".matter/calendar.csv", "日期,安排,说明\n" + year + "-01-01,休,元旦\n" + year + "-10-01,休,国庆节\n" +
                                       "2026-01-05,休,示例\n2026-01-10,班,示例\n");
  const Catalog catalog = read(tree);
  const CatalogContext context{&catalog, nullptr, {2026, 1, 31}};
  const auto y = static_cast<std::int16_t>(next);
  CHECK(context.calendar().is_working_day({y, 1, 1}) == false);
  CHECK(context.calendar().is_working_day({y, 3, 1}) == is_weekday({y, 3, 1}));
  CHECK(context.calendar().is_working_day({2026, 1, 5}) == false);
  CHECK(context.calendar().is_working_day({2026, 1, 10}) == true);
  CHECK(context.calendar().is_working_day({2026, 1, 1}) == false);
  CHECK(context.calendar().years().last == next);
  CHECK(context.calendar().working_days_after({2026, 12, 31}, {y, 1, 1}) == 0);
  CHECK_FALSE(is_working_day({y, 1, 1}));
  CHECK(is_working_day({2026, 1, 5}) == true);
}

TEST_CASE("catalog data: a mistake in a calendar is told at its place") {
  const auto rows = [](const std::string& text) { return of_file("calendar", "date,kind\n" + text); };
  const std::string next = std::to_string(calendar_years().last + 1);
  CHECK(rows("2026-02-30,休\n") == Found{".matter/own.csv: field-value: '2026-02-30' is no date <2026-02-30>"});
  CHECK(rows("2026-03-02,假\n") == Found{".matter/own.csv: field-value: '假' should be 休 (off) or 班 (worked) <假>"});
  CHECK(rows("2026-01-01,休\n") ==
        Found{".matter/own.csv: field-value: 2026-01-01 is so anyway: the row does nothing <2026-01-01>"});
  CHECK(rows("2026-03-02,休\n2026-03-02,休\n") ==
        Found{".matter/own.csv: yaml-duplicate-key: 2026-03-02 stands twice <2026-03-02>"});
  CHECK(rows("2030-01-01,休\n2030-10-01,休\n") ==
        Found{".matter/own.csv: field-missing: a year is missing before 2030 <2030-01-01>"});
  CHECK(rows(next + "-10-01,休\n") == Found{".matter/own.csv: field-missing: the year is incomplete: " + next +
                                            "-01-01 is no day off <" + next + "-10-01>"});
}

TEST_CASE("catalog data: a file that is not there is told in catalog.yaml") {
  for (const std::string field : {"values", "regions", "calendar"}) {
    const Tree tree;
    tree.add("catalog.yaml", "format: 1\n" + field + ": [.matter/none]\n");
    tree.add("a.yaml", sample_with({}));
    const Found all = found(tree);
    REQUIRE(all.size() == 1);
    CHECK(all[0].starts_with("catalog.yaml: field-value: there is no file '"));
    CHECK(all[0].ends_with("<.matter/none>"));
  }
}
