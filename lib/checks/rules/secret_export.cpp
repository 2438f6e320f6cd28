#include "catalog/platform_audience.h"
#include "checks/places.h"
#include "checks/sample.h"
#include "checks/withheld_names.h"
#include "model/written_path.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "withheld: [咨询与监督投诉.咨询方法人]  # 没有这个要素\n";
constexpr std::string_view good =
    "withheld: [{field: 咨询与监督投诉.咨询方式, publicity: 不公开, reason: 内部号码}, {field: conditions, publicity: "
    "公开}]\n";

/// The first public platform that the catalog is exported to; empty where there is none.
std::string_view public_platform(const MatterView& view) {
  if (view.context.catalog == nullptr) return {};
  for (const Text& platform : view.context.catalog->config.platforms) {
    if (platform.given() && is_public_platform(platform.text)) return platform.text;
  }
  return {};
}

bool over(const Withheld& one, const DateValue& today) {
  const DateValue until{one.until.year, one.until.month, one.until.day};
  return one.until.given() && until < today;
}

/// Nobody knows what was meant, so nothing of the matter may go out.
void no_field(const Withheld& one, std::uint32_t i, RuleReport& out) {
  Diagnostic& d = out.add(one.field.given() ? one.field.at() : one.mark.at(), item_path("withheld", &one, i),
                          {"不公开的要素“{}”不存在，整个事项都不会导出",
                           "there is no field {} to withhold: nothing of the matter is exported"},
                          one.field.text);
  const std::string near = nearest_written_path(one.field.text);
  d.hint = near.empty() ? say(out.lang(), {"写要素的键名或标签，如 contacts.consult",
                                           "write its key or label, such as contacts.consult"})
                        : say(out.lang(), {"是不是“{}”？", "did you mean {}?"}, near);
  d.subject = one.field.text;
}

/// What is for a situation says its name.
void named_all_the_same(const Matter& m, const Withheld& one, const FieldPath& path, std::string_view platform,
                        RuleReport& out) {
  const NamedElsewhere found = withheld_situation_named(m, path);
  if (found.name == nullptr) return;
  Diagnostic& d = out.add(own_place(m, *found.name), found.path,
                          {"办理情形不公开，但这里写着“{}”，会随目录报送“{}”",
                           "situations are withheld, but this names {}, and goes to {} with it"},
                          found.name->text, platform);
  note_at(d, out.lang(), one.field.at(), {"写在这里的不公开", "withheld here"});
  d.hint = say(out.lang(), {"把它也列入 withheld（materials[].for、conditions[].for），或换一个可以公开的名称",
                            "withhold it too (materials[].for, conditions[].for), or give the situation a name that "
                            "may be known"});
  d.subject = found.name->text;
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  const std::string_view platform = m.publicity.given() || !m.withheld.empty() ? public_platform(view) : "";
  if (!platform.empty() && (m.publicity.is("涉密") || m.publicity.is("不公开")) && written_by(m, m.publicity.mark)) {
    Diagnostic& d = out.add(m.publicity.at(), "publicity",
                            {"{}事项在报送“{}”的目录里", "the matter is {}, and its catalog is exported to {}"},
                            m.publicity.name(), platform);
    d.hint = say(out.lang(), {"移到不报送公开平台的目录；导出时会扣下它",
                              "keep it in a catalog that no public platform gets; an export holds it back"});
  }
  for (std::uint32_t i = 0; i < m.withheld.count; ++i) {
    const Withheld& one = m.withheld[i];
    if (one.mark.none() || one.publicity.is("公开") || !written_by(m, one.mark)) continue;
    const auto path = one.field.given() ? resolve_written_path(one.field.text) : std::nullopt;
    if (path && !platform.empty() && !over(one, view.context.today)) named_all_the_same(m, one, *path, platform, out);
    if (!path) {
      no_field(one, i, out);
    } else if (!platform.empty() && one.publicity.is("涉密") && !over(one, view.context.today)) {
      bool said = false;
      visit_path(*path, &m, [&](const Trail&, const Field&, const void* value) {
        said = said || !static_cast<const Mark*>(value)->absent();
      });
      if (!said) continue;
      Diagnostic& d = out.add(
          one.publicity.at(), item_path("withheld", &one, i),
          {"涉密要素 {} 写在报送“{}”的目录里", "the secret field {} is written in a catalog that is exported to {}"},
          one.field.text, platform);
      d.hint = say(out.lang(), {"把内容移出本目录；导出时会扣下它",
                                "take what it says out of the catalog; an export holds it back"});
      d.subject = one.field.text;
    }
  }
}

}  // namespace

extern const Rule secret_export;
const Rule secret_export{
    .id = "secret-export",
    .severity = Severity::error,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"涉密或不公开的内容要报送到公开平台",
                "something secret or unpublished is on its way to a public platform"},
    .why = {"一旦公开就收不回来；标错了要素名，该扣下的就不知道扣哪个。",
            "What is out cannot be taken back; and with a wrong name nobody knows what to hold back."},
    .source = {"保守国家秘密法 [M]", "保守国家秘密法 [M]"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：没有，也没有误报（都已公开）",
                 "2026-11-23, 2,262 published matters: no finding, no false alarm (all of them are public)"},
    .check = check,
};

}  // namespace matter::rules
