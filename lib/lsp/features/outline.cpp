#include <algorithm>

#include "lsp/feature.h"
#include "lsp/session.h"
#include "model/content.h"
#include "model/path.h"

namespace matter::lsp::features {
namespace {

constexpr int kind_class = 5, kind_property = 7, kind_array = 18, kind_object = 19;
constexpr std::size_t longest_detail = 80;

/// What is written of a matter, as a tree; or, for clients that cannot show one, as a list of matters.
class Outline {
 public:
  Outline(Session& session, const Buffer& buffer) : session_(session), buffer_(buffer) {}

  std::string run(const LoadedFile& file) {
    json_.begin_array();
    for (const Matter& m : file.matters) {
      if (m.mark.source != file.source) continue;
      if (session_.client().tree_of_symbols) {
        tree(m);
      } else {
        flat(m);
      }
    }
    json_.end_array();
    return json_.take();
  }

 private:
  /// Its name, be it that of the standard; else its code.
  [[nodiscard]] std::string title(const Matter& m) const {
    std::string name = display_name(m);
    if (name.empty()) name = identity(m);
    return name.empty() ? session_.said({"（没有名称的事项）", "(a matter without a name)"}) : name;
  }

  void flat(const Matter& m) {
    json_.begin_object();
    json_.member("name", title(m));
    json_.member("kind", kind_class);
    json_.key("location");
    session_.write_location(json_, buffer_.path, m.mark.value);
    json_.end_object();
  }

  void tree(const Matter& m) {
    const bool own = m.name.given() && m.name.mark.source == m.mark.source;
    begin(title(m), std::string(identity(m)), kind_class, m.mark.value, own ? m.name.mark.value : Span{});
    fields(*table_of<Matter>(), &m, m.mark.source);
    end();
  }

  void fields(const Table& table, const void* record, SourceId source) {
    for (const Field* field : written(table, record, source)) {
      const Mark& mark = mark_of(*field, record);
      const bool scalar = is_scalar(field->kind);
      const int kind = scalar ? kind_property : field->kind == Kind::list ? kind_array : kind_object;
      const std::string value = scalar ? scalar_text(field->kind, scalar_of(*field, record)) : std::string{};
      begin(std::string(field->label), value, kind, {mark.key.begin, std::max(mark.key.end, mark.value.end)}, mark.key);
      if (field->kind == Kind::record && mark.given()) fields(*field->table(), member(*field, record), source);
      if (field->kind == Kind::list) items(*field, list_of(*field, record), source);
      end();
    }
  }

  /// In the order of the file.
  static std::vector<const Field*> written(const Table& table, const void* record, SourceId source) {
    std::vector<const Field*> all;
    for (const Field& field : table.fields) {
      const Mark& mark = mark_of(field, record);
      if (!mark.absent() && mark.source == source && !mark.key.empty()) all.push_back(&field);
    }
    std::sort(all.begin(), all.end(), [&](const Field* a, const Field* b) {
      return mark_of(*a, record).key.begin < mark_of(*b, record).key.begin;
    });
    return all;
  }

  void items(const Field& field, const AnyList& list, SourceId source) {
    for (std::uint32_t i = 0; i < list.count; ++i) {
      const void* const item = item_of(field, list, i);
      const Mark& mark = *static_cast<const Mark*>(item);
      begin(item_label(field, item, i), {}, is_scalar(field.item) ? kind_property : kind_object, mark.value, {});
      if (field.item == Kind::record && mark.given()) fields(*field.table(), item, source);
      end();
    }
  }

  /// The place that is chosen must lie in the one that is shown.
  void begin(const std::string& name, const std::string& detail, int kind, Span whole, Span chosen) {
    if (chosen.empty() || chosen.begin < whole.begin || chosen.end > whole.end) chosen = {whole.begin, whole.begin};
    json_.begin_object();
    json_.member("name", name.empty() ? std::string_view("—") : std::string_view(name));
    if (!detail.empty() && detail.size() <= longest_detail && detail.find('\n') == std::string::npos)
      json_.member("detail", detail);
    json_.member("kind", kind);
    json_.key("range");
    session_.write_range(json_, buffer_, whole);
    json_.key("selectionRange");
    session_.write_range(json_, buffer_, chosen);
    json_.key("children");
    json_.begin_array();
  }
  void end() {
    json_.end_array();
    json_.end_object();
  }

  Session& session_;
  const Buffer& buffer_;
  JsonWriter json_{JsonWriter::Layout::one_line};
};

Reply outline(const Request& request) {
  const LoadedFile& file = request.session.loaded(*request.buffer);
  return {Outline(request.session, *request.buffer).run(file), 0, {}};
}

constexpr Method methods[] = {{"textDocument/documentSymbol", outline}};

void announce(JsonWriter& json) {
  json.key("documentSymbolProvider");
  json.boolean(true);
}

}  // namespace

extern const Feature outline_feature;
const Feature outline_feature{
    .summary = {"列出事项、要素和列表项", "lists matters, fields and items"}, .methods = methods, .announce = announce};

}  // namespace matter::lsp::features
