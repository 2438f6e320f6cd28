#include <algorithm>

#include "frame/invocation.h"
#include "frame/options.h"
#include "frame/output.h"
#include "frame/result.h"
#include "ops/format.h"
#include "report/format_text.h"

namespace matter::cli::commands {
namespace {

constexpr Operand operands[] = {
    {.name = {"路径", "PATH"},
     .help = {"事项文件或文件夹；- 表示标准输入，结果写到标准输出",
              "files or folders of matters; - for standard input, the result goes to standard output"},
     .many = true},
};

constexpr Choice keys_choices[] = {
    {"zh", {"中文名称，如 申请材料", "Chinese labels"}},
    {"en", {"英文键，如 materials", "English keys, such as materials"}},
};

constexpr Option check_option{.name = "check",
                              .help = {"只列出会改的文件，不写", "only list the files that would change"}};
constexpr Option diff_option{.name = "diff", .help = {"只显示会改成怎样，不写", "only show how files would change"}};
constexpr Option keys_option{
    .name = "keys",
    .kind = Kind::choice,
    .value = {"语言", "LANG"},
    .help = {"把键改写成哪种语言；不给时照原样", "rewrite keys to this language; without it they stay as written"},
    .choices = keys_choices};

constexpr const Option* options[] = {&check_option, &diff_option, &keys_option, &format_option};

constexpr Example examples[] = {
    {"cp catalogs/merge/base.yaml my.yaml && matter fmt my.yaml",
     {"整理一个文件，就地改写。", "Format a file, in place."}},
    {"matter fmt --check catalogs/five-levels catalogs/merge",
     {"在流水线中：有不合规范的文件就不通过。", "In a pipeline: fail where a file is not in canonical form."}},
    {"matter fmt --check --format json catalogs/merge", {"同样的结果，给别的程序用。", "The same for other programs."}},
    {"matter fmt --diff --keys zh catalogs/merge/base.yaml",
     {"先看键都改成中文会是怎样。", "See first how it would be with Chinese keys."},
     exit_code::findings},
    {"matter fmt - < catalogs/merge/base.yaml",
     {"编辑器里用：从标准输入到标准输出。", "In an editor: from standard input to standard output."}},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"已整理，或本来就合规范", "formatted, or in canonical form already"}},
    {exit_code::findings, {"用了 --check 或 --diff，且会有改动", "with --check or --diff: there would be changes"}},
    {exit_code::unusable,
     {"用法不对、没有文件、或有文件不能整理（其余的照样整理）",
      "wrong usage, no file, or files that cannot be formatted (the others are)"}},
    {exit_code::bug, {"程序自身出错；那个文件没有动", "a bug in the program; the file was left alone"}},
};

enum class Mode : std::uint8_t { write, check, diff, filter };

/// Why files were left alone goes to standard error: standard output is a list, a patch or a file.
void tell_refusals(const FormatResult& result, const Sources& sources, const Invocation& in) {
  write_format_refusals(result, sources, {.lang = in.lang, .color = in.color_err}, write_error);
}

int told(const FormatResult& result, const Sources& sources, Mode mode, const Invocation& in) {
  Result told{.forms = {[&](const TextStyle& style, const Sink& to) {
                          if (mode == Mode::filter) {
                            to(result.text);
                          } else if (mode == Mode::diff) {
                            write_format_diff(result, style, to);
                          } else {
                            write_format_text(result, style, !in.quiet, to);
                          }
                        },
                        [&](const Sink& to) { write_format_json(result, sources, to); }},
              .found = (mode == Mode::check || mode == Mode::diff) && result.changed > 0};
  if (result.seen() == 0)
    told.nothing = {"没有可整理的文件（.yaml、.yml）", "nothing to format: no file (.yaml, .yml)"};
  if (result.refused + result.failed > 0)
    told.failed = {"有文件不能整理，原因见上", "not every file can be formatted; the reasons stand above"};
  tell_refusals(result, sources, in);
  const int code = tell(in, told);
  return result.failed > 0 ? exit_code::bug : code;
}

int call(const Invocation& in) {
  FormatRequest request;
  request.paths = in.given.operands();
  if (in.given.has(keys_option))
    request.style.keys = in.given.text(keys_option) == "zh" ? KeyLanguage::chinese : KeyLanguage::english;
  const bool input = std::find(request.paths.begin(), request.paths.end(), "-") != request.paths.end();
  if (input && request.paths.size() > 1)
    return in.misuse({"- 不能与别的路径同用", "- cannot be given with other paths"});
  Mode mode = input ? Mode::filter : Mode::write;
  if (in.given.has(check_option)) mode = Mode::check;
  if (in.given.has(diff_option)) mode = Mode::diff;
  request.write = mode == Mode::write;
  request.style.only_whether = mode == Mode::check;
  if (mode == Mode::filter && in.given.text(format_option) == "json")
    return in.misuse({"标准输入的结果就是文本；要 JSON 请加 --check", "for JSON about standard input give --check"});
  Sources sources;
  const FormatResult result = worked(in, [&](const RunOptions& run) { return format_files(request, run, sources); });
  return told(result, sources, mode, in);
}

}  // namespace

extern const Command fmt_command;
const Command fmt_command{
    .name = "fmt",
    .summary = {"把文件整理成规范格式：键序、引号、缩进、值的写法；内容和注释不变",
                "Bring files into canonical form: order, quotes, indentation, values; content and comments stay"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
