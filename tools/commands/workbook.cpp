#include <filesystem>

#include "frame/invocation.h"
#include "frame/offered.h"
#include "frame/options.h"
#include "frame/output.h"
#include "frame/result.h"
#include "ops/workbook_apply.h"
#include "ops/workbook_check.h"
#include "ops/workbook_export.h"
#include "report/findings_json.h"
#include "report/import_plan.h"
#include "report/set_text.h"
#include "report/workbook_sheets.h"

namespace matter::cli::commands {
namespace {

std::vector<Choice> actions() {
  return {{"export", {"写出工作簿", "write a workbook"}},
          {"check", {"检查交回的工作簿", "check one that came back"}},
          {"apply", {"把改动写回目录", "bring its changes into the catalog"}}};
}

constexpr Operand operands[] = {
    {.name = {"动作", "ACTION"},
     .help = {"export（写出）、check（检查）或 apply（写回）", "export, check or apply"},
     .offered = actions},
    {.name = {"路径", "PATH"},
     .help = {"export：目录、文件夹或文件；check、apply：工作簿，然后是目录",
              "export: a catalog, folder or file; check, apply: the workbook, then the catalog"},
     .needed = false,
     .many = true,
     .files = true},
};

constexpr Option agency_option{
    .name = "agency",
    .kind = Kind::text,
    .value = {"主体", "AGENCY"},
    .help = {"export：只写这个实施主体的事项，名称或编码", "export: matters of this agency only, by name or code"}};
constexpr Option template_option{
    .name = "template",
    .help = {"export：没有事项的空工作簿，供填写新事项", "export: a workbook without matters, for new ones"}};

constexpr Option yes_option{.name = "yes",
                            .help = {"apply：计划里须确认的，也写", "apply: do what the plan wants confirmed, too"}};

constexpr Option mark_option{.name = "mark",
                             .kind = Kind::path,
                             .value = {"文件", "FILE"},
                             .help = {"check：另写一份工作簿，问题写成批注、涂上颜色",
                                      "check: write the workbook with what is wrong as notes and colours"}};

constexpr const Option* options[] = {&output_option, &agency_option,        &template_option,   &mark_option,
                                     &yes_option,    &edits_dry_run_option, &edits_diff_option, &format_option};

constexpr Example examples[] = {
    {"matter workbook export catalogs/five-levels/city \\\n--output city.xlsx --quiet",
     {"把一个目录的事项写成工作簿，在 Excel、WPS 里改。",
      "Matters of a catalog as a workbook, to be edited in Excel or WPS."}},
    {"matter workbook export --template --output new.xlsx --quiet",
     {"空的工作簿，填新事项用。", "An empty one, for new matters."}},
    {"matter workbook check catalogs/workbook/returned.xlsx catalogs/workbook",
     {"检查交回的工作簿：问题指到格子。", "Check one that came back: findings stand at cells."},
     exit_code::findings},
    {"matter workbook apply catalogs/workbook/returned.xlsx \\\ncatalogs/workbook --dry-run",
     {"看写回的计划。", "The plan of bringing it back."},
     exit_code::findings},
    {"matter workbook apply catalogs/workbook/returned.xlsx \\\ncatalogs/workbook --dry-run --format json",
     {"同上，给程序看。", "The same for programs."},
     exit_code::findings},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"已写出、没有问题、已写回或没有改动", "written, nothing found, applied or nothing changed"}},
    {exit_code::findings,
     {"apply：有冲突、有须确认的，或用了 --dry-run、--diff 且会有改动",
      "apply: conflicts, something to be confirmed, or, with --dry-run or --diff, there would be changes"}},
    {exit_code::unusable,
     {"用法不对、文件读不了、工作簿里有读不懂的；什么都没有写",
      "wrong usage, a file that cannot be read, cells that are not understood; nothing was written"}},
};

void say_findings(const Invocation& in, const std::vector<Diagnostic>& findings, const Sources& sources) {
  write_findings(findings, sources, {.lang = in.lang, .color = in.color_err}, write_error);
}

int call_export(const Invocation& in, const std::vector<std::string>& paths) {
  const bool empty = in.given.has(template_option);
  if (paths.size() > 1) return in.misuse({"export 一次一个目录", "export takes one catalog at a time"});
  if (paths.empty() && !empty) return in.misuse({"export 哪个目录？", "export which catalog?"});
  const std::string file(in.given.text(output_option));
  if (!file.ends_with(".xlsx"))
    return in.misuse({"工作簿写到哪里？--output 文件.xlsx", "where does the workbook go? --output FILE.xlsx"});
  Sources sources;
  const WorkbookExportOptions what{paths.empty() ? "." : paths[0], std::string(in.given.text(agency_option)), empty};
  WorkbookExport made = worked(in, [&](const RunOptions& run) { return export_workbook(what, run, sources); });
  if (paths.empty()) made.content.source.clear();  // the folder that one happens to be in is no catalog of its own
  in.say_converted(sources);
  if (!made.complete) {
    say_findings(in, made.findings, sources);
    return in.fail({"有读不懂的文件，没有写出工作簿：先改正它们",
                    "files could not be understood, and no workbook was written: correct them first"});
  }
  if (!made.fits) {
    say_findings(in, made.findings, sources);
    return in.fail({"有的内容一个格子放不下，没有写出工作簿：这些事项在文件里改，或用 --agency 只写别的",
                    "some texts do not fit into a cell, and no workbook was written: change these matters in their "
                    "files, or name another agency"});
  }
  if (made.content.matters.empty() && !empty) {
    if (what.agency.empty()) return in.fail({"没有事项", "there are no matters"});
    return in.fail({"没有“{}”的事项（名称或编码要完全一样）", "no matters of '{}' (its whole name, or its code)"},
                   what.agency);
  }
  write_output(file, workbook_bytes(made.content, in.lang));
  in.narrate({"写出 {}：事项 {} 个", "{} written: {:matter}"}, file, Counted{made.content.matters.size()});
  return exit_code::clean;
}

void summarize(const ImportPlan& plan, const Invocation& in) {
  const std::size_t files = plan.files.size() + plan.deleted.size();
  if (plan.conflicts() != 0) {
    in.narrate({"有 {} 处冲突，什么都没有写：重新写出工作簿，在新的上面改",
                "{:conflict}; nothing was written: write a new workbook, and change that"},
               Counted{plan.conflicts()});
  } else if (!plan.any()) {
    in.narrate({"工作簿没有改动，目录不变", "the workbook changes nothing"});
  } else if (plan.written) {
    in.narrate({"写了 {} 个文件", "{:file} written"}, Counted{files});
  } else if (plan.asking() != 0) {
    in.narrate({"会写 {} 个文件；有 {} 处须确认，看过再加 --yes；现在什么都没有写",
                "{:file} would be written; {} to be confirmed (--yes); nothing was written"},
               Counted{files}, plan.asking());
  } else {
    in.narrate({"会写 {} 个文件；没有写", "{:file} would be written; nothing was"}, Counted{files});
  }
}

int call_apply(const Invocation& in, const std::vector<std::string>& paths) {
  if (paths.size() != 2)
    return in.misuse({"用法：matter workbook apply 工作簿 目录", "usage: matter workbook apply WORKBOOK CATALOG"});
  const bool diff = in.given.has(edits_diff_option);
  const bool write = !diff && !in.given.has(edits_dry_run_option);
  const WorkbookApplyOptions what{paths[0], paths[1], in.given.has(yes_option), write};
  Sources sources;
  const ImportPlan plan = worked(in, [&](const RunOptions& run) { return apply_workbook(what, run, sources); });
  in.say_converted(sources);
  Result told{.forms = {[&](const TextStyle& style, const Sink& to) {
                          if (diff && plan.complete) return write_set_diff(plan.files, to);
                          write_import_plan(plan, sources, plan.written, style, to);
                        },
                        [&](const Sink& to) { write_import_plan_json(plan, sources, diff, to); }},
              .found = plan.conflicts() != 0 || (!plan.written && plan.any()),
              .told_quietly = !plan.findings.empty() || !plan.written};
  if (!plan.complete) told.failed = {"没有写回，什么都没有写", "not applied, nothing was written"};
  const int code = tell(in, told);
  if (plan.complete) summarize(plan, in);
  return code;
}

int call_check(const Invocation& in, const std::vector<std::string>& paths) {
  if (paths.empty() || paths.size() > 2)
    return in.misuse({"用法：matter workbook check 工作簿 [目录]", "usage: matter workbook check WORKBOOK [CATALOG]"});
  const std::string marked(in.given.text(mark_option));
  if (!marked.empty() && !marked.ends_with(".xlsx"))
    return in.misuse({"--mark 的文件要以 .xlsx 结尾", "the file of --mark must end in .xlsx"});
  const WorkbookCheckOptions what{paths[0], paths.size() > 1 ? paths[1] : std::string(), !marked.empty()};
  Sources sources;
  const WorkbookCheck made = worked(in, [&](const RunOptions& run) { return check_workbook(what, run, sources); });
  if (!made.marked.empty()) write_output(marked, made.marked);
  Result told{
      .forms = {[&](const TextStyle& style, const Sink& to) { write_findings_text(made.result, sources, style, to); },
                [&](const Sink& to) { write_findings_json(made.result, sources, to); }},
      .found = made.result.errors != 0,
      .told_quietly = !made.result.findings.empty()};
  if (made.result.nothing()) told.nothing = {"工作簿里没有事项", "the workbook holds no matters"};
  const int code = tell(in, told);
  if (!made.marked.empty()) in.narrate({"标出问题的工作簿：{}", "the workbook with its findings: {}"}, marked);
  return code;
}

int call(const Invocation& in) {
  const std::vector<std::string>& given = in.given.operands();
  const std::vector<std::string> paths(given.begin() + 1, given.end());
  if (given[0] == "export") return call_export(in, paths);
  if (given[0] == "check") return call_check(in, paths);
  if (given[0] == "apply") return call_apply(in, paths);
  return in.misuse(
      {"没有动作“{}”，可以是：export、check、apply", "there is no action \"{}\"; it is one of: export, check, apply"},
      given[0]);
}

}  // namespace

extern const Command workbook_command;
const Command workbook_command{
    .name = "workbook",
    .summary = {"把事项写成工作簿，在 Excel、WPS 里改好再写回",
                "Edit matters in Excel or WPS, and bring the changes back"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
