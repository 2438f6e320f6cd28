#include "ops/format.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "catalog/catalog.h"
#include "catalog/folder.h"
#include "edit/atomic.h"
#include "ops/in_chunks.h"
#include "ops/left_out.h"

namespace matter {

namespace {

constexpr std::string_view config_name = "catalog.yaml";

/// What a worker keeps from file to file.
struct Bench {
  std::string text;
  Document document;
  Formatter formatter;
};

bool is_config(std::string_view path) {
  return path == config_name || (path.ends_with(config_name) && path[path.size() - config_name.size() - 1] == '/');
}

/// Whether a catalog's folder is one of those named, or below one.
bool inside(const std::string& folder, const std::vector<std::string>& named) {
  const std::filesystem::path real = std::filesystem::canonical(folder.empty() ? "." : folder);
  return std::any_of(named.begin(), named.end(), [&](const std::string& path) {
    if (!std::filesystem::is_directory(path)) return false;
    const std::filesystem::path above = std::filesystem::canonical(path);
    return std::mismatch(above.begin(), above.end(), real.begin(), real.end()).first == above.end();
  });
}

bool has_errors(const std::vector<Diagnostic>& found) {
  return std::any_of(found.begin(), found.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
}

class Formatting {
 public:
  Formatting(const FormatRequest& request, const RunOptions& options, Sources& sources)
      : request_(request), options_(options), sources_(sources) {}

  FormatResult run() {
    find();
    format();
    if (files_.size() == 1 && sources_.kind(files_.front()) == SourceKind::standard_input) filter();
    if (request_.write && result_.changed > 0) write();
    result_.written = request_.write;
    return std::move(result_);
  }

 private:
  void find() {
    std::vector<std::string> others;
    std::set<std::filesystem::path> configs;
    const auto add_config = [&](const std::string& path) {
      if (configs.insert(std::filesystem::canonical(path)).second) files_.push_back(sources_.add_file(path));
    };
    for (const std::string& path : request_.paths) {
      if (is_config(path) && std::filesystem::is_regular_file(path)) {
        add_config(path);
      } else {
        others.push_back(path);
      }
    }
    if (others.empty()) return;
    Collector unheard(options_.lang);  // mistakes in catalog.yaml are for validate to tell
    const Discovery found = discover(others, sources_, unheard);
    for (const CatalogFile& file : found.files) files_.push_back(file.source);
    for (const auto& catalog : found.catalogs) {
      if (catalog->config_file == nullptr || catalog->refused || !inside(catalog->root, others)) continue;
      add_config(join_path(catalog->root, config_name));
    }
    std::sort(files_.begin(), files_.end(),
              [&](SourceId a, SourceId b) { return sources_.name(a) < sources_.name(b); });
    not_looked_at(found);
  }

  void not_looked_at(const Discovery& found) {
    const auto add = [&](std::size_t count, const Bilingual& why) {
      if (count > 0) result_.not_looked_at.push_back({"file", std::string(why.in(options_.lang)), count});
    };
    add(found.links, {"文件夹里的符号链接不跟随", "a symbolic link inside a folder: not followed"});
    add(found.refused, {"所在目录用的是更新的格式", "its catalog is written in a newer format"});
    const std::string left_out = left_out_words(found, options_.lang);
    add(found.left_out, {left_out, left_out});
  }

  void format() {
    using Slot = std::vector<FormatFile>;
    const auto work = [&](FileRange files, Bench& bench, Slot& slot) {
      for (std::size_t i = files.from; i < files.to; ++i) one(files_[i], bench, slot);
    };
    in_chunks<Bench, Slot>(files_.size(), options_, work, [&](FileRange files, Slot& slot) {
      result_.canonical += files.to - files.from - slot.size();
      for (FormatFile& file : slot) keep(std::move(file));
    });
  }

  void keep(FormatFile&& file) {
    ++(file.state == Formatted::State::changed   ? result_.changed
       : file.state == Formatted::State::refused ? result_.refused
                                                 : result_.failed);
    result_.files.push_back(std::move(file));
  }

  void one(SourceId source, Bench& bench, std::vector<FormatFile>& into) const {
    sources_.read(source, bench.text);
    Collector findings(options_.lang);
    const bool converted = sources_.encoding(source) != Encoding::utf8;
    if (converted) {
      Diagnostic& d = findings.add("yaml-encoding", Severity::error, {source, {0, 0}},
                                   {"文件不是 UTF-8 编码，没有整理", "the file is not in UTF-8: not formatted"});
      d.hint = say(options_.lang, {"先转换：matter validate --fix", "convert it first: matter validate --fix"});
      into.push_back({std::string(sources_.name(source)), Formatted::State::refused, {}, {}, findings.take().front()});
      return;
    }
    read_yaml(bench.text, source, bench.document, findings);
    bench.document.vocabulary = sources_.vocabulary(source);
    const bool config = is_config(sources_.name(source));
    const bool unnamed = sources_.kind(source) == SourceKind::standard_input;
    const Table& table = config    ? *table_of<CatalogConfig>()
                         : unnamed ? table_for(bench.document)
                                   : *table_of<Matter>();
    Formatted done = bench.formatter.format(bench.document, table, request_.style, options_.lang);
    if (done.state == Formatted::State::failed && has_errors(findings.found())) {
      // Mistakes that can be read past may still be in the way: no fault of ours.
      done.state = Formatted::State::refused;
    }
    if (done.state == Formatted::State::canonical) return;
    FormatFile& file = into.emplace_back();
    file.path = sources_.name(source);
    file.state = done.state;
    if (done.state == Formatted::State::changed) {
      if (request_.style.only_whether) return;
      file.before = bench.text;
      file.after = std::move(done.edited.text);
    } else {
      file.refusal = refusal(source, done, findings.take());
    }
  }

  /// Why a file stays as it is: what its reader found, where that is the reason.
  [[nodiscard]] Diagnostic refusal(SourceId source, const Formatted& done, std::vector<Diagnostic> found) const {
    const bool reading = done.at.empty() && done.state == Formatted::State::refused && !found.empty();
    Collector to(options_.lang);
    if (reading) {
      const auto worst = std::max_element(
          found.begin(), found.end(), [](const Diagnostic& a, const Diagnostic& b) { return a.severity < b.severity; });
      Diagnostic d = std::move(*worst);
      d.severity = Severity::error;
      d.fix.reset();
      d.notes.push_back({say(options_.lang, {"没有整理这个文件：{}", "the file was not formatted: {}"}, done.why), {}});
      return d;
    }
    if (done.state == Formatted::State::failed) {
      Diagnostic& d = to.add("yaml-syntax", Severity::error, {source, {0, 0}},
                             {"没有整理：{}（这是程序的错误，文件没有动）",
                              "not formatted: {} (a fault of this program; the file was left alone)"},
                             done.why);
      d.hint = say(options_.lang, {"请把这个文件连同命令报告给我们", "please report it with the file and the command"});
    } else {
      to.add("field-type", Severity::error, {source, done.at}, {"没有整理：{}", "not formatted: {}"}, done.why);
    }
    return to.take().front();
  }

  /// The text to put out; nothing where it cannot be formatted, so that nobody takes it for the result.
  void filter() {
    if (result_.changed > 0) {
      result_.text = result_.files.front().after;
    } else if (result_.canonical > 0) {
      sources_.read(files_.front(), result_.text);
    }
  }

  void write() {
    std::vector<FileWrite> writes;
    for (const FormatFile& file : result_.files) {
      if (file.state == Formatted::State::changed)
        writes.push_back({file.path, file.after, std::nullopt, false, text_print(file.before)});
    }
    write_files(writes);
  }

  const FormatRequest& request_;
  const RunOptions& options_;
  Sources& sources_;
  std::vector<SourceId> files_;
  FormatResult result_;
};

}  // namespace

FormatResult format_files(const FormatRequest& request, const RunOptions& options, Sources& sources) {
  return Formatting(request, options, sources).run();
}

}  // namespace matter
