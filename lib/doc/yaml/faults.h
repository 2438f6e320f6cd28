#pragma once

#include <string_view>
#include <vector>

#include "diag/collector.h"
#include "doc/document.h"
#include "doc/yaml/scan.h"

namespace matter::yaml {

/// Every message of the dialect reader: one function a cause, in words for people who do not know YAML.
/// Kept apart from the run's findings until `hand_over`, which puts them in the order of the text.
class Faults {
 public:
  Faults(SourceId source, std::string_view text, Lang lang) : source_(source), text_(text), mine_(lang) {}

  [[nodiscard]] bool any_error() const { return mine_.any(Severity::error); }
  /// Says nothing from now on: what is read is no longer what was written.
  void mute() { muted_ = true; }
  /// Forgets what was said.
  void clear();
  /// At most `limit` of them go to `findings`; the rest is counted and said.
  void hand_over(Collector& findings, std::uint32_t limit);

  // faults.cpp: lines, entries, indentation
  void duplicate_key(Span at, Span first, std::string_view key);
  void tab_indent(Span tabs);
  /// `parent` the column of the collection that is open there, `closed` of the one just ended, or -1.
  void bad_indent(Offset at, std::int32_t column, std::int32_t parent, std::int32_t closed);
  /// The line should be `key: value`; says what keeps it from being so.
  void not_an_entry(Span line);
  /// Says so when the text was most likely meant as `key: value`.
  bool looks_like_entry(Span line);
  void not_an_item(Span line);
  void item_in_mapping(Span dash);
  void mapping_in_value(Span colon, Span value);
  void block_in_value(Span indicator);
  void text_behind(Offset rest, Offset line_end, char before);
  void text_behind_marker(Span text);
  void text_after_comment(Span text, Span comment);
  void space_after_colon(Span colon);
  void key_many_lines(Span key);
  void key_too_long(Span key);
  void too_deep(Offset at, std::size_t depth);
  void too_many_nodes(Offset at, std::size_t nodes);
  void conflict(const std::vector<Span>& markers);

  // faults_scalar.cpp: scalars and flow collections
  void unclosed_quote(Offset at, Offset line_end, char quote);
  void bad_escape(Span escape);
  void reserved(Span at, Offset end);
  void block_header(Span header);
  void block_leading_spaces(Span spaces, std::int32_t found, std::int32_t indent);
  void unclosed_flow(Offset at, Offset line_end);
  void flow_empty_item(Span comma);
  void flow_separator(Offset at, Span opened, bool mapping);
  void flow_closing_indent(Offset at, std::int32_t needed);
  void flow_key_alone(const Node& key);
  void flow_full_width_comma(Span item);
  void flow_unexpected(Span at);
  void comment_needs_space(Offset hash);

  // faults_text.cpp: characters
  /// What Index::odd found.
  void odd_character(Offset at);
  void forbidden_character(Offset at);
  void odd_space(Span space);
  void curly_quotes(Span scalar);
  void not_utf8(Span at, std::string_view guess);
  void too_large(std::size_t bytes, std::size_t limit);

 private:
  [[nodiscard]] bool zh() const { return mine_.lang() == Lang::zh; }
  [[nodiscard]] std::string_view view(Span span) const { return slice(text_, span); }

  template <class... Args>
  Diagnostic& syntax(Span at, const WordsFor<Args...>& words, Args&&... args) {
    return mine_.add("yaml-syntax", Severity::error, {source_, at}, words, std::forward<Args>(args)...);
  }
  template <class... Args>
  Diagnostic& full_width(Span at, const WordsFor<Args...>& words, Args&&... args) {
    return mine_.add("yaml-fullwidth", Severity::error, {source_, at}, words, std::forward<Args>(args)...);
  }
  void hint(Diagnostic& to, Bilingual words) { to.hint = words.in(mine_.lang()); }
  void note(Diagnostic& to, Span at, Bilingual words) {
    to.notes.push_back({std::string(words.in(mine_.lang())), {source_, at}});
  }
  void fix(Diagnostic& to, Bilingual what, Span at, std::string_view text, bool safe = true) {
    to.fix = Fix{std::string(what.in(mine_.lang())), {TextEdit{{source_, at}, std::string(text)}}, safe};
  }

  SourceId source_;
  std::string_view text_;
  Collector mine_;
  bool muted_ = false;
};

}  // namespace matter::yaml
