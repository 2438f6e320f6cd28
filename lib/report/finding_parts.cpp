#include "report/finding_parts.h"

#include <fmt/format.h>

#include "diag/words.h"
#include "media/xml.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// What may stand in the path of a URI as it is; a colon may not in its first part.
bool stays(char c, bool colon) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return letter || std::string_view("-._~/!$&'()*+,;=@").find(c) != std::string_view::npos || (c == ':' && colon);
}

}  // namespace

Reach reach_of(Location at, Places& places) {
  Reach reach;
  if (!at.known()) return reach;
  reach.file = places.sources().name(at.source);
  if (is_workbook_cell(places.sources(), at.source)) {
    const std::size_t colon = reach.file.rfind(':', reach.file.rfind('!'));
    if (colon == std::string::npos) return reach;
    reach.cell = reach.file.substr(colon + 1);
    reach.file.resize(colon);
    return reach;
  }
  const Places::View& view = places.view(at.source);
  if (!view) return reach;
  reach.lines = true;
  reach.begin = view.lines->position(at.span.begin);
  reach.end = view.lines->position(std::max(at.span.begin, at.span.end));
  return reach;
}

std::string from_root(std::string_view name, std::string_view folder) {
  if (name.starts_with('/') || name == standard_input_name) return std::string(name);
  while (name.starts_with("./")) name.remove_prefix(2);
  std::string whole(folder);
  while (!whole.empty() && name.starts_with("../")) {
    name.remove_prefix(3);
    whole.pop_back();  // the slash at the end
    whole.resize(whole.rfind('/') == std::string::npos ? 0 : whole.rfind('/') + 1);
  }
  return whole.append(name);
}

std::string uri_of(std::string_view name, std::string_view folder) {
  const std::string path = from_root(name, folder);
  std::string uri = path.starts_with('/') ? "file://" : "";
  bool first_part = uri.empty();
  for (const char c : path) {
    first_part = first_part && c != '/';
    if (stays(c, !first_part)) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
  }
  return uri;
}

std::string fingerprint_of(const Diagnostic& finding, const Sources& sources) {
  return fingerprint(finding, finding.at.known() ? sources.name(finding.at.source) : std::string_view());
}

std::string told_beside(const Diagnostic& finding, Places& places, Lang lang) {
  std::string text;
  const auto add = [&](Bilingual label, std::string_view said) {
    if (!text.empty()) text += '\n';
    text += say(lang, {"{}：{}", "{}: {}"}, label.in(lang), said);
  };
  for (const Note& note : finding.notes) {
    std::string said = note.message;
    if (note.at.known()) said += say(lang, {"（{}）", " ({})"}, places.shown(note.at));
    add({"注", "note"}, said);
  }
  if (!finding.hint.empty()) add({"建议", "hint"}, finding.hint);
  if (!finding.fix) return text;
  const std::string what = finding.fix->usable() ? finding.fix->what
                                                 : say(lang, {"{}（不能自动做：{}）", "{} (not by itself: {})"},
                                                       finding.fix->what, finding.fix->withheld);
  add(finding.fix->safe ? Bilingual{"修正", "fix"} : Bilingual{"修正（须确认）", "fix (unsafe)"}, what);
  return text;
}

std::string told_whole(const Diagnostic& finding, Places& places, Lang lang) {
  const std::string beside = told_beside(finding, places, lang);
  return beside.empty() ? finding.message : finding.message + '\n' + beside;
}

std::string xml_safe(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    switch (c) {
      case U'&': out += "&amp;"; break;
      case U'<': out += "&lt;"; break;
      case U'>': out += "&gt;"; break;
      case U'"': out += "&quot;"; break;
      case U'\t':
      case U'\n':
      case U'\r': out += fmt::format("&#{};", static_cast<unsigned>(c)); break;
      default:
        if (xml_cannot_say(c)) {
          append_utf8(out, c < 0x20 ? 0x2400 + c : c == 0x7F ? 0x2421 : 0xFFFD);
        } else {
          append_utf8(out, c);
        }
    }
  }
  return out;
}

}  // namespace matter
