#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "bars.h"
#include "bench_editor.h"
#include "bench_export.h"
#include "bench_merge.h"
#include "bench_scale.h"
#include "bench_schema.h"
#include "catalog/catalog.h"
#include "generate.h"
#include "ops/format.h"
#include "ops/validate.h"
#include "stopwatch.h"

// matter_bench [--only PART] [FOLDER]: measures the bars of the project on made-up catalogs and prints a table. One
// thread, warm, contenders by turns. FOLDER keeps the catalogs between runs; without one they are made anew and
// removed.

namespace matter::bench {
namespace {

constexpr std::size_t tree_files = 10'000;
constexpr std::size_t parse_files = 500;
constexpr std::size_t rounds = 7;
constexpr std::size_t start_rounds = 200;

class NoEvents : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

/// Every file below a folder, opened, read and closed in the plainest way there is.
void read_all(const std::string& folder, std::vector<char>& buffer) {
  DIR* list = opendir(folder.c_str());
  if (list == nullptr) return;
  const int at = dirfd(list);
  while (const dirent* entry = readdir(list)) {
    if (entry->d_name[0] == '.') continue;
    if (entry->d_type == DT_DIR) {
      read_all(folder + "/" + entry->d_name, buffer);
      continue;
    }
    const int file = openat(at, entry->d_name, O_RDONLY);
    while (read(file, buffer.data(), buffer.size()) > 0) {
    }
    close(file);
  }
  closedir(list);
}

void bench_parsing(const std::string& tree) {
  Sources sources;
  Collector unheard(Lang::en);
  const Discovery found = discover({tree}, sources, unheard);
  std::vector<std::string> texts;
  const std::size_t step = std::max<std::size_t>(found.files.size() / parse_files, 1);
  for (std::size_t i = 0; i < found.files.size(); i += step) sources.read(found.files[i].source, texts.emplace_back());
  Document document;
  const auto dialect = [&] {
    for (const std::string& text : texts) static_cast<void>(read_yaml(text, 0, document, unheard));
  };
  const auto general = [&] {
    for (const std::string& text : texts) {
      std::istringstream in(text);
      YAML::Parser parser(in);
      NoEvents none;
      while (parser.HandleNextDocument(none)) {
      }
    }
  };
  std::printf("reading YAML, %zu files in memory\n", texts.size());
  const auto times = interleaved({{"matter (tree with spans)", dialect}, {"yaml-cpp (events)", general}}, rounds);
  const double unit = 1e6 / static_cast<double>(texts.size());
  for (const Times& one : times) print_times(one, unit, "us/file");
  print_ratio(times[1], times[0], {40, true});
}

void bench_walking(const std::string& tree) {
  std::vector<char> buffer(64 * 1024);
  LoadedFile file;
  const auto load = [&] {
    Sources sources;
    Collector unheard(Lang::en);
    for (const CatalogFile& one : discover({tree}, sources, unheard).files) {
      load_file(sources, one.source, file, unheard);
    }
  };
  const auto parse = [&] {
    Sources sources;
    Collector unheard(Lang::en);
    for (const CatalogFile& one : discover({tree}, sources, unheard).files) {
      sources.read(one.source, file.text);
      static_cast<void>(read_yaml(file.text, one.source, file.document, unheard));
    }
  };
  std::printf("\nwalking a tree of %zu files\n", tree_files);
  const auto times = interleaved({{"walk, open, read, close", [&] { read_all(tree, buffer); }},
                                  {"discover, read, parse", parse},
                                  {"discover, read, parse, model", load}},
                                 rounds);
  const double unit = 1e6 / tree_files;
  for (const Times& one : times) print_times(one, unit, "us/file");
  print_ratio(times[1], times[0], {5, false});
  print_ratio(times[2], times[0], {5, false});
}

void bench_validate(const std::string& tree, const std::string& program) {
  std::printf("\nvalidate, %zu files\n", tree_files);
  std::size_t findings = 0;
  const auto check = [&] {
    Sources sources;
    RunOptions options;
    options.jobs = 1;
    options.today = {2026, 1, 1};
    findings = validate({tree}, options, sources).findings.size();
  };
  print_times(interleaved({{"validate", check}}, 3)[0], 1e6 / tree_files, "us/file");
  std::printf("  %-44s %9zu\n", "findings", findings);
  const Finished run = run_program({program, "validate", "--jobs", "1", tree});
  if (run.exit != 0 && run.exit != 1) {
    std::printf("  matter validate exits %d: peak memory was not measured\n", run.exit);
    note_missed();
    return;
  }
  const double megabytes = static_cast<double>(run.peak_kilobytes) / 1024.0;
  std::printf("  %-44s %9.1f MB  bar <= 64   %s\n", "peak memory", megabytes, verdict(megabytes, {64, false}));
}

/// `fmt --check` against `validate`, on files in canonical form and on files that are all to be changed.
void bench_format(const std::string& messy, const std::string& canonical) {
  std::printf("\nfmt --check, %zu files\n", tree_files);
  RunOptions options;
  options.jobs = 1;
  options.today = {2026, 1, 1};
  const auto format = [&](const std::string& tree) {
    Sources sources;
    FormatRequest request;
    request.paths = {tree};
    request.style.only_whether = true;
    return format_files(request, options, sources).changed;
  };
  const auto check = [&] {
    Sources sources;
    static_cast<void>(validate({canonical}, options, sources));
  };
  const std::size_t to_change = format(canonical);
  const auto times = interleaved({{"fmt --check, canonical files", [&] { static_cast<void>(format(canonical)); }},
                                  {"fmt --check, no file canonical", [&] { static_cast<void>(format(messy)); }},
                                  {"validate", check}},
                                 rounds);
  for (const Times& one : times) print_times(one, 1e6 / tree_files, "us/file");
  if (to_change != 0) {
    std::printf("  %zu files are not canonical: nothing was measured\n", to_change);
    note_missed();
  }
  print_ratio(times[0], times[2], {2, false});
  print_ratio(times[1], times[2], {2, false});
}

void bench_diff(const std::string& before, const std::string& after, const std::string& program) {
  std::printf("\ndiff of two trees of %zu files\n", tree_files);
  int exit = 0;
  const auto times = interleaved({{"matter diff",
                                   [&] {
                                     exit = run_program({program, "diff", "--jobs", "1", before, after}).exit;
                                   }},
                                  {"diff -rq",
                                   [&] {
                                     static_cast<void>(run_program({"diff", "-rq", before, after}));
                                   }},
                                  {"git diff --no-index",
                                   [&] {
                                     static_cast<void>(run_program({"git", "diff", "--no-index", before, after}));
                                   }}},
                                 rounds);
  if (exit != 1) {
    std::printf("  matter diff exits %d\n", exit);
    note_missed();
    return;
  }
  for (const Times& one : times) print_times(one, 1e3, "ms");
  print_ratio(times[0], times[1], {2, false});
  print_ratio(times[2], times[0], {2, true});
}

void bench_start(const std::string& program) {
  std::printf("\nstart\n");
  const auto times = interleaved({{"matter --version",
                                   [&] {
                                     static_cast<void>(run_program({program, "--version"}));
                                   }},
                                  {"true", [] { static_cast<void>(run_program({"true"})); }}},
                                 start_rounds);
  for (const Times& one : times) print_times(one, 1e3, "ms");
  print_ratio(times[0], times[1], {10, false});
}

/// A copy of a catalog in canonical form.
std::string canonical_tree(const std::filesystem::path& folder, const std::string& from) {
  const auto path = folder / "canonical";
  if (!std::filesystem::exists(path)) {
    std::filesystem::copy(from, path, std::filesystem::copy_options::recursive);
    Sources sources;
    FormatRequest request;
    request.paths = {path.string()};
    request.write = true;
    static_cast<void>(format_files(request, {}, sources));
  }
  return path.string();
}

/// What is measured together, by the name that --only takes.
struct Part {
  std::string_view name;
  void (*run)(const std::filesystem::path& folder, const std::string& program);
  bool asked = false;  ///< only where it is asked for by name: it takes minutes and gigabytes
};

std::string tree_of(const std::filesystem::path& folder, const char* name, unsigned change,
                    std::size_t files = tree_files) {
  const auto path = folder / name;
  if (!std::filesystem::exists(path)) static_cast<void>(generate(path, {files, 1, change}));
  return path.string();
}
std::string before_of(const std::filesystem::path& folder) { return tree_of(folder, "before", 0); }

void bench_merges(const std::filesystem::path& folder, const std::string& program) {
  // Where making a file costs less than merging one: a disk would be measured, not the merge.
  const std::filesystem::path memory = "/dev/shm";
  std::string pattern = (std::filesystem::exists(memory) ? memory / "matter-bench-XXXXXX" : folder / "XXXXXX").string();
  const std::filesystem::path quick = mkdtemp(pattern.data());
  bench_merge(quick, before_of(folder), program);
  std::filesystem::remove_all(quick);
}

using Folder = std::filesystem::path;
constexpr std::array parts{
    Part{"parse", [](const Folder& folder, const std::string&) { bench_parsing(before_of(folder)); }},
    Part{"walk", [](const Folder& folder, const std::string&) { bench_walking(before_of(folder)); }},
    Part{"validate",
         [](const Folder& folder, const std::string& program) { bench_validate(before_of(folder), program); }},
    Part{"editor", [](const Folder&, const std::string&) { bench_editor(); }},
    Part{"schema", [](const Folder& folder, const std::string& program) { bench_schema(before_of(folder), program); }},
    Part{"format",
         [](const Folder& folder, const std::string&) {
           const std::string tree = before_of(folder);
           bench_format(tree, canonical_tree(folder, tree));
         }},
    Part{"diff",
         [](const Folder& folder, const std::string& program) {
           bench_diff(before_of(folder), tree_of(folder, "after", 5), program);
         }},
    Part{"merge", bench_merges},
    Part{"export",
         [](const Folder& folder, const std::string& program) {
           constexpr std::size_t many = 100'000;
           bench_export(before_of(folder), tree_of(folder, "many", 0, many), many - tree_files, program);
         }},
    Part{"start", [](const Folder&, const std::string& program) { bench_start(program); }},
    Part{"scale", bench_scale, true},
};

/// What the command line says; nothing where it is not understood.
struct Request {
  std::string folder;  ///< empty: a temporary one
  std::string_view only;
};

std::optional<Request> request_of(std::span<char* const> words) {
  Request asked;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == "--only" && i + 1 < words.size() && asked.only.empty()) {
      asked.only = words[++i];
      if (std::none_of(parts.begin(), parts.end(), [&](const Part& part) { return part.name == asked.only; }))
        return std::nullopt;
    } else if (word.starts_with("-") || !asked.folder.empty()) {
      return std::nullopt;
    } else {
      asked.folder = word;
    }
  }
  return asked;
}

void print_usage(std::FILE* to) {
  std::fputs(
      "usage: matter_bench [--only PART] [FOLDER]\n"
      "Measures the bars of the project on made-up catalogs; FOLDER keeps them for the next run.\n"
      "PART is one of those below; scale, catalogs of up to 370,000 matters in 3 GB, is measured only by name.\n",
      to);
  for (const Part& part : parts) std::fprintf(to, " %s", part.name.data());
  std::fputs("\n", to);
}

/// Each part in a process of its own, as if it were asked for alone: the peak memory of a program begins with that of
/// the process that starts it, and what one part leaves in memory is no part of the next.
void run_all(const std::filesystem::path& folder) {
  for (const Part& part : parts) {
    if (part.asked) continue;
    std::fflush(stdout);
    const int exit = run_in_place({"/proc/self/exe", "--only", std::string(part.name), folder.string()});
    if (exit != 0) note_missed();
    if (exit > 1 || exit < 0) std::printf("  %s was not measured (exit %d)\n", part.name.data(), exit);
  }
}

void run(const std::filesystem::path& folder, std::string_view only) {
  if (only.empty()) return run_all(folder);
  for (const Part& part : parts) {
    if (part.name == only) part.run(folder, MATTER_PROGRAM);
  }
}

}  // namespace
}  // namespace matter::bench

int main(int argc, char** argv) {
  using namespace matter::bench;
  const std::string_view first = argc > 1 ? argv[1] : "";
  const bool help = first == "--help" || first == "-h";
  const auto asked = request_of(std::span<char* const>(argv, static_cast<std::size_t>(argc)).subspan(1));
  if (help || !asked) {
    print_usage(help ? stdout : stderr);
    return help ? 0 : 2;
  }
  try {
    std::string pattern = (std::filesystem::temp_directory_path() / "matter-bench-XXXXXX").string();
    const bool keep = !asked->folder.empty();
    const std::filesystem::path folder = keep ? asked->folder.c_str() : mkdtemp(pattern.data());
    run(folder, asked->only);
    if (!keep) std::filesystem::remove_all(folder);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "%s\n", problem.what());
    return 2;
  }
  const std::string part = asked->only.empty() ? "" : " of " + std::string(asked->only);
  std::printf("\n%s%s%s\n", any_missed() ? "a bar" : "all bars", part.c_str(), any_missed() ? " was missed" : " hold");
  return any_missed() ? 1 : 0;
}
