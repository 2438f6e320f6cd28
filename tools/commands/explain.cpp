#include <fmt/format.h>

#include <algorithm>

#include "checks/rule.h"
#include "doc/json_write.h"
#include "frame/invocation.h"
#include "frame/offered.h"
#include "frame/options.h"
#include "frame/result.h"
#include "frame/style.h"
#include "ops/known_rules.h"
#include "text/nearest.h"
#include "text/unicode.h"
#include "text/wrap.h"

namespace matter::cli::commands {
namespace {

constexpr Operand operands[] = {
    {.name = {"规则", "RULE"},
     .help = {"规则的编号，就是检查结果里方括号中的词", "ids of rules: the word in brackets of a finding"},
     .needed = false,
     .many = true,
     .offered = rule_ids},
};

constexpr Option all_option{.name = "all", .letter = 'a', .help = {"全部规则", "all rules"}};

constexpr const Option* options[] = {&all_option, &format_option, &output_option};

constexpr Example examples[] = {
    {"matter explain limit-promised-over-legal",
     {"为什么承诺时限不能超过法定时限。", "Why a promise may not exceed the law."}},
    {"matter explain --all", {"全部规则，每条一行。", "All rules, a line each."}},
    {"matter explain --all --format json --output rules.json",
     {"全部规则及其说明和例子，给别的程序用。", "All rules with their documentation, for other programs."}},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"已说明", "explained"}},
    {exit_code::unusable, {"没有这条规则，或没有说要哪一条", "there is no such rule, or none was named"}},
};

/// How the examples of rules begin what is the same in all of them.
constexpr std::string_view rest_mark = "# 其余要素";

struct FamilyWords {
  Families set;
  std::string_view en;
};

constexpr FamilyWords family_words[] = {
    {families::all, "all families"},
    {families::bundle, "一件事 (bundles)"},
    {families::on_application, "on application"},
    {families::powers, "administrative powers"},
    {families::powers_on_application, "powers on application"},
    {families::licence, "licences"},
};

std::string_view told(Families set, Lang lang) {
  if (lang == Lang::zh) return name(set);
  for (const FamilyWords& words : family_words) {
    if (words.set == set) return words.en;
  }
  return name(set);
}

std::string told(Severity severity, Lang lang) {
  switch (severity) {
    case Severity::error: return say(lang, {"错误", "error"});
    case Severity::warning: return say(lang, {"警告", "warning"});
    case Severity::info: return say(lang, {"提示", "info"});
  }
  return {};
}

std::string told(Scope scope, Lang lang) {
  switch (scope) {
    case Scope::file: return say(lang, {"看一个文件", "judged file by file"});
    case Scope::matter: return say(lang, {"看一个事项", "judged matter by matter"});
    case Scope::catalog: return say(lang, {"看全部事项", "judged across all matters"});
  }
  return {};
}

/// An example, indented. Examples are whole matters; where the rest is marked as such, it is left out.
std::string indented(std::string_view yaml) {
  std::string out;
  while (!yaml.empty()) {
    const std::size_t end = std::min(yaml.find('\n'), yaml.size());
    const std::string_view text = yaml.substr(0, end);
    if (!text.empty()) out += "    " + std::string(text);
    const bool rest = text.substr(0, rest_mark.size()) == rest_mark;
    out += rest ? " …\n" : "\n";
    if (rest) break;
    yaml.remove_prefix(std::min(end + 1, yaml.size()));
  }
  return out;
}

std::string section(const Bilingual& title, std::string_view text, const TextStyle& style) {
  if (text.empty()) return {};
  return '\n' + bold(title.in(style.lang), style.color) + '\n' + wrapped(text, 2) + '\n';
}

std::string sample(const Bilingual& title, std::string_view yaml, const TextStyle& style) {
  if (yaml.empty()) return {};
  return '\n' + bold(title.in(style.lang), style.color) + '\n' + indented(yaml);
}

/// What a catalog may set, and where it writes it.
std::string options_of(const Rule& rule, const TextStyle& style) {
  std::string text;
  for (const RuleOption& option : rule.options) {
    text +=
        wrapped(say(style.lang,
                    {"{}（{}）：{}。可以写 {} 至 {}，不写为 {}。", "{} ({}): {}. {} to {}; {} where nothing is set."},
                    option.key, option.label, option.meaning.in(style.lang), option.least, option.most, option.usual),
                2) +
        fmt::format("\n    rules: {{{}: {{{}: {}}}}}\n", rule.id, option.key,
                    option.usual == option.least ? option.most : option.least);
  }
  if (text.empty()) return {};
  return '\n' + bold(say(style.lang, {"选项（写在 catalog.yaml 里）", "Options (in catalog.yaml)"}), style.color) +
         '\n' + text;
}

std::string page(const Rule& rule, const TextStyle& style) {
  return say(style.lang, {"{}  （{}；{}；适用：{}）\n", "{}  ({}; {}; {})\n"}, bold(rule.id, style.color),
             told(rule.severity, style.lang), told(rule.scope, style.lang), told(rule.families, style.lang)) +
         wrapped(rule.summary.in(style.lang), 0) + '\n' + section({"为什么", "Why"}, rule.why.in(style.lang), style) +
         section({"依据", "Source"}, rule.source.in(style.lang), style) +
         sample({"错误的写法", "Wrong"}, rule.bad, style) + sample({"正确的写法", "Right"}, rule.good, style) +
         options_of(rule, style) +
         section({"在真实事项上读到的", "Read on published matters"}, rule.evidence.in(style.lang), style);
}

std::string line(const Rule& rule, Lang lang) {
  constexpr std::size_t text_column = 38;
  const std::string term = "  " + padded(rule.id, 28) + padded(told(rule.severity, lang), 8);
  return term + wrapped(rule.summary.in(lang), text_column).substr(display_width(term)) + '\n';
}

void write_options(JsonWriter& json, const Rule& rule, Lang lang) {
  json.key("options");
  json.begin_array();
  for (const RuleOption& option : rule.options) {
    json.begin_object();
    json.member("name", option.key);
    json.member("label", option.label);
    json.member("meaning", option.meaning.in(lang));
    json.member("default", option.usual);
    json.member("least", option.least);
    json.member("most", option.most);
    json.end_object();
  }
  json.end_array();
}

/// Whether an office wrote it.
std::string_view told_origin(const Rule& rule) { return rule.custom != nullptr ? "catalog" : "program"; }

std::string as_json(const std::vector<const Rule*>& rules, Lang lang) {
  JsonWriter json;
  json.begin_object();
  json.member("schema", "matter.rules/1");
  json.key("rules");
  json.begin_array();
  for (const Rule* rule : rules) {
    json.begin_object();
    json.member("id", rule->id);
    json.member("origin", told_origin(*rule));
    json.member("severity", name(rule->severity));
    json.member("scope", name(rule->scope));
    json.member("family", name(rule->families));
    json.member("summary", rule->summary.in(lang));
    json.member("why", rule->why.in(lang));
    json.member("source", rule->source.in(lang));
    json.member("bad", rule->bad);
    json.member("good", rule->good);
    write_options(json, *rule, lang);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

std::string as_text(const std::vector<const Rule*>& rules, bool brief, const TextStyle& style) {
  std::string text;
  if (brief) {
    for (const Rule* rule : rules) text += line(*rule, style.lang);
    return text;
  }
  for (const Rule* rule : rules) text += (text.empty() ? "" : "\n\n") + page(*rule, style);
  return text;
}

int unknown_rule(const Invocation& in, std::string_view id, const std::vector<const Rule*>& known) {
  std::vector<std::string_view> ids;
  ids.reserve(known.size());
  for (const Rule* rule : known) ids.push_back(rule->id);
  const std::string_view near = nearest(id, ids);
  if (near.empty()) return in.misuse({"没有规则“{}”", "there is no rule \"{}\""}, id);
  return in.misuse({"没有规则“{}”，是不是 {}？", "there is no rule \"{}\"; did you mean {}?"}, id, near);
}

int call(const Invocation& in) {
  const bool all = in.given.has(all_option);
  if (all != in.given.operands().empty()) {
    return in.misuse({"请给出规则的编号，或者用 --all", "name the rules, or say --all"});
  }
  const KnownRules known(".", in.lang);
  if (!known.mistakes().empty())
    in.warn(
        {"catalog.yaml 或自定规则有错，有的规则没有列出：matter validate 会指出在哪里",
         "catalog.yaml or rules of its own have mistakes, and rules are missing here: `matter validate` shows where"});
  std::vector<const Rule*> rules;
  for (const std::string& id : in.given.operands()) {
    const auto rule =
        std::find_if(known.rules().begin(), known.rules().end(), [&](const Rule* r) { return r->id == id; });
    if (rule == known.rules().end()) return unknown_rule(in, id, known.rules());
    rules.push_back(*rule);
  }
  if (all) rules = known.rules();
  return tell(in, {.forms = {[&](const TextStyle& style, const Sink& to) { to(as_text(rules, all, style)); },
                             [&](const Sink& to) { to(as_json(rules, in.lang)); }}});
}

}  // namespace

extern const Command explain_command;
const Command explain_command{
    .name = "explain",
    .summary = {"说明检查规则：为什么、依据、对错的例子", "Explain rules: why, by what law, right and wrong examples"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
