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
  Faults(SourceId source, std::string_view text, Lang lang, std::uint32_t limit)
      : source_(source), text_(text), lang_(lang), limit_(limit) {}

  [[nodiscard]] bool any_error() const;
  /// Says nothing from now on: what is read is no longer what was written.
  void mute() { muted_ = true; }
  /// Forgets what was said.
  void clear();
  /// At most `limit` of them go to `findings`; the rest is counted and said.
  void hand_over(Collector& findings);

  // faults.cpp: lines, entries, indentation
  void duplicate_key(Span at, Span first, std::string_view key);
  void tab_indent(Span tabs);
  /// `parent` the column of the collection that is open there, `closed` of the one just ended, or -1.
  void bad_indent(Offset at, std::int32_t column, std::int32_t parent, std::int32_t closed);
  /// The line should be `key: value`; says what keeps it from being so.
  void not_an_entry(Span line);
  /// Whether the text was most likely meant as `key: value` or `- item` but for one character.
  [[nodiscard]] bool looks_like_line(Span text) const { return look(text).what != Look::text; }
  /// Says which character it is. `Severity::warning` where the text may stand as it is.
  /// Forgets a warning about the first bytes of `text`, which turned out to be part of something worse.
  void take_back(Span text);
  bool say_look(Span text, Severity severity = Severity::error);
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
  void flow_indent(Span at, std::int32_t needed);
  /// A key without a value, as in {名称：值}.
  void flow_key_alone(Span key);
  /// The only item of a list, as in [甲，乙].
  void flow_only_item(Span item);
  void flow_unexpected(Span at);
  void comment_needs_space(Offset hash);

  // faults_text.cpp: characters
  /// What Index::odd found, in order.
  void odd_characters(const std::vector<Offset>& found, const std::vector<Offset>& allowed);
  void odd_space(Span space);
  /// Quotes that YAML does not know around a whole key or value.
  void curly_quotes(Span scalar, bool key);
  void too_large(std::size_t bytes, std::size_t limit);

 private:
  /// What keeps a text from being an entry or an item, and where.
  enum class Look : std::uint8_t { text, item, wide_colon, tight_colon, tight_dash, odd_space };
  struct Seen {
    Look what = Look::text;
    Span at;
  };
  [[nodiscard]] Seen look(Span span) const;
  void wide_colon(Span colon, Severity severity);
  void tight_colon(Span colon, Severity severity);
  void wide_commas(const std::vector<Span>& commas, bool safe);
  void tight_dash(Offset dash, Severity severity);
  void forbidden_characters(Span run);
  void zero_byte(Offset at);
  void tell_apart(std::vector<Diagnostic>& found) const;
  /// Counts what would be too much to keep, and takes its hint and notes.
  Diagnostic& not_kept();
  static std::string in_quotes(std::string_view text) {
    std::string quoted(1, '"');
    quoted.append(text);
    quoted.push_back('"');
    return quoted;
  }
  [[nodiscard]] std::string_view view(Span span) const { return slice(text_, span); }

  template <class... Args>
  Diagnostic& add(std::string_view rule, Span at, const WordsFor<Args...>& words, Args&&... args) {
    if (said_.size() > limit_) return not_kept();
    Diagnostic& said = said_.emplace_back();
    said.rule = rule;
    said.at = {source_, at};
    said.message = say(lang_, words, std::forward<Args>(args)...);
    return said;
  }
  template <class... Args>
  Diagnostic& syntax(Span at, const WordsFor<Args...>& words, Args&&... args) {
    return add("yaml-syntax", at, words, std::forward<Args>(args)...);
  }
  template <class... Args>
  Diagnostic& full_width(Span at, const WordsFor<Args...>& words, Args&&... args) {
    return add("yaml-fullwidth", at, words, std::forward<Args>(args)...);
  }
  void hint(Diagnostic& to, Bilingual words) { to.hint = words.in(lang_); }
  void note(Diagnostic& to, Span at, Bilingual words) {
    to.notes.push_back({std::string(words.in(lang_)), {source_, at}});
  }
  void fix(Diagnostic& to, Bilingual what, Span at, std::string_view text, bool safe = true) {
    to.fix = Fix{std::string(what.in(lang_)), {TextEdit{{source_, at}, std::string(text)}}, safe};
  }

  SourceId source_;
  std::string_view text_;
  Lang lang_;
  std::size_t limit_;
  std::vector<Diagnostic> said_;
  std::size_t not_kept_ = 0;
  Diagnostic spare_;
  bool muted_ = false;
};

}  // namespace matter::yaml
