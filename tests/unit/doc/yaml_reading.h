#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "doc/yaml.h"
#include "text/lines.h"

namespace matter::test {

/// A text as the dialect reader reads it, with short forms of the outcome to compare.
class Reading {
 public:
  explicit Reading(std::string yaml, const YamlLimits& limits = {}, Lang lang = Lang::en)
      : text(std::move(yaml)), findings(lang), outcome(read_yaml(text, 7, doc, findings, limits)) {}

  /// All documents: plain scalars as they are, others in the quotes of their style, `~` for null;
  /// separated by ` / `.
  [[nodiscard]] std::string tree() const {
    std::string all;
    for (const NodeId root : doc.roots) all += (all.empty() ? "" : " / ") + node(root);
    return all;
  }

  /// Findings as `line:column rule`, warnings with a `?` behind.
  [[nodiscard]] std::vector<std::string> said() const {
    const Lines lines(text);
    std::vector<std::string> all;
    for (const Diagnostic& d : findings.found()) {
      const Position at = lines.position(d.at.span.begin);
      all.push_back(std::to_string(at.line) + ":" + std::to_string(at.column) + " " + std::string(d.rule) +
                    (d.severity == Severity::error ? "" : "?"));
    }
    return all;
  }

  /// The text under the n-th finding.
  [[nodiscard]] std::string under(std::size_t n = 0) const {
    return std::string(slice(text, findings.found().at(n).at.span));
  }

  /// The text with the fixes of all findings made.
  [[nodiscard]] std::string fixed() const {
    std::string result = text;
    const auto& found = findings.found();
    for (auto d = found.rbegin(); d != found.rend(); ++d) {
      if (!d->fix) continue;
      for (auto e = d->fix->edits.rbegin(); e != d->fix->edits.rend(); ++e) {
        result.replace(e->at.span.begin, e->at.span.size(), e->text);
      }
    }
    return result;
  }

  [[nodiscard]] const Node& root() const { return doc.node(doc.roots.at(0)); }
  [[nodiscard]] std::string slice_of(const Node& n) const { return std::string(slice(text, n.span)); }
  [[nodiscard]] const Node& at(std::string_view key) const { return doc.node(doc.find(doc.roots.at(0), key)); }
  [[nodiscard]] const Node& child(const Node& parent, std::size_t n) const {
    NodeId id = parent.child;
    while (n-- > 0) id = doc.node(id).next;
    return doc.node(id);
  }

  std::string text;
  Document doc;
  Collector findings;
  YamlOutcome outcome;

 private:
  [[nodiscard]] std::string node(NodeId id) const {
    const Node& n = doc.node(id);
    if (n.is(NodeKind::null)) return "~";
    if (n.is(NodeKind::scalar)) return scalar(n);
    const bool mapping = n.is(NodeKind::mapping);
    std::string all;
    std::size_t i = 0;
    for (const NodeId c : children(doc, id)) {
      if (i > 0) all += mapping && i % 2 == 1 ? ": " : ", ";
      all += node(c);
      ++i;
    }
    return (mapping ? "{" : "[") + all + (mapping ? "}" : "]");
  }

  static std::string scalar(const Node& n) {
    std::string value;
    for (const char c : n.text()) value += c == '\n' ? std::string("\\n") : std::string(1, c);
    switch (n.style) {
      case NodeStyle::single_quoted: return "'" + value + "'";
      case NodeStyle::double_quoted: return "\"" + value + "\"";
      case NodeStyle::literal: return "|" + value;
      case NodeStyle::folded: return ">" + value;
      default: return value;
    }
  }
};

using Said = std::vector<std::string>;

}  // namespace matter::test

template <>
struct doctest::StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& all) {
    std::string text;
    for (const std::string& one : all) text += (text.empty() ? "" : "; ") + one;
    return text.c_str();
  }
};
