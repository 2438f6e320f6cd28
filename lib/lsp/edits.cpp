#include "lsp/edits.h"

#include <algorithm>

namespace matter::lsp {

namespace {

/// Whether a byte goes on with a character that began before it.
bool goes_on(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

void write_edits(JsonWriter& json, const Session& session, const FileText& file, const std::vector<TextEdit>& edits) {
  json.begin_array();
  for (const TextEdit& edit : edits) write_edit(json, session, file, edit);
  json.end_array();
}

}  // namespace

void write_edit(JsonWriter& json, const Session& session, const FileText& file, const TextEdit& edit) {
  json.begin_object();
  json.key("range");
  session.write_range(json, file, edit.at.span);
  json.member("newText", edit.text);
  json.end_object();
}

void write_workspace_edit(JsonWriter& json, Session& session,
                          const std::map<std::string, std::vector<TextEdit>>& edits) {
  json.begin_object();
  if (!session.client().versioned_edits) {
    json.key("changes");
    json.begin_object();
    for (const auto& [path, of_file] : edits) {
      const FileText& file = session.file(path);
      json.key(file.uri);
      write_edits(json, session, file, of_file);
    }
    json.end_object();
    json.end_object();
    return;
  }
  json.key("documentChanges");
  json.begin_array();
  for (const auto& [path, of_file] : edits) {
    const FileText& file = session.file(path);
    const Buffer* const open = session.find_path(path);
    json.begin_object();
    json.key("textDocument");
    json.begin_object();
    json.member("uri", file.uri);
    json.key("version");
    if (open != nullptr) {
      json.number(open->version);
    } else {
      json.null();
    }
    json.end_object();
    json.key("edits");
    write_edits(json, session, file, of_file);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

TextEdit edit_between(std::string_view before, std::string_view after) {
  std::size_t same = 0;
  const std::size_t shorter = std::min(before.size(), after.size());
  while (same < shorter && before[same] == after[same]) ++same;
  while (same > 0 && ((same < before.size() && goes_on(before[same])) || (same < after.size() && goes_on(after[same]))))
    --same;
  std::size_t tail = 0;
  while (tail < shorter - same && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
  while (tail > 0 && goes_on(before[before.size() - tail])) --tail;
  const Span span{static_cast<std::uint32_t>(same), static_cast<std::uint32_t>(before.size() - tail)};
  return {{no_source, span}, std::string(after.substr(same, after.size() - tail - same))};
}

}  // namespace matter::lsp
