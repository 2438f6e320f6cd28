#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <system_error>

#include "support/shared.h"
#include "text/source.h"

namespace matter {

TEST_CASE("read_file: a file comes whole, and the buffer may hold something already") {
  const test::TemporaryFolder folder;
  const std::string path = (folder.path() / "a").string();
  const std::string text(100'000, 'x');
  std::ofstream(path) << text;
  std::string into = "before";
  read_file(path, into);
  CHECK(into == text);
}

TEST_CASE("read_file: an empty file is empty, a missing one and a folder are errors") {
  const test::TemporaryFolder folder;
  const std::string path = (folder.path() / "a").string();
  std::ofstream{path};
  std::string into = "before";
  read_file(path, into);
  CHECK(into.empty());
  CHECK_THROWS_AS(read_file(path + "b", into), std::system_error);
  CHECK_THROWS_AS(read_file(folder.path().string(), into), std::system_error);
}

TEST_CASE("read_file: a file that does not tell its size is read to its end") {
  std::string into;
  read_file("/proc/self/status", into);
  CHECK(into.find("Name:") == 0);
  CHECK(into.back() == '\n');
}

}  // namespace matter
