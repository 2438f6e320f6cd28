#include "model/field.h"
#include "model/matter.h"

namespace matter {

using enum NoneMeaning;

template <>
const Table* table_of<Agency>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Agency, name)>(
          "name", "实施主体名称",
          {"实施主体全称，如 示例市卫生健康委员会", "Full name of the agency, such as 示例市卫生健康委员会"},
          {.required = families::all}),
      field<MATTER_MEMBER(Agency, code)>(
          "code", "实施主体编码",
          {"18 位统一社会信用代码，加引号，如 \"113502000000000000\"",
           "Unified social credit code of 18 characters, quoted, such as \"113502000000000000\""},
          {.format = Format::usc, .required = families::all}),
      field<MATTER_MEMBER(Agency, nature)>(
          "nature", "实施主体性质",
          {"法定机关、授权组织、受委托组织或其他", "法定机关 (agency by law), 授权组织, 受委托组织 or 其他"},
          {.values = "agency_nature", .required = families::matters}),
      field<MATTER_MEMBER(Agency, region)>("region", "行政区划代码",
                                           {"所在行政区划的 12 位代码，加引号，如 \"350200000000\"",
                                            "12-digit code of its region, quoted, such as \"350200000000\""},
                                           {.format = Format::region}),
      field<MATTER_MEMBER(Agency, entrusted_by)>(
          "entrusted_by", "委托部门",
          {"受委托组织由谁委托，如 示例市住房局", "Who entrusts a 受委托组织, such as 示例市住房局"},
          {.none = declared}),
      field<MATTER_MEMBER(Agency, joint)>("joint", "联办机构",
                                          {"共同办理的其他机构，一项一个，如 [示例市公安局]",
                                           "Other agencies that act together, one an item, such as [示例市公安局]"},
                                          {.none = declared}),
      field<MATTER_MEMBER(Agency, lead)>(
          "lead", "牵头部门",
          {"联合办理由谁牵头，如 示例市住房局", "Who leads where several act, such as 示例市住房局"}),
      field<MATTER_MEMBER(Agency, office)>(
          "office", "责任处室", {"机关内负责的处室，如 行政审批处", "The office within the agency, such as 行政审批处"},
          {.local = true}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"agency", fields, index};
  return &table;
}

template <>
const Table* table_of<Power>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Power, source)>(
          "source", "权力来源",
          {"权力从何而来，如 法定本级行使、上级下放", "Where the power comes from, such as 法定本级行使, 上级下放"},
          {.values = "power_source", .required = families::powers}),
      field<MATTER_MEMBER(Power, from)>("from", "来源机关",
                                        {"下放、授权或委托的机关，如 示例省卫生健康委员会",
                                         "Who handed it down, authorised or entrusted, such as 示例省卫生健康委员会"}),
      field<MATTER_MEMBER(Power, document)>("document", "来源文件",
                                            {"下放、授权或委托的文件及文号，如 示例发〔2020〕1号",
                                             "The document that did so, with its number, such as 示例发〔2020〕1号"}),
      field<MATTER_MEMBER(Power, scope)>("scope", "委托内容",
                                         {"下放、授权或委托了哪些，如 受理、审查与决定",
                                          "What was handed down, authorised or entrusted, such as 受理、审查与决定"}),
      field<MATTER_MEMBER(Power, since)>("since", "委托起始日期",
                                         {"从哪天起，如 2025-01-01", "From which day, such as 2025-01-01"}),
      field<MATTER_MEMBER(Power, until)>("until", "委托截止日期",
                                         {"到哪天止；没有期限写 无", "Until which day; 无 where it has no end"},
                                         {.none = declared}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"power", fields, index};
  return &table;
}

template <>
const Table* table_of<KeptField>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(KeptField, field)>(
          "field", "保留要素",
          {"与标准不同而保留的要素，写路径，如 limits.promised、materials",
           "What stays unlike the standard entry, by its path, such as limits.promised, materials"},
          {.required = families::all, .list_name = true, .main_text = true}),
      field<MATTER_MEMBER(KeptField, reason)>(
          "reason", "保留理由",
          {"为什么保留，如 现有人手办不到，2027年补足", "Why it stays, such as 现有人手办不到，2027年补足"},
          {.required = families::all}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"kept_field", fields, index};
  return &table;
}

template <>
const Table* table_of<Binding>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Binding, status)>(
          "status", "绑定状态",
          {"没有可认领的标准时写：无需绑定 或 地方特殊事项",
           "Where there is no standard entry to claim: 无需绑定 (needs none) or 地方特殊事项 (local matter)"},
          {.values = "binding_status", .required = families::all, .instead = "kept"}),
      field<MATTER_MEMBER(Binding, reason)>(
          "reason", "不绑定理由",
          {"为什么不认领标准，如 经济特区法规单独设定", "Why it claims none, such as 经济特区法规单独设定"}),
      field<MATTER_MEMBER(Binding, kept)>(
          "kept", "保留的要素",
          {"认领了标准而与它不同的要素，各写理由；理由只说明情况，结论不变",
           "What stays unlike the entry that is bound, each with its reason; a reason changes no verdict"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"binding", fields, index};
  return &table;
}

template <>
const Table* table_of<Contacts>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Contacts, consult)>(
          "consult", "咨询方式",
          {"咨询电话等，可写多个，如 0592-0000001 转 2", "How to ask, several allowed, such as 0592-0000001 转 2"},
          {.format = Format::phone, .required = families::all}),
      field<MATTER_MEMBER(Contacts, complain)>(
          "complain", "监督投诉方式",
          {"监督投诉电话等，如 0592-0000002 或 12345", "How to complain, such as 0592-0000002 or 12345"},
          {.format = Format::phone, .required = families::all}),
      field<MATTER_MEMBER(Contacts, monitor)>(
          "monitor", "监督部门", {"受理投诉的部门，如 示例市审改办", "Who takes complaints, such as 示例市审改办"},
          {.local = true}),
      field<MATTER_MEMBER(Contacts, person)>("person", "联系人",
                                             {"只供内部联系，不对外公开", "For offices alone, never published: 联系人"},
                                             {.local = true, .internal = true}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"contacts", fields, index};
  return &table;
}

template <>
const Table* table_of<Question>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Question, question)>(
          "question", "问题", {"群众常问的问题，如 办理要收费吗？", "What people ask, such as 办理要收费吗？"},
          {.required = families::all, .list_name = true}),
      field<MATTER_MEMBER(Question, answer)>("answer", "解答",
                                             {"直接回答，如 不收费。", "The plain answer, such as 不收费。"},
                                             {.required = families::all}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"question", fields, index};
  return &table;
}

}  // namespace matter
