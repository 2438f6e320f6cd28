#include "ops/merge_union.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <set>

#include "catalog/names.h"
#include "change/compare.h"
#include "change/merge/box.h"
#include "change/merge/version.h"
#include "diag/words.h"
#include "edit/atomic.h"
#include "ops/load.h"
#include "ops/merge_invalid.h"
#include "ops/merge_pairs.h"
#include "text/lines.h"
#include "text/source.h"

namespace matter {

namespace {

using merge::Version;

struct Entry {
  std::size_t input = 0;
  std::string relative, name;  ///< below its input; as people shall see it
  std::string bytes;
  std::unique_ptr<Version> read;  ///< of files of matters
  std::set<std::size_t> dropped;  ///< matters that another one stands for
};

struct Met {
  std::size_t entry = 0;
  std::size_t matter = 0;
};

std::string key_of(const Matter& m) {
  const std::string_view id = identity(m);
  if (!id.empty()) return std::string(id);
  const std::string_view code = standard_code(m);
  return code.empty() ? std::string() : fmt::format("{}@{}", code, standard_version(m));
}

std::string without_slash(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

/// The bytes of a matter with what goes with it; empty where it cannot be cut out.
Span cut_of(const Version& in, NodeId node) {
  for (std::size_t r = 0; r < in.doc.roots.size(); ++r) {
    const Span all{r == 0 ? 0 : in.doc.root_spans[r - 1].end, in.doc.root_spans[r].end};
    if (in.doc.roots[r] == node) return all;
    Layout layout;
    lay_out_root(in.doc, r, layout);
    for (const Part& part : layout.parts) {
      if (part.node == node && !layout.flow) return part.all();
    }
  }
  return {};
}

class Union {
 public:
  Union(const UnionCall& call, Lang lang) : call_(call), lang_(lang) {}

  UnionResult run() {
    for (std::size_t i = 0; i < call_.inputs.size(); ++i) take_input(i);
    if (result_.refused.empty() && result_.conflicts.empty()) write();
    return std::move(result_);
  }

 private:
  void take_input(std::size_t input) {
    const std::string& path = call_.inputs[input];
    if (!std::filesystem::is_directory(path)) {
      take_file(input, std::filesystem::path(path).filename().string(), path);
      return;
    }
    const FileTree tree(path);
    result_.links += tree.links();
    for (const TreeFile& file : tree.files()) take_file(input, file.path, tree.full(file.path));
  }

  void take_file(std::size_t input, const std::string& relative, const std::string& path) {
    Entry entry;
    entry.input = input;
    entry.relative = relative;
    entry.name = path;
    read_file(path, entry.bytes);
    const bool config = std::filesystem::path(relative).filename() == config_name;
    if (config || !is_yaml_name(relative)) return take_whole(std::move(entry));
    entry.read = std::make_unique<Version>();
    const std::size_t at = entries_.size();
    entries_.push_back(std::move(entry));
    Entry& kept = entries_.back();
    kept.read->read(kept.bytes);
    if (!kept.read->readable || !kept.read->in_dialect) {
      result_.refused.push_back(
          kept.read->readable ? say(lang_, {"{}：用了锚点、标签一类的写法", "{}: uses anchors, tags or the like"}, path)
                              : say(lang_, {"{}：读不懂", "{}: cannot be read"}, path));
      return;
    }
    for (std::size_t m = 0; m < kept.read->matters().size(); ++m) take_matter(at, m);
  }

  /// A file that is taken as it is: settings, attachments.
  void take_whole(Entry entry) {
    const auto before = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& other) {
      return other.read == nullptr && other.relative == entry.relative;
    });
    if (before == entries_.end()) {
      entries_.push_back(std::move(entry));
    } else if (before->bytes != entry.bytes) {
      const int winner = preferred(before->input, entry.input);
      if (winner == 0) {
        result_.conflicts.push_back({{}, {}, before->name, entry.name});
        return;
      }
      ++result_.preferred;
      if (winner > 0) *before = std::move(entry);
    }
  }

  void take_matter(std::size_t entry, std::size_t number) {
    const Matter& m = entries_[entry].read->matters()[number];
    const std::string key = key_of(m);
    if (key.empty()) return;
    const auto [at, fresh] = met_.try_emplace(key, Met{entry, number});
    if (fresh) return;
    Met& before = at->second;
    const Matter& other = entries_[before.entry].read->matters()[before.matter];
    if (compare(other, m).empty()) {
      ++result_.once;
      entries_[entry].dropped.insert(number);
      return;
    }
    const int winner = preferred(entries_[before.entry].input, entries_[entry].input);
    if (winner == 0) {
      result_.conflicts.push_back({key, display_name(m), place(before), place({entry, number})});
      return;
    }
    ++result_.preferred;
    if (winner < 0) {
      entries_[entry].dropped.insert(number);
    } else {
      entries_[before.entry].dropped.insert(before.matter);
      before = {entry, number};
    }
  }

  /// Below zero: the earlier one; above: the later one; zero: nobody said.
  [[nodiscard]] int preferred(std::size_t earlier, std::size_t later) const {
    if (earlier == later) return 0;
    for (const std::string& named : call_.prefer) {
      if (without_slash(named) == without_slash(call_.inputs[earlier])) return -1;
      if (without_slash(named) == without_slash(call_.inputs[later])) return 1;
    }
    return 0;
  }

  [[nodiscard]] std::string place(const Met& met) const {
    const Entry& entry = entries_[met.entry];
    const Matter& m = entry.read->matters()[met.matter];
    const Location at = m.name.given() ? m.name.at() : m.mark.at();
    return fmt::format("{}:{}", entry.name, Lines(entry.read->text).position(at.span.begin).line);
  }

  void write() {
    std::set<std::string> taken;
    for (const Entry& entry : entries_) {
      for (const std::size_t number : entry.dropped) tell_comments(entry, number);
      const std::size_t matters = entry.read == nullptr ? 0 : entry.read->matters().size();
      if (matters > 0 && entry.dropped.size() == matters) continue;
      std::string text = entry.bytes;
      if (!entry.dropped.empty() && !without_dropped(entry, text)) {
        result_.refused.push_back(
            say(lang_, {"{}：其中的事项不能单独取出", "{}: its matters cannot be taken apart"}, entry.name));
        continue;
      }
      result_.matters += matters - entry.dropped.size();
      std::string path = entry.relative;
      if (!taken.insert(path).second) {
        const std::filesystem::path input(without_slash(call_.inputs[entry.input]));
        const std::string folder = input.filename().string();
        path = folder + "/" + entry.relative;
        for (std::size_t n = 2; !taken.insert(path).second; ++n)
          path = fmt::format("{}-{}/{}", folder, n, entry.relative);
        ++result_.renamed;
      }
      result_.files.push_back({path, std::move(text), call_.inputs[entry.input], entry.relative});
    }
  }

  void tell_comments(const Entry& entry, std::size_t number) {
    const Span cut = cut_of(*entry.read, entry.read->nodes[number]);
    const Version& kept = *entries_[met_.at(key_of(entry.read->matters()[number])).entry].read;
    std::set<std::string_view> there;
    for (const Comment& comment : kept.doc.comments) there.insert(kept.at(comment.span));
    for (const Comment& comment : entry.read->doc.comments) {
      if (!cut.contains(comment.span.begin) || there.contains(entry.read->at(comment.span))) continue;
      const std::uint32_t line = Lines(entry.read->text).position(comment.span.begin).line;
      result_.comments.push_back(fmt::format("{}:{}: {}", entry.name, line, entry.read->at(comment.span)));
    }
  }

  /// The text without matters that others stand for; read again to see that just those are gone.
  static bool without_dropped(const Entry& entry, std::string& text) {
    std::string left(entry.read->text);
    std::vector<std::string> names;
    for (std::size_t i = entry.read->matters().size(); i-- > 0;) {
      if (!entry.dropped.contains(i)) {
        names.insert(names.begin(), merge::matter_label(&entry.read->matters()[i]));
        continue;
      }
      const Span cut = cut_of(*entry.read, entry.read->nodes[i]);
      if (cut.empty()) return false;
      left.erase(cut.begin, cut.size());
    }
    Version again;
    again.read(left);
    if (!again.readable || again.matters().size() != names.size()) return false;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (merge::matter_label(&again.matters()[i]) != names[i]) return false;
    }
    text = merge::in_form(std::move(left), entry.read->form);
    return true;
  }

  const UnionCall& call_;
  Lang lang_;
  std::deque<Entry> entries_;  // read versions point into the bytes
  std::map<std::string, Met> met_;
  UnionResult result_;
};

}  // namespace

UnionResult unite(const UnionCall& call, const RunOptions& options, Sources& sources) {
  UnionResult result = Union(call, options.lang).run();
  if (!result.refused.empty() || !result.conflicts.empty()) return result;
  result.invalid = errors_of_union(result, call, options, sources);
  result.validated = true;
  return result;
}

bool write_union(const UnionResult& result, const std::string& folder) {
  const FolderState state = folder_state(folder, "");
  if (state != FolderState::missing && state != FolderState::empty) return false;
  NewFolder made(folder);
  for (const UnionFile& file : result.files) made.write(file.path, file.text);
  made.commit();
  return true;
}

}  // namespace matter
