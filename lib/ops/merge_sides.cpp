#include "ops/merge_sides.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "ops/git_tree.h"

namespace matter {

namespace {

bool on_disk(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

using Wrong = NamedSides::Wrong;

NamedSides wrong(Wrong what, std::string word = {}) {
  NamedSides sides;
  sides.wrong = what;
  sides.word = std::move(word);
  return sides;
}

/// Two commits and where they parted.
NamedSides from_base(const std::string& ours, const std::string& theirs, const GitRepository& git) {
  std::vector<std::string> bases = git.merge_bases(ours, theirs);
  if (bases.empty()) return wrong(Wrong::no_base, ours + " " + theirs);
  for (std::string& base : bases) base = git.short_id(base);
  NamedSides sides;
  sides.commits = true;
  sides.base_found = true;
  sides.names = {bases.front(), ours, theirs};
  sides.other_bases.assign(bases.begin() + 1, bases.end());
  return sides;
}

NamedSides below(NamedSides sides, const std::vector<std::string>& words, std::size_t used, const GitRepository& git) {
  if (sides.wrong != Wrong::nothing || words.size() == used) return sides;
  if (words.size() > used + 1) return wrong(Wrong::too_many, words[used + 1]);
  const bool known = std::any_of(sides.names.begin(), sides.names.end(),
                                 [&](const std::string& name) { return !git.kind(name, words[used]).empty(); });
  if (!known) return wrong(Wrong::unknown_path, words[used]);
  sides.below = words[used];
  return sides;
}

}  // namespace

NamedSides named_sides(const std::vector<std::string>& words, const GitRepository& git) {
  if (words.empty()) return wrong(Wrong::too_few);
  const std::string& first = words.front();
  const std::size_t dots = first.find("..");
  if (dots != std::string::npos && !on_disk(first)) {
    std::string ours = first.substr(0, dots);
    std::string theirs = first.substr(dots + (first.compare(dots, 3, "...") == 0 ? 3 : 2));
    if (ours.empty()) ours = "HEAD";
    if (theirs.empty()) theirs = "HEAD";
    if (git.commit(ours).empty() || git.commit(theirs).empty()) return wrong(Wrong::unknown_range, first);
    return below(from_base(ours, theirs, git), words, 1, git);
  }
  std::size_t commits = 0;
  while (commits < std::min<std::size_t>(words.size(), merge_sides) && !on_disk(words[commits]) &&
         !git.commit(words[commits]).empty()) {
    ++commits;
  }
  if (commits == 1) return below(from_base("HEAD", first, git), words, 1, git);
  if (commits == 2) return below(from_base(first, words[1], git), words, 2, git);
  NamedSides sides;
  if (commits == merge_sides) {
    sides.commits = true;
    sides.names = {words[0], words[1], words[2]};
    return below(std::move(sides), words, merge_sides, git);
  }
  if (words.size() < merge_sides) return wrong(Wrong::too_few);
  if (words.size() > merge_sides) return wrong(Wrong::too_many, words[merge_sides]);
  sides.names = {words[0], words[1], words[2]};
  return sides;
}

}  // namespace matter
