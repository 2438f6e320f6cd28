#include "catalog/config.h"
#include "lsp/edits.h"
#include "lsp/feature.h"
#include "style/format.h"

namespace matter::lsp::features {
namespace {

Reply format(const Request& request) {
  Session& session = request.session;
  Buffer& buffer = *request.buffer;
  const Document& document = session.loaded(buffer).document;
  const Table& table = is_catalog_file(buffer.path) ? *table_of<CatalogConfig>() : table_for(document);
  Formatter formatter;
  const Formatted formatted = formatter.format(document, table, {}, session.lang());
  const bool unable = formatted.state == Formatted::State::refused || formatted.state == Formatted::State::failed;
  if (unable) return refused(formatted.why);
  JsonWriter json(JsonWriter::Layout::one_line);
  json.begin_array();
  for (const TextEdit& edit : formatted.edited.edits) write_edit(json, session, session.file(buffer.path), edit);
  json.end_array();
  return {json.take(), 0, {}};
}

constexpr Method methods[] = {{"textDocument/formatting", format}};

void announce(JsonWriter& json) {
  json.key("documentFormattingProvider");
  json.boolean(true);
}

}  // namespace

extern const Feature formatting_feature;
const Feature formatting_feature{
    .summary = {"整理成规范格式", "brings a file into canonical form"}, .methods = methods, .announce = announce};

}  // namespace matter::lsp::features
