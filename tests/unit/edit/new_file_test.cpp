#include "edit/new_file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <system_error>

#include "support/shared.h"
#include "support/shell.h"

using namespace matter;
using namespace matter::test;
namespace fs = std::filesystem;

namespace {

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("new file: it appears when it is committed, with the permissions of what stood there") {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "report.json";
  write_file(path, "old");
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("report.json", folder.path() / "link");
  NewFile file((folder.path() / "link").string());
  file.append("one ");
  file.append("two");
  CHECK(whole_file(path) == "old");
  file.commit();
  CHECK(whole_file(path) == "one two");
  CHECK(fs::is_symlink(folder.path() / "link"));
  CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(files_in(folder.path()) == 2);
}

TEST_CASE("new file: nothing is left of one that was not committed") {
  const TemporaryFolder folder;
  {
    NewFile file((folder.path() / "a").string());
    file.append("half");
  }
  CHECK(files_in(folder.path()) == 0);
}

TEST_CASE("new file: a folder that is not there is told by the name that the user knows") {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "none" / "a").string();
  try {
    const NewFile file(path);
    FAIL("it was made");
  } catch (const std::system_error& failure) {
    CHECK(std::string(failure.what()).find(path) != std::string::npos);
    CHECK(failure.code() == std::errc::no_such_file_or_directory);
  }
}
