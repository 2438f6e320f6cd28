#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "lsp/json.h"
#include "lsp/place.h"
#include "ops/live.h"

namespace matter::lsp {

struct Project;

/// The bytes `was` became `now` bytes.
struct Shift {
  Span was;
  std::uint32_t now = 0;
};

/// Moves places behind an edit with it. Of a place that the edit touches the rest stays.
void shift(Span& span, const Shift& by);
/// The same of a finding of this source. A fix is only for the text that it was made for: it goes.
void shift(Diagnostic& finding, const Shift& by);

/// A document that is open in the editor: what it holds counts, not what is on the disk.
struct Buffer {
  std::string uri;
  std::string path;  ///< of an untitled one its address
  std::int64_t version = 0;
  SharedText text;
  std::unique_ptr<Lines> lines;
  bool unsaved = false;

  std::shared_ptr<Project> project;  ///< the catalogs that it is checked with
  bool stale = true;                 ///< `loaded` and `checked` are of another text, or of other catalogs
  std::unique_ptr<LoadedFile> loaded;
  LiveCheck::Checked checked;
  std::vector<Diagnostic> across;  ///< what rules across matters said, moved with the text since
  std::vector<Shift> since;        ///< edits since they were last asked

  Buffer(std::string address, std::int64_t number, std::string content);
  /// Takes the items of `contentChanges`, one after the other. False, and nothing changed, where one is none.
  [[nodiscard]] bool change(const Json& changes, Counting counting);

  [[nodiscard]] std::uint32_t offset(const Json& position, Counting counting) const;
  [[nodiscard]] Span span(const Json& range, Counting counting) const;

 private:
  void put(std::string content);
};

}  // namespace matter::lsp
