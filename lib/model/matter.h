#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/family.h"
#include "model/value.h"

// The model of a government service matter (政务服务事项) as plain structs. Every member is a
// value with its place; every struct has one field table (model/tables/*.cpp) that drives
// everything generic. Trivially copyable: lists point into the arena of whoever read them.
// Shape and terms: GB/T 39554.2 and the national exchange tables up_task_*.

namespace matter {

struct Agency {  // 实施主体
  Mark mark;
  Text name, code;
  Named nature;
  Text region;
  Text entrusted_by;  // 委托部门
  List<Text> joint;   // 联办机构
};

struct Power {  // 权力来源
  Mark mark;
  Named source;
  Text from, document;
};

struct Binding {  // how the matter stands to the standard catalog where it names no entry
  Mark mark;
  Named status;  // 无需绑定, 地方特殊事项
  Text reason;
};

struct Basis {  // 设定依据
  Mark mark;
  Text title, number, article, issuer;
  Named rank;
  Text text;
};

struct Situation {  // 办理情形
  Mark mark;
  Text name;
};

struct Condition {  // 申请条件
  Mark mark;
  Text text, basis;
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
};

struct Limits {  // 办结时限
  Mark mark;
  Limit legal, promised;
  Text legal_note, promised_note;
};

struct SpecialProcedure {  // 特别程序
  Mark mark;
  Text name;
  Limit limit;
  Text basis;
  Flag counted;  // 计入办结时限
};

struct Fee {  // 收费
  Mark mark;
  Text name, amount, basis;
  Flag relief;
  Text relief_basis, remark;
};

struct Step {  // 办理环节
  Mark mark;
  Text step;
  Limit limit;
  Flag parallel;
  Text content;
};

struct Result {  // 办理结果
  Mark mark;
  Text name;
  Named kind;
  Text sample;
  List<Named> delivery;  // 发证方式
};

struct Online {  // 网上办理
  Mark mark;
  Flag available;
  Text platform, url, mobile_url;
  List<Named> depth;
  Flag payment;
};

struct Window {  // 窗口
  Mark mark;
  Text name, place, hours;
  Flag hall;  // 进驻政务大厅
};

struct Mail {  // 物流快递
  Mark mark;
  Flag supported;
  Text recipient, phone, address;
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
  Text name, region;
};

struct Channels {  // 办理形式
  Mark mark;
  Count visits;  // 到办事现场次数
  Text visit_reason, visit_basis;
  Count star;  // 星级
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
  Text consult, complain;
};

struct Question {  // 常见问题
  Mark mark;
  Text question, answer;
};

struct Tongban {  // 通办; a matter may stand on several lists
  Mark mark;
  Named list;
  Text number;
  Named mode, scope;
  List<Text> regions;
};

struct Promise {  // 告知承诺
  Mark mark;
  Text form;
};

struct Field;
struct Table;

/// What reading could not make sense of. Nothing is dropped: the node stays in the document.
enum class ProblemKind : std::uint8_t {
  unknown_field,  ///< the key is in no table
  wrong_type,     ///< a list where a text belongs, words for a number …
  wrong_value,    ///< not of the named list, no date, no limit …
  twice,          ///< English key and Chinese label of one field; `first` is the other place
  not_a_matter,   ///< the document is no mapping
};

struct Problem {
  ProblemKind kind = ProblemKind::unknown_field;
  const Table* table = nullptr;      ///< where the key was looked up
  const Field* field = nullptr;      ///< null for unknown_field
  std::string_view path;             ///< materials[营业执照].form, or the unknown key with its parents
  std::string_view written;          ///< the key (unknown_field, twice), else the value's text
  Location at;                       ///< the key for unknown_field and twice, else the value
  Location first;                    ///< of `twice`
  std::uint32_t node = 0xFFFFFFFFU;  ///< the value's node
};

struct Matter {
  Mark mark;    // the whole entry
  Flag sample;  // 样例
  Text name, main, sub, handling, short_name, common_name;
  Text code, handling_code, basic_code, directory_code, parent_code, local_code, local_basic_code;
  Text standard;  // 认领的标准目录: code@version
  Binding binding;
  Named type;
  Flag filing;  // 行政备案
  Named level, status;
  Count version;
  Date effective, cancelled;
  Named publicity;
  Agency agency;
  Power power;
  Named kind;  // 办件类型
  List<Named> clients;
  List<Text> themes;
  List<Basis> basis;
  List<Situation> situations;
  List<Condition> conditions;
  List<Material> materials;
  Limits limits;
  List<SpecialProcedure> special;
  Text quantity_limit, intermediaries;
  List<Fee> fees;
  List<Step> process;
  Text process_note;  // 办理流程 in words or as an attachment
  List<Result> results;
  Channels channels;
  Promise promise;
  List<Tongban> tongban;
  Contacts contacts;
  List<Question> questions;
  Extra extra;

  // Not fields: how it was read.
  std::span<const Problem> problems;
  const Document* document = nullptr;
  std::uint32_t node = 0xFFFFFFFFU;
  const Matter* standard_entry = nullptr;  ///< of an effective matter: what it inherits from
};

template <class T>
const Table* table_of();  // model/field.h
template <>
const Table* table_of<Agency>();
template <>
const Table* table_of<Power>();
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
const Table* table_of<Matter>();

[[nodiscard]] inline Family family_of(const Matter& m) { return family_of(m.type.name()); }

/// Identity: 业务办理项编码 (`handling_code`, or a 33-character `code`), else 实施编码, else the local
/// code; empty where there is none (the caller then uses path and document number).
[[nodiscard]] std::string_view identity(const Matter& m);
/// The 31-character 实施编码: `code`, or the first 31 of a 33-character one; may be empty or malformed.
[[nodiscard]] std::string_view implementing_code(const Matter& m);
/// 基本编码: as written, else the last twelve characters of a well-formed 实施编码; may be empty.
[[nodiscard]] std::string_view basic_code(const Matter& m);
/// Of a standard entry: 业务项目录编码, else 基本编码; without the version.
[[nodiscard]] std::string_view standard_code(const Matter& m);
/// The name a citizen sees: name, with the 办理项 in brackets where it is given and not in the name.
[[nodiscard]] std::string display_name(const Matter& m);
/// A list item's identity as reports show it: key, else name, else its number from 1.
/// Long texts are cut after `label_characters` and end in `…`.
[[nodiscard]] std::string item_label(const Field& list, const void* item, std::uint32_t index);
inline constexpr std::size_t label_characters = 30;
/// What an item is matched by in diff and merge: its key as written, else its names, normalised and
/// joined; a scalar item is its own name. Empty when it has none. Never shown.
[[nodiscard]] std::string item_identity(const Field& list, const void* item);

}  // namespace matter
