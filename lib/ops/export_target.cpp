#include "ops/export_target.h"

#include <algorithm>
#include <array>
#include <set>

#include "ops/export_files.h"

namespace matter {

namespace {

constexpr std::size_t flush_bytes = 1U << 20U;

std::vector<std::string_view> elements_of(const Mapping& mapping) {
  std::set<std::string_view> keys;
  for (const MappedTable& table : mapping.tables) {
    for (const Column& column : table.columns) {
      for (const FieldPath* path : {&column.path, &column.otherwise})
        if (path->count != 0) keys.insert(path->fields[0]->key);
    }
  }
  return {keys.begin(), keys.end()};
}

std::string hash_of(const Mapping& mapping) {
  ContentHash hash;
  for (const Mapping* one = &mapping; one != nullptr; one = one->base.get()) hash.add(one->text);
  return hash.text();
}

bool is_sample(const MatterView& view) {
  return view.matter.sample.yes() || (view.context.catalog != nullptr && view.context.catalog->config.sample.yes());
}

}  // namespace

ExportTarget::ExportTarget(std::unique_ptr<Mapping> mapping, const RunOptions& run, std::string below,
                           ExportFolder& folder, ExportResult& result)
    : mapping_(std::move(mapping)), run_(run), below_(std::move(below)), folder_(folder), result_(result) {
  result_.platform = mapping_->platform;
  result_.label = mapping_->label;
  result_.status = mapping_->status;
  result_.medium = kind_of(mapping_->medium).name;
  result_.mapping_version = mapping_->version;
  result_.mapping_hash = hash_of(*mapping_);
  result_.elements = elements_of(*mapping_);
  platform_.emplace(*mapping_, ExportRun{run_.today}, losses_.losses());
  loss_lines_ = losses_head(result_.platform);
}

bool ExportTarget::add(const MatterView& view, std::string_view file, bool incomplete) {
  const Added added = platform_->add({view.matter, view.context, view.identity, file, view.standard, incomplete});
  append_losses(false);
  if (added == Added::withheld) ++result_.withheld;
  if (added != Added::yes) return false;
  ++result_.exported;
  if (is_sample(view)) ++result_.samples;
  if (incomplete) ++result_.incomplete;
  flush_some();
  return true;
}

void ExportTarget::append_losses(bool last) {
  losses_.drain(loss_lines_);
  if (!last && loss_lines_.size() < flush_bytes) return;
  folder_.append(below_ + std::string(losses_name), loss_lines_);
  loss_lines_.clear();
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
  file.pending = {};
  if (!file.whole) return;
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
    told.test = one.why != nullptr ? tests.at(static_cast<std::size_t>(one.why->test)) : "standard";
    if (one.why == nullptr) continue;
    told.field = to_text(one.why->path);
    told.label = one.why->path.last().label;
    told.values.assign(one.why->values.begin(), one.why->values.end());
  }
}

void ExportTarget::finish() {
  platform_->finish();
  tell_left_out();
  const bool samples_only = result_.samples == result_.exported && result_.samples != 0;
  outputs_.resize(platform_->files().size());
  for (std::size_t i = 0; i < platform_->files().size(); ++i) {
    ExportFile& file = platform_->files()[i];
    if (samples_only && !file.sample && !file.shared) continue;  // nothing real: no file that looks like it
    file.whole = true;
    flush(file, i, 0);
    result_.files.push_back(
        {file.name, std::string(file.table), file.sample, file.rows, outputs_[i].bytes, outputs_[i].hash_text});
  }
  std::sort(result_.files.begin(), result_.files.end(),
            [](const ExportedFile& a, const ExportedFile& b) { return a.name < b.name; });
  losses_.drain(loss_lines_);
  result_.losses = losses_.sums();
  loss_lines_ += losses_tail(result_.losses);
  append_losses(true);
}

void ExportTarget::write_manifest() {
  const std::string manifest = manifest_json(result_, run_.today);
  ContentHash hash;
  hash.add(manifest);
  result_.manifest_hash = hash.text();
  folder_.write(below_ + std::string(manifest_name), manifest);
}

}  // namespace matter
