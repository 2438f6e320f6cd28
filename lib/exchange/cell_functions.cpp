// The named functions of a mapping (functions.h), as cells.
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <span>

#include "catalog/level.h"
#include "exchange/cell.h"
#include "exchange/ids.h"
#include "model/region.h"

namespace matter {

std::vector<std::string_view> ways_to_apply(const Channels& c) {
  const auto offered = [](const Flag& flag, bool otherwise) { return flag.yes() || (flag.absent() && otherwise); };
  std::vector<std::string_view> names;
  if (c.windows.given() && !c.windows.empty()) names.emplace_back("窗口办理");
  if (offered(c.online.available, c.online.url.given() || c.online.mobile_url.given())) names.emplace_back("网上办理");
  if (offered(c.mail.supported, c.mail.address.given())) names.emplace_back("快递申请");
  if (offered(c.kiosk.supported, c.kiosk.device.given())) names.emplace_back("自助终端");
  if (c.telephone.given()) names.emplace_back("电话办理");
  if (c.on_site.given()) names.emplace_back("上门办理");
  if (c.agents.given() && !c.agents.empty()) names.emplace_back("代办");
  return names;
}

std::string date_time_text(const DateValue& d) {
  return fmt::format("{:04}-{:02}-{:02} 00:00:00", d.year, d.month, d.day);
}

std::string batch_of(const DateValue& d) { return fmt::format("{:04}{:02}{:02}", d.year, d.month, d.day); }

namespace {

/// The record's first flag (the field that alone says whether the thing is offered) says no; those behind it say how.
bool denied(const Field& field, const void* record) {
  for (const Field& inner : field.table()->fields) {
    if (inner.kind == Kind::flag)
      return mark_of(inner, record).given() && !static_cast<const Flag*>(member(inner, record))->value;
  }
  return false;
}

/// An import takes 基本编码 from the beginning of a code with two digits more.
bool says_basic_code(std::string_view code, std::string_view basic) {
  constexpr std::size_t with_item = 14;
  return code == basic || (code.size() == with_item && code.substr(0, with_item - 2) == basic);
}

}  // namespace

void CellMaker::offered(const Field& field, const void* value) {
  const Mark& mark = *static_cast<const Mark*>(value);
  if (mark.absent()) return;
  if (mark.none()) return named("否");
  if (field.kind == Kind::flag) return named(static_cast<const Flag*>(value)->value ? "是" : "否");
  if (field.kind == Kind::list) return named(static_cast<const AnyList*>(value)->count != 0 ? "是" : "否");
  // A flag that says no among other things: the platform's no is read back as 无.
  const bool no = field.kind == Kind::record && denied(field, value);
  if (no && mapping_.documents() && !column_->lossy) lose(LossReason::no_form);
  if (no) return named("否");
  named("是");
}

void CellMaker::total() {
  std::int64_t sum = 0;
  bool any = false;
  for (const FieldPath* path : {&column_->path, &column_->otherwise}) {
    if (path->count == 0) continue;
    std::size_t depth = 0;
    const void* const record = start(*path, depth);
    const Field& field = path->last();
    if (depth + 1U != path->count || field.kind != Kind::count) continue;
    const auto& count = *static_cast<const Count*>(member(field, record));
    if (count.mark.state == State::wrong) lose(LossReason::not_understood);
    if (!count.given()) continue;
    any = true;
    sum += count.value;
  }
  if (any) piece(std::to_string(sum));
}

/// A list says how many, a record that it is there; either may be 无.
void CellMaker::presence() {
  std::size_t depth = 0;
  const void* record = start(column_->path, depth);
  for (; depth < column_->path.count; ++depth) {
    const Field& field = *column_->path.fields[depth];
    const void* const at = member(field, record);
    const Mark& mark = *static_cast<const Mark*>(at);
    const bool last = depth + 1U == column_->path.count;
    if (last && mark.none()) return piece("无");
    if (!mark.given()) return;
    if (last) return piece(field.kind == Kind::list ? std::to_string(static_cast<const AnyList*>(at)->count) : "有");
    record = at;
  }
}

/// The same in each row of a matter.
void CellMaker::matter_id() {
  if (matter_id_.empty() || matter_ != row_->identity) {
    matter_ = row_->identity;
    matter_id_ = stable_id({"matter", row_->identity});
  }
  cell_ = matter_id_;
}

/// What tells of the run needs no matter: rows that are gone have none.
bool CellMaker::of_run() {
  switch (column_->function->id) {
    case FunctionId::operation: {
      constexpr std::array<std::string_view, 3> names = {"I", "U", "D"};  // as of RowOperation
      named(names.at(static_cast<std::size_t>(row_->operation)));
      return true;
    }
    case FunctionId::batch: piece(row_->batch.empty() ? day_batch_ : row_->batch); return true;
    case FunctionId::export_time: piece(day_time_); return true;
    default: return false;
  }
}

void CellMaker::derived() {
  if (of_run()) return;
  const Matter& m = *row_->matter;
  switch (column_->function->id) {
    case FunctionId::implementing_code: cell_ = implementing_code(m); break;
    case FunctionId::handling_code:
      cell_ = m.handling_code.given()    ? m.handling_code.text
              : m.code.text.size() == 33 ? m.code.text
                                         : std::string_view{};
      break;
    case FunctionId::basic_code: cell_ = basic_code(m); break;
    case FunctionId::directory_code:
      cell_ = standard_code(m);
      if (mapping_.documents() && m.basic_code.given() && !says_basic_code(cell_, m.basic_code.text))
        losses_.add(LossReason::no_place, table_->name, column_->name, "basic_code");
      break;
    case FunctionId::standard_name:
      if (m.standard.given()) cell_ = m.standard_entry != nullptr ? m.standard_entry->name.text : m.name.text;
      break;
    case FunctionId::level:
      if (const std::string_view level = level_of(m); !level.empty()) named(level);
      return;
    case FunctionId::agency_code:
      cell_ = m.agency.code.given() ? m.agency.code.text : implementing_code(m).substr(0, 18);
      break;
    case FunctionId::channel_names: return channels();
    case FunctionId::all_channel_names:
      for (const std::string_view name : ways_to_apply(m.channels)) named(name);
      return;
    case FunctionId::row_id: cell_ = row_->row_id.empty() ? row_id_text() : row_->row_id; break;
    case FunctionId::matter_id: matter_id(); break;
    case FunctionId::identity: cell_ = row_->key.empty() ? row_->identity : row_->key; break;
    case FunctionId::sample:
      if (row_->sample) named("是");
      return;
    case FunctionId::order: cell_ = std::to_string(row_->order); break;
    default: break;
  }
  got_.values = cell_.empty() ? 0 : 1;
}

std::string_view CellMaker::row_id_text() {
  std::string made;
  if (row_->item != nullptr && row_->item_identity.empty()) made = item_identity(table_->each.last(), row_->item);
  const std::string_view item = made.empty() ? row_->item_identity : made;
  std::array<char, 12> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), row_->same_before);
  const std::string_view before(digits.data(), static_cast<std::size_t>(end.ptr - digits.data()));
  const std::array<std::string_view, 6> parts{"row", table_->name, row_->identity, item, before, row_->within};
  return row_ids_.make(std::span(parts).first(row_->within.empty() ? 5 : 6));
}

/// Ways that the platform has no code for are no loss: the columns that are made of them say it.
void CellMaker::channels() {
  const Channels& c = row_->matter->channels;
  const auto named = [this](std::string_view name) {
    if (column_->codes == nullptr || column_->codes->code_of(name)) this->named(name);
  };
  const auto yes = [](const Mark& mark, const Flag& flag) { return mark.given() && !flag.no(); };
  if (c.windows.given() && !c.windows.empty()) named("窗口办理");
  if (yes(c.online.mark, c.online.available)) named("网上办理");
  if (yes(c.mail.mark, c.mail.supported)) named("快递申请");
}

void CellMaker::region_name(std::string_view code) {
  const auto full = full_region_code(code);
  const CatalogContext* const catalog = row_->catalog;
  const auto found = !full ? std::nullopt : catalog != nullptr ? catalog->region(*full) : find_region(*full);
  piece(found ? found->name : code);
}

void CellMaker::region(int level, bool name) {
  const auto code = full_region_code(row_->matter->agency.region.text);
  if (!code || region_level(*code) < level) return;
  std::string at = *code;
  if (level == 4) at.replace(9, 3, "000");
  if (!name) return piece(at);
  const auto region = row_->catalog != nullptr ? row_->catalog->region(at) : find_region(at);
  if (region) piece(region->name);
}

}  // namespace matter
