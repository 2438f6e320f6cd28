#include "support/messer.h"

#include <array>
#include <vector>

#include "doc/yaml.h"
#include "model/matter.h"
#include "support/matter_generator.h"
#include "support/yaml_random.h"

namespace matter::test {

namespace {

/// Writes a tree as untidily as the dialect allows.
class Messer {
 public:
  Messer(const Document& doc, Random& random) : doc_(doc), random_(random) {}

  std::string run() {
    for (std::size_t n = 0; n < doc_.roots.size(); ++n) {
      if (n > 0 || random_.one_in(3)) out_ += random_.one_in(4) ? "---  # c\n" : "---\n";
      blanks(0);
      const Node& root = doc_.node(doc_.roots[n]);
      if (root.is(NodeKind::mapping) && root.count > 0) {
        map(doc_.roots[n], 0, false);
      } else if (root.is(NodeKind::sequence) && root.count > 0) {
        list(doc_.roots[n], 0, false);
      }
      blanks(0);
    }
    return std::move(out_);
  }

 private:
  void spaces(std::size_t n) { out_.append(n, ' '); }

  /// Blank lines and comments on lines of their own.
  void blanks(std::size_t indent) {
    while (random_.one_in(5)) {
      if (random_.one_in(2)) {
        out_ += random_.one_in(4) ? "  \n" : "\n";
      } else {
        spaces(random_.one_in(4) ? indent + random_.below(3) : indent);
        out_ += "# c\n";
      }
    }
  }

  void end_line() { out_ += random_.one_in(8) ? (random_.one_in(2) ? "  # c\n" : "        # c\n") : "\n"; }

  std::vector<Entry> shuffled(NodeId mapping) {
    std::vector<Entry> all;
    for (const Entry entry : entries(doc_, mapping)) all.push_back(entry);
    if (random_.one_in(2)) random_.shuffle(all);
    return all;
  }

  void map(NodeId id, std::size_t indent, bool in_place) {
    for (const Entry entry : shuffled(id)) {
      if (!in_place) {
        blanks(indent);
        spaces(indent);
      }
      in_place = false;
      out_ += one_line(entry.key, false);
      out_ += random_.one_in(6) ? " :" : ":";
      value(entry.value, indent, true);
    }
  }

  void list(NodeId id, std::size_t indent, bool in_place) {
    for (const NodeId item : children(doc_, id)) {
      if (!in_place) {
        blanks(indent);
        spaces(indent);
      }
      in_place = false;
      out_ += '-';
      const Node& node = doc_.node(item);
      const bool nested = node.count > 0 && (node.is(NodeKind::mapping) || node.is(NodeKind::sequence));
      if (nested && random_.one_in(3)) {
        const std::size_t gap = 1 + random_.below(3);
        spaces(gap);
        node.is(NodeKind::mapping) ? map(item, indent + 1 + gap, true) : list(item, indent + 1 + gap, true);
      } else {
        value(item, indent, false);
      }
    }
  }

  /// Behind a key or dash at `indent`.
  void value(NodeId id, std::size_t indent, bool in_map) {
    const Node& node = doc_.node(id);
    const bool collection = node.is(NodeKind::mapping) || node.is(NodeKind::sequence);
    if (node.is(NodeKind::null)) return end_line();
    if (collection && node.count > 0 && random_.one_in(2)) {
      end_line();
      const bool flat = in_map && node.is(NodeKind::sequence) && random_.one_in(3);
      const std::size_t inner = flat ? indent : indent + 1 + random_.below(4);
      blanks(inner);
      return node.is(NodeKind::mapping) ? map(id, inner, false) : list(id, inner, false);
    }
    if (node.is(NodeKind::scalar) && random_.one_in(3)) {
      const std::string_view text = node.text();
      if (!text.empty() && text.find('\n') != std::string_view::npos && text.back() == '\n' && text.front() != ' ' &&
          text.front() != '\n' && text.find("\n ") == std::string_view::npos && !text.ends_with("\n\n")) {
        return literal(text, indent);
      }
    }
    if (random_.one_in(10)) {
      end_line();
      spaces(indent + 2);
    } else {
      spaces(1 + (random_.one_in(4) ? random_.below(4) : 0));
    }
    inner_indent_ = indent + 1 + random_.below(4);
    out_ += one_line(id, false);
    end_line();
  }

  void literal(std::string_view text, std::size_t indent) {
    out_ += random_.one_in(5) ? " |  # c\n" : " |\n";
    const std::size_t inner = indent + 1 + random_.below(5);
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      if (end > 0) spaces(inner);
      out_.append(text.substr(0, end)).append("\n");
      text.remove_prefix(end + 1);
    }
  }

  /// A scalar or a collection in brackets; with line breaks and comments now and then.
  std::string one_line(NodeId id, bool in_flow) {
    const Node& node = doc_.node(id);
    if (node.is(NodeKind::null)) return "~";
    if (node.is(NodeKind::scalar)) return scalar(node, in_flow);
    const bool mapping = node.is(NodeKind::mapping);
    const bool lines = random_.one_in(4);
    std::string text(mapping ? "{" : "[");
    const std::vector<Entry> ordered = mapping ? shuffled(id) : std::vector<Entry>{};
    std::size_t n = 0;
    const auto gap = [&] {
      if (lines) {
        if (n > 0 && random_.one_in(4)) text += random_.one_in(2) ? "  # c" : " #c";
        text.append("\n").append(inner_indent_, ' ');
        if (random_.one_in(8)) text.append("# c\n").append(inner_indent_, ' ');
      } else if (random_.one_in(2)) {
        text += ' ';
      }
    };
    for (const Entry entry : ordered) {
      if (n > 0) text += random_.one_in(5) ? " ," : ",";
      gap();
      ++n;
      text.append(one_line(entry.key, true)).append(": ").append(one_line(entry.value, true));
    }
    for (NodeId item = mapping ? no_node : node.child; item != no_node; item = doc_.node(item).next) {
      if (n > 0) text += ",";
      gap();
      ++n;
      text += one_line(item, true);
    }
    if (lines && random_.one_in(3) && n > 0) text += ",";
    gap();
    return text + (mapping ? "}" : "]");
  }

  std::string scalar(const Node& node, bool in_flow) {
    const std::string_view text = node.text();
    // What is written plain below `extra` says by that what it is.
    if (node.style == NodeStyle::plain) return std::string(text);
    std::string out;
    if (!in_flow && random_.one_in(3)) {
      out = written_scalar(text, 1, random_);
      if (out.find('\n') == std::string::npos && !out.starts_with('|') && !out.starts_with('>')) return out;
      out.clear();
    }
    if (random_.one_in(2) && text.find('\n') == std::string_view::npos && text.find('\t') == std::string_view::npos) {
      for (const char c : text) out.append(c == '\'' ? 2 : 1, c);
      return "'" + out + "'";
    }
    for (const char c : text) {
      if (c == '\n') {
        out += "\\n";
      } else {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
      }
    }
    return "\"" + out + "\"";
  }

  const Document& doc_;
  Random& random_;
  std::string out_;
  std::size_t inner_indent_ = 2;
};

}  // namespace

std::string messed(const std::string& text, Random& random) {
  Document doc;
  Collector unheard(Lang::en);
  read_yaml(text, 0, doc, unheard);
  return numbered_comments(Messer(doc, random).run());
}

std::string random_keys(std::string yaml, Random& random) {
  constexpr std::array<std::string_view, 16> names = {
      "name", "事项名称", "materials", "申请条件", "limits",   "agency", "results", "extra",
      "foo",  "fees",     "type",      "basis",    "channels", "legal",  "text",    "旧键"};
  std::vector<std::string_view> all(names.begin(), names.end());
  random.shuffle(all);
  std::size_t next = 0;
  for (const std::string_view stem : {"k", "键"}) {
    for (char n = '0'; n < '4'; ++n) {
      const std::string key = std::string(stem) + n;
      const std::string_view name = all[next++];
      for (std::size_t at = yaml.find(key); at != std::string::npos; at = yaml.find(key, at + name.size())) {
        const bool whole = at == 0 || yaml[at - 1] == ' ' || yaml[at - 1] == '\n' || yaml[at - 1] == '{' ||
                           yaml[at - 1] == '[' || yaml[at - 1] == ',';
        if (whole) yaml.replace(at, key.size(), name);
      }
    }
  }
  return yaml;
}

std::string numbered_comments(const std::string& text) {
  Document doc;
  Collector unheard(Lang::en);
  read_yaml(text, 0, doc, unheard);
  std::string out;
  std::uint32_t at = 0;
  std::size_t n = 0;
  for (const Comment& comment : doc.comments) {
    out.append(text, at, comment.span.begin - at);
    out += "# c" + std::to_string(++n);
    at = comment.span.end;
  }
  return out.append(text, at);
}

}  // namespace matter::test
