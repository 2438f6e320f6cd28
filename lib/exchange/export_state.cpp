#include "exchange/export_state.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "catalog/catalog_data.h"
#include "doc/json.h"
#include "doc/json_write.h"
#include "exchange/content_bytes.h"
#include "exchange/platform_export.h"

namespace matter {

namespace {

constexpr std::string_view state_schema = "matter.exported/1";
constexpr std::string_view tail_start = "\n],\"catalogs\":";

/// Of the last line; none where it tells none.
std::vector<ReadCatalog> catalogs_in(std::string_view line) {
  Document doc;
  const std::string object = std::string("{").append(line.substr(std::min<std::size_t>(2, line.size())));
  const NodeId root = read_json_object(object, doc);
  return root == no_node ? std::vector<ReadCatalog>() : read_catalogs(doc, doc.find(root, "catalogs"));
}

ContentId name_of(std::string_view identity) { return content_id({"matter", identity}); }

}  // namespace

std::string_view name(Gone why) {
  constexpr std::array<std::string_view, 3> names = {"away", "withheld", "left-out"};
  return names.at(static_cast<std::size_t>(why));
}

std::string state_head(const StateHead& head) {
  JsonWriter json(JsonWriter::Layout::one_line);
  json.begin_object();
  json.member("schema", state_schema);
  json.member("program", head.program);
  json.member("platform", head.platform);
  json.member("medium", head.medium);
  json.member("mapping_xxh3_128", head.mapping);
  json.member("date", head.date);
  json.end_object();
  std::string text = json.take();
  text.resize(text.rfind('}'));
  return text += R"(,"matters":[)";
}

std::string state_tail(const std::vector<ReadCatalog>& catalogs) {
  return std::string(tail_start).append(to_json(catalogs)).append("}\n");
}

std::string ExportedMatter::json() const {
  JsonWriter out(JsonWriter::Layout::one_line);
  out.begin_object();
  out.member("matter", identity);
  if (!name.empty()) out.member("name", name);
  out.member("content", content.text());
  out.member("since", since);
  if (sample) {
    out.key("sample");
    out.boolean(true);
  }
  if (again) {
    out.key("again");
    out.boolean(true);
  }
  if (!rows.empty()) {
    out.key("rows");
    out.begin_object();
    for (const auto& [table, of_table] : rows) {
      out.key(table);
      out.begin_object();
      for (const ExportedRow& row : of_table) out.member(row.key, row.content.text());
      out.end_object();
    }
    out.end_object();
  }
  out.end_object();
  std::string text = out.take();
  text.pop_back();
  return text;
}

bool ExportedMatter::read(std::string_view json, ExportedMatter& into) {
  Document doc;
  const NodeId root = read_json_object(json, doc);
  if (root == no_node) return false;
  into = {};
  into.identity = doc.text_of(root, "matter");
  into.name = doc.text_of(root, "name");
  into.since = doc.text_of(root, "since");
  into.sample = doc.text_of(root, "sample") == "true";
  into.again = doc.text_of(root, "again") == "true";
  const auto content = ContentId::read(doc.text_of(root, "content"));
  if (into.identity.empty() || !content) return false;
  into.content = *content;
  const NodeId rows = doc.find(root, "rows");
  if (rows == no_node || doc.node(rows).kind != NodeKind::mapping) return true;
  for (const Entry entry : Entries(doc, rows)) {
    auto& [table, of_table] = into.rows.emplace_back();
    table = doc.node(entry.key).text();
    if (doc.node(entry.value).kind != NodeKind::mapping) return false;
    for (const Entry row : Entries(doc, entry.value)) {
      const auto says = ContentId::read(doc.node(row.value).text());
      if (!says) return false;
      of_table.push_back({std::string(doc.node(row.key).text()), *says});
    }
  }
  return true;
}

struct EarlierState::File {
  std::ifstream in;
};

EarlierState::EarlierState() = default;
EarlierState::~EarlierState() = default;
EarlierState::EarlierState(EarlierState&&) noexcept = default;
EarlierState& EarlierState::operator=(EarlierState&&) noexcept = default;

bool EarlierState::open(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return false;
  file_ = std::make_unique<File>();
  file_->in.open(path, std::ios::binary);
  if (!file_->in) throw std::system_error(errno, std::generic_category(), path);
  std::string line;
  std::getline(file_->in, line);
  Document doc;
  const NodeId root = read_json_object(line + "]}", doc);
  if (root == no_node || doc.text_of(root, "schema") != state_schema) return false;
  head_ = {std::string(doc.text_of(root, "program")), std::string(doc.text_of(root, "platform")),
           std::string(doc.text_of(root, "medium")), std::string(doc.text_of(root, "mapping_xxh3_128")),
           std::string(doc.text_of(root, "date"))};
  std::uint64_t offset = line.size() + 1;
  ExportedMatter one;
  bool ended = false;
  for (; std::getline(file_->in, line); offset += line.size() + 1) {
    ended = line.starts_with(']');
    if (ended) {
      catalogs_ = catalogs_in(line);
      break;
    }
    const std::string_view json = std::string_view(line).substr(0, line.size() - (line.ends_with(',') ? 1 : 0));
    if (!ExportedMatter::read(json, one)) return false;
    known_[name_of(one.identity)] = {one.content, offset, static_cast<std::uint32_t>(json.size())};
  }
  file_->in.clear();
  return ended;
}

EarlierState::Known* EarlierState::find(std::string_view identity) {
  const auto at = known_.find(name_of(identity));
  return at == known_.end() ? nullptr : &at->second;
}

ExportedMatter EarlierState::read(const Known& known) const {
  std::string line(known.length, '\0');
  file_->in.seekg(static_cast<std::streamoff>(known.offset));
  file_->in.read(line.data(), static_cast<std::streamsize>(line.size()));
  ExportedMatter one;
  static_cast<void>(ExportedMatter::read(line, one));
  return one;
}

std::vector<EarlierState::Known> EarlierState::gone() const {
  std::vector<Known> left;
  for (const auto& [name, known] : known_) {
    if (!known.met) left.push_back(known);
  }
  std::sort(left.begin(), left.end(), [](const Known& a, const Known& b) { return a.offset < b.offset; });
  return left;
}

void ExportState::follow(EarlierState earlier, bool whole) {
  earlier_ = std::move(earlier);
  follows_ = true;
  whole_ = whole;
}

ExportedMatter ExportState::describe(const ExportInput& shown, bool sample) {
  ExportedMatter made;
  made.identity = shown.identity;
  const std::uint32_t number = ++times_[name_of(made.identity)];
  if (number > 1) made.identity.append("#").append(std::to_string(number));
  made.again = number > 1;
  made.name = shown.matter.name.text;
  made.sample = sample;
  made.content = content_of(shown, made.identity, sample);
  made.since = head_.date;
  made.incomplete = shown.incomplete;
  return made;
}

ExportState::Is ExportState::begin(ExportedMatter matter) {
  now_ = std::move(matter);
  before_ = {};
  known_ = follows_ ? earlier_.find(now_.identity) : nullptr;
  Is is = Is::fresh;
  if (known_ != nullptr) {
    known_->met = true;
    before_ = earlier_.read(*known_);
    is = before_.content == now_.content ? Is::same : Is::changed;
    rows_ = {};
    for (const auto& [table, rows] : before_.rows) {
      for (const ExportedRow& row : rows) rows_.know(table, row.key, row.content);
    }
  }
  ++(is == Is::fresh ? counts_.fresh : is == Is::changed ? counts_.changed : counts_.same);
  if (is == Is::same) now_.since = before_.since;
  wanted_ = is != Is::same || whole_;
  return is;
}

RowChanges::Is ExportState::row(const MappedTable& table, std::string_view key, ContentId content) {
  if (now_.rows.empty() || now_.rows.back().first != table.name)
    now_.rows.emplace_back(table.name, std::vector<ExportedRow>());
  now_.rows.back().second.push_back({std::string(key), content});
  if (known_ == nullptr) return RowChanges::Is::fresh;
  const RowChanges::Is is = rows_.judge(table.name, key, content);
  return is == RowChanges::Is::same && whole_ ? RowChanges::Is::changed : is;
}

ExportedMatter ExportState::left() const {
  ExportedMatter left = before_;
  for (auto& [table, rows] : left.rows)
    std::erase_if(rows, [this, &of = table](const ExportedRow& row) { return rows_.has(of, row.key); });
  return left;
}

std::string ExportState::end() {
  if (!wanted_)
    now_.rows = std::move(before_.rows);
  else if (now_.incomplete)
    keep_rows();
  before_ = {};
  if (shares_rows(now_)) hold(now_);
  return now_.json();
}

bool ExportState::shares_rows(const ExportedMatter& matter) {
  return follows_ && (matter.again || earlier_.find(matter.identity + "#2") != nullptr);
}

void ExportState::hold(const ExportedMatter& matter) {
  for (const auto& [table, rows] : matter.rows)
    for (const ExportedRow& row : rows) held_.insert(content_id({table, row.key}));
}

bool ExportState::holds(std::string_view table, std::string_view key) const {
  return held_.contains(content_id({table, key}));
}

/// Rows of a matter that was not read whole stay on the platform, until it is.
void ExportState::keep_rows() {
  for (auto& [table, rows] : left().rows) {
    if (rows.empty()) continue;
    const auto at = std::find_if(now_.rows.begin(), now_.rows.end(),
                                 [&table = table](const auto& one) { return one.first == table; });
    auto& to = at != now_.rows.end() ? at->second : now_.rows.emplace_back(table, std::vector<ExportedRow>()).second;
    to.insert(to.end(), rows.begin(), rows.end());
  }
}

void ExportState::keep_back(std::string_view identity, Gone why) {
  std::string name(identity);
  // Of several with its identity, nobody knows which one it was: all that are not met are said to be gone for this.
  for (std::size_t n = 2; follows_; ++n) {
    EarlierState::Known* const known = earlier_.find(name);
    if (known == nullptr) return;
    if (known->why != Gone::withheld) known->why = why;
    name = std::string(identity).append("#").append(std::to_string(n));
  }
}

ContentId ExportState::content_of(const ExportInput& shown, std::string_view identity, bool sample) {
  text_.clear();
  append_content(shown.matter, text_);
  std::vector<std::string_view> parts = {identity, sample ? "sample" : "", shown.standard ? "standard" : "", text_,
                                         digest_of(shown.context.catalog)};
  const bool named = names_entries_ && shown.matter.standard.given() && shown.matter.standard_entry != nullptr;
  if (named) parts.insert(parts.end(), {"entry", shown.matter.standard_entry->name.text});
  if (shown.incomplete) parts.emplace_back("incomplete");  // when it is whole again, all of it is told anew
  return content_id(parts);
}

/// Of what else of the catalog can stand in a cell; empty where there is nothing.
std::string_view ExportState::digest_of(const Catalog* catalog) {
  if (catalog == nullptr) return {};
  const auto [at, fresh] = digests_.try_emplace(catalog);
  if (!fresh) return at->second;
  std::string regions;
  std::string_view config;
  if (mapping_.whole_model && catalog->config_file != nullptr) config = catalog->config_file->text;
  if (names_regions_ && catalog->data != nullptr) {
    const CatalogContext context{catalog, nullptr, today_};
    for (const auto& [code, row] : catalog->data->regions) {
      const auto region = context.region(code);
      regions.append("\n").append(code).append(region ? region->name : std::string_view());
    }
  }
  if (!config.empty() || !regions.empty()) at->second = content_id({config, regions}).text();
  return at->second;
}

}  // namespace matter
