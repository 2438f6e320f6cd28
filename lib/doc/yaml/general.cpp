// The only file that sees yaml-cpp.
#include "doc/yaml/general.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>

#include "doc/yaml/general_judge.h"

namespace matter {

namespace {

using general::TreeBuilder;

/// Larger files are read by the dialect reader only.
constexpr std::size_t general_bytes = 4U << 20U;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The text as a stream, without a copy.
class TextBuffer : public std::streambuf {
 public:
  explicit TextBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // only read: a streambuf knows no const
    setg(begin, begin, begin + text.size());
  }
};

/// Ends the parse when an alias stands inside what it stands for.
class EndlessAlias : public YAML::ParserException {
 public:
  explicit EndlessAlias(const YAML::Mark& at) : ParserException(at, "alias within its own anchor") {}
};

class Handler : public YAML::EventHandler {
 public:
  explicit Handler(TreeBuilder& tree) : tree_(tree) {}

  void OnDocumentStart(const YAML::Mark&) override { tree_.begin_document(); }
  void OnDocumentEnd() override {}
  void OnAnchor(const YAML::Mark&, const std::string& name) override { tree_.name_anchor(name); }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { tree_.null({mark.pos, anchor, false}); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (!tree_.alias({mark.pos, anchor, false})) throw EndlessAlias(mark);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    tree_.scalar({mark.pos, anchor, tag != "?"}, value);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    tree_.open({mark.pos, anchor, tag != "?"}, NodeKind::sequence, style == YAML::EmitterStyle::Flow);
  }
  void OnSequenceEnd() override { tree_.close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    tree_.open({mark.pos, anchor, tag != "?"}, NodeKind::mapping, style == YAML::EmitterStyle::Flow);
  }
  void OnMapEnd() override { tree_.close(); }

 private:
  TreeBuilder& tree_;
};

/// The usual complaints of yaml-cpp in words that help. The rest is passed on as it is.
Bilingual in_words(std::string_view complaint) {
  if (complaint.starts_with("the referenced anchor is not defined")) {
    return {"别名（*）引用的锚点（&）没有定义", "the alias (*) stands for an anchor (&) that is not defined before it"};
  }
  if (complaint.starts_with("alias within")) {
    return {"别名引用了包含它自身的内容", "the alias stands inside what it stands for"};
  }
  if (complaint.starts_with("cannot assign multiple")) {
    return {"一个值只能有一个锚点和一个标签", "a value may have one anchor and one tag"};
  }
  return {"通用 YAML 读取器读不懂此处", "the general YAML reader does not understand this"};
}

/// `documents` is how many there must be: at some things that are no YAML, yaml-cpp finds empty
/// documents without end.
bool parse(std::string_view text, std::uint32_t base, std::size_t documents, TreeBuilder& tree, SourceId source,
           Collector& findings) {
  try {
    TextBuffer buffer(text);
    std::istream stream(&buffer);
    YAML::Parser parser(stream);
    Handler handler(tree);
    for (std::size_t i = 0; i <= documents && parser.HandleNextDocument(handler); ++i) {
    }
    return true;
  } catch (const YAML::Exception& wrong) {
    const std::size_t mark = wrong.mark.pos < 0 ? 0 : static_cast<std::size_t>(wrong.mark.pos);
    const auto at = base + static_cast<std::uint32_t>(std::min(mark, text.size()));
    const auto end = std::min(at + 1, base + static_cast<std::uint32_t>(text.size()));
    Diagnostic& found = findings.add("yaml-syntax", Severity::error, {source, {at, end}}, {"{}（{}）", "{} ({})"},
                                     in_words(wrong.msg).in(findings.lang()), wrong.msg);
    found.subject = wrong.msg;
    return false;
  }
}

bool read_whole(std::string_view text, Document& into, Collector& findings, const YamlLimits& limits,
                const Outside& outside) {
  if (text.size() > std::min(general_bytes, limits.bytes)) {
    findings.add("yaml-syntax", Severity::error, {into.source, outside.at},
                 {"用到锚点、别名、标签、指令或复杂键的文件不得超过 {} 字节",
                  "a file with anchors, aliases, tags, directives or complex keys may have no more than {} bytes"},
                 std::min(general_bytes, limits.bytes));
    return false;
  }
  general::Reduction reduction(text, into.source, limits);
  if (!reduction.run(findings)) return false;
  const std::uint32_t base = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  TreeBuilder tree(into, base);
  const std::size_t documents = reduction.whole().tree.roots.size();
  if (!parse(text.substr(base), base, documents, tree, into.source, findings)) return false;
  if (!general::judge(into, tree.extras(), reduction, findings)) return false;
  const std::size_t written = into.nodes.size();
  if (!general::expand_aliases(into, tree.extras(), limits, findings)) return false;
  into.damaged = !general::keys_are_unique(into, written, findings);
  return true;
}

}  // namespace

bool read_general(std::string_view text, SourceId source, Document& into, Collector& findings, const YamlLimits& limits,
                  const Outside& outside) {
  into.clear(source, text);
  into.reader = Reader::yaml_cpp;
  if (read_whole(text, into, findings, limits, outside)) return !into.damaged;
  // Nothing half-read is handed on: a tree that is refused is no tree.
  into.clear(source, text);
  into.reader = Reader::yaml_cpp;
  into.damaged = true;
  return false;
}

}  // namespace matter
