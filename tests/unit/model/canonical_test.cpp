#include <doctest/doctest.h>

#include "model/canonical.h"
#include "model/matter.h"
#include "model/path.h"

namespace matter {

namespace {

struct Case {
  const char* path;
  const char* written;
  bool understood;
  const char* other;  ///< empty: canonical, or not understood
};

constexpr Case cases[] = {
    {"limits.legal", "20 工作日", true, ""},
    {"limits.legal", "２０个工作日", true, "20 工作日"},
    {"limits.legal", "即办", true, "当场"},
    {"limits.legal", "3月", true, "3 个月"},
    {"limits.legal", "很快", false, ""},
    {"limits.legal", "无", true, ""},
    {"type", "许可", true, "行政许可"},
    {"type", "行政许可", true, ""},
    {"type", "许可证", false, ""},
    {"level", "区级", true, "县级"},
    {"sample", "true", true, "是"},
    {"sample", "No", true, "否"},
    {"sample", "是", true, ""},
    {"sample", "对", false, ""},
    {"version", "１", true, "1"},
    {"version", "007", true, "7"},
    {"version", "7", true, ""},
    {"version", "一", false, ""},
    {"effective", "2026年1月31日", true, "2026-01-31"},
    {"effective", "20260131", true, "2026-01-31"},
    {"effective", "2026-01-31", true, ""},
    {"effective", "2026-02-30", false, ""},
    {"name", " 前后有空格 ", true, ""},
    {"clients", "个人", true, "自然人"},
    {"tongban.list", "本地清单", true, ""},
};

}  // namespace

TEST_CASE("canonical: each value has one form, and what is not understood keeps its own") {
  for (const Case& c : cases) {
    const auto path = resolve_path(c.path);
    REQUIRE_MESSAGE(path.has_value(), c.path);
    const Field& field = path->last();
    const CanonicalForm form = canonical_form(field, field.kind == Kind::list ? field.item : field.kind, c.written);
    CHECK_MESSAGE(form.understood == c.understood, c.path, ": ", c.written);
    CHECK_MESSAGE(form.other.value_or("") == c.other, c.path, ": ", c.written);
  }
}

TEST_CASE("canonical: a canonical form is canonical") {
  for (const Case& c : cases) {
    const Field& field = resolve_path(c.path)->last();
    const Kind kind = field.kind == Kind::list ? field.item : field.kind;
    const CanonicalForm form = canonical_form(field, kind, c.written);
    if (form.other) CHECK_FALSE(canonical_form(field, kind, *form.other).other.has_value());
  }
}

}  // namespace matter
