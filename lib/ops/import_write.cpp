#include "ops/import_write.h"

#include <algorithm>
#include <filesystem>

#include "doc/yaml.h"
#include "doc/yaml_writer.h"
#include "edit/atomic.h"
#include "exchange/tree.h"
#include "text/lines.h"

namespace matter {

namespace {

constexpr std::string_view suffix = ".yaml";

/// A name of files some of whose parts are not given: without the hyphens and folders that are left of them.
std::string without_gaps(std::string_view name) {
  std::string whole;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find('/'), name.size());
    std::string_view part = name.substr(0, end);
    name.remove_prefix(std::min(end + 1, name.size()));
    while (part.starts_with('-')) part.remove_prefix(1);
    while (part.ends_with('-')) part.remove_suffix(1);
    if (!part.empty()) whole.append(whole.empty() ? "" : "/").append(part);
  }
  return whole;
}

}  // namespace

ImportWriter::ImportWriter(std::string folder, Lang lang, const Sources& sources, ImportPlan& plan)
    : folder_(std::move(folder)), lang_(lang), sources_(sources), plan_(plan) {
  static_cast<void>(names_.make("catalog", suffix));
}

void ImportWriter::exists(std::string_view path) {
  const std::string relative = std::filesystem::path(path).lexically_relative(folder_).string();
  const std::string_view name = relative;
  if (name.ends_with(suffix)) static_cast<void>(names_.make(name.substr(0, name.size() - suffix.size()), suffix));
}

void ImportWriter::change(PlannedMatter told, Patch patch, const LoadedFile& file, std::size_t number, Location at,
                          Collector& findings) {
  static_cast<void>(findings);
  told.changes = std::move(patch.changes);
  told.kept = std::move(patch.kept);
  if (patch.edits.empty()) {
    ++plan_.same;
    if (told.kept.empty()) return;
  } else {
    told.state = PlannedMatter::State::changed;
  }
  told.line = Lines(file.text).position(at.span.begin).line;
  if (!patch.edits.empty()) {
    File& due = files_[file.source];
    due.print = text_print(file.text);
    for (FieldEdit& edit : patch.edits) edit.number = number;
    due.edits.push_back({plan_.matters.size(), number, std::move(patch.edits)});
  }
  plan_.matters.push_back(std::move(told));
}

void ImportWriter::gone(PlannedMatter told, const LoadedFile& file, std::size_t number, Location at, bool remove,
                        Collector& findings) {
  static_cast<void>(number);
  told.state = PlannedMatter::State::gone;
  told.line = Lines(file.text).position(at.span.begin).line;
  if (remove && file.matters.size() == 1) {
    told.state = PlannedMatter::State::deleted;
    deleted_[told.file] = text_print(file.text);
  } else if (remove) {
    told.state = PlannedMatter::State::left_out;
    Diagnostic& d = findings.add("field-value", Severity::error, at,
                                 {"“{}”与其他事项同在一个文件，不能删除文件：请自己删去它",
                                  "'{}' shares its file with other matters: take it away by hand"},
                                 told.matter);
    d.matter = told.matter;
  }
  plan_.matters.push_back(std::move(told));
}

void ImportWriter::add(PlannedMatter told, const IncomingMatter& matter, std::string_view wish, Collector& findings) {
  std::string text;
  write_yaml(matter.doc, matter.root, text);
  Document again;
  Collector mistakes(lang_);
  const YamlOutcome outcome = read_yaml(text, no_source, again, mistakes);
  std::string path;
  do {  // names of files that are no YAML are taken too
    path = (std::filesystem::path(folder_) / names_.make(without_gaps(wish), suffix)).lexically_normal().string();
  } while (std::filesystem::exists(path));
  if (outcome != YamlOutcome::read || again.roots.size() != 1 ||
      !same_tree(matter.doc, matter.root, again, again.roots[0])) {
    findings.add("yaml-syntax", Severity::error, {},
                 {"写出的“{}”读回来与原意不同，没有写入任何文件（这是程序的错误）",
                  "'{}' does not read back as it was meant; nothing was written (a fault of this program)"},
                 path);
    return;
  }
  told.file = path;
  fresh_.push_back({std::move(path), {}, std::move(text)});
  plan_.matters.push_back(std::move(told));
}

bool ImportWriter::edit(SourceId source, const File& file, FieldEdits& edits, Collector& findings) {
  edits.open(source, file.print);
  std::string why = edits.refusal();
  for (const Edit& one : file.edits) {
    if (why.empty() && edits.edit(one.edits, why) != FieldEdits::Outcome::wrong) continue;
    Diagnostic& d = findings.add("yaml-syntax", Severity::error, {source, {0, 0}},
                                 {"{}：不能修改：{}", "{}: cannot be edited: {}"}, sources_.name(source), why);
    d.matter = plan_.matters[one.told].matter;
    return false;
  }
  return true;
}

void ImportWriter::finish(bool write, Collector& findings) {
  FieldEdits edits(sources_, lang_);
  bool good = true;
  for (const auto& [source, file] : files_) good = edit(source, file, edits, findings) && good;
  plan_.files = edits.take();
  for (SetFile& file : fresh_) plan_.files.push_back(std::move(file));
  for (const auto& [path, print] : deleted_) plan_.deleted.push_back(path);
  if (!good) {
    plan_.files.clear();
    plan_.deleted.clear();
  }
  plan_.complete = good;
  if (!good || !write) return;
  std::vector<FileWrite> writes;
  for (const SetFile& file : plan_.files) {
    std::optional<std::size_t> read;
    if (!file.before.empty()) read = text_print(file.before);
    writes.push_back({file.path, file.after, std::nullopt, false, read});
  }
  for (const auto& [path, print] : deleted_) writes.push_back({path, {}, std::nullopt, true, print});
  if (!writes.empty()) change_files(writes, folder_);
  plan_.written = true;
}

}  // namespace matter
