#include "ops/diff_pairs.h"

#include <algorithm>

#include "catalog/level.h"
#include "change/compare.h"
#include "change/hollow.h"
#include "model/matter.h"
#include "ops/load.h"

namespace matter {

namespace {

Location place_of(const Matter& m) { return m.name.given() ? m.name.at() : m.mark.at(); }

std::string name_of(const Matter& before, const Matter& after) {
  std::string name = display_name(after);
  return name.empty() ? display_name(before) : name;
}

}  // namespace

const LoadedFile* PairComparison::load(bool after, std::uint32_t file, Scratch& scratch, PairOutcome& out) {
  if ((after ? scratch.new_index : scratch.old_index) == file) return after ? &scratch.new_file : &scratch.old_file;
  return understand(after, file, false, scratch, out);
}

/// `read`: its text was read already.
const LoadedFile* PairComparison::understand(bool after, std::uint32_t file, bool read, Scratch& scratch,
                                             PairOutcome& out) {
  DiffTree& tree = after ? after_ : before_;
  LoadedFile& into = after ? scratch.new_file : scratch.old_file;
  std::uint32_t& index = after ? scratch.new_index : scratch.old_index;
  Collector findings(lang_);
  index = no_file;
  const DiffTree::File& in = tree.files()[file];
  if (!(read ? tree.load_read(in, into, findings) : tree.load(in, into, findings))) {
    for (Diagnostic& d : findings.take()) out.findings.push_back(std::move(d));
    return nullptr;
  }
  index = file;
  return &into;
}

void PairComparison::meet(bool after, std::uint32_t file, const LoadedFile& loaded,
                          std::vector<MetMatter>& into) const {
  const DiffTree::File& in = (after ? after_ : before_).files()[file];
  for (std::uint32_t i = 0; i < loaded.matters.size(); ++i) {
    const Matter& m = loaded.matters[i];
    MetMatter& met = into.emplace_back();
    met.file = file;
    met.number = i;
    met.at = place_of(m);
    met.code = in.standard ? standard_code(m) : identity(m);
    if (met.code.empty()) continue;
    met.identity = in.standard ? report_identity(m, true, {}, 0) : met.code;
  }
}

/// The matters of a file whose text both sides have. False, and nothing said, where it cannot be understood.
bool PairComparison::count(const DiffTree::File& file, std::string_view text, Scratch& scratch, Collector& findings,
                           PairOutcome& out) const {
  const auto matters = after_.count(file, text, scratch.new_file.document, findings);
  out.skipped = matters.has_value();
  out.same = matters.value_or(0);
  return out.skipped;
}

/// Reads two files of one path. True where both have one text, which is done with then (or not understood, and that
/// is told); else both texts stand in `scratch`.
bool PairComparison::one_text(const DiffTree::File& before, const DiffTree::File& after, Scratch& scratch,
                              PairOutcome& out) const {
  const std::string_view old_bytes = sources_.read_bytes(before.source, scratch.old_reader);
  const std::string_view new_bytes = sources_.read_bytes(after.source, scratch.new_reader);
  const bool same_role = before.standard == after.standard;
  bool same = old_bytes == new_bytes && same_role;
  Collector findings(lang_);
  // What reads well is the UTF-8 that it was taken for; only of what does not it is asked what else it is.
  if (same && count(after, new_bytes, scratch, findings, out)) return true;
  scratch.old_file.text = old_bytes;
  scratch.new_file.text = new_bytes;
  const bool old_converted = sources_.convert(before.source, scratch.old_file.text);
  const bool new_converted = sources_.convert(after.source, scratch.new_file.text);
  if (old_converted || new_converted) {
    same = same_role && scratch.old_file.text == scratch.new_file.text;
    findings = Collector(lang_);
    if (same && count(after, scratch.new_file.text, scratch, findings, out)) return true;
  }
  if (!same) return false;
  for (Diagnostic& d : findings.take()) out.findings.push_back(std::move(d));
  return true;
}

void PairComparison::files(std::uint32_t before, std::uint32_t after, Scratch& scratch, PairOutcome& out) {
  const DiffTree::File& old_in = before_.files()[before];
  const DiffTree::File& new_in = after_.files()[after];
  const std::string_view object = sources_.object(old_in.source);
  if (!object.empty() && object == sources_.object(new_in.source) && old_in.standard == new_in.standard) {
    out.same_object = out.skipped = true;
    return;
  }
  scratch.old_index = scratch.new_index = no_file;
  if (one_text(old_in, new_in, scratch, out)) return;
  const LoadedFile* old_file = understand(false, before, true, scratch, out);
  const LoadedFile* new_file = understand(true, after, true, scratch, out);
  if (old_file == nullptr || new_file == nullptr) return;
  meet(false, before, *old_file, out.before);
  meet(true, after, *new_file, out.after);
  std::unordered_map<std::string_view, MetMatter*> by_identity;
  for (MetMatter& met : out.after) {
    if (!met.identity.empty()) by_identity.emplace(met.identity, &met);
  }
  for (MetMatter& old_met : out.before) {
    MetMatter* partner = nullptr;
    if (old_met.identity.empty()) {
      const bool both_without = old_met.number < out.after.size() && out.after[old_met.number].identity.empty();
      if (both_without) partner = &out.after[old_met.number];
    } else if (const auto found = by_identity.find(old_met.identity); found != by_identity.end()) {
      partner = found->second;
    }
    if (partner == nullptr || partner->paired) continue;
    old_met.paired = partner->paired = true;
    compare_matters(old_met, old_file->matters[old_met.number], old_in, *partner, new_file->matters[partner->number],
                    new_in, 0, out);
  }
}

void PairComparison::lone_file(bool after, std::uint32_t file, Scratch& scratch, PairOutcome& out) {
  const LoadedFile* loaded = load(after, file, scratch, out);
  if (loaded != nullptr) meet(after, file, *loaded, after ? out.after : out.before);
}

void PairComparison::unchanged(std::uint32_t before, std::uint32_t after, Scratch& scratch, PairOutcome& out) {
  const DiffTree::File& old_in = before_.files()[before];
  const DiffTree::File& new_in = after_.files()[after];
  const LoadedFile* new_file = load(true, after, scratch, out);
  if (new_file == nullptr) return;
  meet(true, after, *new_file, out.after);
  out.before = out.after;
  for (std::uint32_t i = 0; i < new_file->matters.size(); ++i) {
    out.before[i].file = before;
    out.before[i].paired = out.after[i].paired = true;
    const Matter& m = new_file->matters[i];
    if (same_entries(before_.entry_of(m, old_in), after_.entry_of(m, new_in))) {
      ++out.same;
      continue;
    }
    const LoadedFile* old_file = load(false, before, scratch, out);
    if (old_file == nullptr || i >= old_file->matters.size()) return;
    out.before[i].at = place_of(old_file->matters[i]);
    compare_matters(out.before[i], old_file->matters[i], old_in, out.after[i], m, new_in, 0, out);
  }
}

void PairComparison::sketch(bool after, const MetMatter& met, Scratch& scratch, PairOutcome& out, MatterSketch& into) {
  const LoadedFile* loaded = load(after, met.file, scratch, out);
  if (loaded == nullptr || met.number >= loaded->matters.size()) return;
  into = sketch_of(loaded->matters[met.number], (after ? after_ : before_).files()[met.file].standard);
}

void PairComparison::matters(const MetMatter& before, const MetMatter& after, double likeness, Scratch& scratch,
                             PairOutcome& out) {
  const LoadedFile* old_file = load(false, before.file, scratch, out);
  const LoadedFile* new_file = load(true, after.file, scratch, out);
  if (old_file == nullptr || new_file == nullptr) return;
  if (before.number >= old_file->matters.size() || after.number >= new_file->matters.size()) return;
  compare_matters(before, old_file->matters[before.number], before_.files()[before.file], after,
                  new_file->matters[after.number], after_.files()[after.file], likeness, out);
}

void PairComparison::lone_matter(bool after, const MetMatter& met, Scratch& scratch, PairOutcome& out) {
  const LoadedFile* loaded = load(after, met.file, scratch, out);
  if (loaded == nullptr || met.number >= loaded->matters.size()) return;
  DiffTree& tree = after ? after_ : before_;
  const DiffTree::File& in = tree.files()[met.file];
  Matter m = loaded->matters[met.number];
  make_effective(m, tree.entry_of(m, in));
  MatterDiff& diff = out.diffs.emplace_back();
  diff.kind = after ? ChangeKind::added : ChangeKind::removed;
  diff.matter = report_identity(m, in.standard, sources_.name(in.source), met.number + 1);
  diff.name = display_name(m);
  (after ? diff.after : diff.before) = met.at;
  diff.type = &classify(Whole::matter, diff.kind);
  diff.agency = std::string(m.agency.name.text);
  diff.level = std::string(level_of(m));
  diff.sample = m.sample.yes() || tree.sample(in);
  diff.judged = tree.grading(in).of(*diff.type);
  out.order.push_back({in.relative, m.mark.value.begin, !after});
}

void PairComparison::compare_matters(const MetMatter& old_met, Matter before, const DiffTree::File& old_file,
                                     const MetMatter& new_met, Matter after, const DiffTree::File& new_file,
                                     double likeness, PairOutcome& out) {
  const Matter* old_entry = before_.entry_of(before, old_file);
  const Matter* new_entry = after_.entry_of(after, new_file);
  // The same binding that only one side can follow: comparing what one side inherits with what the other does not
  // know would invent changes.
  const bool one_sided = (old_entry == nullptr) != (new_entry == nullptr) && before.standard.given() &&
                         after.standard.given() && before.standard.text == after.standard.text;
  if (one_sided) {
    ++out.one_sided;
  } else {
    make_effective(before, old_entry);
    make_effective(after, new_entry);
  }
  std::vector<Change> changes = compare(before, after);
  const bool moved = likeness > 0 && old_met.identity.empty() && new_met.identity.empty();
  if (changes.empty() && !moved) {
    ++out.same;
    return;
  }
  MatterDiff& diff = tell(before, after, std::move(changes), new_file, out);
  diff.matter = report_identity(after, new_file.standard, sources_.name(new_file.source), new_met.number + 1);
  diff.before = old_met.at;
  diff.after = new_met.at;
  diff.sample = diff.sample || before_.sample(old_file);
  for (Diagnostic& d : diff.doubts) d.matter = diff.matter;
  out.order.push_back({new_file.relative, after.mark.value.begin, false});
  if (likeness <= 0) return;
  diff.likeness = likeness;
  diff.other = report_identity(before, old_file.standard, sources_.name(old_file.source), old_met.number + 1);
  if (!moved) return;
  diff.type = &classify(Whole::matter, ChangeKind::changed);
  diff.judged = after_.grading(new_file).of(*diff.type);
}

/// All that the two matters themselves say of what is different; `file`: of the new one.
MatterDiff& PairComparison::tell(const Matter& before, const Matter& after, std::vector<Change> changes,
                                 const DiffTree::File& file, PairOutcome& out) {
  MatterDiff& diff = out.diffs.emplace_back();
  diff.name = name_of(before, after);
  diff.changes = std::move(changes);
  judge(diff.changes, after_.grading(file));
  diff.impact = impact(before, after);
  const auto either = [](std::string_view fresh, std::string_view old) {
    return std::string(fresh.empty() ? old : fresh);
  };
  diff.agency = either(after.agency.name.text, before.agency.name.text);
  diff.level = either(level_of(after), level_of(before));
  diff.sample = before.sample.yes() || after.sample.yes() || after_.sample(file);
  Collector doubts(lang_);
  say_hollow(before, after, diff.changes, doubts);
  diff.doubts = doubts.take();
  return diff;
}

void PairComparison::each_effective(std::uint32_t file, Scratch& scratch, PairOutcome& out,
                                    const std::function<void(const MetMatter&, const Matter&)>& each) {
  const LoadedFile* loaded = load(true, file, scratch, out);
  if (loaded == nullptr) return;
  std::vector<MetMatter> met;
  meet(true, file, *loaded, met);
  for (std::size_t i = 0; i < met.size(); ++i) {
    Matter m = loaded->matters[i];
    make_effective(m, after_.entry_of(m, after_.files()[file]));
    each(met[i], m);
  }
}

namespace {

/// Traits::local, and whom to ask.
bool belongs_to_office(const Change& change) {
  const Field* root = change.path.empty() ? nullptr : change.path.front().field;
  if (root != nullptr && root->table != nullptr && root->table() == table_of<Contacts>()) return true;
  return std::any_of(change.path.begin(), change.path.end(),
                     [](const PathStep& step) { return step.field != nullptr && step.field->local; });
}

}  // namespace

void PairComparison::compare_offices(const Matter& other, const std::string& other_name, Location other_at,
                                     const MetMatter& own, const Matter& matter, PairOutcome& out) {
  std::vector<Change> changes = compare(other, matter);
  changes.erase(std::remove_if(changes.begin(), changes.end(), belongs_to_office), changes.end());
  if (changes.empty()) {
    ++out.same;
    return;
  }
  const DiffTree::File& file = after_.files()[own.file];
  MatterDiff& diff = tell(other, matter, std::move(changes), file, out);
  diff.matter = report_identity(matter, file.standard, sources_.name(file.source), own.number + 1);
  diff.other = other_name;
  diff.before = other_at;
  diff.after = own.at;
  for (Diagnostic& d : diff.doubts) d.matter = diff.matter;
}

void PairComparison::counterparts(const MetMatter& other, const MetMatter& own, Scratch& scratch, PairOutcome& out) {
  const LoadedFile* other_loaded = load(false, other.file, scratch, out);
  const LoadedFile* loaded = load(true, own.file, scratch, out);
  if (other_loaded == nullptr || loaded == nullptr) return;
  if (other.number >= other_loaded->matters.size() || own.number >= loaded->matters.size()) return;
  const DiffTree::File& other_file = before_.files()[other.file];
  Matter theirs = other_loaded->matters[other.number];
  Matter ours = loaded->matters[own.number];
  make_effective(theirs, before_.entry_of(theirs, other_file));
  make_effective(ours, after_.entry_of(ours, after_.files()[own.file]));
  compare_offices(theirs,
                  report_identity(theirs, other_file.standard, sources_.name(other_file.source), other.number + 1),
                  other.at, own, ours, out);
}

bool PairComparison::with_entry(const MetMatter& own, Scratch& scratch, PairOutcome& out) {
  const LoadedFile* loaded = load(true, own.file, scratch, out);
  if (loaded == nullptr || own.number >= loaded->matters.size()) return true;
  Matter matter = loaded->matters[own.number];
  const Matter* entry = after_.entry_of(matter, after_.files()[own.file]);
  if (entry == nullptr) return false;
  make_effective(matter, entry);
  compare_offices(*entry, report_identity(*entry, true, {}, 0), place_of(*entry), own, matter, out);
  return true;
}

bool PairComparison::same_entries(const Matter* a, const Matter* b) {
  if (a == nullptr || b == nullptr) return a == b;
  const std::lock_guard lock(mutex_);
  const auto [at, fresh] = same_entries_[a].try_emplace(b, false);
  if (fresh) at->second = compare(*a, *b).empty();
  return at->second;
}

}  // namespace matter
