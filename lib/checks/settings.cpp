#include "checks/settings.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "diag/words.h"
#include "model/values.h"
#include "text/nearest.h"

namespace matter {

namespace {

class SettingsReader {
 public:
  SettingsReader(const Document& doc, std::span<const Rule* const> rules, Collector& findings)
      : doc_(doc), rules_(rules), to_(findings) {}

  void all(NodeId node, std::vector<Settings>& into) {
    if (!mapping(node, "rules")) return;
    for (const Entry entry : entries(doc_, node)) {
      const std::string_view id = doc_.node(entry.key).text();
      const auto at = std::find_if(rules_.begin(), rules_.end(), [&](const Rule* rule) { return rule->id == id; });
      if (at == rules_.end())
        no_rule(entry.key);
      else
        one(**at, entry.value, into[static_cast<std::size_t>(at - rules_.begin())]);
    }
  }

 private:
  [[nodiscard]] Location at(NodeId node) const { return {doc_.source, doc_.node(node).span}; }

  /// False where there is nothing to read in it, which is said unless nothing is written.
  bool mapping(NodeId node, const std::string& path) {
    const Node& n = doc_.node(node);
    if (n.is(NodeKind::mapping) || n.is(NodeKind::null)) return n.is(NodeKind::mapping);
    Diagnostic& d = to_.add("field-type", Severity::error, at(node),
                            {"“{}”这里应当是一组选项", "'{}' should be a group of options here"}, path);
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

  void one(const Rule& rule, NodeId node, Settings& into) {
    const std::string path = "rules." + std::string(rule.id);
    if (!mapping(node, path)) return;
    std::vector<NodeId> set(rule.options.size(), no_node);
    for (const Entry entry : entries(doc_, node)) {
      const std::string_view key = doc_.node(entry.key).text();
      const auto option = std::find_if(rule.options.begin(), rule.options.end(),
                                       [&](const RuleOption& o) { return o.key == key || o.label == key; });
      if (option == rule.options.end()) {
        no_option(rule, entry.key, path);
        continue;
      }
      const auto number = static_cast<std::size_t>(option - rule.options.begin());
      if (set[number] != no_node)
        twice(entry.key, set[number], path);
      else
        value(*option, entry.value, path, into[number]);
      set[number] = entry.key;
    }
  }

  void no_option(const Rule& rule, NodeId key, const std::string& path) {
    Diagnostic& d = unknown(key, path, {"这条规则没有选项“{}”", "the rule has no option '{}'"});
    if (rule.options.empty()) {
      d.hint = say(to_.lang(), {"{} 没有选项可设", "{} has no options"}, rule.id);
      return;
    }
    std::vector<std::string_view> names;
    for (const RuleOption& option : rule.options) names.insert(names.end(), {option.key, option.label});
    const std::string_view near = nearest(doc_.node(key).text(), names);
    d.hint = near.empty()
                 ? say(to_.lang(), {"它的选项见 matter explain {}", "`matter explain {}` lists its options"}, rule.id)
                 : say(to_.lang(), {"是不是“{}”？", "did you mean '{}'?"}, near);
  }

  void twice(NodeId key, NodeId first, const std::string& path) {
    Diagnostic& d = to_.add("yaml-duplicate-key", Severity::error, at(key), {"“{}”写了两次", "'{}' stands here twice"},
                            doc_.node(key).text());
    d.notes.push_back({say(to_.lang(), {"第一次在这里", "first here"}), at(first)});
    d.field = path;
    d.subject = doc_.node(key).text();
  }

  void value(const RuleOption& option, NodeId node, const std::string& path, std::int32_t& into) {
    const Node& n = doc_.node(node);
    const auto number = n.is(NodeKind::scalar) ? parse_count(n.text()) : std::nullopt;
    if (number && *number >= option.least && *number <= option.most) {
      into = *number;
      return;
    }
    const std::string_view name = to_.lang() == Lang::zh ? option.label : option.key;
    Diagnostic& d = n.is(NodeKind::scalar)
                        ? to_.add("field-value", Severity::error, at(node), {"“{}”不能是“{}”", "'{}' cannot be '{}'"},
                                  name, n.text())
                        : to_.add("field-type", Severity::error, at(node),
                                  {"“{}”这里应当是一个整数", "'{}' should be a whole number here"}, name);
    d.hint = say(to_.lang(), {"可以写 {} 至 {}：{}", "{} to {} will do: {}"}, option.least, option.most,
                 option.meaning.in(to_.lang()));
    d.field = path + '.' + std::string(option.key);
    d.subject = n.text();
  }

  const Document& doc_;
  std::span<const Rule* const> rules_;
  Collector& to_;
};

}  // namespace

std::vector<Settings> read_settings(const Catalog* catalog, std::span<const Rule* const> rules, Collector& findings) {
  std::vector<Settings> all(rules.size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    for (const RuleOption& option : rules[i]->options) all[i].push_back(option.usual);
  }
  if (catalog == nullptr || !catalog->config.rules.given()) return all;
  const Extra& written = catalog->config.rules;
  SettingsReader(*written.document, rules, findings).all(written.node, all);
  return all;
}

}  // namespace matter
