#include "model/matter.h"

#include "model/field.h"

namespace matter {

using enum NoneMeaning;

namespace {

constexpr Field fields[] = {
    // What it is called
    field<MATTER_MEMBER(Matter, sample)>("sample", "样例",
                                         {"示例写 是：导出时处处标明，不进实际平台",
                                          "是 (yes) for a sample: marked everywhere, never sent to a live platform"},
                                         {.local = true}),
    field<MATTER_MEMBER(Matter, name)>(
        "name", "事项名称",
        {"各级同名，不含机关、地名、文号，如 公共场所卫生许可",
         "The same on all levels, without agency, place or number, such as 公共场所卫生许可"},
        {.required = families::all, .element = 1, .in_standard = true}),
    field<MATTER_MEMBER(Matter, main)>(
        "main", "主项名称", {"所属主项的名称，与事项名称不同时写", "Name of the 主项 where it differs from the name"}),
    field<MATTER_MEMBER(Matter, sub)>("sub", "子项名称",
                                      {"所属子项的名称，没有子项写 无", "Name of the 子项; 无 where there is none"},
                                      {.none = declared}),
    field<MATTER_MEMBER(Matter, handling)>("handling", "业务办理项名称",
                                           {"最小办理单元，如 首次申请、变更、延续、注销",
                                            "The smallest unit, such as 首次申请 (first), 变更, 延续, 注销"},
                                           {.none = declared}),
    field<MATTER_MEMBER(Matter, short_name)>("short_name", "事项简称",
                                             {"通行的简称，如 卫生许可", "A short name in use, such as 卫生许可"}),
    field<MATTER_MEMBER(Matter, common_name)>("common_name", "日常用语",
                                              {"群众怎么说，如 办卫生证", "What people call it, such as 办卫生证"}),
    // Codes
    field<MATTER_MEMBER(Matter, code)>(
        "code", "实施编码",
        {"31 位实施编码（或 33 位业务办理项编码），加引号；由实施主体编码、行使层级和基本编码组成",
         "实施编码 of 31 characters (or 业务办理项编码 of 33), quoted: agency code, level and basic code"},
        {.format = Format::implementing_code,
         .required = families::matters,
         .instead = "handling_code",
         .local = true}),
    field<MATTER_MEMBER(Matter, handling_code)>(
        "handling_code", "业务办理项编码",
        {"33 位，实施编码加两位，加引号；实施编码已写 33 位的不必再写",
         "33 characters, 实施编码 and two digits, quoted; not needed where `code` has 33"},
        {.format = Format::handling_code, .local = true}),
    field<MATTER_MEMBER(Matter, handling_extension)>(
        "handling_extension", "业务办理项扩展码",
        {"业务办理项再细分的扩展码，加引号，如 \"1\"",
         "Extension of 业务办理项编码 where it is divided further, quoted, such as \"1\""},
        {.format = Format::code, .local = true}),
    field<MATTER_MEMBER(Matter, basic_code)>(
        "basic_code", "基本编码",
        {"12 位基本编码，加引号；标准条目必填，实施清单可由实施编码得出",
         "12 characters, quoted; a standard entry needs it, elsewhere it follows from `code`"},
        {.format = Format::basic_code, .element = 2, .in_standard = true, .instead = "directory_code", .local = true}),
    field<MATTER_MEMBER(Matter, directory_code)>(
        "directory_code", "业务项目录编码",
        {"标准目录业务项的编码：基本编码加两位，加引号",
         "Code of a standard catalog's entry: 基本编码 and two digits, quoted"},
        {.format = Format::directory_code, .local = true}),
    field<MATTER_MEMBER(Matter, parent_code)>(
        "parent_code", "主项编码", {"所属主项的基本编码，加引号", "基本编码 of the 主项 it belongs to, quoted"},
        {.format = Format::basic_code, .local = true}),
    field<MATTER_MEMBER(Matter, local_code)>("local_code", "地方实施编码",
                                             {"本地另编的实施编码，加引号", "A code given locally, quoted"},
                                             {.format = Format::code, .local = true}),
    field<MATTER_MEMBER(Matter, local_basic_code)>("local_basic_code", "地方基本编码",
                                                   {"本地另编的基本编码，加引号", "A basic code given locally, quoted"},
                                                   {.format = Format::code, .local = true}),
    // How it stands to the standard
    field<MATTER_MEMBER(Matter, standard)>(
        "standard", "认领标准",
        {"认领的标准条目与版本，如 \"00019900100001@3\"；未写的要素取自标准",
         "The standard entry and version it is bound to, such as \"00019900100001@3\"; what is "
         "not written is taken from it"},
        {.format = Format::standard, .local = true}),
    field<MATTER_MEMBER(Matter, binding)>("binding", "绑定情况",
                                          {"不认领标准时说明：{status: 地方特殊事项, reason: …}",
                                           "Where it claims no standard entry: {status: 地方特殊事项, reason: …}"},
                                          {.local = true}),
    // A bundle of matters
    field<MATTER_MEMBER(Matter, bundle)>(
        "bundle", "一件事",
        {"写了这一项就是一件事：成员事项、一张表；其他要素是合并以后的",
         "Makes the entry a 一件事: members and the one form; all else is what became of them"},
        {.required = families::bundle, .local = true}),
    // Kind and standing
    field<MATTER_MEMBER(Matter, type)>(
        "type", "事项类型",
        {"行政许可、行政确认、公共服务等", "行政许可 (licence), 行政确认, 公共服务 (public service) …"},
        {.values = "matter_type", .required = families::matters, .element = 3, .in_standard = true}),
    field<MATTER_MEMBER(Matter, filing)>(
        "filing", "是否行政备案",
        {"其他行政权力中是否属行政备案：是 或 否", "Whether it is a 行政备案 (filing): 是 (yes) or 否 (no)"}),
    field<MATTER_MEMBER(Matter, licence_kind)>(
        "licence_kind", "行政许可事项类型",
        {"许可清单上的类型，不对外公开", "Its type on the list of licences, not published: 行政许可事项类型"},
        {.internal = true}),
    field<MATTER_MEMBER(Matter, investment)>(
        "investment", "是否投资项目审批",
        {"是否投资项目的审批：是 或 否", "Whether it approves investment: 是 (yes) or 否 (no)"}),
    field<MATTER_MEMBER(Matter, construction)>(
        "construction", "是否工程建设项目审批",
        {"是否工程建设项目的审批：是 或 否", "Whether it approves building: 是 (yes) or 否 (no)"}),
    field<MATTER_MEMBER(Matter, level)>("level", "行使层级",
                                        {"国家级、省级、市级、县级、镇(乡、街道)级或村(社区)级",
                                         "国家级, 省级, 市级, 县级, 镇(乡、街道)级 or 村(社区)级"},
                                        {.values = "level", .required = families::matters, .local = true}),
    field<MATTER_MEMBER(Matter, status)>(
        "status", "事项状态", {"在用、暂停、取消等", "在用 (in use), 暂停, 取消 …"},
        {.values = "status", .required = families::all, .in_standard = true, .local = true}),
    field<MATTER_MEMBER(Matter, version)>("version", "事项版本",
                                          {"从 1 开始，每次修改加 1", "From 1, one more with every change"},
                                          {.required = families::all, .in_standard = true, .local = true}),
    field<MATTER_MEMBER(Matter, effective)>(
        "effective", "计划生效日期", {"开始实施的日期，如 2026-01-01", "When it comes into force, such as 2026-01-01"},
        {.local = true}),
    field<MATTER_MEMBER(Matter, cancelled)>(
        "cancelled", "计划取消日期",
        {"如 2026-12-31；没有取消计划写 无", "Such as 2026-12-31; 无 where none is planned"},
        {.none = declared, .local = true}),
    field<MATTER_MEMBER(Matter, publicity)>("publicity", "公开属性",
                                            {"公开、不公开或涉密", "公开 (public), 不公开 or 涉密 (secret)"},
                                            {.values = "publicity"}),
    field<MATTER_MEMBER(Matter, withheld)>(
        "withheld", "不公开要素",
        {"事项公开、个别要素不公开的，一项一个要素；没有写 无",
         "Fields that are withheld though the matter is public, one an item; 无 where there are none"},
        {.none = declared, .internal = true}),
    // Who acts, by what power, for whom
    field<MATTER_MEMBER(Matter, agency)>("agency", "实施主体",
                                         {"名称、编码、性质与行政区划", "Name, code, nature and region"},
                                         {.required = families::all, .local = true}),
    field<MATTER_MEMBER(Matter, power)>("power", "权力来源",
                                        {"权力从何而来：{source: 上级下放, from: …, document: …}",
                                         "Where the power comes from: {source: 上级下放, from: …, document: …}"},
                                        {.required = families::powers, .local = true}),
    field<MATTER_MEMBER(Matter, kind)>("kind", "办件类型",
                                       {"即办件或承诺件", "即办件 (done at once) or 承诺件 (within a promised limit)"},
                                       {.values = "handling_kind", .required = families::on_application}),
    field<MATTER_MEMBER(Matter, clients)>(
        "clients", "服务对象", {"可多选，如 [自然人, 企业法人]", "Several allowed, such as [自然人, 企业法人]"},
        {.values = "client", .required = families::on_application | families::bundle, .element = 5}),
    field<MATTER_MEMBER(Matter, themes)>(
        "themes", "主题分类",
        {"面向自然人、法人的主题，如 [设立变更]", "Themes for persons or enterprises, such as [设立变更]"}),
    field<MATTER_MEMBER(Matter, basis)>(
        "basis", "设定依据",
        {"设定这一事项的法规，一项一部，定位到条款", "The laws that set it up, one an item, down to the article"},
        {.required = families::matters, .element = 4, .in_standard = true}),
    // What is asked of the applicant
    field<MATTER_MEMBER(Matter, situations)>(
        "situations", "办理情形",
        {"材料因之不同的情形，如 [个人经营, 单位经营]；不分情形写 无",
         "Cases with different materials, such as [个人经营, 单位经营]; 无 where there is but one"},
        {.none = declared}),
    field<MATTER_MEMBER(Matter, conditions)>(
        "conditions", "申请条件",
        {"一项一条，可直接写文字；非许可事项没有条件写 无",
         "One an item, may be plain text; 无 where there are none (not for 许可)"},
        {.required = families::on_application, .none = outside_licence, .element = 6, .ordered = true}),
    field<MATTER_MEMBER(Matter, materials)>(
        "materials", "申请材料", {"一项一种材料；不需要材料写 无", "One material an item; 无 where none is needed"},
        {.required = families::on_application | families::bundle, .none = declared, .element = 7}),
    // How it is done
    field<MATTER_MEMBER(Matter, limits)>(
        "limits", "办结时限", {"{legal: 20 工作日, promised: 5 工作日}", "{legal: 20 工作日, promised: 5 工作日}"},
        {.required = families::powers_on_application | families::bundle}),
    field<MATTER_MEMBER(Matter, special)>(
        "special", "特别程序",
        {"听证、专家评审等不计或另计时限的程序；没有写 无",
         "Hearings, expert reviews and the like with limits of their own; 无 where there are none"},
        {.required = families::on_application, .none = declared, .element = 14}),
    field<MATTER_MEMBER(Matter, quantity_limit)>(
        "quantity_limit", "数量限制",
        {"{amount: 全市每年 100 个, mode: 摇号}；没有写 无",
         "How many are given and how, such as {amount: 全市每年 100 个}; 无 where there is no limit"},
        {.none = declared}),
    field<MATTER_MEMBER(Matter, intermediaries)>(
        "intermediaries", "中介服务",
        {"必需的中介服务及依据，一项一种；没有写 无",
         "Intermediary services it needs, with their basis, one an item; 无 where there are none"},
        {.none = declared}),
    field<MATTER_MEMBER(Matter, fees)>(
        "fees", "收费",
        {"收费项目、标准与依据；不收费写 无", "What is charged, how much and on what basis; 无 where it is free"},
        {.required = families::on_application, .none = declared, .element = 11}),
    field<MATTER_MEMBER(Matter, process)>(
        "process", "办理流程",
        {"依次的环节，如 - {step: 受理, limit: 1 工作日}",
         "The steps in order, such as - {step: 受理, limit: 1 工作日}"},
        {.required = families::all, .element = 8, .ordered = true, .instead = "process_note"}),
    field<MATTER_MEMBER(Matter, process_note)>(
        "process_note", "办理流程说明",
        {"用文字或附件说明流程，如 files/流程图.png", "The process in words or as a file, such as files/流程图.png"}),
    field<MATTER_MEMBER(Matter, flow_chart)>(
        "flow_chart", "办理流程图",
        {"流程图的文件，如 files/流程图.png", "File of the flow chart, such as files/流程图.png"},
        {.format = Format::file}),
    field<MATTER_MEMBER(Matter, process_basis)>(
        "process_basis", "许可程序依据",
        {"规定程序的条款，不对外公开，如 《示例条例》第四章",
         "The articles that set the procedure, not published, such as 《示例条例》第四章"},
        {.internal = true}),
    field<MATTER_MEMBER(Matter, review)>(
        "review", "审查要点",
        {"审查时核对的要点，一项一条，可直接写文字；没有写 无",
         "What is examined, one point an item, may be plain text; 无 where there are none"},
        {.none = declared, .element = 15}),
    field<MATTER_MEMBER(Matter, results)>(
        "results", "办理结果",
        {"拿到什么、什么类型、怎样拿到；没有写 无", "What the applicant gets and how; 无 where there is nothing"},
        {.required = families::on_application | families::bundle, .none = outside_licence, .element = 12}),
    field<MATTER_MEMBER(Matter, channels)>(
        "channels", "办理形式",
        {"到现场次数，以及网上、窗口、邮寄、自助、代办等", "Visits, and online, window, mail, kiosk, agents …"},
        {.required = families::on_application | families::bundle, .element = 13}),
    field<MATTER_MEMBER(Matter, promise)>("promise", "告知承诺",
                                          {"实行告知承诺的写承诺书；不实行写 无",
                                           "The form where a written promise replaces proof; 无 where it does not"},
                                          {.none = declared}),
    field<MATTER_MEMBER(Matter, tolerance)>(
        "tolerance", "容缺受理",
        {"实行容缺受理的写承诺书、要求与责任；不实行写 无",
         "Form, terms and consequence where papers may follow; 无 where they may not"},
        {.none = declared}),
    field<MATTER_MEMBER(Matter, tongban)>(
        "tongban", "通办",
        {"列入跨省通办、省内通办等清单的，一份清单一项；没有写 无",
         "Lists it stands on (跨省通办, 省内通办 …), one an item; 无 where it is on none"},
        {.none = declared}),
    field<MATTER_MEMBER(Matter, contacts)>(
        "contacts", "咨询与监督投诉",
        {"{consult: 咨询电话, complain: 投诉电话}", "{consult: telephone, complain: telephone}"},
        {.required = families::all}),
    field<MATTER_MEMBER(Matter, appeal)>(
        "appeal", "法律救济",
        {"行政复议、行政诉讼向谁、多久内提出，一项一种；没有写 无",
         "Before whom and until when one may appeal, one way an item; 无 where there is none"},
        {.none = declared, .local = true}),
    field<MATTER_MEMBER(Matter, questions)>("questions", "常见问题",
                                            {"群众常问的问题与解答，一项一问；没有写 无",
                                             "What people ask, with answers, one an item; 无 where there are none"},
                                            {.none = declared}),
    // Of some families alone
    field<MATTER_MEMBER(Matter, punishments)>(
        "punishments", "处罚的行为、种类、幅度",
        {"行政处罚罚什么、怎么罚，一项一种行为", "Of 行政处罚: acts, kinds and range, one act an item"}),
    field<MATTER_MEMBER(Matter, levy)>(
        "levy", "征收", {"行政征收的种类、标准与减免", "Of 行政征收: its kind, how much, and reductions"}),
    field<MATTER_MEMBER(Matter, annual_check)>(
        "annual_check", "年检",
        {"许可证件的年检要求；没有写 无", "What a licence's yearly check asks; 无 where there is none"},
        {.none = declared}),
    field<MATTER_MEMBER(Matter, annual_report)>(
        "annual_report", "年报", {"许可后的年报要求；没有写 无", "What is reported every year; 无 where there is none"},
        {.none = declared}),
    field<MATTER_MEMBER(Matter, extra)>("extra", "扩展信息",
                                        {"模型之外的内容，原样保留", "What the model does not know; kept as it is"},
                                        {.local = true}),
};
constexpr auto index = make_index(fields);

}  // namespace

template <>
const Table* table_of<Matter>() {
  static constexpr Table table{"matter", fields, index};
  return &table;
}

}  // namespace matter
