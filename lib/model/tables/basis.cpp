#include "model/field.h"
#include "model/matter.h"

namespace matter {

template <>
const Table* table_of<Basis>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Basis, title)>("title", "依据名称",
                                         {"法律法规或文件全称，加书名号，如 《示例管理条例》",
                                          "Full title of the law or document, such as 《示例管理条例》"},
                                         {.required = families::all, .list_name = true, .main_text = true}),
      field<MATTER_MEMBER(Basis, number)>(
          "number", "依据文号",
          {"令号或文号，如 国务院令第000号", "Number of the order or document, such as 国务院令第000号"},
          {.list_name = true}),
      field<MATTER_MEMBER(Basis, article)>(
          "article", "条款号",
          {"定位到条、款、项，如 第七条第一款", "Down to article, paragraph and item, such as 第七条第一款"},
          {.list_name = true}),
      field<MATTER_MEMBER(Basis, issuer)>("issuer", "制定机关",
                                          {"制定机关全称，如 示例省人民代表大会常务委员会",
                                           "Full name of who issued it, such as 示例省人民代表大会常务委员会"}),
      field<MATTER_MEMBER(Basis, rank)>("rank", "依据层级",
                                        {"法律、行政法规、地方性法规、部门规章、规范性文件等",
                                         "法律 (act), 行政法规, 地方性法规, 部门规章, 规范性文件 …"},
                                        {.values = "basis_rank"}),
      field<MATTER_MEMBER(Basis, effective)>("effective", "依据实施日期",
                                             {"从哪天起施行，如 2020-01-01", "In force since, such as 2020-01-01"}),
      field<MATTER_MEMBER(Basis, repealed)>(
          "repealed", "依据废止日期",
          {"哪天废止；现行有效写 无 或不写", "Repealed on; 无, or nothing, while it is in force"},
          {.none = NoneMeaning::declared}),
      field<MATTER_MEMBER(Basis, text)>(
          "text", "条款内容", {"条款原文，可多行，用 | 开头", "The words of the article; several lines begin with |"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"basis", fields, index};
  return &table;
}

template <>
const Table* table_of<Situation>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Situation, name)>(
          "name", "情形名称",
          {"材料因之不同的情形，如 个人经营", "A case in which other materials are needed, such as 个人经营"},
          {.required = families::all, .list_name = true, .main_text = true}),
      field<MATTER_MEMBER(Situation, code)>(
          "code", "情形编码", {"平台上的情形编码，加引号，如 \"01\"", "Its code on a platform, quoted, such as \"01\""},
          {.format = Format::code, .list_key = true}),
      field<MATTER_MEMBER(Situation, group)>("group", "情形分组",
                                             {"按什么分的情形，如 经营主体；同组只选一个",
                                              "What it is told apart by, such as 经营主体; one of a group applies"}),
      field<MATTER_MEMBER(Situation, note)>(
          "note", "情形描述", {"什么人属于这种情形，如 个体工商户", "Who falls under it, such as 个体工商户"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"situation", fields, index};
  return &table;
}

template <>
const Table* table_of<Condition>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Condition, text)>(
          "text", "条件内容",
          {"一条可核对的条件，如 有固定的经营场所", "One condition that can be checked, such as 有固定的经营场所"},
          {.required = families::all, .list_name = true, .main_text = true}),
      field<MATTER_MEMBER(Condition, stage)>(
          "stage", "条件阶段",
          {"受理条件，还是准予许可的条件；不分的不写",
           "受理条件 (to be accepted) or 准予条件 (to be granted), where they are told apart"},
          {.values = "condition_stage"}),
      field<MATTER_MEMBER(Condition, basis)>(
          "basis", "条件依据", {"规定这一条件的条款，如 第七条", "The article that sets it, such as 第七条"}),
      field<MATTER_MEMBER(Condition, situations)>(
          "for", "适用情形",
          {"只适用于哪些办理情形，如 [单位经营]", "The situations it applies to, such as [单位经营]"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"condition", fields, index};
  return &table;
}

template <>
const Table* table_of<Theme>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Theme, name)>(
          "name", "主题分类",
          {"主题名称，如 设立变更；不在国家主题表中的是地方特色主题",
           "Name of the theme, such as 设立变更; one that is on no national list is local"},
          {.required = families::all, .list_name = true, .main_text = true}),
      field<MATTER_MEMBER(Theme, audience)>("audience", "面向对象",
                                            {"面向自然人 还是 面向法人；由主题名称看得出的不写",
                                             "面向自然人 (persons) or 面向法人, where the name alone does not say it"},
                                            {.values = "theme_audience", .list_name = true}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"theme", fields, index};
  return &table;
}

}  // namespace matter
