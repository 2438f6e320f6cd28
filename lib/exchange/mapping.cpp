#include "exchange/mapping.h"

#include <algorithm>

#include "doc/yaml.h"
#include "exchange/mapping_compile.h"
#include "model/read.h"
#include "text/embedded.h"
#include "text/nearest.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::string_view folder = "platforms/";
constexpr std::string_view suffix = ".yaml";

/// A mistake that the field tables found, in words.
void say_problem(const Problem& p, Collector& findings) {
  const Lang lang = findings.lang();
  switch (p.kind) {
    case ProblemKind::unknown_field: {
      Diagnostic& d = findings.add("field-unknown", Severity::error, p.at,
                                   {"映射文件没有“{}”这一项", "a mapping file has no '{}' here"}, p.written);
      const std::string_view near = p.table != nullptr ? nearest_field(*p.table, p.written) : std::string_view{};
      if (!near.empty()) d.hint = say(lang, {"是不是“{}”？", "did you mean '{}'?"}, near);
      return;
    }
    case ProblemKind::twice:
      findings.add("yaml-duplicate-key", Severity::error, p.at, {"“{}”写了两次", "'{}' stands here twice"}, p.written)
          .notes.push_back({say(lang, {"第一次在这里", "first here"}), p.first});
      return;
    case ProblemKind::wrong_type:
    case ProblemKind::wrong_value:
    case ProblemKind::not_a_matter:
      findings.add("field-type", Severity::error, p.at, {"“{}”这里不能是“{}”", "'{}' cannot be '{}' here"}, p.path,
                   p.written);
      return;
  }
}

bool find_source(std::string_view platform, Sources& sources, Collector& findings, Mapping& into) {
  if (platform.ends_with(suffix)) {
    into.source = sources.add_file(std::string(platform));
    sources.read(into.source, into.text);
    return true;
  }
  const std::string name = std::string(folder).append(platform).append(suffix);
  if (const auto bytes = embedded(name)) {
    into.text = *bytes;
    into.source = sources.add_text(SourceKind::compiled_in, "schemas/" + name, into.text);
    return true;
  }
  no_such_platform(platform, {}, findings);
  return false;
}

/// The platform named under `like`; one that is like a third one is refused, so there are no circles.
bool load_base(Mapping& mapping, Sources& sources, Collector& findings) {
  const Text& like = mapping.spec.like;
  if (like.absent()) return true;
  mapping.base = load_mapping(like.text, sources, findings);
  if (mapping.base != nullptr && mapping.base->base == nullptr && mapping.spec.tables.absent()) return true;
  if (mapping.base != nullptr) {
    findings.add("field-value", Severity::error, like.at(),
                 {"“{}”不能用：它本身同于别的平台，或这里另写了表",
                  "'{}' cannot be used: it is like another platform itself, or this file has tables of its own"},
                 like.text);
  }
  return false;
}

}  // namespace

bool Column::several() const {
  if (!mapped()) return false;
  const bool one = function != nullptr && (function->id == FunctionId::presence ||
                                           function->id == FunctionId::offered || function->id == FunctionId::total);
  if (one) return false;
  if (path.last().kind == Kind::list && inside < path.count) return true;
  for (std::size_t i = inside; i + 1U < path.count; ++i) {
    if (path.fields[i]->kind == Kind::list) return true;
  }
  return false;
}

bool brings(const std::vector<MappedTable>& tables, Outside what) {
  const auto column_does = [what](const Column& column) {
    return (column.function != nullptr && column.function->outside == what) || brings(column.object, what);
  };
  return std::any_of(tables.begin(), tables.end(), [&](const MappedTable& table) {
    return std::any_of(table.columns.begin(), table.columns.end(), column_does) ||
           std::any_of(table.pieces.begin(), table.pieces.end(), column_does);
  });
}

SqlType sql_type_of(const Column& column) {
  switch (column.type) {
    case ColumnType::whole_number: return SqlType::whole_number;
    case ColumnType::date_time: return SqlType::date_time;
    case ColumnType::text: break;
  }
  return SqlType::text;
}

bool MappedTable::of_item(const FieldPath& path) const {
  if (each.count == 0 || each.count >= path.count) return false;
  for (std::size_t i = 0; i < each.count; ++i) {  // asked for every cell: no call for a word or two
    if (each.fields[i] != path.fields[i]) return false;
  }
  return true;
}

const Column* MappedTable::column_of(FunctionId id) const {
  for (const Column& column : columns) {
    if (column.is(id)) return &column;
  }
  return nullptr;
}

std::optional<std::string_view> CodeMap::code_of(std::string_view name) const {
  for (const Row& row : rows) {
    if (row.first && row.name == name) return row.code;
  }
  return std::nullopt;
}

const CodeMap::Row* CodeMap::by_code(std::string_view code) const {
  for (const Row& row : rows) {
    if (row.code == code) return &row;
  }
  return nullptr;
}

std::vector<std::string_view> known_platforms() {
  std::vector<std::string_view> found;
  for (unsigned n = 0; const auto path = embedded_path(n); ++n) {
    if (!path->starts_with(folder) || !path->ends_with(suffix)) continue;
    found.push_back(path->substr(folder.size(), path->size() - folder.size() - suffix.size()));
  }
  std::sort(found.begin(), found.end());  // of names, not of files: x before x-y
  return found;
}

std::unique_ptr<Mapping> load_mapping(std::string_view platform, Sources& sources, Collector& findings) {
  auto mapping = std::make_unique<Mapping>();
  if (!find_source(platform, sources, findings, *mapping)) return nullptr;
  Collector mistakes(findings.lang());
  const YamlOutcome outcome = read_yaml(mapping->text, mapping->source, mapping->document, mistakes);
  const Document& doc = mapping->document;
  if (outcome != YamlOutcome::wrong && doc.roots.size() == 1 && doc.node(doc.roots[0]).is(NodeKind::mapping)) {
    std::vector<Problem> problems;
    std::string path;
    read_record(doc, doc.roots[0], *table_of<MappingSpec>(), &mapping->spec, mapping->arena, problems, path);
    for (const Problem& problem : problems) say_problem(problem, mistakes);
    if (problems.empty() && load_base(*mapping, sources, mistakes)) compile_mapping(*mapping, mistakes);
  } else if (outcome != YamlOutcome::wrong) {
    mistakes.add("field-type", Severity::error, {mapping->source, {0, 0}},
                 {"映射文件应当是一组“键: 值”", "a mapping file is a group of 'key: value'"});
  }
  const bool good = outcome != YamlOutcome::wrong && !mistakes.any(Severity::error);
  for (Diagnostic& d : mistakes.take()) findings.add(std::move(d));
  return good ? std::move(mapping) : nullptr;
}

void no_such_platform(std::string_view written, const Location& at, Collector& findings) {
  Diagnostic& d =
      findings.add("field-value", Severity::error, at, {"没有名为“{}”的平台", "there is no platform '{}'"}, written);
  const std::vector<std::string_view> known = known_platforms();
  std::string names;
  for (const std::string_view one : known) names.append(names.empty() ? "" : ", ").append(one);
  if (const std::string_view near = nearest(written, known); !near.empty())
    d.hint = say(findings.lang(), {"是不是“{}”？", "did you mean '{}'? "}, near);
  d.hint += say(findings.lang(), {"可以写：{}，或映射文件的路径", "one of: {}, or the path of a mapping file"}, names);
}

bool choose_medium(Mapping& mapping, std::string_view name, Collector& findings, bool for_several) {
  if (name.empty()) return true;
  for (const Medium one : mapping.media) {
    if (kind_of(one).name != name) continue;
    mapping.medium = one;
    return true;
  }
  Diagnostic& d = findings.add("field-value", Severity::error, {}, {"“{}”没有“{}”这种介质", "'{}' has no medium '{}'"},
                               mapping.platform, name);
  for (const Medium one : mapping.media) d.hint.append(d.hint.empty() ? "" : ", ").append(kind_of(one).name);
  d.hint = say(findings.lang(), {"可以写：{}", "one of: {}"}, d.hint);
  if (for_several) {
    d.hint += say(findings.lang(),
                  {"；--medium 用于这一次的每个平台，没有“{}”的请另外导出一次",
                   "; --medium is for every platform of the call: export to those without '{}' in another call"},
                  name);
  }
  return false;
}

bool same_family(const Mapping& mapping, const MappedTable& a, const MappedTable& b) {
  return !mapping.families || (a.standard == b.standard && a.types == b.types);
}

const Column* key_column(const Mapping& mapping, const MappedTable& table) {
  const Column* const named = table.column_of(FunctionId::identity);
  return named != nullptr || !mapping.families ? named : table.column_of(FunctionId::matter_id);
}

}  // namespace matter
