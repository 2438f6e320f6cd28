#include "exchange/losses.h"

#include <algorithm>
#include <array>

namespace matter {

namespace {

struct Row {
  std::string_view name;
  Bilingual words;
};

// In the order of LossReason.
constexpr std::array<Row, loss_reason_count> rows = {{
    {"too-long", {"超过列的长度，已全文写出", "longer than the column; written whole"}},
    {"no-code", {"平台没有相应的代码，留空", "the platform has no code for it; left empty"}},
    {"no-none", {"平台不能表示“无”，留空", "the platform cannot say 无 there; left empty"}},
    {"no-form", {"不合列的类型，留空", "not of the column's type; left empty"}},
    {"no-place", {"平台没有这一字段的位置", "the platform has no place for the field"}},
    {"no-table", {"平台没有这类事项的表", "the platform has no table for matters of this type"}},
    {"several", {"只容一个值，只写了第一个", "one value fits; only the first is written"}},
    {"splits", {"值里有各项之间的分隔符，分不清是几项", "holds the sign between items: cannot be told from several"}},
    {"escaped",
     {"值里有各项之间的分隔符，前面加了反斜杠", "holds the sign between items: a backslash was put before it"}},
    {"not-understood", {"写法不能识别", "not understood"}},
    {"required-empty", {"必填列没有值", "a required column has no value"}},
    {"not-carried", {"必填列没有值，来源从不提供", "a required column has no value; the source never carries it"}},
    {"no-field", {"必填列，事项没有这一要素", "a required column that matters have no field for"}},
    {"control-character", {"去掉了控制字符", "control characters were taken out"}},
    {"formula-like", {"表格软件会当作公式", "a spreadsheet would run it as a formula"}},
    {"does-not-fit",
     {"放不进数据库的列（过长或类型不合），留空", "too long for the database column, or not of its type; left empty"}},
    {"same-identity",
     {"与前面的事项标识相同，没有写入数据库", "has the identity of an earlier matter: not written into the database"}},
    {"incomplete",
     {"所在文件或所认领的标准业务项读不到或读不全，可能缺值",
      "its file or the standard entry it binds to could not be read whole: values may be missing"}},
    {"withheld", {"不公开或涉密，未导出", "unpublished or secret: not exported"}},
    {"no-file",
     {"目录里没有这个附件，或不能带出，只写了名称",
      "the catalog has no such file, or not one that may leave; only named"}},
}};

}  // namespace

std::string_view name(LossReason reason) { return rows[static_cast<std::size_t>(reason)].name; }
Bilingual words(LossReason reason) { return rows[static_cast<std::size_t>(reason)].words; }

std::size_t Losses::count(LossReason why) const {
  std::size_t n = 0;
  for (const Loss& loss : list) n += loss.why == why ? loss.count : 0;
  return n;
}

namespace {

/// materials[营业执照].form as materials[].form. Names may hold brackets: all goes between the first and the last.
std::string without_items(std::string_view path) {
  std::size_t open = path.find('[');
  while (open != std::string_view::npos && path.substr(open).starts_with("[]")) open = path.find('[', open + 1);
  const std::size_t close = path.rfind(']');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return std::string(path);
  return std::string(path.substr(0, open)).append("[").append(path.substr(close));
}

}  // namespace

std::string_view LossRecorder::keep(std::string_view text) {
  if (text.empty()) return {};
  const auto found = kept_.find(text);
  if (found != kept_.end()) return found->second;
  const std::string_view kept = to_.texts.keep(text);
  kept_.emplace(kept, kept);
  return kept;
}

Loss& LossRecorder::make(LossReason why, std::string_view table, std::string_view column, std::string_view field) {
  Loss& loss = to_.list.emplace_back();
  loss.why = why;
  loss.table = keep(table);
  loss.column = keep(column);
  loss.field = items_hidden_ && field.find('[') != std::string_view::npos ? keep(without_items(field)) : keep(field);
  return loss;
}

Loss& LossRecorder::add(LossReason why, std::string_view table, std::string_view column, std::string_view field) {
  if (!known_) {
    to_.matters.push_back({std::string(identity_), std::string(file_)});
    known_ = true;
  }
  Loss& loss = make(why, table, column, field);
  loss.matter = static_cast<std::uint32_t>(to_.matters.size() - 1);
  return loss;
}

void LossRecorder::add_column(LossReason why, std::string_view table, std::string_view column, std::uint32_t lacking) {
  Loss& loss = make(why, table, column, {});
  loss.matter = no_matter;
  loss.count = lacking;
}

}  // namespace matter
