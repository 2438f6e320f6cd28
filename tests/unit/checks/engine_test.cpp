#include "checks/engine.h"

#include <doctest/doctest.h>

#include "support/read_text.h"

using namespace matter;
using matter::test::read_text;

namespace {

void complain(const MatterView& view, RuleReport& report) { report.add(view.matter.name.at(), "name", {"坏", "bad"}); }
void remember(const MatterView& view, FactWriter& to) {
  if (view.matter.name.given()) to.text(view.matter.name.text);
}
void count_them(const CatalogView& view, CatalogReport& report) {
  for (const RuleFacts::Record& r : view.own.records) {
    FactReader reader = view.own.reader(r);
    report.add(r.matter, view.facts.matters[r.matter].at, "name", {"{}", "{}"}, std::string(reader.text()));
  }
  if (!view.complete) report.add(0, {}, "", {"不全", "incomplete"});
}

constexpr std::string_view needs_fees[] = {"fees"};

Rule rule(std::string_view id) {
  Rule r;
  r.id = id;
  r.families = families::all;
  return r;
}

const Rule everywhere = [] {
  Rule r = rule("a-everywhere");
  r.check = complain;
  return r;
}();
const Rule for_licences = [] {
  Rule r = rule("b-licence");
  r.families = families::licence;
  r.severity = Severity::warning;
  r.check = complain;
  return r;
}();
const Rule with_needs = [] {
  Rule r = rule("c-needs");
  r.needs = needs_fees;
  r.check = complain;
  return r;
}();
const Rule across = [] {
  Rule r = rule("d-across");
  r.scope = Scope::catalog;
  r.collect = remember;
  r.judge = count_them;
  return r;
}();
const Rule* const rules[] = {&everywhere, &for_licences, &with_needs, &across};

std::vector<std::string> ids(const Collector& findings) {
  std::vector<std::string> out;
  for (const Diagnostic& d : findings.found()) out.emplace_back(d.rule);
  return out;
}
using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("engine: rules run on the families they are made for, findings carry identity and severity") {
  const auto text = read_text("- {name: a, type: 行政许可}\n- {name: b, type: 公共服务}\n- {name: c}\n");
  const CatalogContext context;
  Collector no_mistakes(Lang::en);
  const CheckPlan plan(context, no_mistakes, rules);
  Facts facts = plan.make_facts();
  Ids found[3];
  for (std::size_t i = 0; i < 3; ++i) {
    Collector findings(Lang::en);
    plan.check({text->matter(i), context, "id", false}, findings, facts);
    found[i] = ids(findings);
    for (const Diagnostic& d : findings.found()) {
      CHECK(d.matter == "id");
      CHECK(d.severity == (d.rule == "b-licence" ? Severity::warning : Severity::error));
    }
  }
  CHECK(found[0] == Ids{"a-everywhere", "b-licence", "c-needs"});
  CHECK(found[1] == Ids{"a-everywhere", "c-needs"});
  CHECK(found[2] == Ids{"a-everywhere", "c-needs"});
}

TEST_CASE("engine: a rule that needs what the source never carries is skipped, and says which field") {
  Catalog catalog;
  Text fees;
  fees.mark.state = State::given;
  fees.text = "fees";
  catalog.config.not_carried.mark.state = State::given;
  catalog.config.not_carried.data = &fees;
  catalog.config.not_carried.count = 1;
  CatalogContext context;
  context.catalog = &catalog;
  Collector no_mistakes(Lang::en);
  const CheckPlan plan(context, no_mistakes, rules);
  REQUIRE(plan.skipped().size() == 1);
  CHECK(plan.skipped()[0].rule == &with_needs);
  CHECK(plan.skipped()[0].path == "fees");
  const auto text = read_text("{name: a}");
  Facts facts = plan.make_facts();
  Collector findings(Lang::en);
  plan.check({text->matter(), context, "id", false}, findings, facts);
  CHECK(ids(findings) == Ids{"a-everywhere"});
}

TEST_CASE("engine: of two fields of which one is enough, a rule is skipped where neither is carried") {
  constexpr std::string_view either[] = {"fees|process"};
  Rule asks = rule("b-either");
  asks.check = complain;
  asks.needs = either;
  const Rule* const asking[] = {&asks};
  Text paths[2];
  for (Text& path : paths) path.mark.state = State::given;
  paths[0].text = "process";
  paths[1].text = "fees";
  Catalog catalog;
  catalog.config.not_carried.mark.state = State::given;
  catalog.config.not_carried.data = paths;
  CatalogContext context;
  context.catalog = &catalog;
  Collector no_mistakes(Lang::en);
  catalog.config.not_carried.count = 1;
  CHECK(CheckPlan(context, no_mistakes, asking).skipped().empty());
  catalog.config.not_carried.count = 2;
  const CheckPlan neither(context, no_mistakes, asking);
  REQUIRE(neither.skipped().size() == 1);
  CHECK(neither.skipped()[0].path == "fees");
}

TEST_CASE("engine: facts of all matters reach the judge, with the matter they are of") {
  const auto text = read_text("- {name: a}\n- {code: x}\n- {name: c}\n");
  const CatalogContext context;
  Collector no_mistakes(Lang::en);
  const CheckPlan plan(context, no_mistakes, rules);
  Facts facts = plan.make_facts();
  Collector unheard(Lang::en);
  plan.check({text->matter(0), context, "first", false}, unheard, facts);
  plan.check({text->matter(1), context, "second", false}, unheard, facts);
  plan.check({text->matter(2), context, "third", true}, unheard, facts);
  REQUIRE(facts.matters.size() == 3);
  CHECK(facts.matters[2].standard);
  CHECK(facts.of("d-across")->records.size() == 2);

  Collector findings(Lang::en);
  judge(facts, {}, text->sources, true, findings, rules);
  REQUIRE(findings.found().size() == 2);
  CHECK(findings.found()[1].message == "c");
  CHECK(findings.found()[1].matter == "third");
  Collector partly(Lang::en);
  judge(facts, {}, text->sources, false, partly, rules);
  CHECK(partly.found().back().message == "incomplete");
}

TEST_CASE("engine: a document that is no matter is not asked what it lacks") {
  const auto text = read_text("- just words\n");
  const CatalogContext context;
  Rule type = rule("field-type");
  type.check = complain;
  const Rule* const with_type[] = {&everywhere, &type, &across};
  Collector no_mistakes(Lang::en);
  const CheckPlan plan(context, no_mistakes, with_type);
  Facts facts = plan.make_facts();
  Collector findings(Lang::en);
  plan.check({text->matter(), context, "id", false}, findings, facts);
  CHECK(ids(findings) == Ids{"field-type"});
  CHECK(facts.matters.empty());
}

TEST_CASE("engine: counts of matters by family add up") {
  CheckTally a;
  a.count(0, Family::licence);
  CheckTally b;
  b.count(2, Family::public_service);
  b.count(0, Family::licence);
  a.add(b);
  REQUIRE(a.catalogs.size() == 3);
  CHECK(a.catalogs[0][static_cast<std::size_t>(Family::licence)] == 2);
  CHECK(a.catalogs[2][static_cast<std::size_t>(Family::public_service)] == 1);
}
