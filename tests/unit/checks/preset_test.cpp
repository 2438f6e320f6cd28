#include "checks/preset.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "checks/settings.h"
#include "ops/validate.h"
#include "support/check.h"
#include "support/tree.h"

using namespace matter;
using namespace matter::test;

namespace {

std::shared_ptr<const Preset> read(const std::string& text, Collector& findings) {
  Sources sources;
  return read_preset(sources.add_text(SourceKind::memory, "p.yaml", text), sources, all_rules(), findings);
}

Diagnostic only_mistake(const std::string& text) {
  Collector findings(Lang::en);
  CHECK_FALSE(read(text, findings));
  REQUIRE(findings.found().size() == 1);
  return findings.found()[0];
}

ValidateResult checked(const std::string& config, const std::string& matters, const std::string& preset = {}) {
  const Tree tree;
  tree.add("catalog.yaml", config);
  tree.add("a.yaml", matters);
  if (!preset.empty()) tree.add(".matter/preset.yaml", preset);
  RunOptions options;
  options.today = {2026, 1, 31};
  Sources sources;
  return validate({tree.path()}, options, sources);
}

}  // namespace

TEST_CASE("preset: those that are compiled in are without a mistake") {
  CHECK(known_presets() == std::vector<std::string_view>{"core", "recommended", "strict"});
  for (const std::string_view id : known_presets()) {
    CAPTURE(std::string(id));
    Collector findings(Lang::en);
    Sources sources;
    Catalog catalog;
    catalog.config.preset.text = id;
    catalog.config.preset.mark.state = State::given;
    const auto preset = preset_of(&catalog, sources, all_rules(), findings);
    CHECK(findings.found().empty());
    REQUIRE(preset);
    CHECK(preset->id == id);
    CHECK_FALSE(preset->label.empty());
  }
}

TEST_CASE("preset: strict is never more lenient than the rules themselves, core never asks more") {
  Sources sources;
  Collector findings(Lang::en);
  Catalog catalog;
  catalog.config.preset.mark.state = State::given;
  const auto rank = [](Severity s) { return static_cast<int>(s); };
  catalog.config.preset.text = "strict";
  const auto strict = preset_of(&catalog, sources, all_rules(), findings);
  catalog.config.preset.text = "core";
  const auto core = preset_of(&catalog, sources, all_rules(), findings);
  REQUIRE((strict && core));
  for (const Rule* rule : all_rules()) {
    CAPTURE(std::string(rule->id));
    const auto strictly = severity_of(strict->grade(*rule), rule->severity);
    REQUIRE(strictly);
    CHECK(rank(*strictly) >= rank(rule->severity));
    const auto leniently = severity_of(core->grade(*rule), rule->severity);
    if (leniently) CHECK(rank(*leniently) <= rank(rule->severity));
  }
}

TEST_CASE("preset: the mistakes of a file are findings at their place") {
  const std::string head = "format: 1\nid: x\n";
  CHECK(only_mistake(head + "rules: {contact-sme: off}\n").hint == "did you mean 'contact-same'?");
  CHECK(only_mistake(head + "rules: {contact-same: of}\n").message == "'of' is no grade");
  CHECK(only_mistake(head + "rules: {yaml-syntax: off}\n").rule == "field-value");
  CHECK(only_mistake(head + "rules: [contact-same]\n").rule == "field-type");
  CHECK(only_mistake(head + "others: warning\n").hint == "one of: off");
  CHECK(only_mistake("format: 2\nid: x\n").message == "there is no format 2 of presets; this program knows 1");
  CHECK(only_mistake("id: x\n").message == "the preset does not say 'format'");
  CHECK(only_mistake(head + "rulez: {}\n").hint == "did you mean 'rules'?");
}

TEST_CASE("preset: a catalog names one, or a file of its own, and a name that is none is a finding") {
  const std::string same = sample_with("contacts: {consult: 0592-0000001, complain: 0592-0000001}\n");
  const std::string config = "format: 1\nname: 示例\n";
  CHECK(checked(config, same).warnings == 1);
  CHECK(checked(config + "preset: recommended\n", same).warnings == 1);
  CHECK(checked(config + "preset: strict\n", same).errors == 1);
  const ValidateResult core = checked(config + "preset: core\n", same);
  CHECK(core.findings.empty());
  CHECK(std::any_of(core.not_checked.begin(), core.not_checked.end(), [](const NotChecked& row) {
    return row.what == "contact-same" && row.reason == "not in the preset core" && row.count == 1;
  }));
  const ValidateResult own =
      checked(config + "preset: .matter/preset.yaml\n", same, "format: 1\nid: ours\nrules: {contact-same: info}\n");
  CHECK(own.infos == 1);
  CHECK(own.warnings == 0);
  const ValidateResult none = checked(config + "preset: strickt\n", same);
  REQUIRE(none.errors == 1);
  CHECK(none.findings[0].hint == "did you mean 'strict'?");
  CHECK(none.warnings == 1);
}
