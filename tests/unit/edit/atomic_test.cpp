#include "edit/atomic.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "diag/collector.h"
#include "support/shared.h"
#include "support/tree.h"

using namespace matter;
using matter::test::Tree;

namespace {

namespace fs = std::filesystem;

std::size_t entries_in(const std::string& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

/// Whether it holds for somebody whom the permissions of files bind: for root they do not.
template <class F>
bool holds_without_rights(F&& holds) {
  constexpr unsigned nobody = 65534;
  const pid_t child = ::fork();
  if (child == 0) {
    if (::geteuid() == 0 && ::setuid(nobody) != 0) ::_exit(2);
    bool good = false;
    try {
      good = holds();
    } catch (const std::exception& failure) {
      std::fputs(failure.what(), stderr);
    }
    ::_exit(good ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

TEST_CASE("new folder: where the replaced one cannot be removed the new one is there all the same, and it is said") {
  const Tree tree;
  tree.add("out/kept/old", "1");
  const std::string path = tree.path("out");
  fs::permissions(tree.path(), fs::perms::all);
  fs::permissions(path, fs::perms::all);
  fs::permissions(path + "/kept", static_cast<fs::perms>(0555));
  CHECK(holds_without_rights([&] {
    NewFolder folder(path);
    folder.write("new", "2");
    folder.commit(true);
    Collector findings(Lang::en);
    tell_left_behind(folder.left_behind(), findings);
    const auto told = findings.take();
    return !folder.left_behind().empty() && fs::exists(folder.left_behind() + "/kept/old") && told.size() == 1 &&
           told[0].severity == Severity::warning && told[0].message.find(folder.left_behind()) != std::string::npos;
  }));
  CHECK(test::file_text(path + "/new") == "2");
  CHECK(entries_in(tree.path()) == 2);
  for (const auto& one : fs::recursive_directory_iterator(tree.path())) {
    if (one.is_directory()) fs::permissions(one.path(), fs::perms::owner_all);
  }
}

TEST_CASE("new folder: nothing is there before the commit, everything after it") {
  const Tree tree;
  const std::string path = tree.path("out");
  NewFolder folder(path);
  folder.write("甲/乙.yaml", "name: 乙\n");
  folder.append("log", "1");
  folder.append("log", "2");
  CHECK_FALSE(fs::exists(path));
  std::string again;
  folder.read("甲/乙.yaml", again);
  CHECK(again == "name: 乙\n");
  folder.commit();
  CHECK(test::file_text(path + "/甲/乙.yaml") == "name: 乙\n");
  CHECK(test::file_text(path + "/log") == "12");
  CHECK(entries_in(tree.path()) == 1);
}

TEST_CASE("new folder: given up, it leaves nothing behind") {
  const Tree tree;
  {
    NewFolder folder(tree.path("out"));
    folder.write("a", "1");
  }
  CHECK(entries_in(tree.path()) == 0);
}

TEST_CASE("new folder: asked to break off, it leaves nothing behind and says by which signal") {
  const Tree tree;
  CHECK_FALSE(anything_half_made());
  {
    NewFolder folder(tree.path("out"));
    CHECK_FALSE(anything_half_made());  // nothing is on the disk yet
    CHECK(entries_in(tree.path()) == 0);
    folder.write("a", "1");
    CHECK(anything_half_made());
    ask_to_break_off(2);
    CHECK_THROWS_AS(folder.write("b", "2"), BrokenOff);
    CHECK_THROWS_AS(folder.append("a", "2"), BrokenOff);
    CHECK_THROWS_AS(write_files({{tree.path("c"), "3"}}), BrokenOff);
    ask_to_break_off(0);
  }
  CHECK_FALSE(anything_half_made());
  CHECK(entries_in(tree.path()) == 0);
}

TEST_CASE("new folder: a folder with content is replaced whole, and only when that was asked for") {
  const Tree tree;
  tree.add("out/old", "1");
  const std::string path = tree.path("out");
  {
    NewFolder folder(path);
    folder.write("new", "2");
    CHECK_THROWS_AS(folder.commit(), std::system_error);
  }
  CHECK(test::file_text(path + "/old") == "1");
  NewFolder folder(path);
  folder.write("new", "2");
  folder.commit(true);
  CHECK(test::file_text(path + "/new") == "2");
  CHECK_FALSE(fs::exists(path + "/old"));
  CHECK(entries_in(tree.path()) == 1);
}

TEST_CASE("new folder: an empty folder is taken, folders above are made") {
  const Tree tree;
  fs::create_directories(tree.path("a/out"));
  NewFolder first(tree.path("a/out/"));
  first.write("x", "1");
  first.commit();
  CHECK(test::file_text(tree.path("a/out/x")) == "1");
  NewFolder second(tree.path("b/c/out"));
  second.write("x", "1");
  second.commit();
  CHECK(fs::exists(tree.path("b/c/out/x")));
}

TEST_CASE("new folder: the same file twice is refused") {
  const Tree tree;
  NewFolder folder(tree.path("out"));
  folder.write("x", "1");
  CHECK_THROWS_AS(folder.write("x", "2"), std::system_error);
}

TEST_CASE("folder state: what may be replaced carries our mark") {
  const Tree tree;
  CHECK(folder_state(tree.path("none"), "catalog.yaml") == FolderState::missing);
  fs::create_directories(tree.path("empty"));
  CHECK(folder_state(tree.path("empty"), "catalog.yaml") == FolderState::empty);
  tree.add("home/letter", "x");
  CHECK(folder_state(tree.path("home"), "catalog.yaml") == FolderState::foreign);
  tree.add("ours/catalog.yaml", "format: 1\n");
  CHECK(folder_state(tree.path("ours"), "catalog.yaml") == FolderState::ours);
  CHECK(folder_state(tree.path("home/letter"), "catalog.yaml") == FolderState::foreign);
  fs::create_directory_symlink(tree.path("ours"), tree.path("link"));
  CHECK(folder_state(tree.path("link"), "catalog.yaml") == FolderState::foreign);
  CHECK(folder_state(".", "catalog.yaml") == FolderState::foreign);
  CHECK(folder_state("/", "catalog.yaml") == FolderState::foreign);
}

TEST_CASE("write files: contents change, permissions and links stay") {
  const Tree tree;
  tree.add("a", "1");
  tree.add("b", "2");
  ::chmod(tree.path("a").c_str(), 0640);
  fs::create_symlink("b", tree.path("link"));
  write_files({{tree.path("a"), "甲"}, {tree.path("link"), "乙"}, {tree.path("c"), "丙"}});
  CHECK(test::file_text(tree.path("a")) == "甲");
  CHECK(test::file_text(tree.path("b")) == "乙");
  CHECK(test::file_text(tree.path("c")) == "丙");
  CHECK(fs::is_symlink(tree.path("link")));
  CHECK((fs::status(tree.path("a")).permissions() & fs::perms::mask) == fs::perms{0640});
  CHECK(entries_in(tree.path()) == 4);
}

TEST_CASE("write files: when one cannot be written none is changed") {
  const Tree tree;
  tree.add("a", "1");
  CHECK_THROWS_AS(write_files({{tree.path("a"), "x"}, {tree.path("missing/b"), "y"}}), std::system_error);
  CHECK(test::file_text(tree.path("a")) == "1");
  CHECK(entries_in(tree.path()) == 1);
}

TEST_CASE("write files: when a rename fails those before it are put back") {
  const Tree tree;
  tree.add("a", "1");
  fs::create_directories(tree.path("b/full"));  // a file cannot take the name of a folder
  CHECK_THROWS_AS(write_files({{tree.path("a"), "x"}, {tree.path("new"), "n"}, {tree.path("b"), "y"}}),
                  std::system_error);
  CHECK(test::file_text(tree.path("a")) == "1");
  CHECK_FALSE(fs::exists(tree.path("new")));
  CHECK(entries_in(tree.path()) == 2);
}

TEST_CASE("change files: written, made executable, taken away with their folders; all or none") {
  const Tree tree;
  const std::string root = tree.path();
  tree.add("a.yaml", "1");
  tree.add("run.sh", "2");
  tree.add("deep/gone.yaml", "3");
  change_files({{root + "/a.yaml", "11"},
                {root + "/run.sh", "2", true},
                {root + "/new/b.yaml", "4"},
                {root + "/deep/gone.yaml", "", std::nullopt, true}},
               root);
  CHECK(test::file_text(root + "/a.yaml") == "11");
  CHECK((fs::status(root + "/run.sh").permissions() & fs::perms::owner_exec) != fs::perms::none);
  CHECK(test::file_text(root + "/new/b.yaml") == "4");
  CHECK_FALSE(fs::exists(root + "/deep"));
  CHECK(entries_in(root) == 3);
  // A file where a folder is wanted: nothing happens.
  const std::vector<FileWrite> impossible{
      {root + "/a.yaml", "", std::nullopt, true}, {root + "/fresh/c.yaml", "5"}, {root + "/run.sh/d.yaml", "6"}};
  CHECK_THROWS_AS(change_files(impossible, root), std::system_error);
  CHECK(test::file_text(root + "/a.yaml") == "11");
  CHECK(entries_in(root) == 3);
}

TEST_CASE("write files: a file that is not what was read keeps what it has, and so do all others") {
  const Tree tree;
  const std::string a = tree.add("a.yaml", "name: 1\n");
  const std::string b = tree.add("b.yaml", "name: 1\n");
  const std::size_t read = text_print("name: 1\n");
  tree.add("b.yaml", "name: somebody's\n");
  const std::vector<FileWrite> writes{{a, "name: 2\n", std::nullopt, false, read},
                                      {b, "name: 2\n", std::nullopt, false, read}};
  try {
    write_files(writes);
    FAIL("was written");
  } catch (const std::system_error& failure) {
    CHECK(failure.code() == file_changed());
    CHECK(std::string(failure.what()).find("b.yaml") != std::string::npos);
  }
  CHECK(test::file_text(a) == "name: 1\n");
  CHECK(test::file_text(b) == "name: somebody's\n");
  CHECK(entries_in(tree.path()) == 2);
  fs::remove(b);
  CHECK_THROWS_AS(write_files(writes), std::system_error);
  tree.add("b.yaml", "name: 1\n");
  write_files(writes);
  CHECK(test::file_text(b) == "name: 2\n");
}

TEST_CASE("write files: a file that was read in another encoding is what was read") {
  const Tree tree;
  const std::string path = tree.add("a.yaml", std::string("\xFE\xFF\0n\0a\0m\0e\0:\0 \0x\0\n", 18));
  write_files({{path, "name: y\n", std::nullopt, false, text_print("name: x\n")}});
  CHECK(test::file_text(path) == "name: y\n");
}
