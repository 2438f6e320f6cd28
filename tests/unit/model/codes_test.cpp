#include "model/codes.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace matter;

TEST_CASE("codes: published credit codes with right check digits pass") {
  for (const char* code : {"11350200004173494J", "11350200004155341D", "1135020000413900XC"}) {
    CAPTURE(code);
    const UscCheck check = check_usc(code);
    CHECK(check.shape);
    CHECK(check.check);
    CHECK(check.organisation);
  }
}

TEST_CASE("codes: a credit code of the right shape with both checks wrong names the right digits") {
  const UscCheck check = check_usc("11350200004138069X");
  CHECK(check.shape);
  CHECK_FALSE(check.check);
  CHECK_FALSE(check.organisation);
  CHECK(check.expected_check != 'X');
  CHECK(check.expected_organisation != '9');
}

TEST_CASE("codes: a credit code of zeros has the check digit zero, although the sum is a multiple of 31") {
  const UscCheck check = check_usc("000000000000000000");
  CHECK(check.check);
  CHECK(check.organisation);
}

TEST_CASE("codes: characters outside the alphabet and wrong lengths are told with their place") {
  CHECK(check_usc("1135020000417349I4").bad_at == 16);  // no I, O, S, V, Z
  CHECK(check_usc("O1350200004173494J").bad_at == 0);
  CHECK_FALSE(check_usc("11350200004173494j").shape);
  CHECK(check_usc("11350200004173494").bad_at == 17);
  CHECK(check_usc("11350200004173494JJ").bad_at == 18);
  CHECK_FALSE(check_usc("").shape);
}

TEST_CASE("codes: any seventeen characters pass once their check digits are corrected, and no other digit does") {
  const std::string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  std::mt19937 random(20210114);
  for (int round = 0; round < 2000; ++round) {
    std::string code;
    for (int i = 0; i < 18; ++i) code += alphabet[random() % alphabet.size()];
    code[16] = check_usc(code).expected_organisation;
    code[17] = check_usc(code).expected_check;
    CAPTURE(code);
    const UscCheck right = check_usc(code);
    REQUIRE(right.shape);
    REQUIRE(right.check);
    REQUIRE(right.organisation);
    std::string slip = code;
    const std::size_t at = random() % 17;
    slip[at] = alphabet[(alphabet.find(slip[at]) + 1 + random() % 30) % 31];
    REQUIRE_FALSE(check_usc(slip).check);  // weights and 31 are coprime: every single slip is caught
  }
}

TEST_CASE("codes: temporary agency codes are known") {
  CHECK(is_temporary_agency_code("TE350212004173494J"));
  CHECK(is_temporary_agency_code("TE440000GD030003VV"));
  CHECK_FALSE(is_temporary_agency_code("11350200004173494J"));
  CHECK_FALSE(is_temporary_agency_code("TE35021200417349"));
}

TEST_CASE("codes: a basic code has digits, and letters in its last eight only") {
  const auto code = parse_basic_code("440101007000");
  REQUIRE(code);
  CHECK(code->area == "44");
  CHECK(code->type == "01");
  CHECK(code->main == "01007");
  CHECK(code->sub == "000");
  CHECK(is_main_item(*code));
  CHECK(parse_basic_code("44211105N003"));
  CHECK(is_main_item(*parse_basic_code("44010200200Y")));
  CHECK_FALSE(is_main_item(*parse_basic_code("44211105N003")));
  for (const char* wrong : {"", "44010100700", "4401010070000", "4A0101007000", "44010100700y", "44010100 000"}) {
    CAPTURE(wrong);
    CHECK_FALSE(parse_basic_code(wrong));
  }
}

TEST_CASE("codes: published implementing and handling codes are taken apart") {
  const auto implementing = parse_implementing_code("11440000006939756B2440101007000");
  REQUIRE(implementing);
  CHECK(implementing->agency == "11440000006939756B");
  CHECK(implementing->level == "2");
  CHECK(implementing->basic == "440101007000");
  CHECK(implementing->handling.empty());
  const auto handling = parse_implementing_code("11310000MB2F30661Y231200356400001");
  REQUIRE(handling);
  CHECK(handling->basic == "312003564000");
  CHECK(handling->handling == "01");
  CHECK_FALSE(parse_implementing_code("11440000006939756B244010100700"));
  CHECK_FALSE(parse_implementing_code("11440000006939756B7440101007000"));
  CHECK_FALSE(parse_implementing_code("11440000006939756B24401010070000A"));
  CHECK(parse_implementing_code("TE440000GD030003VV2440101007000"));
}

TEST_CASE("codes: the older forms have 10 or 24 characters") {
  CHECK(is_legacy_code("0100012000"));
  CHECK(is_legacy_code("440000000001XK0010010000"));
  CHECK_FALSE(is_legacy_code("440101007000"));
  CHECK_FALSE(is_legacy_code("示例编码"));
}

TEST_CASE("codes: a binding names an entry and a version") {
  const auto reference = parse_standard_reference("00019900100001@3");
  REQUIRE(reference);
  CHECK(reference->code == "00019900100001");
  CHECK(reference->version == 3);
  CHECK(parse_standard_reference("00019900100001")->version == std::nullopt);
  for (const char* wrong :
       {"", "@3", "0001@", "0001@0", "0001@x", "0001@3x", "0001@-1", "0001@99999999999", "00 01@1"}) {
    CAPTURE(wrong);
    CHECK_FALSE(parse_standard_reference(wrong));
  }
}
