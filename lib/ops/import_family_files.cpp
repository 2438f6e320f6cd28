// Where tables that belong together come from: a folder of CSV, SQLite files, a PostgreSQL database.
#include <algorithm>
#include <filesystem>
#include <optional>

#include "media/postgresql.h"
#include "ops/import_families.h"

namespace matter {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view csv_name = "csv", sqlite_name = "sqlite", sql_name_of_medium = "sql";

class Opening {
 public:
  Opening(const FamilySource& from, Mapping& mapping, Sources& sources, Collector& findings, SourceId& source,
          std::string& place)
      : from_(from), mapping_(mapping), sources_(sources), findings_(findings), source_(source), place_(place) {}

  std::unique_ptr<IncomingMatters> open() {
    std::vector<TableTexts> kinds;
    const bool read = is_postgresql_address(from_.file) ? database(kinds) : files(kinds);
    if (!read || !choose_medium(mapping_, csv_name, findings_) || !complete(kinds)) return nullptr;
    return incoming_families(mapping_, kinds, findings_);
  }

 private:
  bool database(std::vector<TableTexts>& kinds) {
    if (!from_.medium.empty()) {
      refuse({"--medium 用于文件，数据库不用写", "--medium is for files, not for a database"});
      return false;
    }
    return read_postgresql_tables(mapping_, from_.file, from_.schema, sources_, findings_, place_,
                                  kinds.emplace_back());
  }

  bool files(std::vector<TableTexts>& kinds) {
    const auto medium = find_medium();
    if (!medium) return false;
    if (*medium == sql_name_of_medium) return script();
    return *medium == sqlite_name ? sqlite(kinds) : csv(kinds);
  }

  /// The one that is named, else the one of which there are files.
  std::optional<std::string_view> find_medium() {
    if (!from_.medium.empty()) {
      for (const std::string_view one : {csv_name, sqlite_name, sql_name_of_medium}) {
        if (from_.medium == one) return one;
      }
      refuse({"“{}”的数据只从 csv、sqlite 或数据库（postgresql://）导入，不从 {}",
              "the data of '{}' come from csv, sqlite or a database (postgresql://), not from {}"},
             mapping_.platform, from_.medium);
      return std::nullopt;
    }
    if (!fs::is_directory(from_.file))
      return is_script() ? sql_name_of_medium : fs::path(from_.file).extension() == ".csv" ? csv_name : sqlite_name;
    const bool tables = holds_tables(true) || holds_tables(false);
    const bool database = !databases().empty();
    if (tables && database) {
      Diagnostic& d = refuse({"“{}”中有几种介质的文件", "'{}' holds files of several media"}, from_.file);
      d.hint = say(findings_.lang(), {"用 --medium 说明读哪一种：{}", "say with --medium which to read: {}"},
                   std::string("csv, sqlite"));
      return std::nullopt;
    }
    return database ? sqlite_name : !tables && is_script() ? sql_name_of_medium : csv_name;
  }

  /// An SQL script, or a folder with what an export made of it.
  [[nodiscard]] bool is_script() const {
    if (!fs::is_directory(from_.file)) return from_.file.ends_with(".sql");
    return fs::exists(fs::path(from_.file) / "catalog.sql") || fs::exists(fs::path(from_.file) / "catalog.sample.sql");
  }

  bool script() {
    Diagnostic& d = refuse({"SQL 脚本不能直接导入：{}", "an SQL script is not read as it is: {}"}, from_.file);
    d.hint = say(findings_.lang(), {"先用 psql -f 装进 PostgreSQL，再从 postgresql://… 导入",
                                    "load it into PostgreSQL (psql -f), then import from postgresql://…"});
    return false;
  }

  /// The SQLite files that are meant: the file, or those of an export.
  [[nodiscard]] std::vector<std::string> databases() const {
    if (!fs::is_directory(from_.file)) return {from_.file};
    std::vector<std::string> found;
    for (const char* const name : {"catalog.sqlite", "catalog.sample.sqlite"}) {
      const fs::path file = fs::path(from_.file) / name;
      if (fs::exists(file)) found.push_back(file.string());
    }
    return found;
  }

  bool sqlite(std::vector<TableTexts>& kinds) {
    const std::vector<std::string> files = databases();
    if (files.empty()) {
      missing("catalog.sqlite");
      return false;
    }
    return std::all_of(files.begin(), files.end(), [&](const std::string& file) {
      return read_sqlite_tables(mapping_, file, sources_, findings_, kinds.emplace_back());
    });
  }

  bool csv(std::vector<TableTexts>& kinds) {
    if (!fs::is_directory(from_.file)) {
      refuse({"“{}”不是文件夹：{} 的数据是几个相连的表，请给放这些表的文件夹",
              "'{}' is no folder: the data of {} are tables that belong together; give the folder with them"},
             from_.file, mapping_.platform);
      return false;
    }
    const bool sent = holds_tables(true);
    const bool exported = mapping_.prefix != mapping_.import_prefix && holds_tables(false);
    if (sent && exported) {
      refuse({"“{}”中既有 {}* 又有 {}* 的表：请分开放", "'{}' holds tables {}* and {}*: put them apart"}, from_.file,
             mapping_.import_prefix, mapping_.prefix);
      return false;
    }
    if (!sent && !exported) {
      const auto first = std::find_if(mapping_.tables.begin(), mapping_.tables.end(),
                                      [](const MappedTable& table) { return !table.standard; });
      missing(sent_name(mapping_, *first) + ".csv");
      return false;
    }
    for (const bool sample : {false, true}) read_csv(sent, sample, kinds);
    return true;
  }

  void read_csv(bool sent, bool sample, std::vector<TableTexts>& kinds) {
    TableTexts& kind = kinds.emplace_back();
    kind.sample = sample;
    kind.tables.resize(mapping_.tables.size());
    for (std::size_t i = 0; i < mapping_.tables.size(); ++i) {
      const fs::path file = csv_file(mapping_.tables[i], sent, sample);
      if (!fs::exists(file)) continue;
      source_ = sources_.add_file(file.string());
      kind.tables[i] = {source_, sources_.text(source_)};
    }
  }

  [[nodiscard]] fs::path csv_file(const MappedTable& table, bool sent, bool sample) const {
    const std::string name = sent ? sent_name(mapping_, table) : std::string(table.name);
    return fs::path(from_.file) / (name + (sample ? ".sample.csv" : ".csv"));
  }

  /// Tables of matters or entries, under one of the two names.
  [[nodiscard]] bool holds_tables(bool sent) const {
    return std::any_of(mapping_.tables.begin(), mapping_.tables.end(), [&](const MappedTable& table) {
      return table.each.count == 0 &&
             (fs::exists(csv_file(table, sent, false)) || fs::exists(csv_file(table, sent, true)));
    });
  }

  /// Rows that hang on a table that is not there are nobody's.
  bool complete(const std::vector<TableTexts>& kinds) {
    bool good = true;
    for (const TableTexts& kind : kinds) {
      for (const TableFamily& family : families_of(mapping_)) {
        for (const std::size_t place : family.places) {
          const TableText& file = kind.tables[place];
          if (file.text == nullptr || kind.tables[family.places[0]].text != nullptr) continue;
          good = false;
          findings_.add("field-missing", Severity::error, {file.source, {0, 0}},
                        {"没有表 {}，不知道“{}”的各行是哪些事项的",
                         "there is no table {}: of which matters are the rows of '{}'?"},
                        family.tables[0]->name, sources_.name(file.source));
        }
      }
    }
    return good;
  }

  void missing(const std::string& name) {
    findings_.add("field-missing", Severity::error, {}, {"“{}”中没有“{}”", "'{}' holds no '{}'"}, from_.file, name);
  }

  template <class... Args>
  Diagnostic& refuse(const WordsFor<Args...>& words, Args&&... args) {
    return findings_.add("field-value", Severity::error, {}, words, std::forward<Args>(args)...);
  }

  const FamilySource& from_;
  Mapping& mapping_;
  Sources& sources_;
  Collector& findings_;
  SourceId& source_;
  std::string& place_;
};

}  // namespace

std::string sent_name(const Mapping& mapping, const MappedTable& table) {
  const bool renamed = !mapping.import_prefix.empty() && table.name.substr(0, mapping.prefix.size()) == mapping.prefix;
  if (!renamed) return std::string(table.name);
  return std::string(mapping.import_prefix).append(table.name.substr(mapping.prefix.size()));
}

std::unique_ptr<IncomingMatters> open_families(const FamilySource& from, Mapping& mapping, Sources& sources,
                                               Collector& findings, SourceId& source, std::string& place) {
  return Opening(from, mapping, sources, findings, source, place).open();
}

}  // namespace matter
