#include "change/change_type.h"
#include "report/diff_pages.h"
#include "report/shown.h"
#include "report/told_change.h"

namespace matter {

namespace {

/// What a change is to those who apply, in the order of the notice.
struct Part {
  Burden burden;
  std::string_view title;
};
constexpr Part parts[] = {
    {Burden::more, "新的要求（请注意准备）："},
    {Burden::less, "放宽或不再要求："},
};

class Notice {
 public:
  explicit Notice(const Sources& sources) : places_(sources) {}

  std::string all(const DiffResult& r) {
    out_ = "办事指南变化告知\n";
    bool any = false;
    for (const MatterDiff& diff : r.matters) any = matter(diff) || any;
    if (!any) out_ += "\n这次改动没有申请人需要留意的变化。\n";
    return std::move(out_);
  }

 private:
  bool matter(const MatterDiff& diff) {
    std::size_t neutral = 0;
    for (const Change& change : diff.changes) neutral += change.judged.burden == Burden::neutral ? 1U : 0U;
    if (diff.type == nullptr && neutral == diff.changes.size()) return false;
    out_ += "\n" + std::string(diff.sample ? "【样例】" : "") + "《" + shown_text(diff.name) + "》";
    if (!diff.agency.empty()) out_ += "（" + shown_text(diff.agency) + "）";
    out_ += "\n";
    if (diff.type != nullptr)
      out_ += diff.kind == ChangeKind::added ? "  新增办理这一事项。\n" : "  不再办理这一事项。\n";
    for (const Part& part : parts) {
      bool titled = false;
      for (const Change& change : diff.changes) {
        if (change.judged.burden != part.burden) continue;
        if (!titled) out_.append("  ").append(part.title).append("\n");
        titled = true;
        sentence(change);
      }
    }
    if (neutral > 0) out_ += "  另有 " + std::to_string(neutral) + " 处改动不增加也不减少对申请人的要求。\n";
    return true;
  }

  /// `· 取消申请材料：营业执照`; of a part of an item, which item it is.
  void sentence(const Change& change) {
    const ToldChange one = told(change, places_, Lang::zh);
    out_ += "    · " + one.summary;
    std::string item;
    for (const PathStep& step : change.path) {
      if (!step.item.empty() && &step != &change.path.back()) item = shown_text(step.item);
    }
    if (!item.empty()) out_ += "（" + item + "）";
    if (one.before.empty() || one.after.empty()) {
      out_ += "：" + (one.before.empty() ? one.after : one.before) + "\n";
    } else {
      out_ += "：由“" + one.before + "”改为“" + one.after + "”\n";
    }
  }

  Places places_;
  std::string out_;
};

}  // namespace

void write_diff_notice(const DiffResult& result, const Sources& sources, const Sink& to) {
  to(Notice(sources).all(result));
}

}  // namespace matter
