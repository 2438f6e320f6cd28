#include "checks/suppressions.h"

#include <doctest/doctest.h>

#include <string>

#include "checks/covered.h"
#include "doc/yaml.h"
#include "support/check.h"

using namespace matter;
using namespace matter::test;

namespace {

/// What the n-th comment covers.
std::string covered(std::string_view text, std::size_t comment = 0) {
  Document document;
  Collector findings(Lang::en);
  REQUIRE(read_yaml(text, 0, document, findings) == YamlOutcome::read);
  REQUIRE(document.comments.size() > comment);
  return std::string(slice(text, covered_by(document, document.comments[comment])));
}

std::vector<std::string> said(const std::string& text, Lang lang = Lang::en) {
  Checkable catalog;
  catalog.matters = text;
  catalog.lang = lang;
  std::vector<std::string> all;
  for (const Diagnostic& d : check(catalog)) all.push_back(std::string(d.rule) + ": " + d.message);
  return all;
}

using Said = std::vector<std::string>;

std::string same(const std::string& comment) {
  return sample_with("contacts: {consult: 0592-0000001, complain: 0592-0000001}" +
                     (comment.empty() ? std::string() : "  # " + comment) + "\n");
}

const Said unhidden{"contact-same: both contacts are 0592-0000001"};

}  // namespace

TEST_CASE("suppressions: a comment covers what begins first on its line, or after it") {
  CHECK(covered("a: 1\nb: {c: 2}  # x\nd: 3\n") == "b: {c: 2}");
  CHECK(covered("a: 1\n# x\nb:\n  c: 2\nd: 3\n") == "b:\n  c: 2");
  CHECK(covered("a:\n  - b: 1  # x\n    c: 2\n  - b: 3\n") == "b: 1  # x\n    c: 2");
  CHECK(covered("a:\n  - b: 1\n    c: 2  # x\n  - b: 3\n") == "c: 2");
  CHECK(covered("a:\n  - b: 1\n  # x\n  - b: 3\n    c: 4\n") == "b: 3\n    c: 4");
  CHECK(covered("a:  # x\n  - b\n  - c\nd: 1\n") == "a:  # x\n  - b\n  - c");
  CHECK(covered("a:\n  - b\n  # x\nd: 1\n") == "d: 1");
  CHECK(covered("a: {\n  b: 1,\n  c: 2\n  }  # x\n") == "a: {\n  b: 1,\n  c: 2\n  }");
  CHECK(covered("a: 1\n# x\n").empty());
}

TEST_CASE("suppressions: at the top of a document a comment covers the matter") {
  CHECK(covered("# x\na: 1\nb: 2\n") == "a: 1\nb: 2");
  CHECK(covered("# other\n\n# x\na: 1\nb: 2\n", 1) == "a: 1\nb: 2");
  CHECK(covered("a: 1\n---\n# x\nb: 2\nc: 3\n") == "b: 2\nc: 3");
  CHECK(covered("# x\n---\na: 1\nb: 2\n") == "a: 1\nb: 2");
  CHECK(covered("a: 1\n# x\n---\nb: 2\n").empty());
  CHECK(covered("# x\n- a: 1\n  b: 2\n- a: 3\n") == "a: 1\n  b: 2");
}

TEST_CASE("suppressions: a comment with a reason hides findings of its rules, in both languages") {
  CHECK(said(same("")).size() == 1);
  for (const std::string_view comment :
       {"matter: ignore contact-same 只有一部电话", "matter: 忽略 contact-same 只有一部电话",
        "matter: ignore contact-same one telephone until 2027-01-01",
        "matter: ignore contact-same 只有一部电话 [至 2027-01-01]", "matter: ignore contact-same 甲（至 2026-01-31）",
        "matter：ignore contact-same 甲 至2027-01-01", "matter:ignore contact-same 甲"}) {
    CAPTURE(std::string(comment));
    CHECK(said(same(std::string(comment))) == Said{});
  }
  CHECK(said("# matter: ignore contact-same 全局只有一部电话\n" + same("")) == Said{});
}

TEST_CASE("suppressions: several rules stand with commas, and each must be of use") {
  const std::string both = sample_with(
      "contacts: {consult: 0592-00001, complain: 0592-00001}  # matter: ignore contact-same, contact-phone 示例\n");
  CHECK(said(both) == Said{});
  CHECK(said(same("matter: ignore contact-same，contact-phone 示例")) ==
        Said{"suppression-unused: nothing of contact-phone is found here to be ignored"});
}

TEST_CASE("suppressions: what is wrong with a comment is told") {
  const auto with = [](const std::string& comment) {
    Said all = said(same(comment));
    std::erase_if(all, [](const std::string& line) { return line.starts_with("contact-same"); });
    return all;
  };
  CHECK(with("matter: ignore contact-same") == Said{"suppression-unused: no reason is given"});
  CHECK(with("matter: ignore contact-same 至 2027-01-01") == Said{"suppression-unused: no reason is given"});
  CHECK(with("matter: ignore contact-same 甲 至 2026-01-30") ==
        Said{"suppression-unused: ignoring contact-same ended on 2026-01-30"});
  CHECK(said(same("matter: ignore contact-same 甲 至 2026-01-30")).size() == 2);
  CHECK(with("matter: ignore contact-same 甲 至 2027-13-01") ==
        Said{"suppression-unused: the day it ends cannot be read: it holds for ever"});
  CHECK(with("matter: ignore contact-sme 甲") == Said{"suppression-unused: there is no rule 'contact-sme'"});
  CHECK(with("matter: ignore 甲") == Said{"suppression-unused: no rule is named"});
  CHECK(with("matter: ignoer contact-same 甲") == Said{"suppression-unused: the comment does nothing"});
  CHECK(with("matter: ignore yaml-syntax 甲") == Said{"suppression-unused: yaml-syntax cannot be ignored"});
  CHECK(with("matter: see above") == Said{});
  CHECK(with("about this matter: ignore contact-same 甲") == Said{});
}

TEST_CASE("suppressions: findings across matters are hidden where they stand") {
  const std::string twice = sample_with("") + "---\n" + sample_with("");
  const Said open = said(twice);
  REQUIRE_FALSE(open.empty());
  const std::string top = "# matter: ignore code-duplicate 示例\n";
  CHECK(said(top + sample_with("") + "---\n" + top + sample_with("")).size() <= 1);  // one of them may say all
  CHECK(said(top + sample_with("")) ==
        Said{"suppression-unused: nothing of code-duplicate is found here to be ignored"});
}

TEST_CASE("suppressions: a rule that was not run is not called unused") {
  Checkable catalog;
  catalog.matters =
      sample_with("contacts: {consult: 0592-0000001, complain: 0592-0000002}  # matter: ignore contact-same 甲\n");
  CHECK(check(catalog).size() == 1);
  catalog.config = "format: 1\nname: 示例\nrules: {contact-same: {severity: off, reason: 示例}}\n";
  CHECK(check(catalog).empty());
}
