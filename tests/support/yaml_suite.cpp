#include "support/yaml_suite.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "support/shared.h"
#include "support/trees.h"

namespace matter::test {

namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

/// The suite writes blanks so that they can be seen.
std::string decoded(std::string text) {
  replace_all(text, "␣", " ");
  while (text.find("—»") != std::string::npos) replace_all(text, "—»", "»");
  replace_all(text, "»", "\t");
  replace_all(text, "⇔", "\xEF\xBB\xBF");
  replace_all(text, "↵", "");
  replace_all(text, "←", "\r");
  constexpr std::string_view no_last_break = "∎\n";
  if (text.ends_with(no_last_break)) text.resize(text.size() - no_last_break.size());
  return text;
}

/// Expected scalars are escaped as in a double-quoted one.
std::string unescaped(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '\\' || i + 1 == value.size()) {
      out += value[i];
      continue;
    }
    constexpr std::string_view letters = "ntrb\\0";
    constexpr std::string_view meant{"\n\t\r\b\\\0", 6};
    const std::size_t which = letters.find(value[++i]);
    out += which == std::string_view::npos ? value[i] : meant[which];
  }
  return out;
}

bool is_null_word(std::string_view value) {
  return value.empty() || value == "~" || value == "null" || value == "Null" || value == "NULL";
}

/// An event of the expected tree: `=VAL &a <tag> "text`.
struct Event {
  std::string_view what;  // "+MAP"
  bool flow = false;
  std::string_view anchor;
  std::string_view tag;
  std::string_view rest;
};

Event event_of(std::string_view line) {
  Event event{line.substr(0, std::min<std::size_t>(4, line.size())), false, {}, {}, {}};
  line.remove_prefix(event.what.size());
  const auto skip = [&] {
    while (line.starts_with(' ')) line.remove_prefix(1);
  };
  skip();
  if (event.what[0] == '+' && (line.starts_with("{}") || line.starts_with("[]"))) {
    event.flow = true;
    line.remove_prefix(2);
    skip();
  }
  while (line.starts_with('&') || line.starts_with('<')) {
    const std::string_view word = line.substr(0, line.find(' '));
    (word[0] == '&' ? event.anchor : event.tag) = word[0] == '&' ? word.substr(1) : word;
    line.remove_prefix(word.size());
    if (event.what == "=VAL" || !line.empty()) skip();
  }
  event.rest = line;
  return event;
}

std::string scalar_line(const Event& event) {
  const std::string value = unescaped(event.rest.substr(1));
  if (event.tag.empty() && event.rest[0] == ':' && is_null_word(value)) return "null\n";
  static constexpr std::string_view signs = ":'\"|>";
  static constexpr std::string_view names[] = {"plain", "single", "double", "literal", "folded"};
  return fmt::format("{} \"{}\"\n", names[signs.find(event.rest[0])], escaped(value));
}

/// Builds the text of the tree; the text of every anchored node is kept for its aliases.
class ExpectedTree {
 public:
  std::string run(std::string_view tree) {
    while (!tree.empty()) {
      const std::size_t end = std::min(tree.find('\n'), tree.size());
      std::string_view line = tree.substr(0, end);
      tree.remove_prefix(std::min(end + 1, tree.size()));
      while (line.starts_with(' ')) line.remove_prefix(1);
      if (!line.empty()) add(event_of(line));
    }
    return std::move(out_);
  }

 private:
  void add(const Event& event) {
    const std::string tag = event.tag.empty() ? std::string() : std::string(event.tag) + " ";
    if (event.what == "+DOC") {
      out_ += "document\n";
      depth_ = 1;
      anchors_.clear();
    } else if (event.what == "+MAP" || event.what == "+SEQ") {
      open_.push_back({std::string(event.anchor), out_.size(), depth_});
      line(tag + (event.what == "+MAP" ? "map" : "seq") + (event.flow ? " flow\n" : " block\n"));
      ++depth_;
    } else if (event.what == "-MAP" || event.what == "-SEQ") {
      --depth_;
      line("end\n");
      keep(open_.back().anchor, open_.back().begin, open_.back().depth);
      open_.pop_back();
    } else if (event.what == "=VAL") {
      const std::size_t begin = out_.size();
      line(tag + scalar_line(event));
      keep(std::string(event.anchor), begin, depth_);
    } else if (event.what == "=ALI") {
      alias(std::string(event.rest.substr(1)));
    }
  }

  void line(const std::string& text) { out_.append(depth_, ' ').append(text); }

  void keep(const std::string& anchor, std::size_t begin, std::size_t depth) {
    if (!anchor.empty()) anchors_[anchor] = {out_.substr(begin), depth};
  }

  void alias(const std::string& name) {
    const auto& [text, depth] = anchors_.at(name);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at) + 1;
      line(text.substr(at + depth, end - at - depth));
      // Inner lines are deeper in the kept text by as much as here.
      at = end;
    }
  }

  struct Open {
    std::string anchor;
    std::size_t begin;
    std::size_t depth;
  };
  std::string out_;
  std::size_t depth_ = 0;
  std::vector<Open> open_;
  std::map<std::string, std::pair<std::string, std::size_t>> anchors_;
};

bool uses_outside_construct(const SuiteCase& suite_case) {
  bool found = false;
  std::vector<std::pair<bool, std::size_t>> open;  // mapping?, children so far
  std::string_view tree = suite_case.tree;
  while (!tree.empty()) {
    const std::size_t end = std::min(tree.find('\n'), tree.size());
    std::string_view line = tree.substr(0, end);
    tree.remove_prefix(std::min(end + 1, tree.size()));
    while (line.starts_with(' ')) line.remove_prefix(1);
    if (line.empty()) continue;
    const Event event = event_of(line);
    const bool key = !open.empty() && open.back().first && open.back().second % 2 == 0;
    if (event.what == "=ALI" || !event.anchor.empty() || !event.tag.empty()) found = true;
    if (event.what == "+MAP" || event.what == "+SEQ") {
      if (key) found = true;
      if (!open.empty()) ++open.back().second;
      open.emplace_back(event.what == "+MAP", 0);
    } else if (event.what == "=VAL" || event.what == "=ALI") {
      if (!open.empty()) ++open.back().second;
    } else if ((event.what == "-MAP" || event.what == "-SEQ") && !open.empty()) {
      open.pop_back();
    }
  }
  return found;
}

/// A `?` that begins an explicit key, or a directive: to be seen in the text only.
bool uses_explicit_key_or_directive(const std::string& yaml) {
  bool line_begins = true;
  for (std::size_t i = 0; i < yaml.size(); ++i) {
    const char c = yaml[i];
    const bool ends = i + 1 == yaml.size() || yaml[i + 1] == ' ' || yaml[i + 1] == '\n' || yaml[i + 1] == '\t';
    if (c == '?' && line_begins && ends) return true;
    if (c == '%' && (i == 0 || yaml[i - 1] == '\n')) return true;
    if (c == '\n' || c == '[' || c == '{' || c == ',') {
      line_begins = true;
    } else if (c != ' ' && c != '\t' && !(line_begins && (c == '-' || c == '?' || c == ':') && ends)) {
      line_begins = false;
    }
  }
  return false;
}

}  // namespace

std::string expected_tree(const std::string& suite_tree) { return ExpectedTree().run(suite_tree); }

std::vector<SuiteCase> yaml_suite(const std::filesystem::path& src) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(src)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<SuiteCase> cases;
  for (const auto& file : files) {
    const YAML::Node list = YAML::Load(file_text(file));
    SuiteCase inherited;
    std::size_t number = 0;
    for (const YAML::Node& item : list) {
      SuiteCase one = inherited;
      one.id = file.stem().string();
      if (list.size() > 1) one.id += fmt::format("-{:02}", number);
      if (item["name"]) one.name = item["name"].as<std::string>();
      if (item["yaml"]) one.yaml = decoded(item["yaml"].as<std::string>());
      if (item["tree"]) one.tree = decoded(item["tree"].as<std::string>());
      if (item["skip"]) one.skipped = true;
      one.fail = item["fail"] && item["fail"].as<bool>();
      one.outside_dialect = uses_outside_construct(one) || uses_explicit_key_or_directive(one.yaml);
      inherited = one;
      cases.push_back(std::move(one));
      ++number;
    }
  }
  return cases;
}

}  // namespace matter::test
