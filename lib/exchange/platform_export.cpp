#include "exchange/platform_export.h"

#include <algorithm>

#include "doc/json_tree.h"
#include "doc/json_write.h"
#include "exchange/guide/export.h"
#include "exchange/redact.h"
#include "exchange/row_changes.h"
#include "exchange/sql_rows.h"
#include "exchange/takes.h"
#include "exchange/tree.h"

namespace matter {

namespace {

bool is_sample(const ExportInput& input) {
  return input.matter.sample.yes() || (input.context.catalog != nullptr && input.context.catalog->config.sample.yes());
}

bool takes(const MappedTable& table, const ExportInput& input) {
  if (table.standard != input.standard) return false;
  return table.types.empty() ||
         std::find(table.types.begin(), table.types.end(), input.matter.type.value) != table.types.end();
}

/// Of what a row says of the matter, whatever the run.
ContentId content_of(const MadeRow& made) {
  std::vector<std::string_view> parts;
  parts.reserve(made.places.size() + 1);
  std::size_t from = 0;
  for (const RunPlace& place : made.places) {
    parts.push_back(std::string_view(made.bytes).substr(from, place.begin - from));
    from = place.end;
  }
  parts.push_back(std::string_view(made.bytes).substr(from));
  return content_id(parts);
}

}  // namespace

PlatformExport::PlatformExport(const Mapping& mapping, ExportRun run, Losses& losses, RowTaker* sink)
    : mapping_(mapping), run_(run), losses_(losses), cells_(mapping_, run_, losses_), sink_(sink) {
  if (mapping.for_public) losses_.hide_items();
  const std::size_t tables = mapping.whole_model ? 1 : mapping.tables.size();
  told_.resize(tables);
  opened_.resize(tables * 2);
  for (const Takes& takes : mapping.takes) left_out_.push_back({&takes});
  left_out_.emplace_back();
  if (mapping.is_guide()) {
    guide_ = std::make_unique<GuideExport>(mapping_, run_, cells_, losses_, files_);
    return;
  }
  rows_.resize(tables);
  keys_ = mapping.medium == Medium::jsonld;
  for (const MappedTable& table : mapping.tables) keys_ = keys_ || table.column_of(FunctionId::identity) != nullptr;
  for (std::size_t table = 0; table < tables && !mapping.documents(); ++table) static_cast<void>(open(table, false));
}

PlatformExport::~PlatformExport() = default;

/// As the mapping names imported files.
std::string PlatformExport::wished_name(const ExportInput& input) const {
  std::string wish;
  for (const TemplatePart& part : mapping_.file_name) {
    if (part.path.count == 0) {
      wish += part.literal;
      continue;
    }
    visit_path(part.path, static_cast<const void*>(&input.matter), [&](const Trail&, const Field&, const void* at) {
      for (const char c : static_cast<const Scalar*>(at)->text) wish += c == '/' ? '_' : c;
    });
  }
  const std::size_t name = wish.rfind('/') + 1;
  const std::size_t begin = wish.find_first_not_of('-', name);
  if (begin != std::string::npos) wish.erase(name, begin - name);
  return wish.empty() ? std::string(input.identity) : wish;
}

void PlatformExport::remember(ExportState& state) {
  state_ = &state;
  const bool tells = sink_ == nullptr && !mapping_.whole_model;
  for (std::size_t i = 0; i < told_.size() && tells; ++i) told_[i] = tells_rows(mapping_, mapping_.tables[i]);
}

/// Whether it is a matter for this platform; counts what is not.
bool PlatformExport::wants(const ExportInput& input) {
  const auto holds = [&](const MappedTable& table) { return table.standard == input.standard; };
  if (!mapping_.whole_model && std::none_of(mapping_.tables.begin(), mapping_.tables.end(), holds)) {
    ++left_out_.back().matters;
    return false;
  }
  for (std::size_t i = 0; i < mapping_.takes.size(); ++i) {
    const Takes& takes = mapping_.takes[i];
    if (meets(takes, input.matter, run_.today)) continue;
    ++left_out_[i].matters;
    if (input.context.not_carried(to_text(takes.path))) ++left_out_[i].never_said;
    return false;
  }
  return true;
}

Added PlatformExport::add(const ExportInput& input) {
  MadeMatter made;
  return take(input, made);
}

MadeMatter PlatformExport::make(const ExportInput& input) {
  placing_ = false;
  MadeMatter made;
  made.identity = input.identity;
  made.file = input.file;
  made.added = take(input, made);
  return made;
}

Added PlatformExport::take(const ExportInput& input, MadeMatter& made) {
  losses_.begin(input.identity, input.file);
  if (!wants(input)) return Added::left_out;
  const Named& publicity = input.matter.publicity;
  if (mapping_.for_public && (publicity.is("涉密") || publicity.is("不公开"))) {
    return withhold("publicity");
  }
  const auto tell_incomplete = [&] {
    if (input.incomplete) losses_.add(LossReason::incomplete, {}, {}, {});
  };
  if (!mapping_.for_public) {
    tell_incomplete();
    return take_shown(input, made);
  }
  Arena arena;
  Matter shown;
  const auto left_out = [this](std::string_view path) { losses_.add(LossReason::withheld, {}, {}, path); };
  if (!redact(input.matter, arena, shown, left_out)) return withhold("withheld");
  tell_incomplete();
  const ExportInput left = {shown, input.context, input.identity, input.file, input.standard, input.incomplete};
  if (!wants(left)) return Added::left_out;  // what it was taken for is withheld
  return take_shown(left, made);
}

/// losses.json lies beside what is published: of a matter that is not, it says neither code nor file.
Added PlatformExport::withhold(std::string_view because_of) {
  losses_.begin({}, {});
  losses_.add(LossReason::withheld, {}, {}, because_of);
  return Added::withheld;
}

/// Without the trees that nobody understood: they may stand within what is withheld, be it once more, or hold it.
Matter PlatformExport::understood(const Matter& shown) {
  for (const Problem& problem : shown.problems) {
    const bool unknown = problem.kind == ProblemKind::unknown_field || problem.kind == ProblemKind::twice;
    const bool tree = problem.node != no_node && !shown.document->node(problem.node).is(NodeKind::scalar);
    if (unknown || tree) losses_.add(LossReason::withheld, {}, {}, problem.path);
  }
  Matter known = shown;
  known.problems = {};
  known.standard_entry = nullptr;  // only its problems would be written
  return known;
}

Added PlatformExport::take_shown(const ExportInput& input, MadeMatter& made) {
  const bool once = kind_of(mapping_.medium).keyed && guide_ == nullptr && !mapping_.whole_model;
  made.sample = is_sample(input);
  for (std::uint32_t i = 0; i < mapping_.tables.size() && guide_ == nullptr; ++i) {
    if (takes(mapping_.tables[i], input)) made.tables.push_back(i);
  }
  if (made.tables.empty() && guide_ == nullptr && !mapping_.whole_model) {
    losses_.add(LossReason::no_table, {}, {}, "type");
    return Added::no_table;
  }
  if (state_ != nullptr) made.state = state_->describe(input, made.sample);
  // The state knows each identity already: they are not kept twice.
  const bool again =
      state_ != nullptr ? made.state.again : once && !identities_.insert(std::string(input.identity)).second;
  if (once && again) {
    losses_.add(LossReason::same_identity, {}, {}, {});
    return Added::twice;
  }
  if (mapping_.documents()) made.name = wished_name(input);
  key_ = state_ != nullptr ? made.state.identity
         : once            ? std::string(input.identity)
         : keys_           ? unique(input.identity)
                           : std::string();
  if (placing_ && begin_placing(made) == Added::same) {
    if (all_losses_) only_losses(input, made);
    return Added::same;
  }
  make_shown(input, made);
  if (placing_ && state_ != nullptr && !input.incomplete) remove(state_->left());  // a row may only not have been read
  return Added::yes;
}

/// Makes it all the same, and lets it go: what does not arrive of it stands on the platform so.
void PlatformExport::only_losses(const ExportInput& input, MadeMatter& made) {
  placing_ = false;
  make_shown(input, made);
  placing_ = true;
  if (!made.config.empty()) configurations_.try_emplace(made.catalog, made.config);
  for (const MadeRow& row : made.rows) count_same(row);
}

void PlatformExport::make_shown(const ExportInput& input, MadeMatter& made) {
  if (mapping_.whole_model) return make_json(input, made);
  if (guide_ == nullptr) return make_rows(input, made);
  made.guide = guide_->make({input.matter, input.context, input.file, made.sample, input.incomplete});
  takers_.assign(mapping_.tables.size(), true);
  cover_of(takers_).report(input.matter, losses_);
  if (placing_) guide_->place(made.guide, made.sample);
}

void PlatformExport::make_json(const ExportInput& input, MadeMatter& made) {
  MadeRow& row = placing_ ? row_ : made.rows.emplace_back();
  row.bytes.clear();
  tree_.clear(no_source, {});
  TreeBuilder builder(tree_);
  const Matter known = mapping_.for_public ? understood(input.matter) : input.matter;
  write_json(tree_, to_tree(known, TreeForm::json, builder), row.bytes);
  const Catalog* const catalog = input.context.catalog;
  if (catalog != nullptr && catalog->config_file != nullptr && !catalog->config_file->document.roots.empty()) {
    made.catalog = catalog->root;
    const Document& doc = catalog->config_file->document;
    if (catalogs_made_.insert(catalog).second) write_json(doc, doc.roots[0], made.config);
  }
  if (placing_) place_json(made, row);
}

void PlatformExport::make_rows(const ExportInput& input, MadeMatter& made) {
  takers_.assign(mapping_.tables.size(), false);
  RowContext row;
  row.matter = &input.matter;
  row.catalog = &input.context;
  row.identity = input.identity;
  row.sample = made.sample;
  row.key = key_;
  for (const std::uint32_t i : made.tables) {
    const MappedTable& table = mapping_.tables[i];
    takers_[i] = true;
    if (placing_) begin_table(made, i);
    if (table.each.count == 0) {
      write_row(table, made, row);
    } else {
      write_rows(table, made, row);
    }
  }
  cover_of(takers_).report(input.matter, losses_);
}

void PlatformExport::write_rows(const MappedTable& table, MadeMatter& made, RowContext row) {
  const void* record = row.matter;
  for (std::size_t i = 0; i + 1U < table.each.count; ++i) record = member(*table.each.fields[i], record);
  const Field& field = table.each.last();
  const AnyList& list = list_of(field, record);
  if (!list.given()) return;
  const bool asked = mapping_.medium == Medium::jsonld || table.column_of(FunctionId::row_id) != nullptr;
  std::vector<std::string> seen;
  for (std::uint32_t i = 0; i < list.count; ++i) {
    row.item = item_of(field, list, i);
    row.order = i + 1;
    if (!asked) {  // no column tells equal items apart
      write_row(table, made, row);
      continue;
    }
    std::string identity = item_identity(field, row.item);
    row.same_before = static_cast<std::uint32_t>(std::count(seen.begin(), seen.end(), identity));
    seen.push_back(std::move(identity));
    row.item_identity = seen.back();
    write_row(table, made, row);
  }
}

void PlatformExport::write_row(const MappedTable& table, MadeMatter& made, RowContext row) {
  if (sink_ != nullptr) {
    const auto number = static_cast<std::size_t>(&table - mapping_.tables.data());
    sink_->add(table, row, cells_);
    ++files_[open(number, made.sample)].rows;
    ++rows_[number];
    return;
  }
  make_row(table, row, placing_ ? row_ : made.rows.emplace_back());
  if (placing_) place_row(row_, made.sample);
}

void PlatformExport::make_row(const MappedTable& table, RowContext row, MadeRow& made) {
  made.table = static_cast<std::uint32_t>(&table - mapping_.tables.data());
  made.bytes.clear();
  made.places.clear();
  made.key.clear();
  const bool told = told_[made.table];
  if (told) {
    const Column& key = *row_key(table);
    made.key = cells_.make(table, key, row);
    if (key.is(FunctionId::row_id) && !mapping_.spreadsheet) row.row_id = made.key;
  }
  if (kind_of(mapping_.medium).one_file && !run_.rows_only) {
    row_cells_.make(table, row, cells_);
    if (told) made.content = row_cells_.content();
    made.texts = row_cells_.give();
  } else if (mapping_.documents()) {
    write_document(mapping_, table, row, cells_, made.bytes);
  } else {
    append_row(mapping_, table, row, cells_, made.bytes, told ? &made.places : nullptr);
    if (told) made.content = content_of(made);
  }
}

/// The identity, with a number behind it where an earlier matter has the same.
std::string PlatformExport::unique(std::string_view identity) {
  std::string key(identity);
  for (std::size_t n = 2; !identities_.insert(key).second; ++n) key = std::string(identity) + "#" + std::to_string(n);
  return key;
}

Cover& PlatformExport::cover_of(const std::vector<bool>& tables) {
  std::unique_ptr<Cover>& cover = covers_[tables];
  if (cover != nullptr) return *cover;
  cover = std::make_unique<Cover>();
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (tables[i]) cover->add(mapping_.tables[i], mapping_.is_guide());
  }
  return *cover;
}

}  // namespace matter
