#include "ops/export.h"

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <optional>
#include <set>
#include <unordered_set>

#include "edit/atomic.h"
#include "ops/baseline.h"
#include "ops/export_files.h"
#include "ops/export_target.h"
#include "ops/platforms.h"
#include "ops/validate.h"
#include "text/source.h"

namespace matter {

namespace {

std::vector<std::string> split_at_commas(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    if (end != at) parts.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

class Batch {
 public:
  Batch(const ExportOptions& options, const RunOptions& run, Sources& sources, ExportBatch& result)
      : options_(options),
        run_(run),
        sources_(sources),
        result_(result),
        findings_(run.lang),
        folder_(options.out, options.dry_run) {}

  void operator()() {
    result_.out = options_.out;
    result_.dry_run = options_.dry_run;
    if (!open()) return tell();
    if (!follow()) return tell();
    if (!options_.dry_run) result_.free = out_is_free();
    if (options_.dry_run || result_.free) write();
    if (options_.dry_run && result_.made()) result_.free = out_is_free();
    tell();
  }

 private:
  void tell() {
    for (Diagnostic& d : findings_.take()) result_.findings.push_back(std::move(d));
  }

  bool open() {
    const std::vector<std::string> names =
        options_.to.empty() ? catalog_platforms(options_.paths, sources_, findings_) : split_at_commas(options_.to);
    std::vector<std::unique_ptr<Mapping>> mappings;
    std::set<std::string_view> ids;
    for (const std::string& name : names) {
      auto mapping = load_mapping(name, sources_, findings_);
      if (mapping == nullptr || !choose_medium(*mapping, options_.medium, findings_) || !usable(*mapping)) continue;
      if (ids.insert(mapping->platform).second)
        mappings.push_back(std::move(mapping));
      else
        refuse({"“{}”写了两次", "'{}' is named twice"}, mapping->platform);
    }
    if (names.empty() || findings_.any(Severity::error)) return false;
    result_.platforms.resize(mappings.size());
    for (std::size_t i = 0; i < mappings.size(); ++i) {
      const std::string platform(mappings[i]->platform);
      result_.platforms[i].out = mappings.size() > 1 ? options_.out + "/" + platform : options_.out;
      targets_.push_back(std::make_unique<ExportTarget>(std::move(mappings[i]), run_,
                                                        mappings.size() > 1 ? platform + "/" : std::string(), folder_,
                                                        result_.platforms[i]));
    }
    return true;
  }

  /// A night's line is the same from the first night on: where it names the folder that it makes, there may be none.
  bool follow() {
    if (options_.since.empty()) return true;
    const FolderState state = folder_state(options_.since, manifest_name);
    const bool first = options_.since == options_.out && (state == FolderState::missing || state == FolderState::empty);
    if (state != FolderState::ours && !first) {
      refuse({"“{}”里没有以前的导出", "there is no earlier export in '{}'"}, options_.since);
      return false;
    }
    for (const auto& target : targets_) target->follow(options_.since);
    return true;
  }

  template <class... Args>
  Diagnostic& refuse(const WordsFor<Args...>& words, Args&&... args) {
    return findings_.add("field-value", Severity::error, {}, words, std::forward<Args>(args)...);
  }

  bool usable(const Mapping& mapping) {
    if (mapping.exports()) return true;
    refuse({"不能导出到“{}”", "'{}' cannot be exported to"}, mapping.platform);
    return false;
  }

  bool out_is_free() {
    const FolderState state = folder_state(options_.out, manifest_name);
    if (state == FolderState::missing || state == FolderState::empty) return true;
    if (state == FolderState::ours && options_.replace) return true;
    Diagnostic& d = refuse({"“{}”已有内容，没有写入", "'{}' is not empty; nothing was written"}, options_.out);
    d.hint = state == FolderState::ours
                 ? say(run_.lang, {"加 --force 替换其中的导出", "--force replaces the export in it"})
                 : say(run_.lang, {"请指定一个新的或空的文件夹", "name a new or empty folder"});
    return false;
  }

  void write() {
    BesideCheck beside;
    beside.each = [&](const MatterView& view, const LoadedFile& file) {
      const bool incomplete = is_incomplete(view, file);
      bool taken = view.standard;  // whatever takes from an entry has its faults
      for (const auto& target : targets_) taken = target->add(view, sources_.name(file.source), incomplete) || taken;
      (taken ? taken_ : passed_over_).insert(std::hash<std::string_view>{}(view.identity));
    };
    take(validate_beside(options_.paths, beside, run_, sources_));
    if (!complete()) return;
    for (const auto& target : targets_) target->finish();
    result_.complete = true;
    result_.refused = refusal();
    if (result_.refused != ExportRefusal::none) return;
    for (const auto& target : targets_) target->write_manifest();
    if (targets_.size() > 1) folder_.write(std::string(manifest_name), manifest_json(result_, run_.today));
    folder_.commit(options_.replace);
    result_.written = !options_.dry_run;
    for (ExportResult& one : result_.platforms) one.written = result_.written;
  }

  void take(CheckedBeside&& checked) {
    result_.files_read = checked.read.files;
    result_.matters = checked.read.matters;
    result_.damaged = checked.read.damaged;
    for (Diagnostic& d : checked.reading) findings_.add(std::move(d));
    result_.blocking = std::move(checked.blocking);
    std::erase_if(result_.blocking, [this](const Diagnostic& d) { return stays_at_home(d.matter); });
    leave_out_known();
    std::set<std::string_view> invalid;
    for (const Diagnostic& d : result_.blocking) {
      if (!d.matter.empty()) invalid.insert(d.matter);
    }
    result_.invalid = invalid.size();
    for (ExportResult& one : result_.platforms) {
      one.files_read = result_.files_read;
      one.matters = result_.matters;
      one.damaged = result_.damaged;
      one.invalid = result_.invalid;
    }
  }

  /// Whether it is a matter that no platform took: drafts may have errors.
  [[nodiscard]] bool stays_at_home(std::string_view matter) const {
    const std::size_t hash = std::hash<std::string_view>{}(matter);
    return passed_over_.contains(hash) && !taken_.contains(hash);
  }

  /// Takes what the baseline knows out of what stands in the way.
  void leave_out_known() {
    if (options_.baseline.empty()) return;
    ValidateResult judged;
    judged.findings = std::move(result_.blocking);
    judged.errors = judged.findings.size();
    static_cast<void>(use_baseline({options_.baseline}, options_.paths, sources_, run_.lang, judged));
    result_.blocking = std::move(judged.findings);
  }

  bool complete() {
    if (result_.matters == 0) return false;
    return options_.keep_going || (result_.damaged == 0 && !findings_.any(Severity::error));
  }

  [[nodiscard]] ExportRefusal refusal() const {
    if (options_.refuse_invalid && !result_.blocking.empty()) return ExportRefusal::invalid;
    const auto lossy = [](const ExportResult& one) { return one.losses.lost() != 0; };
    if (options_.strict && std::any_of(result_.platforms.begin(), result_.platforms.end(), lossy))
      return ExportRefusal::lossy;
    return ExportRefusal::none;
  }

  const ExportOptions& options_;
  const RunOptions& run_;
  Sources& sources_;
  ExportBatch& result_;
  Collector findings_;
  ExportFolder folder_;
  std::vector<std::unique_ptr<ExportTarget>> targets_;
  std::unordered_set<std::size_t> taken_, passed_over_;  // hashes of identities
};

}  // namespace

std::size_t ExportResult::left_out_matters() const {
  return std::accumulate(left_out.begin(), left_out.end(), std::size_t{0},
                         [](std::size_t sum, const ExportLeftOut& one) { return sum + one.matters; });
}

ExportBatch export_batch(const ExportOptions& options, const RunOptions& run, Sources& sources) {
  ExportBatch result;
  Batch(options, run, sources, result)();
  return result;
}

ExportResult export_catalog(const ExportOptions& options, const RunOptions& run, Sources& sources) {
  ExportBatch batch = export_batch(options, run, sources);
  ExportResult one;
  if (!batch.platforms.empty()) one = std::move(batch.platforms.front());
  one.findings = std::move(batch.findings);
  return one;
}

}  // namespace matter
