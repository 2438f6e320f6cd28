#include "report/told_change.h"

#include <filesystem>
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

/// The way from a page in `folder` to a file. Letters, digits and `-._~/` stay; a path that begins with `//` would
/// name a host.
std::string path_link(const std::string& name, const std::string& folder) {
  namespace fs = std::filesystem;
  const fs::path from = fs::path(folder.empty() ? "." : folder).lexically_normal();
  const fs::path to = fs::path(name).lexically_normal();
  fs::path way = to.is_absolute() == from.is_absolute() ? to.lexically_relative(from) : to;
  if (way.empty()) way = to;
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string link;
  for (const char c : way.string()) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    const auto byte = static_cast<unsigned char>(c);
    if (c == '/' && link == "/") continue;
    if (letter || std::string_view("-._~/").find(c) != std::string_view::npos)
      link += c;
    else
      link.append("%").append(1, digits[byte >> 4U]).append(1, digits[byte & 15U]);
  }
  return link;
}

}  // namespace

ToldPlace told_place(Location at, Places& places, const std::string& folder) {
  ToldPlace out;
  if (!at.known()) return out;
  const std::string name(places.sources().name(at.source));
  out.text = shown_text(name);
  const bool file = places.sources().kind(at.source) == SourceKind::disk;
  if (file) out.link = path_link(name, folder);
  if (const Places::View& view = places.view(at.source)) {
    const std::string line = std::to_string(view.lines->position(at.span.begin).line);
    out.text.append(":").append(line);
    if (file) out.link.append("#L").append(line);
  }
  return out;
}

ToldChange told(const Change& change, Places& places, Lang lang, const std::string& folder) {
  ToldChange out;
  out.label = shown_text(lang == Lang::zh ? chinese(change.path) : english(change.path));
  if (change.type != nullptr) {
    out.id = change.type->id;
    out.summary = change.type->summary(lang);
  }
  out.judged = change.judged;
  out.before = one_line(change, change.before.value, lang);
  out.after = one_line(change, change.after.value, lang);
  const std::string_view standard = Bilingual{"取自标准", "from the standard"}.in(lang);
  if (!change.before.value.absent()) out.before_place = told_place(change.before.at, places, folder);
  if (!change.after.value.absent()) out.after_place = told_place(change.after.at, places, folder);
  if (change.before.inherited && !change.before.value.absent()) out.before_place.note = standard;
  if (change.after.inherited && !change.after.value.absent()) out.after_place.note = standard;
  out.words = changed_words(change);
  return out;
}

}  // namespace matter
