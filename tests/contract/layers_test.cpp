#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <set>

#include "support/repository.h"

using namespace matter::test;

namespace {

namespace fs = std::filesystem;

/// Includes may only point to a lower rank, or into the same layer.
const std::map<std::string, int> ranks = {
    {"text", 0},   {"diag", 1},   {"doc", 2},    {"media", 2},     {"model", 3},    {"catalog", 4},
    {"edit", 5},   {"checks", 6}, {"change", 6}, {"style", 6},     {"exchange", 6}, {"ops", 7},
    {"report", 8}, {"lsp", 8},    {"frame", 9},  {"commands", 10},
};

/// Libraries that take long to compile or must not leak: in sources only, in two files at most.
const std::vector<std::string> heavy = {"CLI/", "nlohmann/", "yaml-cpp/"};

std::optional<std::string> included(std::string_view line, char open, char close) {
  if (line.substr(0, 8) != "#include") return std::nullopt;
  const std::size_t from = line.find(open, 8);
  if (from == std::string_view::npos) return std::nullopt;
  const std::size_t to = line.find(close, from + 1);
  if (to == std::string_view::npos) return std::nullopt;
  return std::string(line.substr(from + 1, to - from - 1));
}

std::string first_part(const std::string& path) { return path.substr(0, path.find('/')); }

std::vector<fs::path> sources() {
  std::vector<fs::path> found;
  for (const char* top : {"lib", "tools"}) {
    for (const fs::path& path : repository_files(top)) {
      if (ends_with_one_of(path, {".cpp", ".h"})) found.push_back(path);
    }
  }
  return found;
}

/// The layer a file of lib/ or tools/ belongs to; main.cpp sees all.
std::string layer_of(const fs::path& path) {
  const fs::path inside = path.lexically_relative(*path.begin());
  return inside.has_parent_path() ? first_part(inside.generic_string()) : "main";
}

}  // namespace

TEST_CASE("layers: includes point down the line only") {
  std::size_t seen = 0;
  for (const fs::path& path : sources()) {
    const std::string layer = layer_of(path);
    if (layer == "main") continue;
    REQUIRE_MESSAGE(ranks.count(layer) == 1, path.string(), " is in no known layer");
    each_line(path, [&](std::string_view line, std::size_t number) {
      const auto header = included(line, '"', '"');
      if (!header) return;
      const std::string target = first_part(*header);
      ++seen;
      const auto rank = ranks.find(target);
      REQUIRE_MESSAGE(rank != ranks.end(), path.string(), ":", number, ": write the layer's name: ", *header);
      const bool allowed = target == layer || rank->second < ranks.at(layer);
      CHECK_MESSAGE(allowed, path.string(), ":", number, ": ", layer, " may not include ", *header);
    });
  }
  CHECK(seen > 100);
}

TEST_CASE("layers: heavy libraries stand in few sources and in no header") {
  std::map<std::string, std::set<std::string>> users;
  for (const fs::path& path : sources()) {
    each_line(path, [&](std::string_view line, std::size_t) {
      const auto header = included(line, '<', '>');
      if (!header) return;
      for (const std::string& library : heavy) {
        if (header->rfind(library, 0) != 0) continue;
        users[library].insert(path.string());
        CHECK_MESSAGE(path.extension() == ".cpp", path.string(), " is a header and includes ", *header);
      }
    });
  }
  for (const std::string& library : heavy) {
    CAPTURE(library);
    CHECK(users[library].size() <= 2);
    CHECK(!users[library].empty());
  }
}

TEST_CASE("layers: fmt is the only library of others in public headers") {
  for (const fs::path& path : sources()) {
    if (path.extension() != ".h" || *path.begin() != "lib") continue;
    each_line(path, [&](std::string_view line, std::size_t number) {
      const auto header = included(line, '<', '>');
      if (!header || header->find('/') == std::string::npos || header->rfind("sys/", 0) == 0) return;
      CHECK_MESSAGE(*header == "fmt/core.h", path.string(), ":", number, ": ", *header);
    });
  }
}
