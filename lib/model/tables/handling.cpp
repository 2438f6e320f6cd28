#include "model/field.h"
#include "model/matter.h"

namespace matter {

using enum NoneMeaning;

template <>
const Table* table_of<Limits>() {
  static constexpr Field fields[] = {
      field<&Limits::legal>("legal", "法定办结时限",
                            {"法规条款明确的时限，如 20 工作日；没有规定写 无",
                             "The limit that the law sets, such as 20 工作日; 无 where it sets none"},
                            {.required = families::powers_on_application, .none = declared, .element = 9}),
      field<&Limits::promised>("promised", "承诺办结时限",
                               {"对外承诺的时限，不长于法定，如 5 工作日、当场",
                                "The limit that is promised, never longer than the legal one, such as 5 工作日, 当场"},
                               {.required = families::powers_on_application, .none = outside_licence, .element = 10}),
      field<&Limits::legal_note>(
          "legal_note", "法定办结时限说明",
          {"时限的出处或例外，如 自受理之日起计算", "Its source or exceptions, such as 自受理之日起计算"}),
      field<&Limits::promised_note>("promised_note", "承诺办结时限说明",
                                    {"承诺时限的说明，如 不含专家评审时间", "A note on it, such as 不含专家评审时间"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"limits", fields, index};
  return &table;
}

template <>
const Table* table_of<SpecialProcedure>() {
  static constexpr Field fields[] = {
      field<&SpecialProcedure::name>(
          "name", "特别程序名称",
          {"听证、检验、检测、检疫、鉴定、专家评审等",
           "Hearing, inspection, test, quarantine, appraisal, expert review: 听证、检验、专家评审 …"},
          {.required = families::all, .list_name = true, .main_text = true}),
      field<&SpecialProcedure::limit>("limit", "特别程序时限",
                                      {"最长多久，如 10 工作日", "How long at most, such as 10 工作日"}),
      field<&SpecialProcedure::basis>("basis", "特别程序依据",
                                      {"规定它的条款，如 第九条", "The article that sets it, such as 第九条"}),
      field<&SpecialProcedure::counted>(
          "counted", "计入办结时限",
          {"是否计入办结时限：是 或 否", "Whether it counts towards the limit: 是 (yes) or 否 (no)"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"special_procedure", fields, index};
  return &table;
}

template <>
const Table* table_of<Fee>() {
  static constexpr Field fields[] = {
      field<&Fee::name>(
          "name", "收费项目名称",
          {"收费项目，不超过 25 个字，如 证照工本费", "What is charged for, at most 25 characters, such as 证照工本费"},
          {.required = families::all, .list_name = true, .main_text = true}),
      field<&Fee::amount>("amount", "收费标准", {"金额和单位，如 10 元/本", "Amount and unit, such as 10 元/本"},
                          {.format = Format::money, .required = families::all}),
      field<&Fee::basis>("basis", "收费依据",
                         {"收费的法规或文件，如 《示例收费办法》第三条",
                          "The law or document behind it, such as 《示例收费办法》第三条"}),
      field<&Fee::relief>("relief", "是否允许减免",
                          {"是否可以减免：是 或 否", "Whether it may be reduced or waived: 是 (yes) or 否 (no)"}),
      field<&Fee::relief_basis>("relief_basis", "允许减免依据",
                                {"减免的依据，如 小微企业免征", "The basis for that, such as 小微企业免征"}),
      field<&Fee::remark>("remark", "备注", {"其他需要说明的，如 由银行代收", "Anything else, such as 由银行代收"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"fee", fields, index};
  return &table;
}

template <>
const Table* table_of<Step>() {
  static constexpr Field fields[] = {
      field<&Step::step>("step", "环节名称",
                         {"收件、受理、审查、决定、制证、送达等",
                          "收件 (receive), 受理 (accept), 审查 (examine), 决定 (decide), 制证, 送达 …"},
                         {.required = families::all, .list_name = true, .main_text = true}),
      field<&Step::limit>("limit", "环节时限", {"这一环节多久，如 1 工作日", "How long it takes, such as 1 工作日"}),
      field<&Step::parallel>(
          "parallel", "并行办理",
          {"是否与前一环节同时进行：是 或 否", "Whether it runs together with the step before: 是 (yes) or 否 (no)"}),
      field<&Step::content>(
          "content", "审查要点",
          {"做什么、审查什么，如 核对材料是否齐全", "What is done and examined, such as 核对材料是否齐全"},
          {.element = 15}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"step", fields, index};
  return &table;
}

template <>
const Table* table_of<Result>() {
  static constexpr Field fields[] = {
      field<&Result::name>("name", "审批结果名称",
                           {"拿到什么，如 卫生许可证", "What the applicant gets, such as 卫生许可证"},
                           {.required = families::all, .list_name = true, .main_text = true}),
      field<&Result::kind>("kind", "审批结果类型", {"证照、批文或其他", "证照 (certificate), 批文 (approval) or 其他"},
                           {.values = "result_kind", .required = families::on_application}),
      field<&Result::sample>(
          "sample", "审批结果样本",
          {"结果样本文件，如 files/许可证样本.pdf", "File of a sample, such as files/许可证样本.pdf"},
          {.format = Format::file}),
      field<&Result::delivery>("delivery", "发证方式",
                               {"怎样拿到，可多选，如 [窗口领取, 邮寄送达]",
                                "How it is handed over, several allowed, such as [窗口领取, 邮寄送达]"},
                               {.values = "delivery"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"result", fields, index};
  return &table;
}

template <>
const Table* table_of<Promise>() {
  static constexpr Field fields[] = {
      field<&Promise::form>(
          "form", "告知承诺书",
          {"告知承诺书的文件，如 files/告知承诺书.docx", "File of the written promise, such as files/告知承诺书.docx"},
          {.format = Format::file}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"promise", fields, index};
  return &table;
}

}  // namespace matter
