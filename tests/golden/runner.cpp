#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "support/quotes.h"
#include "support/shell.h"
#include "transcript.h"

namespace {

using namespace matter::golden;
namespace fs = std::filesystem;

std::vector<fs::path> transcripts(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".txt" && entry.path().filename() != "CMakeLists.txt")
      found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

void show_difference(const std::string& wanted, const std::string& real) {
  const fs::path folder = fs::temp_directory_path();
  const fs::path a = folder / "matter-golden-wanted";
  const fs::path b = folder / "matter-golden-real";
  std::ofstream(a, std::ios::binary) << wanted;
  std::ofstream(b, std::ios::binary) << real;
  std::fflush(stdout);
  const std::string line = "diff -u --label wanted --label real '" + a.string() + "' '" + b.string() + "'";
  if (std::system(line.c_str()) < 0) std::puts("(diff cannot be run)");
  fs::remove(a);
  fs::remove(b);
}

/// What a transcript, or a document (.md) with command lines, says now.
std::string real_text(const fs::path& path, const fs::path& program, const std::string& wanted) {
  if (path.extension() == ".md") return matter::test::performed_document(wanted, program, MATTER_ROOT);
  return to_text(performed(read_transcript(wanted), program, MATTER_ROOT));
}

/// True when the behaviour is as written (or was written anew).
bool perform(const fs::path& path, const fs::path& program, bool update) {
  const std::string wanted = matter::test::whole_file(path);
  const std::string real = real_text(path, program, wanted);
  if (wanted == real) return true;
  if (update) {
    std::ofstream(path, std::ios::binary) << real;
    std::printf("updated %s\n", path.c_str());
    return true;
  }
  std::printf("FAILED %s\n", path.c_str());
  show_difference(wanted, real);
  return false;
}

}  // namespace

/// golden_tests [--update] [--program FILE] [FILE…]: runs transcripts, all of them unless some are named, which may be
/// documents, too, with the program that was built here or another one called `matter`.
int main(int argc, char** argv) {
  bool update = false;
  fs::path program = MATTER_PROGRAM;
  std::vector<fs::path> paths;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--update") {
      update = true;
    } else if (std::string_view(argv[i]) == "--program" && i + 1 < argc) {
      program = fs::absolute(argv[++i]);
    } else {
      paths.emplace_back(argv[i]);
    }
  }
  if (paths.empty()) paths = transcripts(MATTER_ROOT "/tests/golden");
  std::size_t failed = 0;
  for (const fs::path& path : paths) {
    try {
      if (!perform(path, program, update)) ++failed;
    } catch (const std::exception& fault) {
      std::printf("FAILED %s: %s\n", path.c_str(), fault.what());
      ++failed;
    }
  }
  std::printf("golden: %zu passed, %zu failed\n", paths.size() - failed, failed);
  return failed == 0 && !paths.empty() ? 0 : 1;
}
