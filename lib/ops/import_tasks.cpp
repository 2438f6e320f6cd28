#include "ops/import_tasks.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>

#include "catalog/task_list.h"
#include "diag/collector.h"
#include "doc/builder.h"
#include "doc/yaml.h"
#include "doc/yaml_writer.h"
#include "media/csv.h"
#include "model/named.h"
#include "model/values.h"
#include "ops/task_columns.h"
#include "text/unicode.h"

namespace matter {

namespace {

struct Cell {
  std::string text;
  Location at;
};
/// A row: cells by the key of their field.
using Row = std::map<std::string_view, Cell>;

/// The last day of a month or year that is told so: 2020年底前, 2021年6月底前, 2020年12月.
std::optional<DateValue> last_day(std::string_view text) {
  const std::string written = normalised(text);
  std::string_view rest = written;
  const auto number = [&](std::string_view unit) -> std::optional<int> {
    const std::size_t end = rest.find_first_not_of("0123456789");
    if (end == 0 || end == std::string_view::npos || end > 4 || !rest.substr(end).starts_with(unit))
      return std::nullopt;
    const int value = std::stoi(std::string(rest.substr(0, end)));
    rest.remove_prefix(end + unit.size());
    return value;
  };
  const auto year = number("年");
  if (!year || *year < 1949) return std::nullopt;
  const int month = number("月").value_or(12);
  for (const std::string_view word : {"年底", "底", "末", "以", "之", "前"}) {
    if (rest.starts_with(word)) rest.remove_prefix(word.size());
  }
  if (!rest.empty() || month < 1 || month > 12) return std::nullopt;
  for (int day = 31; day >= 28; --day) {
    if (const auto date = parse_date(std::to_string(*year) + '-' + std::to_string(month) + '-' + std::to_string(day)))
      return date;
  }
  return std::nullopt;
}

std::vector<std::string> parts_of(std::string_view text, std::string_view separators) {
  std::vector<std::string> parts{{}};
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    static_cast<void>(next_code_point(text, at));
    const std::string_view c = text.substr(begin, at - begin);
    if (separators.find(c) != std::string_view::npos)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  std::vector<std::string> given;
  for (const std::string& part : parts) {
    if (!trimmed(part).empty()) given.emplace_back(trimmed(part));
  }
  return given;
}

class TaskImporting {
 public:
  TaskImporting(const RunOptions& options, Sources& sources, TaskImport& result)
      : sources_(sources), result_(result), findings_(options.lang) {}

  void operator()(const std::string& file, const std::string& from) {
    if (from == task_list_platform || mapping(sources_.add_file(from))) read(file);
    result_.findings = findings_.take();
    if (!result_.findings.empty()) result_.yaml.clear();
  }

 private:
  bool mapping(SourceId source) {
    const SharedText text = sources_.text(source);
    Document doc;
    return read_yaml(*text, source, doc, findings_) == YamlOutcome::read && columns_.read(doc, source, findings_);
  }

  void read(const std::string& file) {
    source_ = file == "-" ? sources_.add_standard_input() : sources_.add_file(file);
    name_the_list(file);
    const SharedText text = sources_.text(source_);
    const bool yaml = file.ends_with(".yaml") || file.ends_with(".yml") || file.ends_with(".json");
    if (yaml)
      rows_of_yaml(*text);
    else
      rows_of_csv(*text);
    if (findings_.found().empty() && rows_.empty())
      wrong({source_, {0, 0}}, "field-missing", {"其中没有任务", "there is no task in it"});
    if (findings_.found().empty()) write();
  }

  /// The 通办 list that a file is called after, where nothing else says it.
  void name_the_list(const std::string& file) {
    const NamedList* const lists = named_list("tongban_list");
    for (const NamedValue& value : lists->values) {
      if (columns_.list.empty() && file.find(value.name) != std::string::npos) columns_.list = value.name;
    }
  }

  template <class... Args>
  void wrong(Location at, std::string_view rule, const WordsFor<Args...>& words, Args&&... args) {
    findings_.add(rule, Severity::error, at, words, std::forward<Args>(args)...);
  }

  void heading(const std::vector<std::string>& columns, Location at) {
    std::vector<std::string_view> taken;
    for (const std::string& column : columns) {
      const std::string_view key = columns_.key_of(column);
      if (key.empty() && !trimmed(column).empty()) result_.left_out.emplace_back(trimmed(column));
      if (!key.empty() && std::find(taken.begin(), taken.end(), key) != taken.end())
        wrong(at, "yaml-duplicate-key", {"两列都是“{}”", "two columns are '{}'"}, key);
      keys_.push_back(key);
      if (!key.empty()) taken.push_back(key);
    }
    if (std::find(taken.begin(), taken.end(), "name") != taken.end()) return;
    findings_
        .add("field-missing", Severity::error, at, {"没有事项名称这一列", "there is no column of the matters' names"})
        .hint = say(findings_.lang(), {"列名不同时写一个映射文件，见 docs/tasks.md",
                                       "where it is called otherwise, write a mapping file (docs/tasks.md)"});
  }

  void rows_of_csv(std::string_view text) {
    Arena arena;
    CsvReader reader(text, arena);
    std::vector<CsvCell> cells;
    if (!reader.next(cells)) return;
    std::vector<std::string> columns;
    columns.reserve(cells.size());
    for (const CsvCell& cell : cells) columns.emplace_back(cell.text);
    heading(columns, {source_, cells.empty() ? Span{0, 0} : cells.front().span});
    while (reader.next(cells)) {
      Row row;
      for (std::size_t i = 0; i < std::min(cells.size(), keys_.size()); ++i) {
        const std::string value(trimmed(cells[i].text));
        if (!keys_[i].empty() && !value.empty()) row[keys_[i]] = {value, {source_, cells[i].span}};
      }
      if (!row.empty()) rows_.push_back(std::move(row));
    }
    if (reader.broken())
      wrong({source_, {0, 0}}, "field-type", {"表中有引号没有收尾", "a quote in the table is never closed"});
  }

  /// A list of rows, or a task list whose `tasks` are the rows.
  void rows_of_yaml(const std::string& text) {
    if (read_yaml(text, source_, document_, findings_) != YamlOutcome::read || document_.roots.empty()) return;
    NodeId rows = document_.roots[0];
    if (document_.node(rows).is(NodeKind::mapping)) {
      for (const auto& [key, to] :
           {std::pair{"name", &columns_.name}, {"list", &columns_.list}, {"source", &columns_.source}}) {
        const NodeId found = document_.find(rows, key);
        if (found != no_node && document_.node(found).is(NodeKind::scalar)) *to = document_.node(found).text();
      }
      const NodeId sample = document_.find(rows, "sample");
      if (sample != no_node) columns_.sample = parse_flag(document_.node(sample).text()).value_or(false);
      const NodeId each = document_.find(rows, "each_mode");
      if (each != no_node) columns_.each_mode = parse_flag(document_.node(each).text()).value_or(false);
      rows = document_.find(rows, "tasks");
    }
    if (rows == no_node || !document_.node(rows).is(NodeKind::sequence)) return;
    for (const NodeId node : children(document_, rows)) yaml_row(node);
  }

  void yaml_row(NodeId node) {
    Row row;
    const Location at{source_, document_.node(node).span};
    if (!document_.node(node).is(NodeKind::mapping)) {
      row["name"] = {std::string(document_.node(node).text()), at};
    } else {
      for (const Entry entry : entries(document_, node)) {
        const std::string_view column = document_.node(entry.key).text();
        const std::string_view key = columns_.key_of(column);
        std::string value;
        if (document_.node(entry.value).is(NodeKind::sequence)) {
          for (const NodeId item : children(document_, entry.value))
            value.append(value.empty() ? "" : "、").append(document_.node(item).text());
        } else if (document_.node(entry.value).is(NodeKind::scalar)) {
          value = document_.node(entry.value).text();
        }
        if (!key.empty() && !value.empty()) row[key] = {value, {source_, document_.node(entry.value).span}};
        const auto known = std::find(result_.left_out.begin(), result_.left_out.end(), column);
        if (key.empty() && known == result_.left_out.end()) result_.left_out.emplace_back(column);
      }
    }
    rows_.push_back(std::move(row));
  }

  void write() {
    Document doc;
    TreeBuilder tree(doc);
    const NodeId root = tree.mapping();
    const std::string format = std::to_string(task_list_format);
    tree.entry(root, "format", tree.plain(format));
    const auto entry = [&](std::string_view key, const std::string& value) {
      if (!value.empty()) tree.entry(root, key, tree.text(value));
    };
    entry("name", columns_.name);
    if (columns_.sample) tree.entry(root, "sample", tree.text("是"));
    entry("list", columns_.list);
    entry("source", columns_.source);
    if (columns_.each_mode) tree.entry(root, "each_mode", tree.text("是"));
    const NodeId tasks = tree.sequence();
    for (Row& row : rows_) tree.item(tasks, task(row, tree));
    tree.entry(root, "tasks", tasks);
    write_yaml(doc, root, result_.yaml);
    result_.tasks = rows_.size();
  }

  NodeId task(Row& row, TreeBuilder& tree) {
    const NodeId node = tree.mapping(NodeStyle::flow);
    if (!row.contains("name")) {
      wrong(row.begin()->second.at, "field-missing", {"这一行没有事项名称", "this row has no name of a matter"});
      return node;
    }
    day(row);
    for (const Field& field : table_of<Task>()->fields) {
      const auto cell = row.find(field.key);
      if (cell == row.end()) continue;
      if (field.kind == Kind::list)
        tree.entry(node, field.key, list(field, cell->second, tree));
      else
        tree.entry(node, field.key,
                   field.kind == Kind::date ? tree.plain(cell->second.text) : tree.text(cell->second.text));
    }
    return node;
  }

  /// A day as the format has it; how it was told is the batch, where no column says one.
  void day(Row& row) {
    const auto due = row.find("due");
    if (due == row.end()) return;
    const std::string written = due->second.text;
    auto date = parse_date(written);
    if (!date) {
      date = last_day(written);
      if (!row.contains("batch")) row["batch"] = due->second;
      if (!date) result_.no_day.emplace_back(row.at("name").text, written);
    }
    if (date)
      due->second.text = to_text(*date);
    else
      row.erase("due");
  }

  NodeId list(const Field& field, const Cell& cell, TreeBuilder& tree) {
    const NodeId items = tree.sequence(NodeStyle::flow);
    const NamedList* const names = named_list(field.values);
    for (const std::string& part : parts_of(cell.text, "、，,；;/^|\n ")) {
      const NamedValue* const known = names != nullptr ? find_named(*names, part) : nullptr;
      if (names != nullptr && known == nullptr) {
        wrong(cell.at, "field-value", {"没有“{}”这种通办方式", "there is no mode '{}'"}, part);
        continue;
      }
      texts_.push_back(std::make_unique<std::string>(known != nullptr ? std::string(known->name) : part));
      tree.item(items, tree.text(*texts_.back()));
    }
    return items;
  }

  Sources& sources_;
  TaskImport& result_;
  Collector findings_;
  TaskColumns columns_;
  SourceId source_ = no_source;
  Document document_;  // of YAML
  std::vector<std::string_view> keys_;
  std::vector<Row> rows_;
  std::vector<std::unique_ptr<std::string>> texts_;
};

}  // namespace

TaskImport import_tasks(const std::string& file, const std::string& from, const RunOptions& options, Sources& sources) {
  TaskImport result;
  TaskImporting(options, sources, result)(file, from);
  return result;
}

bool is_task_list_mapping(const std::string& from, Sources& sources) {
  if (from == task_list_platform) return true;
  if (!from.ends_with(".yaml") && !from.ends_with(".yml")) return false;
  const SourceId source = sources.add_file(from);
  const SharedText text = sources.text(source);
  Document doc;
  Collector unheard(Lang::en);
  if (read_yaml(*text, source, doc, unheard) != YamlOutcome::read || doc.roots.empty()) return false;
  const NodeId platform = doc.node(doc.roots[0]).is(NodeKind::mapping) ? doc.find(doc.roots[0], "platform") : no_node;
  return platform != no_node && doc.node(platform).is(NodeKind::scalar) &&
         doc.node(platform).text() == task_list_platform;
}

}  // namespace matter
