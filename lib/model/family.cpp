#include "model/family.h"

#include <utility>

namespace matter {

Family family_of(std::string_view type_name) {
  constexpr std::pair<std::string_view, Family> types[] = {
      {"行政许可", Family::licence},
      {"公共服务", Family::public_service},
      {"其他行政权力", Family::on_application},
      {"行政确认", Family::on_application},
      {"行政给付", Family::on_application},
      {"行政奖励", Family::on_application},
      {"行政裁决", Family::on_application},
      {"行政处罚", Family::ex_officio},
      {"行政强制", Family::ex_officio},
      {"行政检查", Family::ex_officio},
      {"行政征收", Family::ex_officio},
  };
  for (const auto& [name, family] : types) {
    if (name == type_name) return family;
  }
  return Family::unknown;
}

std::string_view name(Families set) {
  constexpr std::pair<Families, std::string_view> names[] = {
      {families::all, "全部"},
      {families::matters, "一件事以外"},
      {families::bundle, "一件事"},
      {families::on_application | families::bundle, "依申请和一件事"},
      {families::powers_on_application | families::bundle, "依申请的行政权力和一件事"},
      {families::on_application, "依申请"},
      {families::powers, "行政权力"},
      {families::powers_on_application, "依申请的行政权力"},
      {families::licence, "许可"},
      {families::of(Family::public_service), "公共服务"},
      {families::of(Family::ex_officio), "依职权"},
      {families::of(Family::on_application), "许可以外的依申请行政权力"},
      {families::nobody, "无"},
  };
  for (const auto& [members, label] : names) {
    if (members == set) return label;
  }
  return "部分";
}

}  // namespace matter
