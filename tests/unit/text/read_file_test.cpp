#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

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

TEST_CASE("FileReader: files of several folders and sizes come whole, one after another") {
  const test::TemporaryFolder folder;
  std::vector<std::pair<std::string, std::string>> files;
  // At the end of a page and of the buffer, one less and one more.
  for (const std::size_t size : std::vector<std::size_t>{0, 1, 4095, 4096, 4097, 8192, 65535, 65536, 65537, 300'000}) {
    for (const char* const name : {"a", "b", "a/c"}) {
      const auto path = folder.path() / name / std::to_string(size);
      std::filesystem::create_directories(path.parent_path());
      files.emplace_back(path.string(), std::string(size, static_cast<char>('a' + files.size() % 26)));
      std::ofstream(path) << files.back().second;
    }
  }
  FileReader reader;
  for (const auto& file : files) {
    INFO(file.first);
    CHECK(reader.read(file.first) == file.second);
  }
}

TEST_CASE("FileReader: what is missing, and a folder, are errors that name the path, and the next file is read") {
  const test::TemporaryFolder folder;
  const std::string path = (folder.path() / "a").string();
  std::ofstream(path) << "x";
  FileReader reader;
  for (const std::string& wrong : {path + "b", path + "/b", folder.path().string(), std::string("missing")}) {
    INFO(wrong);
    CHECK_THROWS_AS(static_cast<void>(reader.read(wrong)), std::system_error);
    CHECK(reader.read(path) == "x");
  }
}

TEST_CASE("FileReader: a file that does not tell its size is read to its end") {
  FileReader reader;
  const std::string_view text = reader.read("/proc/self/status");
  CHECK(text.starts_with("Name:"));
  CHECK(text.ends_with('\n'));
}

}  // namespace matter
