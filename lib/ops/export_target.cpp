#include "ops/export_target.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <stdexcept>

#include "ops/export_files.h"
#include "ops/export_piece.h"
#include "ops/version.h"

namespace matter {

namespace {

constexpr std::size_t flush_bytes = 1U << 18U;  // what a cache near the processor holds

std::vector<std::string_view> elements_of(const Mapping& mapping) {
  std::set<std::string_view> keys;
  for_each_column(mapping.tables, [&](const Column& column) {
    for (const FieldPath* path : {&column.path, &column.otherwise, &column.read})
      if (path->count != 0) keys.insert(path->fields[0]->key);
  });
  return {keys.begin(), keys.end()};
}

/// Whether files with some of the matters can stand for themselves.
bool comes_in_parts(const Mapping& mapping) {
  if (mapping.is_guide()) return false;  // pages speak of each other
  const auto told = [&](const MappedTable& table) { return tells_rows(mapping, table); };
  const bool database = mapping.medium == Medium::sql || mapping.medium == Medium::sqlite;
  return !database || std::all_of(mapping.tables.begin(), mapping.tables.end(), told);
}

}  // namespace

std::string mapping_hash(const Mapping& mapping) {
  ContentHash hash;
  for (const Mapping* one = &mapping; one != nullptr; one = one->base.get()) hash.add(one->text);
  return hash.text();
}

bool is_sample(const MatterView& view) {
  return view.matter.sample.yes() || (view.context.catalog != nullptr && view.context.catalog->config.sample.yes());
}

StateHead state_head_of(const Mapping& mapping, const RunOptions& run) {
  return {std::string(program_version()), std::string(mapping.platform), std::string(kind_of(mapping.medium).name),
          mapping_hash(mapping), to_text(run.today)};
}

bool is_incomplete(const MatterView& view, const LoadedFile& file) {
  if (file.document.damaged) return true;
  if (view.standard || !view.matter.standard.given()) return false;
  const Matter* const entry = view.matter.standard_entry;
  return entry == nullptr || (view.context.standards != nullptr && view.context.standards->is_damaged(*entry));
}

ExportTarget::ExportTarget(std::unique_ptr<Mapping> mapping, const RunOptions& run, std::string below,
                           ExportFolder& folder, ExportResult& result, RowTaker* sink)
    : mapping_(std::move(mapping)),
      run_(run),
      below_(std::move(below)),
      has_files_(sink == nullptr),
      folder_(folder),
      result_(result),
      loss_list_(below_ + std::string(losses_name), folder),
      state_list_(below_ + std::string(state_name), folder) {
  result_.platform = mapping_->platform;
  result_.label = mapping_->label;
  result_.status = mapping_->status;
  result_.medium = kind_of(mapping_->medium).name;
  result_.documents = mapping_->documents();
  result_.mapping_version = mapping_->version;
  result_.mapping_hash = mapping_hash(*mapping_);
  result_.elements = elements_of(*mapping_);
  platform_.emplace(*mapping_, ExportRun{run_.today}, losses_.losses(), sink);
  const StateHead head = state_head_of(*mapping_, run_);
  state_.emplace(*mapping_, head, run_.today);
  platform_->remember(*state_);
  loss_list_.begin(losses_head(result_.platform));
  state_list_.begin(state_head(head));
}

void ExportTarget::follow(const std::string& folder, bool all_losses) {
  all_losses_ = all_losses;
  if (all_losses) platform_->tell_all_losses();
  ExportChanges& changes = result_.changes;
  changes.follows = true;
  EarlierState earlier;
  const std::string several = folder + "/" + result_.platform;
  const std::string from = folder_state(several, manifest_name) == FolderState::ours ? several : folder;
  const std::string state = from + "/" + std::string(state_name);
  const bool known = earlier.open(state);
  if (!known || earlier.head().platform != result_.platform) {
    changes.whole = !known && std::filesystem::exists(state) ? ExportWhole::unknown : ExportWhole::first;
    return;
  }
  const StateHead& now = state_->head();
  const StateHead& then = earlier.head();
  changes.since = then.date;
  changes.whole = then.program != now.program   ? ExportWhole::program
                  : then.medium != now.medium   ? ExportWhole::medium
                  : then.mapping != now.mapping ? ExportWhole::mapping
                  : !comes_in_parts(*mapping_)  ? ExportWhole::media
                                                : ExportWhole::no;
  state_->follow(std::move(earlier), changes.whole != ExportWhole::no);
}

bool ExportTarget::add(const MatterView& view, std::string_view file, bool incomplete) {
  const Added added = platform_->add({view.matter, view.context, view.identity, file, view.standard, incomplete});
  return count(added, view.identity, is_sample(view), incomplete);
}

void ExportTarget::place(ExportPiece& piece) {
  const std::size_t tables = mapping_->whole_model ? 1 : mapping_->tables.size();
  const bool fits = std::all_of(piece.made.rows.begin(), piece.made.rows.end(),
                                [&](const MadeRow& row) { return row.table < tables; });
  if (!fits) throw std::runtime_error("pieces are not of this mapping");
  const Added added = platform_->place(piece.made);
  count(added, piece.made.identity, piece.made.sample, piece.incomplete);
}

void ExportTarget::place_left_out(const std::vector<std::pair<std::uint64_t, std::uint64_t>>& left_out) {
  for (std::size_t i = 0; i < left_out.size(); ++i) platform_->place_left_out(i, left_out[i].first, left_out[i].second);
}

bool ExportTarget::count(Added added, std::string_view identity, bool sample, bool incomplete) {
  if (added == Added::same && !all_losses_) losses_.forget();  // told when it was written
  losses_.drain(loss_list_.pending());
  loss_list_.flush(flush_bytes);
  if (added == Added::withheld) {
    ++result_.withheld;
    state_->keep_back(identity, Gone::withheld);
  }
  if (added == Added::no_table) ++result_.without_table;
  if (added == Added::left_out || added == Added::no_table) state_->keep_back(identity, Gone::left_out);
  if (added != Added::yes && added != Added::same) return false;
  state_list_.add(state_->end());
  state_list_.flush(flush_bytes);
  ++result_.exported;
  if (sample) ++result_.samples;
  if (incomplete) ++result_.incomplete;
  flush_some();
  return true;
}

void ExportList::add(std::string_view item) {
  pending_.append(any_ ? ",\n" : "\n").append(item);
  any_ = true;
}

void ExportList::flush(std::size_t from) {
  if (pending_.size() < from) return;
  hash_.add(pending_);
  bytes_ += pending_.size();
  folder_.append(name_, pending_);
  pending_.clear();
}

ExportCompanion ExportList::end(std::string_view tail, std::string_view below) {
  pending_ += tail;
  flush(0);
  return {name_.substr(below.size()), bytes_, hash_.text()};
}

/// What the platform has to take away. What was not met may stand in a file that could not be read: it stays.
void ExportTarget::tell_gone() {
  ExportList list(below_ + std::string(gone_name), folder_);
  list.begin(gone_head(result_.platform, run_.today));
  for (const EarlierState::Known& known : state_->gone()) {
    const ExportedMatter gone = state_->read(known);
    if (known.why == Gone::away && result_.damaged != 0) {  // it may be in what could not be read
      state_->hold(gone);
      state_list_.add(gone.json());
      state_list_.flush(flush_bytes);
      ++result_.changes.unread;
      continue;
    }
    ++result_.changes.gone;
    list.add(gone_line(gone, known.why));
    list.flush(flush_bytes);
    platform_->remove(gone);
    flush_some();
  }
  result_.companions.push_back(list.end("\n]}\n", below_));
}

/// Files that are whole are done with, however many there are: they are not looked at again.
void ExportTarget::flush_some() {
  std::vector<ExportFile>& files = platform_->files();
  for (std::size_t i = done_; i < files.size(); ++i) flush(files[i], i, files[i].whole ? 0 : flush_bytes);
  while (done_ < files.size() && files[done_].whole) ++done_;
}

void ExportTarget::flush(ExportFile& file, std::size_t at, std::size_t from) {
  if (file.pending.size() < from) return;
  if (outputs_.size() <= at) outputs_.resize(at + 1);
  Output& output = outputs_[at];
  if (!output.hash_text.empty()) return;
  if (!output.hash) output.hash.emplace();
  output.hash->add(file.pending);
  const bool at_once = file.whole && output.bytes == 0;
  output.bytes += file.pending.size();
  at_once ? folder_.write(below_ + file.name, file.pending) : folder_.append(below_ + file.name, file.pending);
  if (!file.whole) return file.pending.clear();  // its memory serves the next rows
  file.pending = {};
  output.hash_text = output.hash->text();
  output.hash.reset();
}

void ExportTarget::tell_left_out() {
  constexpr std::array<std::string_view, 6> tests = {"given",   "absent", "one-of",
                                                     "none-of", "passed", "not-passed"};  // as of Takes::Test
  for (const LeftOut& one : platform_->left_out()) {
    if (one.matters == 0) continue;
    ExportLeftOut& told = result_.left_out.emplace_back();
    told.matters = one.matters;
    told.never_said = one.never_said;
    const bool directory = !mapping_->tables.empty() && mapping_->tables[0].standard;
    told.test = one.why != nullptr ? tests.at(static_cast<std::size_t>(one.why->test))
                : directory        ? "office"
                                   : "standard";
    if (one.why == nullptr) continue;
    told.field = to_text(one.why->path);
    told.label = one.why->path.last().label;
    told.values.assign(one.why->values.begin(), one.why->values.end());
  }
}

void ExportTarget::finish(const std::vector<ReadCatalog>& catalogs) {
  if (state_->follows()) tell_gone();
  const ExportState::Counts& counts = state_->counts();
  result_.changes.fresh = counts.fresh;
  result_.changes.changed = counts.changed;
  result_.changes.same = counts.same;
  platform_->finish([this](std::size_t i) { flush(platform_->files()[i], i, flush_bytes); });
  tell_left_out();
  const bool samples_only = result_.samples == result_.exported && result_.samples != 0;
  outputs_.resize(platform_->files().size());
  for (std::size_t i = 0; has_files_ && i < platform_->files().size(); ++i) {
    ExportFile& file = platform_->files()[i];
    if (samples_only && !file.sample && !file.shared) continue;  // nothing real: no file that looks like it
    file.whole = true;
    flush(file, i, 0);
    result_.files.push_back(
        {file.name, std::string(file.table), file.sample, file.rows, outputs_[i].bytes, outputs_[i].hash_text});
  }
  std::sort(result_.files.begin(), result_.files.end(),
            [](const ExportedFile& a, const ExportedFile& b) { return a.name < b.name; });
  losses_.drain(loss_list_.pending());
  result_.losses = losses_.sums();
  result_.companions.push_back(loss_list_.end(losses_tail(result_.losses), below_));
  result_.companions.push_back(state_list_.end(state_tail(catalogs), below_));
}

void ExportTarget::write_manifest() {
  const std::string manifest = manifest_json(result_, run_.today);
  ContentHash hash;
  hash.add(manifest);
  result_.manifest_hash = hash.text();
  folder_.write(below_ + std::string(manifest_name), manifest);
}

}  // namespace matter
