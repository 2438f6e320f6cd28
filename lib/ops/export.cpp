#include "ops/export.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_set>

#include "doc/json_write.h"
#include "edit/atomic.h"
#include "ops/baseline.h"
#include "ops/export_files.h"
#include "ops/export_shard.h"
#include "ops/export_target.h"
#include "ops/platforms.h"
#include "ops/validate.h"
#include "ops/version.h"
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
  Batch(const ExportOptions& options, const RunOptions& run, Sources& sources, ExportBatch& result,
        std::vector<ExportShard>* joined = nullptr)
      : joined_(joined),
        options_(options),
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
    if (options_.dry_run || result_.free) options_.shards != 0 ? write_shard() : write();
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
      joined_names_.append(joined_names_.empty() ? "" : ",").append(name);
      auto mapping = load_mapping(name, sources_, findings_);
      if (mapping == nullptr || !choose_medium(*mapping, options_.medium, findings_) || !usable(*mapping)) continue;
      if (ids.insert(mapping->platform).second)
        mappings.push_back(std::move(mapping));
      else
        refuse({"“{}”写了两次", "'{}' is named twice"}, mapping->platform);
    }
    if (names.empty() || findings_.any(Severity::error)) return false;
    result_.platforms.resize(mappings.size());
    if (options_.shards != 0) return open_shard(std::move(mappings));
    for (std::size_t i = 0; i < mappings.size(); ++i) {
      const std::string platform(mappings[i]->platform);
      result_.platforms[i].out = mappings.size() > 1 ? options_.out + "/" + platform : options_.out;
      targets_.push_back(std::make_unique<ExportTarget>(std::move(mappings[i]), run_,
                                                        mappings.size() > 1 ? platform + "/" : std::string(), folder_,
                                                        result_.platforms[i]));
    }
    return true;
  }

  bool open_shard(std::vector<std::unique_ptr<Mapping>> mappings) {
    result_.shard = options_.shard;
    result_.shards = options_.shards;
    for (std::size_t i = 0; i < mappings.size(); ++i) {
      Mapping& mapping = *mappings[i];
      result_.platforms[i].platform = mapping.platform;
      result_.platforms[i].label = mapping.label;
      if (!PlatformExport::comes_in_pieces(mapping)) {
        refuse({"“{}”的介质 {} 不能分份导出再合并：请用 --medium csv 之类，或不分份",
                "'{}' as {} cannot be exported in shares and joined: take another --medium, or one run"},
               mapping.platform, kind_of(mapping.medium).name);
        continue;
      }
      shard_targets_.push_back(std::make_unique<ShardTarget>(std::move(mappings[i]), run_, folder_));
    }
    return !findings_.any(Severity::error);
  }

  void write_shard() {
    BesideCheck beside;
    std::uint64_t number = 0;
    beside.part = true;
    beside.mine = [&](std::string_view identity) { return shard_of(identity, options_.shards) == options_.shard - 1; };
    beside.other = [&] { ++number; };
    beside.each = [&](const MatterView& view, const LoadedFile& file) {
      bool taken = view.standard;
      for (const auto& target : shard_targets_) {
        if (target->add(view, sources_.name(file.source), is_incomplete(view, file), number)) {
          taken = true;
          ++result_.platforms[static_cast<std::size_t>(&target - shard_targets_.data())].exported;
        }
      }
      (taken ? taken_ : passed_over_).insert(hash_of(view.identity));
      ++number;
      ++result_.in_shard;
    };
    CheckedBeside checked = validate_beside(options_.paths, beside, run_, sources_);
    const std::string facts = std::move(checked.facts);
    const std::string content = checked.content;
    const bool whole = checked.complete;
    take(std::move(checked));
    if (result_.damaged != 0)
      refuse({"有读不懂的文件，不能分份导出", "what cannot be read whole cannot be exported in shares"});
    if (result_.matters == 0 || findings_.any(Severity::error)) return;
    for (const auto& target : shard_targets_) target->finish();
    result_.complete = true;
    result_.refused = refusal();
    if (result_.refused != ExportRefusal::none) return;
    folder_.write(std::string(facts_name), facts);
    folder_.write(std::string(manifest_name), shard_manifest(content, whole));
    folder_.commit(options_.replace);
    result_.written = !options_.dry_run;
  }

  [[nodiscard]] std::string shard_manifest(const std::string& content, bool whole) const {
    JsonWriter json;
    json.begin_object();
    json.member("schema", "matter.shard/1");
    json.member("program", program_version());
    json.member("shard", options_.shard);
    json.member("of", options_.shards);
    json.member("date", to_text(run_.today));
    json.key("paths");
    json.begin_array();
    for (const std::string& path : options_.paths) json.string(path);
    json.end_array();
    json.member("to", joined_names_);
    json.member("medium", options_.medium);
    json.member("content_xxh3_128", content);
    json.member("files", result_.files_read);
    json.member("matters", result_.matters);
    json.member("in_shard", result_.in_shard);
    json.key("complete");
    json.boolean(whole);
    json.key("platforms");
    json.begin_array();
    for (const auto& target : shard_targets_) {
      json.begin_object();
      target->describe(json);
      json.end_object();
    }
    json.end_array();
    json.key("passed_over");
    json.begin_array();
    std::vector<std::uint64_t> hashes(passed_over_.begin(), passed_over_.end());
    std::erase_if(hashes, [this](std::uint64_t hash) { return taken_.contains(hash); });
    std::sort(hashes.begin(), hashes.end());
    for (const std::uint64_t hash : hashes) json.string(std::to_string(hash));
    json.end_array();
    json.key("blocking");
    json.begin_array();
    for (const Diagnostic& d : result_.blocking) write_blocking(json, d);
    json.end_array();
    json.end_object();
    return json.take();
  }

  void write_blocking(JsonWriter& json, const Diagnostic& d) const {
    json.begin_object();
    json.member("rule", d.rule);
    json.member("file", d.at.known() ? sources_.name(d.at.source) : std::string_view());
    json.member("begin", d.at.span.begin);
    json.member("end", d.at.span.end);
    json.member("matter", d.matter);
    json.member("field", d.field);
    json.member("subject", d.subject);
    json.member("message", d.message);
    json.member("hint", d.hint);
    json.end_object();
  }

  /// What the shares hold, in the order of the matters; then what the rules across matters say of all.
  std::optional<CheckedBeside> paste() {
    std::vector<std::string> facts;
    bool whole = true;
    for (ExportShard& shard : *joined_) {
      facts.push_back(std::move(shard.facts));
      whole = whole && shard.complete;
      for (const std::uint64_t hash : shard.passed_over) passed_over_.insert(hash);
    }
    std::optional<CheckedBeside> checked = judge_parts(options_.paths, facts, whole, run_, sources_);
    if (!checked) {
      refuse({"有一份的 {} 不能读", "the {} of a share cannot be read"}, facts_name);
      return std::nullopt;
    }
    if (checked->content != joined_->front().content) {
      refuse({"目录与分份导出时不同了，请重新导出各份",
              "the catalogs are not what the shares were made of: export the shares again"});
      return std::nullopt;
    }
    for (std::size_t i = 0; i < targets_.size(); ++i) {
      if (!paste(i)) return std::nullopt;
    }
    add_blocking(*checked);
    checked->read = {static_cast<std::size_t>(joined_->front().files), static_cast<std::size_t>(joined_->front().all),
                     0};
    return checked;
  }

  /// What the shares found of single matters; a fault of a standard entry is found by several.
  void add_blocking(CheckedBeside& checked) const {
    using Key = std::tuple<SourceId, std::uint32_t, std::string_view, std::string_view, std::string>;
    std::vector<Diagnostic> all = std::move(checked.blocking);
    std::map<std::string_view, SourceId> sources;
    for (SourceId id = 0; id < sources_.size(); ++id) sources.try_emplace(sources_.name(id), id);
    for (ExportShard& shard : *joined_) {
      for (auto& [d, file] : shard.blocking) {
        const auto at = sources.find(file);
        if (at != sources.end()) d.at.source = at->second;
        all.push_back(std::move(d));
      }
    }
    std::set<Key> seen;
    checked.blocking.clear();
    for (Diagnostic& d : all) {
      if (seen.insert({d.at.source, d.at.span.begin, d.rule, d.matter, d.message}).second)
        checked.blocking.push_back(d);
    }
    std::stable_sort(checked.blocking.begin(), checked.blocking.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return std::tie(a.at.source, a.at.span.begin, a.rule) < std::tie(b.at.source, b.at.span.begin, b.rule);
    });
  }

  bool paste(std::size_t platform) {
    struct Reading {
      std::ifstream in;
      ExportPiece piece;
      bool more = false;
    };
    std::vector<Reading> shares(joined_->size());
    for (std::size_t i = 0; i < shares.size(); ++i) {
      const ExportShard& shard = (*joined_)[i];
      const std::string file = shard.folder + "/" + shard.platforms[platform].name + "/" + std::string(pieces_name);
      if (!is_what_it_was(file, shard.platforms[platform])) {
        refuse({"“{}”不是这一份写下的内容", "'{}' is not what the share wrote"}, file);
        return false;
      }
      shares[i].in.open(file, std::ios::binary);
      shares[i].more = shares[i].piece.read(shares[i].in);
      targets_[platform]->paste_sums(shard.platforms[platform].left_out, shard.platforms[platform].losses);
    }
    for (std::uint64_t next = 0; next < joined_->front().all; ++next) {
      const auto at = std::find_if(shares.begin(), shares.end(),
                                   [&](const Reading& one) { return one.more && one.piece.number == next; });
      if (at == shares.end()) {
        refuse({"各份中没有第 {} 个事项", "no share has matter number {}"}, next + 1);
        return false;
      }
      targets_[platform]->paste(at->piece);
      at->more = at->piece.read(at->in);
    }
    return true;
  }

  static bool is_what_it_was(const std::string& file, const ExportShard::Platform& platform) {
    std::ifstream in(file, std::ios::binary);
    ContentHash hash;
    std::string buffer(1U << 20U, '\0');
    std::uint64_t bytes = 0;
    while (in) {
      in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
      hash.add(std::string_view(buffer).substr(0, static_cast<std::size_t>(in.gcount())));
      bytes += static_cast<std::uint64_t>(in.gcount());
    }
    return bytes == platform.bytes && (bytes == 0 || hash.text() == platform.hash);
  }

  static std::size_t hash_of(std::string_view identity) { return content_id({identity}).low; }

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
      (taken ? taken_ : passed_over_).insert(hash_of(view.identity));
    };
    std::optional<CheckedBeside> checked =
        joined_ != nullptr ? paste() : validate_beside(options_.paths, beside, run_, sources_);
    if (!checked) return;
    take(std::move(*checked));
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
    const std::size_t hash = hash_of(matter);
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

  std::vector<ExportShard>* joined_;
  const ExportOptions& options_;
  const RunOptions& run_;
  Sources& sources_;
  ExportBatch& result_;
  Collector findings_;
  ExportFolder folder_;
  std::vector<std::unique_ptr<ExportTarget>> targets_;
  std::vector<std::unique_ptr<ShardTarget>> shard_targets_;
  std::string joined_names_;                             // of platforms, with commas between
  std::unordered_set<std::size_t> taken_, passed_over_;  // hashes of identities
};

}  // namespace

std::size_t ExportResult::left_out_matters() const {
  return std::accumulate(left_out.begin(), left_out.end(), std::size_t{0},
                         [](std::size_t sum, const ExportLeftOut& one) { return sum + one.matters; });
}

ExportBatch export_batch(const ExportOptions& options, const RunOptions& run, Sources& sources) {
  ExportBatch result;
  if (!options.join.empty()) {
    Collector findings(run.lang);
    std::vector<ExportShard> shards = read_shards(options.join, findings);
    result.findings = findings.take();
    result.out = options.out;
    if (shards.empty()) return result;
    ExportOptions joined = options;
    joined.paths = shards.front().paths;
    joined.to = shards.front().to;
    joined.medium = shards.front().medium;
    RunOptions then = run;
    then.today = *parse_date(shards.front().date);
    Batch(joined, then, sources, result, &shards)();
    return result;
  }
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
