#include "report/told_change.h"

#include <string_view>

#include "change/change_type.h"
#include "report/content_lines.h"
#include "report/diff_words.h"
#include "report/shown.h"

namespace matter {

namespace {

std::string one_line(const Change& change, const Content& content, Lang lang) {
  if (content.absent()) return {};
  std::string text;
  if (change.kind == ChangeKind::reordered) {
    for (const Content& label : content.parts) text.append(text.empty() ? "" : " → ").append(shown_text(label.text));
    return text;
  }
  const Field* field = change.path.empty() ? nullptr : change.path.back().field;
  for (const std::string& line : content_lines(content, field, lang)) text.append(text.empty() ? "" : " ").append(line);
  return text;
}

}  // namespace

std::string told_place(Location at, Places& places) {
  if (!at.known()) return {};
  std::string text = shown_text(places.sources().name(at.source));
  const Places::View& view = places.view(at.source);
  if (view) text.append(":").append(std::to_string(view.lines->position(at.span.begin).line));
  return text;
}

ToldChange told(const Change& change, Places& places, Lang lang) {
  ToldChange out;
  out.label = shown_text(lang == Lang::zh ? chinese(change.path) : english(change.path));
  if (change.type != nullptr) {
    out.id = change.type->id;
    out.summary = change.type->summary(lang);
  }
  out.judged = change.judged;
  out.before = one_line(change, change.before.value, lang);
  out.after = one_line(change, change.after.value, lang);
  if (!change.before.value.absent()) out.before_place = told_place(change.before.at, places);
  if (!change.after.value.absent()) out.after_place = told_place(change.after.at, places);
  out.words = changed_words(change);
  return out;
}

}  // namespace matter
