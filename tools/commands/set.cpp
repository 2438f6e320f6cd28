#include "ops/set.h"

#include "frame/invocation.h"
#include "frame/offered.h"
#include "frame/options.h"
#include "frame/result.h"
#include "report/set_text.h"

namespace matter::cli::commands {
namespace {

constexpr Operand operands[] = {
    {.name = {"编码", "CODE"},
     .help = {"事项的编码；用 --from 时不写", "code of the matter; not with --from"},
     .needed = false,
     .offered = nothing_offered},
    {.name = {"要素", "FIELD"},
     .help = {"要素的路径，如 limits.promised、申请材料[营业执照].材料形式；用 --from 时不写",
              "path of the field, as limits.promised or materials[NAME].form; not with --from"},
     .needed = false,
     .offered = field_paths},
    {.name = {"值", "VALUE"},
     .help = {"新的值；用 --from 或 --remove 时不写", "the new value; not with --from or --remove"},
     .needed = false,
     .offered = nothing_offered},
    {.name = {"路径", "PATH"},
     .help = {"在哪些文件和文件夹中找，不给时为当前文件夹",
              "files and folders to look in; without any, the working folder"},
     .needed = false,
     .many = true},
};

constexpr Option from_option{.name = "from",
                             .kind = Kind::path,
                             .value = {"表", "TABLE"},
                             .help = {"要改的内容取自 CSV 表：编码、要素、值三列",
                                      "take what to set from a CSV table: columns code, field, value"}};
constexpr Option remove_option{.name = "remove", .help = {"删去要素或条目", "take the field or item away"}};
constexpr Option insist_option{.name = "force",
                               .help = {"读不懂的值也照写", "write values that are not understood, too"}};

constexpr const Option* options[] = {&from_option,       &remove_option, &edits_dry_run_option,
                                     &edits_diff_option, &insist_option, &format_option};

constexpr Example examples[] = {
    {"matter set --diff 11350200000000000Y300019900100001 \\\ncontacts.consult 0592-1000099 catalogs/five-levels",
     {"看看改一个事项的咨询电话会怎样改文件。", "See how a file would change for another telephone number."},
     exit_code::findings},
    {"matter set --dry-run --format json \\\n11350200000000000Y300019900100001 contacts.consult 0592-1000099 \\\n"
     "catalogs/five-levels",
     {"同上，给程序看。", "The same for programs."},
     exit_code::findings},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"已改，或本来就是这样", "set, or nothing was to be changed"}},
    {exit_code::findings, {"用了 --dry-run 或 --diff，且会有改动", "with --dry-run or --diff: there would be changes"}},
    {exit_code::unusable,
     {"用法不对、没有这个事项或要素、值读不懂、文件不能改；什么都没有写",
      "wrong usage, no such matter or field, a value that is not understood, a file that cannot be edited; nothing was "
      "written"}},
};

/// What is asked for, from the operands: CODE FIELD [VALUE] PATH…, or PATH… with a table.
std::vector<SetRequest> requests_of(const Invocation& in, SetOptions& what) {
  const std::vector<std::string>& given = in.given.operands();
  const std::size_t own = in.given.has(from_option) ? 0 : what.remove ? 2 : 3;
  for (std::size_t i = own; i < given.size(); ++i) what.paths.push_back(given[i]);
  if (own == 0 || given.size() < own) return {};
  return {{given[0], given[1], what.remove ? std::string{} : given[2], {}}};
}

void summarize(const SetResult& result, const Invocation& in) {
  const std::size_t values = result.changes.size();
  if (values == 0) {
    in.narrate({"本来就是这样，没有改动", "that is how it is already; nothing was changed"});
  } else if (result.written) {
    in.narrate({"改了 {} 个值、{} 个文件", "set {} value(s) in {} file(s)"}, values, result.files.size());
  } else {
    in.narrate({"会改 {} 个值、{} 个文件；没有写", "would set {} value(s) in {} file(s); nothing was written"}, values,
               result.files.size());
  }
}

int told(const SetResult& result, const Sources& sources, const Invocation& in) {
  const bool refused = !result.refused.empty();
  Result told{.forms = {[&](const TextStyle& style, const Sink& to) {
                          if (in.given.has(edits_diff_option) && !refused) {
                            write_set_diff(result.files, to);
                          } else {
                            write_set_text(result, sources, style, to);
                          }
                        },
                        [&](const Sink& to) { write_set_json(result, sources, in.given.has(edits_diff_option), to); }},
              .found = !result.written && !result.changes.empty()};
  if (refused) told.failed = {"有不能改的，什么都没有写", "not everything can be set, nothing was written"};
  const int code = tell(in, told);
  if (!refused) summarize(result, in);
  return code;
}

int call(const Invocation& in) {
  SetOptions what;
  what.remove = in.given.has(remove_option);
  what.force = in.given.has(insist_option);
  what.write = !in.given.has(edits_dry_run_option) && !in.given.has(edits_diff_option);
  std::vector<SetRequest> requests = requests_of(in, what);
  Sources sources;
  if (!in.given.has(from_option) && requests.empty()) {
    return what.remove ? in.misuse({"还缺：编码和要素", "CODE and FIELD are needed"})
                       : in.misuse({"还缺：编码、要素和值", "CODE, FIELD and VALUE are needed"});
  }
  const SetResult result = worked(in, [&](const RunOptions& run) {
    SetResult unread;
    if (in.given.has(from_option)) {
      const SourceId table = sources.add_file(std::string(in.given.text(from_option)));
      requests = read_requests(table, what.remove, run, sources, unread.refused);
    }
    return unread.refused.empty() ? set_values(requests, what, run, sources) : unread;
  });
  return told(result, sources, in);
}

}  // namespace

extern const Command set_command;
const Command set_command{
    .name = "set",
    .summary = {"改事项的要素，文件的其余部分一个字节都不动",
                "Set fields of matters, leaving every other byte of the files as it is"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
