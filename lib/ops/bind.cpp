#include "ops/bind.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "catalog/level.h"
#include "checks/kept.h"
#include "edit/atomic.h"
#include "model/codes.h"
#include "ops/bind_plan.h"
#include "ops/likely_files.h"
#include "ops/load.h"
#include "ops/show.h"
#include "text/unicode.h"

namespace matter {

namespace {

bool is_version(std::string_view text) {
  return !text.empty() && text.size() < 6 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string reference_of(const Matter& entry) { return report_identity(entry, true, {}, 1); }

class BindingAnew {
 public:
  BindingAnew(const BindOptions& what, const RunOptions& options, Sources& sources)
      : what_(what), options_(options), sources_(sources), refused_(options.lang), edits_(sources, options.lang) {}

  BindResult run() {
    Collector unheard(options_.lang);
    open(unheard);
    profiles_ = choose_profiles(work_.contexts, sources_, unheard);
    for (const CatalogFile& of : work_.discovery.files) {
      if (!work_.is_standard(of)) read(of, unheard);
    }
    if (!what_.code.empty() && !is_entry_) check_one();
    unused();
    result_.refused = refused_.take();
    result_.files = edits_.take();
    if (!result_.refused.empty()) {
      result_.files.clear();
      result_.changes.clear();
      result_.matters.clear();
      return std::move(result_);
    }
    if (what_.write && !result_.files.empty()) FieldEdits::write(result_.files);
    result_.written = what_.write;
    return std::move(result_);
  }

 private:
  struct Picked {
    BindPlan plan;
    BoundMatter told;
    Matter effective;
  };

  /// All versions of entries are needed: the one that is bound, and the one that shall be.
  void open(Collector& unheard) {
    const auto find = [&](Collector& to) {
      if (what_.code.empty()) return discover(what_.paths, sources_, to);
      return likely_files(what_.code, what_.paths, options_, sources_, to).discovery;
    };
    open_workspace(find, options_, sources_, work_, unheard);
    if (const auto named = parse_standard_reference(what_.code)) is_entry_ = work_.standards.has_code(named->code);
  }

  template <class... Args>
  Diagnostic& refuse(Location at, const WordsFor<Args...>& words, Args&&... args) {
    Diagnostic& d = refused_.add("reference-dangling", Severity::error, at, words, std::forward<Args>(args)...);
    d.field = "standard";
    d.matter = what_.code;
    return d;
  }

  void read(const CatalogFile& of, Collector& unheard) {
    load_file(sources_, of.source, file_, unheard);
    std::vector<Picked> picked;
    for (std::size_t i = 0; i < file_.matters.size(); ++i) {
      const Matter& m = file_.matters[i];
      const std::string identity = report_identity(m, false, sources_.name(of.source), i + 1);
      if (is_meant(m, identity)) pick(m, identity, i, of, picked);
    }
    if (picked.empty()) return;
    met_ += picked.size();
    edits_.open(of.source, text_print(file_.text));
    if (const std::string why = edits_.refusal(); !why.empty()) {
      refuse({of.source, {0, 0}}, {"{}：不能修改：{}", "{}: cannot be edited: {}"}, sources_.name(of.source), why);
      return;
    }
    edit(of, picked);
  }

  bool is_meant(const Matter& m, std::string_view identity) const {
    if (what_.code.empty()) {
      const Matter* const entry = m.standard.given() ? work_.standards.find(m.standard.text) : nullptr;
      return entry != nullptr && !m.status.is("取消") && newer_entry(work_.standards, *entry) != nullptr;
    }
    if (!is_entry_) {
      return identity == what_.code || implementing_code(m) == what_.code ||
             (m.local_code.given() && trimmed(m.local_code.text) == what_.code);
    }
    const auto named = parse_standard_reference(what_.code);
    const auto bound = m.standard.given() ? parse_standard_reference(trimmed(m.standard.text)) : std::nullopt;
    return named && bound && bound->code == named->code && (!named->version || bound->version == named->version);
  }

  void pick(const Matter& m, const std::string& identity, std::size_t number, const CatalogFile& of,
            std::vector<Picked>& picked) {
    if (m.binding.status.given() && !m.standard.given()) {
      refuse(m.binding.status.at(), {"写明了{}，不能同时认领标准", "it is {}: it cannot be bound as well"},
             m.binding.status.name())
          .hint = say(options_.lang,
                      {"先删去：matter set --remove {} binding", "first: matter set --remove {} binding"}, identity);
      return;
    }
    Picked one;
    one.plan.number = number;
    one.plan.older = m.standard.given() ? work_.standards.find(m.standard.text) : nullptr;
    one.plan.newer = target(m);
    if (one.plan.newer == nullptr) return;
    one.effective = m;
    make_effective(one.effective, one.plan.older);
    const std::string_view level = level_of(one.effective, work_.context(of).catalog->config);
    static_cast<BindingMatter&>(one.told) = {
        identity, display_name(one.effective), std::string(level),
        m.agency.name.given() ? std::string(trimmed(m.agency.name.text)) : std::string(),
        m.standard.given() ? m.standard.at() : m.mark.at()};
    one.told.from = m.standard.given() ? std::string(trimmed(m.standard.text)) : std::string();
    one.told.to = reference_of(*one.plan.newer);
    one.told.to_at = one.plan.newer->version.given() ? one.plan.newer->version.at() : one.plan.newer->mark.at();
    picked.push_back(std::move(one));
  }

  /// The entry that is asked for; null, and why, where there is none.
  const Matter* target(const Matter& m) {
    const Location at = m.standard.given() ? m.standard.at() : m.mark.at();
    std::string wanted = what_.to;
    if (wanted.empty() || is_version(wanted)) {
      const auto bound = m.standard.given() ? parse_standard_reference(trimmed(m.standard.text)) : std::nullopt;
      if (!bound) {
        suggest(m, refuse(at, {"没有认领过标准：用 --to 写明认领哪个标准条目",
                               "it is bound to no entry: name one with --to"}));
        return nullptr;
      }
      wanted = std::string(bound->code);
      if (!what_.to.empty()) wanted += "@" + std::to_string(std::stoi(what_.to));
    }
    const Matter* const entry = work_.standards.find(wanted);
    if (entry == nullptr) {
      Diagnostic& d = refuse(at, {"没有标准条目 {}", "there is no standard entry {}"}, wanted);
      const auto parsed = parse_standard_reference(wanted);
      if (parsed && work_.standards.has_code(parsed->code)) {
        d.hint = say(options_.lang, {"有这几版：{}", "there are the versions {}"}, versions_of(parsed->code));
      } else {
        suggest(m, d);
      }
      return nullptr;
    }
    if (work_.standards.is_damaged(*entry)) {
      refuse(entry->mark.at(),
             {"标准条目 {} 所在的文件没有读全，先修好它",
              "the file of the entry {} could not be read whole: mend it first"},
             wanted);
      return nullptr;
    }
    return entry;
  }

  std::string versions_of(std::string_view code) const {
    std::vector<int> versions;
    for (const Matter* const entry : work_.standards.entries()) {
      if (standard_code(*entry) == code) versions.push_back(standard_version(*entry));
    }
    std::sort(versions.begin(), versions.end());
    std::string all;
    for (const int version : versions)
      (all += all.empty() ? "" : options_.lang == Lang::zh ? "、" : ", ") += std::to_string(version);
    return all;
  }

  void suggest(const Matter& m, Diagnostic& d) const {
    BindingCandidates candidates(work_.standards);
    for (const BindingCandidate& one : candidates.best(BindingCandidates::wanted(m)))
      d.notes.push_back({say(options_.lang, {"可能是 {}  {}", "perhaps {}  {}"}, one.reference, one.name), one.at});
  }

  void edit(const CatalogFile& of, std::vector<Picked>& picked) {
    const CatalogContext& context = work_.context(of);
    if (context.profile == nullptr) {
      refuse({of.source, {0, 0}}, {"没有可用的要素集", "there is no profile"});
      return;
    }
    BindPlanner planner(what_, *context.profile, refused_);
    std::vector<FieldEdit> all;
    std::vector<SetChange> changes;
    for (Picked& one : picked) {
      Matter m;
      edits_.matter(one.plan.number, m);
      if (!planner.plan(m, one.told.identity, one.plan)) return;
      tell_changes(m, one, changes);
      result_.same += one.plan.edits.empty() ? 1U : 0U;
      all.insert(all.end(), one.plan.edits.begin(), one.plan.edits.end());
    }
    took_.resize(what_.take.size());
    kept_.resize(what_.keep.size());
    for (std::size_t i = 0; i < took_.size(); ++i) took_[i] = took_[i] || planner.took()[i];
    for (std::size_t i = 0; i < kept_.size(); ++i) kept_[i] = kept_[i] || planner.kept()[i];
    std::string why;
    const FieldEdits::Outcome outcome = all.empty() ? FieldEdits::Outcome::same : edits_.edit(all, why);
    if (outcome == FieldEdits::Outcome::wrong) {
      refuse({of.source, {0, 0}}, {"{}：{}", "{}: {}"}, sources_.name(of.source), why);
      return;
    }
    if (outcome == FieldEdits::Outcome::changed)
      result_.changes.insert(result_.changes.end(), changes.begin(), changes.end());
    for (Picked& one : picked) finish(of, one);
  }

  void tell_changes(const Matter& m, const Picked& one, std::vector<SetChange>& changes) const {
    const Content before = content_of_matter(m);
    for (const FieldEdit& edit : one.plan.edits) {
      SetChange change{edits_.path(),
                       edits_.line_of(m),
                       one.told.identity,
                       to_text(edit.target, m),
                       shown_value(content_at(before, edit.target), edit.target),
                       shown_value(edit.value, edit.target)};
      if (change.before != change.after) changes.push_back(std::move(change));
    }
  }

  /// What the edited matter is against the entry.
  void finish(const CatalogFile& of, Picked& one) {
    const CatalogContext& context = work_.context(of);
    if (one.plan.older != nullptr && one.plan.older != one.plan.newer) {
      const auto profile =
          std::find_if(profiles_.begin(), profiles_.end(), [&](const auto& p) { return p.get() == context.profile; });
      auto& changes = changes_[{one.plan.older, one.plan.newer, context.profile}];
      if (changes == nullptr)
        changes = std::make_shared<const EntryChanges>(changes_between(*one.plan.older, *one.plan.newer, *profile));
      Matter m;
      edits_.matter(one.plan.number, m);
      one.told.changes = changes;
      one.told.own = own_elements(*changes, m, *one.plan.newer, one.told.level);
      for (std::size_t i = 0; i < changes->elements.size(); ++i) {
        const auto met = [&](const std::vector<FieldPath>& paths) {
          return meets(*changes->elements[i].element, paths);
        };
        one.told.becomes.push_back(met(one.plan.kept)        ? Becomes::kept
                                   : one.told.own[i].written ? Becomes::stays
                                   : met(one.plan.taken)     ? Becomes::taken
                                                             : Becomes::follows);
      }
    }
    result_.matters.push_back(std::move(one.told));
  }

  static bool meets(const Element& element, const std::vector<FieldPath>& paths) {
    return std::any_of(element.paths.begin(), element.paths.end(), [&](const FieldPath& path) {
      return std::any_of(paths.begin(), paths.end(), [&](const FieldPath& other) { return overlap(path, other); });
    });
  }

  /// One matter was asked for.
  void check_one() {
    if (met_ == 1 || refused_any()) return;
    if (met_ > 1) {
      Diagnostic& d = refuse({}, {"“{}”指的不止一个事项，不知道改哪一个", "'{}' names several matters"}, what_.code);
      for (const BoundMatter& one : result_.matters)
        d.notes.push_back({say(options_.lang, {"其中一个", "one of them"}), one.at});
      return;
    }
    Diagnostic& d = refuse({}, {"没有编码为“{}”的事项", "there is no matter '{}'"}, what_.code);
    const ShowResult near = show(what_.code, what_.paths, {}, options_, sources_);
    for (const ShownPlace& one : near.nearest)
      d.notes.push_back({say(options_.lang, {"相近的：{}  {}", "near to it: {}  {}"}, one.identity, one.name), one.at});
  }

  [[nodiscard]] bool refused_any() const { return refused_.any(Severity::info); }

  void unused() {
    if (met_ == 0) return;
    for (std::size_t i = 0; i < took_.size(); ++i) {
      if (!took_[i]) result_.unused.push_back("--take " + what_.take[i]);
    }
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      if (!kept_[i]) result_.unused.push_back("--keep " + what_.keep[i].what);
    }
  }

  const BindOptions& what_;
  const RunOptions& options_;
  Sources& sources_;
  Collector refused_;
  FieldEdits edits_;
  Workspace work_;
  std::vector<std::shared_ptr<const Profile>> profiles_;
  LoadedFile file_;
  bool is_entry_ = false;
  std::size_t met_ = 0;
  std::vector<bool> took_, kept_;
  std::map<std::tuple<const Matter*, const Matter*, const Profile*>, std::shared_ptr<const EntryChanges>> changes_;
  BindResult result_;
};

}  // namespace

BindResult bind_matters(const BindOptions& what, const RunOptions& options, Sources& sources) {
  return BindingAnew(what, options, sources).run();
}

}  // namespace matter
