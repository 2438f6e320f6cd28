#include "change/change_type.h"

namespace matter::kinds {
namespace {

constexpr std::string_view necessity_steps[] = {"非必要", "容缺后补", "必要"};
constexpr std::string_view waiver_steps[] = {"电子证照|数据核验|告知承诺|行政协助", "无法免交"};
constexpr std::string_view form_steps[] = {"纸质和电子化", "纸质|电子化"};
constexpr Scale scales[] = {
    {"materials[].necessity", necessity_steps, "必要"},
    {"materials[].waiver", waiver_steps, "无法免交"},
    {"materials[].form", form_steps, {}},
};

bool says(const Content& of, std::string_view key, std::string_view value) {
  const Content* part = of.part(key);
  return part != nullptr && part->kind == Content::Kind::text && part->text == value;
}

bool waived(const Content& material) {
  const Content* waiver = material.part("waiver");
  return waiver != nullptr && waiver->kind == Content::Kind::text && waiver->text != "无法免交";
}

bool optional(const Content& material) {
  return says(material, "necessity", "非必要") || says(material, "necessity", "容缺后补");
}

Verb material_verb(const Change& change, Verb plain) {
  if (plain != Verb::added && plain != Verb::removed) return plain;
  const bool added = plain == Verb::added;
  const Content& material = added ? change.after.value : change.before.value;
  if (waived(material)) return added ? Verb::added_waived : Verb::removed_waived;
  if (optional(material)) return added ? Verb::added_optional : Verb::removed_optional;
  return plain;
}

constexpr Verb material_verbs[] = {Verb::added_optional, Verb::removed_optional, Verb::added_waived,
                                   Verb::removed_waived};
constexpr Refinement refinements[] = {{"materials[]", material_verbs, &material_verb}};

constexpr KindRow rows[] = {
    {"conditions[]", Verb::added, Burden::more, {"新增申请条件", "condition added"}, {}, "有固定的经营场所"},
    {"conditions[]", Verb::removed, Burden::less, {"取消申请条件", "condition dropped"}, "有固定的经营场所"},
    {"conditions[].text",
     Verb::renamed,
     Burden::neutral,
     {"申请条件文字修改", "condition reworded"},
     "有固定的经营场所",
     "有固定、合法的经营场所",
     "condition-reworded"},
    {"conditions[].for", Verb::stated, Burden::less, {"申请条件只适用于部分情形", "condition limited to situations"}},
    {"conditions[].for", Verb::withdrawn, Burden::more, {"申请条件不再限于部分情形", "condition for all situations"}},
    {"conditions[].for[]", Verb::added, Burden::more},
    {"conditions[].for[]", Verb::removed, Burden::less},
    {"conditions", Verb::introduced, Burden::more},
    {"conditions", Verb::abolished, Burden::less},
    {"situations[]",
     Verb::removed,
     Burden::neutral,
     {"取消办理情形", "situation dropped"},
     "个人经营",
     {},
     {},
     Systems::breaking},
    {"situations[].name",
     Verb::renamed,
     Burden::neutral,
     {"办理情形改名", "situation renamed"},
     "个人经营",
     "个体经营",
     {},
     Systems::breaking},
    {"situations", Verb::abolished, Burden::neutral, {}, {}, {}, {}, Systems::breaking},
    {"materials[]", Verb::added, Burden::more, {"新增申请材料", "material added"}, {}, "营业执照"},
    {"materials[]",
     Verb::removed,
     Burden::less,
     {"取消申请材料", "material dropped"},
     "营业执照",
     {},
     {},
     Systems::breaking},
    {"materials[]", Verb::removed_optional, Burden::less, {}, {}, {}, {}, Systems::breaking},
    {"materials[]", Verb::removed_waived, Burden::neutral, {}, {}, {}, {}, Systems::breaking},
    {"materials[].necessity", Verb::eased, Burden::less},
    {"materials[].necessity", Verb::tightened, Burden::more},
    {"materials[].waiver",
     Verb::eased,
     Burden::less,
     {"材料改为免交", "material need not be handed in any more"},
     {},
     "电子证照",
     "material-waived"},
    {"materials[].waiver",
     Verb::tightened,
     Burden::more,
     {"材料不再免交", "material must be handed in again"},
     "电子证照",
     {},
     "material-waiver-ended"},
    {"materials[].form", Verb::eased, Burden::less},
    {"materials[].form", Verb::tightened, Burden::more},
    {"materials[].originals", Verb::raised, Burden::more},
    {"materials[].originals", Verb::lowered, Burden::less},
    {"materials[].copies", Verb::raised, Burden::more},
    {"materials[].copies", Verb::lowered, Burden::less},
    {"materials[].within", Verb::lengthened, Burden::less},
    {"materials[].within", Verb::shortened, Burden::more},
    {"materials[].for", Verb::stated, Burden::less, {"材料只在部分情形中需要", "material limited to situations"}},
    {"materials[].for", Verb::withdrawn, Burden::more, {"材料不再限于部分情形", "material for all situations"}},
    {"materials[].for[]", Verb::added, Burden::more},
    {"materials[].for[]", Verb::removed, Burden::less},
    {"materials", Verb::introduced, Burden::more},
    {"materials",
     Verb::abolished,
     Burden::less,
     {"不再需要申请材料", "no materials any more"},
     {},
     {},
     {},
     Systems::breaking},
    {"promise", Verb::introduced, Burden::less, {"实行告知承诺", "a written promise replaces proof"}},
    {"promise", Verb::abolished, Burden::more, {"不再实行告知承诺", "a written promise no longer replaces proof"}},
    {"quantity_limit", Verb::introduced, Burden::more},
    {"quantity_limit", Verb::abolished, Burden::less},
};

}  // namespace

extern const KindGroup demands_kinds;
const KindGroup demands_kinds{rows, scales, refinements};

}  // namespace matter::kinds
