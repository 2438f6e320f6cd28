#include "ops/diff.h"

#include "frame/invocation.h"
#include "frame/options.h"
#include "frame/output.h"
#include "frame/progress.h"
#include "report/diff_json.h"
#include "report/diff_text.h"

namespace matter::cli::commands {
namespace {

constexpr Operand operands[] = {
    {.name = {"旧", "OLD"},
     .help = {"原来的文件或文件夹，- 表示标准输入", "file or folder as it was, - for standard input"}},
    {.name = {"新", "NEW"}, .help = {"现在的文件或文件夹", "file or folder as it is"}},
};

constexpr const Option* options[] = {&format_option, &output_option};

constexpr Example examples[] = {
    {"matter diff catalogs/five-levels catalogs/five-levels",
     {"与自己比较：没有不同，退出码为 0。", "Compared with itself: no difference, exit code 0."}},
    {"matter diff catalogs/changed/old.yaml catalogs/changed/new.yaml",
     {"比较一个文件的两个版本。", "Compare two versions of a file."},
     exit_code::findings},
    {"matter diff catalogs/changed/old.yaml - < catalogs/changed/new.yaml",
     {"新版本取自标准输入。", "The new one from standard input."},
     exit_code::findings},
    {"matter diff catalogs/changed/old.yaml catalogs/changed/new.yaml --format json",
     {"同上，给别的程序用。", "The same for other programs."},
     exit_code::findings},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"没有不同", "no differences"}},
    {exit_code::findings, {"有不同", "differences"}},
    {exit_code::unusable,
     {"用法不对、文件读不了或读不懂、或没有可比较的事项",
      "wrong usage, a file that cannot be read or understood, or nothing to compare"}},
    {exit_code::bug, {"程序自身出错", "a bug in the program"}},
};

void write(const DiffResult& result, const Sources& sources, const Invocation& in) {
  Output output(in.given.text(output_option));
  const Sink sink = [&output](std::string_view text) { output.write(text); };
  if (in.given.text(format_option) == "json") {
    write_diff_json(result, sources, sink);
  } else {
    write_diff_text(result, sources, {.lang = in.lang, .color = in.color_out && output.is_standard()}, sink);
  }
  output.close();
}

int call(const Invocation& in) {
  Sources sources;
  Progress progress(in.lang, in.quiet);
  const DiffResult result = diff(in.given.operands()[0], in.given.operands()[1], in.run(progress), sources);
  progress.clear();
  in.say_converted(sources);
  if (result.nothing()) {
    return in.fail({"没有可比较的事项：两边都没有找到事项文件（.yaml、.yml）",
                    "nothing to compare: neither side has a file of matters (.yaml, .yml)"});
  }
  write(result, sources, in);
  if (!result.understood()) return in.fail({"读不懂，不能比较", "not understood, so not compared"});
  return result.any() ? exit_code::findings : exit_code::clean;
}

}  // namespace

extern const Command diff_command;
const Command diff_command{
    .name = "diff",
    .summary = {"比较两份事项目录：改了哪些要素，减了多少时限、环节、材料、跑动",
                "Compare two catalogs: fields that changed, and days, steps, materials and visits saved"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
