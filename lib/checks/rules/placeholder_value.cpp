#include <functional>

#include "checks/places.h"
#include "checks/sample.h"
#include "checks/wording.h"
#include "checks/written_values.h"
#include "doc/document.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "short_name: XXX许可\n";
constexpr std::string_view good = "short_name: 卫生许可\n";

/// Words stand at the front of texts that are no longer than this.
constexpr std::size_t longest_short = 60;

/// The field's own name, or that of the list it is an item of.
bool is_name_of(const Trail& trail, std::string_view text) {
  const auto names = [text](const Field& field) { return text == field.label || text == field.key; };
  return names(*trail.field) || (trail.outer != nullptr && trail.outer->item != nullptr && names(*trail.outer->field));
}

void report(RuleReport& out, const Trail& trail, const Scalar& value, std::string_view part) {
  const bool own_name = part.size() == value.text.size() && is_name_of(trail, part);
  const Location at = part_of(value, static_cast<std::size_t>(part.data() - value.text.data()), part.size());
  Diagnostic& d =
      own_name ? out.add(at, to_text(trail),
                         {"“{}”只是要素的名字，不是内容", "{} is the field's own name, not its value"}, part)
               : out.add(at, to_text(trail), {"{}里留有模板或遮盖的“{}”", "{} holds a template leftover or a mask: {}"},
                         trail.field->label, part);
  d.hint = say(out.lang(), {"换成实际内容；没有就不写这一项", "write the real value, or leave the field out"});
  d.subject = value.text;
}

/// Titles of documents that applicants write (关于××工程的函), and addresses: there signs stand for themselves.
bool may_hold_signs(const Trail& trail) {
  if (trail.field->format == Format::url) return true;
  return trail.outer != nullptr && trail.outer->field->key == "materials";
}

/// The offending part of a text; empty where there is none. `signs`: it may hold some.
std::string_view placeholder(const Trail& trail, std::string_view text, bool signs) {
  if (is_name_of(trail, text)) return text;
  if (may_hold_signs(trail)) return find_leftover_words(text);
  if (signs) return find_leftover(text);
  return text.size() <= longest_short ? find_leftover_words(text) : std::string_view{};
}

/// Whether a text stands in the file as it is, without an escape that could hide something.
bool is_verbatim(std::string_view text, std::string_view file) {
  return std::less_equal<>()(file.data(), text.data()) &&
         std::less_equal<>()(text.data() + text.size(), file.data() + file.size());
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  const std::string_view file = m.document == nullptr ? std::string_view{} : m.document->text;
  // Looked for in the whole matter first.
  const bool signs = m.document == nullptr || may_hold_leftover_signs(slice(file, m.mark.value));
  const auto judge = [&](const Trail& trail, const Scalar& value) {
    if (!value.given()) return;
    const bool escaped = value.text.size() <= longest_short && !is_verbatim(value.text, file);
    if (const std::string_view part = placeholder(trail, value.text, signs || escaped); !part.empty())
      report(out, trail, value, part);
  };
  each_written(view, [&](const WrittenValue& value) {
    if (value.kind == Kind::text) judge(*value.trail, value.scalar());
  });
}

}  // namespace

extern const Rule placeholder_value;
const Rule placeholder_value{
    .id = "placeholder-value",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"要素的值是要素自己的名字、模板留下的字或遮盖符",
                "a value is the field's own name, a template leftover or masked"},
    .why = {"模板没填完就发布了，群众看到的是“XXX”和星号，办不了事。",
            "The template was published unfinished: people see XXX and asterisks and can do nothing with them."},
    .source = "—",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .evidence =
        {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报；起初的 9 条是材料名称里留给申请人填的“××工程”，"
         "已不再报",
         "2026-11-22, 2,262 published matters: no finding, no false alarm; the first nine were slots in titles "
         "that applicants fill in, and are passed over now"},
    .check = check,
};

}  // namespace matter::rules
