#pragma once

#include "model/value.h"

// What a matter is made of: its records as plain structs. Every member is a value with its place; every struct has
// one field table (model/tables/*.cpp). Shape and terms: GB/T 39554.2 and the national exchange tables up_task_*.

namespace matter {

struct Table;
template <class T>
const Table* table_of();  // model/field.h

struct Agency {  // 实施主体
  Mark mark;
  Text name, code;
  Named nature;
  Text region;
  Text entrusted_by;  // 委托部门
  List<Text> joint;   // 联办机构
  Text lead, office;  // 牵头部门, 责任处室
};

struct Power {  // 权力来源
  Mark mark;
  Named source;
  Text from, document;
  Text scope;         // 下放、授权或委托的内容
  Date since, until;  // 期限
};

struct KeptField {  // 保留要素: what stays unlike the standard entry, and why
  Mark mark;
  Text field;  // path in English keys
  Text reason;
};

struct Binding {  // how the matter stands to the standard catalog: why it names no entry, and what it keeps
  Mark mark;
  Named status;  // 无需绑定, 地方特殊事项
  Text reason;
  List<KeptField> kept;
};

struct Theme {  // 主题分类
  Mark mark;
  Text name;
  Named audience;  // 面向自然人, 面向法人
};

struct Basis {  // 设定依据
  Mark mark;
  Text title, number, article, issuer;
  Named rank;
  Date effective, repealed;
  Text text;
};

struct Situation {  // 办理情形
  Mark mark;
  Text name, code, group, note;
};

struct Condition {  // 申请条件
  Mark mark;
  Text text;
  Named stage;  // 受理条件, 准予条件
  Text basis;
  List<Text> situations;
};

struct Material {  // 申请材料
  Mark mark;
  Text name, code;
  Named kind, necessity, form, source, waiver;
  Count originals, copies;
  Limit within;  // 容缺后补 until
  List<Text> situations;
  Text basis, blank_form, sample, accept_standard, fill_note, source_note, paper, remark;
  List<Named> demand, submit;  // 原件复印件要求, 提交方式
  Flag proof;                  // 证明事项
  Text licence_code, seal;     // 电子证照目录编码, 盖章要求
  Text standard;               // its counterpart in the standard entry
  List<Text> replaces;         // of a bundle: the members' materials that became this one
};

struct Limits {  // 办结时限
  Mark mark;
  Limit legal, promised;
  Text legal_note, promised_note, legal_basis;
  Limit acceptance, precheck;  // 承诺受理时限, 预审时限
};

struct SpecialProcedure {  // 特别程序
  Mark mark;
  Text name;
  Limit limit;
  Text basis;
  Flag counted;  // 计入办结时限
  Text content;
};

struct QuantityLimit {  // 数量限制
  Mark mark;
  Text amount;
  List<Text> publish;  // 公布方式
  Text cycle;
  Named mode;  // 数量限制下的实施方式
  Text mode_note, basis;
};

struct Intermediary {  // 中介服务
  Mark mark;
  Text name, basis, providers;
  Named pricing;  // 收费性质
  Text note;
};

struct Fee {  // 收费
  Mark mark;
  Text name, code, kind, amount, basis, amount_basis;
  Flag relief;
  Text relief_basis, collector, collector_code, payment, due, remark;
};

struct Step {  // 办理环节
  Mark mark;
  Text step;
  Limit limit;
  Flag parallel;
  Text content, by, basis;
};

struct ReviewPoint {  // 审查要点
  Mark mark;
  Text text, step, material, basis;
};

struct Result {  // 办理结果
  Mark mark;
  Text name;
  Named kind, form;
  Text sample;
  List<Named> delivery;  // 发证方式
  Text delivery_note, licence_code;
  Flag seal;  // 电子印章
  Text validity, validity_basis, renewal, area, area_basis;
};

struct Online {  // 网上办理
  Mark mark;
  Flag available;
  Text name, platform, url, mobile_url;
  List<Named> depth;
  Flag payment, instant, single_login, mobile_single_login;
};

struct Window {  // 窗口
  Mark mark;
  Text name, place, hours, phone;
  Flag hall;     // 进驻政务大厅
  Text entry;    // 进驻方式
  Flag tongban;  // 通办窗口
  Text route, location, remark;
};

struct Mail {  // 物流快递
  Mark mark;
  Flag supported;
  Text recipient, phone, address, region, postcode;
  Named paid_by;  // 邮费承担
  Text payment;
};

struct Booking {  // 预约办理
  Mark mark;
  Flag supported;
  Text url;
};

struct Kiosk {  // 自助终端
  Mark mark;
  Flag supported;
  Text device;
  List<Text> regions;
};

struct Agent {  // 代办
  Mark mark;
  Named kind;
  Text name, region, place, hours, phone, does;
};

struct Channels {  // 办理形式
  Mark mark;
  Count visits;  // 到办事现场次数
  Text visit_reason, visit_basis;
  Count star;   // 星级
  Flag nearby;  // 就近办理
  Online online;
  List<Window> windows;
  Mail mail;
  Booking booking;
  Kiosk kiosk;
  Text telephone, on_site;  // 电话办理, 上门办理
  List<Agent> agents;
};

struct Contacts {  // 咨询与监督投诉
  Mark mark;
  Text consult, complain, monitor, person;
};

struct Appeal {  // 法律救济
  Mark mark;
  Named kind;  // 行政复议, 行政诉讼
  Text body;
  Limit within;
  Text basis, place, phone;
};

struct Question {  // 常见问题
  Mark mark;
  Text question, answer;
};

struct Collect {  // 收受分离: who checks, who decides, who posts, who pays
  Mark mark;
  Text receiver;       // 收件窗口
  List<Text> checks;   // what it checks
  Text decides;        // 受理审批部门
  Named papers, back;  // who posts the papers, who the result
  Named postage;       // who pays for post between the windows
};

struct JointParty {  // 联办部门 of 多地联办
  Mark mark;
  Text name, region, does;
};

struct Tongban {  // 通办; a matter may stand on several lists
  Mark mark;
  Named list;
  Text number, topic;
  Named mode, scope;
  List<Text> regions, windows;
  Collect collect;
  List<JointParty> agencies;
  Text device, approver;  // 自助办, 就地批办
};

struct Promise {  // 告知承诺
  Mark mark;
  Text form;
  List<Text> covers;
  Text terms;
  Limit verified;
  Text consequence, basis;
};

struct Tolerance {  // 容缺受理
  Mark mark;
  Text form, terms, consequence;
};

struct Withheld {  // 不公开要素
  Mark mark;
  Text field;
  Named publicity;
  Text reason, basis;
  Date until;
};

struct AnnualCheck {  // 年检
  Mark mark;
  Text cycle, basis;
  Flag materials, fee;
};

struct AnnualReport {  // 年报
  Mark mark;
  Text cycle;
  List<Text> materials;
  Text basis;
};

struct Punishment {  // 处罚的行为、种类、幅度
  Mark mark;
  Text act;
  List<Named> kinds;
  Text range, basis;
};

struct Levy {  // 征收
  Mark mark;
  Named kind;
  Text standard;
  Flag relief;  // 是否涉及征收费减免的审批
  Text relief_basis;
};

struct BundleMember {  // 一件事的一个事项
  Mark mark;
  Text matter, name, agency;
  List<Text> situations;
  Flag optional;
  List<Text> after;
};

struct Bundle {  // 一件事: what makes an entry a bundle of matters
  Mark mark;
  Text code, list;
  List<BundleMember> members;
  Text form, system;
};

template <>
const Table* table_of<Agency>();
template <>
const Table* table_of<Power>();
template <>
const Table* table_of<KeptField>();
template <>
const Table* table_of<Binding>();
template <>
const Table* table_of<Basis>();
template <>
const Table* table_of<Situation>();
template <>
const Table* table_of<Condition>();
template <>
const Table* table_of<Material>();
template <>
const Table* table_of<Limits>();
template <>
const Table* table_of<SpecialProcedure>();
template <>
const Table* table_of<Fee>();
template <>
const Table* table_of<Step>();
template <>
const Table* table_of<Result>();
template <>
const Table* table_of<Online>();
template <>
const Table* table_of<Window>();
template <>
const Table* table_of<Mail>();
template <>
const Table* table_of<Booking>();
template <>
const Table* table_of<Kiosk>();
template <>
const Table* table_of<Agent>();
template <>
const Table* table_of<Channels>();
template <>
const Table* table_of<Contacts>();
template <>
const Table* table_of<Question>();
template <>
const Table* table_of<Tongban>();
template <>
const Table* table_of<Promise>();
template <>
const Table* table_of<Theme>();
template <>
const Table* table_of<QuantityLimit>();
template <>
const Table* table_of<Intermediary>();
template <>
const Table* table_of<ReviewPoint>();
template <>
const Table* table_of<Appeal>();
template <>
const Table* table_of<Collect>();
template <>
const Table* table_of<JointParty>();
template <>
const Table* table_of<Tolerance>();
template <>
const Table* table_of<Withheld>();
template <>
const Table* table_of<AnnualCheck>();
template <>
const Table* table_of<AnnualReport>();
template <>
const Table* table_of<Punishment>();
template <>
const Table* table_of<Levy>();
template <>
const Table* table_of<BundleMember>();
template <>
const Table* table_of<Bundle>();

}  // namespace matter
