#include "report/merge_shown.h"

#include <fmt/format.h>

#include "catalog/catalog.h"
#include "change/merge/box.h"
#include "report/content_lines.h"

namespace matter {

namespace {

/// Offsets of the merge do not count a byte order mark, nor the CR where every line ends with CRLF.
std::size_t line_at(std::string_view text, std::uint32_t offset) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  bool crlf = text.find('\r') != std::string_view::npos;
  for (std::size_t i = 0; crlf && i < text.size(); ++i) crlf = text[i] != '\n' || (i > 0 && text[i - 1] == '\r');
  std::size_t line = 1;
  std::uint32_t at = 0;
  for (const char c : text) {
    if (crlf && c == '\r') continue;
    if (at++ >= offset) break;
    if (c == '\n') ++line;
  }
  return line;
}

}  // namespace

std::string conflict_place(const FileMerge& file, const MergeConflict& conflict, MergeSide side,
                           const Sources& sources) {
  const auto i = static_cast<std::size_t>(side);
  if (file.sources[i] == no_source || conflict.value[i].absent()) return {};
  std::string name(sources.name(file.sources[i]));
  if (file.bytes || conflict.kind == ConflictKind::moved) return name;
  return fmt::format("{}:{}", name, line_at(*sources.text(file.sources[i]), conflict.offset[i]));
}

std::string conflict_name(const FileMerge& file, const MergeConflict& conflict, const Sources& sources) {
  if (conflict.matter.empty() || file.bytes) return {};
  for (const MergeSide side : {MergeSide::ours, MergeSide::theirs, MergeSide::base}) {
    const SourceId source = file.sources[static_cast<std::size_t>(side)];
    if (source == no_source) continue;
    LoadedFile loaded;
    Collector unheard(Lang::en);
    load_file(sources, source, loaded, unheard);
    for (const Matter& m : loaded.matters) {
      if (merge::matter_label(&m) == conflict.matter) return display_name(m);
    }
  }
  return {};
}

std::vector<std::string> conflict_value(const MergeConflict& conflict, MergeSide side, Lang lang) {
  const Content& value = conflict.value[static_cast<std::size_t>(side)];
  if (value.absent()) return {};
  return content_lines(value, conflict.path.empty() ? nullptr : conflict.path.back().field, lang);
}

}  // namespace matter
