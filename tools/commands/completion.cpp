#include "frame/complete.h"
#include "frame/invocation.h"
#include "frame/output.h"

namespace matter::cli::commands {
namespace {

constexpr std::string_view shells[] = {"bash", "zsh", "fish", "powershell"};
constexpr std::string_view asked_by_scripts = "words";

std::vector<Choice> shell_names() {
  std::vector<Choice> names;
  for (const std::string_view shell : shells) names.push_back({shell, {}});
  return names;
}

constexpr Operand operands[] = {
    {.name = {"命令解释器", "SHELL"},
     .help = {"哪种命令行：bash、zsh、fish 或 powershell；脚本自己用 words",
              "bash, zsh, fish or powershell; words is for the scripts themselves"},
     .offered = shell_names},
    {.name = {"词", "WORD"},
     .help = {"只与 words 同用：命令行上已有的词", "only with words: what stands on the command line"},
     .needed = false,
     .many = true},
};

constexpr Example examples[] = {
    {"matter completion bash > matter.bash",
     {"写成文件，在 bash 的启动文件里 source 它。", "A file that the start file of bash sources."}},
    {"matter completion words -- validate --fo", {"脚本这样问可以补什么。", "What the scripts ask."}},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"已写出", "written"}},
    {exit_code::unusable, {"不知道这种命令行", "a shell that is not known"}},
};

/// A line a word, a tab before its help; `:files` where names of files are as good.
std::string told(const Completion& completion) {
  std::string out;
  for (const Completion::Word& word : completion.words) {
    out += word.text;
    if (!word.help.empty()) out.append("\t").append(word.help);
    out += '\n';
  }
  if (completion.files) out += ":files\n";
  return out;
}

int call(const Invocation& in) {
  const std::vector<std::string>& given = in.given.operands();
  if (given.front() == asked_by_scripts) {
    write_output("", told(complete(std::span(given).subspan(1), in.lang)));
    return exit_code::clean;
  }
  if (given.size() > 1) return in.misuse({"“{}”是多余的", "\"{}\" is one argument too many"}, given[1]);
  const std::string_view script = completion_script(given.front());
  if (script.empty()) {
    return in.misuse({"不知道命令行“{}”，可以是：bash、zsh、fish、powershell",
                      "the shell \"{}\" is not known; it is one of: bash, zsh, fish, powershell"},
                     given.front());
  }
  write_output("", std::string(script));
  return exit_code::clean;
}

}  // namespace

extern const Command completion_command;
const Command completion_command{
    .name = "completion",
    .summary = {"写出命令行补全脚本：命令、选项、取值、规则和平台，按 Tab 补全",
                "Write the script by which a shell completes commands, options, values and rules"},
    .operands = operands,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
