#include "exchange/mapping_compile.h"

#include <algorithm>
#include <array>
#include <utility>

#include "exchange/record_text.h"
#include "media/xml.h"

namespace matter {

namespace {

/// The spec that says a mapping's tables: its own, or that of the platform it is like.
const MappingSpec& layout_of(const Mapping& mapping) {
  const Mapping* const base = mapping.base.get();
  return base != nullptr ? base->spec : mapping.spec;
}

class MappingCompiler {
 public:
  MappingCompiler(Mapping& mapping, Collector& findings)
      : mapping_(mapping),
        spec_(mapping.spec),
        layout_(layout_of(mapping)),
        findings_(findings),
        columns_(mapping, findings) {}

  void compile() {
    head();
    code_maps();
    for (const TakesSpec& takes : layout_.takes) mapping_.takes.push_back(columns_.takes(takes));
    const Text& file_name = (spec_.file_name.absent() ? layout_ : spec_).file_name;
    if (!file_name.absent()) mapping_.file_name = columns_.text_template(file_name, nullptr);
    mapping_.tables.reserve(layout_.tables.size());
    for (const TableSpec& table : layout_.tables) add_table(table);
    for (MappedTable& table : mapping_.tables) tell_presence(table);
    for (MappedTable& table : mapping_.tables) {
      if (mapping_.has(Medium::jsonld) || mapping_.documents()) tell_none(table);
    }
    const bool written_only = mapping_.has(Medium::jsonld) || mapping_.is_guide();
    if (written_only && mapping_.imports())
      columns_.wrong(spec_.medium.absent() ? spec_.media[0] : spec_.medium,
                     {"“{}”只能导出：请写 direction: export", "'{}' is only exported: say direction: export"});
    not_carried();
    check_mapping(mapping_, layout_, findings_);
  }

 private:
  template <class T, std::size_t N>
  T choose(const Text& written, const std::array<std::pair<std::string_view, T>, N>& choices, T fallback) {
    if (written.absent()) return fallback;
    for (const auto& [name, value] : choices) {
      if (name == written.text) return value;
    }
    Diagnostic& d = columns_.wrong(written, {"不能写“{}”", "'{}' is none of the values"});
    for (const auto& choice : choices) d.hint.append(d.hint.empty() ? "" : ", ").append(choice.first);
    return fallback;
  }

  void head() {
    mapping_.platform = spec_.platform.text;
    mapping_.label = spec_.label.text;
    mapping_.help = spec_.help.text;
    mapping_.version = spec_.version.value;
    mapping_.status = choose<std::string_view, 2>(
        spec_.status, {{{"verified", "verified"}, {"unverified", "unverified"}}}, "unverified");
    mapping_.direction = choose<Direction, 3>(
        spec_.direction,
        {{{"import", Direction::import_only}, {"export", Direction::export_only}, {"both", Direction::both}}},
        Direction::both);
    media();
    mapping_.id_base = (spec_.base.absent() ? layout_.base : spec_.base).text;
    mapping_.context = spec_.context.given() ? &spec_.context : layout_.context.given() ? &layout_.context : nullptr;
    root();
    mapping_.spreadsheet = spec_.spreadsheet.yes();
    families();
    // Families are layouts of others: nothing is escaped in them, and 无 stands where it always stood.
    mapping_.two_way =
        !mapping_.families && (mapping_.direction == Direction::both ||
                               (mapping_.base != nullptr && mapping_.base->direction == Direction::both));
    mapping_.for_public = choose<bool, 2>(spec_.audience, {{{"public", true}, {"internal", false}}}, true);
    mapping_.whole_model = choose<bool, 2>(spec_.content, {{{"model", true}, {"columns", false}}}, false);
    mapping_.keep_formulas = choose<bool, 2>(spec_.formulas, {{{"keep", true}, {"guard", false}}}, false);
    if (spec_.platform.absent()) missing(spec_.mark.at(), "platform");
    if (spec_.label.absent()) missing(spec_.mark.at(), "label");
  }

  /// Tables of several sorts of matters, each a row a matter, beside each other.
  void families() {
    const auto of_matters = [](const TableSpec& table) { return table.each.absent(); };
    const auto count = std::count_if(layout_.tables.begin(), layout_.tables.end(), of_matters);
    mapping_.families = mapping_.imports() && mapping_.has(Medium::csv) && !mapping_.whole_model && count > 1;
    mapping_.prefix = spec_.prefix.text;
    mapping_.import_prefix = spec_.import_prefix.text;
  }

  void root() {
    const Text& written = (spec_.root.absent() ? layout_ : spec_).root;
    std::string_view rest = written.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('/'), rest.size());
      mapping_.root.push_back(rest.substr(0, end));
      if (!is_xml_name(mapping_.root.back()))
        columns_.wrong(written, {"“{}”不能作元素的名称", "'{}' is no name of an element"});
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (mapping_.has(Medium::xml) && mapping_.root.empty()) missing(spec_.mark.at(), "root");
  }

  /// `medium`, or several as `media`; each once.
  void media() {
    if (spec_.medium.absent() == spec_.media.absent()) {
      if (spec_.medium.absent()) return missing(spec_.mark.at(), "medium");
      columns_.wrong(spec_.medium, {"medium 与 media 只写一个", "give medium or media, not both"});
    }
    std::vector<const Text*> written;
    if (!spec_.medium.absent()) written.push_back(&spec_.medium);
    for (const Text& one : spec_.media) written.push_back(&one);
    for (const Text* const one : written) {
      if (const auto medium = medium_named(one->text); !medium) {
        Diagnostic& d = columns_.wrong(*one, {"不能写“{}”", "'{}' is none of the values"});
        for (const MediumKind& kind : all_media()) d.hint.append(d.hint.empty() ? "" : ", ").append(kind.name);
      } else if (mapping_.has(*medium)) {
        columns_.wrong(*one, {"“{}”写了两次", "'{}' stands here twice"});
      } else if (!mapping_.media.empty() && has_pages(*medium) != has_pages(mapping_.media.front())) {
        columns_.wrong(*one, {"“{}”与前面的介质不能并存：一种是给人看的网页，一种是表",
                              "'{}' cannot stand beside the others: one is pages for people, the other is tables"});
      } else {
        mapping_.media.push_back(*medium);
      }
    }
    if (!mapping_.media.empty()) mapping_.medium = mapping_.media.front();
  }

  void missing(Location at, std::string_view key) {
    findings_.add("field-missing", Severity::error, at, {"缺少“{}”", "'{}' is missing"}, key);
  }

  void code_maps() {
    if (!spec_.codes.given() || !mapping_.document.node(spec_.codes.node).is(NodeKind::mapping)) return;
    const Document& doc = mapping_.document;
    for (const Entry entry : entries(doc, spec_.codes.node)) {
      auto map = std::make_unique<CodeMap>();
      map->id = doc.node(entry.key).text();
      map->at = {mapping_.source, doc.node(entry.key).span};
      for (const Entry row : entries(doc, entry.value)) add_codes(*map, row);
      mapping_.codes.push_back(std::move(map));
    }
  }

  void add_codes(CodeMap& map, Entry row) {
    const Document& doc = mapping_.document;
    const std::string_view name = doc.node(row.key).text();
    if (!doc.node(row.value).is(NodeKind::sequence)) {
      add_code(map, name, row.value, true);
      return;
    }
    bool first = true;
    if (doc.node(row.value).child == no_node) map.without.push_back(name);
    for (const NodeId code : children(doc, row.value)) add_code(map, name, code, std::exchange(first, false));
  }

  void add_code(CodeMap& map, std::string_view name, NodeId node, bool first) {
    const std::string_view code = mapping_.document.node(node).text();
    const bool twice = map.by_code(code) != nullptr;
    if (twice || !mapping_.document.node(node).is(NodeKind::scalar)) {
      findings_.add("field-value", Severity::error, {mapping_.source, mapping_.document.node(node).span},
                    {"代码“{}”在此表中不止一次", "code '{}' stands more than once in this map"}, code);
      return;
    }
    map.rows.push_back({name, code, first});
  }

  /// A table and what the one above that it is like says for it: all but types, page, layout and columns.
  [[nodiscard]] TableSpec with_likeness(const TableSpec& spec) const {
    TableSpec whole = spec;
    for (const TableSpec* other = layout_.tables.begin(); !spec.like.absent() && other != &spec; ++other) {
      if (other->table.text != spec.like.text) continue;
      const TableSpec like = with_likeness(*other);
      for (Text TableSpec::*const one :
           {&TableSpec::label, &TableSpec::each, &TableSpec::of, &TableSpec::none, &TableSpec::absent}) {
        if ((whole.*one).absent()) whole.*one = like.*one;
      }
      break;
    }
    return whole;
  }

  void add_table(const TableSpec& written) {
    const TableSpec spec = with_likeness(written);
    MappedTable& table = mapping_.tables.emplace_back();
    table.name = spec.table.text;
    table.label = spec.label.text;
    table.each = columns_.path(spec.each);
    if (table.each.count != 0 && (table.each.through_list() || table.each.last().item != Kind::record)) {
      columns_.wrong(spec.each, {"“{}”不是事项的一个列表", "'{}' is no list of a matter"});
    }
    columns_.guide_spot(spec, table.guide);
    table.standard = choose<bool, 2>(spec.holds, {{{"标准化目录", true}, {"实施清单", false}}}, false);
    for (const Text& type : spec.types) {
      const NamedValue* const value = find_named(*named_list("matter_type"), type.text);
      if (value == nullptr) columns_.wrong(type, {"没有“{}”这种事项类型", "there is no type '{}'"});
      if (value != nullptr) table.types.push_back(value);
    }
    std::vector<const ColumnSpec*> sources;
    inherit_columns(spec, sources);
    if (spec.like.absent() && table.each.count != 0) {
      for (const ColumnSpec& column : layout_.list_columns) sources.push_back(&column);
    }
    for (const ColumnSpec& column : spec.columns) place_column(spec, column, sources);
    if (sources.empty()) missing(spec.mark.at(), "columns");
    table.columns.resize(sources.size());
    for (std::size_t i = 0; i < sources.size(); ++i) columns_.compile(*sources[i], table.each, table.columns[i]);
    for (std::size_t i = 0; i < sources.size(); ++i) columns_.compile_references(*sources[i], table, table.columns[i]);
    columns_.compile_objects(sources, spec.kind, spec.id, table);
    table_columns_.push_back(std::move(sources));
    check_destinations(table);
    check_circles(table);
  }

  /// The columns of the table named under `like`, without those under `without`.
  void inherit_columns(const TableSpec& spec, std::vector<const ColumnSpec*>& into) {
    if (spec.like.absent()) return;
    for (std::size_t i = 0; i + 1 < mapping_.tables.size(); ++i) {
      if (mapping_.tables[i].name != spec.like.text) continue;
      into = table_columns_[i];
      for (const Text& name : spec.without) {
        const auto gone = std::find_if(into.begin(), into.end(),
                                       [&](const ColumnSpec* column) { return name_of(*column) == name.text; });
        if (gone == into.end()) {
          columns_.wrong(name, {"没有“{}”这一列", "there is no column '{}'"});
        } else {
          into.erase(gone);
        }
      }
      return;
    }
    columns_.wrong(spec.like, {"前面没有“{}”这个表", "there is no table '{}' above"});
  }

  /// A column of a table with `like` takes the place of the inherited one; elsewhere each name stands once.
  void place_column(const TableSpec& spec, const ColumnSpec& column, std::vector<const ColumnSpec*>& sources) {
    const auto same = std::find_if(sources.begin(), sources.end(),
                                   [&](const ColumnSpec* other) { return name_of(*other) == name_of(column); });
    if (same == sources.end()) {
      sources.push_back(&column);
    } else if (mapping_.all_nest() && !mapping_.imports() && spec.like.absent()) {
      add_beside_same_name(column, sources);
    } else if (!spec.like.absent()) {
      *same = &column;
    } else {
      findings_.add("field-value", Severity::error, column.column.absent() ? column.path.at() : column.column.at(),
                    {"列“{}”写了两次", "column '{}' stands twice"}, name_of(column));
    }
  }

  /// What a column of its own says of a record, its members' columns need not say.
  static void tell_presence(MappedTable& table) {
    for (const Column& by : table.columns) {
      if (!by.is(FunctionId::presence)) continue;
      for (Column& column : table.columns) {
        if (column.path.count <= by.path.count) continue;
        if (std::equal(by.path.begin(), by.path.end(), column.path.begin()))
          column.told = static_cast<std::uint8_t>(column.told | 1U << (by.path.count - 1U));
      }
    }
  }

  /// An import cannot put two columns into one field.
  void check_destinations(const MappedTable& table) {
    if (!mapping_.imports() || mapping_.documents()) return;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const Column& column = table.columns[i];
      if (!column.mapped() || column.lossy || column.is(FunctionId::presence)) continue;
      for (std::size_t other = 0; other < i; ++other) {
        if (table.columns[other].path != column.path || table.columns[other].lossy) continue;
        findings_.add("field-value", Severity::error, column.at,
                      {"已有另一列写入“{}”", "another column goes to '{}' already"}, to_text(column.path));
      }
    }
  }

  /// Columns that repeat each other in a circle would all be left out.
  void check_circles(const MappedTable& table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      std::vector<bool> seen(table.columns.size());
      if (!leads_to(table, i, i, seen)) continue;
      findings_.add("field-value", Severity::error, table.columns[i].at,
                    {"列“{}”绕了一圈又同于自己", "column '{}' repeats itself in a circle"}, table.columns[i].name);
    }
  }

  static bool leads_to(const MappedTable& table, std::size_t from, std::size_t goal, std::vector<bool>& seen) {
    const auto follow = [&](std::size_t next) {
      if (next == goal) return true;
      if (seen[next]) return false;
      seen[next] = true;
      return leads_to(table, next, goal, seen);
    };
    for (const SameAs& same : table.columns[from].same_as) {
      if (same.text.empty() && follow(same.column)) return true;
      for (const TemplatePart& part : same.text) {
        if (part.literal.empty() && follow(part.column)) return true;
      }
    }
    return false;
  }

  /// 其余 stands for every field that no column carries.
  void not_carried() {
    for (const Text& path : (spec_.not_carried.absent() ? layout_ : spec_).not_carried) {
      if (path.text == "其余") {
        uncarried(*table_of<Matter>(), {});
      } else if (columns_.path(path).count != 0) {
        mapping_.not_carried.push_back(path.text);
        if (mapping_.imports()) check_not_carried(path);
      }
    }
  }

  /// Of a column whose text is taken apart: its fields, not the whole list. False: it says nothing of the path.
  static bool tells(const Column& column, const FieldPath& path, bool& whole, bool& part) {
    const FieldPath& list = column.path;
    const auto shorter = std::min(path.count, list.count);
    if (!std::equal(path.begin(), path.begin() + shorter, list.begin())) return false;
    for (const PatternPart& piece : column.pattern) {
      if (path.count <= list.count)
        part = true;
      else
        whole = whole || (path.count == list.count + 1U && piece.field == &path.last());
    }
    return true;
  }

  void uncarried(const Table& table, const FieldPath& outer) {
    for (const Field& field : table.fields) {
      FieldPath path = outer;
      path.fields[path.count++] = &field;
      bool whole = outer.count == 0 && field.key == "sample";  // the names of the files say it
      bool part = false;
      for_each_column(mapping_.tables, [&](const Column& column) {
        // The code of an entry, whichever it has.
        if (mapping_.documents() && column.is(FunctionId::directory_code))
          whole = whole || (outer.count == 0 && (field.key == "directory_code" || field.key == "basic_code"));
        if (reads_records(column) && tells(column, path, whole, part)) return;
        for (const FieldPath* const to : {&column.path, &column.read}) {
          if (to->count < path.count || !std::equal(path.begin(), path.end(), to->begin())) continue;
          const bool records = field.table != nullptr && !column.lossy;
          if (to->count == path.count && !records) {
            whole = true;
          } else {
            part = true;
          }
        }
      });
      if (whole) continue;
      if (part) {
        uncarried(*field.table(), path);
      } else {
        mapping_.not_carried.push_back(mapping_.arena.keep(to_text(path)));
      }
    }
  }

  /// What a column carries is not among what the source never carries.
  void check_not_carried(const Text& path) {
    for_each_column(mapping_.tables, [&](const Column& column) {
      if (column.mapped() && starts_with(column.path, path.text))
        columns_.wrong(path, {"“{}”有对应的列，不是来源不提供的", "'{}' has a column: it is carried"});
    });
  }

  static bool starts_with(const FieldPath& path, std::string_view written) {
    const auto shorter = resolve_path(written);
    return shorter && shorter->count <= path.count && std::equal(shorter->begin(), shorter->end(), path.begin());
  }

  Mapping& mapping_;
  const MappingSpec& spec_;
  const MappingSpec& layout_;
  Collector& findings_;
  ColumnCompiler columns_;
  std::vector<std::vector<const ColumnSpec*>> table_columns_;
};

}  // namespace

void compile_mapping(Mapping& mapping, Collector& findings) { MappingCompiler(mapping, findings).compile(); }

}  // namespace matter
