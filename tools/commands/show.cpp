#include "ops/show.h"

#include "frame/invocation.h"
#include "frame/offered.h"
#include "frame/options.h"
#include "frame/result.h"
#include "report/show_text.h"

namespace matter::cli::commands {
namespace {

constexpr Operand operands[] = {
    {.name = {"编码", "CODE"},
     .help = {"事项的任何一种编码，或完整的事项名称", "any code of the matter, or its whole name"},
     .offered = nothing_offered},
    {.name = {"路径", "PATH"},
     .help = {"在哪些文件和文件夹中找，不给时为当前文件夹",
              "files and folders to look in; without any, the working folder"},
     .needed = false,
     .many = true},
};

constexpr Choice keys_choices[] = {
    {"zh", {"中文名称，如 申请材料", "Chinese labels"}},
    {"en", {"英文键，如 materials", "English keys, such as materials"}},
};

constexpr Option origin_option{
    .name = "origin",
    .help = {"每个值后面写明来自本级还是标准、在文件的哪一行",
             "behind each value, whether it is the matter's own or the standard's, and its line"}};
constexpr Option all_option{.name = "all",
                            .help = {"编码指几个事项时全部显示", "show all matters that the code means"}};
constexpr Option keys_option{.name = "keys",
                             .kind = Kind::choice,
                             .value = {"语言", "LANG"},
                             .help = {"键用哪种语言", "language of the keys"},
                             .initial = "en",
                             .choices = keys_choices};

constexpr const Option* options[] = {&origin_option, &all_option, &keys_option, &format_option, &output_option};

constexpr Example examples[] = {
    {"matter show 00209900500001@2 catalogs/five-levels",
     {"标准化目录的一个业务项。", "An entry of the standard catalog."}},
    {"matter show --origin 11350203000000000A4002099005000 \\\ncatalogs/five-levels",
     {"区里的一个事项，每个值来自哪里。", "A matter of a district, and where each value comes from."}},
    {"matter show 失业登记（示例） catalogs/five-levels",
     {"名称相同的几个事项，列出来挑选。", "Several matters of one name, to choose from."},
     exit_code::findings},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"已显示", "shown"}},
    {exit_code::findings, {"指的是几个事项，只列出了它们", "several matters are meant, and were only listed"}},
    {exit_code::unusable,
     {"用法不对、文件读不了，或没有这个事项", "wrong usage, a file that cannot be read, or no such matter"}},
};

/// Says that there is no such matter, and which are near.
int nothing_found(const Invocation& in, const ShowResult& result) {
  if (result.matters == 0) {
    return in.fail({"没有可显示的事项：没有找到事项文件（.yaml、.yml），或其中没有事项",
                    "nothing to show: no file of matters (.yaml, .yml), or no matter in them"});
  }
  const int code = in.fail({"{} 个事项中没有“{}”", "none of {} matters is '{}'"}, result.matters, result.asked);
  if (!result.nearest.empty()) in.narrate({"最相近的：", "the nearest:"});
  for (const ShownPlace& near : result.nearest) {
    in.narrate({"  {}  {}  {}", "  {}  {}  {}"}, near.identity, near.name, near.level);
  }
  if (result.damaged > 0) {
    in.narrate({"  {} 个文件没有读全，它可能在其中（见 matter validate）",
                "  {} files were not read whole, it may be in one of them (see matter validate)"},
               result.damaged);
  }
  return code;
}

int call(const Invocation& in) {
  const std::vector<std::string>& given = in.given.operands();
  std::vector<std::string> paths(given.begin() + 1, given.end());
  if (paths.empty()) paths.emplace_back(".");
  const ShowOptions how{.keys = in.given.text(keys_option) == "zh" ? KeyLanguage::chinese : KeyLanguage::english,
                        .all = in.given.has(all_option),
                        .origin = in.given.has(origin_option)};
  Sources sources;
  const ShowResult result =
      worked(in, [&](const RunOptions& run) { return show(given.front(), paths, how, run, sources); });
  const bool none = result.found.empty();
  const Result told{.forms = {[&](const TextStyle& style, const Sink& to) {
                                write_show_text(result, how.origin, sources, style, to);
                              },
                              [&](const Sink& to) { write_show_json(result, sources, to); }},
                    .found = result.listed};
  if (none && in.given.text(format_option) != "json") return nothing_found(in, result);
  const int code = tell(in, told);
  return none ? nothing_found(in, result) : code;
}

}  // namespace

extern const Command show_command;
const Command show_command{
    .name = "show",
    .summary = {"显示一个事项实际生效的内容，以及每个值来自哪里",
                "Show what a matter effectively says, and where each value comes from"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
