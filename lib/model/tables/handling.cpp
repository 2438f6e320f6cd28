#include "model/field.h"
#include "model/matter.h"

namespace matter {

using enum NoneMeaning;

template <>
const Table* table_of<Limits>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Limits, legal)>(
          "legal", "法定办结时限",
          {"法规条款明确的时限，如 20 工作日；没有规定写 无",
           "The limit that the law sets, such as 20 工作日; 无 where it sets none"},
          {.required = families::powers_on_application, .none = declared, .element = 9}),
      field<MATTER_MEMBER(Limits, promised)>(
          "promised", "承诺办结时限",
          {"对外承诺的时限，不长于法定，如 5 工作日、当场",
           "The limit that is promised, never longer than the legal one, such as 5 工作日, 当场"},
          {.required = families::powers_on_application | families::bundle, .none = outside_licence, .element = 10}),
      field<MATTER_MEMBER(Limits, legal_note)>(
          "legal_note", "法定办结时限说明",
          {"时限的出处或例外，如 自受理之日起计算", "Its source or exceptions, such as 自受理之日起计算"}),
      field<MATTER_MEMBER(Limits, promised_note)>(
          "promised_note", "承诺办结时限说明",
          {"承诺时限的说明，如 不含专家评审时间", "A note on it, such as 不含专家评审时间"}),
      field<MATTER_MEMBER(Limits, legal_basis)>(
          "legal_basis", "法定办结时限依据",
          {"规定时限的条款，如 《示例条例》第十二条", "The article that sets it, such as 《示例条例》第十二条"}),
      field<MATTER_MEMBER(Limits, acceptance)>(
          "acceptance", "承诺受理时限",
          {"多久决定受理，如 当场、2 工作日；许可只用当场或工作日",
           "How long until it is accepted, such as 当场, 2 工作日 (a licence: only these)"}),
      field<MATTER_MEMBER(Limits, precheck)>(
          "precheck", "预审时限", {"网上预审多久，如 1 工作日", "How long the check online takes, such as 1 工作日"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"limits", fields, index};
  return &table;
}

template <>
const Table* table_of<SpecialProcedure>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(SpecialProcedure, name)>(
          "name", "特别程序名称",
          {"听证、检验、检测、检疫、鉴定、专家评审等",
           "Hearing, inspection, test, quarantine, appraisal, expert review: 听证、检验、专家评审 …"},
          {.required = families::all, .list_name = true, .main_text = true}),
      field<MATTER_MEMBER(SpecialProcedure, limit)>("limit", "特别程序时限",
                                                    {"最长多久，如 10 工作日", "How long at most, such as 10 工作日"}),
      field<MATTER_MEMBER(SpecialProcedure, basis)>(
          "basis", "特别程序依据", {"规定它的条款，如 第九条", "The article that sets it, such as 第九条"}),
      field<MATTER_MEMBER(SpecialProcedure, counted)>(
          "counted", "计入办结时限",
          {"是否计入办结时限：是 或 否", "Whether it counts towards the limit: 是 (yes) or 否 (no)"}),
      field<MATTER_MEMBER(SpecialProcedure, content)>(
          "content", "特别程序说明", {"怎样进行，如 由专家组到现场踏勘", "How it is done, such as 由专家组到现场踏勘"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"special_procedure", fields, index};
  return &table;
}

template <>
const Table* table_of<Fee>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Fee, name)>(
          "name", "收费项目名称",
          {"收费项目，不超过 25 个字，如 证照工本费", "What is charged for, at most 25 characters, such as 证照工本费"},
          {.required = families::all, .list_name = true, .main_text = true}),
      field<MATTER_MEMBER(Fee, code)>(
          "code", "收费项目编码",
          {"平台或财政的收费项目编码，加引号", "Its code with the platform or treasury, quoted: 收费项目编码"},
          {.format = Format::code, .list_key = true}),
      field<MATTER_MEMBER(Fee, kind)>(
          "kind", "收费性质",
          {"如 行政事业性收费、经营服务性收费", "Such as 行政事业性收费 (administrative), 经营服务性收费"}),
      field<MATTER_MEMBER(Fee, amount)>("amount", "收费标准",
                                        {"金额和单位，如 10 元/本", "Amount and unit, such as 10 元/本"},
                                        {.format = Format::money, .required = families::all}),
      field<MATTER_MEMBER(Fee, basis)>("basis", "收费依据",
                                       {"收费的法规或文件，如 《示例收费办法》第三条",
                                        "The law or document behind it, such as 《示例收费办法》第三条"}),
      field<MATTER_MEMBER(Fee, amount_basis)>(
          "amount_basis", "收费标准依据",
          {"规定标准的文件，如 示例价费〔2019〕1号", "What sets the amount, such as 示例价费〔2019〕1号"}),
      field<MATTER_MEMBER(Fee, relief)>(
          "relief", "是否允许减免",
          {"是否可以减免：是 或 否", "Whether it may be reduced or waived: 是 (yes) or 否 (no)"}),
      field<MATTER_MEMBER(Fee, relief_basis)>(
          "relief_basis", "允许减免依据", {"减免的依据，如 小微企业免征", "The basis for that, such as 小微企业免征"}),
      field<MATTER_MEMBER(Fee, collector)>("collector", "执收单位",
                                           {"谁收，如 示例市公安局", "Who collects it, such as 示例市公安局"}),
      field<MATTER_MEMBER(Fee, collector_code)>(
          "collector_code", "执收单位编码",
          {"执收单位的统一社会信用代码，加引号", "Unified social credit code of who collects it, quoted: 执收单位编码"},
          {.format = Format::usc}),
      field<MATTER_MEMBER(Fee, payment)>("payment", "缴费方式",
                                         {"怎样缴，如 网上缴费、银行代收", "How it is paid, such as 网上缴费"}),
      field<MATTER_MEMBER(Fee, due)>("due", "缴费期限", {"何时缴，如 领证前", "When it is paid, such as 领证前"}),
      field<MATTER_MEMBER(Fee, remark)>("remark", "备注",
                                        {"其他需要说明的，如 由银行代收", "Anything else, such as 由银行代收"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"fee", fields, index};
  return &table;
}

template <>
const Table* table_of<Step>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Step, step)>("step", "环节名称",
                                       {"收件、受理、审查、决定、制证、送达等",
                                        "收件 (receive), 受理 (accept), 审查 (examine), 决定 (decide), 制证, 送达 …"},
                                       {.required = families::all, .list_name = true, .main_text = true}),
      field<MATTER_MEMBER(Step, limit)>("limit", "环节时限",
                                        {"这一环节多久，如 1 工作日", "How long it takes, such as 1 工作日"}),
      field<MATTER_MEMBER(Step, parallel)>(
          "parallel", "并行办理",
          {"是否与前一环节同时进行：是 或 否", "Whether it runs together with the step before: 是 (yes) or 否 (no)"}),
      field<MATTER_MEMBER(Step, content)>(
          "content", "审查要点",
          {"做什么、审查什么，如 核对材料是否齐全", "What is done and examined, such as 核对材料是否齐全"}),
      field<MATTER_MEMBER(Step, by)>("by", "办理机构",
                                     {"由谁办，如 综合窗口、审批处", "Who does it, such as 综合窗口, 审批处"}),
      field<MATTER_MEMBER(Step, basis)>("basis", "环节依据",
                                        {"规定这一环节的条款，如 第十条", "The article that sets it, such as 第十条"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"step", fields, index};
  return &table;
}

template <>
const Table* table_of<Result>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Result, name)>("name", "审批结果名称",
                                         {"拿到什么，如 卫生许可证", "What the applicant gets, such as 卫生许可证"},
                                         {.required = families::all, .list_name = true, .main_text = true}),
      field<MATTER_MEMBER(Result, kind)>("kind", "审批结果类型",
                                         {"证照、批文或其他", "证照 (certificate), 批文 (approval) or 其他"},
                                         {.values = "result_kind", .required = families::on_application}),
      field<MATTER_MEMBER(Result, form)>("form", "结果形式",
                                         {"纸质、电子化或纸质和电子化", "纸质 (paper), 电子化 or 纸质和电子化"},
                                         {.values = "material_form"}),
      field<MATTER_MEMBER(Result, sample)>(
          "sample", "审批结果样本",
          {"结果样本文件，如 files/许可证样本.pdf", "File of a sample, such as files/许可证样本.pdf"},
          {.format = Format::file}),
      field<MATTER_MEMBER(Result, delivery)>("delivery", "发证方式",
                                             {"怎样拿到，可多选，如 [窗口领取, 邮寄送达]",
                                              "How it is handed over, several allowed, such as [窗口领取, 邮寄送达]"},
                                             {.values = "delivery"}),
      field<MATTER_MEMBER(Result, delivery_note)>(
          "delivery_note", "领取说明", {"领取时带什么，如 凭受理单领取", "What to bring for it, such as 凭受理单领取"}),
      field<MATTER_MEMBER(Result, licence_code)>("licence_code", "电子证照目录编码",
                                                 {"对应的电子证照类型，如 \"11100000000013338W001\"",
                                                  "Type of the electronic licence, such as \"11100000000013338W001\""},
                                                 {.format = Format::code}),
      field<MATTER_MEMBER(Result, seal)>(
          "seal", "是否加盖电子印章",
          {"电子结果是否有电子印章：是 或 否", "Whether it bears an electronic seal: 是 (yes) or 否 (no)"}),
      field<MATTER_MEMBER(Result, validity)>(
          "validity", "有效期限",
          {"如 4 年、长期；没有期限写 无", "Such as 4 年, 长期 (for good); 无 where none is set"}, {.none = declared}),
      field<MATTER_MEMBER(Result, validity_basis)>(
          "validity_basis", "有效期限依据",
          {"规定有效期限的条款，不对外公开", "The article that sets it, not published: 有效期限依据"},
          {.internal = true}),
      field<MATTER_MEMBER(Result, renewal)>(
          "renewal", "延续要求", {"怎样延续，如 届满 30 日前提出", "How it is renewed, such as 届满 30 日前提出"},
          {.none = declared}),
      field<MATTER_MEMBER(Result, area)>("area", "有效地域范围",
                                         {"在哪里有效，如 全国、全省", "Where it is valid, such as 全国, 全省"}),
      field<MATTER_MEMBER(Result, area_basis)>(
          "area_basis", "有效地域范围依据",
          {"规定有效地域的条款，不对外公开", "The article that sets it, not published: 有效地域依据"},
          {.internal = true}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"result", fields, index};
  return &table;
}

template <>
const Table* table_of<Promise>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Promise, form)>(
          "form", "告知承诺书",
          {"告知承诺书的文件，如 files/告知承诺书.docx", "File of the written promise, such as files/告知承诺书.docx"},
          {.format = Format::file}),
      field<MATTER_MEMBER(Promise, covers)>("covers", "可承诺的内容",
                                            {"哪些条件或材料可以承诺，如 [场所使用证明]",
                                             "Conditions or materials that may be promised, such as [场所使用证明]"}),
      field<MATTER_MEMBER(Promise, terms)>(
          "terms", "承诺要求", {"承诺什么，如 已经具备规定的条件", "What is promised, such as 已经具备规定的条件"}),
      field<MATTER_MEMBER(Promise, verified)>("verified", "核查期限",
                                              {"多久内核查，如 2 月", "Within which it is verified, such as 2 月"}),
      field<MATTER_MEMBER(Promise, consequence)>("consequence", "不实承诺责任",
                                                 {"承诺不实怎么办，如 撤销决定并记入信用档案",
                                                  "What follows where it was untrue, such as 撤销决定并记入信用档案"}),
      field<MATTER_MEMBER(Promise, basis)>(
          "basis", "告知承诺依据",
          {"实行告知承诺的文件，如 示例发〔2021〕1号", "The document that provides for it, such as 示例发〔2021〕1号"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"promise", fields, index};
  return &table;
}

template <>
const Table* table_of<Tolerance>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Tolerance, form)>(
          "form", "容缺受理承诺书",
          {"容缺受理承诺书的文件，如 files/容缺承诺书.docx", "File of the form to sign, such as files/容缺承诺书.docx"},
          {.format = Format::file}),
      field<MATTER_MEMBER(Tolerance, terms)>("terms", "容缺要求",
                                             {"什么情况可以容缺，如 主要材料齐全、承诺按期补交",
                                              "When papers may follow, such as 主要材料齐全、承诺按期补交"}),
      field<MATTER_MEMBER(Tolerance, consequence)>(
          "consequence", "逾期未补责任", {"逾期不补怎么办，如 退件", "What follows where they do not, such as 退件"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"tolerance", fields, index};
  return &table;
}

template <>
const Table* table_of<ReviewPoint>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(ReviewPoint, text)>(
          "text", "要点内容",
          {"审查什么、怎样算通过，如 面积与平面图一致", "What is examined and what passes, such as 面积与平面图一致"},
          {.required = families::all, .list_name = true, .main_text = true}),
      field<MATTER_MEMBER(ReviewPoint, step)>("step", "审查环节",
                                              {"在哪个环节审，如 审查", "In which step, such as 审查"}),
      field<MATTER_MEMBER(ReviewPoint, material)>("material", "审查材料",
                                                  {"审哪份材料，如 场所平面图", "Which material, such as 场所平面图"}),
      field<MATTER_MEMBER(ReviewPoint, basis)>("basis", "要点依据",
                                               {"依据的条款，如 第七条", "The article behind it, such as 第七条"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"review_point", fields, index};
  return &table;
}

template <>
const Table* table_of<Appeal>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Appeal, kind)>(
          "kind", "救济途径", {"行政复议、行政诉讼等", "行政复议 (review), 行政诉讼 (court) …"},
          {.values = "appeal_kind", .required = families::all, .list_name = true, .main_text = true}),
      field<MATTER_MEMBER(Appeal, body)>(
          "body", "受理机关",
          {"向谁提出，如 示例市人民政府、示例区人民法院", "Before whom, such as 示例市人民政府, 示例区人民法院"},
          {.list_name = true}),
      field<MATTER_MEMBER(Appeal, within)>("within", "提出期限",
                                           {"多久内提出，如 60 自然日、6 月", "Within, such as 60 自然日, 6 月"}),
      field<MATTER_MEMBER(Appeal, basis)>("basis", "救济依据",
                                          {"依据的条款，如 《示例法》第九条", "The article, such as 《示例法》第九条"}),
      field<MATTER_MEMBER(Appeal, place)>("place", "受理地址",
                                          {"到哪里提出，如 示例路 1 号", "Where, such as 示例路 1 号"}),
      field<MATTER_MEMBER(Appeal, phone)>("phone", "受理电话", {"如 0592-0000005", "Telephone, such as 0592-0000005"},
                                          {.format = Format::phone}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"appeal", fields, index};
  return &table;
}

}  // namespace matter
