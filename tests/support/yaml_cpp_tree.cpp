#include "support/yaml_cpp_tree.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <map>
#include <sstream>

#include "support/trees.h"

namespace matter::test {

namespace {

class Writer : public YAML::EventHandler {
 public:
  std::string out;

  /// At some things that are no YAML, yaml-cpp finds empty documents at the same place without end.
  [[nodiscard]] bool endless() const { return same_place_ > 8; }

  void OnDocumentStart(const YAML::Mark& mark) override {
    same_place_ = mark.pos == last_place_ ? same_place_ + 1 : 0;
    last_place_ = mark.pos;
    out += "document\n";
    depth_ = 1;
    anchors_.clear();
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t anchor) override { leaf(anchor, "null"); }
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t anchor, const std::string& value) override {
    leaf(anchor, fmt::format("\"{}\"", escaped(value)));
  }
  void OnAlias(const YAML::Mark&, YAML::anchor_t anchor) override {
    const auto& [text, depth] = anchors_[anchor];
    const std::string copied = text;
    for (std::size_t at = 0; at < copied.size();) {
      const std::size_t end = copied.find('\n', at) + 1;
      out.append(depth_, ' ').append(copied, at + depth, end - at - depth);
      at = end;
    }
  }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(anchor, "seq");
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    open(anchor, "map");
  }
  void OnMapEnd() override { close(); }

 private:
  void line(std::string_view text) { out.append(depth_, ' ').append(text).append("\n"); }

  void leaf(YAML::anchor_t anchor, std::string_view text) {
    const std::size_t begin = out.size();
    line(text);
    if (anchor != 0) anchors_[anchor] = {out.substr(begin), depth_};
  }
  void open(YAML::anchor_t anchor, std::string_view kind) {
    open_.emplace_back(anchor, out.size());
    line(kind);
    ++depth_;
  }
  void close() {
    --depth_;
    line("end");
    const auto [anchor, begin] = open_.back();
    open_.pop_back();
    if (anchor != 0) anchors_[anchor] = {out.substr(begin), depth_};
  }

  int last_place_ = -1;
  int same_place_ = 0;
  std::size_t depth_ = 0;
  std::vector<std::pair<YAML::anchor_t, std::size_t>> open_;
  std::map<YAML::anchor_t, std::pair<std::string, std::size_t>> anchors_;
};

}  // namespace

std::optional<std::string> yaml_cpp_tree(std::string_view text) {
  std::istringstream stream{std::string(text)};
  Writer writer;
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(writer)) {
      if (writer.endless()) return std::nullopt;
    }
  } catch (const YAML::Exception&) {
    return std::nullopt;
  }
  return bare_tree(writer.out);
}

std::string bare_tree(const std::string& tree) {
  std::string out;
  for (std::size_t at = 0; at < tree.size();) {
    const std::size_t end = tree.find('\n', at);
    std::string_view line = std::string_view(tree).substr(at, end - at);
    at = end + 1;
    const std::size_t indent = line.find_first_not_of(' ');
    out += line.substr(0, indent);
    line.remove_prefix(indent);
    if (line.starts_with('<')) line.remove_prefix(line.find("> ") + 2);
    const std::size_t quote = line.find('"');
    if (quote != std::string_view::npos) line.remove_prefix(quote);
    for (const std::string_view kind : {"seq", "map"}) {
      if (line.starts_with(kind)) line = kind;
    }
    out += line == "\"\"" || line == "\"~\"" || line == "\"null\"" ? "null" : line;
    out += '\n';
  }
  return out;
}

}  // namespace matter::test
