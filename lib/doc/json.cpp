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

/// Where tokens stand. nlohmann's events tell no positions, but each is the next token of a text that is right so far.
class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_(text), at_(text.starts_with("\xEF\xBB\xBF") ? 3 : 0) {}

  /// The next token; a bracket is one.
  Span next() {
    at_ = std::min(text_.find_first_not_of(" \t\r\n,:", at_), text_.size());
    const std::size_t begin = at_;
    if (begin == text_.size()) return span(begin);
    const char first = text_[begin];
    if (first == '"') {
      skip_string();
    } else if (std::string_view("{}[]").find(first) != std::string_view::npos) {
      ++at_;
    } else {
      at_ = std::min(text_.find_first_of(" \t\r\n,:]}", at_), text_.size());
    }
    return span(begin);
  }

 private:
  void skip_string() {
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
    at_ = std::min(at_ + 1, text_.size());
  }
  [[nodiscard]] Span span(std::size_t begin) const {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
  }

  std::string_view text_;
  std::size_t at_;
};

/// Makes the tree of nlohmann's events.
class JsonTree : public nlohmann::json_sax<json> {
 public:
  JsonTree(Document& into, std::string_view text, Span whole, Collector& findings)
      : into_(into), whole_(whole), findings_(findings), tokens_(text) {}

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
    const NodeId object = open_.back().node;
    close();
    report_duplicates(object);
    return true;
  }
  bool end_array() override {
    close();
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
    node.span = next();
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

  Span next() {
    const Span token = tokens_.next();
    return {whole_.begin + token.begin, whole_.begin + token.end};
  }

  void close() {
    into_.nodes[open_.back().node].span.end = next().end;
    open_.pop_back();
  }

  bool scalar(NodeStyle style, std::string_view value) {
    into_.nodes[add(NodeKind::scalar, value)].style = style;
    return true;
  }

  bool open(NodeKind kind) {
    if (open_.size() >= depth_limit) {
      findings_.add("yaml-syntax", Severity::error, {into_.source, next()},
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
      const auto [first, fresh] = seen_.emplace(name, entry.key);
      if (fresh) continue;
      Diagnostic& found =
          findings_.add("yaml-duplicate-key", Severity::error, {into_.source, into_.node(entry.key).span},
                        {"“{}”在同一个 JSON 对象里写了两次", "\"{}\" stands twice in one JSON object"}, name);
      found.subject = std::string(name);
      found.notes.push_back({say(findings_.lang(), {"第一次在这里", "it stands here first"}),
                             {into_.source, into_.node(first->second).span}});
      into_.damaged = true;
    }
  }

  Document& into_;
  Span whole_;
  Collector& findings_;
  std::vector<Open> open_;
  std::unordered_map<std::string_view, NodeId> seen_;
  Tokens tokens_;
};

}  // namespace

bool read_json(std::string_view text, SourceId source, std::uint32_t offset, Document& into, Collector& findings) {
  into.clear(source, text);
  into.reader = Reader::json;
  Collector mistakes(findings.lang());
  JsonTree tree(into, text, {offset, offset + static_cast<std::uint32_t>(text.size())}, mistakes);
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

NodeId read_json_object(std::string_view text, Document& into) {
  Collector unheard(Lang::en);
  if (!read_json(text, no_source, 0, into, unheard) || into.roots.empty()) return no_node;
  const NodeId root = into.roots[0];
  return into.node(root).kind == NodeKind::mapping ? root : no_node;
}

}  // namespace matter
