#include <algorithm>

#include "checks/places.h"
#include "checks/sample.h"
#include "model/field.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "channels: {visits: 不用跑}\n";
constexpr std::string_view good =
    "channels: {visits: 0, online: {available: 是, url: \"https://example.gov.cn/apply\"}, telephone: 0592-0000004}\n";

Bilingual what_is_due(Kind kind) {
  switch (kind) {
    case Kind::list:
      return {"一个列表（每项一行，以“- ”开头，或 [甲, 乙]）", "a list (one item a line after \"- \", or [a, b])"};
    case Kind::record: return {"一组要素（键: 值）", "a record (key: value)"};
    case Kind::count: return {"一个整数（0 或以上）", "a whole number, 0 or more"};
    case Kind::limit: return {"一个时限，如 5 工作日", "a limit such as 5 工作日"};
    case Kind::date: return {"一个日期，如 2026-01-31", "a date such as 2026-01-31"};
    case Kind::flag: return {"是 或 否", "是 (yes) or 否 (no)"};
    case Kind::named: return {"一个取值表中的名称", "one of the named values"};
    case Kind::text:
    case Kind::extra: break;
  }
  return {"一段文字", "a text"};
}

/// Only the first line of what is written, and not all of a long one.
std::string shown(std::string_view written) {
  constexpr std::size_t most = 60;  // bytes
  std::string_view line = written.substr(0, written.find_first_of("\r\n"));
  if (line.size() == written.size() && line.size() <= most) return std::string(line);
  std::size_t end = std::min(line.size(), most);
  while (end < line.size() && end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
  return std::string(line.substr(0, end)) + "…";
}

/// Of an item of a list the field is the list, and what is due is an item.
Kind due(const Problem& problem) {
  const bool item = problem.path.ends_with("]") && problem.field->kind == Kind::list;
  return item ? problem.field->item : problem.field->kind;
}

void check(const MatterView& view, RuleReport& out) {
  for (const Problem& problem : view.matter.problems) {
    if (problem.kind == ProblemKind::not_a_matter) {
      Diagnostic& d = out.add(
          problem.at, {}, {"这里应是一个事项（一组“键: 值”），写的是 {}", "a matter (key: value) is due here, not {}"},
          shown(problem.written));
      d.hint = say(out.lang(), {"事项以 name（事项名称）等要素写成；不是事项的文件移出目录",
                                "a matter has name and other fields; move what is no matter out of the catalog"});
    } else if (problem.kind == ProblemKind::wrong_type) {
      Diagnostic& d = out.add(problem.at, std::string(problem.path), {"{}应是{}，写的是 {}", "{} must be {}, not {}"},
                              out.lang() == Lang::zh ? problem.field->label : problem.field->key,
                              what_is_due(due(problem)).in(out.lang()), shown(problem.written));
      d.subject = shown(problem.written);
    }
  }
}

}  // namespace

extern const Rule field_type;
const Rule field_type{
    .id = "field-type",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"值的种类不对：列表处写了文字、次数写了字等",
                "the value has the wrong kind: text for a list, words for a number …"},
    .why = {"种类不对的值读不出来，比对、导出时就像没写一样。",
            "A value of the wrong kind cannot be read: comparisons and exports treat it as not written."},
    .source = "GB/T 39554.2",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
