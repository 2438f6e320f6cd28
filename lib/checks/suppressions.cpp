#include "checks/suppressions.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "checks/covered.h"
#include "diag/words.h"
#include "model/values.h"
#include "text/nearest.h"

namespace matter {

namespace {

constexpr std::string_view unused_rule = "suppression-unused";
constexpr std::string_view english_word = "ignore", chinese_word = "忽略";

void skip_blanks(std::string_view& text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
}

void drop_blanks(std::string_view& text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
}

bool drop_front(std::string_view& text, std::string_view what) {
  if (!text.starts_with(what)) return false;
  text.remove_prefix(what.size());
  return true;
}

bool drop_back(std::string_view& text, std::string_view what) {
  if (!text.ends_with(what)) return false;
  text.remove_suffix(what.size());
  return true;
}

/// What stands behind `# matter:`; nothing of any other comment.
std::optional<std::string_view> order_in(std::string_view comment) {
  comment.remove_prefix(1);
  skip_blanks(comment);
  if (!drop_front(comment, "matter")) return std::nullopt;
  skip_blanks(comment);
  if (!drop_front(comment, ":") && !drop_front(comment, "：")) return std::nullopt;
  skip_blanks(comment);
  drop_blanks(comment);
  return comment;
}

std::string_view order_of(const Document& document, const Comment& comment) {
  return order_in(slice(document.text, comment.span)).value_or(std::string_view{});
}

/// The next word: up to a blank or comma.
std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && text[end] != ' ' && text[end] != '\t' && text[end] != ',' &&
         !text.substr(end).starts_with("，") && !text.substr(end).starts_with("、"))
    ++end;
  return text.substr(0, end);
}

/// Ids are small letters, digits and hyphens, at least one of them a hyphen.
bool looks_like_rule(std::string_view word) {
  return word.find('-') != std::string_view::npos && std::all_of(word.begin(), word.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

/// `[至 2027-01-01]` at the end.
struct Until {
  std::string_view written;  ///< empty: none is given
  std::optional<DateValue> day;
};

Until take_until(std::string_view& text) {
  std::string_view rest = text;
  const bool closed = drop_back(rest, "]") || drop_back(rest, ")") || drop_back(rest, "】") || drop_back(rest, "）");
  drop_blanks(rest);
  std::size_t at = std::string_view::npos;
  for (const std::string_view word : {std::string_view("至"), std::string_view("until")}) {
    const std::size_t found = rest.rfind(word);
    if (found == std::string_view::npos || (at != std::string_view::npos && found < at)) continue;
    std::string_view day = rest.substr(found + word.size());
    skip_blanks(day);
    if (day.empty() || day.front() < '0' || day.front() > '9') continue;
    at = found;
  }
  if (at == std::string_view::npos) return {};
  Until until;
  until.written = rest.substr(at + (rest.substr(at).starts_with("至") ? std::string_view("至").size() : 5));
  skip_blanks(until.written);
  until.day = parse_date(until.written);
  text = rest.substr(0, at);
  drop_blanks(text);
  if (closed) (void)(drop_back(text, "[") || drop_back(text, "(") || drop_back(text, "【") || drop_back(text, "（"));
  drop_blanks(text);
  return until;
}

class SuppressionReader {
 public:
  SuppressionReader(const Document& document, const CheckPlan& plan, const DateValue& today,
                    std::optional<Severity> severity, Collector& findings, Facts& facts)
      : document_(document), plan_(plan), today_(today), severity_(severity), to_(findings), facts_(facts) {}

  void read(const Comment& comment) {
    at_ = {document_.source, comment.span};
    std::string_view text = order_of(document_, comment);
    const std::string_view word = first_word(text);
    if (word != english_word && word != chinese_word) return other_word(word);
    text.remove_prefix(word.size());
    const std::vector<std::string_view> rules = take_rules(text);
    const Until until = take_until(text);
    if (rules.empty())
      return wrong({}, {"没有写忽略哪条规则", "no rule is named"},
                   {"如 # matter: ignore contact-same 理由", "such as # matter: ignore contact-same reason"});
    if (until.day && *until.day < today_) return expired(rules, until);
    if (!until.written.empty() && !until.day)
      wrong(rules[0], {"期限不是日期，一直忽略下去了", "the day it ends cannot be read: it holds for ever"},
            {"如 至 2027-01-01", "such as until 2027-01-01"});
    if (text.empty())
      wrong(rules[0], {"没有写忽略的理由", "no reason is given"}, {"在规则后面写为什么", "say why, behind the rule"});
    const Span covers = covered_by(document_, comment);
    for (const std::string_view rule : rules) add(rule, covers);
  }

 private:
  void wrong(std::string_view subject, Bilingual message, Bilingual hint) {
    if (!severity_) return;
    Diagnostic& d = to_.add(unused_rule, *severity_, at_, {"{}", "{}"}, message.in(to_.lang()));
    d.hint = hint.in(to_.lang());
    d.subject = subject;
  }

  /// Other comments may begin with these words too; only what is nearly the right one is a mistake.
  void other_word(std::string_view word) {
    if (nearest(word, {english_word}).empty() || word.empty()) return;
    wrong(word, {"注释不起作用", "the comment does nothing"},
          {"是不是 # matter: ignore？", "did you mean # matter: ignore?"});
  }

  static std::vector<std::string_view> take_rules(std::string_view& text) {
    std::vector<std::string_view> rules;
    for (;;) {
      skip_blanks(text);
      const std::string_view word = first_word(text);
      if (!looks_like_rule(word)) return rules;
      rules.push_back(word);
      text.remove_prefix(word.size());
      std::string_view next = text;
      skip_blanks(next);
      if (!drop_front(next, ",") && !drop_front(next, "，") && !drop_front(next, "、")) {
        skip_blanks(text);
        return rules;
      }
      text = next;
    }
  }

  void expired(const std::vector<std::string_view>& rules, const Until& until) {
    if (!severity_) return;
    for (const std::string_view rule : rules) {
      Diagnostic& d = to_.add(unused_rule, *severity_, at_, {"对 {} 的忽略已于 {} 到期", "ignoring {} ended on {}"},
                              rule, until.written);
      d.hint = say(to_.lang(), {"改正后删去注释，或写新的期限和理由",
                                "mend it and take the comment away, or give a new day and reason"});
      d.subject = rule;
    }
  }

  void add(std::string_view id, Span covers) {
    const auto rules = plan_.rules();
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const Rule* r) { return r->id == id; });
    if (rule == rules.end()) return no_rule(id);
    if (!may_be_weakened(**rule) || id == unused_rule) {
      if (!severity_) return;
      Diagnostic& d = to_.add(unused_rule, *severity_, at_, {"{} 不能忽略", "{} cannot be ignored"}, id);
      d.subject = id;
      return;
    }
    facts_.suppressions.push_back({at_, covers, std::string(id), plan_.runs(id)});
  }

  void no_rule(std::string_view id) {
    if (!severity_) return;
    std::vector<std::string_view> ids;
    for (const Rule* rule : plan_.rules()) ids.push_back(rule->id);
    Diagnostic& d = to_.add(unused_rule, *severity_, at_, {"没有规则“{}”", "there is no rule '{}'"}, id);
    d.subject = id;
    const std::string_view near = nearest(id, ids);
    if (!near.empty()) d.hint = say(to_.lang(), {"是不是“{}”？", "did you mean '{}'?"}, near);
  }

  const Document& document_;
  const CheckPlan& plan_;
  const DateValue& today_;
  std::optional<Severity> severity_;
  Collector& to_;
  Facts& facts_;
  Location at_;
};

}  // namespace

bool has_suppressions(const Document& document) {
  return std::any_of(document.comments.begin(), document.comments.end(),
                     [&](const Comment& c) { return !order_of(document, c).empty(); });
}

void read_suppressions(const Document& document, std::string_view file, const CheckPlan& plan, const DateValue& today,
                       Collector& findings, Facts& facts) {
  if (!has_suppressions(document)) return;
  const Rule* const rule = find_rule(unused_rule);
  SuppressionReader reader(document, plan, today, rule != nullptr ? plan.severity_in(*rule, file) : std::nullopt,
                           findings, facts);
  for (const Comment& comment : document.comments) {
    if (!order_of(document, comment).empty()) reader.read(comment);
  }
}

void Suppressing::take(const std::vector<SuppressionFact>& facts) {
  for (const SuppressionFact& fact : facts) {
    of_source_[fact.at.source].push_back(facts_.size());
    facts_.push_back(fact);
    used_.push_back(false);
  }
}

std::optional<Location> Suppressing::hidden_by(std::string_view rule, Location at) {
  const auto found = of_source_.find(at.source);
  if (found == of_source_.end()) return std::nullopt;
  std::optional<Location> hidden;
  for (const std::size_t i : found->second) {
    if (facts_[i].rule != rule || !facts_[i].covers.contains(at.span.begin)) continue;
    used_[i] = true;  // the innermost and those around it: each of them is of use
    hidden = facts_[i].at;
  }
  return hidden;
}

bool Suppressing::judged(const SuppressionFact& fact, bool complete) {
  if (!fact.tried) return false;
  const Rule* const rule = find_rule(fact.rule);
  return complete || (rule != nullptr && rule->scope != Scope::catalog);
}

void Suppressing::say_unused(const SuppressionFact& fact, Severity severity, Collector& findings) {
  Diagnostic& d = findings.add(unused_rule, severity, fact.at,
                               {"这里没有 {} 的结果可忽略", "nothing of {} is found here to be ignored"}, fact.rule);
  d.hint = say(findings.lang(), {"删去这条注释；它只管紧接着的一项和其中的内容",
                                 "take the comment away; it covers the next entry and what is in it"});
  d.subject = fact.rule;
}

}  // namespace matter
