#include <algorithm>

#include "frame/invocation.h"
#include "frame/options.h"
#include "frame/output.h"
#include "frame/progress.h"
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
constexpr Option keys_option{.name = "keys",
                             .kind = Kind::choice,
                             .value = {"语言", "LANG"},
                             .help = {"把键改写成哪种语言；不给时照原样",
                                      "rewrite keys to this language; without it they stay as written"},
                             .choices = keys_choices};

constexpr const Option* options[] = {&check_option, &diff_option, &keys_option, &format_option};

constexpr Example examples[] = {
    {"matter fmt catalogs/merge", {"整理一个文件夹里的文件。", "Format the files of a folder."}},
    {"matter fmt --check catalogs/five-levels",
     {"在流水线中：有不合规范的文件就不通过。", "In a pipeline: fail where a file is not in canonical form."}},
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

void tell(const FormatResult& result, const Sources& sources, Mode mode, const Invocation& in) {
  Output output("");
  const Sink sink = [&output](std::string_view text) { output.write(text); };
  const TextStyle style{.lang = in.lang, .color = in.color_out};
  if (in.given.text(format_option) == "json") {
    write_format_json(result, sources, sink);
  } else if (mode == Mode::filter) {
    output.write(result.text);
  } else if (mode == Mode::diff) {
    write_format_diff(result, style, sink);
  } else {
    write_format_text(result, style, !in.quiet, sink);
  }
  output.close();
  write_format_refusals(result, sources, {.lang = in.lang, .color = in.color_err}, write_error);
}

int finish(const FormatResult& result, Mode mode) {
  if (result.failed > 0) return exit_code::bug;
  if (result.refused > 0) return exit_code::unusable;
  const bool only_told = mode == Mode::check || mode == Mode::diff;
  return only_told && result.changed > 0 ? exit_code::findings : exit_code::clean;
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
  if (mode == Mode::filter && in.given.text(format_option) == "json")
    return in.misuse({"标准输入的结果就是文本；要 JSON 请加 --check", "for JSON about standard input give --check"});
  Sources sources;
  Progress progress(in.lang, in.quiet);
  const FormatResult result = format_files(request, in.run(progress), sources);
  progress.clear();
  if (result.seen() == 0) return in.fail({"没有可整理的文件（.yaml、.yml）", "nothing to format: no file (.yaml, .yml)"});
  tell(result, sources, mode, in);
  return finish(result, mode);
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
