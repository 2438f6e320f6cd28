#include "model/field.h"
#include "model/matter.h"

namespace matter {

using enum NoneMeaning;

template <>
const Table* table_of<Online>() {
  static constexpr Field fields[] = {
      field<&Online::available>("available", "是否网办",
                                {"能否网上办理：是 或 否", "Whether it can be done online: 是 (yes) or 否 (no)"}),
      field<&Online::platform>("platform", "办理系统",
                               {"在哪个系统办理，如 省网上办事大厅", "The system it runs on, such as 省网上办事大厅"}),
      field<&Online::url>("url", "网办地址",
                          {"计算机端办理地址，如 https://example.gov.cn/apply",
                           "Address for computers, such as https://example.gov.cn/apply"},
                          {.format = Format::url}),
      field<&Online::mobile_url>(
          "mobile_url", "移动端办理地址",
          {"手机端办理地址，如 https://example.gov.cn/m", "Address for phones, such as https://example.gov.cn/m"},
          {.format = Format::url}),
      field<&Online::depth>(
          "depth", "网上办理深度",
          {"网上能办到哪些环节，如 [受理, 办理, 结果反馈]；也可写 Ⅰ级 至 Ⅳ级（全程网办）",
           "What can be done online, such as [受理, 办理, 结果反馈]; also Ⅰ级 to Ⅳ级 (all of it online)"},
          {.values = "online_depth"}),
      field<&Online::payment>("payment", "是否支持网上支付",
                              {"能否网上缴费：是 或 否", "Whether one can pay online: 是 (yes) or 否 (no)"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"online", fields, index};
  return &table;
}

template <>
const Table* table_of<Window>() {
  static constexpr Field fields[] = {
      field<&Window::name>(
          "name", "窗口名称",
          {"窗口或办事大厅，如 市政务服务中心三楼 12 号窗口", "The counter, such as 市政务服务中心三楼 12 号窗口"},
          {.list_key = true, .main_text = true}),
      field<&Window::place>(
          "place", "办理地点",
          {"到门牌号、房间号，如 示例路 1 号三楼", "Down to house and room number, such as 示例路 1 号三楼"},
          {.required = families::all, .list_name = true}),
      field<&Window::hours>(
          "hours", "办理时间",
          {"办公时间，如 工作日 9:00-12:00，13:00-17:00", "Office hours, such as 工作日 9:00-12:00，13:00-17:00"},
          {.required = families::all}),
      field<&Window::hall>("hall", "是否进驻政务大厅",
                           {"是否在政务大厅：是 或 否", "Whether it is in a service hall: 是 (yes) or 否 (no)"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"window", fields, index};
  return &table;
}

template <>
const Table* table_of<Mail>() {
  static constexpr Field fields[] = {
      field<&Mail::supported>("supported", "是否支持物流快递",
                              {"能否邮寄：是 或 否", "Whether papers may be posted: 是 (yes) or 否 (no)"}),
      field<&Mail::recipient>("recipient", "收件人", {"寄给谁，如 综合窗口", "Who receives them, such as 综合窗口"},
                              {.local = true}),
      field<&Mail::phone>("phone", "收件电话",
                          {"收件人电话，如 0592-0000003", "The recipient's telephone, such as 0592-0000003"},
                          {.format = Format::phone, .local = true}),
      field<&Mail::address>("address", "收件地址", {"邮寄地址，如 示例路 1 号", "Postal address, such as 示例路 1 号"},
                            {.local = true}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"mail", fields, index};
  return &table;
}

template <>
const Table* table_of<Booking>() {
  static constexpr Field fields[] = {
      field<&Booking::supported>("supported", "是否支持预约办理",
                                 {"能否预约：是 或 否", "Whether one can book: 是 (yes) or 否 (no)"}),
      field<&Booking::url>(
          "url", "预约地址",
          {"预约的网址，如 https://example.gov.cn/book", "Where to book, such as https://example.gov.cn/book"},
          {.format = Format::url, .local = true}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"booking", fields, index};
  return &table;
}

template <>
const Table* table_of<Kiosk>() {
  static constexpr Field fields[] = {
      field<&Kiosk::supported>("supported", "是否支持自助终端办理",
                               {"能否在自助终端办：是 或 否", "Whether a kiosk does it: 是 (yes) or 否 (no)"}),
      field<&Kiosk::device>("device", "终端名称", {"什么终端，如 e政务自助终端", "Which device, such as e政务自助终端"},
                            {.local = true}),
      field<&Kiosk::regions>("regions", "终端开通范围",
                             {"开通的行政区划代码，如 [\"350200000000\"]",
                              "Codes of the regions where it runs, such as [\"350200000000\"]"},
                             {.format = Format::region, .local = true}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"kiosk", fields, index};
  return &table;
}

template <>
const Table* table_of<Agent>() {
  static constexpr Field fields[] = {
      field<&Agent::kind>("kind", "代办类型", {"谁代办，如 村级代办", "Who acts for the applicant, such as 村级代办"},
                          {.values = "agent_kind", .required = families::all, .list_name = true, .main_text = true}),
      field<&Agent::name>("name", "代办点名称",
                          {"代办点，如 示例村便民服务点", "The agency point, such as 示例村便民服务点"},
                          {.list_name = true}),
      field<&Agent::region>(
          "region", "代办点区划代码",
          {"代办点的 12 位区划代码，如 \"350203001001\"", "12-digit code of its region, such as \"350203001001\""},
          {.format = Format::region, .list_name = true}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"agent", fields, index};
  return &table;
}

namespace {

constexpr Field channel_fields[] = {
    field<&Channels::visits>("visits", "到办事现场次数",
                             {"申请人最多到现场几次，如 0", "How often the applicant must come at most, such as 0"},
                             {.required = families::on_application}),
    field<&Channels::visit_reason>("visit_reason", "必须现场办理原因说明",
                                   {"次数大于 0 时为什么必须到现场，如 须现场采集指纹",
                                    "Why one must come when it is above 0, such as 须现场采集指纹"},
                                   {.none = declared}),
    field<&Channels::visit_basis>(
        "visit_basis", "必须现场办理依据",
        {"要求到现场的法规条款，如 《示例法》第十条", "The article that demands it, such as 《示例法》第十条"}),
    field<&Channels::star>("star", "星级", {"网办星级 1 至 5，如 5", "Online grade from 1 to 5, such as 5"}),
    field<&Channels::online>(
        "online", "网上办理",
        {"网上办理的地址与深度；不能网办写 无", "Addresses and depth; 无 where it cannot be done online"},
        {.none = declared}),
    field<&Channels::windows>("windows", "窗口办理",
                              {"受理窗口的地点与时间，一项一个窗口；没有窗口写 无",
                               "Counters with place and hours, one an item; 无 where there is none"},
                              {.none = declared, .local = true}),
    field<&Channels::mail>(
        "mail", "物流快递",
        {"邮寄的收件人、电话与地址；不支持写 无", "Recipient, telephone and address; 无 where papers cannot be posted"},
        {.none = declared}),
    field<&Channels::booking>("booking", "预约办理",
                              {"能否预约及网址；不支持写 无", "Whether and where to book; 无 where one cannot"},
                              {.none = declared}),
    field<&Channels::kiosk>("kiosk", "自助终端办理",
                            {"自助终端及开通范围；没有写 无", "The kiosk and where it runs; 无 where there is none"},
                            {.none = declared}),
    field<&Channels::telephone>("telephone", "电话办理",
                                {"电话办理的号码，如 0592-0000004；不支持写 无",
                                 "The number to call, such as 0592-0000004; 无 where it is not offered"},
                                {.format = Format::phone, .none = declared, .local = true}),
    field<&Channels::on_site>("on_site", "上门办理",
                              {"上门服务的说明，如 为行动不便者上门；不支持写 无",
                               "How staff come to the applicant, such as 为行动不便者上门; 无 where they do not"},
                              {.none = declared, .local = true}),
    field<&Channels::agents>(
        "agents", "代办",
        {"可代办的点，一项一个；没有写 无", "Points that act for the applicant, one an item; 无 where there are none"},
        {.none = declared, .local = true}),
};
constexpr auto channel_index = make_index(channel_fields);

}  // namespace

template <>
const Table* table_of<Channels>() {
  static constexpr Table table{"channels", channel_fields, channel_index};
  return &table;
}

template <>
const Table* table_of<Tongban>() {
  static constexpr Field fields[] = {
      field<&Tongban::list>(
          "list", "通办清单",
          {"列入哪份清单，如 跨省通办、省内通办", "The list it stands on, such as 跨省通办, 省内通办"},
          {.values = "tongban_list", .required = families::all, .list_name = true, .main_text = true}),
      field<&Tongban::number>("number", "清单序号",
                              {"在清单中的序号，如 \"12\"", "Its number on that list, such as \"12\""},
                              {.list_name = true}),
      field<&Tongban::mode>(
          "mode", "通办方式",
          {"全程网办、异地代收代办、多地联办等", "全程网办 (all online), 异地代收代办 (remote collection), 多地联办 …"},
          {.values = "tongban_mode"}),
      field<&Tongban::scope>(
          "scope", "通办范围",
          {"全国、全省、全市、全县、全镇或全村", "全国 (nationwide), 全省, 全市, 全县, 全镇 or 全村"},
          {.values = "tongban_scope"}),
      field<&Tongban::regions>("regions", "开通范围区划代码",
                               {"异地代收等开通的行政区划代码，如 [\"350500000000\"]",
                                "Codes of the regions where it is open, such as [\"350500000000\"]"},
                               {.format = Format::region}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"tongban", fields, index};
  return &table;
}

}  // namespace matter
