#include <doctest/doctest.h>

#include <filesystem>

#include "ops/export.h"
#include "support/exchange.h"
#include "support/repository.h"
#include "support/shared.h"
#include "support/shell.h"

using namespace matter;
using namespace matter::test;

namespace {

namespace fs = std::filesystem;

/// A catalog that has some of everything, and files that its matters give along.
void write_catalog(const fs::path& in) {
  fs::create_directories(in);
  fs::copy(in_repository("catalogs/five-levels"), in / "five-levels", fs::copy_options::recursive);
  write_file(in / "own/catalog.yaml", "format: 1\nname: 示例目录\n");
  write_file(in / "own/forms/表.pdf", "表");
  write_file(in / "own/more/表.pdf", "另一张表");
  const std::string form = "materials:\n  - name: 申请表\n    blank_form: ";
  for (int i = 0; i < 12; ++i) {
    const std::string n = std::to_string(i);
    write_file(in / ("own/" + n + ".yaml"), "name: 甲" + n + "\ncode: " +
                                                (i == 4   ? "t3"
                                                 : i == 5 ? "T3"
                                                          : "T" + n) +
                                                "\ntype: 行政许可\nsummary: 示例\n" + form +
                                                (i % 2 == 0 ? "forms" : "more") + "/表.pdf\n  - name: 身份证\n" +
                                                (i == 7 ? "publicity: 涉密\n" : "") + (i == 8 ? "sample: 是\n" : ""));
  }
  write_file(in / "own/twice.yaml", "name: 甲3\ncode: T3\ntype: 行政许可\n");
}

/// The next day: one matter is another, one is gone, one is new, one is secret.
void change_catalog(const fs::path& in) {
  write_file(in / "own/2.yaml",
             "name: 甲2\ncode: T2\ntype: 行政许可\nsummary: 示例\nmaterials:\n  - name: 身份证\n  - name: 照片\n");
  fs::remove(in / "own/6.yaml");
  write_file(in / "own/9.yaml", "name: 甲9\ncode: T9\ntype: 行政许可\npublicity: 涉密\n");
  write_file(in / "own/99.yaml", "name: 新的\ncode: T99\ntype: 公共服务\nmaterials: [身份证]\n");
}

struct MediumOf {
  std::string platform, medium;
};

std::vector<MediumOf> all_forms() {
  std::vector<MediumOf> forms;
  for (const std::string_view platform : known_platforms()) {
    Sources sources;
    Collector findings(Lang::en);
    const auto mapping = load_mapping(platform, sources, findings);
    REQUIRE(mapping != nullptr);
    if (!mapping->exports()) continue;
    for (const Medium medium : mapping->media)
      forms.push_back({std::string(platform), std::string(kind_of(medium).name)});
  }
  return forms;
}

std::string said(const ExportBatch& batch) {
  std::string all;
  for (const Diagnostic& d : batch.findings) all += d.message + "\n";
  return all;
}

class Exports {
 public:
  Exports(const fs::path& root, const MediumOf& form, std::uint8_t day) : root_(root) {
    options_.paths = {(root / "in").string()};
    options_.to = form.platform;
    options_.medium = form.medium;
    run_.today = {2026, 1, day};
    run_.lang = Lang::en;
  }

  void whole(const std::string& out, const std::string& since = {}) {
    ExportOptions options = options_;
    options.since = since.empty() ? since : path(since);
    write(options, out);
  }
  void joined(const std::string& out, unsigned of, const std::string& since = {}) {
    ExportOptions join;
    for (unsigned i = 1; i <= of; ++i) {
      ExportOptions share = options_;
      share.shard = i;
      share.shards = of;
      join.join.insert(join.join.begin(), path(out + "." + std::to_string(i)));
      write(share, out + "." + std::to_string(i));
    }
    join.since = since.empty() ? since : path(since);
    write(join, out);
  }
  [[nodiscard]] Texts texts(const std::string& out) const { return texts_in(root_ / out); }

 private:
  [[nodiscard]] std::string path(const std::string& name) const { return (root_ / name).string(); }
  void write(ExportOptions options, const std::string& out) {
    options.out = path(out);
    Sources sources;
    const ExportBatch batch = export_batch(options, run_, sources);
    REQUIRE_MESSAGE(batch.written, said(batch));
  }

  fs::path root_;
  ExportOptions options_;
  RunOptions run_;
};

void check_same(const Texts& one, const Texts& other) {
  for (const auto& entry : one) {
    CAPTURE(entry.first);
    const auto found = other.find(entry.first);
    CHECK(found != other.end());
    if (found != other.end()) CHECK_MESSAGE(found->second == entry.second, "differs");
  }
  CHECK(one.size() == other.size());
}

}  // namespace

TEST_CASE("export joined: every platform in every medium is what one run writes, to the byte, the next night too") {
  const PlayFolder play(in_repository(""));
  write_catalog(play.path() / "in");
  const std::vector<MediumOf> forms = all_forms();
  CHECK(forms.size() > 20);
  for (const MediumOf& form : forms) Exports(play.path(), form, 30).whole(form.platform + form.medium);
  for (const MediumOf& form : forms) {
    CAPTURE(form.platform);
    CAPTURE(form.medium);
    Exports exports(play.path(), form, 30);
    const Texts whole = exports.texts(form.platform + form.medium);
    CHECK(whole.size() >= 4);
    if (form.medium == "html") CHECK(whole.contains("files/表-2.pdf"));
    for (const unsigned of : {2U, 3U}) {
      exports.joined("joined", of);
      check_same(whole, exports.texts("joined"));
      for (const auto& entry : fs::directory_iterator(play.path())) {
        if (entry.path().filename().string().starts_with("joined")) fs::remove_all(entry.path());
      }
    }
  }
  change_catalog(play.path() / "in");
  for (const MediumOf& form : forms) {
    CAPTURE(form.platform);
    CAPTURE(form.medium);
    Exports exports(play.path(), form, 31);
    const std::string earlier = form.platform + form.medium;
    exports.whole(earlier + ".next", earlier);
    exports.joined("joined", 3, earlier);
    check_same(exports.texts(earlier + ".next"), exports.texts("joined"));
    for (unsigned i = 0; i <= 3; ++i) fs::remove_all(play.path() / (i == 0 ? "joined" : "joined." + std::to_string(i)));
  }
}
