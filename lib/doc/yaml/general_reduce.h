#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "doc/yaml/dialect.h"
#include "doc/yaml/general_tags.h"

namespace matter::general {

/// An anchor or a tag before a node.
struct Property {
  Span at;  ///< in the original text, the blanks after it excluded
  bool is_tag = false;
  std::string value;  ///< the anchor's name; the tag with its handle resolved
};

/// What stands in a reduced text for something taken out.
struct Placeholder {
  Span at;            ///< what was taken out, in the original text
  std::string alias;  ///< the alias's name; empty: a key or value, see `part`
  std::size_t part = 0;
};

/// A text of the dialect made from (a part of) the original, and its tree.
struct Part {
  std::string text;
  std::vector<Span> origin;  ///< for every byte of `text`, and its end: where it comes from
  bool wrapped = false;      ///< the node is the one item of a sequence
  Document tree;
};

/// The original text with everything outside the dialect taken out, one thing at a time, so that
/// the dialect reader can read it: anchors, tags and directives are cut, an alias becomes a plain
/// scalar, and so do a complex key and its value, which are read as texts of their own.
/// The tree of the general reader must be the same, or it is not believed.
class Reduction {
 public:
  Reduction(std::string_view text, SourceId source, const YamlLimits& limits)
      : text_(text), source_(source), limits_(limits), tags_(text) {}

  /// False and findings (at places of the original) when the text is not well-formed.
  bool run(Collector& findings);

  [[nodiscard]] const Part& whole() const { return parts_.front(); }
  [[nodiscard]] const Part& part(std::size_t number) const { return parts_[number]; }
  [[nodiscard]] std::size_t part_count() const { return parts_.size(); }
  /// The placeholder that a node of a reduced tree is.
  [[nodiscard]] const Placeholder* placeholder(const Node& node) const;
  /// In the order of the text.
  [[nodiscard]] const std::vector<Property>& properties() const { return properties_; }

 private:
  bool reduce(std::size_t number, Collector& findings);
  bool take_out(std::size_t number, const Outside& outside, Collector& findings);
  bool take_property(Part& part, std::uint32_t at, bool is_tag, Collector& findings);
  bool take_alias(Part& part, std::uint32_t at, Collector& findings);
  bool take_directive(Part& part, std::uint32_t at, Collector& findings);
  bool take_complex_key(std::size_t number, std::uint32_t at, Collector& findings);
  void take_explicit_entry(std::size_t number, std::uint32_t at);
  void take_flow_key(std::size_t number, std::uint32_t begin, std::uint32_t end);
  void hand_on(const Part& part, const std::vector<Diagnostic>& found, bool all, Collector& findings) const;
  bool refuse(Span at, const Words<>& words, Collector& findings) const;
  std::string new_placeholder(Span at, std::string alias, std::size_t part);
  std::size_t new_part(const Part& from, std::uint32_t begin, std::uint32_t end, bool wrapped);

  std::string_view text_;
  SourceId source_;
  YamlLimits limits_;
  TagDirectives tags_;
  std::deque<Part> parts_;
  std::vector<Placeholder> placeholders_;
  std::vector<Property> properties_;
  std::size_t work_ = 0;
};

/// The original span of a span of a part's text.
[[nodiscard]] Span original(const Part& part, Span span);

}  // namespace matter::general
