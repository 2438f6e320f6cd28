#include "model/field.h"
#include "model/matter.h"

namespace matter {

template <>
const Table* table_of<BundleMember>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(BundleMember, matter)>(
          "matter", "成员事项编码",
          {"成员事项的实施编码、业务办理项编码或标准条目编码，加引号",
           "The member's code, or that of its standard entry, quoted: 实施编码 …"},
          {.format = Format::code, .required = families::all, .list_key = true}),
      field<MATTER_MEMBER(BundleMember, name)>(
          "name", "成员事项名称",
          {"成员事项的名称，如 公共场所卫生许可", "The member's name, such as 公共场所卫生许可"},
          {.list_name = true, .main_text = true}),
      field<MATTER_MEMBER(BundleMember, agency)>(
          "agency", "成员责任部门",
          {"谁办这个事项，如 示例市卫生健康委员会", "Who handles it, such as 示例市卫生健康委员会"}),
      field<MATTER_MEMBER(BundleMember, situations)>(
          "for", "适用情形",
          {"只在哪些情形中要办，如 [经营场所需装修]", "Situations that need it, such as [经营场所需装修]"}),
      field<MATTER_MEMBER(BundleMember, optional)>(
          "optional", "是否可选", {"申请人可以不选：是 或 否", "Whether one may leave it out: 是 (yes) or 否 (no)"}),
      field<MATTER_MEMBER(BundleMember, after)>("after", "前置事项",
                                                {"先要办好哪些成员，写编码或名称，如 [营业执照办理]",
                                                 "Members that come first, by code or name, such as [营业执照办理]"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"bundle_member", fields, index};
  return &table;
}

template <>
const Table* table_of<Bundle>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Bundle, code)>(
          "code", "一件事编码",
          {"一件事的编码，加引号，如 \"350200YJS0001\"", "Its code, quoted, such as \"350200YJS0001\""},
          {.format = Format::code, .required = families::bundle}),
      field<MATTER_MEMBER(Bundle, list)>(
          "list", "一件事清单",
          {"列入哪份重点事项清单，如 示例清单第一批", "The list it stands on, such as 示例清单第一批"}),
      field<MATTER_MEMBER(Bundle, members)>(
          "members", "成员事项", {"一起办的事项，一项一个", "The matters that are done together, one an item"},
          {.required = families::bundle, .ordered = true}),
      field<MATTER_MEMBER(Bundle, form)>(
          "form", "一张表", {"合并后的申请表，如 files/一张表.docx", "The one form for all, such as files/一张表.docx"},
          {.format = Format::file}),
      field<MATTER_MEMBER(Bundle, system)>("system", "一件事系统",
                                           {"在哪个系统一次申请，如 省网上办事大厅一件事专区",
                                            "The system that takes it, such as 省网上办事大厅一件事专区"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"bundle", fields, index};
  return &table;
}

template <>
const Table* table_of<Withheld>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Withheld, field)>(
          "field", "不公开要素",
          {"要素的键名或路径，如 review、contacts.person、materials.accept_standard",
           "The field's key or path, such as review, contacts.person, materials.accept_standard"},
          {.required = families::all, .list_name = true, .main_text = true}),
      field<MATTER_MEMBER(Withheld, publicity)>(
          "publicity", "要素公开属性",
          {"不公开（不写的就是它）或 涉密", "不公开 (also where nothing is said) or 涉密 (secret)"},
          {.values = "publicity"}),
      field<MATTER_MEMBER(Withheld, reason)>(
          "reason", "不公开理由", {"为什么不公开，如 内部审查口径", "Why it is withheld, such as 内部审查口径"}),
      field<MATTER_MEMBER(Withheld, basis)>(
          "basis", "不公开依据",
          {"依据的条款，如 《示例保密条例》第三条", "The article, such as 《示例保密条例》第三条"}),
      field<MATTER_MEMBER(Withheld, until)>(
          "until", "保密期限", {"到哪天止，如 2030-12-31；没有期限不写", "Until which day, such as 2030-12-31"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"withheld", fields, index};
  return &table;
}

}  // namespace matter
