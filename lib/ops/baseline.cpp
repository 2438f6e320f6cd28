#include "ops/baseline.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <set>

#include "catalog/folder.h"
#include "checks/settings.h"
#include "diag/words.h"

namespace matter {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view head = "# matter baseline ";
constexpr int current_version = 1;
constexpr std::size_t columns = 5;

/// A column: no tab or line break in it.
std::string column(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '\t' || c == '\n' || c == '\r') {
      out += ' ';
    } else {
      out += c;
    }
  }
  return out;
}

fs::path whole_path(std::string_view path) {
  fs::path whole = fs::absolute(fs::path(path)).lexically_normal();
  return whole.has_filename() ? whole : whole.parent_path();
}

class Keys {
 public:
  Keys(std::string_view baseline, const Sources& sources)
      : folder_(whole_path(baseline).parent_path()), sources_(sources) {}

  [[nodiscard]] const fs::path& folder() const { return folder_; }

  /// The first four columns.
  [[nodiscard]] std::string of(const Diagnostic& d) const {
    Diagnostic named;
    named.rule = d.rule;
    named.field = d.field;
    named.subject = d.subject;
    named.matter = d.matter;
    const std::string_view source = d.at.known() ? sources_.name(d.at.source) : std::string_view{};
    if (d.matter.empty()) {
      named.matter = relative(source);
    } else if (!source.empty() && d.matter.starts_with(source) && d.matter.substr(source.size()).starts_with("#")) {
      named.matter = relative(source) + d.matter.substr(source.size());
    }
    return column(named.matter) + '\t' + column(d.rule) + '\t' + column(d.field) + '\t' + fingerprint(named, {});
  }

 private:
  [[nodiscard]] std::string relative(std::string_view source) const {
    const fs::path path = whole_path(source).lexically_relative(folder_);
    return path.empty() ? std::string(source) : path.generic_string();
  }

  fs::path folder_;
  const Sources& sources_;
};

/// Whether everything in the baseline's folder was named.
bool named_whole(const std::vector<std::string>& paths, const fs::path& folder) {
  return std::any_of(paths.begin(), paths.end(), [&](const std::string& path) {
    if (path == "-") return false;
    fs::path given = whole_path(path);
    if (given.filename() == "catalog.yaml") given = given.parent_path();
    const fs::path below = folder.lexically_relative(given);
    return !below.empty() && *below.begin() != "..";
  });
}

std::string_view rule_in(std::string_view key) {
  const std::size_t first = key.find('\t') + 1;
  return key.substr(first, key.find('\t', first) - first);
}

GoneEntry gone_entry(std::string_view key, std::size_t count) {
  const auto next = [&] {
    const std::string_view column = key.substr(0, key.find('\t'));
    key.remove_prefix(std::min(column.size() + 1, key.size()));
    return std::string(column);
  };
  GoneEntry entry;
  entry.matter = next();
  entry.rule = next();
  entry.field = next();
  entry.fingerprint = next();
  entry.count = count;
  return entry;
}

bool can_be_known(const Diagnostic& d) { return !d.rule.starts_with("yaml-"); }

void count_down(ValidateResult& result, const Diagnostic& d) {
  --(d.severity == Severity::error ? result.errors : d.severity == Severity::warning ? result.warnings : result.infos);
  if (d.fix && d.fix->usable()) --(d.fix->safe ? result.fixable : result.unsafe_fixable);
}

/// Takes what is known out of the findings.
void hide(Baseline left, const Keys& keys, bool keep, ValidateResult& result) {
  std::erase_if(result.findings, [&](Diagnostic& d) {
    if (left.counts.empty() || !can_be_known(d)) return false;
    const auto known = left.counts.find(keys.of(d));
    if (known == left.counts.end()) return false;
    if (--known->second == 0) left.counts.erase(known);
    count_down(result, d);
    ++result.baselined;
    if (keep) result.hidden.push_back({std::move(d), {}});
    return true;
  });
}

/// The old baseline without what is gone, and with what is new where it may grow.
Baseline renewed(const Baseline& old, const Baseline& found, bool grow,
                 const std::set<std::string, std::less<>>& asleep, BaselineUse& use) {
  Baseline next;
  for (const auto& [key, count] : old.counts) {
    const auto now = found.counts.find(key);
    const std::size_t seen = now == found.counts.end() ? 0 : now->second;
    if (seen < count && use.whole && !asleep.contains(rule_in(key))) {
      use.gone += count - seen;
      use.gone_entries.push_back(gone_entry(key, count - seen));
      if (seen > 0) next.counts[key] = seen;
    } else {
      next.counts[key] = count;
    }
  }
  if (!grow) return next;
  for (const auto& [key, count] : found.counts) {
    std::size_t& known = next.counts[key];
    if (count <= known) continue;
    use.grown += count - known;
    known = count;
  }
  return next;
}

void add_findings(Collector& mistakes, ValidateResult& result) {
  std::vector<Diagnostic> all = mistakes.take();
  result.errors += all.size();
  result.findings.insert(result.findings.begin(), std::make_move_iterator(all.begin()),
                         std::make_move_iterator(all.end()));
}

}  // namespace

std::string to_text(const Baseline& baseline) {
  std::string text = std::string(head) + std::to_string(current_version) + '\n';
  for (const auto& [key, count] : baseline.counts) text += key + '\t' + std::to_string(count) + '\n';
  return text;
}

std::optional<Baseline> read_baseline(std::string_view text, SourceId source, Collector& findings) {
  Baseline baseline;
  bool good = true;
  std::uint32_t begin = 0;
  const auto wrong = [&](std::string_view rule, std::size_t length, const Words<>& words) -> Diagnostic& {
    good = false;
    const auto end = begin + static_cast<std::uint32_t>(std::max<std::size_t>(length, 1));
    return findings.add(rule, Severity::error, {source, {begin, end}}, words);
  };
  if (!text.starts_with(head)) {
    wrong("field-type", text.find('\n') == std::string_view::npos ? text.size() : text.find('\n'),
          {"这不是基线：第一行应当是 # matter baseline 1",
           "this is no baseline: its first line should be # matter baseline 1"});
    return std::nullopt;
  }
  while (begin < text.size()) {
    const std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
    const std::size_t last = line.rfind('\t');
    if (begin == 0) {
      const std::string_view version = line.substr(head.size());
      if (version.substr(0, version.find_last_not_of('\r') + 1) != std::to_string(current_version))
        wrong("field-value", line.size(), {"不认得这个版本的基线", "a baseline of this version is not known"});
    } else if (line.starts_with("<<<<<<<") || line.starts_with("=======") || line.starts_with(">>>>>>>") ||
               line.starts_with("|||||||")) {
      wrong("yaml-merge-marker", line.size(), {"这里留有合并冲突的标记", "a conflict marker was left here"}).hint = say(
          findings.lang(), {"两边的行都留着就对：同一条写了两次时，数目小的算",
                            "keep the lines of both sides: of an entry that stands twice the smaller number holds"});
    } else if (!line.empty() && line.front() != '#') {
      std::size_t count = 0;
      const std::string_view number = last == std::string_view::npos ? std::string_view{} : line.substr(last + 1);
      const char* const end = number.data() + number.size();
      const bool read = !number.empty() && std::from_chars(number.data(), end, count).ec == std::errc{} && count > 0;
      if (!read || static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t')) != columns - 1) {
        wrong("field-type", line.size(),
              {"这一行不是基线的条目：应有五列，用制表符隔开",
               "this line is no entry: it should have five columns, with tabs"});
      } else {
        const auto [at, fresh] = baseline.counts.try_emplace(std::string(line.substr(0, last)), count);
        if (!fresh) at->second = std::min(at->second, count);
      }
    }
    begin += static_cast<std::uint32_t>(line.size()) + 1;
  }
  if (!good) return std::nullopt;
  return baseline;
}

BaselineUse use_baseline(const BaselineOptions& how, const std::vector<std::string>& paths, Sources& sources, Lang lang,
                         ValidateResult& result) {
  BaselineUse use;
  use.file = how.file;
  PathStatus status;
  use.made = how.write && !find_path(how.file, status);
  Baseline old;
  std::string text;
  if (!use.made) {
    const SourceId source = sources.add_file(how.file);
    sources.read(source, text);
    Collector mistakes(lang);
    auto read = read_baseline(text, source, mistakes);
    if (!read) {
      add_findings(mistakes, result);
      return use;
    }
    old = std::move(*read);
  }
  const Keys keys(how.file, sources);
  use.whole = result.complete && named_whole(paths, keys.folder());
  Baseline found;
  for (const Diagnostic& d : result.findings) {
    if (can_be_known(d)) ++found.counts[keys.of(d)];
  }
  std::set<std::string, std::less<>> asleep;
  for (const NotChecked& row : result.not_checked) asleep.insert(row.what);
  const Baseline next = renewed(old, found, how.write && (how.grow || use.made), asleep, use);
  if (how.write) {
    std::string written = to_text(next);
    if (written != text) use.text = std::move(written);
  }
  hide(how.write ? next : old, keys, how.keep, result);
  return use;
}

}  // namespace matter
