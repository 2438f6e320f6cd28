#include <fmt/format.h>

#include "diag/words.h"
#include "frame/help.h"
#include "frame/markdown.h"
#include "frame/options.h"
#include "frame/page.h"
#include "ops/version.h"

namespace matter::cli {
namespace {

/// A text that says what it says and no command to the formatter.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  // A line that begins with one of these would be a request.
  if (!out.empty() && (out.front() == '.' || out.front() == '\'')) out.insert(0, "\\&");
  return out;
}

std::string bold_type(std::string_view text) { return "\\fB" + escaped(text) + "\\fR"; }

/// `code` in bold type.
std::string inline_text(std::string_view text) {
  std::string out;
  bool code = false;
  for (;;) {
    const std::size_t tick = text.find('`');
    const std::string_view part = text.substr(0, tick);
    if (!part.empty()) out += code ? bold_type(part) : escaped(part);
    if (tick == std::string_view::npos) return out;
    text.remove_prefix(tick + 1);
    code = !code;
  }
}

std::string code_block(std::string_view text) {
  std::string out = ".PP\n.RS 4\n.nf\n";
  for (;;) {
    const std::size_t end = text.find('\n');
    out += escaped(text.substr(0, end)) + '\n';
    if (end == std::string_view::npos) return out + ".fi\n.RE\n";
    text.remove_prefix(end + 1);
  }
}

std::string description(std::string_view markdown) {
  std::string out;
  for (const Block& block : blocks_of(markdown)) {
    switch (block.kind) {
      case Block::Kind::paragraph: out += ".PP\n" + inline_text(block.text) + '\n'; break;
      case Block::Kind::item: out += ".IP \\(bu 2\n" + inline_text(block.text) + '\n'; break;
      case Block::Kind::heading: out += ".SS \"" + escaped(block.text) + "\"\n"; break;
      case Block::Kind::code: out += code_block(block.text); break;
    }
  }
  return out;
}

std::string section(const Bilingual& title, Lang lang) { return fmt::format(".SH \"{}\"\n", title.in(lang)); }

std::string term(std::string_view spelled, std::string_view explained) {
  return ".TP\n" + bold_type(spelled) + '\n' + escaped(explained) + '\n';
}

std::string options_of(std::span<const Option* const> options, const Bilingual& title, Lang lang) {
  if (options.empty()) return {};
  std::string out = section(title, lang);
  for (const Option* const option : options) out += term(spelled(*option, lang), explained(*option, lang));
  return out;
}

/// `title` is matter-validate; a page begins with it, with what it is good for in a line, and how it is called.
std::string beginning(const std::string& title, std::string_view summary, std::string_view usage, Lang lang) {
  // Chinese has no blanks to stretch, and nothing here may be hyphenated.
  return fmt::format(".TH \"{}\" 1 \"\" \"matter {}\"\n.ad l\n.nh\n", escaped(title), program_version()) +
         section({"名称", "NAME"}, lang) + fmt::format("{} \\- {}\n", escaped(title), escaped(summary)) +
         section({"用法", "SYNOPSIS"}, lang) + bold_type(usage) + '\n';
}

}  // namespace

std::string man_overview(Lang lang) {
  const bool zh = lang == Lang::zh;
  std::string out = beginning("matter", zh ? "政务服务事项工具" : "toolkit for government service matters",
                              zh ? "matter 命令 [选项]… [参数]…" : "matter COMMAND [OPTION]… [ARGUMENT]…", lang) +
                    section({"说明", "DESCRIPTION"}, lang) + ".PP\n" + escaped(purpose(lang)) + '\n' +
                    section({"命令", "COMMANDS"}, lang);
  for (const Command* const command : all_commands()) {
    out += term(fmt::format("matter-{}(1)", command->name), command->summary.in(lang));
  }
  return out + options_of(common_options(), {"各命令通用的选项", "OPTIONS OF EVERY COMMAND"}, lang) +
         section({"从这里开始", "TO BEGIN WITH"}, lang) +
         term(zh ? "matter validate 目录" : "matter validate PATH",
              zh ? "检查一个目录或文件" : "check a catalog or a file") +
         term(zh ? "matter help 命令" : "matter help COMMAND",
              zh ? "一个命令的详细说明" : "the whole story of a command");
}

std::string man_page_of(const Command& command, Lang lang) {
  std::string out =
      beginning(fmt::format("matter-{}", command.name), command.summary.in(lang), usage_of(command, lang), lang) +
      section({"说明", "DESCRIPTION"}, lang) + description(page_of(command.name, lang));
  if (!command.operands.empty()) {
    out += section({"参数", "ARGUMENTS"}, lang);
    for (const Operand& operand : command.operands) out += term(operand.name.in(lang), operand.help.in(lang));
  }
  out += options_of(command.options, {"选项", "OPTIONS"}, lang) +
         options_of(common_options(), {"各命令通用的选项", "OPTIONS OF EVERY COMMAND"}, lang) +
         section({"示例", "EXAMPLES"}, lang);
  for (const Example& example : command.examples) {
    out += ".PP\n" + escaped(example.shows.in(lang)) + '\n' + code_block(example.line);
  }
  out += section({"退出码", "EXIT STATUS"}, lang);
  for (const ExitMeaning& exit : exits_of(command)) out += term(fmt::format("{}", exit.code), exit.when.in(lang));
  return out;
}

}  // namespace matter::cli
