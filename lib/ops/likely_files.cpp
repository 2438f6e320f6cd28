#include "ops/likely_files.h"

#include <algorithm>

#include "text/pool.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// Shorter ones stand in nearly every file.
constexpr std::size_t least_code = 6;
constexpr std::size_t most_characters = 12;

/// Characters that no comparison of names changes.
bool is_ideograph(char32_t c) { return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF); }

bool is_code(std::string_view text) {
  return text.size() >= least_code && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
         });
}

/// A matter without a code is called by its file: `path#number`.
std::string_view file_of(std::string_view asked) {
  const std::size_t hash = asked.rfind('#');
  return hash == std::string_view::npos ? std::string_view{} : asked.substr(0, hash);
}

/// Which of the files may hold it; `always` is one that does.
std::vector<bool> probe(const std::vector<CatalogFile>& files, const TextProbe& probe, std::string_view always,
                        const RunOptions& options, const Sources& sources) {
  constexpr std::size_t chunk = 64;
  const std::size_t chunks = (files.size() + chunk - 1) / chunk;
  const unsigned workers = worker_count(options.jobs, chunks);
  std::vector<std::string> texts(workers);
  std::vector<char> may(files.size(), 0);
  const auto look = [&](unsigned worker, std::size_t n) {
    for (std::size_t i = n * chunk; i < std::min((n + 1) * chunk, files.size()); ++i) {
      sources.read(files[i].source, texts[worker]);
      may[i] = probe.may_hold(texts[worker]) || (!always.empty() && sources.name(files[i].source) == always) ? 1 : 0;
    }
  };
  in_order(chunks, workers, std::size_t{workers} * 4, look, [](std::size_t) {});
  return {may.begin(), may.end()};
}

/// Codes of entries that are meant, or whose names the name that is asked for begins with (a matter may write its own
/// 办理项 and inherit the name).
void add_entries(std::string_view asked, const std::vector<CatalogFile>& files, const std::vector<bool>& may,
                 const Sources& sources, TextProbe& to) {
  const std::string words = normalised(asked);
  LoadedFile file;
  Collector unheard(Lang::en);
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!may[i]) continue;
    load_file(sources, files[i].source, file, unheard);
    for (const Matter& entry : file.matters) {
      const std::string name = entry.name.given() ? normalised(entry.name.text) : std::string();
      const bool begins = !name.empty() && words.starts_with(name);
      if (begins || means(asked, entry, {}, true) != Meant::no) codes.emplace_back(standard_code(entry));
    }
  }
  for (const std::string& code : codes) {
    if (!code.empty()) to.also(code);
  }
}

}  // namespace

Meant means(std::string_view asked, const Matter& m, std::string_view identity, bool standard) {
  if (asked.empty()) return Meant::no;
  if (asked == identity) return Meant::by_identity;
  for (const Text* const code :
       {&m.code, &m.handling_code, &m.basic_code, &m.directory_code, &m.local_code, &m.local_basic_code}) {
    if (code->given() && trimmed(code->text) == asked) return Meant::by_code;
  }
  if (implementing_code(m) == asked || basic_code(m) == asked) return Meant::by_code;
  if (standard && standard_code(m) == asked) return Meant::by_code;
  const std::string wanted = normalised(asked);
  if (m.name.given() && (normalised(m.name.text) == wanted || normalised(display_name(m)) == wanted))
    return Meant::by_code;
  return Meant::no;
}

TextProbe::TextProbe(std::string_view asked) {
  const std::string_view code = asked.substr(0, asked.find('@'));
  if (is_code(code)) {
    also(code);
    return;
  }
  // 失业登记（首次）: what stands in brackets may be inherited.
  for (std::size_t at = 0; at < asked.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(asked, at);
    if (narrow(c) == U'(' && !characters_.empty()) break;
    const std::string one(asked.substr(begin, at - begin));
    if (is_ideograph(c) && std::find(characters_.begin(), characters_.end(), one) == characters_.end())
      characters_.push_back(one);
    if (characters_.size() == most_characters) break;
  }
}

bool TextProbe::may_hold(std::string_view text) const {
  const auto holds = [&](const std::string& part) { return text.find(part) != std::string_view::npos; };
  return std::any_of(codes_.begin(), codes_.end(), holds) ||
         (!characters_.empty() && std::all_of(characters_.begin(), characters_.end(), holds)) ||
         text.find('\\') != std::string_view::npos;
}

LikelyFiles likely_files(std::string_view asked, const std::vector<std::string>& paths, const RunOptions& options,
                         Sources& sources, Collector& findings) {
  LikelyFiles likely;
  likely.discovery = discover(paths, sources, findings);
  Discovery& found = likely.discovery;
  likely.files = found.files.size();
  TextProbe wanted(asked);
  likely.told = wanted.tells();
  if (!likely.told) return likely;
  const std::string_view always = file_of(asked);
  const auto is_standard = [&](const CatalogFile& file) { return found.catalogs[file.catalog]->standard; };
  std::vector<CatalogFile> entries = found.standards;
  std::copy_if(found.files.begin(), found.files.end(), std::back_inserter(entries), is_standard);
  add_entries(asked, entries, probe(entries, wanted, always, options, sources), sources, wanted);
  const std::vector<bool> may = probe(found.files, wanted, always, options, sources);
  std::vector<CatalogFile> files;
  std::vector<CatalogFile> passed;  // before the others: of two entries of one code and version the first counts
  for (std::size_t i = 0; i < found.files.size(); ++i) {
    if (may[i]) {
      files.push_back(found.files[i]);
    } else if (is_standard(found.files[i])) {
      passed.push_back(found.files[i]);
    }
  }
  found.standards.insert(found.standards.begin(), passed.begin(), passed.end());
  found.files = std::move(files);
  return likely;
}

}  // namespace matter
