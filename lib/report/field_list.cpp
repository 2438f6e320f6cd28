#include "report/field_list.h"

#include <iterator>

#include "diag/words.h"
#include "doc/json_write.h"
#include "model/matter.h"
#include "model/named.h"
#include "model/platform_codes.h"

namespace matter {

namespace {

void add(const Table& table, const std::string& path, const std::string& labels, std::size_t depth,
         std::vector<FieldRow>& rows) {
  for (const Field& field : table.fields) {
    FieldRow row{path + std::string(field.key), labels + std::string(field.label), &field, depth};
    if (field.kind == Kind::list) row.path += "[]";
    rows.push_back(row);
    if (field.table != nullptr) add(*field.table(), row.path + '.', row.labels + '.', depth + 1, rows);
  }
}

Bilingual words_of(Kind kind) {
  switch (kind) {
    case Kind::text: return {"文字", "text"};
    case Kind::named: return {"取值", "named value"};
    case Kind::flag: return {"是或否", "是 (yes) or 否 (no)"};
    case Kind::count: return {"整数", "whole number"};
    case Kind::limit: return {"时限", "time limit"};
    case Kind::date: return {"日期", "date"};
    case Kind::record: return {"一组要素", "record"};
    case Kind::list: return {"列表", "list"};
    case Kind::extra: return {"任意内容", "anything"};
  }
  return {};
}

std::string_view name_of(Kind kind) {
  constexpr std::string_view names[] = {"text", "named", "flag", "count", "limit", "date", "record", "list", "extra"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Format format) {
  constexpr std::string_view names[] = {"",
                                        "usc",
                                        "basic_code",
                                        "implementing_code",
                                        "handling_code",
                                        "directory_code",
                                        "code",
                                        "standard",
                                        "region",
                                        "phone",
                                        "url",
                                        "file",
                                        "money"};
  return names[static_cast<std::size_t>(format)];
}

std::string_view name_of(NoneMeaning none) {
  constexpr std::string_view names[] = {"filler", "declared", "outside_licence"};
  return names[static_cast<std::size_t>(none)];
}

struct FamilyWords {
  Families set;
  Bilingual words;
};
constexpr FamilyWords family_words[] = {
    {families::all, {"全部事项", "all matters"}},
    {families::matters, {"一件事以外的事项", "all but 一件事"}},
    {families::bundle, {"一件事", "一件事 (bundles)"}},
    {families::on_application | families::bundle, {"依申请的事项、一件事", "matters on application, 一件事"}},
    {families::powers_on_application | families::bundle, {"依申请的行政权力、一件事", "powers on application, 一件事"}},
    {families::on_application, {"依申请的事项", "matters on application"}},
    {families::powers, {"行政权力", "administrative powers"}},
    {families::powers_on_application, {"依申请的行政权力", "powers on application"}},
    {families::licence, {"行政许可", "licences"}},
};

/// One line of a table: what would end a cell or a line must not.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

void write_row(const FieldRow& row, Lang lang, std::string& out) {
  const Field& field = *row.field;
  std::string what = kind_words(field, lang);
  for (const std::string& more : {value_words(field, lang), none_words(field, lang)})
    if (!more.empty()) what += (lang == Lang::zh ? "；" : "; ") + more;
  out += "| `" + row.path + "` | " + std::string(field.label) + " | " + cell(what) + " | " +
         cell(needed_words(field, lang)) + " | " + cell(field.help.in(lang)) + " |\n";
}

void write_values(const Field& field, JsonWriter& json) {
  const NamedList* const list = field.values.empty() ? nullptr : named_list(field.values);
  if (list == nullptr) return;
  json.key("values");
  json.begin_array();
  for (const NamedValue& value : list->values) json.string(value.name);
  json.end_array();
  json.key("open");
  json.boolean(list->open);
  const std::vector<PlatformCode> codes = platform_codes(field.values);
  if (codes.empty()) return;
  json.key("codes");
  json.begin_array();
  for (const PlatformCode& one : codes) {
    json.begin_object();
    json.member("code", one.code);
    json.member("printed", one.printed);
    if (!one.means.empty()) json.member("value", one.means);
    json.member("source", one.source);
    json.key("verified");
    json.boolean(one.verified);
    json.end_object();
  }
  json.end_array();
}

void write_json(const FieldRow& row, Lang lang, JsonWriter& json) {
  const Field& field = *row.field;
  json.begin_object();
  json.member("path", row.path);
  json.member("label", field.label);
  json.member("kind", name_of(field.kind));
  if (field.kind == Kind::list) json.member("item", name_of(field.item));
  write_values(field, json);
  if (field.format != Format::none) json.member("format", name_of(field.format));
  if (!field.required.empty()) json.member("needed", name(field.required));
  json.member("none", name_of(field.none));
  const auto flag = [&](std::string_view key, bool value) {
    json.key(key);
    json.boolean(value);
  };
  flag("in_standard", field.in_standard);
  flag("local", field.local);
  flag("main_text", field.main_text);
  flag("ordered", field.ordered);
  if (field.element != 0) json.member("element", static_cast<int>(field.element));
  json.member("help", field.help.in(lang));
  json.end_object();
}

}  // namespace

std::vector<FieldRow> field_rows() {
  std::vector<FieldRow> rows;
  add(*table_of<Matter>(), "", "", 0, rows);
  return rows;
}

std::string kind_words(const Field& field, Lang lang) {
  if (field.kind != Kind::list) return std::string(words_of(field.kind).in(lang));
  return say(lang, {"列表，每项是{}", "list, each item a {}"}, words_of(field.item).in(lang));
}

std::string needed_words(const Field& field, Lang lang) {
  for (const FamilyWords& one : family_words)
    if (one.set == field.required) return std::string(one.words.in(lang));
  return {};
}

std::string none_words(const Field& field, Lang lang) {
  switch (field.none) {
    case NoneMeaning::filler: return {};
    case NoneMeaning::declared: return say(lang, {"“无”表示没有", "无 says that there is none"});
    case NoneMeaning::outside_licence:
      return say(lang, {"“无”表示没有（行政许可不能写）", "无 says that there is none (not for 行政许可)"});
  }
  return {};
}

std::string value_words(const Field& field, Lang lang) {
  const NamedList* const list = field.values.empty() ? nullptr : named_list(field.values);
  if (list == nullptr) return {};
  std::string names;
  for (const NamedValue& value : list->values) {
    if (!names.empty()) names += lang == Lang::zh ? "、" : ", ";
    names += value.name;
  }
  if (list->open) names += say(lang, {"，也可写表外的名称", ", or another name"});
  return names;
}

std::string code_words(const Field& field, Lang lang) {
  std::string words;
  std::string_view source;
  for (const PlatformCode& one : platform_codes(field.values)) {
    if (one.source != source && !words.empty()) words += lang == Lang::zh ? "；" : "; ";
    if (one.source != source) {
      words += say(lang, {"{}{}：", "{}{}: "}, one.source,
                   one.verified ? std::string{} : say(lang, {"（未见公布的文本）", " (no published text was read)"}));
    } else {
      words += lang == Lang::zh ? "、" : ", ";
    }
    words += std::string(one.code) + ' ' + std::string(one.printed);
    source = one.source;
  }
  return words;
}

void write_fields_json(const std::vector<FieldRow>& rows, Lang lang, const Sink& to) {
  JsonWriter json;
  json.begin_object();
  json.member("schema", "matter.fields/1");
  json.key("fields");
  json.begin_array();
  for (const FieldRow& row : rows) write_json(row, lang, json);
  json.end_array();
  json.end_object();
  to(json.take());
}

void write_fields_markdown(const std::vector<FieldRow>& rows, Lang lang, const Sink& to) {
  std::string out = say(lang, {"# 要素一览\n\n由 `matter fields --format markdown` 写出；要改的是要素表，不是本页。"
                               "路径中的 `[]` 表示列表中的每一项；键也可以写中文名称。\n",
                               "# Fields\n\nWritten by `matter fields --format markdown`: change the field tables, not "
                               "this page. `[]` in a path stands for each item of a list; a key may also be written "
                               "as its Chinese label.\n"});
  const auto head = [&](const std::string& title) {
    out +=
        "\n## " + title + "\n\n" +
        say(lang, {"| 路径 | 名称 | 值 | 谁必填 | 说明 |\n", "| path | label | value | needed by | what it says |\n"}) +
        "|---|---|---|---|---|\n";
  };
  // A record of the matter is a section of its own, below the fields that stand alone.
  if (!rows.empty()) head(say(lang, {"事项", "The matter"}));
  for (const FieldRow& row : rows)
    if (row.depth == 0) write_row(row, lang, out);
  std::string_view section;
  for (const FieldRow& row : rows) {
    if (row.depth == 0) {
      section = row.path;
      continue;
    }
    if (!section.empty()) head(row.labels.substr(0, row.labels.find('.')) + " `" + std::string(section) + "`");
    section = {};
    write_row(row, lang, out);
  }
  to(out);
}

}  // namespace matter
