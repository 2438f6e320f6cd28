#pragma once

#include "doc/yaml/context.h"

namespace matter::yaml {

/// Reads block YAML line by line with a stack of open collections (Tree), no recursion but along one line.
/// Positions: `at_`/`column_` the first byte of the current line that is no white space, `next_` the start of
/// the line that is read next.
class Block {
 public:
  explicit Block(Context& context) : c_(context), scan_(context.scan), tree_(context.tree) {}

  void read();

 private:
  // block.cpp: lines, entries, items, values
  bool to_line(Offset start);
  void line();
  void same_column(char c);
  void entry(Offset p);
  void item(Offset p, std::int32_t column);
  void node_at(Offset p, std::int32_t column);
  void plain_at(Offset p, std::int32_t column);
  void value(Offset colon);
  void plain_value(Offset p);
  NodeId plain_key(Offset p, Offset stop);
  void open_mapping(NodeId key, Offset colon, std::int32_t column);
  bool end_line(Offset p);
  void close_to(std::int32_t column);
  void absent_value();
  [[nodiscard]] bool indicates(Offset p) const { return is_blank(scan_.at(p + 1)); }

  // inline_values.cpp: what is neither plain nor empty
  void other_value(Offset p);
  void other_node(Offset p, std::int32_t column);
  void other_key(Offset p);
  void quoted_node(Offset p, std::int32_t column);
  void flow_node(Offset p, std::int32_t column);
  void attach_whole(NodeId id, std::int32_t column);
  void finish_value(NodeId id, Offset end);
  void block_scalar(Offset p);
  [[nodiscard]] bool quoted_key(NodeId id, Offset colon, std::int32_t column);
  [[nodiscard]] bool key_fits(Span key);

  // documents.cpp
  bool special_line();
  void open_document(Offset content);
  void close_document(Offset end);

  // plain.cpp: scalars of several lines
  void stray_line();
  void continue_plain(NodeId id);
  void set_plain(NodeId id, Offset end);
  bool text_line(Offset p, std::size_t& empty);
  void entry_in_plain(NodeId id, Span first, Offset end);
  void say_not_entries(Offset begin, Offset end, std::int32_t column);

  // judge.cpp: what reads well but was hardly meant so
  void judge_own_text();
  void judge_lines(NodeId id, Span first);
  void judge_root();
  void leave_out_scalar(NodeId id);
  [[nodiscard]] std::int32_t own_column(Offset p) const;

  // recover.cpp
  bool odd_indentation();
  /// Lines to leave out after a fault in the line at `column_` (an entry's or item's).
  enum class Skip : std::uint8_t {
    deeper,      ///< those indented more
    items,       ///< and dashes at the same column: the list of a key that could not be read
    until_item,  ///< and everything at the same column but a dash
    text,        ///< and lines at the same column that hold text only
  };
  void not_an_entry(Offset p, Offset end);
  void fail_value(Offset p);
  void fail_node(Offset p, std::int32_t column);
  void resync(Offset p);
  void skip_entry(Offset p);
  [[nodiscard]] Offset line_from(Offset p) const;
  [[nodiscard]] Offset next_line() const { return scan_.after_break(scan_.line_end(at_)); }
  [[nodiscard]] bool skipped_beside(Skip what, bool dash) const;
  void skip(Skip what) { skip(what, column_, next_line()); }
  void skip(Skip what, std::int32_t column, Offset from);
  void stop_reading() { next_ = c_.halt(); }

  Context& c_;
  const Scan& scan_;
  Tree& tree_;
  Offset line_ = 0;
  Offset at_ = 0;
  Offset next_ = 0;
  Offset tab_ = nowhere;  ///< the first tab before the content of the current line
  std::int32_t column_ = 0;
  std::int32_t closed_ = -1;     ///< column of the outermost collection that this line closed, or -1
  Offset value_at_ = 0;          ///< where an absent value would stand
  NodeId last_plain_ = no_node;  ///< the scalar that the next line may go on with
  Span empty_tabs_;              ///< a tab in an empty line inside a plain scalar, where it may not stand
  std::size_t plain_comments_ = 0;
  bool awaiting_ = false;  ///< the innermost key, dash or document has no value yet
  bool open_ = false;      ///< a document is open
  bool failed_ = false;    ///< its value could not be read, as far as it was seen
  Offset document_at_ = 0;
};

}  // namespace matter::yaml
