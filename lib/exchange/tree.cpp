#include "exchange/tree.h"

#include <algorithm>
#include <vector>

#include "doc/json_tree.h"
#include "model/canonical.h"
#include "model/values.h"

namespace matter {

namespace {

constexpr std::string_view none_text = "无";

/// A list of plain values may stand on one line; items that are records each have their own.
NodeStyle list_style(const Field& field) { return is_scalar(field.item) ? NodeStyle::flow : NodeStyle::block; }

/// `extra` has a line for each of its keys.
NodeId in_block(Document& doc, NodeId node) {
  if (doc.node(node).is(NodeKind::mapping)) doc.nodes[node].style = NodeStyle::block;
  return node;
}

/// A record of plain values may stand on one line; one that holds records or lists of them does not.
void settle_style(Document& doc, NodeId record) {
  for (const Entry entry : entries(doc, record)) {
    const Node& value = doc.node(entry.value);
    if (value.is(NodeKind::mapping) || (value.is(NodeKind::sequence) && value.style == NodeStyle::block)) return;
  }
  doc.nodes[record].style = NodeStyle::flow;
}

class MatterTree {
 public:
  MatterTree(const Matter& m, TreeForm form, TreeBuilder& to) : form_(form), to_(to) {
    add_problems(m);
    if (m.standard_entry != nullptr) add_problems(*m.standard_entry);
  }

  NodeId record(const Table& table, const void* from, bool top) {
    const NodeId made = to_.mapping();
    const Mark& mark = *static_cast<const Mark*>(from);
    for (const Field& field : table.fields) {
      const NodeId value = member_value(field, member(field, from));
      if (value != no_node) to_.entry(made, field.key, value);
    }
    add_unknown(mark, made);
    if (!top) settle_style(to_.document(), made);
    return made;
  }

 private:
  struct Open {
    const Problem* problem;
    const Document* document;
    bool used = false;
  };

  void add_problems(const Matter& m) {
    if (m.document == nullptr) return;
    for (const Problem& problem : m.problems) problems_.push_back({&problem, m.document});
  }

  NodeId member_value(const Field& field, const void* value) {
    const Mark& mark = *static_cast<const Mark*>(value);
    switch (mark.state) {
      case State::absent: return no_node;
      case State::none: return to_.text(none_text);
      case State::wrong: return wrong(mark, is_scalar(field.kind) ? static_cast<const Scalar*>(value) : nullptr);
      case State::given: break;
    }
    if (is_scalar(field.kind)) return scalar(field.kind, value);
    if (field.kind == Kind::record) return record(*field.table(), value, false);
    if (field.kind == Kind::list) return list(field, *static_cast<const AnyList*>(value));
    const auto& extra = *static_cast<const Extra*>(value);
    return extra.document != nullptr ? in_block(to_.document(), to_.copy(*extra.document, extra.node)) : no_node;
  }

  NodeId list(const Field& field, const AnyList& list) {
    const NodeId made = to_.sequence(list_style(field));
    for (std::uint32_t i = 0; i < list.count; ++i) to_.item(made, list_item(field, item_of(field, list, i)));
    return made;
  }

  NodeId list_item(const Field& field, const void* item) {
    const Mark& mark = *static_cast<const Mark*>(item);
    switch (mark.state) {
      case State::absent: return to_.null();
      case State::none: return to_.text(none_text);
      case State::wrong: return wrong(mark, is_scalar(field.item) ? static_cast<const Scalar*>(item) : nullptr);
      case State::given: break;
    }
    if (is_scalar(field.item)) return scalar(field.item, item);
    const NodeId made = record(*field.table(), item, false);
    return form_ == TreeForm::yaml ? just_main_text(field, made) : made;
  }

  /// `{name: 营业执照}` as `营业执照`.
  NodeId just_main_text(const Field& field, NodeId made) {
    const Field* const main = main_field(*field.table());
    const Document& doc = to_.document();
    if (main == nullptr || doc.node(made).count != 2) return made;
    const Entry only = *entries(doc, made).begin();
    if (doc.node(only.key).text() != main->key || !doc.node(only.value).is(NodeKind::scalar) ||
        doc.node(only.value).text() == none_text) {
      return made;
    }
    return only.value;
  }

  NodeId scalar(Kind kind, const void* value) {
    const auto& written = *static_cast<const Scalar*>(value);
    switch (kind) {
      case Kind::named: {
        const auto& named = *static_cast<const Named*>(value);
        return to_.text(named.value != nullptr ? named.name() : named.text);
      }
      case Kind::flag: return to_.text(static_cast<const Flag*>(value)->value ? "是" : "否");
      case Kind::count: return to_.plain(keep(std::to_string(static_cast<const Count*>(value)->value)));
      case Kind::limit: {
        const auto& limit = *static_cast<const Limit*>(value);
        return to_.text(keep(to_text(limit.amount, limit.unit)));
      }
      case Kind::date: {
        const auto& date = *static_cast<const Date*>(value);
        return to_.text(keep(to_text(DateValue{date.year, date.month, date.day})));
      }
      default: return to_.text(written.text);
    }
  }

  std::string_view keep(std::string_view text) { return to_.document().arena.keep(text); }

  /// What was not understood: the tree that was written, else the text.
  NodeId wrong(const Mark& mark, const Scalar* scalar) {
    for (Open& open : problems_) {
      if (open.used || open.problem->at != mark.at() || open.problem->node == no_node) continue;
      open.used = true;
      const Node& node = open.document->node(open.problem->node);
      if (scalar != nullptr && node.is(NodeKind::scalar)) break;
      return to_.copy(*open.document, open.problem->node);
    }
    return to_.text(scalar != nullptr ? scalar->text : std::string_view{});
  }

  /// Unknown and repeated keys whose place lies inside this record and in no record within it
  /// (those were visited before).
  void add_unknown(const Mark& mark, NodeId record) {
    NodeId unknown = no_node;
    for (Open& open : problems_) {
      const Problem& problem = *open.problem;
      if (open.used || problem.node == no_node) continue;
      if (problem.kind != ProblemKind::unknown_field && problem.kind != ProblemKind::twice) continue;
      if (problem.at.source != mark.source || problem.at.span.begin < mark.value.begin ||
          problem.at.span.end > mark.value.end) {
        continue;
      }
      open.used = true;
      if (unknown == no_node) unknown = form_ == TreeForm::json ? to_.mapping(NodeStyle::flow) : record;
      to_.entry(unknown, problem.written, to_.copy(*open.document, problem.node));
    }
    if (unknown != no_node && unknown != record) to_.entry(record, unknown_key, unknown);
  }

  TreeForm form_;
  TreeBuilder& to_;
  std::vector<Open> problems_;
};

class Canonical {
 public:
  Canonical(const Document& from, TreeBuilder& to) : from_(from), to_(to) {}

  NodeId record(NodeId node, const Table& table, bool top) {
    const NodeId made = to_.mapping();
    std::vector<NodeId> known(table.fields.size(), no_node);
    std::vector<Entry> rest;
    for (const Entry entry : entries(from_, node)) {
      const Field* const field = find_field(table, from_.node(entry.key).text());
      const std::size_t at = field != nullptr ? static_cast<std::size_t>(field - table.fields.data()) : 0;
      if (field != nullptr && known[at] == no_node) {
        known[at] = entry.value;
      } else {
        rest.push_back(entry);
      }
    }
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (known[i] != no_node) to_.entry(made, table.fields[i].key, value(table.fields[i], known[i]));
    }
    for (const Entry entry : rest) unknown(made, entry);
    if (!top) settle_style(to_.document(), made);
    return made;
  }

 private:
  void unknown(NodeId made, Entry entry) {
    const std::string_view key = from_.node(entry.key).text();
    if (key != unknown_key || !from_.node(entry.value).is(NodeKind::mapping)) {
      to_.entry(made, key, to_.copy(from_, entry.value));
      return;
    }
    for (const Entry inner : entries(from_, entry.value)) {
      to_.entry(made, from_.node(inner.key).text(), to_.copy(from_, inner.value));
    }
  }

  NodeId value(const Field& field, NodeId node) {
    const Node& written = from_.node(node);
    if (field.kind == Kind::record && written.is(NodeKind::mapping)) return record(node, *field.table(), false);
    if (field.kind == Kind::list && written.is(NodeKind::sequence)) return list(field, node);
    if (is_scalar(field.kind) && written.is(NodeKind::scalar)) return scalar(field, field.kind, written);
    const NodeId copied = to_.copy(from_, node);
    return field.kind == Kind::extra ? in_block(to_.document(), copied) : copied;
  }

  NodeId list(const Field& field, NodeId node) {
    const NodeId made = to_.sequence(list_style(field));
    for (const NodeId child : children(from_, node)) {
      const Node& written = from_.node(child);
      if (field.item == Kind::record && written.is(NodeKind::mapping)) {
        to_.item(made, item(*field.table(), child));
      } else if (is_scalar(field.item) && written.is(NodeKind::scalar)) {
        to_.item(made, scalar(field, field.item, written));
      } else {
        to_.item(made, to_.copy(from_, child));
      }
    }
    return made;
  }

  NodeId item(const Table& table, NodeId node) {
    const Field* const main = main_field(table);
    if (main != nullptr && from_.node(node).count == 2) {
      const Entry only = *entries(from_, node).begin();
      const Node& text = from_.node(only.value);
      if (from_.node(only.key).text() == main->key && text.is(NodeKind::scalar) && text.text() != none_text &&
          text.length != 0) {
        return scalar(*main, main->kind, text);
      }
    }
    return record(node, table, false);
  }

  NodeId scalar(const Field& field, Kind kind, const Node& written) {
    const CanonicalForm form = canonical_form(field, kind, written.text(), from_.vocabulary);
    const std::string_view text = form.other ? to_.document().arena.keep(*form.other) : written.text();
    return kind == Kind::count && is_json_literal(text) ? to_.plain(text) : to_.text(text);
  }

  const Document& from_;
  TreeBuilder& to_;
};

bool is_literal(const Node& node) { return node.style == NodeStyle::plain && is_json_literal(node.text()); }

}  // namespace

NodeId to_tree(const Matter& m, TreeForm form, TreeBuilder& to) {
  if (m.mark.state == State::wrong && m.document != nullptr) return to.copy(*m.document, m.node);
  return MatterTree(m, form, to).record(*table_of<Matter>(), &m, true);
}

NodeId canonical_tree(const Document& from, NodeId node, const Table& table, TreeBuilder& to) {
  if (!from.node(node).is(NodeKind::mapping)) return to.copy(from, node);
  return Canonical(from, to).record(node, table, true);
}

bool same_tree(const Document& a, NodeId x, const Document& b, NodeId y) {
  const Node& left = a.node(x);
  const Node& right = b.node(y);
  if (left.kind != right.kind || left.count != right.count) return false;
  if (left.is(NodeKind::scalar)) return left.text() == right.text() && is_literal(left) == is_literal(right);
  NodeId p = left.child;
  NodeId q = right.child;
  for (; p != no_node; p = a.node(p).next, q = b.node(q).next) {
    if (!same_tree(a, p, b, q)) return false;
  }
  return true;
}

}  // namespace matter
