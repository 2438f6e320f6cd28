#include "model/field.h"
#include "model/matter.h"

namespace matter {

using enum NoneMeaning;

template <>
const Table* table_of<Online>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Online, available)>(
          "available", "是否网办", {"能否网上办理：是 或 否", "Whether it can be done online: 是 (yes) or 否 (no)"}),
      field<MATTER_MEMBER(Online, name)>(
          "name", "网办入口名称",
          {"网上办理入口叫什么，如 卫生许可申请", "What the entrance is called, such as 卫生许可申请"}),
      field<MATTER_MEMBER(Online, platform)>(
          "platform", "办理系统",
          {"在哪个系统办理，如 省网上办事大厅", "The system it runs on, such as 省网上办事大厅"}),
      field<MATTER_MEMBER(Online, url)>("url", "网办地址",
                                        {"计算机端办理地址，如 https://example.gov.cn/apply",
                                         "Address for computers, such as https://example.gov.cn/apply"},
                                        {.format = Format::url}),
      field<MATTER_MEMBER(Online, mobile_url)>(
          "mobile_url", "移动端办理地址",
          {"手机端办理地址，如 https://example.gov.cn/m", "Address for phones, such as https://example.gov.cn/m"},
          {.format = Format::url}),
      field<MATTER_MEMBER(Online, depth)>(
          "depth", "网上办理深度",
          {"网上能办到哪些环节，如 [受理, 办理, 结果反馈]；也可写 Ⅰ级 至 Ⅳ级（全程网办）",
           "What can be done online, such as [受理, 办理, 结果反馈]; also Ⅰ级 to Ⅳ级 (all of it online)"},
          {.values = "online_depth"}),
      field<MATTER_MEMBER(Online, payment)>(
          "payment", "是否支持网上支付", {"能否网上缴费：是 或 否", "Whether one can pay online: 是 (yes) or 否 (no)"}),
      field<MATTER_MEMBER(Online, instant)>(
          "instant", "是否秒批秒办",
          {"系统自动审批：是 或 否", "Whether the system decides by itself: 是 (yes) or 否 (no)"}),
      field<MATTER_MEMBER(Online, single_login)>(
          "single_login", "计算机端是否对接单点登录",
          {"是否用统一身份认证登录：是 或 否", "Whether 统一身份认证 logs in: 是 (yes) or 否 (no)"}),
      field<MATTER_MEMBER(Online, mobile_single_login)>(
          "mobile_single_login", "移动端是否对接单点登录",
          {"手机端是否用统一身份认证登录：是 或 否", "Whether it does so on phones: 是 (yes) or 否 (no)"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"online", fields, index};
  return &table;
}

template <>
const Table* table_of<Window>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Window, name)>(
          "name", "窗口名称",
          {"窗口或办事大厅，如 市政务服务中心三楼 12 号窗口", "The counter, such as 市政务服务中心三楼 12 号窗口"},
          {.list_key = true, .main_text = true}),
      field<MATTER_MEMBER(Window, place)>(
          "place", "办理地点",
          {"到门牌号、房间号，如 示例路 1 号三楼", "Down to house and room number, such as 示例路 1 号三楼"},
          {.required = families::all, .list_name = true}),
      field<MATTER_MEMBER(Window, hours)>(
          "hours", "办理时间",
          {"办公时间，如 工作日 9:00-12:00，13:00-17:00", "Office hours, such as 工作日 9:00-12:00，13:00-17:00"},
          {.required = families::all}),
      field<MATTER_MEMBER(Window, hall)>(
          "hall", "是否进驻政务大厅",
          {"是否在政务大厅：是 或 否", "Whether it is in a service hall: 是 (yes) or 否 (no)"}),
      field<MATTER_MEMBER(Window, entry)>(
          "entry", "进驻方式",
          {"怎样进驻，如 部门进驻、委托综合窗口", "How it is staffed, such as 部门进驻, 委托综合窗口"}),
      field<MATTER_MEMBER(Window, tongban)>(
          "tongban", "是否通办窗口",
          {"是不是跨省通办、省内通办窗口：是 或 否", "Whether it is a 通办 counter: 是 (yes) or 否 (no)"}),
      field<MATTER_MEMBER(Window, phone)>(
          "phone", "窗口电话", {"如 0592-0000006", "Its telephone, such as 0592-0000006"}, {.format = Format::phone}),
      field<MATTER_MEMBER(Window, route)>(
          "route", "交通指引", {"怎么去，如 公交 1 路到示例站", "How to get there, such as 公交 1 路到示例站"}),
      field<MATTER_MEMBER(Window, location)>(
          "location", "地图位置", {"经纬度，如 \"118.00,24.00\"", "Longitude and latitude, such as \"118.00,24.00\""}),
      field<MATTER_MEMBER(Window, remark)>("remark", "备注",
                                           {"其他需要说明的，如 午间不休息", "Anything else, such as 午间不休息"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"window", fields, index};
  return &table;
}

template <>
const Table* table_of<Mail>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Mail, supported)>(
          "supported", "是否支持物流快递", {"能否邮寄：是 或 否", "Whether papers may be posted: 是 (yes) or 否 (no)"}),
      field<MATTER_MEMBER(Mail, recipient)>(
          "recipient", "收件人", {"寄给谁，如 综合窗口", "Who receives them, such as 综合窗口"}, {.local = true}),
      field<MATTER_MEMBER(Mail, phone)>(
          "phone", "收件电话", {"收件人电话，如 0592-0000003", "The recipient's telephone, such as 0592-0000003"},
          {.format = Format::phone, .local = true}),
      field<MATTER_MEMBER(Mail, address)>(
          "address", "收件地址", {"邮寄地址，如 示例路 1 号", "Postal address, such as 示例路 1 号"}, {.local = true}),
      field<MATTER_MEMBER(Mail, region)>("region", "收件区划代码",
                                         {"收件地址的 12 位区划代码，如 \"350203000000\"",
                                          "12-digit code of the region of the address, such as \"350203000000\""},
                                         {.format = Format::region, .local = true}),
      field<MATTER_MEMBER(Mail, postcode)>("postcode", "邮政编码", {"如 \"361000\"", "Such as \"361000\""},
                                           {.local = true}),
      field<MATTER_MEMBER(Mail, paid_by)>(
          "paid_by", "邮费承担",
          {"申请人寄来和寄给申请人的邮费由谁出，如 申请人",
           "Who pays for post to and from the applicant, such as 申请人 (the applicant)"},
          {.values = "postage_payer"}),
      field<MATTER_MEMBER(Mail, payment)>("payment", "邮费支付方式",
                                          {"如 到付、寄付月结", "How it is paid, such as 到付, 寄付月结"}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"mail", fields, index};
  return &table;
}

template <>
const Table* table_of<Booking>() {
  static constexpr Field fields[] = {
      field<MATTER_MEMBER(Booking, supported)>("supported", "是否支持预约办理",
                                               {"能否预约：是 或 否", "Whether one can book: 是 (yes) or 否 (no)"}),
      field<MATTER_MEMBER(Booking, url)>(
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
      field<MATTER_MEMBER(Kiosk, supported)>(
          "supported", "是否支持自助终端办理",
          {"能否在自助终端办：是 或 否", "Whether a kiosk does it: 是 (yes) or 否 (no)"}),
      field<MATTER_MEMBER(Kiosk, device)>(
          "device", "终端名称", {"什么终端，如 e政务自助终端", "Which device, such as e政务自助终端"}, {.local = true}),
      field<MATTER_MEMBER(Kiosk, regions)>("regions", "终端开通范围",
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
      field<MATTER_MEMBER(Agent, kind)>(
          "kind", "代办类型", {"谁代办，如 村级代办", "Who acts for the applicant, such as 村级代办"},
          {.values = "agent_kind", .required = families::all, .list_name = true, .main_text = true}),
      field<MATTER_MEMBER(Agent, name)>("name", "代办点名称",
                                        {"代办点，如 示例村便民服务点", "The agency point, such as 示例村便民服务点"},
                                        {.list_name = true}),
      field<MATTER_MEMBER(Agent, region)>(
          "region", "代办点区划代码",
          {"代办点的 12 位区划代码，如 \"350203001001\"", "12-digit code of its region, such as \"350203001001\""},
          {.format = Format::region, .list_name = true}),
      field<MATTER_MEMBER(Agent, does)>(
          "does", "代办内容", {"代办哪些，如 代收材料、网上代填", "What it does, such as 代收材料、网上代填"}),
      field<MATTER_MEMBER(Agent, place)>("place", "代办地点",
                                         {"到门牌号，如 示例村 1 号", "Down to the house number, such as 示例村 1 号"}),
      field<MATTER_MEMBER(Agent, hours)>("hours", "代办时间",
                                         {"如 工作日 9:00-17:00", "Hours, such as 工作日 9:00-17:00"}),
      field<MATTER_MEMBER(Agent, phone)>(
          "phone", "代办电话", {"如 0592-0000007", "Its telephone, such as 0592-0000007"}, {.format = Format::phone}),
  };
  static constexpr auto index = make_index(fields);
  static constexpr Table table{"agent", fields, index};
  return &table;
}

namespace {

constexpr Field channel_fields[] = {
    field<MATTER_MEMBER(Channels, visits)>(
        "visits", "到办事现场次数",
        {"申请人最多到现场几次，如 0", "How often the applicant must come at most, such as 0"},
        {.required = families::on_application | families::bundle}),
    field<MATTER_MEMBER(Channels, visit_reason)>("visit_reason", "必须现场办理原因说明",
                                                 {"次数大于 0 时为什么必须到现场，如 须现场采集指纹",
                                                  "Why one must come when it is above 0, such as 须现场采集指纹"},
                                                 {.none = declared}),
    field<MATTER_MEMBER(Channels, visit_basis)>(
        "visit_basis", "必须现场办理依据",
        {"要求到现场的法规条款，如 《示例法》第十条", "The article that demands it, such as 《示例法》第十条"}),
    field<MATTER_MEMBER(Channels, star)>("star", "星级",
                                         {"网办星级 1 至 5，如 5", "Online grade from 1 to 5, such as 5"}),
    field<MATTER_MEMBER(Channels, nearby)>(
        "nearby", "是否就近办理",
        {"能否在就近的网点办：是 或 否", "Whether any counter nearby does it: 是 (yes) or 否 (no)"}),
    field<MATTER_MEMBER(Channels, online)>(
        "online", "网上办理",
        {"网上办理的地址与深度；不能网办写 无", "Addresses and depth; 无 where it cannot be done online"},
        {.none = declared}),
    field<MATTER_MEMBER(Channels, windows)>("windows", "窗口办理",
                                            {"受理窗口的地点与时间，一项一个窗口；没有窗口写 无",
                                             "Counters with place and hours, one an item; 无 where there is none"},
                                            {.none = declared, .local = true}),
    field<MATTER_MEMBER(Channels, mail)>(
        "mail", "物流快递",
        {"邮寄的收件人、电话与地址；不支持写 无", "Recipient, telephone and address; 无 where papers cannot be posted"},
        {.none = declared}),
    field<MATTER_MEMBER(Channels, booking)>(
        "booking", "预约办理", {"能否预约及网址；不支持写 无", "Whether and where to book; 无 where one cannot"},
        {.none = declared}),
    field<MATTER_MEMBER(Channels, kiosk)>(
        "kiosk", "自助终端办理",
        {"自助终端及开通范围；没有写 无", "The kiosk and where it runs; 无 where there is none"}, {.none = declared}),
    field<MATTER_MEMBER(Channels, telephone)>("telephone", "电话办理",
                                              {"电话办理的号码，如 0592-0000004；不支持写 无",
                                               "The number to call, such as 0592-0000004; 无 where it is not offered"},
                                              {.format = Format::phone, .none = declared, .local = true}),
    field<MATTER_MEMBER(Channels, on_site)>(
        "on_site", "上门办理",
        {"上门服务的说明，如 为行动不便者上门；不支持写 无",
         "How staff come to the applicant, such as 为行动不便者上门; 无 where they do not"},
        {.none = declared, .local = true}),
    field<MATTER_MEMBER(Channels, agents)>(
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

}  // namespace matter
