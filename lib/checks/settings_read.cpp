#include <algorithm>
#include <string>

#include "checks/settings.h"
#include "diag/words.h"
#include "model/named.h"
#include "model/values.h"
#include "text/nearest.h"

namespace matter {

namespace {

/// The keys of an entry that are no options.
struct EntryKey {
  std::string_view key, label;
  std::vector<std::string_view> RuleScope::*list;  ///< null: no condition
  std::string_view values;                         ///< named list of its values
};

constexpr std::string_view severity_key = "severity", reason_key = "reason";
constexpr EntryKey entry_keys[] = {
    {severity_key, "程度", nullptr, {}},
    {reason_key, "理由", nullptr, {}},
    {"paths", "路径", &RuleScope::paths, {}},
    {"matters", "事项", &RuleScope::matters, {}},
    {"types", "事项类型", &RuleScope::types, "matter_type"},
    {"levels", "行使层级", &RuleScope::levels, "level"},
    {"agencies", "实施主体", &RuleScope::agencies, {}},
};

Bilingual grade_word(Grade grade) {
  switch (grade) {
    case Grade::off: return {"关闭", "off"};
    case Grade::info: return {"提示", "info"};
    case Grade::warning: return {"警告", "warning"};
    case Grade::error: return {"错误", "error"};
    case Grade::usual: break;
  }
  return {"照原样", "as usual"};
}

Grade grade_of(Severity severity) {
  return severity == Severity::error ? Grade::error : severity == Severity::warning ? Grade::warning : Grade::info;
}

class SettingsReader {
 public:
  SettingsReader(const Document& doc, std::span<const Rule* const> rules, Collector& findings)
      : doc_(doc), rules_(rules), to_(findings) {}

  void all(NodeId node, std::vector<RuleSettings>& into) {
    if (!mapping(node, "rules")) return;
    for (const Entry entry : entries(doc_, node)) {
      const std::string_view id = doc_.node(entry.key).text();
      const auto at = std::find_if(rules_.begin(), rules_.end(), [&](const Rule* rule) { return rule->id == id; });
      if (at == rules_.end())
        no_rule(entry.key);
      else
        rule(**at, entry.value, into[static_cast<std::size_t>(at - rules_.begin())]);
    }
  }

 private:
  [[nodiscard]] Location at(NodeId node) const { return {doc_.source, doc_.node(node).span}; }

  /// False where there is nothing to read in it, which is said unless nothing is written.
  bool mapping(NodeId node, const std::string& path) {
    const Node& n = doc_.node(node);
    if (n.is(NodeKind::mapping) || n.is(NodeKind::null)) return n.is(NodeKind::mapping);
    Diagnostic& d = to_.add("field-type", Severity::error, at(node),
                            {"“{}”这里应当是一组设置", "'{}' should be a group of settings here"}, path);
    d.hint = say(to_.lang(),
                 {"如 rules: {{limit-instant: {{above: 0}}}}", "such as rules: {{limit-instant: {{above: 0}}}}"});
    d.field = path;
    return false;
  }

  Diagnostic& unknown(NodeId key, std::string path, const Words<const std::string_view&>& words) {
    const std::string_view written = doc_.node(key).text();
    Diagnostic& d = to_.add("field-unknown", Severity::error, at(key), words, written);
    d.field = std::move(path);
    d.subject = written;
    return d;
  }

  void no_rule(NodeId key) {
    Diagnostic& d = unknown(key, "rules", {"没有规则“{}”", "there is no rule '{}'"});
    std::vector<std::string_view> ids;
    for (const Rule* rule : rules_) ids.push_back(rule->id);
    const std::string_view near = nearest(doc_.node(key).text(), ids);
    d.hint = near.empty() ? say(to_.lang(), {"全部规则见 matter explain --all", "`matter explain --all` lists them"})
                          : say(to_.lang(), {"是不是“{}”？", "did you mean '{}'?"}, near);
  }

  void rule(const Rule& rule, NodeId node, RuleSettings& into) {
    path_ = "rules." + std::string(rule.id);
    const Node& n = doc_.node(node);
    if (n.is(NodeKind::sequence)) {
      for (const NodeId item : children(doc_, node)) entry(rule, item, into);
    } else if (!n.is(NodeKind::null)) {
      entry(rule, node, into);
    }
  }

  void entry(const Rule& rule, NodeId node, RuleSettings& into) {
    RuleEntry made;
    made.at = at(node);
    made.options.resize(rule.options.size());
    if (doc_.node(node).is(NodeKind::scalar)) {
      made.grade = grade(rule, node);
    } else if (mapping(node, path_)) {
      members(rule, node, made);
    }
    into.entries.push_back(std::move(made));
  }

  void members(const Rule& rule, NodeId node, RuleEntry& made) {
    std::vector<std::pair<std::string_view, NodeId>> seen;
    for (const Entry member : entries(doc_, node)) {
      const std::string_view written = doc_.node(member.key).text();
      const auto option = std::find_if(rule.options.begin(), rule.options.end(),
                                       [&](const RuleOption& o) { return o.key == written || o.label == written; });
      const auto known = std::find_if(std::begin(entry_keys), std::end(entry_keys),
                                      [&](const EntryKey& k) { return k.key == written || k.label == written; });
      if (option == rule.options.end() && known == std::end(entry_keys)) {
        no_member(rule, member.key);
        continue;
      }
      const std::string_view key = option != rule.options.end() ? option->key : known->key;
      const auto first = std::find_if(seen.begin(), seen.end(), [&](const auto& one) { return one.first == key; });
      if (first != seen.end()) {
        twice(member.key, first->second);
        continue;
      }
      seen.emplace_back(key, member.key);
      if (option != rule.options.end())
        made.options[static_cast<std::size_t>(option - rule.options.begin())] = value(*option, member.value);
      else
        member_value(rule, *known, member.value, made);
    }
  }

  void member_value(const Rule& rule, const EntryKey& key, NodeId node, RuleEntry& made) {
    if (key.key == severity_key) {
      made.grade = grade(rule, node);
    } else if (key.key == reason_key) {
      if (doc_.node(node).is(NodeKind::scalar)) made.reason = doc_.node(node).text();
    } else if (doc_.node(node).is(NodeKind::sequence)) {
      for (const NodeId item : children(doc_, node)) condition(key, item, made.scope);
    } else {
      condition(key, node, made.scope);
    }
  }

  void condition(const EntryKey& key, NodeId node, RuleScope& scope) {
    const Node& n = doc_.node(node);
    std::string_view text = n.is(NodeKind::scalar) ? n.text() : std::string_view{};
    const NamedList* const list = named_list(key.values);
    if (list != nullptr && !text.empty()) {
      const NamedValue* const named = find_named(*list, text);
      if (named == nullptr) {
        const std::string_view near = nearest_name(*list, text);
        Diagnostic& d = to_.add("field-value", Severity::error, at(node), {"“{}”不能是“{}”", "'{}' cannot be '{}'"},
                                to_.lang() == Lang::zh ? key.label : key.key, text);
        if (!near.empty()) d.hint = say(to_.lang(), {"是不是“{}”？", "did you mean '{}'?"}, near);
        located(d, key.key, text);
      } else {
        text = named->name;
      }
    } else if (text.empty()) {
      located(to_.add("field-type", Severity::error, at(node), {"“{}”这里应当是一个文本", "'{}' should be a text here"},
                      to_.lang() == Lang::zh ? key.label : key.key),
              key.key, {});
    }
    // A condition that is not understood is one that nothing meets: it must not widen what is weakened.
    (scope.*key.list).push_back(text);
  }

  Grade grade(const Rule& rule, NodeId node) {
    const std::string_view written = doc_.node(node).is(NodeKind::scalar) ? doc_.node(node).text() : std::string_view{};
    const auto named = grade_named(written);
    if (!named) {
      Diagnostic& d = to_.add("field-value", Severity::error, at(node),
                              {"{} 的程度不能是“{}”", "'{1}' is no grade of {0}"}, rule.id, written);
      d.hint = say(to_.lang(), {"可以写 off（关闭）、info（提示）、warning（警告）、error（错误）",
                                "one of: off, info, warning, error"});
      located(d, severity_key, written);
      return Grade::usual;
    }
    if (may_be_weakened(rule)) return *named;
    Diagnostic& d =
        to_.add("field-value", Severity::error, at(node), {"{} 不能另行评级", "{} cannot be graded"}, rule.id);
    d.hint = say(to_.lang(), {"它说的是读不懂的文件，其中的事项没有检查过",
                              "it is about files that cannot be read: the matters in them were not checked"});
    located(d, severity_key, written);
    return Grade::usual;
  }

  void no_member(const Rule& rule, NodeId key) {
    Diagnostic& d = unknown(key, path_, {"这条规则没有选项“{}”", "the rule has no option '{}'"});
    std::vector<std::string_view> names;
    for (const RuleOption& option : rule.options) names.insert(names.end(), {option.key, option.label});
    for (const EntryKey& known : entry_keys) names.insert(names.end(), {known.key, known.label});
    const std::string_view near = nearest(doc_.node(key).text(), names);
    if (!near.empty())
      d.hint = say(to_.lang(), {"是不是“{}”？", "did you mean '{}'?"}, near);
    else if (rule.options.empty())
      d.hint = say(to_.lang(), {"{} 没有选项可设", "{} has no options"}, rule.id);
    else
      d.hint = say(to_.lang(), {"它的选项见 matter explain {}", "`matter explain {}` lists its options"}, rule.id);
  }

  void twice(NodeId key, NodeId first) {
    Diagnostic& d = to_.add("yaml-duplicate-key", Severity::error, at(key), {"“{}”写了两次", "'{}' stands here twice"},
                            doc_.node(key).text());
    d.notes.push_back({say(to_.lang(), {"第一次在这里", "first here"}), at(first)});
    d.field = path_;
    d.subject = doc_.node(key).text();
  }

  std::optional<std::int32_t> value(const RuleOption& option, NodeId node) {
    const Node& n = doc_.node(node);
    const auto number = n.is(NodeKind::scalar) ? parse_count(n.text()) : std::nullopt;
    if (number && *number >= option.least && *number <= option.most) return number;
    const std::string_view name = to_.lang() == Lang::zh ? option.label : option.key;
    Diagnostic& d = n.is(NodeKind::scalar)
                        ? to_.add("field-value", Severity::error, at(node), {"“{}”不能是“{}”", "'{}' cannot be '{}'"},
                                  name, n.text())
                        : to_.add("field-type", Severity::error, at(node),
                                  {"“{}”这里应当是一个整数", "'{}' should be a whole number here"}, name);
    d.hint = say(to_.lang(), {"可以写 {} 至 {}：{}", "{} to {} will do: {}"}, option.least, option.most,
                 option.meaning.in(to_.lang()));
    located(d, option.key, n.text());
    return std::nullopt;
  }

  void located(Diagnostic& d, std::string_view key, std::string_view subject) const {
    d.field = path_ + '.' + std::string(key);
    d.subject = subject;
  }

  const Document& doc_;
  std::span<const Rule* const> rules_;
  Collector& to_;
  std::string path_;  ///< of the rule that is read
};

/// Whoever weakens a rule says why: that is what the next person asks.
void ask_reasons(const Rule& rule, const RuleSettings& settings, Collector& to) {
  const Grade usual = settings.all.grade == Grade::usual ? grade_of(rule.severity) : settings.all.grade;
  for (const RuleEntry& entry : settings.entries) {
    if (entry.grade == Grade::usual || entry.grade >= usual || !entry.reason.empty()) continue;
    Diagnostic& d = to.add("field-missing", Severity::error, entry.at,
                           {"{} 由{}改为{}，没有写理由", "{} goes from {} to {}, and no reason is given"}, rule.id,
                           grade_word(usual).in(to.lang()), grade_word(entry.grade).in(to.lang()));
    d.hint = say(to.lang(), {"写成 {}: {{severity: {}, reason: 为什么}}", "write {}: {{severity: {}, reason: why}}"},
                 rule.id, grade_word(entry.grade).en);
    d.field = "rules." + std::string(rule.id) + ".reason";
  }
}

/// What entries for everything say before any other is worked out once.
void fold(RuleSettings& settings) {
  std::size_t& next = settings.first_scoped;
  for (; next < settings.entries.size() && settings.entries[next].scope.everything(); ++next) {
    const RuleEntry& entry = settings.entries[next];
    if (entry.grade != Grade::usual) settings.all = {entry.grade, &entry};
    for (std::size_t i = 0; i < entry.options.size(); ++i) {
      if (entry.options[i]) settings.settings[i] = *entry.options[i];
    }
  }
}

}  // namespace

std::vector<RuleSettings> read_settings(const Catalog* catalog, const Preset* preset,
                                        std::span<const Rule* const> rules, Collector& findings) {
  std::vector<RuleSettings> all(rules.size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    for (const RuleOption& option : rules[i]->options) all[i].settings.push_back(option.usual);
    if (preset != nullptr) all[i].all.grade = preset->grade(*rules[i]);
  }
  if (catalog == nullptr || !catalog->config.rules.given()) return all;
  const Extra& written = catalog->config.rules;
  SettingsReader(*written.document, rules, findings).all(written.node, all);
  for (std::size_t i = 0; i < rules.size(); ++i) {
    ask_reasons(*rules[i], all[i], findings);
    fold(all[i]);
  }
  return all;
}

}  // namespace matter
