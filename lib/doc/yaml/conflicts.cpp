#include "doc/yaml/conflicts.h"

#include <vector>

namespace matter::yaml {

namespace {

void blank(std::string& text, Offset begin, Offset end) {
  for (Offset p = begin; p < end; ++p) {
    if (!is_break(text[p])) text[p] = ' ';
  }
}

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
  bool other_side = false;
  const auto end_conflict = [&] {
    if (!markers.empty()) faults.conflict(markers);
    markers.clear();
    other_side = false;
  };
  for (Offset line = 0; line < scan.size;) {
    const Offset end = scan.line_end(line);
    if (is_conflict_marker(scan, line)) {
      const char c = scan.text[line];
      if (c == '<') end_conflict();
      markers.push_back({line, end});
      blank(text, line, end);
      other_side = c == '|' || c == '=';
      if (c == '>') end_conflict();
    } else if (other_side && markers.front() != markers.back()) {
      blank(text, line, end);
    }
    line = scan.after_break(end);
  }
  end_conflict();
  return text;
}

}  // namespace matter::yaml
