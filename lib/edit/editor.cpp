#include "edit/editor.h"

#include <algorithm>
#include <cassert>

#include "edit/emit.h"

namespace matter {

namespace {

bool is_scalar_style_quoted(NodeStyle style) {
  return style == NodeStyle::single_quoted || style == NodeStyle::double_quoted;
}

/// A new value in the way the old one was written, where nothing else is asked for.
void adopt(const Node& old, Draft& to) {
  if (to.style != NodeStyle::plain) return;
  if (to.collection()) {
    if (old.kind == to.kind && old.count > 0) to.style = old.style;
    return;
  }
  if (to.kind != NodeKind::scalar || !old.is(NodeKind::scalar)) return;
  if (is_scalar_style_quoted(old.style)) {
    to.style = old.style;
    to.number = false;
  } else if (old.style == NodeStyle::plain) {
    to.number = true;
  } else if (!to.text.empty()) {
    // A block scalar ends as it did, so that its head can stay.
    to.style = old.style;
    if (old.text().ends_with('\n') && !to.text.ends_with('\n')) to.text += '\n';
  }
}

/// Items of a list look alike: a collection is written as the first one of its kind is.
void adopt_from_items(const Document& doc, NodeId list, Draft& to) {
  if (!doc.node(list).is(NodeKind::sequence) || !to.collection()) return;
  for (NodeId item = doc.node(list).child; item != no_node && to.style == NodeStyle::plain;
       item = doc.node(item).next) {
    if (doc.node(item).kind == to.kind && doc.node(item).count > 0) to.style = doc.node(item).style;
  }
}

}  // namespace

Bilingual refusal(const Document& doc) {
  if (doc.damaged && doc.reader != Reader::json) {
    return {"文件有没读懂的地方，先改正它（matter validate 会指出在哪里）",
            "something in the file was not understood; correct that first (matter validate tells where)"};
  }
  return outside_dialect(doc);
}

Bilingual outside_dialect(const Document& doc) {
  if (doc.reader == Reader::json)
    return {"这是 JSON 文件，只能修改 YAML 文件", "this is JSON; only YAML can be edited"};
  if (doc.reader != Reader::dialect) {
    return {
        "文件用了锚点、别名、标签等写法，其中的位置不能确知，不能自动修改",
        "the file uses anchors, aliases, tags or the like, whose places are not known exactly, so it cannot be edited"};
  }
  return {};
}

std::vector<Slot> Plan::slots_of(const Document& doc, NodeId collection) const {
  const auto found = slots.find(collection);
  if (found != slots.end()) return found->second;
  const Node& node = doc.node(collection);
  std::vector<Slot> all(node.is(NodeKind::mapping) ? node.count / 2 : node.count);
  for (std::uint32_t i = 0; i < all.size(); ++i) all[i].part = i;
  return all;
}

Editor::Editor(const Document& doc)
    : doc_(doc), parents_(doc.nodes.size(), no_node), numbers_(doc.nodes.size(), no_part) {
  assert(refusal(doc).en.empty());
  plan_.touched.assign(doc.nodes.size(), false);
  for (NodeId id = 0; id < doc.nodes.size(); ++id) {
    std::uint32_t n = 0;
    const bool mapping = doc.node(id).is(NodeKind::mapping);
    if (!mapping && !doc.node(id).is(NodeKind::sequence)) continue;
    for (const NodeId child : children(doc, id)) {
      parents_[child] = id;
      numbers_[child] = mapping ? n / 2 : n;
      ++n;
    }
  }
}

void Editor::touch(NodeId node) {
  for (; node != no_node && !plan_.touched[node]; node = parents_[node]) plan_.touched[node] = true;
}

std::vector<Slot>& Editor::slots(NodeId collection) {
  touch(collection);
  const auto found = plan_.slots.find(collection);
  if (found != plan_.slots.end()) return found->second;
  return plan_.slots.emplace(collection, plan_.slots_of(doc_, collection)).first->second;
}

void Editor::set(NodeId value, Draft to) {
  assert(parents_[value] != no_node);
  adopt(doc_.node(value), to);
  adopt_from_items(doc_, parents_[value], to);
  touch(value);
  plan_.values.insert_or_assign(value, std::move(to));
}

void Editor::insert(NodeId collection, std::uint32_t before, Draft part) {
  adopt_from_items(doc_, collection, part);
  auto& all = slots(collection);
  auto at = std::find_if(all.begin(), all.end(), [&](const Slot& slot) { return slot.part == before; });
  if (at == all.end()) {
    at = std::find_if(all.begin(), all.end(), [&](const Slot& s) { return s.part != no_part && s.part > before; });
  }
  all.insert(at, {no_part, std::move(part)});
}

void Editor::remove(NodeId value) {
  auto& all = slots(parents_[value]);
  const std::uint32_t n = numbers_[value];
  all.erase(std::remove_if(all.begin(), all.end(), [&](const Slot& slot) { return slot.part == n; }), all.end());
}

void Editor::reorder(NodeId collection, const std::vector<std::uint32_t>& order) {
  auto& all = slots(collection);
  auto next = order.begin();
  for (Slot& slot : all) {
    if (slot.part == no_part) continue;
    assert(next != order.end());
    slot.part = *next++;
  }
  assert(next == order.end());
}

std::vector<std::uint32_t> Editor::order(NodeId collection) const {
  std::vector<std::uint32_t> parts;
  for (const Slot& slot : plan_.slots_of(doc_, collection)) {
    if (slot.part != no_part) parts.push_back(slot.part);
  }
  return parts;
}

void Editor::rename(NodeId key, std::string to) {
  touch(key);
  plan_.keys.insert_or_assign(key, std::move(to));
}

void Editor::leave_out_empty_mappings() {
  for (bool again = true; again;) {
    again = false;
    for (const auto& [id, all] : plan_.slots) {
      const NodeId above = parents_[id];
      if (!all.empty() || doc_.node(id).count == 0 || !doc_.node(id).is(NodeKind::mapping)) continue;
      if (above == no_node || !doc_.node(above).is(NodeKind::mapping) || plan_.values.contains(id)) continue;
      const auto there = plan_.slots_of(doc_, above);
      const std::uint32_t n = numbers_[id];
      again = std::any_of(there.begin(), there.end(), [&](const Slot& slot) { return slot.part == n; });
      if (!again) continue;
      remove(id);
      break;  // the plan grew
    }
  }
}

Draft Editor::intended(NodeId id) const {
  const auto value = plan_.values.find(id);
  if (value != plan_.values.end()) return value->second;
  if (!plan_.touched[id]) return draft_of(doc_, id);
  Draft now = draft_of(doc_, id);
  if (!now.collection()) return now;
  std::vector<NodeId> nodes;
  std::vector<NodeId> keys;
  if (now.kind == NodeKind::mapping) {
    for (const Entry entry : entries(doc_, id)) {
      keys.push_back(entry.key);
      nodes.push_back(entry.value);
    }
  } else {
    for (const NodeId item : children(doc_, id)) nodes.push_back(item);
  }
  now.parts.clear();
  for (Slot& slot : plan_.slots_of(doc_, id)) {
    if (slot.part == no_part) {
      now.parts.push_back(std::move(slot.fresh));
      continue;
    }
    now.parts.push_back(intended(nodes[slot.part]));
    now.parts.back().key.clear();
    if (keys.empty()) continue;
    const auto name = plan_.keys.find(keys[slot.part]);
    now.parts.back().key = name != plan_.keys.end() ? name->second : std::string(doc_.node(keys[slot.part]).text());
  }
  return now;
}

EditResult Editor::finish() {
  leave_out_empty_mappings();
  EditResult result;
  const FileStyle style = learn_style(doc_);
  Output out(doc_.text, doc_.source, style.line_break);
  Emitter(doc_, plan_, style, out).document();
  result.text = out.text();
  result.edits = out.edits();
  for (const NodeId root : doc_.roots) result.intended.push_back(intended(root));
  result.released = released_spans(doc_, plan_);
  return result;
}

}  // namespace matter
