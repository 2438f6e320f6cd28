#include "ops/export.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <set>

#include "edit/atomic.h"
#include "exchange/ids.h"
#include "exchange/platform_export.h"
#include "ops/export_files.h"
#include "ops/load.h"

namespace matter {

namespace {

constexpr std::size_t flush_bytes = 1U << 20U;
constexpr std::string_view manifest_name = "manifest.json";
constexpr std::string_view losses_name = "losses.json";

class Export {
 public:
  Export(const ExportOptions& options, const RunOptions& run, Sources& sources, ExportResult& result)
      : options_(options), run_(run), sources_(sources), result_(result), findings_(run.lang) {}

  void operator()() {
    const auto mapping = load_mapping(options_.to, sources_, findings_);
    const bool known = mapping != nullptr && choose_medium(*mapping, options_.medium, findings_);
    if (known && usable(*mapping) && out_is_free()) write(*mapping);
    result_.findings = findings_.take();
  }

 private:
  /// A file on its way to the disk.
  struct Output {
    std::optional<ContentHash> hash;  ///< until it is whole
    std::string hash_text;
    std::uint64_t bytes = 0;
  };

  bool usable(const Mapping& mapping) {
    result_.platform = mapping.platform;
    result_.label = mapping.label;
    result_.status = mapping.status;
    result_.mapping_version = mapping.version;
    result_.out = options_.out;
    result_.elements = elements_of(mapping);
    if (mapping.exports()) return true;
    findings_.add("field-value", Severity::error, {}, {"不能导出到“{}”", "'{}' cannot be exported to"},
                  mapping.platform);
    return false;
  }

  static std::vector<std::string_view> elements_of(const Mapping& mapping) {
    std::set<std::string_view> keys;
    for (const MappedTable& table : mapping.tables) {
      for (const Column& column : table.columns) {
        for (const FieldPath* path : {&column.path, &column.otherwise})
          if (path->count != 0) keys.insert(path->fields[0]->key);
      }
    }
    return {keys.begin(), keys.end()};
  }

  bool out_is_free() {
    const FolderState state = folder_state(options_.out, manifest_name);
    if (state == FolderState::missing || state == FolderState::empty) return true;
    if (state == FolderState::ours && options_.replace) return true;
    Diagnostic& d = findings_.add("field-value", Severity::error, {},
                                  {"“{}”已有内容，没有写入", "'{}' is not empty; nothing was written"}, options_.out);
    d.hint = state == FolderState::ours
                 ? say(run_.lang, {"加 --force 替换其中的导出", "--force replaces the export in it"})
                 : say(run_.lang, {"请指定一个新的或空的文件夹", "name a new or empty folder"});
    return false;
  }

  void write(const Mapping& mapping) {
    NewFolder folder(options_.out);
    PlatformExport platform(mapping, {run_.today}, result_.losses);
    const LoadSummary read =
        for_each_matter(options_.paths, run_, sources_, findings_, [&](const MatterView& view, const LoadedFile& file) {
          const bool sample = is_sample(view);
          const bool incomplete = is_incomplete(view, file);
          const Added added = platform.add(
              {view.matter, view.context, view.identity, sources_.name(file.source), view.standard, incomplete});
          if (added == Added::withheld) ++result_.withheld;
          if (added != Added::yes) return;
          ++result_.exported;
          result_.samples += sample ? 1 : 0;
          result_.incomplete += incomplete ? 1 : 0;
          flush_some(folder, platform.files());
        });
    result_.files_read = read.files;
    result_.matters = read.matters;
    result_.damaged = read.damaged;
    if (!complete()) return;
    platform.finish();
    tell_left_out(platform);
    finish(folder, platform);
    folder.commit(options_.replace);
    result_.written = true;
  }

  void tell_left_out(const PlatformExport& platform) {
    constexpr std::array<std::string_view, 6> tests = {"given",   "absent", "one-of",
                                                       "none-of", "passed", "not-passed"};  // as of Takes::Test
    for (const LeftOut& one : platform.left_out()) {
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

  static bool is_sample(const MatterView& view) {
    return view.matter.sample.yes() || (view.context.catalog != nullptr && view.context.catalog->config.sample.yes());
  }

  /// Whether values may be missing that nobody could read.
  static bool is_incomplete(const MatterView& view, const LoadedFile& file) {
    if (file.document.damaged) return true;
    if (view.standard || !view.matter.standard.given()) return false;
    const Matter* const entry = view.matter.standard_entry;
    return entry == nullptr || (view.context.standards != nullptr && view.context.standards->is_damaged(*entry));
  }

  bool complete() {
    if (result_.matters == 0) return false;
    return options_.keep_going || (result_.damaged == 0 && !findings_.any(Severity::error));
  }

  /// Files that are whole are done with, however many there are: they are not looked at again.
  void flush_some(NewFolder& folder, std::vector<ExportFile>& files) {
    for (std::size_t i = done_; i < files.size(); ++i) flush(folder, files[i], i, files[i].whole ? 0 : flush_bytes);
    while (done_ < files.size() && files[done_].whole) ++done_;
  }

  void flush(NewFolder& folder, ExportFile& file, std::size_t at, std::size_t from) {
    if (file.pending.size() < from) return;
    if (outputs_.size() <= at) outputs_.resize(at + 1);
    Output& output = outputs_[at];
    if (!output.hash_text.empty()) return;
    if (!output.hash) output.hash.emplace();
    output.hash->add(file.pending);
    const bool at_once = file.whole && output.bytes == 0;
    output.bytes += file.pending.size();
    at_once ? folder.write(file.name, file.pending) : folder.append(file.name, file.pending);
    file.pending = {};
    if (!file.whole) return;
    output.hash_text = output.hash->text();
    output.hash.reset();
  }

  void finish(NewFolder& folder, PlatformExport& platform) {
    const bool samples_only = result_.samples == result_.exported && result_.samples != 0;
    outputs_.resize(platform.files().size());
    for (std::size_t i = 0; i < platform.files().size(); ++i) {
      ExportFile& file = platform.files()[i];
      if (samples_only && !file.sample && !file.shared) continue;  // nothing real: no file that looks like it
      file.whole = true;
      flush(folder, file, i, 0);
      result_.files.push_back(
          {file.name, std::string(file.table), file.sample, file.rows, outputs_[i].bytes, outputs_[i].hash_text});
    }
    std::sort(result_.files.begin(), result_.files.end(),
              [](const ExportedFile& a, const ExportedFile& b) { return a.name < b.name; });
    write_losses(result_, [&](std::string_view piece) { folder.append(losses_name, piece); });
    folder.write(manifest_name, manifest_json(result_, run_.today));
  }

  const ExportOptions& options_;
  const RunOptions& run_;
  Sources& sources_;
  ExportResult& result_;
  Collector findings_;
  std::vector<Output> outputs_;
  std::size_t done_ = 0;  // files that nothing will be added to
};

}  // namespace

std::size_t ExportResult::left_out_matters() const {
  return std::accumulate(left_out.begin(), left_out.end(), std::size_t{0},
                         [](std::size_t sum, const ExportLeftOut& one) { return sum + one.matters; });
}

ExportResult export_catalog(const ExportOptions& options, const RunOptions& run, Sources& sources) {
  ExportResult result;
  Export(options, run, sources, result)();
  return result;
}

}  // namespace matter
