#include <fmt/format.h>

#include <algorithm>

#include "frame/invocation.h"
#include "frame/offered.h"
#include "frame/options.h"
#include "frame/result.h"
#include "frame/style.h"
#include "report/field_list.h"
#include "text/nearest.h"
#include "text/wrap.h"

namespace matter::cli::commands {
namespace {

constexpr Operand operands[] = {
    {.name = {"要素", "FIELD"},
     .help = {"路径、键或中文名称，如 materials、limits.legal、申请材料；不给时为全部要素",
              "a path, key or Chinese label, such as materials or limits.legal; all fields without one"},
     .needed = false,
     .many = true,
     .offered = field_paths},
};

constexpr const Option* options[] = {&document_format_option, &output_option};

constexpr Example examples[] = {
    {"matter fields limits", {"时限有哪些要素，怎样写。", "What can be said of limits, and how."}},
    {"matter fields 申请材料", {"中文名称也行。", "Labels will do as well."}},
    {"matter fields --format markdown --output fields.md", {"全部要素的表格。", "Tables of all fields."}},
    {"matter fields --format json", {"全部要素，给别的程序用。", "All fields, for other programs."}},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"已列出", "listed"}},
    {exit_code::unusable, {"没有这个要素，或用法不对", "there is no such field, or wrong usage"}},
};

/// A list may be named with or without its brackets.
std::string without_brackets(std::string_view path) {
  std::string out(path);
  for (std::size_t at = out.find("[]"); at != std::string::npos; at = out.find("[]")) out.erase(at, 2);
  return out;
}

bool is_or_below(std::string_view path, std::string_view wanted) {
  return path == wanted ||
         (path.size() > wanted.size() && path.substr(0, wanted.size()) == wanted && path[wanted.size()] == '.');
}

bool is_wanted(const FieldRow& row, const std::string& wanted) {
  return is_or_below(without_brackets(row.path), without_brackets(wanted)) || is_or_below(row.labels, wanted) ||
         row.field->label == wanted || row.field->key == wanted;
}

std::string facts(const Field& field, Lang lang) {
  const std::string parts[] = {kind_words(field, lang), value_words(field, lang), none_words(field, lang),
                               needed_words(field, lang)};
  std::string text = parts[0];
  if (!parts[1].empty()) text += (lang == Lang::zh ? "：" : ": ") + parts[1];
  if (!parts[2].empty()) text += (lang == Lang::zh ? "；" : "; ") + parts[2];
  if (!parts[3].empty()) text += say(lang, {"；{}必填", "; needed by {}"}, parts[3]);
  return text;
}

std::string as_text(const std::vector<FieldRow>& rows, const TextStyle& style) {
  std::string text;
  for (const FieldRow& row : rows) {
    if (!text.empty()) text += '\n';
    text += bold(row.path, style.color) + "  " + std::string(row.field->label) + '\n' +
            wrapped(row.field->help.in(style.lang), 2) + '\n' + wrapped(facts(*row.field, style.lang), 2) + '\n';
    if (const std::string codes = code_words(*row.field, style.lang); !codes.empty())
      text +=
          wrapped(say(style.lang, {"与国家不一致的代码：{}", "codes that disagree with the national ones: {}"}, codes),
                  2) +
          '\n';
  }
  return text;
}

int unknown_field(const Invocation& in, std::string_view written, const std::vector<FieldRow>& all) {
  std::vector<std::string_view> names;
  for (const FieldRow& row : all) names.insert(names.end(), {row.path, row.field->key, row.field->label});
  const std::string_view near = nearest(written, names);
  if (near.empty()) return in.misuse({"没有要素“{}”", "there is no field \"{}\""}, written);
  return in.misuse({"没有要素“{}”，是不是 {}？", "there is no field \"{}\"; did you mean {}?"}, written, near);
}

void write(const std::vector<FieldRow>& rows, const Invocation& in, const TextStyle& style, const Sink& to) {
  const std::string_view form = in.given.text(document_format_option);
  if (form == "json")
    write_fields_json(rows, style.lang, to);
  else if (form == "markdown")
    write_fields_markdown(rows, style.lang, to);
  else
    to(as_text(rows, style));
}

int call(const Invocation& in) {
  const std::vector<FieldRow> all = field_rows();
  std::vector<FieldRow> rows;
  for (const std::string& wanted : in.given.operands()) {
    if (std::none_of(all.begin(), all.end(), [&](const FieldRow& row) { return is_wanted(row, wanted); }))
      return unknown_field(in, wanted, all);
  }
  for (const FieldRow& row : all) {
    const auto& wanted = in.given.operands();
    if (wanted.empty() ||
        std::any_of(wanted.begin(), wanted.end(), [&](const std::string& one) { return is_wanted(row, one); }))
      rows.push_back(row);
  }
  return tell(in, {.forms = {[&](const TextStyle& style, const Sink& to) { write(rows, in, style, to); }, {}}});
}

}  // namespace

extern const Command fields_command;
const Command fields_command{
    .name = "fields",
    .summary = {"列出事项的全部要素：怎样写、取什么值、谁必填",
                "List all fields of a matter: how each is written, its values, who needs it"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
