#include "checks/profile.h"

#include <algorithm>

#include "model/field.h"

namespace matter {

template <>
const Table* table_of<ElementSpec>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(ElementSpec, id)>("id", "代号", {"如 materials", "Such as materials"}, {.list_key = true}),
      field<MATTER_MEMBER(ElementSpec, label)>("label", "名称", {"如 申请材料", "Such as 申请材料"},
                                               {.list_name = true}),
      field<MATTER_MEMBER(ElementSpec, paths)>(
          "paths", "字段", {"比哪些字段，如 [limits.legal]", "The fields compared, such as [limits.legal]"}),
      field<MATTER_MEMBER(ElementSpec, compare)>("compare", "比法",
                                                 {"怎样比，如 set", "How they are compared, such as set"}),
      field<MATTER_MEMBER(ElementSpec, direction)>("direction", "方向", {"same、less 或 more", "same, less or more"}),
      field<MATTER_MEMBER(ElementSpec, levels)>(
          "levels", "层级", {"在哪些层级比，不写为全部", "The levels; all without it"}, {.values = "level"}),
      field<MATTER_MEMBER(ElementSpec, blocks)>("blocks", "阻止发布",
                                                {"不一致的不得发布", "A matter that departs is not published"}),
      field<MATTER_MEMBER(ElementSpec, reason)>(
          "reason", "附理由可保留",
          {"与标准不同而在 binding.kept 写了理由的，只提示",
           "What departs and gives its reason in binding.kept is told as an info"}),
  };
  static constexpr Table table{"element", fields, {}};
  return &table;
}

template <>
const Table* table_of<ProfileSpec>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(ProfileSpec, format)>("format", "格式版本",
                                                {"本格式的版本，现在是 1", "Version of this format, now 1"}),
      field<MATTER_MEMBER(ProfileSpec, id)>("id", "代号", {"即文件名", "The file's name"}),
      field<MATTER_MEMBER(ProfileSpec, label)>("label", "名称", {"要素集的名称", "Name of the profile"}),
      field<MATTER_MEMBER(ProfileSpec, status)>("status", "核实情况",
                                                {"verified 或 unverified", "verified or unverified"}),
      field<MATTER_MEMBER(ProfileSpec, sources)>("sources", "依据", {"从哪里读到", "Where it was read"}),
      field<MATTER_MEMBER(ProfileSpec, elements)>("elements", "要素", {"依次对照的要素", "The elements, in order"},
                                                  {.ordered = true}),
  };
  static constexpr Table table{"profile", fields, {}};
  return &table;
}

std::vector<std::shared_ptr<const Profile>> choose_profiles(std::span<CatalogContext> catalogs, Sources& sources,
                                                            Collector& findings) {
  std::vector<std::shared_ptr<const Profile>> chosen;
  for (CatalogContext& context : catalogs) {
    if (context.catalog == nullptr) continue;
    const Text& named = context.catalog->config.profile;
    const std::string_view id = named.given() ? named.text : usual_profile;
    const auto known = std::find_if(chosen.begin(), chosen.end(), [&](const auto& one) { return one->id == id; });
    const bool compiled_in = known != chosen.end() && sources.kind((*known)->source) == SourceKind::compiled_in;
    auto profile = compiled_in ? *known : profile_of(*context.catalog, sources, findings);
    context.profile = profile.get();
    if (profile && !compiled_in) chosen.push_back(std::move(profile));
  }
  return chosen;
}

bool Element::applies(std::string_view level) const {
  return levels.empty() || level.empty() || std::find(levels.begin(), levels.end(), level) != levels.end();
}

}  // namespace matter
