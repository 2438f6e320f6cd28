#include <fmt/format.h>

#include "diag/words.h"
#include "report/bindings_report.h"
#include "report/compare_report.h"
#include "report/content_lines.h"
#include "report/set_text.h"
#include "report/shown.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t most_values = 4;

/// Lines of a report, broken at its width.
class ReportLines {
 public:
  ReportLines(const Sources& sources, const TextStyle& style, const Sink& to)
      : places(sources), style_(style), to_(to) {}

  template <class... Args>
  [[nodiscard]] std::string tell(const WordsFor<Args...>& words, Args&&... args) const {
    return say(style_.lang, words, std::forward<Args>(args)...);
  }
  [[nodiscard]] Lang lang() const { return style_.lang; }
  void line(const std::string& text = {}) { to_(text + "\n"); }
  /// Indented, those behind the first by four more.
  void wrap(std::size_t indent, const std::string& text) {
    std::size_t blanks = indent;
    for (const std::string& part : wrapped({shown_text(text)}, style_.width - indent - 4)) {
      line(std::string(blanks, ' ') + part);
      blanks = indent + 4;
    }
  }
  /// Two places, on one line where they fit.
  void two_places(std::size_t indent, Location a, Location b) {
    const std::string blanks(indent, ' ');
    const std::string here = line_of(places, a);
    const std::string there = line_of(places, b);
    const bool fits = display_width(here) + display_width(there) + indent + 3 <= style_.width;
    line(fits ? fmt::format("{}{} | {}", blanks, here, there) : fmt::format("{0}{1}\n{0}| {2}", blanks, here, there));
  }
  /// On one line where they fit.
  void beside(std::size_t indent, const std::string& a, const std::string& b) {
    const std::string blanks(indent, ' ');
    const bool fits = display_width(a) + display_width(b) + indent + 2 <= style_.width;
    line(fits ? fmt::format("{}{}  {}", blanks, a, b) : fmt::format("{0}{1}\n{0}{2}", blanks, a, b));
  }
  /// `label：text`
  [[nodiscard]] std::string pair(std::string_view label, std::string_view text) const {
    return fmt::format("{}{}{}", label, lang() == Lang::zh ? "：" : ": ", text);
  }

  Places places;

 private:
  const TextStyle& style_;
  const Sink& to_;
};

std::string list_of(const std::vector<std::string_view>& names, Lang lang) {
  std::string all;
  for (const std::string_view one : names) (all += all.empty() ? "" : lang == Lang::zh ? "、" : ", ") += one;
  return all;
}

class BindingsText {
 public:
  BindingsText(const BindingsResult& result, std::size_t most, ReportLines& out)
      : result_(result), most_(most == 0 ? static_cast<std::size_t>(-1) : most), out_(out) {}

  void stale() {
    out_.line(out_.tell({"按 {} 计，{} 个事项认领的不是最新版本，逾期 {}；已是最新的 {}",
                         "As of {}: {:matter is|matters are} bound to an older version, {} overdue; {} up to date"},
                        result_.today, Counted{result_.stale_matters}, result_.overdue, result_.current));
    std::size_t told = 0;
    for (const StaleEntry& entry : result_.stale) {
      if (told++ == most_) {
        out_.line(out_.tell({"\n另有 {} 个条目，用 --limit 0 显示全部", "\n{} more entries: --limit 0 shows all"},
                            result_.stale.size() - most_));
        break;
      }
      out_.line();
      head(entry);
      for (const StaleMatter& matter : entry.matters) one(entry, matter);
    }
    if (!result_.stale.empty()) {
      out_.line();
      out_.wrap(0,
                out_.tell({"改认最新版本：matter bind 编码，逐个要素用 --take、--keep；全部：matter bind --all-stale",
                           "To bind anew: matter bind CODE, element by element with --take and --keep; all of "
                           "them: matter bind --all-stale"}));
    }
  }

  void unbound() {
    out_.line(out_.tell({"没有认领标准的 {}，认领落空的 {}；写明不认领的 {}",
                         "Bound to no entry: {}; to one that is nowhere: {}; said to need none: {}"},
                        result_.unbound.size() - result_.dangling, result_.dangling, result_.declared));
    if (!result_.standards) {
      out_.wrap(0, out_.tell({"没有读到标准目录，没有可认领的；在 catalog.yaml 的 standards 中写明它在哪里",
                              "no standard catalog was read: say in catalog.yaml, under standards, where it is"}));
    }
    std::size_t told = 0;
    for (const UnboundMatter& one : result_.unbound) {
      if (told++ == most_) {
        out_.line(out_.tell({"\n另有 {} 个事项，用 --limit 0 显示全部", "\n{} more matters: --limit 0 shows all"},
                            result_.unbound.size() - most_));
        break;
      }
      out_.line();
      candidates(one);
    }
  }

 private:
  void head(const StaleEntry& entry) {
    out_.wrap(0, fmt::format("{}  {}", entry.code, entry.name));
    const std::string since =
        entry.effective.empty() ? std::string() : out_.tell({"，{} 起生效", ", in force since {}"}, entry.effective);
    out_.wrap(2, out_.tell({"标准第 {} 版 → 第 {} 版{}", "the standard: version {} → {}{}"}, entry.bound, entry.newest,
                           since));
    out_.two_places(4, entry.bound_at, entry.newest_at);
    for (const ElementChange& change : entry.changes->elements) {
      out_.wrap(2, out_.pair(called(*change.element, out_.lang()), told_changes(change, out_.lang(), most_values)));
      out_.two_places(4, change.values.front().other_at, change.values.front().at);
    }
    std::vector<std::string_view> others;
    for (const Field* const field : entry.changes->others)
      others.push_back(out_.lang() == Lang::zh ? field->label : field->key);
    if (!others.empty())
      out_.wrap(2, out_.pair(out_.tell({"也变了而要素集不比的", "changed too, not compared by the profile"}),
                             list_of(others, out_.lang())));
  }

  void who(const BindingMatter& m) {
    out_.wrap(2, fmt::format("{}{}{}", m.level, m.level.empty() ? "" : " ",
                             m.agency.empty() ? out_.tell({"（未写实施主体）", "(no agency)"}) : m.agency));
    out_.beside(4, shown_text(m.identity), line_of(out_.places, m.at));
  }

  void one(const StaleEntry& entry, const StaleMatter& matter) {
    out_.line();
    who(matter);
    out_.wrap(4, told_left(entry, matter, out_.lang()));
    std::vector<std::string_view> following;
    for (std::size_t i = 0; i < matter.own.size(); ++i) {
      const std::string_view element = called(*entry.changes->elements[i].element, out_.lang());
      if (!matter.own[i].written) {
        following.push_back(element);
        continue;
      }
      out_.wrap(4, out_.pair(element, told_own(matter.own[i], out_.lang())));
      if (matter.own[i].applies && matter.own[i].result.verdict != Verdict::same)
        out_.line("      " + line_of(out_.places, place(matter.own[i].result)));
    }
    if (!following.empty())
      out_.wrap(4, out_.pair(out_.tell({"沿用标准、认领后随之改变", "taken from the standard, will follow it"}),
                             list_of(following, out_.lang())));
  }

  static Location place(const ElementResult& result) {
    const Difference* const first = result.decisive();
    return first != nullptr ? first->at : result.at;
  }

  void candidates(const UnboundMatter& m) {
    out_.wrap(0, m.name.empty() ? out_.tell({"（未写名称）", "(no name)"}) : m.name);
    who(m);
    if (!m.named.empty())
      out_.wrap(4, out_.tell({"认领的 {} 不存在", "{}, which it is bound to, is nowhere"}, m.named));
    if (m.candidates.empty()) {
      out_.wrap(4, out_.tell({"没有相近的标准条目；不该认领的，写 binding 和理由",
                              "no entry is like it; where it needs none, write binding with the reason"}));
      return;
    }
    for (const BindingCandidate& one : m.candidates) {
      out_.wrap(4, out_.tell({"可能是 {}  {}（{}）", "perhaps {}  {} ({})"}, one.reference, one.name,
                             told_candidate(one, out_.lang())));
      out_.line("      " + line_of(out_.places, one.at));
    }
    out_.wrap(4, fmt::format("matter bind {} --to {}", m.identity, m.candidates.front().reference));
  }

  const BindingsResult& result_;
  std::size_t most_;
  ReportLines& out_;
};

void bound(const BoundMatter& one, ReportLines& out) {
  out.wrap(0, fmt::format("{}  {}", one.identity, one.name));
  if (one.from == one.to) {
    out.wrap(2, out.tell({"认领：{}（不变）", "bound: {} (as before)"}, one.to));
  } else {
    out.wrap(2, out.tell({"认领：{} → {}", "bound: {} → {}"},
                         one.from.empty() ? out.tell({"（没有）", "(nothing)"}) : one.from, one.to));
  }
  out.two_places(4, one.at, one.to_at);
  if (one.changes == nullptr) return;
  for (std::size_t i = 0; i < one.own.size(); ++i) {
    const ElementChange& change = one.changes->elements[i];
    out.wrap(2, out.pair(called(*change.element, out.lang()), told_changes(change, out.lang(), most_values)));
    switch (one.becomes[i]) {
      case Becomes::follows: out.wrap(4, out.tell({"随标准改变", "follows the standard"})); break;
      case Becomes::taken:
        out.wrap(4, out.tell({"去掉自己写的，改为沿用标准", "its own is taken away: follows the standard"}));
        break;
      case Becomes::stays:
      case Becomes::kept: out.wrap(4, told_own(one.own[i], out.lang())); break;
    }
  }
}

}  // namespace

void write_bindings_text(const BindingsResult& result, const BindingsOptions& asked, std::size_t most,
                         const Sources& sources, const TextStyle& style, const Sink& to) {
  ReportLines out(sources, style, to);
  BindingsText text(result, most, out);
  if (asked.stale) text.stale();
  if (asked.stale && asked.unbound) out.line();
  if (asked.unbound) text.unbound();
  if (result.unread > 0)
    out.wrap(0, out.tell({"没有看的事项 {}：标准条目所在的文件没有读全",
                          "not looked at, {}: the entry's file could not be read whole"},
                         result.unread));
}

void write_bind_text(const BindResult& result, const Sources& sources, const TextStyle& style, const Sink& to) {
  write_findings(result.refused, sources, style, to);
  ReportLines out(sources, style, to);
  for (const BoundMatter& one : result.matters) {
    bound(one, out);
    out.line();
  }
  SetResult written;
  written.changes = result.changes;
  write_set_text(written, sources, style, to);
}

}  // namespace matter
