#include "ops/bind.h"

#include "frame/invocation.h"
#include "frame/offered.h"
#include "frame/options.h"
#include "frame/result.h"
#include "report/bindings_report.h"
#include "report/set_text.h"

namespace matter::cli::commands {
namespace {

constexpr Operand operands[] = {
    {.name = {"编码", "CODE"},
     .help = {"事项的编码；标准条目的编码指认领它的全部事项；用 --all-stale 时不写",
              "code of a matter; of a standard entry: all that are bound to it; not with --all-stale"},
     .needed = false,
     .offered = nothing_offered},
    {.name = {"路径", "PATH"},
     .help = {"在哪些文件和文件夹中找，不给时为当前文件夹",
              "files and folders to look in; without any, the working folder"},
     .needed = false,
     .many = true},
};

constexpr Option to_option{.name = "to",
                           .kind = Kind::text,
                           .value = {"版本或条目", "VERSION"},
                           .help = {"认领第几版，或哪个标准条目：3、编码、编码@3；不给时为最新版本",
                                    "which version or entry: 3, CODE or CODE@3; without it, the newest version"}};
constexpr Option all_option{
    .name = "all-stale",
    .help = {"认领旧版本的事项全部改为最新版本", "bind all that are bound to an older version to the newest one"}};
constexpr Option take_option{
    .name = "take",
    .kind = Kind::text,
    .value = {"要素", "ELEMENT"},
    .help = {"去掉自己写的，改为沿用标准：要素或字段，可给几个",
             "take the own value away and follow the standard: an element or field, several allowed"},
    .repeated = true,
    .offered = elements};
constexpr Option keep_option{
    .name = "keep",
    .kind = Kind::text,
    .value = {"要素", "ELEMENT"},
    .help = {"保持现在的样子，理由写进 binding.kept：要素或字段，可给几个",
             "stay as it is now, with a reason in binding.kept: an element or field, several allowed"},
    .repeated = true,
    .offered = elements};
constexpr Option reason_option{.name = "reason",
                               .kind = Kind::text,
                               .value = {"理由", "TEXT"},
                               .help = {"为什么保留；给一个时用于全部 --keep，否则与它们一一对应",
                                        "why it is kept: one for all --keep, or one for each in their order"},
                               .repeated = true};

constexpr const Option* options[] = {&to_option,     &all_option,           &take_option,       &keep_option,
                                     &reason_option, &edits_dry_run_option, &edits_diff_option, &format_option};

constexpr Example examples[] = {
    {"matter bind --dry-run 11350206000000000M4002099005000 \\\n--take promised-limit catalogs/claiming",
     {"认领最新版本，去掉自己写的承诺办结时限；只看会怎样。",
      "Bind a matter to the newest version and drop its own promised limit: what would come of it."},
     exit_code::findings},
    {"matter bind --diff 11350206000000000M4000199013000 --to 2 \\\n--keep materials --reason "
     "\"系统年底才能调取营业执照\" "
     "\\\ncatalogs/claiming",
     {"认领第 2 版，材料保持不变并写明理由：文件会怎样改。",
      "Bind it to version 2 and keep the materials, with the reason: how the file would differ."},
     exit_code::findings},
    {"matter bind --dry-run --all-stale catalogs/claiming",
     {"认领旧版本的全部改为最新版本，会改什么。", "What binding all to the newest versions would change."},
     exit_code::findings},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"已认领，或本来就是这样", "bound, or it was already"}},
    {exit_code::findings, {"用了 --dry-run 或 --diff，且会有改动", "with --dry-run or --diff: there would be changes"}},
    {exit_code::unusable,
     {"用法不对、没有这个事项、版本、条目或要素、文件不能改；什么都没有写",
      "wrong usage, no such matter, version, entry or element, a file that cannot be edited; nothing was written"}},
};

void summarize(const BindResult& result, const Invocation& in) {
  for (const std::string& one : result.unused) in.narrate({"没有用到 {}：没有可改的", "{} changed nothing"}, one);
  if (result.changes.empty()) {
    in.narrate({"本来就是这样，没有改动", "that is how it is already; nothing was changed"});
  } else if (result.written) {
    in.narrate({"改了 {} 个事项、{} 个文件", "bound {} matter(s) in {} file(s)"}, result.matters.size() - result.same,
               result.files.size());
  } else {
    in.narrate({"会改 {} 个事项、{} 个文件；没有写", "would bind {} matter(s) in {} file(s); nothing was written"},
               result.matters.size() - result.same, result.files.size());
  }
}

int told(const BindResult& result, const Sources& sources, const Invocation& in) {
  const bool refused = !result.refused.empty();
  const bool diff = in.given.has(edits_diff_option);
  Result told{.forms = {[&](const TextStyle& style, const Sink& to) {
                          if (diff && !refused) {
                            write_set_diff(result.files, to);
                          } else {
                            write_bind_text(result, sources, style, to);
                          }
                        },
                        [&](const Sink& to) { write_bind_json(result, sources, diff, in.lang, to); }},
              .found = !result.written && !result.changes.empty()};
  if (refused) told.failed = {"没有认领，什么都没有写", "it was not bound, nothing was written"};
  const int code = tell(in, told);
  if (!refused) summarize(result, in);
  return code;
}

int call(const Invocation& in) {
  BindOptions what;
  const std::vector<std::string>& given = in.given.operands();
  const bool all = in.given.has(all_option);
  if (!all && given.empty()) return in.misuse({"还缺：编码，或 --all-stale", "CODE or --all-stale is needed"});
  if (all && in.given.has(to_option))
    return in.misuse(
        {"--all-stale 总是改为最新版本，不能与 --to 同用", "--all-stale takes the newest versions: not with --to"});
  if (!all) what.code = given.front();
  what.paths.assign(given.begin() + (all ? 0 : 1), given.end());
  what.to = in.given.text(to_option);
  what.take = in.given.all(take_option);
  const std::vector<std::string> keep = in.given.all(keep_option);
  const std::vector<std::string> reasons = in.given.all(reason_option);
  if (keep.empty() ? !reasons.empty() : reasons.size() != 1 && reasons.size() != keep.size()) {
    return in.misuse({"--keep 要有 --reason：一个理由用于全部，或每个要素一个",
                      "--keep needs --reason: one for all elements, or one for each"});
  }
  for (std::size_t i = 0; i < keep.size(); ++i) what.keep.push_back({keep[i], reasons[reasons.size() == 1 ? 0 : i]});
  what.write = !in.given.has(edits_dry_run_option) && !in.given.has(edits_diff_option);
  Sources sources;
  const BindResult result = worked(in, [&](const RunOptions& run) { return bind_matters(what, run, sources); });
  return told(result, sources, in);
}

}  // namespace

extern const Command bind_command;
const Command bind_command{
    .name = "bind",
    .summary = {"认领标准条目，或改认新的一版，逐个要素取用或保留",
                "Bind matters to a standard entry or its newer version, element by element"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
