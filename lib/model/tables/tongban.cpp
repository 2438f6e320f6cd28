#include "model/field.h"
#include "model/matter.h"

namespace matter {

using enum NoneMeaning;

template <>
const Table* table_of<Collect>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Collect, receiver)>(
          "receiver", "收件窗口", {"谁收件，如 各地跨省通办窗口", "Who receives the papers, such as 各地跨省通办窗口"}),
      field<MATTER_MEMBER(Collect, checks)>(
          "checks", "收件核验内容",
          {"收件时核什么，如 [身份核验, 形式审查]", "What the receiving window checks, such as [身份核验, 形式审查]"}),
      field<MATTER_MEMBER(Collect, decides)>(
          "decides", "受理审批部门",
          {"谁受理、审查和决定，如 示例市公安局", "Who accepts and decides, such as 示例市公安局"}),
      field<MATTER_MEMBER(Collect, papers)>(
          "papers", "材料寄送方",
          {"材料由谁寄往责任部门，如 收件地窗口", "Who posts the papers on, such as 收件地窗口"},
          {.values = "post_party"}),
      field<MATTER_MEMBER(Collect, back)>(
          "back", "结果寄送方",
          {"结果由谁寄回，如 责任部门；网上送达写 无",
           "Who posts the result back, such as 责任部门; 无 where it is delivered online"},
          {.values = "post_party", .none = declared}),
      field<MATTER_MEMBER(Collect, postage)>(
          "postage", "窗口间邮费承担",
          {"窗口之间的邮费由谁出：各寄件方，不得向申请人收取",
           "Who pays for post between windows: 各寄件方 (each sender), never the applicant"},
          {.values = "postage_payer"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"collect", fields, index};
  return &table;
}

template <>
const Table* table_of<JointParty>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(JointParty, name)>(
          "name", "联办部门",
          {"一起办的部门，如 示例市不动产登记中心", "An agency that acts too, such as 示例市不动产登记中心"},
          {.required = families::all, .list_name = true, .main_text = true}),
      field<MATTER_MEMBER(JointParty, region)>(
          "region", "联办地区划代码",
          {"部门所在的区划代码，如 \"350500000000\"", "Its region, such as \"350500000000\""},
          {.format = Format::region, .list_name = true}),
      field<MATTER_MEMBER(JointParty, does)>("does", "联办内容",
                                             {"它办什么，如 核验婚姻信息", "What it does, such as 核验婚姻信息"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"joint_party", fields, index};
  return &table;
}

template <>
const Table* table_of<Tongban>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Tongban, list)>(
          "list", "通办清单",
          {"列入哪份清单，如 跨省通办、省内通办", "The list it stands on, such as 跨省通办, 省内通办"},
          {.values = "tongban_list", .required = families::all, .list_name = true, .main_text = true}),
      field<MATTER_MEMBER(Tongban, number)>("number", "清单序号",
                                            {"在清单中的序号，如 \"12\"", "Its number on that list, such as \"12\""},
                                            {.list_name = true}),
      field<MATTER_MEMBER(Tongban, topic)>("topic", "高频主题",
                                           {"清单中的主题，如 户籍办理", "Its topic on that list, such as 户籍办理"}),
      field<MATTER_MEMBER(Tongban, mode)>(
          "mode", "通办方式",
          {"全程网办、异地代收代办、多地联办等", "全程网办 (all online), 异地代收代办 (remote collection), 多地联办 …"},
          {.values = "tongban_mode"}),
      field<MATTER_MEMBER(Tongban, scope)>(
          "scope", "通办范围",
          {"全国、全省、全市、全县、全镇或全村", "全国 (nationwide), 全省, 全市, 全县, 全镇 or 全村"},
          {.values = "tongban_scope"}),
      field<MATTER_MEMBER(Tongban, regions)>("regions", "开通范围区划代码",
                                             {"异地代收等开通的行政区划代码，如 [\"350500000000\"]",
                                              "Codes of the regions where it is open, such as [\"350500000000\"]"},
                                             {.format = Format::region}),
      field<MATTER_MEMBER(Tongban, windows)>(
          "windows", "通办窗口",
          {"在哪些窗口办，写窗口名称，如 [跨省通办窗口]", "The windows that do it, by name, such as [跨省通办窗口]"}),
      field<MATTER_MEMBER(Tongban, collect)>("collect", "收受分离",
                                             {"异地代收代办怎样分工：谁核验、谁审批、谁寄、谁付邮费",
                                              "Of 异地代收代办: who checks, who decides, who posts and who pays"}),
      field<MATTER_MEMBER(Tongban, agencies)>(
          "agencies", "联办部门", {"多地联办有哪些部门，一项一个", "Of 多地联办: the agencies that act, one an item"}),
      field<MATTER_MEMBER(Tongban, device)>(
          "device", "自助终端", {"自助办用什么终端，如 e政务自助终端", "Of 自助办: the device, such as e政务自助终端"}),
      field<MATTER_MEMBER(Tongban, approver)>("approver", "就地审批部门",
                                              {"就地批办由谁批，如 申请地同级卫生健康部门",
                                               "Of 就地批办: who decides there, such as 申请地同级卫生健康部门"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"tongban", fields, index};
  return &table;
}

}  // namespace matter
