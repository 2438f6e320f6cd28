#include "frame/reports.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <random>

#include "edit/atomic_file.h"
#include "frame/ci.h"
#include "frame/options.h"
#include "frame/output.h"
#include "frame/outputs.h"
#include "frame/result.h"
#include "report/findings_markdown.h"
#include "report/reading.h"

namespace matter::cli {
namespace {

/// That for people first, the others by name.
std::span<const Choice> forms() {
  static const std::vector<Choice> all = [] {
    std::vector<Choice> choices;
    for (const Renderer* const renderer : all_renderers()) choices.push_back({renderer->name, renderer->help});
    std::stable_partition(choices.begin(), choices.end(), [](const Choice& one) { return one.value == "text"; });
    return choices;
  }();
  return all;
}

constexpr Choice group_choices[] = {
    {"file", {"文件", "its file"}},
    {"rule", {"规则", "its rule"}},
    {"agency", {"部门", "whose it is"}},
    {"matter", {"事项", "its matter"}},
};

struct Place {
  const Renderer* renderer;
  std::string path;

  [[nodiscard]] bool standard() const { return path == "-"; }
};

/// Nothing was asked for, so that the environment may decide.
bool is_usual(const Invocation& in) {
  return !in.given.has(report_format_option) && !in.given.has(report_output_option);
}

std::vector<Place> places_of(const Invocation& in, bool github) {
  const Renderer* const form = find_renderer(in.given.text(report_format_option));
  std::vector<Place> places;
  bool form_has_place = false;
  for (const std::string& written : in.given.all(report_output_option)) {
    const OutputPlace place = output_place(report_output_option, written);
    form_has_place = form_has_place || place.form.empty();
    places.push_back({place.form.empty() ? form : find_renderer(place.form), std::string(place.path)});
  }
  const bool said = in.given.has(report_format_option);
  if (places.empty() || (said && !form_has_place)) places.insert(places.begin(), {form, "-"});
  if (is_usual(in) && github) places.push_back({find_renderer("github"), "-"});
  return places;
}

Reading reading_of(const Invocation& in) {
  Reading reading;
  const std::string_view group = in.given.text(group_option);
  for (const auto& [name, by] : {std::pair{"file", GroupBy::file}, std::pair{"rule", GroupBy::rule},
                                 std::pair{"agency", GroupBy::agency}, std::pair{"matter", GroupBy::matter}}) {
    if (group == name) reading.group = by;
  }
  reading.statistics = in.given.has(statistics_option);
  reading.all = in.given.has(all_option);
  return reading;
}

/// Nobody who wrote a catalog can know it, so nobody can end what it begins.
std::string token() {
  std::random_device random;
  return fmt::format("matter-{:08x}{:08x}{:08x}{:08x}", random(), random(), random(), random());
}

class Writing {
 public:
  Writing(const Invocation& in, const Report& report, const Reading& reading, bool beside, bool usual)
      : in_(in), report_(report), reading_(reading), beside_(beside), usual_(usual) {}

  void write(const std::vector<Place>& places, const Ci& ci) {
    const bool commands = std::any_of(places.begin(), places.end(), [](const Place& place) {
      return place.standard() && place.renderer->name == "github";
    });
    std::vector<std::unique_ptr<Output>> outputs;
    for (const Place& place : places) {
      if (beside_ && place.standard()) {
        if (!in_.quiet || !report_.result.findings.empty())
          render(*place.renderer, in_.color_err, [](std::string_view text) { write_error(text); });
        continue;
      }
      Output& to = *outputs.emplace_back(std::make_unique<Output>(place.path));
      const Sink sink = [&to](std::string_view text) { to.write(text); };
      // What a catalog says must not be taken for a command of the service.
      const bool fenced = commands && place.standard() && place.renderer->name != "github";
      const std::string fence = fenced ? token() : std::string();
      if (fenced) sink("::stop-commands::" + fence + '\n');
      render(*place.renderer, in_.color_out && to.is_standard(), sink,
             to.is_standard() && ::isatty(STDOUT_FILENO) != 0);
      if (fenced) sink("::" + fence + "::\n");
      if (to.is_standard()) to.close();
    }
    for (const auto& output : outputs) output->close();
    if (commands && !ci.summary.empty()) summary(ci.summary);
  }

 private:
  void render(const Renderer& renderer, bool color, const Sink& to, bool terminal = false) {
    Report report{report_};
    report.style = {.lang = in_.lang, .color = color, .wraps = terminal};
    if (renderer.reading || usual_) report.style.reading = &reading_;
    renderer.write(report, to);
  }

  /// GitHub takes 1 MiB of a step.
  void summary(const std::string& path) {
    constexpr std::size_t most = 900 * 1024;
    Report report{report_};
    report.style = {.lang = in_.lang, .reading = &reading_};
    std::string text;
    write_findings_markdown(
        report, [&](std::string_view more) { text += more; }, most);
    append_to_file(path, text);
  }

  const Invocation& in_;
  const Report& report_;
  const Reading& reading_;
  bool beside_;
  bool usual_;
};

}  // namespace

const Option report_format_option = format_option_with(forms());

const Option report_output_option{
    .name = "output",
    .letter = 'o',
    .kind = Kind::path,
    .value = {"[格式=]文件", "[FORM=]FILE"},
    .help = {"结果写到文件，不写到标准输出；可同时写几种格式：-o sarif=文件 -o junit=文件 -o text",
             "write the result to a file, not to standard output; several forms at once: -o sarif=FILE -o junit=FILE "
             "-o text"},
    .repeated = true,
    .forms = forms()};

const Option group_option{.name = "group",
                          .kind = Kind::choice,
                          .value = {"按什么", "BY"},
                          .help = {"给人看的结果按什么分组", "group what is for people by"},
                          .choices = group_choices};
const Option statistics_option{.name = "statistics",
                               .help = {"只给各规则的数目，不逐条列出", "numbers by rule in place of the findings"}};
const Option all_option{.name = "all",
                        .help = {"全部列出；不给时，超过 100 处的只列出每条规则的前 5 处",
                                 "list all; else, of more than 100 findings, the first 5 of each rule"}};

bool wants_hidden(const Invocation& in) {
  const std::vector<Place> places = places_of(in, false);
  return std::any_of(places.begin(), places.end(), [](const Place& place) { return place.renderer->hidden; });
}

bool forms_misused(const Invocation& in, const std::vector<std::string>& paths, int& code) {
  const std::vector<Place> places = places_of(in, false);
  const bool read =
      std::any_of(places.begin(), places.end(), [](const Place& place) { return place.renderer->reading; });
  for (const Option* const option : {&group_option, &statistics_option, &all_option}) {
    if (!in.given.has(*option) || read) continue;
    code = in.misuse({"--{} 只用于 text 和 markdown，别的格式总是全部写出",
                      "--{} goes with text and markdown: other forms always hold all"},
                     option->name);
    return true;
  }
  if (in.given.text(group_option) == "agency" && std::find(paths.begin(), paths.end(), "-") != paths.end()) {
    code = in.misuse({"--group agency 不能用于标准输入", "--group agency does not go with standard input"});
    return true;
  }
  const bool shown = std::any_of(places.begin(), places.end(),
                                 [](const Place& place) { return place.standard() && place.renderer->binary; });
  if (!shown || ::isatty(STDOUT_FILENO) == 0) return false;
  code = in.misuse(
      {"工作簿不能写到终端，用 --output 文件 指定文件", "a workbook is nothing for a terminal: --output FILE"});
  return true;
}

int tell_report(const Invocation& in, Report report, const std::vector<std::string>& paths, bool found, bool beside) {
  const Ci ci = ci_of_environment();
  Reading reading = reading_of(in);
  const bool github = ci.github && !beside;
  const std::vector<Place> places = places_of(in, github);
  std::vector<AgencyLedger> agencies;
  if (reading.group == GroupBy::agency) {
    agencies = worked(in, [&](const RunOptions& run) { return by_agency(report.result, paths, run, report.sources); });
    reading.agencies = agencies;
  }
  Whose whose;
  // Standard input is there once: whose its matters are is not told.
  const bool owners = std::any_of(places.begin(), places.end(), [](const Place& one) { return one.renderer->owners; });
  if (owners && std::find(paths.begin(), paths.end(), "-") == paths.end()) {
    whose =
        worked(in, [&](const RunOptions& run) { return whose_findings(report.result, paths, run, report.sources); });
    report.whose = &whose;
  }
  report.day = in.today;
  report.folder = ci.folder;
  report.paths = paths;
  Writing(in, report, reading, beside, is_usual(in)).write(places, ci);
  return found ? exit_code::findings : exit_code::clean;
}

}  // namespace matter::cli
