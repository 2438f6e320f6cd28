#include <fmt/format.h>

#include "doc/json_write.h"
#include "report/finding_parts.h"

namespace matter::renderers {
namespace {

constexpr std::size_t flush_at = 64 * 1024;

std::string_view grade(Severity severity) {
  switch (severity) {
    case Severity::info: return "info";
    case Severity::warning: return "minor";
    case Severity::error: break;
  }
  return "major";
}

/// GitLab's code quality: an array of issues. It asks for fingerprints that are unique, and for a path and a line.
void write(const Report& report, const Sink& to) {
  Places places(report.sources);
  Alike alike;
  JsonWriter json;
  json.begin_array();
  for (const Diagnostic& d : report.result.findings) {
    const Reach reach = reach_of(d.at, places);
    std::string print = fingerprint_of(d, report.sources);
    if (const std::size_t number = alike.number(print); number > 1) print += fmt::format("-{}", number);
    json.begin_object();
    json.member("description", told_whole(d, places, report.style.lang));
    json.member("check_name", d.rule);
    json.member("fingerprint", print);
    json.member("severity", grade(d.severity));
    json.key("location");
    json.begin_object();
    json.member("path", reach.file.empty() ? std::string(".") : from_root(reach.file, report.folder));
    json.key("lines");
    json.begin_object();
    json.member("begin", reach.lines ? reach.begin.line : 1U);
    json.end_object();
    json.end_object();
    json.end_object();
    if (json.pending() >= flush_at) to(json.drain());
  }
  json.end_array();
  to(json.take());
}

}  // namespace

extern const Renderer gitlab_renderer;
const Renderer gitlab_renderer{
    .name = "gitlab", .help = {"GitLab 代码质量报告", "GitLab's code quality"}, .write = write};

}  // namespace matter::renderers
