#include <doctest/doctest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "catalog/config.h"
#include "change/change_type.h"
#include "model/matter.h"
#include "report/change_types.h"
#include "report/diff_json.h"
#include "report/diff_pages.h"
#include "report/diff_text.h"

using namespace matter;

namespace {

/// A result with one change of every kind of the registry; values are those of its example.
DiffResult one_of_each(Sources& sources) {
  const SourceId source = sources.add_text(SourceKind::memory, "a.yaml", "name: 甲\n");
  DiffResult result;
  MatterDiff& diff = result.matters.emplace_back();
  diff.name = "甲（示例）";
  diff.matter = "C1";
  diff.sample = true;
  diff.before = diff.after = {source, {0, 4}};
  for (const ChangeType& type : all_change_types()) {
    Change& change = diff.changes.emplace_back();
    change.path = {{nullptr, type.id + " field", {}}};
    change.type = &type;
    change.judged = type.judged;
    const auto side = [&](const std::string& text, ChangeSide& into) {
      into.at = {source, {0, 4}};
      if (!text.empty()) into.value = text_content(text);
    };
    side(type.before, change.before);
    side(type.after, change.after);
    change.kind = type.before.empty()  ? ChangeKind::added
                  : type.after.empty() ? ChangeKind::removed
                                       : ChangeKind::changed;
    result.judged.add(type.judged);
  }
  result.changed = 1;
  result.fields = diff.changes.size();
  return result;
}

/// A sentence as it stands in Markdown and HTML: only marks are escaped, and few kinds have any.
std::string words_of(const ChangeType& type) {
  return type.summary_zh.substr(0, type.summary_zh.find_first_of("<&|“\""));
}

}  // namespace

std::size_t count_of(const std::string& text, const std::string& what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++n;
  return n;
}

TEST_CASE("change forms: every kind of change is told in every form") {
  Sources sources;
  const DiffResult result = one_of_each(sources);
  std::map<std::string, std::string> forms;
  const auto sink = [&](const std::string& form) {
    return [&forms, form](std::string_view piece) { forms[form] += piece; };
  };
  const TextStyle style{.lang = Lang::zh, .color = false, .width = 1000};
  write_diff_text(result, sources, style, sink("text"));
  write_diff_text(result, sources, style, sink("all"), DiffDetail::all);
  write_diff_json(result, sources, sink("json"));
  write_diff_markdown(result, sources, {.lang = Lang::zh}, sink("markdown"));
  write_diff_html(result, sources, {.lang = Lang::zh}, sink("html"));
  write_diff_notice(result, sources, sink("notice"));
  write_change_types(Lang::zh, sink("list"));
  write_change_types_json(sink("list json"));
  for (const ChangeType& type : all_change_types()) {
    CAPTURE(type.id);
    for (const char* form : {"text", "all", "markdown", "html", "list"}) {
      CAPTURE(form);
      CHECK(forms[form].find(words_of(type)) != std::string::npos);
    }
    for (const char* form : {"all", "json", "html", "list", "list json"}) {
      CAPTURE(form);
      CHECK(forms[form].find(type.id) != std::string::npos);
    }
    if (type.judged.burden != Burden::neutral) CHECK(forms["notice"].find(words_of(type)) != std::string::npos);
  }
  CHECK(forms["notice"].find("【样例】《甲（示例）》") != std::string::npos);
}

TEST_CASE("change forms: every form tells both judgements of every kind, in both languages") {
  Sources sources;
  const DiffResult result = one_of_each(sources);
  std::string json;
  write_diff_json(result, sources, [&](std::string_view piece) { json += piece; });
  const auto changes = nlohmann::json::parse(json)["matters"][0]["changes"];
  REQUIRE(changes.size() == all_change_types().size());
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const ChangeType& type = all_change_types()[i];
    CHECK(changes[i]["id"] == type.id);
    CHECK(changes[i]["public"] == std::string(name(type.judged.burden)));
    CHECK(changes[i]["systems"] == std::string(name(type.judged.systems)));
  }
  const auto kinds = changes.size();
  for (const Lang lang : {Lang::zh, Lang::en}) {
    std::string html;
    std::string markdown;
    write_diff_html(result, sources, {.lang = lang}, [&](std::string_view piece) { html += piece; });
    write_diff_markdown(result, sources, {.lang = lang}, [&](std::string_view piece) { markdown += piece; });
    const std::string list = html.substr(html.find("<article"));
    CHECK(count_of(list, "<li class=\"change") == kinds);
    CHECK(count_of(list, "class=\"tag less\"") == result.judged.less);
    CHECK(count_of(list, "class=\"tag neutral\"") == result.judged.neutral);
    CHECK(count_of(list, "class=\"tag more\"") == result.judged.more);
    CHECK(count_of(list, "class=\"tag breaking\"") == result.judged.breaking);
    CHECK(count_of(list, "class=\"tag compatible\"") == kinds - result.judged.breaking);
    const std::string rows = markdown.substr(markdown.find("###"));
    CHECK(count_of(rows, std::string(words(Systems::breaking).in(lang))) == result.judged.breaking);
    CHECK(count_of(rows, "<br>**" + std::string(words(Burden::more).in(lang))) == result.judged.more);
    for (const ChangeType& type : all_change_types()) {
      CAPTURE(type.id);
      const std::string& summary = type.summary(lang);
      const std::string words = summary.substr(0, summary.find_first_of("<&|“\"'_@#"));
      CHECK(list.find(words) != std::string::npos);
      CHECK(rows.find(words) != std::string::npos);
    }
  }
}

TEST_CASE("change forms: the notice tells what asks more or less, and whom to ask; the rest it counts") {
  Sources sources;
  const DiffResult result = one_of_each(sources);
  std::string notice;
  write_diff_notice(result, sources, [&](std::string_view piece) { notice += piece; });
  const std::size_t told = count_of(notice, "    · ");
  const std::size_t all = all_change_types().size();
  CHECK(told >= result.judged.less + result.judged.more);
  CHECK(notice.find("另有 " + std::to_string(all - told) + " 处改动") != std::string::npos);
}
