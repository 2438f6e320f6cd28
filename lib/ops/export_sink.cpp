#include "ops/export_sink.h"

#include <algorithm>
#include <map>
#include <utility>

#include "ops/export_files.h"
#include "ops/export_target.h"
#include "ops/load.h"

namespace matter {

namespace {

class SinkExport {
 public:
  SinkExport(const SinkOptions& options, const RunOptions& run, Sources& sources, SinkResult& result)
      : options_(options), run_(run), sources_(sources), result_(result), findings_(run.lang) {}

  void operator()() {
    result_.dry_run = options_.what.dry_run;
    result_.platform.out = options_.what.out;
    try {
      work();
    } catch (const PostgresError& error) {
      error.connection() ? refuse({"数据库连接不上或断开了：{}", "no connection to the database: {}"}, error.what())
                         : refuse({"数据库不接受：{}", "the database refuses: {}"}, error.what());
    } catch (const SinkConflict& conflict) {
      refuse({"有的行是另一个范围（{}）送来的：一行只归一个范围，见 --scope",
              "some rows were sent by another scope ({}): a row belongs to one, see --scope"},
             conflict.what());
    }
    if (sink_ != nullptr) result_.progress = sink_->progress();
    for (Diagnostic& d : findings_.take()) result_.findings.push_back(std::move(d));
  }

 private:
  template <class... Args>
  void refuse(const WordsFor<Args...>& words, Args&&... args) {
    findings_.add("field-value", Severity::error, {}, words, std::forward<Args>(args)...);
  }

  void work() {
    auto mapping = load_mapping(options_.what.to, sources_, findings_);
    if (mapping == nullptr || !choose_medium(*mapping, "sql", findings_)) return;
    for (const MappedTable& table : mapping->tables) result_.tables.emplace_back(table.name);
    result_.progress.tables.resize(result_.tables.size());
    if (!check()) return;
    Workspace workspace;
    open_workspace(options_.what.paths, run_, sources_, workspace, findings_);
    if (!find_scopes(workspace)) return;
    const auto database = connect_postgresql(options_.address);
    result_.place = database->place();
    result_.schema = sink_schema(*database, options_.schema, findings_);
    std::vector<SinkTable> tables;
    if (result_.schema.empty() || !check_sink_tables(*database, result_.schema, *mapping, tables, findings_)) return;
    sink_ = std::make_unique<PostgresSink>(*database, *mapping, std::move(tables),
                                           PostgresSink::Settings{result_.schema, run_.today, options_.batch_matters,
                                                                  result_.scopes, options_.what.dry_run});
    if (!sink_->open()) return refuse({"另一个导出正在写这个库", "another export is writing there"});
    if (!options_.what.dry_run) create_sink_tables(*database, result_.schema, *mapping);
    send(std::move(mapping), workspace);
    result_.progress = sink_->progress();
    sink_.reset();  // before the session that it speaks in
  }

  /// Reads and checks everything, so that nothing is sent where something is wrong.
  bool check() {
    ExportOptions dry = options_.what;
    dry.dry_run = true;
    dry.medium = "sql";
    dry.out = options_.what.out;
    result_.checked = export_batch(dry, run_, sources_);
    if (!result_.checked.platforms.empty()) result_.platform = result_.checked.platforms.front();  // as far as is known
    return result_.checked.made();
  }

  /// The catalogs that the files are of. Samples have no business in a live database.
  bool find_scopes(const Workspace& workspace) {
    std::vector<bool> named(workspace.discovery.catalogs.size());
    for (const CatalogFile& file : workspace.discovery.files) named[file.catalog] = true;
    std::map<std::string, std::size_t> known;
    std::vector<std::string> samples, nameless;
    for (std::size_t i = 0; i < named.size(); ++i) {
      const Catalog& catalog = *workspace.discovery.catalogs[i];
      if (!named[i]) continue;
      if (catalog.config.sample.yes()) {
        samples.push_back(place_of(workspace, i));
        continue;
      }
      const std::string name(options_.scope.empty() ? catalog.config.name.text : options_.scope);
      if (name.empty()) {
        nameless.push_back(place_of(workspace, i));
        continue;
      }
      const auto [at, fresh] = known.try_emplace(name, result_.scopes.size());
      if (fresh) result_.scopes.push_back({name, true});
      SinkScope& scope = result_.scopes[at->second];
      scope.whole = scope.whole && (!options_.scope.empty() || catalog.whole);
      scope_of_[&catalog] = at->second;
    }
    refuse_places(samples, {"样例目录不进实际平台：{}", "catalogs of samples never go to a live platform: {}"});
    refuse_places(nameless, {"不知道是谁的数据（没有 catalog.yaml，或其中没有 name），请用 --scope 说明：{}",
                             "whose rows these are is not known: give catalog.yaml a name, or say --scope NAME: {}"});
    return !findings_.any(Severity::error) && !result_.scopes.empty();
  }

  /// A catalog's folder; without catalog.yaml, the path that its first file was found by.
  [[nodiscard]] std::string place_of(const Workspace& workspace, std::size_t catalog) const {
    const std::string& root = workspace.discovery.catalogs[catalog]->root;
    if (!root.empty()) return root;
    const auto file = std::find_if(workspace.discovery.files.begin(), workspace.discovery.files.end(),
                                   [&](const CatalogFile& one) { return one.catalog == catalog; });
    std::string name(sources_.name(file->source));
    for (const std::string& path : options_.what.paths) {
      const std::string_view folder(path.data(), path.size() - (path.ends_with('/') ? 1 : 0));
      if (name == path || (name.starts_with(folder) && name.substr(folder.size(), 1) == "/")) return path;
    }
    return name;
  }

  /// One finding for all, with the first few by name.
  void refuse_places(const std::vector<std::string>& places, const WordsFor<const std::string&>& words) {
    if (places.empty()) return;
    constexpr std::size_t most = 3;
    std::string named;
    for (std::size_t i = 0; i < std::min(places.size(), most); ++i)
      named.append(i == 0 ? "" : run_.lang == Lang::zh ? "、" : ", ").append(places[i]);
    if (places.size() > most)
      named +=
          say(run_.lang, {" 等 {} 处", " and {} more"}, run_.lang == Lang::zh ? places.size() : places.size() - most);
    refuse(words, std::as_const(named));
  }

  void send(std::unique_ptr<Mapping> mapping, const Workspace& workspace) {
    const Mapping& sent = *mapping;
    result_.platform = {};
    result_.platform.out = options_.what.out;
    ExportFolder folder(options_.what.out, options_.what.out.empty() || options_.what.dry_run);
    ExportTarget target(std::move(mapping), run_, {}, folder, result_.platform, sink_.get());
    Collector read_again(run_.lang);  // all of it was said when it was checked
    for_each_matter(workspace, run_, sources_, read_again, [&](const MatterView& view, const LoadedFile& file) {
      if (is_sample(view)) {
        ++result_.samples_left_out;
      } else if (is_incomplete(view, file)) {
        ++result_.incomplete_left_out;
      } else {
        sink_->scope(scope_of_.at(view.context.catalog));
        static_cast<void>(target.add(view, sources_.name(file.source), false));
        tell_lacking(view);
        sink_->end_matter();
      }
    });
    if (findings_.any(Severity::error)) return;
    const bool whole =
        std::all_of(result_.scopes.begin(), result_.scopes.end(), [](const SinkScope& s) { return s.whole; });
    const bool keep_all = result_.checked.damaged != 0 || result_.incomplete_left_out != 0;
    result_.gone_looked_for = whole && !keep_all;
    LossTaker unheard;
    LossRecorder recorder(unheard.losses());
    const ExportRun day{run_.today};
    CellMaker cells(sent, day, recorder);
    sink_->end(keep_all, cells);
    result_.complete = true;
    target.finish(read_catalogs(workspace.discovery, options_.what.paths));
    result_.platform.matters = result_.checked.matters;
    if (!options_.what.out.empty()) target.write_manifest();
    folder.commit(options_.what.replace);
    tell_left_behind(folder.left_behind(), findings_);
  }

  void tell_lacking(const MatterView& view) {
    for (const std::string& column : sink_->lacking())
      refuse({"{}：数据库的 {} 必填，事项没有这个值",
              "{}: {} must be filled in the database, and the matter has no value"},
             view.identity, column);
    if (!sink_->lacking().empty()) throw PostgresError("a value is missing that the database must have", false);
  }

  const SinkOptions& options_;
  const RunOptions& run_;
  Sources& sources_;
  SinkResult& result_;
  Collector findings_;
  std::unique_ptr<PostgresSink> sink_;
  std::map<const Catalog*, std::size_t> scope_of_;
};

}  // namespace

SinkResult export_to_sink(const SinkOptions& options, const RunOptions& run, Sources& sources) {
  SinkResult result;
  SinkExport(options, run, sources, result)();
  return result;
}

}  // namespace matter
