#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"
#include "edit/layout.h"
#include "model/matter.h"
#include "model/read_lists.h"

namespace matter::merge {

/// How the file as a whole is written; merged apart from its entries.
struct Form {
  bool mark = false;      ///< begins with a byte order mark
  bool crlf = false;      ///< every line ends so
  bool open_end = false;  ///< no line break at the end
};

/// One side of a merge, read. The text is the file's without a byte order mark, with `\n` at the end of every line
/// where all ended with CRLF, and with a last line break: so that every part is whole lines.
/// Stays where it is: documents point into the text, matters into the document.
struct Version {
  Version() = default;
  Version(const Version&) = delete;
  Version& operator=(const Version&) = delete;

  std::string kept;  ///< holds `text` where it is not the caller's
  std::string_view text;
  Form form;
  Document doc;
  std::vector<NodeId> nodes;  ///< of the matters
  bool readable = false;
  bool in_dialect = false;

  void read(std::string_view file, const Vocabulary* words = nullptr);
  /// The matters of `nodes`, read wholly.
  [[nodiscard]] const std::vector<Matter>& matters() const;
  /// The matter of `nodes[i]`. Its lists of records are read when they are asked for, as few of them are.
  [[nodiscard]] const Matter& matter(std::size_t i) const { return matters_[i]; }
  /// Reads a list of a matter that `member` is, if it was not read; all of them without one.
  void need(const Matter& matter, const void* member = nullptr) const;
  /// How the `n`-th document lies in the text; worked out once.
  [[nodiscard]] const Layout& root_layout(std::size_t n) const;
  /// What was written there.
  [[nodiscard]] std::string_view at(Span span) const { return slice(text, span); }

 private:
  // What is read later is no change of what the version says.
  mutable Arena arena_;
  mutable std::vector<Matter> matters_;
  mutable std::vector<std::vector<UnreadList>> unread_;  ///< by matter
  mutable std::vector<std::optional<Layout>> root_layouts_;
};

/// A version to read into, given back when it is no longer needed, so that its memory serves the next file of the
/// thread. What was read into it before is gone.
class Reading {
 public:
  Reading();
  ~Reading();
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  [[nodiscard]] Version& operator*() const { return *version_; }
  [[nodiscard]] Version* operator->() const { return version_.get(); }

 private:
  std::unique_ptr<Version> version_;
};

/// A merged text in the form of a file.
[[nodiscard]] std::string in_form(std::string text, Form form);

}  // namespace matter::merge
