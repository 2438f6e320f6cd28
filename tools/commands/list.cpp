#include "frame/invocation.h"
#include "frame/matter_options.h"
#include "frame/options.h"
#include "frame/result.h"
#include "report/list_report.h"

namespace matter::cli::commands {
namespace {

constexpr Operand operands[] = {words_operand};

constexpr Choice orders[] = {
    {"place", {"按文件里的先后", "as they stand in the files"}},
    {"name", {"按名称", "by name"}},
    {"code", {"按编码", "by code"}},
    {"agency", {"按实施主体", "by agency"}},
    {"level", {"按层级，从国家级到村级", "by level, from the nation down to the village"}},
};
constexpr FoundOrder order_values[] = {FoundOrder::place, FoundOrder::name, FoundOrder::code, FoundOrder::agency,
                                       FoundOrder::level};

constexpr Option sort_option{.name = "sort",
                             .kind = Kind::choice,
                             .value = {"顺序", "ORDER"},
                             .help = {"列出的顺序", "order of the table"},
                             .initial = orders[0].value,
                             .choices = orders};

constexpr const Option* options[] = {&name_option,         &code_option,  &agency_option, &mode_option,
                                     &level_option,        &type_option,  &family_option, &sort_option,
                                     &table_format_option, &output_option};

constexpr Example examples[] = {
    {"matter list 失业登记 catalogs/five-levels", {"名称中有这几个字的。", "Whose name holds these characters."}},
    {"matter list sydj catalogs/five-levels", {"同上，打拼音首字母。", "The same by the initials of its pinyin."}},
    {"matter list --level 市级 --mode 全程网办 catalogs/five-levels",
     {"市级的全程网办事项。", "What a city does wholly online."}},
    {"matter list 失业 --agency 示例市 --sort agency \\\n--format csv --output list.csv catalogs/five-levels",
     {"写成表格。", "As a table for a spreadsheet."}},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"已列出", "listed"}},
    {exit_code::findings, {"没有这样的事项", "there is no such matter"}},
    {exit_code::unusable,
     {"用法不对、文件读不了，或没有可找的事项",
      "wrong usage, a file that cannot be read, or no matter to look through"}},
};

int call(const Invocation& in) {
  const std::optional<Looked> looked = looked_for(in);
  if (!looked) return exit_code::unusable;
  FindQuery query;
  query.of = looked->of;
  for (std::size_t i = 0; i < std::size(orders); ++i) {
    if (in.given.text(sort_option) == orders[i].value) query.order = order_values[i];
  }
  Sources sources;
  const FindResult result = worked(in, [&](const RunOptions& run) { return find(query, looked->paths, run, sources); });
  Result told{.forms = {[&](const TextStyle& style, const Sink& to) { write_list_text(result, style, to); },
                        [&](const Sink& to) { write_list_json(result, sources, to); },
                        [&](const Sink& to) { write_list_csv(result, sources, in.lang, to); }},
              .found = result.found.empty()};
  if (result.matters == 0) {
    told.nothing = nothing_to_look_through();
  } else if (result.found.empty()) {
    say_none(in, result);
    if (form_of(in) == "text") return exit_code::findings;
  }
  return tell(in, told);
}

}  // namespace

extern const Command list_command;
const Command list_command{
    .name = "list",
    .summary = {"列出事项：按名称、编码、部门、层级、办理形式，也可打拼音首字母",
                "List matters by name, code, agency, level or mode, or by initials of pinyin"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
