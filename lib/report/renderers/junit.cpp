#include <fmt/format.h>

#include "diag/words.h"
#include "report/finding_parts.h"
#include "report/findings_text.h"

namespace matter::renderers {
namespace {

constexpr std::size_t flush_at = 64 * 1024;

/// A suite is a file; a case is a finding, which fails where it makes the exit code 1, and passes with a text
/// otherwise. What was not checked is skipped cases. Where there is nothing else, one case passes: readers take an
/// empty report for a broken one.
class JUnit {
 public:
  JUnit(const Report& report, const Sink& to) : report_(report), to_(to), places_(report.sources) {}

  void write() {
    const std::vector<Diagnostic>& all = report_.result.findings;
    const std::size_t skipped = report_.result.not_checked.size();
    const std::size_t own = all.empty() ? 1U : 0U;
    out_ = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"matter validate\" tests=\"{}\" failures=\"{}\" "
        "errors=\"0\" skipped=\"{}\" time=\"0\">\n",
        all.size() + skipped + own, failures(0, all.size()), skipped);
    for (std::size_t from = 0; from < all.size();) {
      std::size_t to = from;
      while (to < all.size() && all[to].at.source == all[from].at.source) ++to;
      suite(from, to);
      from = to;
    }
    if (own + skipped > 0) whole(own, skipped);
    to_(out_ + "</testsuites>\n");
  }

 private:
  [[nodiscard]] bool fails(const Diagnostic& d) const { return report_.fails_at && d.severity >= *report_.fails_at; }
  [[nodiscard]] std::size_t failures(std::size_t from, std::size_t to) const {
    std::size_t count = 0;
    for (std::size_t i = from; i < to; ++i) count += fails(report_.result.findings[i]) ? 1U : 0U;
    return count;
  }

  void head(std::string_view name, std::size_t tests, std::size_t failed, std::size_t skipped) {
    out_ +=
        fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\" time=\"0\">\n",
                    xml_safe(name), tests, failed, skipped);
  }

  void suite(std::size_t from, std::size_t to) {
    const std::string file = from_root(reach_of(report_.result.findings[from].at, places_).file, report_.folder);
    const std::string name = file.empty() ? std::string("matter") : file;
    head(name, to - from, failures(from, to), 0);
    for (std::size_t i = from; i < to; ++i) {
      finding(report_.result.findings[i], name);
      if (out_.size() < flush_at) continue;
      to_(out_);
      out_.clear();
    }
    out_ += "  </testsuite>\n";
  }

  void finding(const Diagnostic& d, std::string_view file) {
    const Lang lang = report_.style.lang;
    const Reach reach = reach_of(d.at, places_);
    std::string name(d.rule);
    if (reach.lines) name += fmt::format(" {}:{}", reach.begin.line, reach.begin.column);
    if (!reach.cell.empty()) name += " " + reach.cell;
    const std::string place = d.at.known() ? places_.shown(d.at) + ": " : std::string();
    const std::string text = place + std::string(severity_word(d.severity).in(lang)) + ": " +
                             told_whole(d, places_, lang) + " [" + std::string(d.rule) + "]";
    out_ += fmt::format("    <testcase name=\"{}\" classname=\"{}\" time=\"0\">", xml_safe(name), xml_safe(file));
    if (fails(d)) {
      out_ += fmt::format("<failure message=\"{}\" type=\"{}\">{}</failure>", xml_safe(d.message), name_of(d),
                          xml_safe(text));
    } else {
      out_ += fmt::format("<system-out>{}</system-out>", xml_safe(text));
    }
    out_ += "</testcase>\n";
  }

  [[nodiscard]] static std::string name_of(const Diagnostic& d) { return std::string(name(d.severity)); }

  void whole(std::size_t own, std::size_t skipped) {
    head("matter validate", own + skipped, 0, skipped);
    if (own > 0)
      out_ += fmt::format("    <testcase name=\"{}\" classname=\"matter\" time=\"0\"/>\n",
                          xml_safe(say(report_.style.lang, {"{} 个文件，{} 个事项", "{:file}, {:matter}"},
                                       Counted{report_.result.files}, Counted{report_.result.matters})));
    for (const NotChecked& row : report_.result.not_checked) {
      out_ += fmt::format(
          "    <testcase name=\"{} ({})\" classname=\"matter\" time=\"0\"><skipped message=\"{}\"/>"
          "</testcase>\n",
          xml_safe(row.what), row.count, xml_safe(row.reason));
    }
    out_ += "  </testsuite>\n";
  }

  const Report& report_;
  const Sink& to_;
  Places places_;
  std::string out_;
};

void write(const Report& report, const Sink& to) { JUnit(report, to).write(); }

}  // namespace

extern const Renderer junit_renderer;
const Renderer junit_renderer{
    .name = "junit", .help = {"给流水线的测试报告", "test reports of pipelines"}, .write = write};

}  // namespace matter::renderers
