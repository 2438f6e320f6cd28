#include "ops/import_messages.h"

#include <algorithm>
#include <string_view>

#include "doc/builder.h"
#include "doc/json.h"
#include "exchange/element_writer.h"

namespace matter {

namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

/// Elements of XML as the tree that records are read from: an element with elements in it is a mapping, several of a
/// name are a list where the first of them stood, one with nothing but blanks in it is null. Attributes are `@name`,
/// texts beside elements or attributes `#text`.
class Elements {
 public:
  Elements(const XmlText& xml, Document& into) : xml_(xml), tree_(into), below_(xml.nodes.size()) {
    for (std::uint32_t i = 0; i < xml.nodes.size(); ++i) {
      if (xml.nodes[i].up != i) below_[xml.nodes[i].up].push_back(i);
    }
  }

  [[nodiscard]] const std::vector<std::uint32_t>& below(std::uint32_t element) const { return below_[element]; }
  [[nodiscard]] TreeBuilder& tree() { return tree_; }

  NodeId value(std::uint32_t element) {
    const bool group = std::any_of(below_[element].begin(), below_[element].end(), [&](std::uint32_t i) {
      const XmlNode::Kind kind = xml_.nodes[i].kind;
      return kind == XmlNode::Kind::element || (kind == XmlNode::Kind::attribute && tells(xml_.nodes[i]));
    });
    return group ? mapping(element) : text(element);
  }

  void entries(std::uint32_t element, NodeId into) {
    std::vector<std::uint32_t> done;
    for (const std::uint32_t i : below_[element]) {
      const XmlNode& node = xml_.nodes[i];
      if (node.kind == XmlNode::Kind::attribute && tells(node)) {
        entry(into, "@" + std::string(node.name), tree_.text(node.text), node.span);
      } else if (node.kind == XmlNode::Kind::text && !is_blank(node.text)) {
        entry(into, "#text", tree_.text(node.text), node.span);
      } else if (node.kind == XmlNode::Kind::element && std::find(done.begin(), done.end(), i) == done.end()) {
        same_name(element, i, into, done);
      }
    }
  }

 private:
  /// What names a vocabulary says nothing of a matter.
  static bool tells(const XmlNode& attribute) {
    return !attribute.name.starts_with("xmlns") && !attribute.name.starts_with("xsi:");
  }

  void same_name(std::uint32_t outer, std::uint32_t first, NodeId into, std::vector<std::uint32_t>& done) {
    const XmlNode& named = xml_.nodes[first];
    std::vector<std::uint32_t> all;
    for (const std::uint32_t other : below_[outer]) {
      const XmlNode& node = xml_.nodes[other];
      if (other >= first && node.kind == XmlNode::Kind::element && node.name == named.name) all.push_back(other);
    }
    if (all.size() == 1) return entry(into, named.name, value(first), named.span);
    const NodeId list = tree_.sequence();
    for (const std::uint32_t one : all) tree_.item(list, value(one));
    done.insert(done.end(), all.begin(), all.end());
    entry(into, named.name, list, named.span);
  }

  NodeId mapping(std::uint32_t element) {
    const NodeId made = tree_.mapping();
    entries(element, made);
    tree_.document().nodes[made].span = xml_.nodes[element].span;
    return made;
  }

  NodeId text(std::uint32_t element) {
    std::string_view whole;
    std::string several;
    Span span = xml_.nodes[element].span;
    for (const std::uint32_t i : below_[element]) {
      const XmlNode& node = xml_.nodes[i];
      if (node.kind != XmlNode::Kind::text) continue;
      if (whole.empty()) span = node.span;
      several += node.text;
      span.end = node.span.end;
      whole = whole.empty() ? node.text : std::string_view(several);
    }
    if (is_blank(whole)) return tree_.null();
    const bool own = whole.data() == several.data();
    const NodeId made = tree_.text(own ? tree_.document().arena.keep(several) : whole);
    tree_.document().nodes[made].span = span;
    return made;
  }

  void entry(NodeId into, std::string_view key, NodeId made, Span span) {
    Document& doc = tree_.document();
    tree_.entry(into, doc.arena.keep(key), made);
    if (doc.nodes[made].span.empty()) doc.nodes[made].span = span;
  }

  const XmlText& xml_;
  TreeBuilder tree_;
  std::vector<std::vector<std::uint32_t>> below_;
};

class XmlMessages {
 public:
  XmlMessages(const Mapping& mapping, MessageFile& file, Collector& findings)
      : mapping_(mapping), file_(file), findings_(findings) {}

  bool read() {
    XmlText& xml = file_.xml;
    if (!read_xml(*file_.text, file_.source, xml, findings_)) return false;
    tell_control_characters(file_.source, xml);
    const bool sample = std::any_of(xml.nodes.begin(), xml.nodes.end(), [](const XmlNode& node) {
      return node.kind == XmlNode::Kind::comment && node.text.find(sample_comment) != std::string_view::npos;
    });
    bool any = false;
    std::vector<bool> outer(xml.nodes.size(), false);
    for (std::uint32_t i = 0; i < xml.nodes.size(); ++i) {
      if (!is_record(xml, i, outer)) continue;
      any = true;
      message(xml, i, sample);
    }
    if (any) return tell_others(file_.source, xml, outer);
    const Span at = xml.nodes.empty() ? Span{} : xml.nodes[0].span;
    Diagnostic& d = findings_.add("field-missing", Severity::error, {file_.source, at},
                                  {"没有事项：找不到元素 {}", "no matter here: there is no element {}"}, root());
    d.hint = say(findings_.lang(), {"外面可以再包一层，里面的名称要照样", "there may be elements around it"});
    return false;
  }

 private:
  void message(const XmlText& xml, std::uint32_t body, bool sample) {
    Document& doc = file_.documents.emplace_back();
    doc.clear(file_.source, *file_.text);
    Elements elements(xml, doc);
    const NodeId record = elements.tree().mapping();
    elements.entries(body, record);
    // What stands beside it within the message is of the message too.
    for (std::uint32_t at = body, n = static_cast<std::uint32_t>(mapping_.root.size()); n > 1; --n) {
      const std::uint32_t outer = xml.nodes[at].up;
      for (const std::uint32_t beside : elements.below(outer)) {
        const XmlNode& node = xml.nodes[beside];
        if (node.kind != XmlNode::Kind::element || node.name == xml.nodes[at].name) continue;
        elements.tree().entry(record, doc.arena.keep(std::string(xml.nodes[outer].name).append("/").append(node.name)),
                              elements.value(beside));
      }
      at = outer;
    }
    doc.roots.push_back(record);
    file_.records.push_back({&doc, record, {file_.source, xml.nodes[body].span}, sample});
  }

  /// Whether an element is the innermost of the mapping's root; marks the elements that lead to it.
  bool is_record(const XmlText& xml, std::uint32_t i, std::vector<bool>& outer) const {
    std::uint32_t at = i;
    for (std::size_t n = mapping_.root.size(); n > 0; --n) {
      const XmlNode& node = xml.nodes[at];
      if (node.kind != XmlNode::Kind::element || node.name != mapping_.root[n - 1]) return false;
      if (n > 1 && node.up == at) return false;
      if (n > 1) at = node.up;
    }
    outer[i] = true;
    for (at = i; xml.nodes[at].up != at; at = xml.nodes[at].up) outer[xml.nodes[at].up] = true;
    return true;
  }

  /// What stands in the file beside messages, and of no matter.
  bool tell_others(SourceId source, const XmlText& xml, const std::vector<bool>& outer) {
    for (std::uint32_t i = 0; i < xml.nodes.size(); ++i) {
      const XmlNode& node = xml.nodes[i];
      const bool message = xml.nodes[node.up].name == mapping_.root.front() || outer[i];
      const bool around = node.up == i || (outer[node.up] && !inside_message(xml, node.up));
      if (node.kind != XmlNode::Kind::element || message || !around) continue;
      findings_.add("field-unknown", Severity::warning, {source, node.span},
                    {"“{}”不在任何事项里，没有导入", "'{}' is in no matter: not imported"}, node.name);
    }
    return true;
  }

  [[nodiscard]] bool inside_message(const XmlText& xml, std::uint32_t at) const {
    for (;; at = xml.nodes[at].up) {
      if (xml.nodes[at].name == mapping_.root.front()) return true;
      if (xml.nodes[at].up == at) return false;
    }
  }

  void tell_control_characters(SourceId source, const XmlText& xml) {
    if (xml.taken.empty()) return;
    const std::uint32_t first = xml.taken.front();
    findings_.add("control-character", Severity::warning, {source, {first, first + 1}},
                  {"有 {} 个控制字符，没有导入；第一个在这里",
                   "{:control character was|control characters were} not imported; the first one is here"},
                  Counted{xml.taken.size()});
  }

  [[nodiscard]] std::string root() const {
    std::string text;
    for (const std::string_view name : mapping_.root) text.append(text.empty() ? "" : "/").append(name);
    return text;
  }

  const Mapping& mapping_;
  MessageFile& file_;
  Collector& findings_;
};

class JsonEntries {
 public:
  JsonEntries(const Mapping& mapping, MessageFile& file, Collector& findings)
      : mapping_(mapping), file_(file), findings_(findings) {}

  bool read() {
    Document& doc = file_.documents.emplace_back();
    if (!read_json(*file_.text, file_.source, 0, doc, findings_)) return false;
    std::vector<NodeId> found;
    std::vector<NodeId> around;  // keys
    constexpr int most_around = 4;
    entries_in(doc, doc.roots[0], most_around, found, around);
    for (const NodeId record : found) file_.records.push_back({&doc, record, {file_.source, doc.node(record).span}});
    if (found.empty()) {
      const std::vector<Column>& columns = mapping_.tables[0].columns;
      const auto first = std::find_if(columns.begin(), columns.end(), [](const Column& one) { return one.required; });
      const std::string_view wanted = first != columns.end() ? first->name : columns[0].name;
      findings_.add("field-missing", Severity::error, {file_.source, {0, 0}},
                    {"没有条目：找不到有“{}”的对象", "no entry here: there is no object with '{}'"}, wanted);
      return false;
    }
    if (around.empty()) return true;
    std::string names;
    for (const NodeId key : around)
      names.append(names.empty() ? "" : findings_.lang() == Lang::zh ? "、" : ", ").append(doc.node(key).text());
    findings_.add("field-unknown", Severity::info, {file_.source, doc.node(around.front()).span},
                  {"条目外面的 {} 没有导入", "not imported, since around the entries: {}"}, names);
    return true;
  }

 private:
  /// An entry has one of the columns that entries cannot do without.
  [[nodiscard]] bool is_entry(const Document& doc, NodeId node) const {
    const std::vector<Column>& columns = mapping_.tables[0].columns;
    return std::any_of(columns.begin(), columns.end(),
                       [&](const Column& column) { return column.required && doc.find(node, column.name) != no_node; });
  }

  void entries_in(const Document& doc, NodeId node, int depth, std::vector<NodeId>& found,
                  std::vector<NodeId>& around) const {
    if (depth < 0) return;
    if (doc.node(node).is(NodeKind::sequence)) {
      for (const NodeId item : children(doc, node)) entries_in(doc, item, depth - 1, found, around);
    } else if (doc.node(node).is(NodeKind::mapping)) {
      if (is_entry(doc, node)) {
        found.push_back(node);
        return;
      }
      for (const Entry member : entries(doc, node)) {
        const std::size_t before = found.size();
        entries_in(doc, member.value, depth - 1, found, around);
        if (found.size() == before) around.push_back(member.key);
      }
    }
  }

  const Mapping& mapping_;
  MessageFile& file_;
  Collector& findings_;
};

}  // namespace

bool read_xml_messages(const Mapping& mapping, MessageFile& file, Collector& findings) {
  return XmlMessages(mapping, file, findings).read();
}

bool read_json_entries(const Mapping& mapping, MessageFile& file, Collector& findings) {
  return JsonEntries(mapping, file, findings).read();
}

}  // namespace matter
