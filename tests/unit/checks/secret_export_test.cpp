#include <doctest/doctest.h>

#include <string>

#include "exchange/redact.h"
#include "model/written_path.h"
#include "support/check.h"

using namespace matter;
using namespace matter::test;

namespace {

/// The fields of the findings of secret-export in a catalog that goes to these platforms.
std::string fields(const std::string& platforms, std::string_view fragment) {
  Checkable catalog;
  catalog.matters = sample_with(fragment);
  catalog.config = "format: 1\nplatforms: [" + platforms + "]\n";
  std::string all;
  for (const Diagnostic& d : of_rule("secret-export", catalog)) all += d.field + ";";
  return all;
}

}  // namespace

TEST_CASE("secret-export: a secret or unpublished matter of a catalog that goes to a public platform") {
  CHECK(fields("national-exchange", "publicity: 涉密\n") == "publicity;");
  CHECK(fields("json, national-exchange", "publicity: 不公开\n") == "publicity;");
  CHECK(fields("json", "publicity: 涉密\n").empty());
  CHECK(fields("", "publicity: 涉密\n").empty());
  CHECK(fields("national-exchange", "publicity: 公开\n").empty());
}

TEST_CASE("secret-export: a secret field that is written there, until its day") {
  CHECK(fields("national-exchange", "withheld: [{field: conditions, publicity: 涉密}]\n") == "withheld[conditions];");
  CHECK(fields("national-exchange", "withheld: [{field: 申请条件, publicity: 涉密}]\n") == "withheld[申请条件];");
  CHECK(fields("national-exchange", "withheld: [{field: review, publicity: 涉密}]\n").empty());  // says nothing
  CHECK(fields("national-exchange", "withheld: [{field: conditions, publicity: 涉密, until: 2026-01-30}]\n").empty());
  CHECK(fields("national-exchange", "withheld: [conditions]\n").empty());  // an export leaves it out
}

TEST_CASE("secret-export: a field that there is none of, on any platform") {
  CHECK(fields("", "withheld: [contacts.persn]\n") == "withheld[contacts.persn];");
  CHECK(fields("", "withheld: [{field: contacts.persn, publicity: 公开}]\n").empty());
}

TEST_CASE("secret-export: situations that are withheld, and named by what is for them") {
  const std::string named =
      "situations: [单位经营, 个人经营]\nmaterials: [{name: 申请表, kind: 原件, originals: 1}, {name: 章程, for: "
      "[单位经营]}]\n";
  CHECK(fields("national-exchange", named + "withheld: [situations]\n") == "materials[章程].for;");
  CHECK(fields("national-exchange", named + "withheld: [办理情形.情形名称]\n") == "materials[章程].for;");
  CHECK(fields("national-exchange", named + "withheld: [situations, materials[].for]\n").empty());
  CHECK(fields("national-exchange", named + "withheld: [situations, 申请材料]\n").empty());
  CHECK(fields("json", named + "withheld: [situations]\n").empty());  // internal
  CHECK(fields("national-exchange", named + "withheld: [{field: situations, publicity: 公开}]\n").empty());
}

TEST_CASE("written paths: keys and labels in any mixture") {
  const auto text = [](std::string_view written) {
    const auto path = resolve_written_path(written);
    return path ? to_text(*path) : std::string("none");
  };
  CHECK(text("contacts.consult") == "contacts.consult");
  CHECK(text("咨询与监督投诉.consult") == text("contacts.咨询方式"));
  CHECK(text("materials[].name") == "materials[].name");
  CHECK(text("申请材料.材料名称") == "materials[].name");
  CHECK(text("contacts[].consult") == "none");
  CHECK(text("contacts.consult.x") == "none");
  CHECK(text("") == "none");
  CHECK(nearest_written_path("contacts.consul") == "contacts.consult");
  CHECK(nearest_written_path("xyz").empty());
}
