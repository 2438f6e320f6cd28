#include "ops/fix.h"

#include <algorithm>
#include <map>
#include <system_error>

#include "diag/words.h"
#include "edit/atomic.h"

namespace matter {

namespace {

/// Faults behind faults come to light round by round; a text that still changes then is left as it is.
constexpr unsigned most_rounds = 30;

using Key = std::pair<std::string, std::string>;  // file, and fingerprint or rule

struct State {
  FixedFile file;
  std::vector<AppliedFix> applied;
};

class Fixing {
 public:
  Fixing(const std::vector<std::string>& paths, const FixOptions& what, const RunOptions& options)
      : paths_(paths), what_(what), options_(options) {}

  FixResult run() {
    if (std::find(paths_.begin(), paths_.end(), "-") != paths_.end()) result_.given = read_standard_input();
    check();
    result_.found = counts(result_.left);
    for (round_ = 1; round_ <= most_rounds && mend(); ++round_) {
      check();
      take_back();
    }
    for (auto& [name, state] : states_) {
      if (state.applied.empty()) continue;
      state.file.fixes = state.applied.size();
      std::move(state.applied.begin(), state.applied.end(), std::back_inserter(result_.applied));
      result_.files.push_back(std::move(state.file));
    }
    say_not_fixed();
    if (what_.write) write();
    return std::move(result_);
  }

 private:
  static ValidateResult counts(const ValidateResult& of) {
    ValidateResult kept;
    kept.files = of.files;
    kept.matters = of.matters;
    kept.errors = of.errors;
    kept.warnings = of.warnings;
    kept.infos = of.infos;
    kept.fixable = of.fixable;
    kept.unsafe_fixable = of.unsafe_fixable;
    return kept;
  }

  /// Everything is checked anew: a mended file may bring to light, or silence, findings of others.
  void check() {
    result_.sources = std::make_unique<Sources>();
    result_.sources->stand_in(std::string(standard_input_name), result_.given);
    for (const auto& [name, state] : states_) result_.sources->stand_in(name, state.file.after);
    const auto find = [&](Collector& to) { return discover(paths_, *result_.sources, to); };
    CheckedTree checked = validate_tree(find, paths_, options_, *result_.sources);
    result_.left = std::move(checked.result);
    texts_.clear();
    for (std::size_t i = 0; i < checked.files.size(); ++i) texts_[checked.files[i]] = checked.texts[i];
  }

  [[nodiscard]] std::string file_of(const Diagnostic& d) const {
    return d.at.known() ? std::string(result_.sources->name(d.at.source)) : std::string();
  }
  [[nodiscard]] Key key_of(const Diagnostic& d) const {
    std::string file = file_of(d);
    std::string print = fingerprint(d, file);
    return {std::move(file), std::move(print)};
  }
  [[nodiscard]] bool is_wanted(const Diagnostic& d) const {
    return d.fix && d.fix->usable() && (d.fix->safe || what_.unsafe) && !given_up_.contains(key_of(d));
  }

  /// One round; false where nothing was left to do.
  bool mend() {
    before_.clear();
    std::map<SourceId, std::vector<const Diagnostic*>> wanted;
    for (const Diagnostic& d : result_.left.findings) {
      if (is_wanted(d)) wanted[d.at.source].push_back(&d);
    }
    bool any = false;
    for (const auto& [source, findings] : wanted) any = mend(source, findings) || any;
    if (any) count(before_counts_);
    return any;
  }

  bool mend(SourceId source, const std::vector<const Diagnostic*>& wanted) {
    const SharedText text = result_.sources->text(source);
    const std::string name(result_.sources->name(source));
    if (before_.contains(name)) return false;  // the same file under another number
    // Findings have their places in the text that was checked.
    const auto checked = texts_.find(source);
    if (checked != texts_.end() && checked->second != text_print(*text)) throw std::system_error(file_changed(), name);
    const Encoding encoding = result_.sources->encoding(source);
    const FixedText fixed = fixed_text(*text, wanted, options_.lang);
    for (const RefusedFix& one : fixed.refused) given_up_.emplace(key_of(*one.finding), one.why);
    const bool converts =
        std::any_of(fixed.taken.begin(), fixed.taken.end(), [](const Diagnostic* d) { return d->fix->converts(); });
    // Without the conversion the bytes of a file in another encoding could not be written.
    if (fixed.taken.empty() || (encoding != Encoding::utf8 && !converts)) return false;
    const auto [found, is_new] = states_.try_emplace(name);
    State& state = found->second;
    if (is_new) {
      state.file.name = name;
      state.file.standard_input = result_.sources->kind(source) == SourceKind::standard_input;
      state.file.before = *text;
      state.file.after = *text;
    }
    if (converts) state.file.converted_from = encoding;
    before_[name] = {std::exchange(state.file.after, fixed.text), state.applied.size(), converts};
    const Lines lines(*text);
    for (const Diagnostic* d : fixed.taken) state.applied.push_back(applied(*d, lines, name));
    return true;
  }

  [[nodiscard]] AppliedFix applied(const Diagnostic& d, const Lines& lines, const std::string& file) const {
    AppliedFix one;
    one.rule = d.rule;
    one.severity = d.severity;
    one.file = file;
    one.at = lines.position(d.at.span.begin);
    one.matter = d.matter;
    one.field = d.field;
    one.message = d.message;
    one.what = d.fix->what;
    one.fingerprint = fingerprint(d, file);
    one.safe = d.fix->safe;
    one.converts = d.fix->converts();
    one.round = round_;
    for (const TextEdit& edit : d.fix->edits)
      one.edits.push_back({lines.position(edit.at.span.begin), lines.position(edit.at.span.end), edit.text});
    return one;
  }

  void count(std::map<Key, std::size_t>& into) const {
    into.clear();
    for (const Diagnostic& d : result_.left.findings) {
      const Key key = key_of(d);
      if (!before_.contains(key.first)) continue;
      ++into[key];
      ++into[{key.first, std::string(d.rule)}];
    }
  }

  /// A finding that is still there after its fix: the fix is wrong. The file is what it was before the round, and that
  /// fix is not tried again.
  void take_back() {
    std::map<Key, std::size_t> now;
    count(now);
    bool any = false;
    for (auto& [name, was] : before_) {
      State& state = states_.at(name);
      bool wrong = false;
      for (std::size_t i = was.applied; i < state.applied.size(); ++i) {
        const AppliedFix& one = state.applied[i];
        const Key itself{name, one.fingerprint};
        const Key rule{name, std::string(one.rule)};
        if (now[itself] < before_counts_[itself] || now[rule] < before_counts_[rule]) continue;
        given_up_.emplace(itself, say(options_.lang, {"修正之后问题还在", "the fix does not make it go away"}));
        wrong = true;
      }
      if (!wrong) continue;
      any = true;
      state.file.after = was.text;
      if (was.converted) {
        // Only the stand-in for the bytes on the disk: it is what the file says, and converting it is not to be undone.
        state.applied.erase(std::remove_if(state.applied.begin() + static_cast<std::ptrdiff_t>(was.applied),
                                           state.applied.end(), [](const AppliedFix& one) { return !one.converts; }),
                            state.applied.end());
      } else {
        state.applied.resize(was.applied);
      }
    }
    if (any) check();
  }

  /// What was given up is no more offered, and why is said.
  void say_not_fixed() {
    std::map<std::pair<std::string, std::string>, std::size_t> rows;
    for (Diagnostic& d : result_.left.findings) {
      if (!d.fix || (!d.fix->safe && !what_.unsafe)) continue;
      if (d.fix->usable()) {
        const auto given_up = given_up_.find(key_of(d));
        d.fix->withheld =
            given_up != given_up_.end()
                ? given_up->second
                : say(options_.lang, {"修正了 {} 轮还有，没有再试", "still there after {} rounds"}, most_rounds);
        --(d.fix->safe ? result_.left.fixable : result_.left.unsafe_fixable);
      }
      ++rows[{file_of(d), d.fix->withheld}];
    }
    for (const auto& [row, findings] : rows) result_.not_fixed.push_back({row.first, row.second, findings});
  }

  void write() {
    std::vector<FileWrite> writes;
    for (const FixedFile& file : result_.files) {
      if (!file.standard_input) writes.push_back({file.name, file.after, std::nullopt, false, text_print(file.before)});
    }
    if (!writes.empty()) write_files(writes);
    result_.written = true;
  }

  struct Before {
    std::string text;
    std::size_t applied = 0;
    bool converted = false;
  };

  const std::vector<std::string>& paths_;
  const FixOptions& what_;
  const RunOptions& options_;
  FixResult result_;
  unsigned round_ = 1;
  std::map<SourceId, std::size_t> texts_;  // what was checked, in print
  std::map<std::string, State> states_;
  std::map<std::string, Before> before_;  // files of this round
  std::map<Key, std::size_t> before_counts_;
  std::map<Key, std::string> given_up_;  // and why
};

}  // namespace

FixResult fix(const std::vector<std::string>& paths, const FixOptions& what, const RunOptions& options) {
  return Fixing(paths, what, options).run();
}

}  // namespace matter
