#include "frame/help.h"

#include <fmt/format.h>

#include "diag/words.h"
#include "frame/options.h"
#include "frame/page.h"
#include "frame/style.h"
#include "text/unicode.h"
#include "text/wrap.h"

namespace matter::cli {
namespace {

constexpr std::size_t term_indent = 2;
constexpr std::size_t text_column = 26;

std::string heading(const Bilingual& text, Lang lang, bool color) { return bold(text.in(lang), color) + '\n'; }

/// A term and its explanation in two columns; a long term has a line of its own.
std::string entry(std::string_view term, std::string_view text) {
  const std::string lines = wrapped(text, text_column);
  if (term_indent + display_width(term) + 2 > text_column) {
    return std::string(term_indent, ' ') + std::string(term) + '\n' + lines + '\n';
  }
  return std::string(term_indent, ' ') + padded(term, text_column - term_indent) + lines.substr(text_column) + '\n';
}

std::string operands_of(const Command& command, Lang lang, bool color) {
  if (command.operands.empty()) return {};
  std::string out = '\n' + heading({"参数", "Arguments"}, lang, color);
  for (const Operand& operand : command.operands) out += entry(operand.name.in(lang), operand.help.in(lang));
  return out;
}

std::string options_of(std::span<const Option* const> options, const Bilingual& title, Lang lang, bool color) {
  if (options.empty()) return {};
  std::string out = '\n' + heading(title, lang, color);
  for (const Option* option : options) {
    const std::string_view place_of_letter = option->letter == '\0' ? "    " : "";
    out += entry(std::string(place_of_letter) + spelled(*option, lang), explained(*option, lang));
  }
  return out;
}

std::string examples_of(const Command& command, Lang lang, bool color) {
  std::string out = '\n' + heading({"示例", "Examples"}, lang, color);
  for (const Example& example : command.examples) {
    for (const char c : "  " + std::string(example.line)) out += c == '\n' ? std::string("\n    ") : std::string(1, c);
    out += '\n' + wrapped(example.shows.in(lang), 6) + '\n';
  }
  return out;
}

std::string exit_codes_of(const Command& command, Lang lang, bool color) {
  std::string out = '\n' + heading({"退出码", "Exit codes"}, lang, color);
  for (const ExitMeaning& exit : exits_of(command)) {
    out += fmt::format("  {}  {}\n", exit.code, wrapped(exit.when.in(lang), 5).substr(5));
  }
  return out;
}

std::string tables_of(const Command& command, Lang lang, bool color) {
  return operands_of(command, lang, color) + options_of(command.options, {"选项", "Options"}, lang, color) +
         options_of(common_options(), {"各命令通用的选项", "Options of every command"}, lang, color) +
         examples_of(command, lang, color) + exit_codes_of(command, lang, color);
}

}  // namespace

std::string spelled(const Option& option, Lang lang) {
  std::string term = option.letter == '\0' ? std::string() : fmt::format("-{}, ", option.letter);
  term += fmt::format("--{}", option.name);
  if (option.kind != Kind::flag) term += fmt::format(" {}", option.value.in(lang));
  return term;
}

std::string explained(const Option& option, Lang lang) {
  const bool zh = lang == Lang::zh;
  std::string text(option.help.in(lang));
  std::string values;
  for (const Choice& choice : option.choices) {
    if (!values.empty()) values += zh ? "，" : ", ";
    values += choice.value;
    if (const auto help = choice.help.in(lang); !help.empty()) values += say(lang, {"（{}）", " ({})"}, help);
  }
  if (!values.empty()) text += (zh ? "：" : ": ") + values;
  if (option.repeated) text += zh ? "（可多次）" : " (may be repeated)";
  if (!option.initial.empty()) text += say(lang, {"（默认 {}）", " [{}]"}, option.initial);
  return text;
}

std::string usage_of(const Command& command, Lang lang) {
  std::string line = fmt::format("matter {} {}", command.name, lang == Lang::zh ? "[选项]…" : "[OPTION]…");
  for (const Option* option : command.options) {
    if (option->needed) line += fmt::format(" --{} {}", option->name, option->value.in(lang));
  }
  for (const Operand& operand : command.operands) {
    const std::string_view name = operand.name.in(lang);
    line += (operand.needed ? fmt::format(" {}", name) : fmt::format(" [{}]", name)) + (operand.many ? "…" : "");
  }
  return line;
}

std::string help_of(const Command& command, Lang lang, bool color) {
  const bool zh = lang == Lang::zh;
  return fmt::format("{}{}\n\n{}\n", bold(zh ? "用法：" : "Usage: ", color), usage_of(command, lang),
                     wrapped(command.summary.in(lang), 0)) +
         tables_of(command, lang, color) +
         say(lang, {"\n详细说明：matter help {}\n", "\nThe whole story: matter help {}\n"}, command.name);
}

std::string manual_of(const Command& command, Lang lang, bool color) {
  return heading({"名称", "Name"}, lang, color) +
         wrapped(fmt::format("matter {} — {}", command.name, command.summary.in(lang)), term_indent) + "\n\n" +
         heading({"用法", "Usage"}, lang, color) + "  " + usage_of(command, lang) + "\n\n" +
         heading({"说明", "Description"}, lang, color) + for_terminal(page_of(command.name, lang), color) +
         tables_of(command, lang, color);
}

std::string_view purpose(Lang lang) {
  return lang == Lang::zh ? "政务服务事项工具：检查、比较、导入和导出事项目录，使同一事项在各级、各平台上一致。"
                          : "A toolkit for government service matters: checks catalogs, compares, imports and exports "
                            "them, so that a matter is the same on every level and every platform.";
}

std::string overview(Lang lang, bool color) {
  const bool zh = lang == Lang::zh;
  std::string out = fmt::format("{}matter {}\n\n{}\n\n{}", bold(zh ? "用法：" : "Usage: ", color),
                                zh ? "命令 [选项]… [参数]…" : "COMMAND [OPTION]… [ARGUMENT]…",
                                wrapped(purpose(lang), 0), heading({"命令", "Commands"}, lang, color));
  for (const Command* command : all_commands()) out += entry(command->name, command->summary.in(lang));
  out += options_of(common_options(), {"各命令通用的选项", "Options of every command"}, lang, color);
  out += '\n' + heading({"从这里开始", "To begin with"}, lang, color);
  out += entry(zh ? "matter validate 目录" : "matter validate PATH",
               zh ? "检查一个目录或文件" : "check a catalog or a file");
  out += entry(zh ? "matter help 命令" : "matter help COMMAND",
               zh ? "一个命令的详细说明" : "the whole story of a command");
  return out;
}

}  // namespace matter::cli
