#include <fmt/format.h>

#include "report/finding_parts.h"
#include "report/reading.h"
#include "report/shown.h"

namespace matter::renderers {
namespace {

constexpr std::size_t flush_at = 64 * 1024;

std::string_view command(Severity severity) {
  switch (severity) {
    case Severity::info: return "notice";
    case Severity::warning: return "warning";
    case Severity::error: break;
  }
  return "error";
}

/// A text behind `::`, or of a property, where a colon and a comma end it.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  std::string line;
  const auto flush = [&] {
    for (const char c : shown_text(line)) {
      if (c == '%' || (property && (c == ':' || c == ',')))
        out += fmt::format("%{:02X}", static_cast<unsigned>(c));
      else
        out += c;
    }
    line.clear();
  };
  for (const char c : text) {
    if (c != '\n' && c != '\r') {
      line += c;
      continue;
    }
    flush();
    out += c == '\n' ? "%0A" : "%0D";
  }
  flush();
  return out;
}

/// `::error file=…,line=…::…`: what GitHub Actions (and Gitea's) show beside the lines of a change. All findings, or of
/// a long report those that are read first (Reading), where the report is to be read that way.
void write(const Report& report, const Sink& to) {
  Places places(report.sources);
  std::string out;
  const auto finding = [&](const Diagnostic& d) {
    const Reach reach = reach_of(d.at, places);
    out += fmt::format("::{} ", command(d.severity));
    if (!reach.file.empty()) out += fmt::format("file={},", escaped(from_root(reach.file, report.folder), true));
    if (reach.lines) {
      out += fmt::format("line={},endLine={},col={},", reach.begin.line, reach.end.line, reach.begin.column);
      // Columns of several lines are refused.
      if (reach.begin.line == reach.end.line) out += fmt::format("endColumn={},", reach.end.column);
    }
    out +=
        fmt::format("title={}::{}\n", escaped(d.rule, true), escaped(told_whole(d, places, report.style.lang), false));
    if (out.size() < flush_at) return;
    to(out);
    out.clear();
  };
  for (const FindingGroup& group : grouped(report.result.findings, report.sources, report.style)) {
    for (const std::uint32_t i : group.listed) finding(report.result.findings[i]);
  }
  if (!out.empty()) to(out);
}

}  // namespace

extern const Renderer github_renderer;
const Renderer github_renderer{
    .name = "github", .help = {"GitHub Actions 注解", "annotations of GitHub Actions"}, .write = write};

}  // namespace matter::renderers
