#include "frame/invocation.h"
#include "frame/options.h"
#include "frame/result.h"
#include "ops/settings_list.h"
#include "report/settings_report.h"

namespace matter::cli::commands {
namespace {

constexpr Operand operands[] = {
    {.name = {"路径", "PATH"},
     .help = {"哪个文件或文件夹的设置，不给时为当前文件夹",
              "the file or folder whose settings are asked for; without it, the working folder"},
     .needed = false},
};

constexpr Option origin_option{.name = "show-origin",
                               .help = {"写明每项来自哪里：自带、catalog.yaml 的哪一行、哪个文件",
                                        "say where each comes from: built in, a line of catalog.yaml, a file"}};
constexpr Option all_option{.name = "all", .letter = 'a', .help = {"全部规则也列出", "list all rules too"}};

constexpr const Option* options[] = {&origin_option, &all_option, &format_option, &output_option};

constexpr Example examples[] = {
    {"matter config catalogs/five-levels/city", {"一个目录生效的设置。", "The settings of a catalog."}},
    {"matter config --show-origin catalogs/five-levels/city", {"每项设置来自哪里。", "Where each setting comes from."}},
    {"matter config --all --format json --output config.json",
     {"全部设置和规则的程度，给别的程序用。", "All settings and grades of rules, for other programs."}},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"已列出", "listed"}},
    {exit_code::findings, {"设置里有错，错的不生效", "there are mistakes in the settings, which do not hold"}},
    {exit_code::unusable, {"用法不对、文件读不了", "wrong usage, or a file that cannot be read"}},
};

int call(const Invocation& in) {
  Sources sources;
  const std::string path = in.given.operands().empty() ? "." : in.given.operands()[0];
  const SettingsList list =
      worked(in, [&](const RunOptions& run) { return list_settings(path, in.given.has(all_option), run, sources); });
  const bool origin = in.given.has(origin_option);
  return tell(
      in,
      {.forms = {[&](const TextStyle& style, const Sink& to) { write_settings_text(list, origin, sources, style, to); },
                 [&](const Sink& to) { write_settings_json(list, sources, to); }},
       .found = !list.mistakes.empty()});
}

}  // namespace

extern const Command config_command;
const Command config_command{
    .name = "config",
    .summary = {"列出生效的设置，以及各自来自哪里", "List the settings that hold, and where each comes from"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
