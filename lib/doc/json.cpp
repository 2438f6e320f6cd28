// The only file of the library that sees nlohmann/json.
#include "doc/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "doc/encoding.h"
#include "text/encoding.h"

namespace matter {

namespace {

using nlohmann::json;

constexpr std::size_t depth_limit = 512;

/// Makes the tree of nlohmann's events. It tells no positions: every node is placed at the whole value.
class JsonTree : public nlohmann::json_sax<json> {
 public:
  JsonTree(Document& into, Span whole, Collector& findings) : into_(into), whole_(whole), findings_(findings) {}

  bool null() override {
    add(NodeKind::null, "null");
    return true;
  }
  bool boolean(bool value) override { return scalar(NodeStyle::plain, value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override {  // of numbers with a minus only
    return scalar(NodeStyle::plain, value == 0 ? "-0" : std::to_string(value));
  }
  bool number_unsigned(number_unsigned_t value) override { return scalar(NodeStyle::plain, std::to_string(value)); }
  bool number_float(number_float_t, const string_t& written) override { return scalar(NodeStyle::plain, written); }
  bool string(string_t& value) override { return scalar(NodeStyle::double_quoted, value); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(NodeKind::mapping); }
  bool start_array(std::size_t) override { return open(NodeKind::sequence); }
  bool key(string_t& value) override { return scalar(NodeStyle::double_quoted, value); }
  bool end_object() override {
    report_duplicates(open_.back().node);
    open_.pop_back();
    return true;
  }
  bool end_array() override {
    open_.pop_back();
    return true;
  }
  bool parse_error(std::size_t at, const std::string&, const json::exception&) override {
    // One past the last byte read; at the end of the text that is the end.
    const std::uint32_t size = whole_.size();
    const auto offset = static_cast<std::uint32_t>(std::min<std::size_t>(at == 0 ? 0 : at - 1, size));
    const Span place{whole_.begin + offset, whole_.begin + std::min(offset + 1, size)};
    if (offset >= size) {
      refuse(place, {"JSON 在此处不完整就结束了", "the JSON ends here before it is complete"});
    } else {
      refuse(place, {"从此处起不是正确的 JSON", "from here on this is not JSON"});
    }
    return false;
  }

 private:
  struct Open {
    NodeId node;
    NodeId last_child;
  };

  bool refuse(Span at, const Words<>& words) {
    findings_.add("yaml-syntax", Severity::error, {into_.source, at}, words);
    return false;
  }

  NodeId add(NodeKind kind, std::string_view value) {
    const auto id = static_cast<NodeId>(into_.nodes.size());
    Node& node = into_.nodes.emplace_back();
    node.kind = kind;
    node.span = whole_;
    const std::string_view kept = into_.arena.keep(value);
    node.data = kept.data();
    node.length = static_cast<std::uint32_t>(kept.size());
    if (open_.empty()) {
      into_.roots.push_back(id);
      into_.root_spans.push_back(whole_);
      return id;
    }
    Open& parent = open_.back();
    (parent.last_child == no_node ? into_.nodes[parent.node].child : into_.nodes[parent.last_child].next) = id;
    ++into_.nodes[parent.node].count;
    parent.last_child = id;
    return id;
  }

  bool scalar(NodeStyle style, std::string_view value) {
    into_.nodes[add(NodeKind::scalar, value)].style = style;
    return true;
  }

  bool open(NodeKind kind) {
    if (open_.size() >= depth_limit) {
      findings_.add("yaml-syntax", Severity::error, {into_.source, whole_},
                    {"JSON 嵌套超过 {} 层，不再读取", "JSON nested deeper than {} levels; not read further"},
                    depth_limit);
      return false;
    }
    const NodeId id = add(kind, {});
    into_.nodes[id].style = NodeStyle::flow;
    open_.push_back({id, no_node});
    return true;
  }

  void report_duplicates(NodeId object) {
    seen_.clear();
    for (const Entry entry : entries(into_, object)) {
      const std::string_view name = into_.node(entry.key).text();
      if (seen_.emplace(name, entry.key).second) continue;
      Diagnostic& found =
          findings_.add("yaml-duplicate-key", Severity::error, {into_.source, whole_},
                        {"“{}”在同一个 JSON 对象里写了两次", "\"{}\" stands twice in one JSON object"}, name);
      found.subject = std::string(name);
      into_.damaged = true;
    }
  }

  Document& into_;
  Span whole_;
  Collector& findings_;
  std::vector<Open> open_;
  std::unordered_map<std::string_view, NodeId> seen_;
};

}  // namespace

bool read_json(std::string_view text, SourceId source, std::uint32_t offset, Document& into, Collector& findings) {
  into.clear(source, text);
  into.reader = Reader::json;
  Collector mistakes(findings.lang());
  JsonTree tree(into, {offset, offset + static_cast<std::uint32_t>(text.size())}, mistakes);
  const bool read = json::sax_parse(text.begin(), text.end(), &tree);
  if (!read && first_not_utf8(text) != std::string_view::npos) {
    static_cast<void>(mistakes.take());
    say_not_utf8(text, source, offset, mistakes);
  }
  for (Diagnostic& d : mistakes.take()) findings.add(std::move(d));
  if (!read) {  // half of a value is no value
    into.clear(source, text);
    into.reader = Reader::json;
    into.damaged = true;
  }
  return read && !into.damaged;
}

}  // namespace matter
