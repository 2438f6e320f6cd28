#include "frame/help.h"

#include "frame/invocation.h"
#include "frame/offered.h"
#include "frame/options.h"
#include "frame/output.h"

namespace matter::cli::commands {
namespace {

constexpr Operand operands[] = {
    {.name = {"命令", "COMMAND"},
     .help = {"要了解的命令；不给时列出全部命令", "the command; without it, all commands"},
     .needed = false,
     .offered = command_names},
};

constexpr Option man_option{.name = "man", .help = {"写成 man 手册页的源文件", "as the source of a page for man"}};

constexpr const Option* options[] = {&man_option};

constexpr Example examples[] = {
    {"matter help", {"列出全部命令。", "List all commands."}},
    {"matter help validate", {"检查命令的详细说明。", "The whole story of validate."}},
    {"matter help validate --lang zh", {"同上，用中文。", "The same in Chinese."}},
    {"matter help validate --man > matter-validate.1",
     {"写成手册页，用 man ./matter-validate.1 阅读。", "A page to be read by man ./matter-validate.1."}},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"已显示", "shown"}},
    {exit_code::unusable, {"没有这个命令", "there is no such command"}},
};

int call(const Invocation& in) {
  const bool man = in.given.has(man_option);
  if (in.given.operands().empty()) {
    write_output("", man ? man_overview(in.lang) : overview(in.lang, in.color_out));
    return exit_code::clean;
  }
  const std::string& name = in.given.operands().front();
  if (const Command* command = find_command(name); command != nullptr) {
    write_output("", man ? man_page_of(*command, in.lang) : manual_of(*command, in.lang, in.color_out));
    return exit_code::clean;
  }
  return in.misuse({"{}", "{}"}, unknown_command(name, in.lang));
}

}  // namespace

extern const Command help_command;
const Command help_command{
    .name = "help",
    .summary = {"显示命令的详细说明", "Show the manual page of a command"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
