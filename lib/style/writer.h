#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "edit/draft.h"
#include "edit/layout.h"
#include "style/sense.h"

namespace matter {

/// Writes the canonical text of a document from its tree and from what stands around it: who a comment belongs to is
/// what lib/edit's layouts say. Always the same text for the same document; the text of a canonical one is its own.
/// Reused from file to file: keeps its memory.
class Writer {
 public:
  /// Line breaks are `\n`, whatever the file has. `doc` must be one that may be edited, of collections only, with
  /// keys that are texts.
  void write(const Document& doc, const Table& root, std::optional<KeyLanguage> keys, std::string& to);

 private:
  /// An entry or item with what stands around it.
  struct Piece {
    Arranged node;
    Span above;   ///< white space and comments before it
    Span head;    ///< up to the value: may hold comments
    Span value;   ///< of a block collection: the region of its own layout
    Span tail;    ///< behind the value, up to the end of its lines, or up to the comma
    Span behind;  ///< in flow: a comment behind the comma
    bool in_flow = false;
  };
  /// A collection that is written as a block.
  struct Frame {
    Layout layout;
    std::vector<Arranged> order;
    std::vector<Piece> pieces;
    Span opening;        ///< in flow: a comment behind the bracket
    Span closing;        ///< what is left behind the last part
    bool apart = false;  ///< blank lines stood between all parts, whose order is another one now
  };

  // writer.cpp: documents
  void root(std::size_t n, const Table& table);
  void root_collection(Frame& frame, NodeId node);
  void between(Span gap);
  void open_line(Span open);
  void header(const Frame& frame);

  // writer_block.cpp: collections and their parts
  Frame& push();
  void pop() { --depth_; }
  void arrange_frame(NodeId node, const Sense& sense, Frame& frame) const;
  void pieces_of_block(Frame& frame) const;
  void pieces_of_flow(Frame& frame) const;
  void block(const Frame& frame, std::uint32_t column, bool inline_first);
  void piece(const Frame& frame, const Piece& piece, std::uint32_t column, bool last);
  void nested(const Frame& frame, const Piece& piece, std::uint32_t column, bool last);
  void block_scalar(const Frame& frame, const Piece& piece, std::uint32_t column);
  [[nodiscard]] bool stays_block_scalar(const Piece& piece);

  // writer_notes.cpp: comments and blank lines
  void above(const Frame& frame, const Piece& piece, std::uint32_t column, bool inline_first);
  /// Comments of a span as lines of their own. Whether a blank line stands behind the last one.
  bool lines(Span span, std::uint32_t column, bool blanks);
  /// Divides comments below something by what is deeper than `column`: up to where they are.
  [[nodiscard]] std::uint32_t deep_until(Span span, std::uint32_t column) const;
  [[nodiscard]] std::uint32_t near_until(Span span) const;
  void hoist(Span comment);
  void note(Span comment);
  void notes_behind(const Piece& piece, Span inside, bool may_stay);
  void below(const Frame& frame, const Piece& piece, std::uint32_t column, bool last, bool block_scalar);
  void closing(const Frame& frame, const Frame* outer, std::uint32_t column, bool last);
  void comments_of(Span span);

  // writer_flow.cpp: what stands on one line
  void key(const Arranged& part, bool in_flow);
  void scalar(NodeId id, const Sense& sense, bool in_flow);
  void flow(NodeId id, const Sense& sense);
  bool flow_fits(NodeId node, const Sense& sense);

  [[nodiscard]] std::size_t line_begin() const;
  [[nodiscard]] std::size_t line_width() const;
  void indent(std::uint32_t column) { to_->append(column, ' '); }
  void end_line() {
    *to_ += '\n';
    fresh_ = open_ = false;
  }
  /// One blank line, unless one stands here, nothing does yet, or it would become part of a value.
  void blank();

  const Document* doc_ = nullptr;
  std::string* to_ = nullptr;
  std::optional<KeyLanguage> keys_;
  std::deque<Frame> frames_;
  std::size_t depth_ = 0;
  Wording word_;
  std::vector<Comment> notes_;
  bool fresh_ = true;         ///< at the begin of a document, or of what stands below a key
  bool open_ = false;         ///< behind a block scalar that would take blank lines for its own
  bool needs_blank_ = false;  ///< the comment above would be taken for that of the next part
};

}  // namespace matter
