#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "edit/field_edit.h"
#include "model/read.h"
#include "ops/set.h"
#include "style/format.h"
#include "text/arena.h"

namespace matter {

/// A value of a matter as it shall be; an absent content takes it away.
struct FieldEdit {
  std::size_t number = 0;  ///< of the matter, among those of its file
  FieldTarget target;
  Content value;
  /// Of a list as a whole: which item as written each item of `value` is (see edit_list); empty: it is written anew.
  std::vector<std::uint32_t> from = {};
};

/// The value as people and tables show it, on one line; empty: absent.
[[nodiscard]] std::string shown_value(const Content& content, const FieldTarget& target);
/// What a matter holds where a target leads to; absent for `[+]`.
[[nodiscard]] Content content_at(const Content& matter, const FieldTarget& target);
[[nodiscard]] Content content_of_matter(const Matter& m);

/// Texts of files as they become, edit by edit; nothing is written before `write`. Every text is read again after an
/// edit and must say of each matter exactly what was intended.
class FieldEdits {
 public:
  enum class Outcome : std::uint8_t { same, changed, wrong };

  FieldEdits(const Sources& sources, Lang lang) : sources_(sources), lang_(lang) {}

  /// Reads a file as it stands so far. `print` (text_print) is of the text that its matters were found in: throws
  /// std::system_error (file_changed) where it is another one now.
  void open(SourceId source, std::size_t print);
  /// Why the open file must not be edited; empty where it may.
  [[nodiscard]] std::string refusal() const;
  void matter(std::size_t number, Matter& into) { read_.matter(number, into); }
  /// What the catalog of the open file adds to the named values.
  [[nodiscard]] const Vocabulary* words() const { return read_.document.vocabulary; }
  /// The line that a matter of the open file begins at, as it stands so far.
  [[nodiscard]] std::uint32_t line_of(const Matter& m) const;
  [[nodiscard]] const std::string& path() const { return file_->path; }

  /// All of the edits, or, with the reason as a sentence in `why`, none. None of the targets may lead into another.
  Outcome edit(std::span<const FieldEdit> edits, std::string& why);

  /// The files that are changed.
  [[nodiscard]] std::vector<SetFile> take();
  static void write(const std::vector<SetFile>& files);

 private:
  /// A text, read.
  struct Read {
    Document document;
    Arena arena;
    std::vector<NodeId> nodes;

    void read(std::string_view text, SourceId source, const Vocabulary* words);
    void matter(std::size_t n, Matter& into) { read_matter(document, nodes.at(n), arena, into); }
  };

  std::string other_matter(const std::string& text, const std::map<std::size_t, Content>& intended);
  std::string kept_canonical(const std::string& text);

  const Sources& sources_;
  Lang lang_;
  std::map<std::uint32_t, SetFile> files_;
  SourceId source_ = no_source;
  SetFile* file_ = nullptr;
  Read read_;
  Formatter formatter_;
};

}  // namespace matter
