#include "ops/diff_pairs.h"

#include <algorithm>

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
                    new_in, out);
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
    compare_matters(out.before[i], old_file->matters[i], old_in, out.after[i], m, new_in, out);
  }
}

void PairComparison::matters(const MetMatter& before, const MetMatter& after, Scratch& scratch, PairOutcome& out) {
  const LoadedFile* old_file = load(false, before.file, scratch, out);
  const LoadedFile* new_file = load(true, after.file, scratch, out);
  if (old_file == nullptr || new_file == nullptr) return;
  if (before.number >= old_file->matters.size() || after.number >= new_file->matters.size()) return;
  compare_matters(before, old_file->matters[before.number], before_.files()[before.file], after,
                  new_file->matters[after.number], after_.files()[after.file], out);
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
  diff.level = std::string(m.level.name());
  diff.sample = m.sample.yes() || tree.sample(in);
  diff.judged = tree.grading(in).of(*diff.type);
  out.order.push_back({in.relative, m.mark.value.begin, !after});
}

void PairComparison::compare_matters(const MetMatter& old_met, Matter before, const DiffTree::File& old_file,
                                     const MetMatter& new_met, Matter after, const DiffTree::File& new_file,
                                     PairOutcome& out) {
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
  if (changes.empty()) {
    ++out.same;
    return;
  }
  MatterDiff& diff = out.diffs.emplace_back();
  diff.matter = report_identity(after, new_file.standard, sources_.name(new_file.source), new_met.number + 1);
  diff.name = name_of(before, after);
  diff.before = old_met.at;
  diff.after = new_met.at;
  diff.changes = std::move(changes);
  judge(diff.changes, after_.grading(new_file));
  diff.impact = impact(before, after);
  const auto either = [](std::string_view fresh, std::string_view old) {
    return std::string(fresh.empty() ? old : fresh);
  };
  diff.agency = either(after.agency.name.text, before.agency.name.text);
  diff.level = either(after.level.name(), before.level.name());
  diff.sample = before.sample.yes() || after.sample.yes() || before_.sample(old_file) || after_.sample(new_file);
  Collector doubts(lang_);
  say_hollow(before, after, diff.changes, doubts);
  diff.doubts = doubts.take();
  for (Diagnostic& d : diff.doubts) d.matter = diff.matter;
  out.order.push_back({new_file.relative, after.mark.value.begin, false});
}

bool PairComparison::same_entries(const Matter* a, const Matter* b) {
  if (a == nullptr || b == nullptr) return a == b;
  const std::lock_guard lock(mutex_);
  const auto [at, fresh] = same_entries_[a].try_emplace(b, false);
  if (fresh) at->second = compare(*a, *b).empty();
  return at->second;
}

}  // namespace matter
