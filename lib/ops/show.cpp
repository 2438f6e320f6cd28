#include "ops/show.h"

#include <algorithm>
#include <stdexcept>

#include "catalog/catalog.h"
#include "catalog/level.h"
#include "doc/json_tree.h"
#include "doc/yaml.h"
#include "doc/yaml_writer.h"
#include "exchange/tree.h"
#include "ops/likely_files.h"
#include "ops/load.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t most_nearest = 5;
constexpr std::size_t farthest_code = 5;
/// With the places beside the values, lines are to fit 80 columns.
constexpr std::size_t usual_width = 80, width_with_origin = 60;

std::string text_of(const Text& text) { return text.given() ? std::string(trimmed(text.text)) : std::string{}; }

/// Keeps the few that are nearest to what was asked for.
class Nearest {
 public:
  explicit Nearest(std::string_view asked) : asked_(asked), words_(normalised(asked)) {}

  void meet(const MatterView& view, const std::function<ShownPlace()>& place) {
    const std::size_t far = std::min(by_code(view), by_name(view.matter));
    if (far > farthest_code || (found_.size() == most_nearest && far >= found_.back().first)) return;
    const auto at =
        std::upper_bound(found_.begin(), found_.end(), far, [](std::size_t a, const auto& b) { return a < b.first; });
    found_.insert(at, {far, place()});
    if (found_.size() > most_nearest) found_.pop_back();
  }
  std::vector<ShownPlace> take() {
    std::vector<ShownPlace> places;
    for (auto& [far, place] : found_) places.push_back(std::move(place));
    return places;
  }

 private:
  [[nodiscard]] std::size_t by_code(const MatterView& view) const {
    const std::size_t far = edit_distance(view.identity, asked_, farthest_code);
    return far * 3 <= count_characters(asked_) ? far : farthest_code + 1;
  }
  [[nodiscard]] std::size_t by_name(const Matter& m) const {
    if (!m.name.given() || words_.empty()) return farthest_code + 1;
    const std::string name = normalised(display_name(m));
    if (name.find(words_) != std::string::npos) return 0;
    // 失业登记（示例）is near to 失业登计: what stands in brackets need not be written.
    const std::size_t bracket = name.find('(');
    const std::size_t far = std::min(edit_distance(name, words_, farthest_code),
                                     edit_distance(name.substr(0, bracket), words_, farthest_code));
    return far * 2 <= count_characters(words_) ? far : farthest_code + 1;
  }

  std::string_view asked_;
  std::string words_;
  std::vector<std::pair<std::size_t, ShownPlace>> found_;
};

/// Whether the values of a record come from more than one source.
bool mixed(const Table& table, const void* record, SourceId& first) {
  bool more = false;
  for (const Field& field : table.fields) {
    const Mark& mark = mark_of(field, record);
    if (mark.absent()) continue;
    if (field.kind == Kind::record && mark.given()) {
      more |= mixed(*field.table(), member(field, record), first);
    } else if (first == no_source) {
      first = mark.source;
    } else {
      more |= mark.source != first;
    }
  }
  return more;
}

/// A line for each value of a record whose values come from two sources.
void divide(Document& doc, NodeId node, const Table& table, const void* record) {
  if (!doc.node(node).is(NodeKind::mapping)) return;
  SourceId first = no_source;
  if (mixed(table, record, first)) doc.nodes[node].style = NodeStyle::block;
  for (const Entry entry : entries(doc, node)) {
    const Field* const field = find_field(table, doc.node(entry.key).text());
    if (field == nullptr || field->kind != Kind::record) continue;
    divide(doc, entry.value, *field->table(), member(*field, record));
  }
}

/// Known keys under their Chinese labels.
void rename_keys(Document& doc, NodeId node, const Table& table) {
  if (doc.node(node).is(NodeKind::sequence)) {
    for (const NodeId item : children(doc, node)) rename_keys(doc, item, table);
  }
  if (!doc.node(node).is(NodeKind::mapping)) return;
  for (const Entry entry : entries(doc, node)) {
    const Field* const field = find_field(table, doc.node(entry.key).text());
    if (field == nullptr) continue;
    if (field->table != nullptr) rename_keys(doc, entry.value, *field->table());
    if (doc.find(node, field->label) != no_node) continue;  // it stands twice: both stay
    doc.nodes[entry.key].data = field->label.data();
    doc.nodes[entry.key].length = static_cast<std::uint32_t>(field->label.size());
  }
}

class Showing {
 public:
  Showing(std::string_view code, const ShowOptions& how, const RunOptions& options, Sources& sources)
      : asked_(trimmed(code)), how_(how), lang_(options.lang), sources_(sources), nearest_(asked_) {}

  void meet(const MatterView& view, const LoadedFile& file) {
    const Meant how = means(asked_, view.matter, view.identity, view.standard);
    if (how == Meant::no || (how == Meant::by_code && by_identity_)) {
      if (found_.empty()) nearest_.meet(view, [&] { return place(view.matter, view.identity, view); });
      return;
    }
    if (how == Meant::by_identity && !by_identity_) found_.clear();
    by_identity_ |= how == Meant::by_identity;
    if (!how_.all && found_.size() == 1) forget(found_.front());
    found_.push_back(described(view, file));
    if (how_.all || found_.size() == 1) fill(found_.back(), view.matter);
  }

  ShowResult take(const LoadSummary& loaded) {
    ShowResult result;
    result.asked = asked_;
    result.matters = loaded.matters;
    result.files = loaded.files;
    result.damaged = loaded.damaged;
    result.listed = found_.size() > 1 && !how_.all;
    if (found_.empty()) result.nearest = nearest_.take();
    result.found = std::move(found_);
    return result;
  }

 private:
  static ShownPlace place(const Matter& m, std::string_view identity, const MatterView& view) {
    const CatalogConfig& config = view.context.catalog->config;
    return {std::string(identity),  display_name(m), std::string(level_of(m, config)),
            text_of(m.agency.name), m.mark.at(),     text_of(config.name),
            view.standard};
  }

  ShownMatter described(const MatterView& view, const LoadedFile& file) {
    const Matter& m = view.matter;
    ShownMatter shown;
    static_cast<ShownPlace&>(shown) = place(m, view.identity, view);
    shown.sample = m.sample.yes() || view.context.catalog->config.sample.yes();
    shown.damaged = file.document.damaged;
    if (!view.standard) shown.bound_to = text_of(m.standard);
    if (m.standard_entry == nullptr) return shown;
    const Matter& entry = *m.standard_entry;
    Collector unheard(lang_);
    const Catalog catalog = catalog_of_path(std::string(sources_.name(entry.mark.source)), sources_, unheard);
    shown.entry = ShownPlace{report_identity(entry, true, sources_.name(entry.mark.source), 1),
                             display_name(entry),
                             std::string(level_of(entry, catalog.config)),
                             text_of(entry.agency.name),
                             entry.mark.at(),
                             text_of(catalog.config.name),
                             true};
    return shown;
  }

  /// Writes it, and reads it again: what is shown is the matter, or this program is wrong.
  void fill(ShownMatter& shown, const Matter& m) const {
    const Table& table = *table_of<Matter>();
    Document doc;
    TreeBuilder tree(doc);
    const NodeId root = to_tree(m, TreeForm::yaml, tree);
    if (how_.origin) divide(doc, root, table, &m);
    if (how_.keys == KeyLanguage::chinese) rename_keys(doc, root, table);
    write_yaml(doc, root, shown.yaml, {how_.origin ? width_with_origin : usual_width});
    Document again;
    Collector mistakes(lang_);
    const YamlOutcome outcome = read_yaml(shown.yaml, no_source, again, mistakes);
    if (outcome != YamlOutcome::read || again.roots.size() != 1 || !same_tree(doc, root, again, again.roots[0])) {
      throw std::logic_error("the matter that is shown does not read back: " + shown.identity);
    }
    Document object;
    TreeBuilder json(object);
    write_json(object, to_tree(m, TreeForm::json, json), shown.json);
    shown.values = values_of(m);
  }

  static void forget(ShownMatter& shown) {
    shown.yaml.clear();
    shown.json.clear();
    shown.values.clear();
  }

  std::string asked_;
  const ShowOptions& how_;
  Lang lang_;
  Sources& sources_;
  Nearest nearest_;
  std::vector<ShownMatter> found_;
  bool by_identity_ = false;
};

}  // namespace

ShowResult show(std::string_view code, const std::vector<std::string>& paths, const ShowOptions& how,
                const RunOptions& options, Sources& sources) {
  Collector unheard(options.lang);
  LikelyFiles likely = likely_files(trimmed(code), paths, options, sources, unheard);
  if (likely.told) {
    Workspace work;
    open_workspace([&](Collector&) { return std::move(likely.discovery); }, options, sources, work, unheard,
                   StandardsRead::needed);
    Showing showing(code, how, options, sources);
    LoadSummary loaded =
        for_each_matter(work, options, sources, unheard,
                        [&](const MatterView& view, const LoadedFile& file) { showing.meet(view, file); });
    loaded.files = likely.files;
    ShowResult result = showing.take(loaded);
    if (!result.found.empty()) return result;
  }
  // What is nearest is known only when all have been looked at.
  Showing showing(code, how, options, sources);
  const LoadSummary loaded =
      for_each_matter(paths, options, sources, unheard,
                      [&](const MatterView& view, const LoadedFile& file) { showing.meet(view, file); });
  return showing.take(loaded);
}

}  // namespace matter
