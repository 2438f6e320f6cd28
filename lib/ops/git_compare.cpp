#include "ops/git_compare.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "catalog/names.h"
#include "diag/collector.h"
#include "doc/yaml.h"
#include "model/matter.h"
#include "model/read.h"
#include "ops/process.h"

namespace matter {

namespace {

constexpr std::string_view nothing = "/dev/null";

/// Fields that nothing else has a reason to use all by themselves.
constexpr std::string_view identities[] = {"code", "basic_code", "standard", "handling"};

bool is_matter(const Document& document, NodeId node, const Table& table) {
  if (!document.node(node).is(NodeKind::mapping)) return false;
  std::size_t keys = 0;
  std::size_t known = 0;
  bool named = false;
  bool identity = false;
  for (const Entry entry : Entries(document, node)) {
    ++keys;
    const Field* const field = find_field(table, document.node(entry.key).text());
    if (field == nullptr) continue;
    ++known;
    named = named || field->key == "name";
    identity = identity || std::find(std::begin(identities), std::end(identities), field->key) != std::end(identities);
  }
  return (named && identity) || (known >= 2 && known * 2 >= keys);
}

/// Of a side that is not there git gives a dot.
std::string short_id(const std::string& id) { return id == "." ? "0000000" : id.substr(0, 7); }

std::string side(std::string_view prefix, const std::string& file, const std::string& path) {
  return file == nothing ? std::string(nothing) : std::string(prefix) + path;
}

}  // namespace

bool GitPair::both() const { return before != nothing && after != nothing; }

GitPair git_pair(const std::vector<std::string>& given) {
  GitPair pair;
  std::string* const places[] = {&pair.path,     &pair.before,     &pair.before_id, &pair.before_mode, &pair.after,
                                 &pair.after_id, &pair.after_mode, &pair.renamed,   &pair.about};
  for (std::size_t i = 0; i < std::min(given.size(), std::size(places)); ++i) *places[i] = given[i];
  return pair;
}

bool holds_matters(std::string_view path, const std::string& file, Sources& sources) {
  if (file == nothing || std::filesystem::path(path).filename() == config_name) return false;
  const SourceId source = sources.add_file(file);
  const SharedText text = sources.text(source);
  Document document;
  Collector unheard(Lang::en);
  read_yaml(*text, source, document, unheard);
  std::vector<NodeId> nodes;
  matter_nodes(document, nodes);
  const Table& table = *table_of<Matter>();
  return std::any_of(nodes.begin(), nodes.end(), [&](NodeId node) { return is_matter(document, node, table); });
}

std::string compare_by_lines(const GitPair& pair, bool color) {
  const std::string lines = run_program({"git", "--no-pager", "diff", "--no-index", "--no-ext-diff",
                                         color ? "--color=always" : "--color=never", "--", pair.before, pair.after})
                                .out;
  std::string head = "diff --git a/" + pair.path + " b/" + pair.after_path() + "\n";
  if (pair.before == nothing) {
    head += "new file mode " + pair.after_mode + "\n";
  } else if (pair.after == nothing) {
    head += "deleted file mode " + pair.before_mode + "\n";
  } else if (pair.before_mode != pair.after_mode) {
    head += "old mode " + pair.before_mode + "\nnew mode " + pair.after_mode + "\n";
  }
  head += pair.about;
  if (pair.about.empty()) {
    head += "index " + short_id(pair.before_id) + ".." + short_id(pair.after_id);
    if (pair.before_mode == pair.after_mode) head += " " + pair.after_mode;
  }
  if (!head.ends_with('\n')) head += '\n';
  // What git writes above the first part names its temporary files.
  const std::size_t mark = lines.find("@@ ");
  std::string parts;
  if (mark != std::string::npos) {
    const std::size_t line = lines.rfind('\n', mark);
    parts = lines.substr(line == std::string::npos ? 0 : line + 1);
    head += "--- " + side("a/", pair.before, pair.path) + "\n+++ " + side("b/", pair.after, pair.after_path()) + "\n";
  } else if (lines.find("Binary files ") != std::string::npos) {
    head += "Binary files " + side("a/", pair.before, pair.path) + " and " + side("b/", pair.after, pair.after_path()) +
            " differ\n";
  }
  if (!color) return head + parts;
  std::string bold;
  for (std::size_t at = 0; at < head.size();) {
    const std::size_t end = head.find('\n', at);
    bold += "\x1b[1m" + head.substr(at, end - at) + "\x1b[m\n";
    at = end + 1;
  }
  return bold + parts;
}

}  // namespace matter
