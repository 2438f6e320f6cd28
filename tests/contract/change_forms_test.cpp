#include <doctest/doctest.h>

#include <map>
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
