#include "diag/words.h"
#include "report/platform_words.h"
#include "report/platforms_report.h"

namespace matter {

namespace {

/// One line of a table: what would end a cell or a line must not, and text is no markup.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("|\\`*_<>[]").find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

/// A name as code, where it may be.
std::string code(std::string_view name) {
  return name.find_first_of("`|\\\n") == std::string_view::npos ? "`" + std::string(name) + "`" : cell(name);
}

void row(const std::vector<std::string>& cells, std::string& out) {
  out += '|';
  for (const std::string& one : cells) out.append(one.empty() ? " " : " " + one + " ").append("|");
  out += '\n';
}

void heading(const std::vector<std::string>& cells, std::string& out) {
  row(cells, out);
  row(std::vector<std::string>(cells.size(), "---"), out);
}

std::string manner(const Mapping& mapping, const Column& column, Lang lang) {
  std::string text;
  for (const std::string& words : manner_words(mapping, column, lang))
    text.append(text.empty() ? "" : lang == Lang::zh ? "；" : "; ").append(words);
  return text;
}

void tables(const Mapping& mapping, Lang lang, std::string& out) {
  for (const MappedTable& table : mapping.tables) {
    out += "\n## " + code(table.name) + " " + cell(table.label) + "\n\n" + cell(table_words(mapping, table, lang)) +
           "\n\n";
    heading(
        {say(lang, {"列", "column"}), say(lang, {"含义", "label"}), say(lang, {"类型", "type"}),
         say(lang, {"必填", "required"}), "", say(lang, {"内容", "content"}), say(lang, {"写法", "how it is written"})},
        out);
    for (const ShownColumn& shown : shown_columns(table)) {
      const Column& column = *shown.column;
      row({code(shown.name), column.label == column.name ? "" : cell(column.label), cell(column.type_text),
           column.required ? say(lang, {"是", "yes"}) : "", std::string(arrow(mapping, column)),
           cell(content_words(mapping, column, lang)), cell(manner(mapping, column, lang))},
          out);
    }
  }
}

void codes(const Mapping& mapping, Lang lang, std::string& out) {
  const std::vector<const CodeMap*> maps = code_maps(mapping);
  if (maps.empty()) return;
  out += say(lang, {"\n## 代码表\n\n", "\n## Code maps\n\n"});
  heading({say(lang, {"代码表", "map"}), say(lang, {"名称和代码", "names and codes"})}, out);
  for (const CodeMap* const map : maps) row({code(map->id), cell(code_words(*map, lang))}, out);
}

void covers(const PlatformShown& shown, Lang lang, std::string& out) {
  const Mapping& mapping = *shown.mapping;
  out += say(lang, {"\n## 覆盖\n", "\n## Coverage\n"});
  for (const PlatformCover& cover : shown.covers) {
    out += "\n### " + cell(cover_words(mapping, cover, lang)) + "\n\n" + count_words(mapping, cover, lang) + "\n";
    const std::vector<FieldGroup> groups = grouped_fields(cover.fields, false, lang);
    if (!groups.empty()) out += '\n' + say(lang, {"{}：", "{}:"}, list_words(mapping, false, lang)) + "\n\n";
    for (const FieldGroup& group : groups) {
      const std::string record = group.record.empty() ? say(lang, {"事项", "matter"}) : group.record;
      out += "- " + cell(say(lang, {"{}：{}", "{}: {}"}, record, listed(group.fields, lang))) + "\n";
    }
  }
  for (const std::string& words : outside_words(shown, lang)) out += '\n' + cell(words) + "\n";
}

}  // namespace

void write_platforms_markdown(const PlatformList& list, Lang lang, const Sink& to) {
  std::string out;
  heading({say(lang, {"代号", "id"}), say(lang, {"名称", "label"}), say(lang, {"介质", "medium"}),
           say(lang, {"方向", "direction"}), say(lang, {"受众", "audience"}), say(lang, {"核实", "status"}),
           say(lang, {"说明", "what it is"})},
          out);
  for (const PlatformRow& one : list.rows) {
    if (one.mapping == nullptr) continue;  // said as a finding
    const Mapping& m = *one.mapping;
    row({code(one.name), cell(m.label), media_words(m), std::string(direction_words(m.direction, lang)),
         std::string(audience_words(m, lang)), std::string(status_words(m, lang)), cell(m.help)},
        out);
  }
  to(out);
}

void write_platform_markdown(const PlatformShown& shown, Lang lang, const Sink& to) {
  const Mapping& m = *shown.mapping;
  std::string out = "# " + code(m.platform) + " " + cell(m.label) + "\n\n" + cell(m.help) + "\n\n";
  out += say(lang, {"介质 {}；{}；{}；{}；映射第 {} 版", "Medium {}; {}; {}; {}; version {} of the mapping"},
             media_words(m), direction_words(m.direction, lang), audience_words(m, lang), status_words(m, lang),
             m.version) +
         "\n";
  if (!m.takes.empty()) out += '\n' + cell(takes_words(m, lang)) + "\n";
  if (m.whole_model)
    out += say(lang,
               {"\n整个事项按要素表写出，不逐列对应\n", "\nThe whole matter by the field tables, without columns\n"});
  tables(m, lang, out);
  codes(m, lang, out);
  covers(shown, lang, out);
  to(out);
}

}  // namespace matter
