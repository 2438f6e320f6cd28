#include "catalog/ignore.h"

#include "diag/words.h"
#include "text/glob.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// One line of the file, taken apart.
class PatternLine {
 public:
  PatternLine(SourceId source, std::string_view line, std::uint32_t begin, Collector& findings)
      : line_(line), to_(findings) {
    pattern_.at = {source, {begin, begin + static_cast<std::uint32_t>(line.size())}};
  }

  /// False, and a finding, for what is no pattern.
  bool read(IgnorePattern& into) {
    std::string_view rest = line_;
    pattern_.keeps = rest.front() == '!';
    if (pattern_.keeps) rest = trimmed(rest.substr(1));
    pattern_.folders_only = rest.ends_with('/');
    while (rest.ends_with('/')) rest.remove_suffix(1);
    if (rest.starts_with("./")) rest.remove_prefix(1);
    if (rest.empty()) return wrong({"“{}”没有写是哪个文件或文件夹", "'{}' names no file or folder"}, {});
    if (!understood(rest)) return false;
    doubt(rest);
    const bool here = rest.find('/') != std::string_view::npos;
    pattern_.glob = here && !rest.starts_with('/') ? "/" + std::string(rest) : std::string(rest);
    into = std::move(pattern_);
    return true;
  }

 private:
  bool understood(std::string_view rest) {
    if (rest.find('\\') != std::string_view::npos) {
      return wrong({"“{}”中有反斜杠", "there is a backslash in '{}'"},
                   {"文件夹之间用 / 分开", "folders are parted by /"});
    }
    if (rest.find('[') != std::string_view::npos) {
      return wrong({"“{}”用了方括号，这里不支持", "'{}' uses brackets, which mean nothing here"},
                   {"用 ? 代表一个字符，或分成几行写", "write ? for one character, or several lines"});
    }
    for (std::string_view left = rest.starts_with('/') ? rest.substr(1) : rest; !left.empty();) {
      const std::size_t end = std::min(left.find('/'), left.size());
      const std::string_view step = left.substr(0, end);
      left.remove_prefix(std::min(end + 1, left.size()));
      if (step == "." || step == "..") {
        return wrong({"“{}”指向本文件所在文件夹之外", "'{}' leads out of the folder of this file"},
                     {"只能写本文件夹以下的；上一级的写到上一级的 .matterignore 中",
                      "only what is below it can be named; the folder above has a file of its own"});
      }
      if (step.empty()) return wrong({"“{}”中有连着的 //", "there is // in '{}'"}, {});
      if (step.size() > 2 && step.find("**") != std::string_view::npos) {
        return wrong({"“{}”：** 要单独写在两个 / 之间", "'{}': ** stands alone between two /"},
                     {"一级之内用一个 *", "within one step one * is enough"});
      }
    }
    return true;
  }

  /// What an input method leaves behind: it may be a name, but hardly is one.
  void doubt(std::string_view rest) {
    static constexpr std::string_view wide[] = {"＊", "／", "？"};
    for (const std::string_view one : wide) {
      if (rest.find(one) != std::string_view::npos) return say_wide(one);
    }
    for (const std::string_view one : {std::string_view("！"), std::string_view("＃")}) {
      if (line_.starts_with(one)) return say_wide(one);
    }
  }

  void say_wide(std::string_view one) {
    Diagnostic& d =
        to_.add("yaml-fullwidth", Severity::warning, pattern_.at,
                {"“{}”中的“{}”是全角，会当作名称中的字", "'{}': the full-width {} is taken for a letter"}, line_, one);
    std::size_t at = 0;
    std::string ascii;
    append_utf8(ascii, narrow(next_code_point(one, at)));
    d.hint = say(to_.lang(), {"要写半角的 {}", "write {}"}, ascii);
    d.subject = line_;
  }

  bool wrong(const WordsFor<const std::string_view&>& words, const Bilingual& hint) {
    Diagnostic& d = to_.add("field-value", Severity::error, pattern_.at, words, std::as_const(line_));
    d.hint = hint.in(to_.lang());
    d.subject = line_;
    return false;
  }

  std::string_view line_;
  Collector& to_;
  IgnorePattern pattern_;
};

/// What must stand in a path for a pattern with wildcards to fit; most entries are told by it.
bool may_fit(std::string_view glob, std::string_view path) {
  if (glob.find("**") != std::string_view::npos) return true;
  const std::size_t last = glob.find_last_of("*?");
  const std::string_view end = glob.substr(last + 1);
  return path.ends_with(end);
}

bool fits(const IgnorePattern& pattern, std::string_view path, bool folder) {
  if (pattern.folders_only && !folder) return false;
  std::string_view glob = pattern.glob;
  if (glob.front() == '/') {
    glob.remove_prefix(1);
  } else {
    path.remove_prefix(path.rfind('/') + 1);  // npos + 1 is 0
  }
  if (glob.find_first_of("*?") == std::string_view::npos) return glob == path;
  return may_fit(glob, path) && is_glob(glob, path);
}

}  // namespace

IgnoreFile read_ignore(SourceId source, const Sources& sources, Collector& findings) {
  IgnoreFile file{source, {}};
  std::string text;
  sources.read(source, text);
  const std::string_view whole = text;
  for (std::size_t at = whole.starts_with("\xEF\xBB\xBF") ? 3 : 0; at < whole.size();) {
    const std::size_t end = std::min(whole.find('\n', at), whole.size());
    const std::string_view line = trimmed(whole.substr(at, end - at));
    at = end + 1;
    if (line.empty() || line.front() == '#') continue;
    const auto begin = static_cast<std::uint32_t>(line.data() - whole.data());
    IgnorePattern pattern;
    if (PatternLine(source, line, begin, findings).read(pattern)) file.patterns.push_back(std::move(pattern));
  }
  return file;
}

const IgnorePattern* IgnoreScope::speaks_of(std::string_view name, bool folder) const {
  std::string longer;
  for (const IgnoreScope* scope = this;;) {
    const std::string_view path = longer.empty() ? name : std::string_view(longer);
    if (scope->own_ != nullptr) {
      const std::vector<IgnorePattern>& all = scope->own_->patterns;
      for (auto pattern = all.rbegin(); pattern != all.rend(); ++pattern) {
        if (fits(*pattern, path, folder)) return &*pattern;
      }
    }
    if (scope->above_ == nullptr) return nullptr;
    longer = scope->step_ + "/" + std::string(path);
    scope = scope->above_.get();
  }
}

std::vector<const IgnorePattern*> IgnoreScope::patterns() const {
  std::vector<const IgnorePattern*> all;
  if (above_ != nullptr) all = above_->patterns();
  if (own_ == nullptr) return all;
  for (const IgnorePattern& pattern : own_->patterns) all.push_back(&pattern);
  return all;
}

Ignoring ignoring_below(const Ignoring& above, std::string_view step, std::shared_ptr<const IgnoreFile> own) {
  if (above == nullptr && own == nullptr) return nullptr;
  return std::make_shared<const IgnoreScope>(above, std::string(step), std::move(own));
}

}  // namespace matter
