#include "ops/export_call.h"

#include <algorithm>
#include <set>

#include "ops/baseline.h"
#include "ops/export_files.h"
#include "ops/platforms.h"

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

}  // namespace

ExportCall::ExportCall(const ExportOptions& asked, const RunOptions& how, Sources& files, ExportBatch& to)
    : options(asked), run(how), sources(files), result(to), findings(how.lang), folder(asked.out, asked.dry_run) {
  result.out = options.out;
  result.dry_run = options.dry_run;
}

ExportCall::~ExportCall() {
  for (Diagnostic& d : findings.take()) result.findings.push_back(std::move(d));
}

std::vector<std::unique_ptr<Mapping>> ExportCall::mappings() {
  const std::vector<std::string> names =
      options.to.empty() ? catalog_platforms(options.paths, sources, findings) : split_at_commas(options.to);
  std::vector<std::unique_ptr<Mapping>> found;
  std::set<std::string_view> ids;
  for (const std::string& name : names) {
    names_.append(names_.empty() ? "" : ",").append(name);
    auto mapping = load_mapping(name, sources, findings);
    if (mapping == nullptr || !choose_medium(*mapping, options.medium, findings, names.size() > 1) || !usable(*mapping))
      continue;
    if (ids.insert(mapping->platform).second)
      found.push_back(std::move(mapping));
    else
      refuse({"“{}”写了两次", "'{}' is named twice"}, mapping->platform);
  }
  if (findings.any(Severity::error)) return {};
  result.platforms.resize(found.size());
  return found;
}

bool ExportCall::usable(const Mapping& mapping) {
  if (mapping.exports()) return true;
  refuse({"不能导出到“{}”", "'{}' cannot be exported to"}, mapping.platform);
  return false;
}

bool ExportCall::out_is_free() {
  const FolderState state = folder_state(options.out, manifest_name);
  if (state == FolderState::missing || state == FolderState::empty) return true;
  if (state == FolderState::ours && options.replace) return true;
  Diagnostic& d = refuse({"“{}”已有内容，没有写入", "'{}' is not empty; nothing was written"}, options.out);
  d.hint = state == FolderState::ours
               ? say(run.lang, {"加 --force 替换其中的导出", "--force replaces the export in it"})
               : say(run.lang, {"请指定一个新的或空的文件夹", "name a new or empty folder"});
  return false;
}

void ExportCall::when_free(const std::function<void()>& work) {
  if (!options.dry_run) result.free = out_is_free();
  if (options.dry_run || result.free) work();
  if (options.dry_run && result.made()) result.free = out_is_free();
}

std::vector<std::uint64_t> ExportCall::passed_over() const {
  std::vector<std::uint64_t> hashes(passed_over_.begin(), passed_over_.end());
  std::erase_if(hashes, [this](std::uint64_t hash) { return taken_.contains(hash); });
  std::sort(hashes.begin(), hashes.end());
  return hashes;
}

void ExportCall::take(CheckedBeside&& checked) {
  result.files_read = checked.read.files;
  result.matters = checked.read.matters;
  result.damaged = checked.read.damaged;
  catalogs_ = std::move(checked.catalogs);
  for (Diagnostic& d : checked.reading) findings.add(std::move(d));
  result.blocking = std::move(checked.blocking);
  std::erase_if(result.blocking, [this](const Diagnostic& d) {
    const std::uint64_t hash = hash_of(d.matter);
    return passed_over_.contains(hash) && !taken_.contains(hash);
  });
  leave_out_known();
  std::set<std::string_view> invalid;
  for (const Diagnostic& d : result.blocking) {
    if (!d.matter.empty()) invalid.insert(d.matter);
  }
  result.invalid = invalid.size();
  for (ExportResult& one : result.platforms) {
    one.files_read = result.files_read;
    one.matters = result.matters;
    one.damaged = result.damaged;
    one.invalid = result.invalid;
  }
}

/// Takes what the baseline knows out of what stands in the way.
void ExportCall::leave_out_known() {
  if (options.baseline.empty()) return;
  ValidateResult judged;
  judged.findings = std::move(result.blocking);
  judged.errors = judged.findings.size();
  static_cast<void>(use_baseline({options.baseline}, options.paths, sources, run.lang, judged));
  result.blocking = std::move(judged.findings);
}

bool ExportCall::readable() const {
  if (result.matters == 0) return false;
  return options.keep_going || (result.damaged == 0 && !findings.any(Severity::error));
}

ExportRefusal ExportCall::refusal() const {
  if (options.refuse_invalid && !result.blocking.empty()) return ExportRefusal::invalid;
  const auto lossy = [](const ExportResult& one) { return one.losses.lost() != 0; };
  if (options.strict && std::any_of(result.platforms.begin(), result.platforms.end(), lossy))
    return ExportRefusal::lossy;
  return ExportRefusal::none;
}

ExportPlatforms::ExportPlatforms(ExportCall& call, std::vector<std::unique_ptr<Mapping>> mappings) : call_(call) {
  const bool several = mappings.size() > 1;
  for (std::size_t i = 0; i < mappings.size(); ++i) {
    const std::string platform(mappings[i]->platform);
    ExportResult& result = call.result.platforms[i];
    result.out = several ? call.options.out + "/" + platform : call.options.out;
    targets_.push_back(std::make_unique<ExportTarget>(std::move(mappings[i]), call.run,
                                                      several ? platform + "/" : std::string(), call.folder, result));
  }
}

/// A night's line is the same from the first night on: where it names the folder that it makes, there may be none.
bool ExportPlatforms::follow() {
  const std::string& since = call_.options.since;
  if (since.empty()) return true;
  const FolderState state = folder_state(since, manifest_name);
  const bool first = since == call_.options.out && (state == FolderState::missing || state == FolderState::empty);
  if (state != FolderState::ours && !first) {
    call_.refuse({"“{}”里没有以前的导出", "there is no earlier export in '{}'"}, since);
    return false;
  }
  for (const auto& target : targets_) target->follow(since, call_.options.strict);
  return true;
}

/// Whoever exports less than the night before has either taken something away or forgotten it: nobody but he knows.
bool ExportPlatforms::all_read_again() {
  std::set<std::string> missing;
  for (const auto& target : targets_) {
    for (std::string& one : target->not_read(call_.catalogs())) missing.insert(std::move(one));
  }
  for (const std::string& one : call_.options.gone) missing.erase(one);
  for (const std::string& one : missing) {
    Diagnostic& d = call_.refuse({"上次导出读了“{}”，这次没有：里面的事项不知道还在不在",
                                  "the earlier export read '{}', and this one did not: its matters may be there still"},
                                 one);
    d.hint = say(call_.run.lang,
                 {"把它的路径也写上；确实不再有时，加 --gone '{}'",
                  "name its path too, or, where it is gone for good, --gone '{}'"},
                 one);
  }
  return missing.empty();
}

void ExportPlatforms::publish() {
  if (!call_.readable() || !all_read_again()) return;
  for (const auto& target : targets_) target->finish(call_.catalogs());
  ExportBatch& result = call_.result;
  result.complete = true;
  result.refused = call_.refusal();
  if (result.refused != ExportRefusal::none) return;
  for (const auto& target : targets_) target->write_manifest();
  if (targets_.size() > 1) call_.folder.write(std::string(manifest_name), manifest_json(result, call_.run.today));
  call_.folder.commit(call_.options.replace);
  tell_left_behind(call_.folder.left_behind(), call_.findings);
  result.written = !call_.options.dry_run;
  for (ExportResult& one : result.platforms) one.written = result.written;
}

}  // namespace matter
