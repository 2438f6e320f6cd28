#include "frame/matter_options.h"

#include <filesystem>
#include <system_error>

#include "catalog/names.h"
#include "frame/offered.h"
#include "model/named.h"

namespace matter::cli {

const Option name_option{.name = "name",
                         .kind = Kind::text,
                         .value = {"名称", "NAME"},
                         .help = {"名称含有这些字的事项，或拼音首字母如 yyzz",
                                  "matters whose name holds this, or the initials of its pinyin"},
                         .offered = nothing_offered};
const Option code_option{.name = "code",
                         .kind = Kind::text,
                         .value = {"编码", "CODE"},
                         .help = {"任何一种编码含有这一段的事项", "matters one of whose codes holds this"},
                         .offered = nothing_offered};
const Option agency_option{.name = "agency",
                           .kind = Kind::text,
                           .value = {"部门", "AGENCY"},
                           .help = {"这个部门的事项：名称的一部分或拼音首字母，或统一社会信用代码",
                                    "matters of this agency: a part of its name, its initials, or its code"},
                           .offered = nothing_offered};
const Option mode_option{.name = "mode",
                         .kind = Kind::text,
                         .value = {"形式", "MODE"},
                         .help = {"可以这样办的事项：办理形式或通办方式，如 网上办理、全程网办",
                                  "matters that are handled so: a channel or a cross-region mode"},
                         .offered = modes};
const Option level_option{.name = "level",
                          .kind = Kind::text,
                          .value = {"层级", "LEVEL"},
                          .help = {"这个层级的事项，如 市级",
                                   "matters of this level, by its name in Chinese or another spelling of the list"},
                          .offered = levels};
const Option type_option{.name = "type",
                         .kind = Kind::text,
                         .value = {"类型", "TYPE"},
                         .help = {"这个类型的事项，如 行政确认",
                                  "matters of this type, by its name in Chinese or another spelling of the list"},
                         .offered = matter_types};
const Option family_option{.name = "family",
                           .kind = Kind::text,
                           .value = {"大类", "FAMILY"},
                           .help = {"这一大类的事项：许可、依申请、行政权力、公共服务、依职权、一件事",
                                    "licence, on-application, powers, public-service, ex-officio or bundle"},
                           .offered = matter_families};

namespace {

bool is_path(const std::string& operand) {
  std::error_code ignored;
  return operand == "-" || operand.find_first_of("/\\") != std::string::npos || is_yaml_name(operand) ||
         std::filesystem::exists(operand, ignored);
}

/// The canonical name of what was given; nothing, and said, where the list has no such value.
bool canonical(const Invocation& in, const Option& option, std::string_view list_id, std::string& name) {
  if (!in.given.has(option)) return true;
  const NamedList* const list = named_list(list_id);
  const std::string_view given = in.given.text(option);
  const NamedValue* const value = list == nullptr ? nullptr : find_named(*list, given);
  if (value != nullptr) {
    name = value->name;
    return true;
  }
  std::string_view near = list == nullptr ? std::string_view{} : nearest_name(*list, given);
  if (near.empty() && list != nullptr && !list->values.empty()) near = list->values.front().name;
  in.misuse({"--{0}：没有“{1}”，写作如“{2}”", "--{0}: there is no '{1}'; write such as '{2}'"}, option.name, given,
            near);
  return false;
}

}  // namespace

std::optional<Looked> looked_for(const Invocation& in) {
  Looked looked;
  for (const std::string& operand : in.given.operands())
    (is_path(operand) ? looked.paths : looked.of.words).push_back(operand);
  if (looked.paths.empty()) looked.paths.emplace_back(".");
  looked.of.name = in.given.text(name_option);
  looked.of.code = in.given.text(code_option);
  looked.of.agency = in.given.text(agency_option);
  looked.of.mode = in.given.text(mode_option);
  if (!canonical(in, level_option, "level", looked.of.level)) return std::nullopt;
  if (!canonical(in, type_option, "matter_type", looked.of.type)) return std::nullopt;
  if (in.given.has(family_option)) {
    looked.of.family = families_called(in.given.text(family_option));
    if (!looked.of.family) {
      in.misuse({"--family：没有“{}”这一大类，写作 许可、依申请、行政权力、公共服务、依职权 或 一件事",
                 "--family: there is no '{}'; write licence, on-application, powers, public-service, ex-officio or "
                 "bundle"},
                in.given.text(family_option));
      return std::nullopt;
    }
  }
  return looked;
}

void say_none(const Invocation& in, const FindResult& result) {
  in.narrate({"{} 个事项中没有找到", "found in none of {:matter}"}, Counted{result.matters});
  for (const std::string& word : result.asked.of.words) {
    in.narrate({"“{}”当作要找的词：这里没有叫这个名字的文件或文件夹",
                "'{}' was looked for as a word: no file or folder here is called so"},
               word);
  }
  if (!result.nearest.empty()) in.narrate({"最相近的依据：", "the nearest bases:"});
  for (const std::string& title : result.nearest) in.narrate({"  {}", "  {}"}, title);
}

Bilingual nothing_to_look_through() {
  return {"没有可找的事项：没有找到事项文件（.yaml、.yml），或其中没有事项",
          "nothing to look through: no file of matters (.yaml, .yml), or no matter in them"};
}

}  // namespace matter::cli
