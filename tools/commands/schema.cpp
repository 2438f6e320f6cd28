#include "frame/invocation.h"
#include "frame/options.h"
#include "frame/output.h"
#include "frame/result.h"
#include "ops/platforms.h"
#include "report/findings_text.h"
#include "report/matter_schema.h"
#include "report/message_schema.h"

namespace matter::cli::commands {
namespace {

constexpr Choice keys_choices[] = {
    {"zh", {"中文名称", "Chinese labels"}},
    {"en", {"英文键", "English keys"}},
};

constexpr Option keys_option{.name = "keys",
                             .kind = Kind::choice,
                             .value = {"语言", "LANG"},
                             .help = {"只认一种键；不给时中文名称与英文键都认，和本程序一样",
                                      "keys of one language only; without it both, as the program takes them"},
                             .choices = keys_choices};

constexpr Option standard_option{.name = "standard", .help = {"标准化目录的业务项", "entries of a standard catalog"}};

constexpr Option catalog_option{.name = "catalog", .help = {"目录设置 catalog.yaml", "catalog.yaml"}};

constexpr Option tasks_option{.name = "tasks", .help = {"任务清单 *.tasks.yaml", "task lists, *.tasks.yaml"}};

constexpr Option platform_option{.name = "platform",
                                 .kind = Kind::text,
                                 .value = {"平台", "PLATFORM"},
                                 .help = {"平台的 XML 消息（XML Schema），代号或映射文件",
                                          "the XML messages of a platform (XML Schema): its id or a mapping file"}};

constexpr const Option* options[] = {&keys_option,  &standard_option, &catalog_option,
                                     &tasks_option, &platform_option, &output_option};

constexpr Example examples[] = {
    {"matter schema --output matter.schema.json",
     {"事项文件的格式，给编辑器用。", "The schema of files of matters, for an editor."}},
    {"matter schema --keys zh --output matter.zh.schema.json", {"只认中文名称。", "With Chinese labels only."}},
    {"matter schema --catalog --output catalog.schema.json", {"目录设置的格式。", "The schema of catalog.yaml."}},
    {"matter schema --tasks --output tasks.schema.json", {"任务清单的格式。", "The schema of task lists."}},
    {"matter schema --platform fujian-hall-xml --output hall.xsd",
     {"平台消息的格式，供接收系统核对。", "The schema of a platform's messages, for whoever receives them."}},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"已写出", "written"}},
    {exit_code::unusable, {"用法不对，或文件写不了", "wrong usage, or a file that cannot be written"}},
};

int messages(const Invocation& in, const std::string& platform) {
  Sources sources;
  const PlatformShown shown = show_platform(platform, in.lang, sources);
  if (shown.mapping == nullptr) {
    write_findings(shown.findings, sources, {.lang = in.lang, .color = in.color_err}, write_error);
    return exit_code::unusable;
  }
  if (shown.mapping->medium != Medium::xml)
    return in.misuse({"“{}”不是 XML 消息", "the data of '{}' are no XML messages"}, platform);
  return tell(in, {.forms = {[&](const TextStyle&, const Sink& to) { to(message_schema(*shown.mapping)); }, {}}});
}

int call(const Invocation& in) {
  if (in.given.has(platform_option)) {
    for (const Option* const other : {&keys_option, &standard_option, &catalog_option, &tasks_option}) {
      if (in.given.has(*other))
        return in.misuse({"--platform 不能和 --{} 一起给", "--platform and --{} do not go together"}, other->name);
    }
    return messages(in, std::string(in.given.text(platform_option)));
  }
  const bool standard = in.given.has(standard_option);
  const bool catalog = in.given.has(catalog_option);
  const bool tasks = in.given.has(tasks_option);
  if (int{standard} + int{catalog} + int{tasks} > 1) {
    return in.misuse({"--standard、--catalog、--tasks 只能给一个", "give one of --standard, --catalog and --tasks"});
  }
  const SchemaOf of = tasks      ? SchemaOf::tasks
                      : catalog  ? SchemaOf::catalog
                      : standard ? SchemaOf::standard
                                 : SchemaOf::matter;
  const bool chosen = in.given.has(keys_option);
  const SchemaKeys keys = !chosen                              ? SchemaKeys::both
                          : in.given.text(keys_option) == "zh" ? SchemaKeys::zh
                                                               : SchemaKeys::en;
  return tell(in, {.forms = {[&](const TextStyle&, const Sink& to) { to(json_schema(of, keys)); }, {}}});
}

}  // namespace

extern const Command schema_command;
const Command schema_command{
    .name = "schema",
    .summary = {"写出事项文件的 JSON Schema，或平台消息的 XML Schema",
                "Write the JSON Schema of matter files, or the XML Schema of a platform's messages"},
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
