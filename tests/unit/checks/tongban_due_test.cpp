#include <doctest/doctest.h>

#include "support/check.h"

using namespace matter;
using namespace matter::test;

namespace {

/// What tongban-due says of the sample with these lists of 通办, held against these tasks on 2026-01-31.
std::string said(std::string_view tongban, std::string_view tasks) {
  Checkable catalog;
  catalog.matters = sample_with(tongban);
  catalog.tasks = "format: 1\nlist: 跨省通办\ntasks: [" + std::string(tasks) + "]\n";
  std::string text;
  for (const Diagnostic& d : of_rule("tongban-due", catalog)) text += d.message + '\n';
  return text;
}

constexpr const char* online = "tongban: [{list: 跨省通办, mode: 全程网办}]\n";

}  // namespace

TEST_CASE("tongban-due: speaks behind the day, of matters that are not open as the task asks") {
  CHECK(said(online, "{name: 公共场所卫生许可, due: 2026-01-30, modes: [多地联办]}") ==
        "the task was due on 2026-01-30; the matter is not open in the mode that is asked for\n");
  CHECK(said(online, "{name: 公共场所卫生许可, due: 2026-01-31, modes: [多地联办]}") == "");
  CHECK(said(online, "{name: 公共场所卫生许可, modes: [多地联办]}") == "");
  CHECK(said(online, "{name: 公共场所卫生许可, due: 2026-01-30, modes: [多地联办, 全程网办]}") == "");
  CHECK(said("tongban: [{list: 省内通办, mode: 全程网办}]\n", "{name: 公共场所卫生许可, due: 2026-01-30}") ==
        "the task was due on 2026-01-30; the matter is not on the list\n");
}

TEST_CASE("tongban-due: a matter that is missing is told at the task") {
  CHECK(said(online, "{name: 学历公证, due: 2026-01-30}") ==
        "学历公证 was due on 2026-01-30, and there is no such matter\n");
  CHECK(said(online, "{name: 学历公证, due: 2026-02-01}") == "");
}
