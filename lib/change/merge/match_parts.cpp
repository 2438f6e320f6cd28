#include <algorithm>
#include <string>
#include <unordered_map>

#include "change/match.h"
#include "change/merge/box.h"
#include "text/unicode.h"

namespace matter::merge {

namespace {

using Places = std::vector<std::uint32_t>;  ///< by part of the one, the part of the other, or `nowhere`

/// Keys of two mappings. The English key and the Chinese label are one; most stand in the same order.
Places match_keys(const Box& a, const Box& b) {
  Places places(a.count(), nowhere);
  std::vector<bool> taken(b.count(), false);
  const std::uint32_t count = b.count();
  std::uint32_t next = 0;
  for (std::uint32_t i = 0; i < a.count(); ++i) {
    const Field* const field = a.field(i);
    const std::string_view key = a.key(i);
    for (std::uint32_t step = 0, j = next; step < count; ++step, ++j) {
      if (j >= count) j -= count;
      if (taken[j]) continue;
      if (b.key(j) != key && (field == nullptr || b.field(j) != field)) continue;
      places[i] = j;
      taken[j] = true;
      next = j + 1;
      break;
    }
  }
  return places;
}

/// Items by a name of each; of several with one name, in their order. Nameless ones are none.
template <class Name>
Places match_named(const Box& a, const Box& b, const Name& name) {
  std::unordered_map<std::string, Places> waiting;
  for (std::uint32_t j = b.count(); j-- > 0;) waiting[name(b, j)].push_back(j);
  Places places(a.count(), nowhere);
  for (std::uint32_t i = 0; i < a.count(); ++i) {
    const std::string id = name(a, i);
    if (id.empty()) continue;
    const auto found = waiting.find(id);
    if (found == waiting.end() || found->second.empty()) continue;
    places[i] = found->second.back();
    found->second.pop_back();
  }
  return places;
}

/// Of two lists of one length, what is left over stands for each other in order: it was edited in its place.
void pair_leftovers(const Box& a, const Box& b, Places& places) {
  if (a.count() != b.count()) return;
  std::vector<bool> taken(b.count(), false);
  for (const std::uint32_t j : places) {
    if (j != nowhere) taken[j] = true;
  }
  std::uint32_t next = 0;
  for (std::uint32_t& place : places) {
    if (place != nowhere) continue;
    while (taken[next]) ++next;
    place = next++;
  }
}

void append(const Content& content, std::string& to) {
  to.append(content.key).append(normalised(content.text)).push_back('\x1f');
  for (const Content& part : content.parts) append(part, to);
}

std::string name_of_item(const Box& box, std::uint32_t part) {
  const Ref value = box.value(part);
  if (value.matter != nullptr && value.matter->node == value.node) return matter_label(value.matter);
  std::string all;
  append(content(value), all);
  return all;
}

const AnyList& list_of_box(const Box& box) { return *static_cast<const AnyList*>(box.ref.member); }

Places match_two(const Box& a, const Box& b) {
  if (a.count() == 0 || b.count() == 0) return Places(a.count(), nowhere);
  if (a.ref.tree().is(NodeKind::mapping)) return match_keys(a, b);
  if (!a.list || !b.list) {
    Places raw = match_named(a, b, name_of_item);
    pair_leftovers(a, b, raw);
    return raw;
  }
  Places places(a.count(), nowhere);
  for (const ItemPair& pair : match_items(*a.ref.field, list_of_box(a), list_of_box(b))) {
    if (pair.before != no_item && pair.after != no_item) places[pair.before] = pair.after;
  }
  return places;
}

/// Joins three pairings: through the base, and between what both sides added.
std::vector<Triple> join(const Places& ours_of, const Places& theirs_of, const Places& theirs_of_ours,
                         std::uint32_t ours, std::uint32_t theirs) {
  std::vector<Triple> triples;
  std::vector<bool> our_taken(ours, false);
  std::vector<bool> their_taken(theirs, false);
  for (std::uint32_t i = 0; i < ours_of.size(); ++i) {
    triples.push_back({i, ours_of[i], theirs_of[i]});
    if (ours_of[i] != nowhere) our_taken[ours_of[i]] = true;
    if (theirs_of[i] != nowhere) their_taken[theirs_of[i]] = true;
  }
  for (std::uint32_t i = 0; i < ours; ++i) {
    if (our_taken[i]) continue;
    std::uint32_t other = theirs_of_ours[i];
    if (other != nowhere && their_taken[other]) other = nowhere;
    if (other != nowhere) their_taken[other] = true;
    triples.push_back({nowhere, i, other});
  }
  for (std::uint32_t i = 0; i < theirs; ++i) {
    if (!their_taken[i]) triples.push_back({nowhere, nowhere, i});
  }
  return triples;
}

/// What tells the documents of a file apart: the matter's identity, else its place.
std::vector<std::string> document_names(const Version& in) {
  std::vector<std::string> names;
  for (const NodeId root : in.doc.roots) {
    const auto found = std::find(in.nodes.begin(), in.nodes.end(), root);
    std::string name;
    if (found != in.nodes.end()) name = matter_label(&in.matter(static_cast<std::size_t>(found - in.nodes.begin())));
    names.push_back(std::move(name));
  }
  return names;
}

Places match_names(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  Places places(a.size(), nowhere);
  std::vector<bool> taken(b.size(), false);
  const auto pair = [&](std::size_t i, std::size_t j) {
    places[i] = static_cast<std::uint32_t>(j);
    taken[j] = true;
  };
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size() && places[i] == nowhere; ++j) {
      if (!taken[j] && !a[i].empty() && a[i] == b[j]) pair(i, j);
    }
  }
  // A single document is the file: whatever became of its identity, that is a change of it.
  if (a.size() == b.size()) {
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (places[i] == nowhere && !taken[i]) pair(i, i);
    }
  }
  return places;
}

}  // namespace

std::vector<Triple> match_parts(const Box& base, const Box& ours, const Box& theirs) {
  return join(match_two(base, ours), match_two(base, theirs), match_two(ours, theirs), ours.count(), theirs.count());
}

std::vector<std::string> labels_of(const Box& base, const Box& ours, const Box& theirs,
                                   const std::vector<Triple>& triples) {
  std::vector<std::string> labels;
  const Box& any = ours.present() ? ours : theirs;
  if (!any.present() || !any.ref.tree().is(NodeKind::sequence)) return labels;
  std::unordered_map<std::string, std::uint32_t> seen;
  labels.reserve(triples.size());
  for (const Triple& at : triples) {
    const Box& box = at.ours != nowhere ? ours : at.theirs != nowhere ? theirs : base;
    const std::uint32_t part = at.ours != nowhere ? at.ours : at.theirs != nowhere ? at.theirs : at.base;
    const Ref value = box.value(part);
    std::string label = value.item ? item_label(*value.field, value.member, part) : std::to_string(part + 1);
    const std::uint32_t times = ++seen[label];
    if (times > 1) label.append("#").append(std::to_string(times));
    labels.push_back(std::move(label));
  }
  return labels;
}

std::vector<Triple> match_documents(const Version& base, const Version& ours, const Version& theirs) {
  const auto b = document_names(base);
  const auto o = document_names(ours);
  const auto t = document_names(theirs);
  return join(match_names(b, o), match_names(b, t), match_names(o, t), static_cast<std::uint32_t>(o.size()),
              static_cast<std::uint32_t>(t.size()));
}

}  // namespace matter::merge
