#include "report/merge_check.h"

#include <fmt/format.h>

#include "diag/words.h"
#include "doc/json_write.h"
#include "report/content_lines.h"
#include "report/merge_text.h"
#include "report/shown.h"

namespace matter {

namespace {

Bilingual words(CheckFault fault) {
  switch (fault) {
    case CheckFault::lost_ours: return {"我方的改动不见了", "a change of ours is gone"};
    case CheckFault::lost_theirs: return {"对方的改动不见了", "a change of theirs is gone"};
    case CheckFault::lost_both: return {"双方相同的改动不见了", "a change that both made is gone"};
    case CheckFault::nobodys: return {"哪一方都没有这样写", "no side wrote this"};
    case CheckFault::comment: return {"注释不见了", "a comment is gone"};
    case CheckFault::marker: return {"留有冲突标记", "a marker of a conflict was left behind"};
    case CheckFault::unreadable: break;
  }
  return {"读不懂，用 matter validate 查看原因", "cannot be read; matter validate says why"};
}

std::string one_line(const Content& value, const ChangePath& path, Lang lang) {
  if (value.absent()) return say(lang, {"（无）", "(none)"});
  std::string text;
  const Field* const field = path.empty() ? nullptr : path.back().field;
  for (const std::string& line : content_lines(value, field, lang)) text.append(text.empty() ? "" : " / ").append(line);
  return text;
}

Bilingual side_words(const std::optional<MergeSide>& side) {
  if (!side) return {"另外写了一个值", "by a value of its own"};
  switch (*side) {
    case MergeSide::ours: return {"取我方", "for ours"};
    case MergeSide::theirs: return {"取对方", "for theirs"};
    case MergeSide::base: break;
  }
  return {"保持原来", "as it was before"};
}

std::string_view side_key(const std::optional<MergeSide>& side) {
  if (!side) return "own";
  return *side == MergeSide::ours ? "ours" : *side == MergeSide::theirs ? "theirs" : "base";
}

}  // namespace

std::string merge_check_text(const CheckResult& result, std::string_view file, const TextStyle& style) {
  const Lang lang = style.lang;
  const std::string colon = lang == Lang::zh ? "：" : ": ";
  std::string out;
  for (const CheckFinding& finding : result.findings) {
    out += shown_text(file);
    if (finding.line > 0) out += fmt::format(":{}", finding.line);
    out += colon;
    const bool entry = finding.fault != CheckFault::marker && finding.fault != CheckFault::comment &&
                       finding.fault != CheckFault::unreadable;
    if (entry) out += shown_text(shown_path(finding.matter, finding.path, lang)) + colon;
    out += words(finding.fault).in(lang);
    if (!finding.text.empty()) out += colon + shown_text(finding.text);
    out += '\n';
    if (!entry || finding.path.empty()) continue;
    out += say(lang, {"  应为  {}\n", "  due    {}\n"}, one_line(finding.due, finding.path, lang));
    out += say(lang, {"  现为  {}\n", "  found  {}\n"}, one_line(finding.found, finding.path, lang));
  }
  out += result.findings.empty()
             ? say(lang, {"双方的改动都在，没有多出什么\n", "All that the sides changed is there, and nothing else\n"})
             : say(lang, {"与三方对不上的 {} 处\n", "Not as the sides call for: {}\n"}, result.findings.size());
  if (result.decisions.empty()) return out;
  out += say(lang, {"冲突 {} 处，这样决定：\n", "Conflicts, and how they were decided: {}\n"}, result.decisions.size());
  for (const CheckDecision& decision : result.decisions) {
    out += "  " + shown_text(shown_path(decision.conflict.matter, decision.conflict.path, lang)) + colon;
    out.append(side_words(decision.side).in(lang)).append("\n");
  }
  return out;
}

std::string merge_check_json(const CheckResult& result, std::string_view file) {
  JsonWriter json;
  json.begin_object();
  json.member("schema", "matter.merge-check/1");
  json.member("file", file);
  json.key("findings");
  json.begin_array();
  for (const CheckFinding& finding : result.findings) {
    json.begin_object();
    json.member("fault", name(finding.fault));
    json.member("matter", finding.matter);
    json.member("field", english(finding.path));
    if (finding.line > 0) json.member("line", finding.line);
    if (!finding.text.empty()) json.member("text", finding.text);
    if (!finding.due.absent()) json.member("due", one_line(finding.due, finding.path, Lang::en));
    if (!finding.found.absent()) json.member("found", one_line(finding.found, finding.path, Lang::en));
    json.end_object();
  }
  json.end_array();
  json.key("conflicts");
  json.begin_array();
  for (const CheckDecision& decision : result.decisions) {
    json.begin_object();
    json.member("matter", decision.conflict.matter);
    json.member("field", english(decision.conflict.path));
    json.member("decided", side_key(decision.side));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace matter
