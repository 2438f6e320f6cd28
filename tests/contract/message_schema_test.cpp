#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <map>
#include <set>

#include "exchange/mapping.h"
#include "report/message_schema.h"
#include "support/exchange.h"
#include "support/judges.h"
#include "support/read_text.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter;
using namespace matter::test;

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path& schema_file() {
  static const fs::path file = in_repository("schemas/messages/fujian-hall-xml.xsd");
  return file;
}

/// Debian's libxml2-utils; scripts/setup installs it, CI must have it.
bool xmllint_or_say(const std::string& test) {
  if (run_in_shell("xmllint --version", ".", MATTER_PROGRAM).exit == 0) return true;
  if (std::getenv("CI") != nullptr) throw std::runtime_error("xmllint is not installed: scripts/setup");
  std::printf("SKIPPED %s: xmllint is not installed (scripts/setup)\n", test.c_str());
  return false;
}

/// Messages that xmllint refuses, by file relative to the folder: why.
std::map<std::string, std::string> refused(const fs::path& folder) {
  const ShellResult run = run_in_shell("find . -name '*.xml' -exec xmllint --noout --schema '" +
                                           schema_file().string() + "' {} + 2>&1 | grep -v ' validates$'",
                                       folder, MATTER_PROGRAM);
  std::map<std::string, std::string> found;
  std::string why;
  for (const std::string& line : lines_of(run.out)) {
    constexpr std::string_view verdict = " fails to validate";
    if (!line.ends_with(verdict)) {
      why += line.substr(line.find(": element") == std::string::npos ? 0 : line.find(": element")) + "\n";
      continue;
    }
    found[line.substr(2, line.size() - 2 - verdict.size())] = std::exchange(why, {});
  }
  CHECK_MESSAGE(why.empty(), why);
  return found;
}

/// Identities of matters of which the export told that something required is missing or was not understood.
std::set<std::string> told_faulty(const fs::path& out) {
  std::set<std::string> matters;
  const json whole = json::parse(whole_file(out / "losses.json"));
  for (const json& loss : whole["losses"]) {
    const std::string why = loss["why"];
    if (why == "required-empty" || why == "not-carried" || why == "not-understood") matters.insert(loss["matter"]);
  }
  return matters;
}

std::size_t count_of_messages(const fs::path& folder) {
  std::size_t count = 0;
  for (const auto& file : texts_in(folder)) count += file.first.ends_with(".xml") ? 1U : 0U;
  return count;
}

/// A message of the samples that says most, to be spoilt.
std::string full_message(const fs::path& out) {
  std::string best;
  for (const auto& [name, text] : texts_in(out)) {
    if (name.ends_with(".xml") && text.size() > best.size()) best = text;
  }
  return best;
}

}  // namespace

TEST_CASE("message schema: the file of schemas/messages is what the program writes (scripts/schemas renews it)") {
  Sources sources;
  Collector findings(Lang::en);
  const auto mapping = load_mapping("fujian-hall-xml", sources, findings);
  REQUIRE(mapping != nullptr);
  CHECK(whole_file(schema_file()) == message_schema(*mapping));
}

TEST_CASE("message schema: xmllint takes every message of the samples but those told to lack what is required") {
  if (!xmllint_or_say("judging the samples' messages")) return;
  const TemporaryFolder folder;
  for (const std::string catalog : {"five-levels", "claiming", "internal"}) {
    CAPTURE(catalog);
    const fs::path out = folder.path() / catalog;
    const ExportResult exported = export_to(in_repository("catalogs/" + catalog), "fujian-hall-xml", out);
    REQUIRE(exported.written);
    if (exported.exported == 0) continue;
    CHECK(count_of_messages(out) == exported.exported);
    const auto wrong = refused(out);
    for (const auto& one : wrong)
      CHECK_MESSAGE(one.second.find("CurState") != std::string::npos, one.first, one.second);
    CHECK(wrong.size() == told_faulty(out).size());
  }
}

TEST_CASE("message schema: xmllint refuses a wrong message") {
  if (!xmllint_or_say("refusing wrong messages")) return;
  const TemporaryFolder folder;
  REQUIRE(export_to(in_repository("catalogs/five-levels/city"), "fujian-hall-xml", folder.path() / "out").written);
  const std::string good = full_message(folder.path() / "out");
  const std::pair<std::string, std::string> spoilt[] = {
      {"<ServiceName>", "<servicename>x</servicename><ServiceName>"},  // no such element
      {"<AddTypeGf>", "<AddTypeGf>x"},                                 // no such code
      {"<PromiseDay>", "<PromiseDay>about "},                          // no number
      {"<LawLimit>", "<LawLimit>-1"},                                  // −1 alone stands for none
      {"</Attrs>", "</Attrs><Attrs/>"},                                // twice
      {"<Attr>", "<Attr><AttrName>x</AttrName></Attr><Attr><x/>"},     // an item that holds something else
      {"<Infoprojid>", "<DeptName>x</DeptName><Infoprojid>"},          // out of order
      {"<ChargeFlag>", "<ChargeFlag>yes"},                             // another word
      {"<Foruser>", "<Foruser>8,"},                                    // one of several codes is none
      {"<ContactPhone>", "<ContactPhone/><x>"},                        // not even XML
      {"</Body>", "<Body/></Body>"},                                   // what stands at the wrong depth
  };
  std::size_t number = 0;
  for (const auto& one_way : spoilt) {
    const std::string& from = one_way.first;
    const std::string& to = one_way.second;
    std::string text = good;
    const std::size_t at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    text.replace(at, from.size(), to);
    const fs::path one = folder.path() / ("wrong" + std::to_string(number++));
    write_file(one / "m.xml", text);
    const ShellResult run =
        run_in_shell("xmllint --noout --schema '" + schema_file().string() + "' m.xml", one, MATTER_PROGRAM);
    CHECK_MESSAGE(run.exit != 0, to);
  }
  write_file(folder.path() / "right/m.xml", good);
  CHECK(refused(folder.path() / "right").empty());
}

TEST_CASE("message schema: xmllint takes the messages of all published matters") {
  const auto shared = shared_data_or_say("judging the messages of the published matters");
  if (!shared || !xmllint_or_say("judging the messages of the published matters")) return;
  const TemporaryFolder folder;
  const fs::path catalog = folder.path() / "catalog";
  const fs::path out = folder.path() / "out";
  REQUIRE(import_from(*shared / "data/guangdong_2021/policy.jsonl", "gd-hall-2021", catalog).written);
  const ExportResult exported = export_to(catalog, "fujian-hall-xml", out);
  REQUIRE(exported.written);
  CHECK(exported.exported == 2262);
  CHECK(count_of_messages(out) == 2262);
  const auto wrong = refused(out);
  CHECK(wrong.size() == told_faulty(out).size());
  for (const auto& one : wrong) MESSAGE(one.first, one.second);
}
