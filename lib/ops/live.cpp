#include "ops/live.h"

#include <algorithm>
#include <system_error>
#include <unordered_map>

#include "catalog/catalog_data.h"
#include "catalog/ignore.h"
#include "catalog/names.h"
#include "edit/editor.h"
#include "ops/live_facts.h"
#include "ops/validation.h"
#include "text/pool.h"

namespace matter {

void OpenTexts::set(const std::string& path, SharedText text) {
  const std::lock_guard lock(mutex_);
  texts_[path] = std::move(text);
}

void OpenTexts::close(const std::string& path) {
  const std::lock_guard lock(mutex_);
  texts_.erase(path);
}

SharedText OpenTexts::find(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  const auto found = texts_.find(path);
  return found == texts_.end() ? nullptr : found->second;
}

std::map<std::string, SharedText> OpenTexts::all() const {
  const std::lock_guard lock(mutex_);
  return texts_;
}

void OpenTexts::read(const std::string& id, std::string& into) {
  const SharedText text = find(id);
  if (text == nullptr) return read_file(id, into);
  into = *text;
}

namespace {

constexpr std::size_t chunk_files = 32;

std::string_view leaf_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool is_below(std::string_view path, std::string_view folder) {
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

bool of_a_merge(const Diagnostic& d) { return d.rule == "yaml-merge-marker" || d.rule == "merge-damage"; }

bool is_across(const Rule* rule) { return rule != nullptr && rule->scope == Scope::catalog; }

}  // namespace

struct LiveCheck::State {
  State(std::shared_ptr<OpenTexts> open_texts, RunOptions how)
      : texts(std::move(open_texts)), options(std::move(how)), validation(options, sources) {}

  std::shared_ptr<OpenTexts> texts;
  RunOptions options;
  Sources sources;
  Validation validation;
  std::unordered_map<std::string_view, std::uint32_t> catalog_of;  // by name of a file
  std::map<std::string, std::vector<Diagnostic>> of_catalogs;
  Facts facts;
  LiveIndex index;
  bool complete = true;
  mutable std::mutex mutex;
  std::map<std::string, SourceId> opened;   // guarded by `mutex`
  mutable std::map<std::string, bool> out;  // guarded by `mutex`: open files that a .matterignore leaves out

  void read_all();
  void read_chunk(std::size_t from, std::size_t to, LoadedFile& loaded, CheckedPart& part, LiveIndex& index_part) const;
  void index_entries();
  [[nodiscard]] std::optional<std::uint32_t> catalog_at(const std::string& path) const;
  /// A draft that an office keeps apart says nothing to the matters of the catalog, although it is being written.
  [[nodiscard]] bool left_out(const std::string& path) const {
    if (catalog_of.contains(path)) return false;
    const std::lock_guard lock(mutex);
    const auto [at, fresh] = out.try_emplace(path, false);
    if (fresh) at->second = is_left_out(path);
    return at->second;
  }
  [[nodiscard]] SourceId source_of(const std::string& path, std::uint32_t catalog);
  void settle(const CatalogFile& file, const LoadedFile& loaded, CheckedPart& part, Checked& into) const;
};

void LiveCheck::State::read_all() {
  const std::vector<CatalogFile>& files = validation.work().discovery.files;
  const std::size_t chunks = (files.size() + chunk_files - 1) / chunk_files;
  const unsigned workers = worker_count(options.jobs, chunks);
  const std::size_t window = workers == 1 ? 1 : std::size_t{workers} * 4;
  std::vector<LoadedFile> loaded(workers);
  std::vector<CheckedPart> parts(window);
  std::vector<LiveIndex> indexes(window);
  if (!files.empty()) facts = validation.plan(0).make_facts();
  const auto work = [&](unsigned worker, std::size_t chunk) {
    read_chunk(chunk * chunk_files, std::min((chunk + 1) * chunk_files, files.size()), loaded[worker],
               parts[chunk % window], indexes[chunk % window]);
  };
  const auto take = [&](std::size_t chunk) {
    CheckedPart part = std::exchange(parts[chunk % window], {});
    complete = complete && part.unreadable + part.no_standard == 0;
    facts.append(std::move(part.facts));
    index.append(std::exchange(indexes[chunk % window], {}));
  };
  in_order(chunks, workers, window, work, take);
}

void LiveCheck::State::read_chunk(std::size_t from, std::size_t to, LoadedFile& loaded, CheckedPart& part,
                                  LiveIndex& index_part) const {
  const Workspace& work = validation.work();
  part.facts = validation.plan(0).make_facts();
  for (std::size_t i = from; i < to; ++i) {
    const CatalogFile& file = work.discovery.files[i];
    CheckedPart one = validation.check_alone(file, loaded);
    one.findings.clear();
    one.inherited.clear();
    const bool standard = work.is_standard(file);
    for (std::size_t m = 0; m < loaded.matters.size(); ++m) {
      const Matter& matter = loaded.matters[m];
      add_to_index(matter, standard, report_identity(matter, standard, sources.name(file.source), m + 1), index_part);
    }
    part.add(std::move(one));
  }
}

/// Entries of standard catalogs that lie elsewhere: they are only named.
void LiveCheck::State::index_entries() {
  const Workspace& work = validation.work();
  std::vector<SourceId> elsewhere;
  for (const CatalogFile& file : work.discovery.standards) elsewhere.push_back(file.source);
  std::sort(elsewhere.begin(), elsewhere.end());
  for (const Matter* entry : work.standards.entries()) {
    if (!std::binary_search(elsewhere.begin(), elsewhere.end(), entry->mark.source)) continue;
    add_to_index(*entry, true, report_identity(*entry, true, sources.name(entry->mark.source), 1), index);
  }
}

std::optional<std::uint32_t> LiveCheck::State::catalog_at(const std::string& path) const {
  const auto known = catalog_of.find(path);
  if (known != catalog_of.end()) return known->second;
  const auto& catalogs = validation.work().discovery.catalogs;
  std::optional<std::uint32_t> best;
  for (std::uint32_t i = 0; i < catalogs.size(); ++i) {  // a file that is new
    if (!is_below(path, catalogs[i]->root) && !catalogs[i]->root.empty()) continue;
    if (!best || catalogs[*best]->root.size() < catalogs[i]->root.size()) best = i;
  }
  return best;
}

SourceId LiveCheck::State::source_of(const std::string& path, std::uint32_t catalog) {
  const std::lock_guard lock(mutex);
  const auto known = opened.find(path);
  if (known != opened.end()) return known->second;
  const SourceId id = sources.add_object(path, path, texts);
  const auto& data = validation.work().discovery.catalogs[catalog]->data;
  if (data != nullptr) sources.set_vocabulary(id, data->vocabulary);
  opened.emplace(path, id);
  return id;
}

/// What comments hide goes; what a value taken over from the standard shows is told where the entry is named.
void LiveCheck::State::settle(const CatalogFile& file, const LoadedFile& loaded, CheckedPart& part,
                              Checked& into) const {
  into.findings = std::move(part.findings);
  for (Inherited& one : part.inherited) {
    Diagnostic& d = into.findings.emplace_back(std::move(one.finding));
    d.notes.insert(
        d.notes.begin(),
        {say(options.lang, {"所认领的标准 {} 的值在这里", "the value of standard entry {}"}, one.entry), d.at});
    d.at = one.binding;
    d.fix.reset();
  }
  Suppressing suppressing;
  suppressing.take(part.facts.suppressions);
  std::erase_if(into.findings, [&](const Diagnostic& d) { return suppressing.hides(d.rule, d.at); });
  Collector more(options.lang);
  suppressing.say_unused(false, more, [&](SourceId source) {
    return validation.plan(file.catalog).severity_in(*find_rule("suppression-unused"), sources.name(source));
  });
  for (Diagnostic& d : more.take()) into.findings.push_back(std::move(d));
  const bool fixed = std::any_of(into.findings.begin(), into.findings.end(), of_a_merge) ||
                     !outside_dialect(loaded.document).en.empty();
  if (fixed) {
    for (Diagnostic& d : into.findings) d.fix.reset();
  }
  std::stable_sort(into.findings.begin(), into.findings.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return a.at.span.begin != b.at.span.begin ? a.at.span.begin < b.at.span.begin : a.rule < b.rule;
  });
  part.facts.suppressions.shrink_to_fit();
  into.facts = std::make_shared<const Facts>(std::move(part.facts));
  into.whole = part.unreadable + part.no_standard == 0;
}

LiveCheck::LiveCheck(const std::vector<std::string>& paths, std::shared_ptr<OpenTexts> texts, const RunOptions& options)
    : state_(std::make_unique<State>(std::move(texts), options)) {
  State& s = *state_;
  for (const auto& [path, text] : s.texts->all()) s.sources.stand_in(path, *text);
  for (Diagnostic& d : s.validation.open([&](Collector& to) { return discover(paths, s.sources, to); })) {
    if (d.at.known()) s.of_catalogs[std::string(s.sources.name(d.at.source))].push_back(std::move(d));
  }
  for (const CatalogFile& file : s.validation.work().discovery.files)
    s.catalog_of.emplace(s.sources.name(file.source), file.catalog);
  for (const CatalogFile& file : s.validation.work().discovery.standards)
    s.catalog_of.emplace(s.sources.name(file.source), file.catalog);
  s.read_all();
  s.index_entries();
}

LiveCheck::~LiveCheck() = default;

bool LiveCheck::takes(const std::string& path) const {
  const std::string_view leaf = leaf_of(path);
  if (leaf == config_name || is_task_list_name(leaf)) return false;
  if (path.find('/' + std::string(data_folder_name) + '/') != std::string::npos) return false;
  if (state_->of_catalogs.contains(path) && !state_->catalog_of.contains(path)) return false;
  return state_->catalog_at(path).has_value();
}

bool LiveCheck::concerns_others(const std::string& path) const { return !takes(path) || holds_standards(path); }

bool LiveCheck::holds_standards(const std::string& path) const {
  const auto catalog = state_->catalog_at(path);
  return catalog && state_->validation.work().discovery.catalogs[*catalog]->standard;
}

const std::map<std::string, std::vector<Diagnostic>>& LiveCheck::of_catalogs() const { return state_->of_catalogs; }

LiveCheck::Checked LiveCheck::check(const std::string& path, LoadedFile& loaded) {
  const std::uint32_t catalog = state_->catalog_at(path).value();
  const CatalogFile file{state_->source_of(path, catalog), catalog};
  CheckedPart part = state_->validation.check_alone(file, loaded);
  Checked checked;
  state_->settle(file, loaded, part, checked);
  return checked;
}

std::map<std::string, std::vector<Diagnostic>> LiveCheck::judge(const std::map<std::string, Checked>& open) const {
  const State& s = *state_;
  Facts facts =
      without_sources(s.facts, [&](SourceId source) { return open.contains(std::string(s.sources.name(source))); });
  bool complete = s.complete;
  for (const auto& [path, checked] : open) {
    if (s.left_out(path)) continue;
    if (checked.facts != nullptr) facts.append(Facts(*checked.facts));
    complete = complete && checked.whole;
  }
  std::map<std::string, std::vector<Diagnostic>> found;
  Suppressing suppressing;
  suppressing.take(facts.suppressions);
  std::vector<Diagnostic> all = s.validation.judge_alone(facts, complete);
  std::erase_if(all, [&](const Diagnostic& d) { return suppressing.hides(d.rule, d.at); });
  for (SuppressionFact& fact : facts.suppressions) fact.tried = fact.tried && is_across(find_rule(fact.rule));
  suppressing.tell_used(facts.suppressions);
  Suppressing unused;
  unused.take(facts.suppressions);
  Collector more(s.options.lang);
  unused.say_unused(complete, more, [&](SourceId source) -> std::optional<Severity> {
    const std::string name(s.sources.name(source));
    const auto catalog = s.catalog_at(name);
    if (!catalog) return std::nullopt;
    return s.validation.plan(*catalog).severity_in(*find_rule("suppression-unused"), name);
  });
  for (Diagnostic& d : more.take()) all.push_back(std::move(d));
  for (Diagnostic& d : all) {
    const std::string name(d.at.known() ? s.sources.name(d.at.source) : std::string_view{});
    if (open.contains(name)) found[name].push_back(std::move(d));
  }
  return found;
}

const CatalogContext& LiveCheck::context(const std::string& path) const {
  return state_->validation.work().contexts.at(state_->catalog_at(path).value());
}

const Rule* LiveCheck::rule(const std::string& path, std::string_view id) const {
  const auto catalog = state_->catalog_at(path);
  if (catalog) {
    for (const Rule* rule : state_->validation.plan(*catalog).rules()) {
      if (rule->id == id) return rule;
    }
  }
  return find_rule(id);
}

const Standards& LiveCheck::standards() const { return state_->validation.work().standards; }
const LiveIndex& LiveCheck::index() const { return state_->index; }
const Sources& LiveCheck::sources() const { return state_->sources; }

}  // namespace matter
