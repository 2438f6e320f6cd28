#include "ops/platforms.h"

#include "frame/invocation.h"
#include "frame/offered.h"
#include "frame/options.h"
#include "frame/output.h"
#include "frame/result.h"
#include "report/findings_json.h"
#include "report/platforms_report.h"

namespace matter::cli::commands {
namespace {

std::vector<Choice> actions() {
  return {{"show", {"列出一个平台的字段映射", "a platform's mapping, column by column"}},
          {"check", {"检查映射文件", "check mapping files"}}};
}

constexpr Operand operands[] = {
    {.name = {"动作", "ACTION"},
     .help = {"show（列出映射）或 check（检查）；不给时列出全部平台",
              "show or check; without one, all platforms are listed"},
     .needed = false,
     .offered = actions},
    {.name = {"平台", "PLATFORM"},
     .help = {"平台的代号，或映射文件的路径（.yaml）", "id of a platform, or path of a mapping file (.yaml)"},
     .needed = false,
     .many = true,
     .offered = platforms,
     .files = true},
};

constexpr const Option* options[] = {&document_format_option, &output_option};

constexpr Example examples[] = {
    {"matter platforms", {"有哪些平台，数据往哪个方向走。", "Which platforms there are, and which way data goes."}},
    {"matter platforms show national-exchange",
     {"每一列从事项的哪个要素来，哪些要素写不到。", "Where each column comes from, and which fields are lost."}},
    {"matter platforms show csv --format markdown --output csv.md",
     {"映射写成表格，放进文档。", "The mapping as tables, for a document."}},
    {"cat >mine.yaml <<'END'\n"
     "format: 1\n"
     "platform: mine\n"
     "label: 示例平台\n"
     "medium: csv\n"
     "tables:\n"
     "  - {table: t, columns: [{column: NAME, path: nmae}]}\n"
     "END\n"
     "matter platforms check mine.yaml",
     {"检查自己写的映射。", "Check a mapping of one's own."},
     exit_code::findings},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"已列出；check：没有错误", "listed; check: no errors"}},
    {exit_code::findings, {"check：映射有错误", "check: a mapping has errors"}},
    {exit_code::unusable,
     {"用法不对、文件读不了、没有这个平台，或它的映射有错误",
      "wrong usage, a file that cannot be read, no such platform, or errors in its mapping"}},
};

void say_findings(const Invocation& in, const std::vector<Diagnostic>& findings, const Sources& sources) {
  std::string text;
  write_findings(findings, sources, {.lang = in.lang, .color = in.color_err},
                 [&text](std::string_view more) { text += more; });
  write_error(text);
}

Result forms(const Invocation& in, const std::function<void(const TextStyle&, const Sink&)>& text,
             const std::function<void(const Sink&)>& markdown, const std::function<void(const Sink&)>& json) {
  const std::string_view form = in.given.text(document_format_option);
  return {.forms = {[=](const TextStyle& style, const Sink& to) {
            if (form == "json") return json(to);
            if (form == "markdown") return markdown(to);
            text(style, to);
          }}};
}

int list(const Invocation& in) {
  Sources sources;
  const PlatformList platforms = list_platforms(".", in.lang, sources);
  const int told =
      tell(in, forms(
                   in, [&](const TextStyle& style, const Sink& to) { write_platforms_text(platforms, style, to); },
                   [&](const Sink& to) { write_platforms_markdown(platforms, in.lang, to); },
                   [&](const Sink& to) { write_platforms_json(platforms, to); }));
  if (platforms.findings.empty()) return told;
  say_findings(in, platforms.findings, sources);
  return exit_code::unusable;
}

int show(const Invocation& in, const std::string& platform) {
  Sources sources;
  const PlatformShown shown = show_platform(platform, in.lang, sources);
  if (shown.mapping == nullptr) {
    say_findings(in, shown.findings, sources);
    return exit_code::unusable;
  }
  return tell(in, forms(
                      in, [&](const TextStyle& style, const Sink& to) { write_platform_text(shown, style, to); },
                      [&](const Sink& to) { write_platform_markdown(shown, in.lang, to); },
                      [&](const Sink& to) { write_platform_json(shown, in.lang, to); }));
}

int check(const Invocation& in, const std::vector<std::string>& platforms) {
  if (in.given.text(document_format_option) == "markdown")
    return in.misuse({"check 的结果只有 text 和 json", "the result of check is text or json"});
  Sources sources;
  const ValidateResult result = check_platforms(platforms, in.lang, sources);
  Result told = forms(
      in, [&](const TextStyle& style, const Sink& to) { write_platform_check(result, sources, style, to); }, {},
      [&](const Sink& to) { write_findings_json(result, sources, to); });
  told.found = result.errors > 0;
  return tell(in, told);
}

int call(const Invocation& in) {
  const auto& given = in.given.operands();
  if (given.empty()) return list(in);
  const std::vector<std::string> platforms(given.begin() + 1, given.end());
  if (given[0] != "show" && given[0] != "check")
    return in.misuse({"没有动作“{}”，可以是：show、check", "there is no action \"{}\"; it is one of: show, check"},
                     given[0]);
  if (platforms.empty())
    return in.misuse({"{} 哪个平台？请给出代号或映射文件", "{} what? name a platform or a mapping file"}, given[0]);
  if (given[0] == "check") return check(in, platforms);
  if (platforms.size() > 1) return in.misuse({"show 一次一个平台", "show takes one platform at a time"});
  return show(in, platforms[0]);
}

}  // namespace

extern const Command platforms_command;
const Command platforms_command{
    .name = "platforms",
    .summary = {"列出各平台和它们的字段映射，检查自己写的映射", "List platforms, show and check their mappings"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
