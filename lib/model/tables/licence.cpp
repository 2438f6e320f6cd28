#include "model/field.h"
#include "model/matter.h"

namespace matter {

using enum NoneMeaning;

template <>
const Table* table_of<QuantityLimit>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(QuantityLimit, amount)>(
          "amount", "限制数量",
          {"多大范围、多长时间发多少，如 全市每年 100 个", "How many where and in what time, such as 全市每年 100 个"}),
      field<MATTER_MEMBER(QuantityLimit, publish)>(
          "publish", "公布方式",
          {"怎样公布，如 [政府网站, 公告栏]", "How it is published, such as [政府网站, 公告栏]"}),
      field<MATTER_MEMBER(QuantityLimit, cycle)>("cycle", "公布周期",
                                                 {"如 每年一次、不定期", "How often, such as 每年一次, 不定期"}),
      field<MATTER_MEMBER(QuantityLimit, mode)>(
          "mode", "实施方式", {"名额怎样给，如 招标、摇号", "Who gets one, such as 招标 (tender), 摇号 (lot)"},
          {.values = "quota_mode"}),
      field<MATTER_MEMBER(QuantityLimit, mode_note)>(
          "mode_note", "实施方式说明", {"实施方式为其他时说明，如 综合评分", "Where it is another way: 综合评分"}),
      field<MATTER_MEMBER(QuantityLimit, basis)>("basis", "数量限制依据",
                                                 {"规定数量限制和实施方式的条款，如 《示例条例》第五条",
                                                  "The article that sets it, such as 《示例条例》第五条"},
                                                 {.internal = true}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"quantity_limit", fields, index};
  return &table;
}

template <>
const Table* table_of<Intermediary>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Intermediary, name)>(
          "name", "中介服务事项", {"要委托什么，如 环境影响评价", "What is commissioned, such as 环境影响评价"},
          {.required = families::all, .list_name = true, .main_text = true}),
      field<MATTER_MEMBER(Intermediary, basis)>(
          "basis", "中介服务依据",
          {"设定它的法律、行政法规或国务院决定，如 《示例法》第九条",
           "The law, regulation or decision that sets it, such as 《示例法》第九条"}),
      field<MATTER_MEMBER(Intermediary, providers)>(
          "providers", "中介服务机构",
          {"谁能提供，如 具备相应资质的检测机构", "Who may provide it, such as 具备相应资质的检测机构"}),
      field<MATTER_MEMBER(Intermediary, pricing)>(
          "pricing", "中介服务收费性质",
          {"政府定价、政府指导价或市场调节价", "政府定价 (set), 政府指导价 or 市场调节价 (market)"},
          {.values = "pricing"}),
      field<MATTER_MEMBER(Intermediary, note)>(
          "note", "中介服务说明",
          {"其他需要说明的，如 可由申请人自行编制", "Anything else, such as 可由申请人自行编制"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"intermediary", fields, index};
  return &table;
}

template <>
const Table* table_of<AnnualCheck>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(AnnualCheck, cycle)>("cycle", "年检周期", {"如 每年一次", "How often, such as 每年一次"}),
      field<MATTER_MEMBER(AnnualCheck, basis)>(
          "basis", "年检依据",
          {"设定年检的条款，如 《示例办法》第十二条", "The article, such as 《示例办法》第十二条"}),
      field<MATTER_MEMBER(AnnualCheck, materials)>(
          "materials", "是否报送材料", {"年检要不要报材料：是 或 否", "Whether papers are due: 是 (yes) or 否 (no)"}),
      field<MATTER_MEMBER(AnnualCheck, fee)>("fee", "是否收费",
                                             {"年检收不收费：是 或 否", "Whether it costs: 是 (yes) or 否 (no)"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"annual_check", fields, index};
  return &table;
}

template <>
const Table* table_of<AnnualReport>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(AnnualReport, cycle)>("cycle", "年报周期", {"如 每年一次", "How often, such as 每年一次"}),
      field<MATTER_MEMBER(AnnualReport, materials)>(
          "materials", "年报材料", {"报送什么，如 [经营情况报告]", "What is reported, such as [经营情况报告]"}),
      field<MATTER_MEMBER(AnnualReport, basis)>(
          "basis", "年报依据",
          {"设定年报的条款，如 《示例办法》第十三条", "The article, such as 《示例办法》第十三条"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"annual_report", fields, index};
  return &table;
}

template <>
const Table* table_of<Punishment>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Punishment, act)>(
          "act", "违法行为", {"处罚什么行为，如 未取得许可擅自经营", "What is punished, such as 未取得许可擅自经营"},
          {.required = families::all, .list_name = true, .main_text = true}),
      field<MATTER_MEMBER(Punishment, kinds)>("kinds", "处罚种类",
                                              {"如 [警告, 罚款]", "Such as [警告 (warning), 罚款 (fine)]"},
                                              {.values = "punishment_kind"}),
      field<MATTER_MEMBER(Punishment, range)>(
          "range", "处罚幅度",
          {"幅度，如 处 500 元以上 3000 元以下罚款", "How much, such as 处 500 元以上 3000 元以下罚款"}),
      field<MATTER_MEMBER(Punishment, basis)>(
          "basis", "处罚依据",
          {"规定处罚的条款，如 《示例条例》第三十条", "The article, such as 《示例条例》第三十条"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"punishment", fields, index};
  return &table;
}

template <>
const Table* table_of<Levy>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Levy, kind)>("kind", "征收种类",
                                       {"如 行政事业性收费、政府性基金", "Such as 行政事业性收费, 政府性基金 (fund)"},
                                       {.values = "levy_kind"}),
      field<MATTER_MEMBER(Levy, standard)>("standard", "征收标准",
                                           {"征多少，如 按销售收入的 1%", "How much, such as 按销售收入的 1%"}),
      field<MATTER_MEMBER(Levy, relief)>(
          "relief", "是否涉及征收费减免的审批",
          {"减免是否要审批：是 或 否", "Whether a reduction needs approval: 是 (yes) or 否 (no)"}),
      field<MATTER_MEMBER(Levy, relief_basis)>(
          "relief_basis", "征收减免依据",
          {"减免的依据，如 《示例办法》第六条", "The basis for it, such as 《示例办法》第六条"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"levy", fields, index};
  return &table;
}

}  // namespace matter
