#include <algorithm>
#include <iterator>

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
    {Burden::neutral, "其他变化："},
};

/// Fields whose changes are told though they ask neither more nor less: what it is called, for whom, where to go, whom
/// to ask, what comes of it.
constexpr std::string_view told_fields[] = {"name", "handling", "clients", "results", "channels", "contacts", "agency"};

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
    std::size_t rest = 0;
    for (const Change& change : diff.changes) rest += kept(change) ? 0U : 1U;
    const bool came_or_went = diff.kind != ChangeKind::changed;
    if (!came_or_went && rest == diff.changes.size()) return false;
    out_ += "\n" + std::string(diff.sample ? "【样例】" : "") + "《" + shown_text(diff.name) + "》";
    if (!diff.agency.empty()) out_ += "（" + shown_text(diff.agency) + "）";
    out_ += "\n";
    if (came_or_went) out_ += diff.kind == ChangeKind::added ? "  新增办理这一事项。\n" : "  不再办理这一事项。\n";
    for (const Part& part : parts) {
      bool titled = false;
      for (const Change& change : diff.changes) {
        if (change.judged.burden != part.burden || !kept(change)) continue;
        if (!titled) out_.append("  ").append(part.title).append("\n");
        titled = true;
        sentence(change);
      }
    }
    if (rest > 0) out_ += "  另有 " + std::to_string(rest) + " 处改动不增加也不减少对申请人的要求。\n";
    return true;
  }

  /// Whether those who apply want to know: what asks more or less of them, and where to turn to.
  static bool kept(const Change& change) {
    if (change.judged.burden != Burden::neutral) return true;
    const Field* root = change.path.empty() ? nullptr : change.path.front().field;
    return root != nullptr &&
           std::find(std::begin(told_fields), std::end(told_fields), root->key) != std::end(told_fields);
  }

  /// `· 取消申请材料：营业执照`; of a part of an item, which item it is.
  void sentence(const Change& change) {
    const ToldChange one = told(change, places_, Lang::zh);
    out_ += "    · " + one.summary;
    std::string about;
    for (const PathStep& step : change.path) {
      if (!step.item.empty() && &step != &change.path.back()) about = shown_text(step.item);
    }
    const Field* field = change.path.empty() ? nullptr : change.path.back().field;
    if (about.empty() && field != nullptr && is_number(one.before + one.after)) about = field->label;
    if (!about.empty()) out_ += "（" + about + "）";
    if (one.after.empty()) {
      // What is no longer asked for is named; what it was like matters no more.
      out_ +=
          "：" +
          (change.path.empty() || change.path.back().item.empty() ? one.before : shown_text(change.path.back().item)) +
          "\n";
    } else if (one.before.empty() || change.before.value.kind == Content::Kind::none) {
      out_ += "：" + one.after + "\n";
    } else if (change.after.value.kind == Content::Kind::none) {
      out_ += "（原为“" + one.before + "”）\n";
    } else {
      out_ += "：由“" + one.before + "”改为“" + one.after + "”\n";
    }
  }

  /// Bare digits, which say nothing without the name of the field.
  static bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  }

  Places places_;
  std::string out_;
};

}  // namespace

void write_diff_notice(const DiffResult& result, const Sources& sources, const Sink& to) {
  to(Notice(sources).all(result));
}

}  // namespace matter
