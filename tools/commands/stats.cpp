#include "ops/stats.h"

#include "frame/invocation.h"
#include "frame/options.h"
#include "frame/result.h"
#include "report/stats_report.h"

namespace matter::cli::commands {
namespace {

constexpr Operand operands[] = {
    {.name = {"路径", "PATH"},
     .help = {"文件或文件夹；不给时为当前文件夹", "files or folders; the working folder without one"},
     .needed = false,
     .many = true},
};

constexpr Option verbose_option{
    .name = "verbose",
    .letter = 'v',
    .help = {"各层级、各实施主体也写明每个比率的分母", "what each share is of for levels and agencies too"},
};

constexpr Choice form_choices[] = {
    {"text", {"给人看", "for people"}},
    {"html", {"单独一个网页，有图", "one page with charts that needs nothing else"}},
    {"json", {"给程序用", "for programs"}},
};
constexpr Option form_option = format_option_with(form_choices);

constexpr const Option* options[] = {&verbose_option, &form_option, &output_option};

constexpr Example examples[] = {
    {"matter stats catalogs/five-levels",
     {"各项比率及其分母，按层级和实施主体。", "All shares with what they are of."}},
    {"matter stats catalogs/five-levels --verbose",
     {"各层级、各实施主体的分母也写出来。", "What the shares of levels and agencies are of as well."}},
    {"matter stats catalogs/five-levels --format html \\\n--output stats.html",
     {"一个有图的网页，双击就能看。", "A page with charts, to be opened by double click."}},
    {"matter stats catalogs/five-levels --format json", {"同上，给别的程序用。", "The same for other programs."}},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"已统计", "counted"}},
    {exit_code::unusable,
     {"用法不对、文件读不了或没有读全、或没有可统计的事项",
      "wrong usage, a file that cannot be read or not whole, or nothing to count"}},
};

int call(const Invocation& in) {
  Sources sources;
  const StatsResult result = worked(in, [&](const RunOptions& run) { return stats(paths_or_here(in), run, sources); });
  const std::string_view form = in.given.text(form_option);
  Result told{.forms = {.text = [&](const TextStyle& style, const Sink& to) {
                if (form == "html") {
                  write_stats_html(result, style.lang, to);
                } else if (form == "json") {
                  write_stats_json(result, to);
                } else {
                  write_stats_text(result, style.lang, in.given.has(verbose_option), to);
                }
              }}};
  if (result.all.matters == 0) {
    told.nothing = {"没有可统计的事项：没有找到事项文件（.yaml、.yml），或其中没有事项",
                    "nothing to count: no file of matters (.yaml, .yml), or no matter in them"};
  }
  if (result.damaged > 0) told.failed = {"有文件没有读全", "some files could not be read whole"};
  return tell(in, told);
}

}  // namespace

extern const Command stats_command;
const Command stats_command{
    .name = "stats",
    .summary = {"统计办事水平：时限压缩、即办、网办、跑动、免交各占多少",
                "Where services stand: time saved, done at once, online, visits, materials waived"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
