#include "doc/yaml/conflicts.h"

#include <vector>

namespace matter::yaml {

namespace {

void blank(std::string& text, Offset begin, Offset end) {
  for (Offset p = begin; p < end; ++p) {
    if (!is_break(text[p])) text[p] = ' ';
  }
}

bool text_begins(const Scan& scan, Span at, char c) { return scan.text[at.begin] == c; }

}  // namespace

bool is_conflict_marker(const Scan& scan, Offset p) {
  const char c = scan.at(p);
  if (c != '<' && c != '=' && c != '>' && c != '|') return false;
  for (Offset i = 1; i < 7; ++i) {
    if (scan.at(p + i) != c) return false;
  }
  const char behind = scan.at(p + 7);
  return is_break(behind) || (behind == ' ' && c != '=');
}

std::string without_conflicts(const Scan& scan, Faults& faults) {
  std::string text(scan.view(0, scan.size));
  std::vector<Span> markers;
  const auto end_conflict = [&] {
    if (markers.empty()) return;
    faults.conflict(markers);
    for (const Span marker : markers) blank(text, marker.begin, marker.end);
    // Of a whole conflict the first side stays, so that what follows is read once.
    const bool whole =
        markers.size() > 2 && text_begins(scan, markers.front(), '<') && text_begins(scan, markers.back(), '>');
    if (whole) blank(text, markers[1].begin, markers.back().end);
    markers.clear();
  };
  for (Offset line = 0; line < scan.size;) {
    while (scan.starts(line, "\xEF\xBB\xBF")) line += 3;  // a byte order mark is no part of its line
    const Offset end = scan.line_end(line);
    if (is_conflict_marker(scan, line)) {
      if (scan.text[line] == '<') end_conflict();
      markers.push_back({line, end});
      if (scan.text[line] == '>') end_conflict();
    }
    line = scan.after_break(end);
  }
  end_conflict();
  return text;
}

}  // namespace matter::yaml
