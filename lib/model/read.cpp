#include "model/read.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/canonical.h"
#include "model/read_lists.h"

namespace matter {

namespace {

constexpr std::string_view none_text = "无";

/// Where the marks of a record stand in it, those of the records inside it too, as offsets.
using MarkPlaces = std::vector<std::uint32_t>;

void add_places(const Table& table, std::byte* record, const std::byte* first, MarkPlaces& to) {
  for (const Field& field : table.fields) {
    auto* const mark = static_cast<std::byte*>(member(field, record));
    to.push_back(static_cast<std::uint32_t>(mark - first));
    if (field.kind == Kind::record) add_places(*field.table(), mark, first, to);
  }
}

/// A record is made absent in one sweep; there are few tables, and records are read by the million.
const MarkPlaces& mark_places(const Table& table) {
  thread_local std::unordered_map<const Table*, MarkPlaces> known;
  MarkPlaces& places = known[&table];
  if (places.empty()) {
    Matter record;  // none is larger
    auto* const first = static_cast<std::byte*>(static_cast<void*>(&record));
    add_places(table, first, first, places);
  }
  return places;
}

/// The field of a key: most files keep the canonical order, so it is `next` or stands not far behind it.
const Field* field_of(const Table& table, const Field* next, std::string_view key) {
  constexpr std::ptrdiff_t ahead = 6;
  const Field* const end = table.fields.data() + table.fields.size();
  const Field* const last = end - next > ahead ? next + ahead : end;
  for (const Field* field = next; field != last; ++field) {
    // Two bytes tell most of them apart, without a call.
    const std::string_view name = field->key;
    if (name.size() == key.size() && !key.empty() && name.front() == key.front() && name.back() == key.back() &&
        name == key)
      return field;
  }
  return find_field(table, key);
}

/// Reads records by their tables. Paths of problems grow from the inside outwards, while returning:
/// a file without problems builds none.
class RecordReader {
 public:
  /// With `left`, lists of records are put there instead of being read.
  RecordReader(const Document& doc, Arena& arena, std::vector<Problem>& problems,
               std::vector<UnreadList>* left = nullptr)
      : doc_(doc), arena_(arena), problems_(problems), left_(left) {}

  void read_list(const Table& table, const UnreadList& one, AnyList& into) { list(table, *one.field, one.node, into); }

  void members(NodeId node, const Table& table, void* record) {
    const Node& mapping = doc_.node(node);
    set_absent(table, record, mapping.span);
    const Field* next = table.fields.data();
    for (const Entry entry : entries(doc_, node)) {
      const Node& key = doc_.node(entry.key);
      const Field* const field = key.is(NodeKind::scalar) ? field_of(table, next, key.text()) : nullptr;
      if (field == nullptr) {
        const std::string_view written = key.is(NodeKind::scalar) ? key.text() : slice(doc_.text, key.span);
        problem(ProblemKind::unknown_field, table, nullptr, written, key.span, entry.value).path = written;
        continue;
      }
      void* const place = member(*field, record);
      Mark& mark = *static_cast<Mark*>(place);
      if (!mark.key.empty()) {
        // The same key twice is for whoever read the text; it says so and calls the document damaged.
        if (doc_.damaged && slice(doc_.text, mark.key) == slice(doc_.text, key.span)) continue;
        Problem& twice = problem(ProblemKind::twice, table, field, key.text(), key.span, entry.value);
        twice.first = {doc_.source, mark.key};
        continue;
      }
      next = field + 1;
      mark.key = key.span;
      value(table, *field, entry.value, place);
    }
  }

  void prefix(std::size_t from, std::string_view piece) {
    for (std::size_t i = from; i < problems_.size(); ++i) {
      const std::string_view rest = problems_[i].path;
      char* path = arena_.make<char>(piece.size() + 1 + rest.size());
      char* end = std::copy(piece.begin(), piece.end(), path);
      if (!rest.empty()) *end++ = '.';
      end = std::copy(rest.begin(), rest.end(), end);
      problems_[i].path = {path, static_cast<std::size_t>(end - path)};
    }
  }

  Problem& problem(ProblemKind kind, const Table& table, const Field* field, std::string_view written, Span at,
                   NodeId node) {
    Problem& added = problems_.emplace_back();
    added.kind = kind;
    added.table = &table;
    added.field = field;
    added.path = field != nullptr ? field->key : std::string_view{};
    added.written = written;
    added.at = {doc_.source, at};
    added.node = node;
    return added;
  }

 private:
  void set_absent(const Table& table, void* record, Span where) const {
    Mark absent;
    absent.value = where;
    absent.source = doc_.source;
    auto* const first = static_cast<std::byte*>(record);
    for (const std::uint32_t place : mark_places(table))
      *static_cast<Mark*>(static_cast<void*>(first + place)) = absent;
  }

  [[nodiscard]] static bool nothing(const Node& node) {
    return node.is(NodeKind::null) || (node.is(NodeKind::scalar) && node.length == 0);
  }

  void value(const Table& table, const Field& field, NodeId id, void* place) {
    const Node& node = doc_.node(id);
    Mark& mark = *static_cast<Mark*>(place);
    if (nothing(node)) {
      mark.value = node.span.empty() ? mark.key : node.span;
      return;
    }
    mark.value = node.span;
    if (is_scalar(field.kind)) {
      scalar(table, field, field.kind, id, *static_cast<Scalar*>(place));
    } else if (node.is(NodeKind::scalar) && node.text() == none_text) {
      mark.state = State::none;
    } else if (field.kind == Kind::record) {
      nested(table, field, id, place);
    } else if (field.kind == Kind::list) {
      list_member(table, field, id, *static_cast<AnyList*>(place));
    } else {
      mark.state = State::given;
      auto& extra = *static_cast<Extra*>(place);
      extra.document = &doc_;
      extra.node = id;
    }
  }

  void wrong_type(const Table& table, const Field& field, NodeId id, Mark& mark) {
    mark.state = State::wrong;
    const Node& node = doc_.node(id);
    const std::string_view written = node.is(NodeKind::scalar) ? node.text() : slice(doc_.text, node.span);
    problem(ProblemKind::wrong_type, table, &field, written, node.span, id);
  }

  void nested(const Table& table, const Field& field, NodeId id, void* place) {
    Mark& mark = *static_cast<Mark*>(place);
    if (!doc_.node(id).is(NodeKind::mapping)) return wrong_type(table, field, id, mark);
    mark.state = State::given;
    const std::size_t before = problems_.size();
    std::vector<UnreadList>* const left = std::exchange(left_, nullptr);
    members(id, *field.table(), place);
    left_ = left;
    if (problems_.size() > before) prefix(before, field.key);
  }

  void list_member(const Table& table, const Field& field, NodeId id, AnyList& into) {
    const Node& node = doc_.node(id);
    if (!node.is(NodeKind::sequence)) return wrong_type(table, field, id, into.mark);
    into.mark.state = State::given;
    if (node.count == 0) return;
    if (left_ != nullptr && field.item == Kind::record) {
      left_->push_back({&field, id});
    } else {
      list(table, field, id, into);
    }
  }

  void list(const Table& table, const Field& field, NodeId id, AnyList& into) {
    const Node& node = doc_.node(id);
    into.count = node.count;
    into.data = field.make_items(arena_, node.count);
    std::uint32_t i = 0;
    for (const NodeId item : children(doc_, id)) {
      const std::size_t before = problems_.size();
      void* const place = static_cast<std::byte*>(into.data) + field.item_size * i;
      list_item(table, field, item, place);
      if (problems_.size() > before) {
        prefix(before, std::string(field.key) + '[' + item_label(field, place, i) + ']');
      }
      ++i;
    }
  }

  void list_item(const Table& table, const Field& field, NodeId id, void* place) {
    const Node& node = doc_.node(id);
    Mark& mark = *static_cast<Mark*>(place);
    mark.value = node.span;
    mark.source = doc_.source;
    const std::size_t before = problems_.size();
    if (is_scalar(field.item)) {
      if (!nothing(node)) scalar(table, field, field.item, id, *static_cast<Scalar*>(place));
    } else {
      record_item(table, field, id, place);
    }
    // Said of the item itself: its path is the list's with the item's label.
    if (problems_.size() > before && problems_[before].field == &field) problems_[before].path = {};
  }

  void record_item(const Table& table, const Field& field, NodeId id, void* place) {
    const Node& node = doc_.node(id);
    const Table& item = *field.table();
    Mark& mark = *static_cast<Mark*>(place);
    if (node.is(NodeKind::mapping)) {
      mark.state = State::given;
      return members(id, item, place);
    }
    set_absent(item, place, node.span);
    if (nothing(node)) return;
    const Field* const main = node.is(NodeKind::scalar) ? main_field(item) : nullptr;
    if (main == nullptr) return wrong_type(table, field, id, mark);
    if (node.text() == none_text) {
      mark.state = State::none;
      return;
    }
    mark.state = State::given;
    value(item, *main, id, member(*main, place));
  }

  void scalar(const Table& table, const Field& field, Kind kind, NodeId id, Scalar& into) {
    const Node& node = doc_.node(id);
    if (!node.is(NodeKind::scalar)) {
      into.text = slice(doc_.text, node.span);
      return wrong_type(table, field, id, into.mark);
    }
    into.text = node.text();
    if (into.text == none_text) {
      into.mark.state = State::none;
      return;
    }
    into.mark.state = State::given;
    if (kind == Kind::text || understand(field, kind, into, doc_.vocabulary)) return;
    into.mark.state = State::wrong;
    const auto why = kind == Kind::count ? ProblemKind::wrong_type : ProblemKind::wrong_value;
    problem(why, table, &field, into.text, node.span, id);
  }

  const Document& doc_;
  Arena& arena_;
  std::vector<Problem>& problems_;
  std::vector<UnreadList>* left_;
};

/// Puts problems behind those that the matter has.
void add_problems(const std::vector<Problem>& problems, Arena& arena, Matter& to) {
  if (problems.empty()) return;
  auto* const kept = arena.make<Problem>(to.problems.size() + problems.size());
  std::copy(problems.begin(), problems.end(), std::copy(to.problems.begin(), to.problems.end(), kept));
  to.problems = {kept, to.problems.size() + problems.size()};
}

void read_whole(const Document& doc, NodeId node, Arena& arena, Matter& into, std::vector<UnreadList>* left) {
  std::construct_at(&into);
  into.document = &doc;
  into.node = node;
  into.mark.value = doc.node(node).span;
  into.mark.source = doc.source;
  into.mark.state = State::given;
  std::vector<Problem> problems;
  RecordReader reader(doc, arena, problems, left);
  const Table& table = *table_of<Matter>();
  // What is no mapping has no keys: the items of a list are not pairs.
  if (doc.node(node).is(NodeKind::mapping)) {
    reader.members(node, table, &into);
  } else {
    into.mark.state = State::wrong;
    reader.problem(ProblemKind::not_a_matter, table, nullptr, slice(doc.text, doc.node(node).span), doc.node(node).span,
                   node);
  }
  add_problems(problems, arena, into);
}

}  // namespace

void read_record(const Document& doc, NodeId node, const Table& table, void* record, Arena& arena,
                 std::vector<Problem>& problems, std::string& path) {
  const std::size_t before = problems.size();
  RecordReader reader(doc, arena, problems);
  Mark& mark = *static_cast<Mark*>(record);
  mark.value = doc.node(node).span;
  mark.source = doc.source;
  mark.state = State::given;
  // What is no mapping has no keys: the items of a list are not pairs.
  if (doc.node(node).is(NodeKind::mapping)) reader.members(node, table, record);
  if (!path.empty() && problems.size() > before) reader.prefix(before, path);
}

void read_matter(const Document& doc, NodeId node, Arena& arena, Matter& into) {
  read_whole(doc, node, arena, into, nullptr);
}

void read_matter_but_lists(const Document& doc, NodeId node, Arena& arena, Matter& into,
                           std::vector<UnreadList>& left) {
  left.clear();
  read_whole(doc, node, arena, into, &left);
}

void read_list(const Document& doc, const UnreadList& list, Arena& arena, Matter& into) {
  std::vector<Problem> problems;
  RecordReader(doc, arena, problems)
      .read_list(*table_of<Matter>(), list, *static_cast<AnyList*>(member(*list.field, &into)));
  add_problems(problems, arena, into);
}

void matter_nodes(const Document& doc, std::vector<NodeId>& into) {
  into.clear();
  for (const NodeId root : doc.roots) {
    const Node& node = doc.node(root);
    if (node.is(NodeKind::null)) continue;
    if (!node.is(NodeKind::sequence)) {
      into.push_back(root);
      continue;
    }
    for (const NodeId item : children(doc, root)) into.push_back(item);
  }
}

}  // namespace matter
