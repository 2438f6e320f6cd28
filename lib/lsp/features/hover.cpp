#include <fmt/format.h>

#include <algorithm>

#include "catalog/config.h"
#include "checks/rule.h"
#include "lsp/cursor.h"
#include "lsp/feature.h"
#include "lsp/findings.h"
#include "lsp/pointed.h"
#include "lsp/uri.h"
#include "model/content.h"
#include "model/named.h"
#include "ops/load.h"
#include "ops/show_values.h"

namespace matter::lsp::features {
namespace {

constexpr std::size_t most_values = 20;
constexpr std::size_t most_inherited = 25;

/// What a catalog says must not become markup: signs of Markdown get a backslash.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_{}[]()<>#+!|~$&").find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

class Hover {
 public:
  Hover(Session& session, Buffer& buffer, std::uint32_t offset)
      : session_(session), buffer_(buffer), offset_(offset), file_(session.loaded(buffer)) {}

  std::string run() {
    const auto pointed = pointed_at(file_, offset_);
    if (pointed && pointed->field != nullptr) {
      field(*pointed->field, pointed->path);
      value(*pointed);
    } else {
      by_lines();
    }
    findings();
    return std::move(text_);
  }

 private:
  template <class... Args>
  [[nodiscard]] std::string said(const WordsFor<Args...>& words, Args&&... args) const {
    return session_.said(words, std::forward<Args>(args)...);
  }

  void part(const std::string& more) {
    if (more.empty()) return;
    if (!text_.empty()) text_ += "\n\n";
    text_ += more;
  }

  void field(const Field& field, const std::string& path) {
    part(fmt::format("**{}** `{}`", field.label, path));
    part(std::string(field.help.in(session_.lang())));
    const NamedList* const list = field.values.empty() ? nullptr : named_list(field.values);
    if (list == nullptr) return;
    std::string names;
    std::size_t count = 0;
    for (const NamedValue& value : list->values) {
      if (++count > most_values) break;
      names += (count == 1 ? "" : session_.lang() == Lang::zh ? "、" : ", ") + std::string(value.name);
    }
    if (count > most_values) names += " …";
    part(said({"可写：{}", "one of: {}"}, names));
  }

  /// Keys in a text that is half written, or of catalog.yaml.
  void by_lines() {
    const std::string_view text = *buffer_.text;
    const std::size_t end = std::min({text.find_first_of("\n:,}", offset_), text.size()});
    Cursor cursor = cursor_at(text, static_cast<std::uint32_t>(end));
    if (cursor.at == Cursor::At::key && !cursor.written.empty()) cursor.keys.push_back(cursor.written);
    if (cursor.at == Cursor::At::comment) return;
    const Table& table = is_catalog_file(buffer_.path) ? *table_of<CatalogConfig>() : *table_of<Matter>();
    const Field* const found = field_at(table, cursor.keys);
    if (found != nullptr) field(*found, path_at(table, cursor.keys));
  }

  [[nodiscard]] std::string link(const Location& at) {
    const std::string path(session_.live(buffer_)->sources().name(at.source));
    const FileText& text = session_.file(path);
    const std::uint32_t line = text.lines->position(at.span.begin).line;
    const std::string leaf = path.substr(path.rfind('/') + 1);
    return fmt::format("[{}:{}]({}#L{})", plain(leaf), line, text.uri, line);
  }

  void value(const Pointed& pointed) {
    const Matter& m = *pointed.matter;
    const Matter* const entry = m.standard_entry;
    if (entry == nullptr || session_.live(buffer_) == nullptr) return;
    if (pointed.path == "standard") return inherited(m, *entry);
    const auto path = resolve_path(pointed.path);
    if (!path || path->through_list()) return;
    visit_path(*path, entry, [&](const Trail&, const Field& field, const void* value) {
      const Mark& mark = *static_cast<const Mark*>(value);
      if (!is_scalar(field.kind) || mark.absent()) return;
      part(said({"本级写的生效；标准写的是 `{}`（{}）", "What is written here holds; the standard says `{}` ({})"},
                scalar_text(field.kind, *static_cast<const Scalar*>(value)), link(mark.key_at())));
    });
  }

  void inherited(const Matter& m, const Matter& entry) {
    const std::string identity = report_identity(entry, true, {}, 1);
    part(said({"认领 **{}**（{}）", "bound to **{}** ({})"}, plain(display_name(entry)), link(entry.mark.at())) + ' ' +
         '`' + identity + '`');
    std::string rows;
    std::size_t count = 0;
    for (const ShownValue& one : values_of(m)) {
      if (!one.inherited || one.field.find('[') != std::string::npos) continue;
      if (++count > most_inherited) continue;
      rows += fmt::format("\n- {}{}{}", one.label,
                          one.list                      ? ""
                          : session_.lang() == Lang::zh ? "："
                                                        : ": ",
                          one.list ? "" : plain(one.value));
    }
    if (count > most_inherited) rows += said({"\n- 另有 {} 项", "\n- and {} more"}, count - most_inherited);
    if (count != 0) part(said({"沿用标准的要素：", "Taken over from the standard:"}) + '\n' + rows);
  }

  /// Why what is found here matters, and what says so.
  void findings() {
    const LiveCheck* const live = session_.live(buffer_);
    if (live == nullptr) return;
    const Lang lang = session_.lang();
    std::vector<std::string_view> told;
    for (const Diagnostic* d : findings_of(buffer_)) {
      const bool here = offset_ >= d->at.span.begin && offset_ <= d->at.span.end;
      if (!here || std::find(told.begin(), told.end(), d->rule) != told.end()) continue;
      told.push_back(d->rule);
      const Rule* const rule = live->rule(buffer_.path, d->rule);
      if (rule == nullptr) continue;
      part(fmt::format("`{}` {}", rule->id, rule->why.in(lang)));
      if (rule->source.in(lang) != "—") part(said({"依据：{}", "Source: {}"}, rule->source.in(lang)));
    }
  }

  Session& session_;
  Buffer& buffer_;
  std::uint32_t offset_;
  const LoadedFile& file_;
  std::string text_;
};

Reply hover(const Request& request) {
  const std::uint32_t offset = request.buffer->offset(request.params["position"], request.session.client().counting);
  const std::string text = Hover(request.session, *request.buffer, offset).run();
  if (text.empty()) return {};
  JsonWriter json(JsonWriter::Layout::one_line);
  json.begin_object();
  json.key("contents");
  json.begin_object();
  json.member("kind", "markdown");
  json.member("value", text);
  json.end_object();
  json.end_object();
  return {json.take(), 0, {}};
}

constexpr Method methods[] = {{"textDocument/hover", hover}};

void announce(JsonWriter& json) {
  json.key("hoverProvider");
  json.boolean(true);
}

}  // namespace

extern const Feature hover_feature;
const Feature hover_feature{
    .summary = {"说明要素、取自标准的值和检查结果", "tells of fields, of values of the standard, of findings"},
    .methods = methods,
    .announce = announce};

}  // namespace matter::lsp::features
