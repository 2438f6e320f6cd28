#include "checks/places.h"
#include "checks/sample.h"
#include "model/named.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "clients: [企业法人]\nthemes: [生育收养]\n";
constexpr std::string_view good = "clients: [自然人, 企业法人]\nthemes: [生育收养, 准营准办]\n";

constexpr std::string_view needs[] = {"themes", "clients"};

enum class Audience : std::uint8_t { unknown, persons, legal };

/// What is said; else the one list that has the theme. Themes of both lists, and those of a catalog's own, say nothing.
Audience audience_of(const Theme& theme, const Vocabulary* words) {
  if (theme.audience.is("面向自然人")) return Audience::persons;
  if (theme.audience.is("面向法人")) return Audience::legal;
  const auto in = [&](std::string_view list) {
    return theme.name.given() && find_named(*named_list(list), theme.name.text, words) != nullptr;
  };
  const bool persons = in("person_theme");
  return persons == in("legal_theme") ? Audience::unknown : persons ? Audience::persons : Audience::legal;
}

struct Served {
  bool persons = false, legal = false;
};

Served served_by(const Matter& m) {
  Served served;
  for (const ::matter::Named& client : m.clients) {
    if (!client.given()) return {true, true};
    (client.is("自然人") ? served.persons : served.legal) = true;
  }
  return served;
}

void report(const Matter& m, const Theme& theme, std::uint32_t i, bool persons, RuleReport& out) {
  Diagnostic& d =
      out.add(own_place(m, theme.name), item_path("themes", &theme, i),
              {"主题“{}”面向{}，服务对象里没有", "the theme {} is for {}, whom the matter does not serve"},
              theme.name.text, (persons ? Bilingual{"自然人", "自然人"} : Bilingual{"法人", "法人"}).in(out.lang()));
  note_at(d, out.lang(), m.clients.at(), {"服务对象在这里", "whom it serves is said here"});
  d.hint = say(out.lang(), {"换成服务对象那一类的主题，或补服务对象",
                            "take a theme of those it serves, or add whom it serves to clients"});
  d.subject = theme.name.text;
}

void check(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  if (!m.themes.given() || !m.clients.given() || m.clients.empty() || !written_by(m, m.themes.mark)) return;
  const Vocabulary* const words = m.document != nullptr ? m.document->vocabulary : nullptr;
  const Served served = served_by(m);
  for (std::uint32_t i = 0; i < m.themes.count; ++i) {
    const Theme& theme = m.themes[i];
    const Audience audience = audience_of(theme, words);
    if (audience == Audience::persons && !served.persons) report(m, theme, i, true, out);
    if (audience == Audience::legal && !served.legal) report(m, theme, i, false, out);
  }
}

}  // namespace

extern const Rule theme_clients;
const Rule theme_clients{
    .id = "theme-clients",
    .severity = Severity::warning,
    .scope = Scope::matter,
    .families = families::on_application,
    .summary = {"主题分类面向的人不在服务对象里", "服务对象 and 主题分类 disagree"},
    .why = {"个人和企业各从各的主题进去找；分错了类，要办的人翻不到。",
            "Persons and enterprises look under themes of their own: under the wrong one nobody finds it."},
    .source = {"通行做法", "practice"},
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .needs = needs,
    .evidence = {"2026-11-23 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-23, 2,262 published matters: no finding, no false alarm"},
    .check = check,
};

}  // namespace matter::rules
