#include "report/platform_words.h"

#include <algorithm>

#include "diag/words.h"

namespace matter {

namespace {

std::string labels_of(const FieldPath& path) {
  std::string labels;
  for (const Field* const field : path) labels.append(labels.empty() ? "" : ".").append(field->label);
  return labels;
}

/// What a column repeats.
std::string same_words(const SameAsSpec& same, Lang lang) {
  if (!same.text.absent()) return say(lang, {"“{}”", "\"{}\""}, same.text.text);
  std::string text = say(lang, {"“{}”", "{}"}, same.column.text);
  if (!same.characters.absent())
    text = say(lang, {"{}的第 {} 位", "characters {1} of {0}"}, text, same.characters.text);
  if (!same.through.absent()) text = say(lang, {"{}按代码表 {} 的名称", "{} by code map {}"}, text, same.through.text);
  return text;
}

std::string repeats_words(const Column& column, Lang lang) {
  std::string list;
  for (const SameAsSpec& same : column.spec->same_as)
    list += (list.empty() ? "" : say(lang, {"或", " or "})) + same_words(same, lang);
  if (column.mapped()) return say(lang, {"与{}相同的不再写", "not written where it is {}"}, list);
  return say(lang, {"同于{}；不同的存入 extra", "is {}; kept under extra where it differs"}, list);
}

std::string when_words(const Column& column, Lang lang) {
  const std::string field = field_words(column.when.path, lang);
  if (column.when.how == When::How::has)
    return say(lang, {"只在{}有“{}”时填", "only where {} has \"{}\""}, field, column.when.value);
  if (column.when.how == When::How::unless)
    return say(lang, {"除非{}有“{}”", "unless {} has \"{}\""}, field, column.when.value);
  return say(lang, {"只在{}写明而没有“{}”时填", "only where {} is given without \"{}\""}, field, column.when.value);
}

/// {name}（{handling}），否则 {name}
std::string text_words(const Column& column, Lang lang) {
  std::string list;
  for (const Text& text : column.spec->text)
    list.append(list.empty() ? "" : say(lang, {"，否则 ", ", else "})).append(text.text);
  return list;
}

std::string object_words(const Column& column, Lang lang) {
  const MappedTable& object = column.object[0];
  const std::string kind = object.kind.empty() ? std::string() : " " + std::string(object.kind);
  if (!column.repeats) return say(lang, {"对象{}", "an object{}"}, kind);
  return say(lang, {"{1}每项一个对象{0}", "an object{} for each of {}"}, kind, field_words(object.each, lang));
}

void add_columns(const MappedTable& table, const std::string& outer, std::vector<ShownColumn>& into) {
  for (const Column& column : table.columns) {
    into.push_back({outer + std::string(column.name), &column});
    for (const MappedTable& object : column.object) add_columns(object, into.back().name + ".", into);
  }
}

class Grouping {
 public:
  Grouping(const std::vector<CoveredField>& fields, bool carried, Lang lang)
      : fields_(fields), carried_(carried), lang_(lang) {}

  std::vector<FieldGroup> groups() {
    level(0, fields_.size(), 0);
    return std::move(groups_);
  }

 private:
  /// Fields from `begin` on that share the first `depth` fields of their paths.
  void level(std::size_t begin, std::size_t end, std::uint8_t depth) {
    const std::size_t own = groups_.size();
    groups_.push_back({depth == 0 ? std::string{} : record(fields_[begin].path, depth), {}});
    for (std::size_t at = begin; at < end;) {
      const FieldPath& path = fields_[at].path;
      std::size_t next = at + 1;
      while (next < end && fields_[next].path.fields[depth] == path.fields[depth]) ++next;
      const auto count = static_cast<std::size_t>(std::count_if(
          fields_.begin() + static_cast<std::ptrdiff_t>(at), fields_.begin() + static_cast<std::ptrdiff_t>(next),
          [this](const CoveredField& field) { return field.carried == carried_; }));
      if (path.count == depth + 1U) {
        if (count != 0) groups_[own].fields.push_back(name(*path.fields[depth]));
      } else if (count == next - at) {
        groups_[own].fields.push_back(
            say(lang_, {"{}（全部 {} 个）", "{} (all {})"}, name(*path.fields[depth]), count));
      } else if (count != 0) {
        level(at, next, static_cast<std::uint8_t>(depth + 1U));
      }
      at = next;
    }
    if (groups_[own].fields.empty()) groups_.erase(groups_.begin() + static_cast<std::ptrdiff_t>(own));
  }

  [[nodiscard]] std::string name(const Field& field) const {
    return std::string(lang_ == Lang::zh ? field.label : field.key);
  }
  [[nodiscard]] std::string record(FieldPath path, std::uint8_t depth) const {
    path.count = depth;
    return field_words(path, lang_);
  }

  const std::vector<CoveredField>& fields_;
  bool carried_;
  Lang lang_;
  std::vector<FieldGroup> groups_;
};

}  // namespace

std::string_view direction_words(Direction direction, Lang lang) {
  switch (direction) {
    case Direction::import_only: return Bilingual{"导入", "import"}.in(lang);
    case Direction::export_only: return Bilingual{"导出", "export"}.in(lang);
    case Direction::both: break;
  }
  return Bilingual{"双向", "both"}.in(lang);
}

std::string_view audience_words(const Mapping& mapping, Lang lang) {
  return (mapping.for_public ? Bilingual{"公开", "public"} : Bilingual{"内部", "internal"}).in(lang);
}

std::string_view status_words(const Mapping& mapping, Lang lang) {
  return (mapping.status == "verified" ? Bilingual{"已核实", "verified"} : Bilingual{"未核实", "unverified"}).in(lang);
}

std::string media_words(const Mapping& mapping) {
  std::string names;
  for (const Medium one : mapping.media) names.append(names.empty() ? "" : ", ").append(kind_of(one).name);
  return names;
}

std::string names_of(const std::vector<const NamedValue*>& values, Lang lang) {
  std::vector<std::string> names;
  names.reserve(values.size());
  for (const NamedValue* const value : values) names.emplace_back(value->name);
  return listed(names, lang);
}

std::string listed(const std::vector<std::string>& parts, Lang lang) {
  std::string text;
  for (const std::string& part : parts) text.append(text.empty() ? "" : lang == Lang::zh ? "、" : ", ").append(part);
  return text;
}

std::string field_words(const FieldPath& path, Lang lang) {
  return say(lang, {"{}（{}）", "{1} ({0})"}, labels_of(path), to_text(path));
}

namespace {

/// Whether an import looks at the column's table: of families, entries of standard catalogs are left out.
bool is_imported(const Mapping& mapping, const Column& column) {
  return mapping.imports() && std::none_of(mapping.tables.begin(), mapping.tables.end(), [&](const MappedTable& table) {
           const bool left_out = mapping.families && table.standard;
           return left_out && !table.columns.empty() && &column >= &table.columns.front() &&
                  &column <= &table.columns.back();
         });
}

}  // namespace

std::string_view arrow(const Mapping& mapping, const Column& column) {
  const bool read = is_imported(mapping, column);
  const bool in = read && column.mapped() && !column.lossy;
  const bool told = read && !column.lossy && column.function != nullptr && column.function->reads;
  const bool out = mapping.exports() && (column.mapped() || column.function != nullptr || column.constant ||
                                         !column.text.empty() || !column.object.empty());
  if (in || told) return out ? "↔" : "→";
  return out ? "←" : "";
}

std::string content_words(const Mapping& mapping, const Column& column, Lang lang) {
  if (!column.object.empty()) return object_words(column, lang);
  if (!column.text.empty()) return text_words(column, lang);
  if (column.constant) return say(lang, {"总是“{}”", "always \"{}\""}, *column.constant);
  if (column.mapped()) {
    std::string field = field_words(column.path, lang);
    if (column.function == nullptr) return field;
    if (column.is(FunctionId::total) && column.otherwise.count != 0)
      return say(lang, {"{}与{}之和", "the sum of {} and {}"}, field, field_words(column.otherwise, lang));
    return say(lang, {"{}：{}", "{}: {}"}, field, column.function->help.in(lang));
  }
  if (column.function != nullptr)
    return say(lang, {"{}（算法 {}）", "{} (function {})"}, column.function->help.in(lang), column.function->name);
  if (!column.same_as.empty()) return repeats_words(column, lang);
  if (column.keep)
    return say(lang, {"事项没有这个要素，原样存入 extra", "matters have no such field: kept under extra"});
  if (!mapping.exports()) return {};
  return say(lang, {"事项没有这个要素，留空", "matters have no such field: left empty"});
}

std::vector<std::string> manner_words(const Mapping& mapping, const Column& column, Lang lang) {
  std::vector<std::string> words;
  const ColumnSpec& spec = *column.spec;
  const auto add = [&](const Text& written, const WordsFor<const std::string_view&>& said) {
    if (!written.absent()) words.push_back(say<const std::string_view&>(lang, said, written.text));
  };
  if (column.otherwise.count != 0 && !column.is(FunctionId::total))
    words.push_back(say(lang, {"没有时取{}", "else {}"}, field_words(column.otherwise, lang)));
  add(spec.pattern, {"写作 {}", "written as {}"});
  for (const Text& also : spec.also_read) add(also, {"也认得 {}", "{} is read too"});
  add(spec.codes, {"按代码表 {}", "by code map {}"});
  for (const Text& id : spec.id) add(id, {"标识 {}", "id {}"});
  if (column.several() && column.join && !mapping.all_nest())
    words.push_back(say(lang, {"多个值以“{}”相连", "values joined by \"{}\""}, *column.join));
  add(spec.none, {"“无”写作“{}”", "无 is written as \"{}\""});
  add(spec.absent, {"没有值时是“{}”", "\"{}\" where nothing is given"});
  add(spec.fallback, {"没有值时写“{}”", "\"{}\" is written where nothing is given"});
  if (column.mapped() && !column.same_as.empty()) words.push_back(repeats_words(column, lang));
  if (column.when.path.count != 0) words.push_back(when_words(column, lang));
  if (column.lossy && mapping.families && column.read.count != 0) {
    words.push_back(say(lang, {"导入时整段读入{}", "an import takes the text for {}"}, field_words(column.read, lang)));
  } else if (column.lossy) {
    words.push_back(say(lang, {"导入时不读", "not read by an import"}));
  }
  if (column.keep && column.mapped())
    words.push_back(say(lang, {"放不下的存入 extra", "kept under extra where it does not fit"}));
  add(spec.note, {"注：{}", "note: {}"});
  return words;
}

std::vector<ShownColumn> shown_columns(const MappedTable& table) {
  std::vector<ShownColumn> all;
  add_columns(table, {}, all);
  return all;
}

namespace {

/// A table of a guide is a section of a page.
std::string section_words(const MappedTable& table, Lang lang) {
  const GuideSpot& spot = table.guide;
  std::string text = spot.notice ? say(lang, {"一次性告知单的一节", "a section of the checklist"})
                                 : say(lang, {"办事指南的一节", "a section of the guide"});
  if (table.each.count != 0)
    text += say(lang, {"，{}每项一条", ", an entry for each of {}"}, field_words(table.each, lang));
  if (spot.none && !spot.none->empty())
    text += say(lang, {"；写明“无”的：“{}”", "; where it says 无: \"{}\""}, *spot.none);
  if (spot.absent && !spot.absent->empty())
    text += say(lang, {"；没有写的：“{}”", "; where nothing is given: \"{}\""}, *spot.absent);
  return text;
}

}  // namespace

std::string table_words(const Mapping& mapping, const MappedTable& table, Lang lang) {
  if (mapping.is_guide()) return section_words(table, lang);
  std::string text = table.standard ? say(lang, {"标准化目录，", "standard catalogs, "}) : std::string{};
  if (table.each.count == 0) {
    text += table.standard ? say(lang, {"一条一行", "a row for each entry"})
                           : say(lang, {"一事项一行", "a row for each matter"});
  } else {
    text += say(lang, {"{}每项一行", "a row for each of {}"}, field_words(table.each, lang));
  }
  if (!table.types.empty()) text += say(lang, {"；只收{}", "; only {}"}, names_of(table.types, lang));
  return text;
}

std::string takes_words(const Mapping& mapping, Lang lang) {
  std::string text;
  for (const Takes& one : mapping.takes) {
    const std::string field = field_words(one.path, lang);
    const std::string values = listed({one.values.begin(), one.values.end()}, lang);
    text += text.empty() ? say(lang, {"只收这样的事项：", "takes only matters where "}) : say(lang, {"；", "; "});
    switch (one.test) {
      case Takes::Test::given: text += say(lang, {"有{}", "{} is given"}, field); break;
      case Takes::Test::absent: text += say(lang, {"没有{}", "{} is not given"}, field); break;
      case Takes::Test::passed: text += say(lang, {"{}已到", "{} has come"}, field); break;
      case Takes::Test::not_passed: text += say(lang, {"{}没有到", "{} has not come"}, field); break;
      case Takes::Test::one_of: text += say(lang, {"{}是{}", "{} is one of: {}"}, field, values); break;
      case Takes::Test::none_of: text += say(lang, {"{}不是{}", "{} is none of: {}"}, field, values); break;
    }
  }
  return text;
}

std::vector<const CodeMap*> code_maps(const Mapping& mapping) {
  std::vector<const CodeMap*> maps;
  for (const Mapping* from = &mapping; from != nullptr; from = from->base.get()) {
    for (const auto& map : from->codes) maps.push_back(map.get());
  }
  return maps;
}

std::string code_words(const CodeMap& map, Lang lang) {
  std::vector<std::string> rows;
  for (const CodeMap::Row& row : map.rows) {
    if (row.first || rows.empty()) {
      rows.push_back(std::string(row.name).append(" ").append(row.code));
    } else {  // another code of the name before
      rows.back().append("/").append(row.code);
    }
  }
  std::string text = listed(rows, lang);
  if (map.without.empty()) return text;
  const std::vector<std::string> names(map.without.begin(), map.without.end());
  return text + say(lang, {"；没有代码：{}", "; without a code: {}"}, listed(names, lang));
}

std::vector<FieldGroup> grouped_fields(const std::vector<CoveredField>& fields, bool carried, Lang lang) {
  return Grouping(fields, carried, lang).groups();
}

std::string cover_words(const Mapping& mapping, const PlatformCover& cover, Lang lang) {
  if (!mapping.exports()) return say(lang, {"事项", "matters"});
  if (cover.standard) return say(lang, {"标准化目录的条目", "entries of standard catalogs"});
  return cover.types.empty() ? say(lang, {"实施清单的事项", "matters of implementing lists"})
                             : names_of(cover.types, lang);
}

std::string count_words(const Mapping& mapping, const PlatformCover& cover, Lang lang) {
  const std::size_t all = cover.fields.size();
  const std::size_t carried = cover.carried();
  if (!mapping.exports())
    return say(lang, {"{} 个要素，平台有 {} 个，没有 {} 个", "{} fields: {} from the platform, {} not"}, all, carried,
               all - carried);
  return say(lang, {"{} 个要素，写到平台 {} 个，写不到 {} 个", "{} fields: {} carried, {} lost"}, all, carried,
             all - carried);
}

std::string list_words(const Mapping& mapping, bool carried, Lang lang) {
  if (!mapping.exports())
    return carried ? say(lang, {"平台有的", "come from the platform"}) : say(lang, {"平台没有的", "do not come"});
  return carried ? say(lang, {"写得到的", "carried"}) : say(lang, {"写不到的", "lost"});
}

std::vector<std::string> outside_words(const PlatformShown& shown, Lang lang) {
  std::vector<std::string> words;
  if (!shown.without_table.empty())
    words.push_back(say(lang, {"没有表收这些事项，不写到平台：{}", "no table takes these matters: {}"},
                        names_of(shown.without_table, lang)));
  if (shown.standard_without_table)
    words.push_back(say(lang, {"没有表收标准化目录的条目，不写到平台", "no table takes entries of standard catalogs"}));
  return words;
}

}  // namespace matter
