#include "change/hollow.h"

#include <algorithm>
#include <string>

#include "diag/words.h"
#include "model/values.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// Steps before 受理 and after 决定: the promised limit does not hold them (as for the rule limit-steps-sum).
bool outside_limit(const Step& step) {
  constexpr std::string_view words[] = {"收件", "接件", "预受理", "制证", "送达", "发证", "颁发", "领取"};
  return step.step.given() && std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
           return step.step.text.find(word) != std::string_view::npos;
         });
}

class Hollow {
 public:
  Hollow(const Matter& before, const Matter& after, const std::vector<Change>& changes, Collector& findings)
      : before_(before), after_(after), changes_(changes), to_(findings) {}

  void all() {
    time();
    materials();
  }

 private:
  /// Sum of the steps from 受理 to 决定 that run one after another, in the unit of the limit; nothing where one says
  /// nothing.
  static std::optional<std::int64_t> steps(const Matter& m, DayUnit unit) {
    if (!m.process.given()) return std::nullopt;
    std::int64_t sum = 0;
    for (const Step& step : m.process) {
      if (step.parallel.yes() || outside_limit(step)) continue;
      const auto days = days_of(step.limit);
      if (step.limit.absent()) continue;
      if (!days || (days->unit && *days->unit != unit)) return std::nullopt;
      sum += days->amount;
    }
    return sum;
  }

  /// Special procedures that do not count towards the limit.
  static std::optional<std::int64_t> special(const Matter& m, DayUnit unit) {
    if (!m.special.given()) return m.special.none() ? std::optional<std::int64_t>(0) : std::nullopt;
    std::int64_t sum = 0;
    for (const SpecialProcedure& one : m.special) {
      if (one.counted.yes() || one.limit.absent()) continue;
      const auto days = days_of(one.limit);
      if (!days || (days->unit && *days->unit != unit)) return std::nullopt;
      sum += days->amount;
    }
    return sum;
  }

  void time() {
    const auto old_days = days_of(before_.limits.promised);
    const auto new_days = days_of(after_.limits.promised);
    if (!old_days || !new_days || !old_days->unit) return;
    const DayUnit unit = *old_days->unit;
    if ((new_days->unit && *new_days->unit != unit) || new_days->amount >= old_days->amount) return;
    const auto sum = steps(after_, unit);
    if (sum && *sum > new_days->amount) {
      Diagnostic& d = to_.add("reduction-steps-longer", Severity::warning, after_.limits.promised.at(),
                              {"承诺时限缩短到 {}，各环节时限合计仍有 {}：没有真正缩短",
                               "the promised limit is {} now, but its steps still add up to {}: nothing got shorter"},
                              after_.limits.promised.text, *sum);
      d.field = "limits.promised";
      note(d, {"原来是 {}", "it was {}"}, before_.limits.promised.text, before_.limits.promised.at());
    }
    const auto old_special = special(before_, unit);
    const auto new_special = special(after_, unit);
    if (!new_special || *new_special <= old_special.value_or(0)) return;
    Diagnostic& d = to_.add("reduction-time-moved", Severity::warning, after_.special.at(),
                            {"承诺时限少了 {}，不计时的特别程序多了 {}：时间只是挪了地方",
                             "{} less in the promised limit, {} more in special procedures that do not count: the time "
                             "was only moved"},
                            old_days->amount - new_days->amount, *new_special - old_special.value_or(0));
    d.field = "special";
    note(d, {"承诺时限原来是 {}", "the promised limit was {}"}, before_.limits.promised.text,
         before_.limits.promised.at());
  }

  void materials() {
    for (const Change& gone : changes_) {
      if (!item_of(gone, "materials", ChangeKind::removed)) continue;
      const std::string name = text_of(gone.before.value, "name");
      const std::string wanted = normalised(name);
      if (count_characters(wanted) < 2) continue;
      for (const Change& other : changes_) {
        if (other.after.value.absent()) continue;
        if (in_list(other, "conditions")) as_condition(gone, other, name, wanted);
        if (in_list(other, "materials") && !item_of(other, "materials", ChangeKind::removed)) {
          joined(gone, other, name, wanted);
        }
      }
    }
  }

  void as_condition(const Change& gone, const Change& condition, const std::string& name, const std::string& wanted) {
    const std::string text = normalised(text_of(condition.after.value, "text"));
    const std::string old_text = normalised(text_of(condition.before.value, "text"));
    if (text.find(wanted) == std::string::npos || old_text.find(wanted) != std::string::npos) return;
    Diagnostic& d = to_.add("reduction-as-condition", Severity::warning, condition.after.at,
                            {"材料“{}”取消了，却成了申请条件：没有真正减少",
                             "the material '{}' is gone, but came back as a condition: nothing got less"},
                            name);
    d.field = english(condition.path);
    note(d, {"材料“{}”原来在这里", "the material '{}' stood here"}, name, gone.before.at);
  }

  void joined(const Change& gone, const Change& other, const std::string& name, const std::string& wanted) {
    const std::string text = text_of(other.after.value, "name");
    if (normalised(text).find(wanted) == std::string::npos) return;
    const bool by_comma = text.find("、") != std::string::npos || text.find("及") != std::string::npos ||
                          text.find("和") != std::string::npos;
    if (!by_comma || normalised(text_of(other.before.value, "name")).find(wanted) != std::string::npos) return;
    Diagnostic& d = to_.add("reduction-joined", Severity::warning, other.after.at,
                            {"材料“{}”并入了另一份材料：要交的没有少",
                             "the material '{}' was joined into another: what "
                             "must be handed in did not get less"},
                            name);
    d.field = english(other.path);
    note(d, {"材料“{}”原来在这里", "the material '{}' stood here"}, name, gone.before.at);
  }

  static bool in_list(const Change& change, std::string_view key) {
    return !change.path.empty() && change.path[0].field != nullptr && change.path[0].field->key == key &&
           !change.path[0].item.empty();
  }
  static bool item_of(const Change& change, std::string_view key, ChangeKind kind) {
    return change.kind == kind && change.path.size() == 1 && in_list(change, key);
  }
  /// The named part of a record, or the text itself (of an item that is just a text, or of the field).
  static std::string text_of(const Content& content, std::string_view key) {
    if (content.kind == Content::Kind::text) return content.text;
    const Content* part = content.part(key);
    return part == nullptr ? std::string() : part->text;
  }
  template <class T>
  void note(Diagnostic& d, const WordsFor<const T&>& words, const T& value, Location at) {
    if (at.known()) d.notes.push_back({say(to_.lang(), words, value), at});
  }

  const Matter& before_;
  const Matter& after_;
  const std::vector<Change>& changes_;
  Collector& to_;
};

}  // namespace

void say_hollow(const Matter& before, const Matter& after, const std::vector<Change>& changes, Collector& findings) {
  Hollow(before, after, changes, findings).all();
}

}  // namespace matter
