#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "checks/engine.h"
#include "checks/profile.h"
#include "checks/rule_book.h"
#include "checks/suppressions.h"
#include "ops/inherited.h"
#include "ops/load.h"
#include "ops/validate.h"
#include "ops/withhold.h"

// What a check of catalogs is made of; for validate.cpp, validate_parts.cpp and live.cpp alone.

namespace matter {

/// What one chunk of files gave.
struct CheckedPart {
  std::vector<Diagnostic> findings;
  std::vector<Inherited> inherited;
  std::vector<NotEditable> not_editable;
  std::vector<MatterPrint> prints;
  std::vector<std::size_t> texts;
  std::vector<Diagnostic> reading;  ///< of readers, kept where something else is done with the matters
  Facts facts;
  CheckTally tally;
  std::size_t files = 0, matters = 0;
  std::size_t unreadable = 0;   ///< files whose matters were not checked
  std::size_t empty = 0;        ///< files without a matter
  std::size_t no_standard = 0;  ///< matters whose standard entry could not be read

  void add(CheckedPart&& part) {
    findings.insert(findings.end(), std::make_move_iterator(part.findings.begin()),
                    std::make_move_iterator(part.findings.end()));
    not_editable.insert(not_editable.end(), part.not_editable.begin(), part.not_editable.end());
    prints.insert(prints.end(), std::make_move_iterator(part.prints.begin()),
                  std::make_move_iterator(part.prints.end()));
    texts.insert(texts.end(), part.texts.begin(), part.texts.end());
    reading.insert(reading.end(), std::make_move_iterator(part.reading.begin()),
                   std::make_move_iterator(part.reading.end()));
    facts.append(std::move(part.facts));
    tally.add(part.tally);
    files += part.files;
    matters += part.matters;
    unreadable += part.unreadable;
    empty += part.empty;
    no_standard += part.no_standard;
  }
};

class Validation {
 public:
  Validation(const RunOptions& options, Sources& sources, std::span<const std::string> only = {})
      : options_(options), sources_(sources), only_(only) {}

  /// `paths`: what was named, where files of the disk were.
  ValidateResult run(const FindFiles& find, StandardsRead standards, const std::vector<std::string>& paths) {
    Collector findings(options_.lang);
    prepare(find, standards, findings);
    check_files();
    check_faulty_standards(findings);
    return conclude(findings, paths);
  }

  CheckedBeside run_beside(const std::vector<std::string>& paths, const BesideCheck& beside);
  std::optional<CheckedBeside> run_joined(const std::vector<std::string>& paths, const std::vector<std::string>& facts,
                                          bool complete);

  // For checks that go on while somebody writes (live.h).

  /// Reads everything but the files. What is wrong with catalogs and their data comes back.
  std::vector<Diagnostic> open(const FindFiles& find);
  /// One file. `loaded` is as it was read, its matters are effective. Thread-safe.
  [[nodiscard]] CheckedPart check_alone(const CatalogFile& file, LoadedFile& loaded) const;
  /// What rules across matters say of facts that are not those of `whole_`. Thread-safe.
  [[nodiscard]] std::vector<Diagnostic> judge_alone(const Facts& facts, bool all_read) const;
  [[nodiscard]] const Workspace& work() const { return work_; }
  [[nodiscard]] const CheckPlan& plan(std::uint32_t catalog) const { return plans_.at(catalog); }

  CheckedTree run_tree(const FindFiles& find, const std::vector<std::string>& paths) {
    with_prints_ = true;
    CheckedTree tree;
    tree.result = run(find, StandardsRead::all, paths);
    tree.matters = std::move(whole_.prints);
    tree.texts = std::move(whole_.texts);
    for (const CatalogFile& file : work_.discovery.files) tree.files.push_back(file.source);
    return tree;
  }

 private:
  void prepare(const FindFiles& find, StandardsRead standards, Collector& findings);
  ValidateResult conclude(Collector& findings, const std::vector<std::string>& paths);
  bool take_facts(const std::vector<std::string>& parts);
  [[nodiscard]] std::string content() const;
  void check_files();
  void check_file(const CatalogFile& file, LoadedFile& loaded, Collector& findings, CheckedPart& part) const;
  void read_for_others(const CatalogFile& file, LoadedFile& loaded, Collector& findings, CheckedPart& part) const;
  void tell_others(const CatalogFile& file, const LoadedFile& loaded) const;
  void check_faulty_standards(Collector& findings) const;
  void take_part(CheckedPart&& part);
  void read_standards_suppressions();
  [[nodiscard]] bool is_suppressed(Diagnostic& finding, Location at);
  void suppress();
  void check_matter(const CatalogFile& file, Matter& m, std::size_t number, Collector& findings,
                    CheckedPart& part) const;
  [[nodiscard]] std::vector<const Rule*> judged() const {
    std::vector<const Rule*> rules(book_.all().begin(), book_.all().end());
    if (only_.empty()) return rules;
    std::erase_if(rules,
                  [&](const Rule* rule) { return std::find(only_.begin(), only_.end(), rule->id) == only_.end(); });
    return rules;
  }
  [[nodiscard]] bool complete() const {
    return others_complete_ && whole_.unreadable + whole_.no_standard + work_.discovery.refused == 0 &&
           !work_.discovery.standards_incomplete && !work_.standards.any_damaged();
  }

  ValidateResult finish();
  void say_not_checked(ValidateResult& result) const;
  [[nodiscard]] std::size_t unread_members() const;

  const RunOptions& options_;
  Sources& sources_;
  std::span<const std::string> only_;  ///< ids of the rules that run; all where it is empty
  Workspace work_;
  RuleBook book_;
  std::vector<std::shared_ptr<const Profile>> profiles_;
  std::vector<CheckPlan> plans_;  // one for each catalog
  CheckedPart whole_;
  bool with_prints_ = false;
  const BesideCheck* beside_ = nullptr;
  bool others_complete_ = true;
  InheritedFindings inherited_;
  Suppressing suppressing_;
  std::size_t suppressed_ = 0;
  std::vector<HiddenFinding> hidden_;  ///< of these, where they are to be kept
};

}  // namespace matter
