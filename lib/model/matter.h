#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/family.h"
#include "model/records.h"

// The model of a government service matter (政务服务事项) as plain structs. Every member is a
// value with its place; every struct has one field table (model/tables/*.cpp) that drives
// everything generic. Trivially copyable: lists point into the arena of whoever read them.
// Shape and terms: GB/T 39554.2 and the national exchange tables up_task_*.

namespace matter {

struct Field;

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
  Text code, handling_code, handling_extension, basic_code, directory_code, parent_code, local_code, local_basic_code;
  Text standard;  // 认领的标准目录: code@version
  Binding binding;
  Bundle bundle;  // given: the entry is a 一件事, not one matter
  Named type;
  Flag filing;        // 行政备案
  Text licence_kind;  // 行政许可事项类型
  Flag investment, construction;
  Named level, status;
  Count version;
  Date effective, cancelled;
  Named publicity;
  List<Withheld> withheld;
  Agency agency;
  Power power;
  Named kind;  // 办件类型
  List<Named> clients;
  List<Theme> themes;
  List<Basis> basis;
  List<Situation> situations;
  List<Condition> conditions;
  List<Material> materials;
  Limits limits;
  List<SpecialProcedure> special;
  QuantityLimit quantity_limit;
  List<Intermediary> intermediaries;
  List<Fee> fees;
  List<Step> process;
  Text process_note;  // 办理流程 in words or as an attachment
  Text flow_chart, process_basis;
  List<ReviewPoint> review;
  List<Result> results;
  Channels channels;
  Promise promise;
  Tolerance tolerance;
  List<Tongban> tongban;
  Contacts contacts;
  List<Appeal> appeal;
  List<Question> questions;
  List<Punishment> punishments;
  Levy levy;
  AnnualCheck annual_check;
  AnnualReport annual_report;
  Extra extra;

  // Not fields: how it was read.
  std::span<const Problem> problems;
  const Document* document = nullptr;
  std::uint32_t node = 0xFFFFFFFFU;
  const Matter* standard_entry = nullptr;  ///< of an effective matter: what it inherits from
};

template <>
const Table* table_of<Matter>();

[[nodiscard]] inline Family family_of(const Matter& m) {
  return m.bundle.mark.given() ? Family::bundle : family_of(m.type.name());
}

/// Identity: 业务办理项编码 (`handling_code`, or a 33-character `code`), else 实施编码, else the local
/// code; of a 一件事 its own code; empty where there is none (the caller then uses path and document number).
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
