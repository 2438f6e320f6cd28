#include <algorithm>
#include <vector>

#include "catalog/platform_lengths.h"
#include "checks/places.h"
#include "checks/sample.h"
#include "text/unicode.h"

namespace matter::rules {

namespace {

// The examples speak where catalog.yaml selects national-exchange.
constexpr std::string_view bad =
    "local_code: \"示例-0001-0002-0003-0004-0005-0006-0007-0008-0009-0010-0011\"  # 全国平台的这一列 50 个字符\n";
constexpr std::string_view good = "local_code: \"示例-0001\"\n";

bool takes(const ColumnLength& column, const MatterView& view) {
  if (column.standard != view.standard) return false;
  const std::string_view type = view.matter.type.name();
  return column.types.empty() || std::find(column.types.begin(), column.types.end(), type) != column.types.end();
}

/// Looks at one column and reports the values that do not fit.
class Fitting {
 public:
  Fitting(const MatterView& view, std::string_view platform, const ColumnLength& column,
          std::vector<const Scalar*>& said, RuleReport& out)
      : view_(view), platform_(platform), column_(column), said_(said), out_(out) {}

  void run() {
    visit_path(column_.path, &view_.matter, [&](const Trail& trail, const Field& field, const void* value) {
      if (field.kind == Kind::text) return add(trail, *static_cast<const Scalar*>(value));
      const AnyList& list = *static_cast<const AnyList*>(value);
      for (std::uint32_t i = 0; i < list.count; ++i) add(trail, *static_cast<const Scalar*>(item_of(field, list, i)));
    });
    if (column_.joined && total_ > column_.most && longest_ != nullptr) report(list_path(), *longest_, total_);
  }

 private:
  void add(const Trail& trail, const Scalar& value) {
    if (!value.given()) return;
    // A character is a byte at least: nearly all texts are short enough at a glance.
    const std::size_t length = column_.joined || value.text.size() > column_.most ? count_characters(value.text) : 0;
    if (!column_.joined) {
      if (length > column_.most) report(to_text(trail), value, length);
      return;
    }
    total_ += length + (longest_ != nullptr ? column_.separator : 0);
    if (longest_ == nullptr || value.text.size() > longest_->text.size()) longest_ = &value;
  }

  /// Of texts that share a column: the list that they stand in.
  [[nodiscard]] std::string list_path() const {
    const std::string path = to_text(column_.path);
    return path.substr(0, path.find("[]"));
  }

  void report(std::string path, const Scalar& value, std::size_t length) {
    if (std::find(said_.begin(), said_.end(), &value) != said_.end()) return;
    said_.push_back(&value);
    const Field& field = column_.joined ? *column_.path.fields[0] : column_.path.last();
    const std::string_view label = out_.lang() == Lang::zh ? field.label : field.key;
    Diagnostic& d = out_.add(head_of(view_.matter, value.mark), std::move(path),
                             {"{}共 {} 个字，{} 的 {}.{} 只容 {} 个", "{} has {} characters; {} takes {}.{} up to {}"},
                             label, length, platform_, column_.table, column_.column, column_.most);
    d.hint = say(out_.lang(), {"写短些，或在导出前商定删节；导出时超出的部分记为损失",
                               "shorten it: an export records what does not fit as a loss"});
    d.subject = column_.table + "." + column_.column;
  }

  const MatterView& view_;
  std::string_view platform_;
  const ColumnLength& column_;
  std::vector<const Scalar*>& said_;  ///< what a column that is as narrow or narrower did not take
  RuleReport& out_;
  std::size_t total_ = 0;
  const Scalar* longest_ = nullptr;
};

void check(const MatterView& view, RuleReport& out) {
  const Catalog* catalog = view.context.catalog;
  if (catalog == nullptr) return;
  for (const Text& platform : catalog->config.platforms) {
    if (!platform.given()) continue;
    std::vector<const Scalar*> said;
    for (const ColumnLength& column : platform_lengths(platform.text))
      if (takes(column, view)) Fitting(view, platform.text, column, said, out).run();
  }
}

}  // namespace

extern const Rule field_length;
const Rule field_length{
    .id = "field-length",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::all,
    .summary = {"文字超过所选平台规定的长度", "the text is longer than a platform that catalog.yaml selects takes"},
    .why = {"平台的列容不下的部分会被截去，或整条退回；群众看到的条件、地址就少了半句。",
            "What does not fit is cut off or the entry is sent back: people read half a condition or address."},
    .source = {"各平台的映射文件", "platform mappings"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .evidence =
        {"2026-11-22 读广东公布的 2,262 个事项：34 条，读了 34 条，34 条属实（选 national-exchange 时）",
         "2026-11-22, 2,262 published matters: 34 findings, 34 read, 34 true (with national-exchange selected)"},
    .check = check,
};

}  // namespace matter::rules
