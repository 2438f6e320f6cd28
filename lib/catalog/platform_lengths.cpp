#include "catalog/platform_lengths.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <mutex>
#include <optional>

#include "diag/collector.h"
#include "doc/yaml.h"
#include "text/embedded.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// `varchar(256)` is 256; nothing for types without a length of text.
std::optional<std::uint32_t> text_length(std::string_view type) {
  for (const std::string_view name : {"varchar(", "char(", "nvarchar("}) {
    if (!type.starts_with(name)) continue;
    std::uint32_t most = 0;
    const char* const end = type.data() + type.size();
    const auto [stop, error] = std::from_chars(type.data() + name.size(), end, most);
    if (error == std::errc{} && stop != end && *stop == ')' && most > 0) return most;
  }
  return std::nullopt;
}

/// Reads one mapping file; unknown things in it are the exchange's to judge.
class LengthReader {
 public:
  explicit LengthReader(std::string_view text) {
    Collector nothing(Lang::en);
    static_cast<void>(read_yaml(text, no_source, doc_, nothing));
  }

  std::vector<ColumnLength> all() {
    std::vector<ColumnLength> found;
    const NodeId tables = doc_.roots.empty() ? no_node : child(doc_.roots.front(), "tables");
    if (tables == no_node) return found;
    for (const NodeId table : children(doc_, tables)) add_table(tables, table, found);
    std::stable_sort(found.begin(), found.end(),
                     [](const ColumnLength& a, const ColumnLength& b) { return a.most < b.most; });
    return found;
  }

 private:
  [[nodiscard]] NodeId child(NodeId mapping, std::string_view key) const {
    return doc_.node(mapping).is(NodeKind::mapping) ? doc_.find(mapping, key) : no_node;
  }
  [[nodiscard]] std::string_view text(NodeId mapping, std::string_view key) const {
    const NodeId value = child(mapping, key);
    return value != no_node && doc_.node(value).is(NodeKind::scalar) ? doc_.node(value).text() : std::string_view{};
  }
  [[nodiscard]] std::vector<std::string> texts(NodeId mapping, std::string_view key) const {
    std::vector<std::string> found;
    const NodeId list = child(mapping, key);
    if (list == no_node || !doc_.node(list).is(NodeKind::sequence)) return found;
    for (const NodeId item : children(doc_, list)) found.emplace_back(doc_.node(item).text());
    return found;
  }

  void add_table(NodeId tables, NodeId table, std::vector<ColumnLength>& to) const {
    std::vector<std::string> done = texts(table, "without");
    add_columns(table, table, done, to);
    const std::string_view like = text(table, "like");
    if (like.empty()) return;
    for (const NodeId other : children(doc_, tables)) {
      if (text(other, "table") == like) add_columns(table, other, done, to);
    }
  }

  /// The columns of `from` as columns of `table`; `done` are the names that are settled.
  void add_columns(NodeId table, NodeId from, std::vector<std::string>& done, std::vector<ColumnLength>& to) const {
    const NodeId columns = child(from, "columns");
    if (columns == no_node || !doc_.node(columns).is(NodeKind::sequence)) return;
    for (const NodeId column : children(doc_, columns)) {
      const std::string name(text(column, "column"));
      if (std::find(done.begin(), done.end(), name) != done.end()) continue;
      done.push_back(name);
      if (auto length = column_length(table, column)) to.push_back(std::move(*length));
    }
  }

  [[nodiscard]] std::optional<ColumnLength> column_length(NodeId table, NodeId column) const {
    for (const std::string_view other : {"codes", "function", "pattern", "constant", "when"}) {
      if (child(column, other) != no_node) return std::nullopt;
    }
    const auto most = text_length(text(column, "type"));
    const auto path = resolve_path(text(column, "path"));
    if (!most || !path) return std::nullopt;
    const Field& last = path->last();
    if (last.kind != Kind::text && !(last.kind == Kind::list && last.item == Kind::text)) return std::nullopt;
    ColumnLength length;
    length.path = *path;
    length.most = *most;
    const std::string_view separator = text(column, "join");
    length.joined = !separator.empty();
    length.separator = static_cast<std::uint32_t>(count_characters(separator));
    length.standard = text(table, "holds") == "标准化目录";
    length.types = texts(table, "types");
    length.table = text(table, "table");
    length.column = text(column, "column");
    return length;
  }

  Document doc_;
};

}  // namespace

std::span<const ColumnLength> platform_lengths(std::string_view platform) {
  static std::mutex mutex;
  static std::map<std::string, std::vector<ColumnLength>, std::less<>> known;
  const std::lock_guard lock(mutex);
  const auto at = known.find(platform);
  if (at != known.end()) return at->second;
  const auto file = embedded("platforms/" + std::string(platform) + ".yaml");
  return known.emplace(platform, file ? LengthReader(*file).all() : std::vector<ColumnLength>()).first->second;
}

}  // namespace matter
