#include "ops/git_tree.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "ops/git_objects.h"
#include "ops/process.h"

namespace matter {

namespace {

std::string first_line(const ProcessResult& result) {
  return result.exit == 0 ? result.out.substr(0, result.out.find('\n')) : std::string();
}

/// Of `git ls-tree -r -z`: `mode type id<TAB>path<NUL>`.
void read_listing(std::string_view listing, ListedTree& into) {
  while (!listing.empty()) {
    const std::size_t end = std::min(listing.find('\0'), listing.size());
    const std::string_view line = listing.substr(0, end);
    listing.remove_prefix(std::min(end + 1, listing.size()));
    const std::size_t tab = line.find('\t');
    const std::size_t id = line.rfind(' ', tab);
    if (tab == std::string_view::npos || id == std::string_view::npos) continue;
    std::string path(line.substr(tab + 1));
    if (line.starts_with("120000")) {
      into.add_link(std::move(path));
    } else if (line.starts_with("100")) {
      into.add(std::move(path), {std::string(line.substr(id + 1, tab - id - 1)), line.starts_with("100755")});
    } else {
      into.add_other(std::move(path));
    }
  }
}

}  // namespace

GitRepository::GitRepository() : objects_(std::make_shared<GitObjects>()) {}
GitRepository::~GitRepository() = default;

std::string GitRepository::resolve(const std::string& name) const {
  if (name.empty() || name.starts_with('-')) return {};
  return first_line(
      run_program({"git", "rev-parse", "--quiet", "--verify", "--end-of-options", name + "^{tree}"}, true));
}

std::string GitRepository::merge_base(const std::string& a, const std::string& b) const {
  return first_line(run_program({"git", "merge-base", "--end-of-options", a, b}, true));
}

std::string GitRepository::inside(const std::string& path) const {
  const std::string prefix = first_line(run_program({"git", "rev-parse", "--show-prefix"}, true));
  const std::filesystem::path named(path);
  std::string whole = named.is_absolute() ? std::filesystem::weakly_canonical(named).lexically_relative(top()).string()
                                          : (std::filesystem::path(prefix) / named).lexically_normal().string();
  while (whole.ends_with('/')) whole.pop_back();
  return whole == "." ? std::string() : whole;
}

std::string GitRepository::commit(const std::string& name) const {
  if (name.empty() || name.starts_with('-')) return {};
  return first_line(
      run_program({"git", "rev-parse", "--quiet", "--verify", "--end-of-options", name + "^{commit}"}, true));
}

std::vector<std::string> GitRepository::merge_bases(const std::string& a, const std::string& b) const {
  const ProcessResult found = run_program({"git", "merge-base", "--all", "--end-of-options", a, b}, true);
  std::vector<std::string> bases;
  if (found.exit != 0) return bases;
  for (std::size_t at = 0; at < found.out.size();) {
    const std::size_t end = std::min(found.out.find('\n', at), found.out.size());
    bases.push_back(found.out.substr(at, end - at));
    at = end + 1;
  }
  return bases;
}

std::string GitRepository::short_id(const std::string& commit) const {
  return first_line(run_program({"git", "rev-parse", "--short", "--end-of-options", commit}, true));
}

std::string GitRepository::kind(const std::string& name, const std::string& path) const {
  return first_line(run_program({"git", "cat-file", "-t", name + ":" + inside(path)}, true));
}

void GitRepository::read(const std::string& name, const std::string& path, std::string& into) const {
  const std::string object = name + ":" + inside(path);
  if (kind(name, path) != "blob") throw std::system_error(ENOENT, std::generic_category(), object);
  objects_->read(first_line(run_program({"git", "rev-parse", "--verify", object}, true)), into);
}

std::string GitRepository::top() const {
  return first_line(run_program({"git", "rev-parse", "--show-toplevel"}, true));
}

ListedTree GitRepository::list(const std::string& name) const {
  const ProcessResult listing = run_program({"git", "ls-tree", "-r", "-z", "--full-tree", resolve(name)}, true);
  if (listing.exit != 0) throw std::system_error(EIO, std::generic_category(), "git ls-tree " + name);
  ListedTree tree(name + ":");
  read_listing(listing.out, tree);
  return tree;
}

Discovery GitRepository::discover(const std::string& name, const std::string& path, Sources& sources,
                                  Collector& findings) const {
  const ListedTree tree = list(name);
  const std::string below = inside(path);
  if (!tree.knows(below)) throw std::system_error(ENOENT, std::generic_category(), name + ":" + below);
  return tree.find(
      below, [&](const std::string& full, const std::string& id) { return sources.add_object(full, id, objects_); },
      sources, findings);
}

}  // namespace matter
