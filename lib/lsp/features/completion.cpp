#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "catalog/catalog_data.h"
#include "catalog/config.h"
#include "checks/rule.h"
#include "doc/yaml_writer.h"
#include "lsp/cursor.h"
#include "lsp/feature.h"
#include "lsp/session.h"
#include "lsp/words.h"
#include "model/named.h"
#include "ops/load.h"
#include "text/embedded.h"

namespace matter::lsp::features {
namespace {

constexpr std::size_t most_offered = 200;  ///< of names that are very many; the client asks again as more is written

enum class ItemKind : std::uint8_t { value = 12, field = 5, code = 21, name = 18 };

class Completion {
 public:
  Completion(Session& session, Buffer& buffer, std::uint32_t offset)
      : session_(session),
        buffer_(buffer),
        cursor_(cursor_at(*buffer.text, offset)),
        table_(is_catalog_file(buffer.path) ? *table_of<CatalogConfig>() : *table_of<Matter>()) {}

  std::string run() {
    json_.begin_object();
    json_.key("items");
    json_.begin_array();
    offer();
    json_.end_array();
    json_.key("isIncomplete");
    json_.boolean(cut_);
    json_.end_object();
    return json_.take();
  }

 private:
  void offer() {
    if (cursor_.at == Cursor::At::nothing || cursor_.at == Cursor::At::comment) return;
    const Field* const field = field_at(table_, cursor_.keys);
    if (cursor_.at == Cursor::At::value) {
      if (field == nullptr) return;
      const bool holds = field->kind == Kind::list || field->kind == Kind::record;
      if (holds && !cursor_.item) return whole(*field);
      if (field->table == nullptr) return values(*field);
      if (main_field(*field->table()) != nullptr) main_values(*field);
      return;
    }
    const Table* const table = table_at(table_, cursor_.keys);
    if (table != nullptr) return keys(*table, field);
    if (field != nullptr) values(*field);  // in the line below its key
  }

  /// What may stand for a list or record as a whole.
  void whole(const Field& field) {
    in_brackets_ = field.kind == Kind::list && !cursor_.written.starts_with('[');
    if (field.kind == Kind::list && field.item == Kind::named) named(field);
    in_brackets_ = false;
    if (field.none == NoneMeaning::declared) value("无", said({"声明没有", "declared: there is none"}));
  }

  /// Both languages; the one that the file is written in comes first.
  void keys(const Table& table, const Field* list) {
    const bool chinese = mostly_chinese_keys(*buffer_.text);
    std::set<const Field*> there;
    for (const std::string& key : cursor_.siblings) {
      if (const Field* const field = find_field(table, key)) there.insert(field);
    }
    std::size_t number = 0;
    for (const Field& field : table.fields) {
      ++number;
      if (there.contains(&field)) continue;
      key(field, field.label, field.key, chinese ? 0 : 1, number);
      if (field.key != field.label) key(field, field.key, field.label, chinese ? 1 : 0, number);
    }
    if (cursor_.item && list != nullptr && main_field(table) != nullptr) main_values(*list);
  }

  void key(const Field& field, std::string_view name, std::string_view other, int rank, std::size_t number) {
    const bool holds = field.kind == Kind::record || field.kind == Kind::list || field.kind == Kind::extra;
    std::string text(name);
    text += cursor_.flow || !holds ? ": " : ":";
    begin(name, ItemKind::field, other, fmt::format("{}{:03}", rank, number));
    json_.member("documentation", field.help.in(session_.lang()));
    edit(text);
    end();
  }

  /// An item that is just a text stands for one field of its record.
  void main_values(const Field& list) {
    std::vector<std::string> keys = cursor_.keys;
    keys.emplace_back(main_field(*list.table())->key);
    values(*main_field(*list.table()), path_at(table_, keys));
  }

  void values(const Field& field) { values(field, path_at(table_, cursor_.keys)); }

  void values(const Field& field, const std::string& path) {
    const Kind kind = field.kind == Kind::list ? field.item : field.kind;
    if (kind == Kind::named) named(field);
    if (kind == Kind::flag) {
      value("是", said({"是", "yes"}));
      value("否", said({"否", "no"}));
    }
    if (kind == Kind::limit) {
      for (const std::string_view unit : {"工作日", "自然日", "个月"}) limit(unit);
      value("当场", {});
    }
    if (field.none == NoneMeaning::declared) value("无", said({"声明没有", "declared: there is none"}));
    if (kind != Kind::text) return;
    if (field.format == Format::region) regions();
    if (field.format == Format::standard) standards();
    if (path == "agency.name") agencies(false);
    if (path == "agency.code") agencies(true);
    if (path == "materials.name") materials();
  }

  void named(const Field& field) {
    const NamedList* const list = field.values.empty() ? nullptr : named_list(field.values);
    if (list == nullptr) return;
    std::size_t number = 0;
    const auto add = [&](const NamedValue& one) {
      begin(one.name, ItemKind::value, one.code, fmt::format("{:03}", ++number));
      edit(in_brackets_ ? '[' + std::string(one.name) + ']' : std::string(one.name));
      end();
    };
    for (const NamedValue& one : list->values) add(one);
    if (const auto* const data = catalog_data(); data != nullptr && data->vocabulary != nullptr) {
      for (const NamedValue* one : data->vocabulary->values(*list)) add(*one);
    }
  }

  /// A number that was begun, with its units.
  void limit(std::string_view unit) {
    const std::size_t end = cursor_.written.find_first_not_of("0123456789");
    const std::string number = cursor_.written.substr(0, end);
    if (!number.empty()) value(number + ' ' + std::string(unit), {});
  }

  void regions() {
    std::set<std::string, std::less<>> seen;
    const auto add = [&](std::string_view code, std::string_view name) {
      if (!meant(code, name) || !seen.emplace(code).second) return;
      begin(fmt::format("{} {}", code, name), ItemKind::code, {}, code);
      json_.member("filterText", fmt::format("{} {} \"{}", code, name, code));
      edit('"' + std::string(code) + '"');
      end();
    };
    if (const auto* const data = catalog_data()) {
      for (const auto& [code, row] : data->regions) add(code, row.name);
    }
    std::string_view rows = embedded("regions.csv").value_or(std::string_view{});
    while (!rows.empty() && seen.size() < most_offered) {
      const std::string_view line = rows.substr(0, rows.find('\n'));
      rows.remove_prefix(std::min(line.size() + 1, rows.size()));
      const std::size_t comma = line.find(',');
      if (line.starts_with('#') || comma == std::string_view::npos) continue;
      add(line.substr(0, comma), line.substr(comma + 1));
    }
    cut_ = cut_ || !rows.empty();
  }

  void standards() {
    const LiveCheck* const live = session_.live(buffer_);
    if (live == nullptr) return;
    std::size_t count = 0;
    for (const Matter* entry : live->standards().entries()) {
      const std::string reference = report_identity(*entry, true, {}, 1);
      const std::string name = display_name(*entry);
      if (reference.starts_with('#') || !meant(reference, name)) continue;
      if (++count > most_offered) break;
      begin(fmt::format("{} {}", reference, name), ItemKind::code, {}, reference);
      json_.member("filterText", fmt::format("{} {} \"{}", reference, name, reference));
      edit('"' + reference + '"');
      end();
    }
    cut_ = cut_ || count > most_offered;
  }

  void agencies(bool codes) {
    const LiveCheck* const live = session_.live(buffer_);
    if (live == nullptr) return;
    std::size_t count = 0;
    for (const auto& [name, code] : live->index().agencies) {
      if ((codes && code.empty()) || !meant(code, name)) continue;
      if (++count > most_offered) break;
      begin(codes ? fmt::format("{} {}", code, name) : name, codes ? ItemKind::code : ItemKind::name,
            codes ? std::string_view{} : std::string_view(code), name);
      if (codes) json_.member("filterText", fmt::format("{} {} \"{}", code, name, code));
      edit(codes ? '"' + code + '"' : as_yaml(name));
      end();
    }
    cut_ = cut_ || count > most_offered;
  }

  void materials() {
    const LiveCheck* const live = session_.live(buffer_);
    if (live == nullptr) return;
    std::size_t count = 0;
    for (const auto& [name, matters] : live->index().materials) {
      if (!meant({}, name)) continue;
      if (++count > most_offered) break;
      const std::string used = said({"{} 个事项要", "asked for by {} matters"}, matters);
      begin(name, ItemKind::name, used,
            fmt::format("{:09}", 999'999'999 - std::min<std::size_t>(matters, 999'999'999)));
      edit(as_yaml(name));
      end();
    }
    cut_ = cut_ || count > most_offered;
  }

  /// Whether what is written so far may become this.
  [[nodiscard]] bool meant(std::string_view code, std::string_view name) const {
    return cursor_.written.empty() || code.starts_with(cursor_.written) ||
           name.find(cursor_.written) != std::string_view::npos;
  }

  [[nodiscard]] std::string as_yaml(std::string_view text) const {
    std::string written;
    write_yaml_text(text, cursor_.flow, written);
    return written;
  }

  [[nodiscard]] const CatalogData* catalog_data() const {
    const LiveCheck* const live = session_.live(buffer_);
    if (live == nullptr) return nullptr;
    const Catalog* const catalog = live->context(buffer_.path).catalog;
    return catalog == nullptr ? nullptr : catalog->data.get();
  }

  [[nodiscard]] std::string said(const WordsFor<>& words) const { return session_.said(words); }
  template <class Arg>
  [[nodiscard]] std::string said(const WordsFor<Arg&>& words, Arg& arg) const {
    return session_.said(words, arg);
  }

  void value(std::string_view text, std::string_view detail) {
    begin(text, ItemKind::value, detail, text);
    edit(std::string(text));
    end();
  }

  void begin(std::string_view label, ItemKind kind, std::string_view detail, std::string_view rank) {
    json_.begin_object();
    json_.member("label", label);
    json_.member("kind", static_cast<int>(kind));
    if (!detail.empty()) json_.member("detail", detail);
    json_.member("sortText", rank);
  }
  /// Takes the place of what is written so far. Behind a colon or dash a blank is needed.
  void edit(const std::string& text) {
    const bool glued = cursor_.word.begin > 0 && cursor_.word.size() == 0 &&
                       std::string_view(":-").find((*buffer_.text)[cursor_.word.begin - 1]) != std::string_view::npos;
    Span span = cursor_.word;
    const char quote = span.size() > 0 ? (*buffer_.text)[span.begin] : '\0';
    if ((quote == '"' || quote == '\'') && span.end < buffer_.text->size() && (*buffer_.text)[span.end] == quote)
      ++span.end;
    json_.key("textEdit");
    json_.begin_object();
    json_.key("range");
    session_.write_range(json_, buffer_, span);
    json_.member("newText", glued ? ' ' + text : text);
    json_.end_object();
  }
  void end() { json_.end_object(); }

  Session& session_;
  Buffer& buffer_;
  Cursor cursor_;
  const Table& table_;
  JsonWriter json_{JsonWriter::Layout::one_line};
  bool cut_ = false;
  bool in_brackets_ = false;  // values stand as the only item of a list
};

Reply complete(const Request& request) {
  const std::uint32_t offset = request.buffer->offset(request.params["position"], request.session.client().counting);
  return {Completion(request.session, *request.buffer, offset).run(), 0, {}};
}

constexpr Method methods[] = {{"textDocument/completion", complete}};

void announce(JsonWriter& json) {
  json.key("completionProvider");
  json.begin_object();
  json.key("triggerCharacters");
  json.begin_array();
  for (const std::string_view one : {":", " ", "\"", "["}) json.string(one);
  json.end_array();
  json.end_object();
}

}  // namespace

extern const Feature completion_feature;
const Feature completion_feature{.summary = {"补全键、取值、区划、机构、材料和标准",
                                             "completes keys, values, regions, agencies, materials, entries"},
                                 .methods = methods,
                                 .announce = announce};

}  // namespace matter::lsp::features
