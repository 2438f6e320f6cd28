#include "ops/validate.h"

#include "frame/invocation.h"
#include "frame/options.h"
#include "frame/result.h"
#include "report/findings_json.h"
#include "report/findings_text.h"

namespace matter::cli::commands {
namespace {

constexpr Operand operands[] = {
    {.name = {"路径", "PATH"},
     .help = {"事项文件或文件夹，- 表示标准输入；不给时为当前文件夹",
              "files or folders of matters, - for standard input; without any, this folder"},
     .needed = false,
     .many = true},
};

constexpr Choice fail_choices[] = {
    {"error", {"有错误时", "on errors"}},
    {"warning", {"有警告或错误时", "on warnings too"}},
    {"info", {"有任何结果时", "on anything found"}},
    {"never", {"从不", "never"}},
};

constexpr Option fail_on_option{.name = "fail-on",
                                .kind = Kind::choice,
                                .value = {"程度", "LEVEL"},
                                .help = {"什么情况下退出码为 1", "when the exit code is 1"},
                                .initial = "error",
                                .choices = fail_choices};

constexpr const Option* options[] = {&fail_on_option, &format_option, &output_option};

constexpr Example examples[] = {
    {"matter validate catalogs/five-levels",
     {"检查五级目录：省标准化目录和市、县、乡、村实施清单。", "Check a catalog of five levels."}},
    {"matter validate catalogs/defective/limit-instant.yaml",
     {"检查一个文件；有错误，退出码为 1。", "Check one file; it has an error, so the exit code is 1."},
     exit_code::findings},
    {"matter validate - < catalogs/defective/limit-instant.yaml",
     {"检查标准输入。", "Check standard input."},
     exit_code::findings},
    {"matter validate catalogs --format json --output findings.json",
     {"全部结果写成 JSON 文件，给别的程序用。", "All findings as a JSON file, for other programs."},
     exit_code::findings},
    {"matter validate catalogs/five-levels --fail-on warning --date 2026-01-31",
     {"在流水线中：有警告也不通过，日期固定。", "In a pipeline: warnings fail too, the day is fixed."}},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"没有达到 --fail-on 程度的结果", "nothing found at or above --fail-on"}},
    {exit_code::findings, {"有达到 --fail-on 程度的结果", "something found at or above --fail-on"}},
    {exit_code::unusable,
     {"用法不对、文件读不了、或没有可检查的事项", "wrong usage, a file that cannot be read, or nothing to check"}},
    {exit_code::bug, {"程序自身出错", "a bug in the program"}},
};

bool fails(const ValidateResult& result, std::string_view level) {
  if (level == "never") return false;
  return result.errors > 0 || (level != "error" && result.warnings > 0) || (level == "info" && result.infos > 0);
}

/// A clean exit would say that all is well.
int nothing(const ValidateResult& result, const Invocation& in) {
  if (result.files == 0) {
    const int code = in.fail({"没有可检查的内容：在给出的路径下没有找到事项文件（.yaml、.yml）",
                              "nothing to check: no file of matters (.yaml, .yml) was found"});
    for (const NotChecked& row : result.not_checked) {
      in.narrate({"  没有看的 {} 个：{}", "  not looked at, {}: {}"}, row.count, row.reason);
    }
    return code;
  }
  return in.fail(
      {"没有可检查的内容：读了 {} 个文件，其中没有事项", "nothing to check: no matter in the files read ({})"},
      result.files);
}

int call(const Invocation& in) {
  Sources sources;
  const ValidateResult result =
      worked(in, [&](const RunOptions& run) { return validate(paths_or_here(in), run, sources); });
  if (result.nothing()) return nothing(result, in);
  return tell(
      in, {.forms = {[&](const TextStyle& style, const Sink& to) { write_findings_text(result, sources, style, to); },
                     [&](const Sink& to) { write_findings_json(result, sources, to); }},
           .found = fails(result, in.given.text(fail_on_option))});
}

}  // namespace

extern const Command validate_command;
const Command validate_command{
    .name = "validate",
    .summary = {"检查事项目录：能否读懂、是否完整、是否合法、前后是否一致",
                "Check matters: are they readable, complete, lawful, and free of contradictions"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
