#include <algorithm>
#include <array>
#include <mutex>
#include <set>
#include <utility>

#include "checks/custom_rule.h"
#include "checks/sample.h"
#include "checks/settings.h"
#include "diag/words.h"

namespace matter {

namespace {

constexpr int custom_format = 1;

/// Findings name their rule long after the file of the rule is gone.
std::string_view kept_for_good(std::string_view text) {
  static std::mutex mutex;
  static std::set<std::string, std::less<>> all;
  const std::lock_guard lock(mutex);
  return *all.emplace(text).first;
}

bool is_id(std::string_view text) {
  return text.find('-') != std::string_view::npos && text.front() != '-' &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

constexpr std::array<std::pair<std::string_view, Relation>, 6> relations{{{"=", Relation::equal},
                                                                          {"!=", Relation::unequal},
                                                                          {"<", Relation::less},
                                                                          {"<=", Relation::at_most},
                                                                          {">", Relation::more},
                                                                          {">=", Relation::at_least}}};

/// Lines of an example as whole matters: what they do not speak of is taken from the sample.
std::string whole_matters(std::string_view lines) {
  std::string text;
  while (!lines.empty()) {
    std::size_t end = lines.starts_with("---\n") ? 0 : lines.find("\n---\n");
    end = end == std::string_view::npos ? lines.size() : lines.starts_with("---\n") ? 0 : end + 1;
    std::string one(lines.substr(0, end));
    if (!one.empty() && one.back() != '\n') one += '\n';
    if (!text.empty()) text += "---\n";
    detail::compose(one, sample_matter, [&text](std::string_view line) { text += line; });
    lines.remove_prefix(end);
    if (lines.starts_with("---\n")) lines.remove_prefix(4);
  }
  return text;
}

class RuleReader {
 public:
  RuleReader(const CustomRuleSpec& spec, Collector& findings) : spec_(spec), to_(findings) {}

  /// Null where it cannot be used.
  std::unique_ptr<CustomRule> read() {
    id();
    words();
    if (const auto path = this->path(spec_.path, "path")) rule_->path = *path;
    for (const ConditionSpec& condition : spec_.when) this->condition(condition);
    assertion();
    if (!spec_.bad.given()) missing(spec_.mark.at(), "bad");
    if (!spec_.good.given()) missing(spec_.mark.at(), "good");
    if (!good_) return nullptr;
    rule_->field = to_text(rule_->path);
    rule_->bad = whole_matters(spec_.bad.text);
    rule_->good = whole_matters(spec_.good.text);
    finish();
    return std::move(rule_);
  }

 private:
  template <class... Args>
  Diagnostic& wrong(std::string_view rule, Location at, const WordsFor<Args...>& words, Args&&... args) {
    good_ = false;
    Diagnostic& d = to_.add(rule, Severity::error, at, words, std::forward<Args>(args)...);
    d.field = "rules";
    d.subject = spec_.id.text;
    return d;
  }

  void missing(Location at, std::string_view key) {
    wrong("field-missing", at, {"规则没有写“{}”", "the rule does not say '{}'"}, key);
  }

  void id() {
    const std::string_view written = spec_.id.text;
    rule_->at = spec_.id.given() ? spec_.id.at() : spec_.mark.at();
    if (!spec_.id.given() || written.empty()) return missing(spec_.mark.at(), "id");
    if (!is_id(written)) {
      wrong("field-value", spec_.id.at(), {"规则编号不能是“{}”", "'{}' cannot be the id of a rule"}, written).hint =
          say(to_.lang(), {"用小写字母、数字和连字符，至少一个连字符，如 xm-hotline",
                           "small letters, digits and hyphens, at least one hyphen: xm-hotline"});
    } else if (find_rule(written) != nullptr) {
      wrong("field-value", spec_.id.at(), {"已经有规则“{}”", "there is a rule '{}' already"}, written).hint =
          say(to_.lang(),
              {"换一个编号，如 {0}-{1}；要另行评级，写在 catalog.yaml 的 rules 里",
               "take another id; to grade that rule otherwise, write it under rules in catalog.yaml"},
              "our", written);
    }
    rule_->rule.id = kept_for_good(written);
  }

  void words() {
    Rule& rule = rule_->rule;
    if (!spec_.message.given()) missing(spec_.mark.at(), "message");
    const auto english = [](const Text& zh, const Text& en) {
      return Bilingual{zh.text, en.given() ? en.text : zh.text};
    };
    rule.summary = english(spec_.message, spec_.message_en);
    rule.why = english(spec_.why, spec_.why_en);
    if (spec_.source.given()) rule.source = RuleSource(spec_.source.text, spec_.source.text);
    if (!spec_.severity.given()) return missing(spec_.mark.at(), "severity");
    const auto grade = grade_named(spec_.severity.text);
    if (grade && *grade != Grade::off) {
      rule.severity = *severity_of(*grade, Severity::error);
      return;
    }
    wrong("field-value", spec_.severity.at(), {"程度不能是“{}”", "'{}' is no severity"}, spec_.severity.text).hint =
        say(to_.lang(), {"可以写 info（提示）、warning（警告）、error（错误）", "one of: info, warning, error"});
  }

  std::optional<FieldPath> path(const Text& written, std::string_view key) {
    if (!written.given()) {
      missing(spec_.mark.at(), key);
      return std::nullopt;
    }
    const auto found = resolve_path(written.text);
    if (found) return found;
    wrong("field-value", written.at(), {"“{}”不是字段的路径", "'{}' is no path of a field"}, written.text).hint =
        say(to_.lang(), {"路径用英文键，如 limits.legal、materials.name；matter fields 列出全部",
                         "paths are made of English keys: limits.legal, materials.name; `matter fields` lists them"});
    return std::nullopt;
  }

  std::unique_ptr<const Expression> compile(const Text& written) {
    std::string mistake;
    auto pattern = Expression::compile(written.text, mistake);
    if (pattern == nullptr)
      wrong("field-value", written.at(), {"正则表达式不对：{}", "the expression is wrong: {}"}, mistake);
    return pattern;
  }

  void condition(const ConditionSpec& written) {
    CustomCondition made;
    const auto found = path(written.path, "path");
    if (found) made.path = *found;
    for (const Text& value : written.one_of) made.one_of.push_back(value.text);
    if (written.pattern.given()) made.pattern = compile(written.pattern);
    if (written.given.given()) made.given = written.given.value;
    if (made.one_of.empty() && !written.pattern.given() && !made.given)
      wrong("field-missing", written.mark.at(),
            {"条件没有写 one_of、pattern 或 given", "the condition says none of one_of, pattern, given"});
    rule_->when.push_back(std::move(made));
  }

  void assertion() {
    unsigned count = 0;
    const auto take = [&](bool written, Assertion assertion) {
      if (!written) return false;
      rule_->assertion = assertion;
      return ++count == 1;
    };
    (void)take(spec_.required.yes(), Assertion::required);
    (void)take(spec_.unique.yes(), Assertion::unique);
    if (take(spec_.pattern.given(), Assertion::pattern)) rule_->pattern = compile(spec_.pattern);
    if (take(spec_.forbidden.given(), Assertion::forbidden)) rule_->pattern = compile(spec_.forbidden);
    if (take(spec_.one_of.given(), Assertion::one_of)) {
      for (const Text& value : spec_.one_of) rule_->one_of.push_back(value.text);
    }
    if (take(spec_.length.mark.given(), Assertion::length)) length();
    if (take(spec_.compare.mark.given(), Assertion::compare)) compare();
    if (count == 1) return fits();
    wrong("field-missing", rule_->at,
          {"规则要求什么：required、pattern、forbidden、one_of、length、compare、unique 写且只写一个",
           "what the rule asks: say one of required, pattern, forbidden, one_of, length, compare, unique"});
  }

  /// Whether the path leads to what can be judged so.
  void fits() {
    if (rule_->path.count == 0 || rule_->assertion == Assertion::required) return;
    const Field& last = rule_->path.last();
    if (is_scalar(last.kind) || (last.kind == Kind::list && is_scalar(last.item))) return;
    wrong("field-value", spec_.path.at(),
          {"“{}”不是单个的值，只能要求必填", "'{}' is no single value: only `required` can be asked"}, spec_.path.text);
  }

  void length() {
    rule_->least = spec_.length.least.given() ? spec_.length.least.value : 0;
    rule_->most = spec_.length.most.given() ? spec_.length.most.value : 0;
    if (rule_->least == 0 && rule_->most == 0)
      wrong("field-missing", spec_.length.mark.at(), {"没有写 least 或 most", "neither least nor most is said"});
  }

  void compare() {
    rule_->relation_sign = spec_.compare.is.text;
    const auto sign = std::find_if(relations.begin(), relations.end(),
                                   [&](const auto& one) { return one.first == spec_.compare.is.text; });
    if (!spec_.compare.is.given()) return missing(spec_.compare.mark.at(), "is");
    if (sign == relations.end()) {
      wrong("field-value", spec_.compare.is.at(), {"不能按“{}”比", "'{}' is no comparison"}, spec_.compare.is.text)
          .hint = say(to_.lang(), {"可以写 =、!=、<、<=、>、>=", "one of: =, !=, <, <=, >, >="});
      return;
    }
    rule_->relation = sign->second;
    const auto with = path(spec_.compare.with, "with");
    if (!with || rule_->path.count == 0) return;
    rule_->with = *with;
    comparable(*with);
  }

  void comparable(const FieldPath& with) {
    const Field& a = rule_->path.last();
    const Field& b = with.last();
    const bool ordered = a.kind == Kind::limit || a.kind == Kind::count || a.kind == Kind::date;
    const bool by_order = rule_->relation != Relation::equal && rule_->relation != Relation::unequal;
    std::size_t list = 0;
    for (std::size_t i = 0; i + 1 < with.count; ++i) {
      if (with.fields[i]->kind == Kind::list) list = i + 1;
    }
    const bool together =
        list < rule_->path.count && std::equal(with.begin(), with.begin() + list, rule_->path.begin());
    if (a.kind == b.kind && is_scalar(a.kind) && (ordered || !by_order) && together) return;
    wrong("field-value", spec_.compare.with.at(), {"“{}”和“{}”不能这样比", "'{}' and '{}' cannot be compared so"},
          spec_.path.text, spec_.compare.with.text)
        .hint =
        say(to_.lang(), {"两个字段要同一种值；大小只比时限、整数和日期；列表中的只和同一项里的比",
                         "both hold one kind of value; order is that of limits, numbers and dates; what is in a "
                         "list is compared within its item"});
  }

  void finish() {
    Rule& rule = rule_->rule;
    rule.families = families::all;
    rule.bad = rule_->bad;
    rule.good = rule_->good;
    rule.custom = rule_.get();
    if (rule_->assertion == Assertion::unique) {
      rule.scope = Scope::catalog;
      rule.collect = collect_custom;
      rule.judge = judge_custom;
    } else {
      rule.check = check_custom;
    }
  }

  const CustomRuleSpec& spec_;
  Collector& to_;
  std::unique_ptr<CustomRule> rule_ = std::make_unique<CustomRule>();
  bool good_ = true;
};

}  // namespace

std::shared_ptr<CustomRules> read_custom_rules(SourceId source, const Sources& sources, Collector& findings) {
  auto all = std::make_shared<CustomRules>();
  (void)read_data(source, sources, *table_of<CustomFileSpec>(), &all->spec, all->file, findings);
  const Count& format = all->spec.format;
  if (all->file.document.roots.size() == 1 && !format.given()) {
    findings
        .add("field-missing", Severity::error, {source, {0, 1}},
             {"文件没有写格式版本 format", "the file does not say its format"})
        .hint = say(findings.lang(), {"第一行写 format: 1", "write format: 1 on the first line"});
  } else if (format.given() && format.value != custom_format) {
    findings.add(
        "field-value", Severity::error, format.at(),
        {"没有自定规则格式 {}；本程序认得的是 {}", "there is no format {} of custom rules; this program knows {}"},
        format.value, custom_format);
    return all;
  }
  for (const CustomRuleSpec& spec : all->spec.rules) {
    auto rule = RuleReader(spec, findings).read();
    if (rule == nullptr) continue;
    const auto same = std::find_if(all->rules.begin(), all->rules.end(),
                                   [&](const auto& other) { return other->rule.id == rule->rule.id; });
    if (same != all->rules.end()) {
      findings
          .add("yaml-duplicate-key", Severity::error, rule->at, {"规则“{}”写了两次", "the rule '{}' stands here twice"},
               rule->rule.id)
          .notes.push_back({say(findings.lang(), {"第一次在这里", "first here"}), (*same)->at});
      continue;
    }
    check_examples(*rule, spec, findings);
    all->rules.push_back(std::move(rule));
  }
  return all;
}

}  // namespace matter
