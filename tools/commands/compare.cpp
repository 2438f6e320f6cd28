#include "ops/compare.h"

#include <algorithm>

#include "frame/invocation.h"
#include "frame/offered.h"
#include "frame/options.h"
#include "frame/result.h"
#include "model/named.h"
#include "report/bindings_report.h"
#include "report/compare_report.h"
#include "report/findings_text.h"

namespace matter::cli::commands {
namespace {

constexpr Operand operands[] = {
    {.name = {"路径", "PATH"},
     .help = {"文件或文件夹；不给时为当前文件夹", "files or folders; the working folder without one"},
     .needed = false,
     .many = true},
};

constexpr Choice form_choices[] = {
    {"text", {"给人看", "for people"}},
    {"json", {"给程序看", "for programs"}},
    {"csv", {"给表格软件，每处一行", "for a workbook, a row a place"}},
    {"markdown", {"贴在意见里", "for a comment"}},
};
constexpr Choice only_choices[] = {
    {"worse", {"更差，或与标准不同", "worse, or another than the standard"}},
    {"missing", {"缺失", "missing"}},
    {"extra", {"多出", "extra"}},
    {"better", {"更优", "better"}},
    {"same", {"一致", "the same"}},
    {"not-applicable", {"不适用，连同原因", "not applicable, with the reason"}},
    {"all", {"全部", "all of them"}},
};
constexpr Choice fail_choices[] = {
    {"departs", {"有更差、缺失或多出", "something is worse, missing or extra"}},
    {"missing", {"有缺失", "something is missing"}},
    {"any", {"有不一致，更优也算", "something is not the same, better ones too"}},
    {"never", {"从不", "never"}},
};

constexpr Option form_option = format_option_with(form_choices);
constexpr Option code_option{.name = "code",
                             .kind = cli::Kind::text,
                             .value = {"编码", "CODE"},
                             .help = {"只看这个事项：它的编码、基本编码或标准条目",
                                      "only these matters: their code, basic code or standard entry"}};
constexpr Option profile_option{.name = "profile",
                                .kind = cli::Kind::text,
                                .value = {"要素集", "PROFILE"},
                                .help = {"按哪一份要素集比：fj-5x15、national-10、national-4 或文件",
                                         "by which profile: fj-5x15, national-10, national-4 or a file"}};
constexpr Option level_option{
    .name = "level",
    .kind = cli::Kind::text,
    .value = {"层级", "LEVEL"},
    .help = {"只看这一层级，可给几个，如 县级", "only this level by its name, several allowed"},
    .repeated = true,
    .offered = levels};
constexpr Option agency_option{.name = "agency",
                               .kind = cli::Kind::text,
                               .value = {"实施主体", "AGENCY"},
                               .help = {"只看这个实施主体，名称或编码", "only this agency, by name or code"}};
constexpr Option only_option{.name = "only",
                             .kind = cli::Kind::choice,
                             .value = {"结论", "VERDICT"},
                             .help = {"只显示这些结论，可给几个；不给时为一致以外的",
                                      "only these verdicts, several allowed; without it all that are not the same"},
                             .choices = only_choices,
                             .repeated = true};
constexpr Option stale_option{
    .name = "stale",
    .help = {"列出标准已有新版本而认领的还是旧版的事项：变了的要素、自己的值、认领期限",
             "list matters bound to an older version: elements that changed, their own values, days left to claim"}};
constexpr Option unbound_option{.name = "unbound",
                                .help = {"列出没有认领标准和认领落空的事项，连同可能的标准条目",
                                         "list matters bound to no entry or to none that exists, with likely ones"}};
constexpr Option limit_option{.name = "limit",
                              .kind = cli::Kind::number,
                              .value = {"个数", "N"},
                              .help = {"显示几组同一事项（--stale 为几个标准条目），0 为全部；只用于给人看的格式",
                                       "groups of matters (with --stale: entries) that the text shows, 0 for all"},
                              .initial = "20"};
constexpr Option fail_option{.name = "fail-on",
                             .kind = cli::Kind::choice,
                             .value = {"何时", "WHEN"},
                             .help = {"何时以退出码 1 结束", "when to end with exit code 1"},
                             .initial = "departs",
                             .choices = fail_choices};

constexpr const Option* options[] = {&code_option, &profile_option, &level_option,   &agency_option,
                                     &only_option, &stale_option,   &unbound_option, &limit_option,
                                     &fail_option, &form_option,    &output_option};

constexpr Example examples[] = {
    {"matter compare catalogs/five-levels",
     {"五级目录与省标准逐要素对照：没有更差的，退出码为 0。",
      "Five levels against the province's standard: none falls short."}},
    {"matter compare catalogs/five-levels \\\n--code 00019900100001 --only all",
     {"一个标准条目的全部事项，每个要素的结论。", "All matters of one standard entry, every verdict."}},
    {"matter compare catalogs/five-levels --level 县级 --fail-on any",
     {"只看县级；更优也以退出码 1 结束。", "One level; exit code 1 where something is better, too."},
     exit_code::findings},
    {"matter compare catalogs/five-levels --profile national-4",
     {"按四级四同的四个要素比。", "By the four elements of another profile."}},
    {"matter compare catalogs/five-levels --format csv",
     {"每处不一致一行，给表格软件。", "A row for each departure, for a workbook."}},
    {"matter compare --stale --date 2026-05-08 catalogs/claiming",
     {"标准已有新版本、还没有重新认领的，最急的在前。", "What is to be claimed anew, the most urgent first."},
     exit_code::findings},
    {"matter compare --unbound catalogs/claiming",
     {"没有认领标准的，和可能的标准条目。", "What is bound to no entry, and which it may be."},
     exit_code::findings},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"没有 --fail-on 所指的结论", "no verdict that --fail-on names"}},
    {exit_code::findings,
     {"有 --fail-on 所指的结论；用 --stale、--unbound 时有列出的事项（--fail-on never 除外）",
      "verdicts that --fail-on names; with --stale or --unbound: matters that are listed (but for --fail-on never)"}},
    {exit_code::unusable,
     {"用法不对、文件读不了或没有读全、要素集有错、或没有可对照的事项",
      "wrong usage, a file that cannot be read or not whole, a mistake in the profile, or nothing to compare"}},
};

CompareShow show_of(const Invocation& in) {
  CompareShow show;
  if (in.given.has(only_option)) {
    show.only = {};
    for (const std::string& wanted : in.given.all(only_option)) {
      for (std::size_t i = 0; i < verdicts; ++i) {
        if (wanted == "all" || wanted == name(static_cast<Verdict>(i))) show.only[i] = true;
      }
    }
  }
  if (in.given.text(form_option) == "text") show.items = in.given.number(limit_option);
  return show;
}

bool fails(const CompareResult& result, std::string_view when) {
  if (when == "never") return false;
  if (when == "missing") return result.all.of(Verdict::missing) > 0;
  return result.all.bad() > 0 || (when == "any" && result.all.of(Verdict::better) > 0);
}

void write(const CompareResult& result, const CompareShow& show, const Sources& sources, const Invocation& in,
           const TextStyle& style, const Sink& to) {
  const std::string_view form = in.given.text(form_option);
  if (form == "json") {
    write_compare_json(result, show, sources, in.lang, to);
  } else if (form == "csv") {
    write_compare_csv(result, show, sources, in.lang, to);
  } else if (form == "markdown") {
    write_compare_markdown(result, show, sources, in.lang, to);
  } else {
    write_compare_text(result, show, sources, style, to);
  }
}

int call_bindings(const Invocation& in, const CompareOptions& which, Sources& sources) {
  const BindingsOptions what{which, in.given.has(stale_option), in.given.has(unbound_option)};
  const std::string_view form = in.given.text(form_option);
  if (form == "markdown" || in.given.has(only_option))
    return in.misuse({"--stale 和 --unbound 没有 markdown 格式，也不能与 --only 同用",
                      "--stale and --unbound have no form markdown and do not go with --only"});
  if (form == "csv" && what.stale && what.unbound)
    return in.misuse({"csv 一次只有一张表：--stale 或 --unbound", "csv is one table: --stale or --unbound"});
  const BindingsResult result =
      worked(in, [&](const RunOptions& run) { return list_bindings(paths_or_here(in), what, run, sources); });
  Result told{.forms = {[&](const TextStyle& style, const Sink& to) {
                if (form == "json") return write_bindings_json(result, what, sources, in.lang, to);
                if (form == "csv") return write_bindings_csv(result, what, sources, in.lang, to);
                write_bindings_text(result, what, in.given.number(limit_option), sources, style, to);
                write_findings(result.findings, sources, style, to);
              }},
              .found = in.given.text(fail_option) != "never" && (!result.stale.empty() || !result.unbound.empty())};
  if (result.matters == 0) told.nothing = {"没有可看的事项", "there are no matters to look at"};
  if (result.damaged > 0) told.failed = {"有文件没有读全", "some files could not be read whole"};
  return tell(in, told);
}

int call(const Invocation& in) {
  CompareOptions what;
  what.profile = in.given.text(profile_option);
  what.agency = in.given.text(agency_option);
  what.code = in.given.text(code_option);
  const NamedList& known_levels = *named_list("level");
  for (const std::string& level : in.given.all(level_option)) {
    const NamedValue* const known = find_named(known_levels, level);
    if (known == nullptr)
      return in.misuse({"没有层级“{}”；可以写 市级、县级 等", "there is no level '{}'; levels are 市级, 县级 …"},
                       level);
    what.levels.emplace_back(known->name);
  }
  Sources sources;
  if (in.given.has(stale_option) || in.given.has(unbound_option)) return call_bindings(in, what, sources);
  const CompareResult result =
      worked(in, [&](const RunOptions& run) { return compare_levels(paths_or_here(in), what, run, sources); });
  const CompareShow show = show_of(in);
  if (result.elements.empty()) {
    return tell(in, {.forms = {[&](const TextStyle& style, const Sink& to) {
                       write_findings(result.findings, sources, style, to);
                     }},
                     .failed = {"没有可用的要素集", "there is no profile to compare by"}});
  }
  Result told{.forms = {[&](const TextStyle& style, const Sink& to) { write(result, show, sources, in, style, to); }},
              .found = fails(result, in.given.text(fail_option))};
  if (result.all.matters == 0) told.nothing = {"没有可对照的事项", "there is nothing to compare"};
  if (result.damaged > 0) told.failed = {"有文件没有读全", "some files could not be read whole"};
  return tell(in, told);
}

}  // namespace

extern const Command compare_command;
const Command compare_command{
    .name = "compare",
    .summary = {"五级对照：事项的每个要素与标准、与各级同一事项相比；列出要重新认领的",
                "Hold every element of matters against the standard, and levels against one another; "
                "list stale bindings"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
