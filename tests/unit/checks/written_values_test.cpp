#include "checks/written_values.h"

#include <doctest/doctest.h>

#include <string>

#include "support/read_text.h"

using namespace matter;
using namespace matter::test;

namespace {

/// Path and text of each, items of lists with `*`, records and lists with what they hold.
std::string said(const Matter& m) {
  std::string all;
  const WrittenValues written(m);
  for (const WrittenValue& value : written.all()) {
    std::string one = to_text(*value.trail);
    if (value.item) one += "*";
    if (value.mark().none())
      one += "=无";
    else if (is_scalar(value.kind))
      one.append("=").append(value.scalar().text);
    all.append(all.empty() ? "" : "; ").append(one);
  }
  return all;
}

}  // namespace

TEST_CASE(
    "written values: every member that the matter says, in canonical order, with 无 and what cannot be understood") {
  const auto text = read_text(
      "type: 许可证\nname: 甲\nfees: 无\nmaterials: [{name: 申请表, originals: 1}, 身份证]\n"
      "clients: [自然人, 企业法人]\nlimits: {promised: 当场}\n");
  CHECK(said(text->matter()) ==
        "name=甲; type=许可证; clients; clients*=自然人; clients*=企业法人; materials; "
        "materials[申请表].name=申请表; materials[申请表].originals=1; materials[身份证].name=身份证; limits; "
        "limits.promised=当场; fees=无");
}

TEST_CASE("written values: nothing that stands in another file") {
  const auto text =
      read_text("{name: 甲, short_name: 乙, limits: {legal: 20 工作日, promised: 当场}, clients: [自然人]}");
  Matter bound = text->matter();
  const SourceId entry = bound.mark.source + 1;
  for (Mark* mark : {&bound.short_name.mark, &bound.limits.legal.mark, &bound.clients.mark}) mark->source = entry;
  CHECK(said(bound) == "name=甲; clients*=自然人; limits; limits.promised=当场");
  bound.limits.mark.source = entry;  // the record is the entry's, a value in it the matter's own
  CHECK(said(bound) == "name=甲; clients*=自然人; limits.promised=当场");
}
