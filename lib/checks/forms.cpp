#include "checks/forms.h"

#include <algorithm>

#include "checks/places.h"
#include "checks/written_values.h"
#include "model/canonical.h"

namespace matter {

namespace {

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Of most values a glance tells that they are in canonical form.
bool plainly_canonical(Kind kind, const Scalar& value) {
  const std::string_view text = value.text;
  switch (kind) {
    case Kind::named: return static_cast<const Named&>(value).name() == text;
    // YAML's own words, which editors complete, are as good to read; only fmt makes one form of them.
    case Kind::flag: return text == "是" || text == "否" || text == "true" || text == "false";
    case Kind::count: return text == "0" || (all_digits(text) && !text.starts_with('0'));
    case Kind::date: return text.size() == 10 && text[4] == '-' && text[7] == '-';
    case Kind::limit: return text == "当场";
    default: return true;
  }
}

void look(const Matter& m, const Trail& trail, Kind kind, const Scalar& value, RuleReport& out) {
  if (!value.given() || plainly_canonical(kind, value)) return;
  const CanonicalForm form =
      canonical_form(*trail.field, kind, value.text, m.document != nullptr ? m.document->vocabulary : nullptr);
  if (!form.understood || !form.other) return;
  Diagnostic& d = out.add_as(Severity::info, value.at(), to_text(trail),
                             {"{}写作“{}”，规范的写法是“{}”", "{} is written {}; its canonical form is {}"},
                             label_of(*trail.field, out.lang()), value.text, *form.other);
  d.subject = value.text;
  offer(d, out.lang(), value, *form.other, true);
}

}  // namespace

void report_forms(const MatterView& view, RuleReport& out) {
  const Matter& m = view.matter;
  each_written(view, [&](const WrittenValue& value) {
    if (is_scalar(value.kind) && value.kind != Kind::text) look(m, *value.trail, value.kind, value.scalar(), out);
  });
}

}  // namespace matter
