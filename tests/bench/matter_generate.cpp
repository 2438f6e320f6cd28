#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string_view>

#include "generate.h"

namespace {

constexpr const char* usage =
    "usage: matter_generate OUT [--files N] [--seed S] [--change PERCENT]\n"
    "Writes a made-up catalog into the folder OUT; the same bytes for the same options.\n";

}  // namespace

int main(int argc, char** argv) {
  matter::bench::GenerateOptions options;
  const char* out = nullptr;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    const bool named = word == "--files" || word == "--seed" || word == "--change";
    if (word == "--help" || word == "-h") return std::fputs(usage, stdout) < 0 ? 2 : 0;
    if (!named && out == nullptr && !word.starts_with("-")) {
      out = argv[i];
      continue;
    }
    char* end = nullptr;
    const unsigned long long value = named && i + 1 < argc ? std::strtoull(argv[++i], &end, 10) : 0;
    if (end == nullptr || *end != '\0') {
      out = nullptr;
      break;
    }
    if (word == "--files") options.files = value;
    if (word == "--seed") options.seed = value;
    if (word == "--change") options.change = static_cast<unsigned>(value);
  }
  if (out == nullptr) {
    std::fputs(usage, stderr);
    return 2;
  }
  try {
    const matter::bench::Generated done = matter::bench::generate(out, options);
    std::printf("%zu files, %zu changed, %.1f KB a file\n", done.files, done.changed,
                static_cast<double>(done.bytes) / 1024.0 / static_cast<double>(done.files));
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "%s\n", problem.what());
    return 2;
  }
}
