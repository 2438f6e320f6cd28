#include "change/merge/version.h"

#include <algorithm>

#include "diag/collector.h"
#include "doc/yaml.h"
#include "model/read.h"

namespace matter::merge {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Whether every line ends with CRLF; a lone CR or LF makes it none.
bool all_crlf(std::string_view text) {
  if (text.find('\r') == std::string_view::npos) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')) return false;
    if (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) return false;
  }
  return true;
}

/// Versions that nobody reads into just now.
std::vector<std::unique_ptr<Version>>& idle() {
  thread_local std::vector<std::unique_ptr<Version>> versions;
  return versions;
}

/// Of larger files the memory is not kept, and of no more than a merge has at a time.
constexpr std::size_t largest_kept = 256 * 1024;
constexpr std::size_t most_kept = 8;

}  // namespace

Reading::Reading() {
  if (idle().empty()) {
    version_ = std::make_unique<Version>();
  } else {
    version_ = std::move(idle().back());
    idle().pop_back();
  }
}

Reading::~Reading() {
  if (version_->text.size() <= largest_kept && idle().size() < most_kept) idle().push_back(std::move(version_));
}

void Version::read(std::string_view file, const Vocabulary* words) {
  form.mark = file.starts_with(byte_order_mark);
  if (form.mark) file.remove_prefix(byte_order_mark.size());
  form.crlf = all_crlf(file);
  form.open_end = !file.empty() && file.back() != '\n' && file.back() != '\r';
  text = file;
  if (form.crlf || form.open_end) {
    kept.assign(file);
    if (form.crlf) kept.erase(std::remove(kept.begin(), kept.end(), '\r'), kept.end());
    if (form.open_end) kept.push_back('\n');
    text = kept;
  }
  Collector findings(Lang::en);
  const YamlOutcome outcome = read_yaml(text, 0, doc, findings);
  doc.vocabulary = words;
  readable = outcome != YamlOutcome::wrong && !doc.damaged;
  in_dialect = outcome == YamlOutcome::read;
  nodes.clear();
  root_layouts_.clear();
  arena_.clear();
  if (readable) matter_nodes(doc, nodes);
  matters_.resize(nodes.size());
  unread_.resize(nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) read_matter_but_lists(doc, nodes[i], arena_, matters_[i], unread_[i]);
}

const Layout& Version::root_layout(std::size_t n) const {
  if (root_layouts_.size() <= n) root_layouts_.resize(n + 1);
  std::optional<Layout>& layout = root_layouts_[n];
  if (!layout) lay_out_root(doc, n, layout.emplace());
  return *layout;
}

const std::vector<Matter>& Version::matters() const {
  for (const Matter& matter : matters_) need(matter);
  return matters_;
}

void Version::need(const Matter& matter, const void* member) const {
  const auto i = static_cast<std::size_t>(&matter - matters_.data());
  std::vector<UnreadList>& unread = unread_[i];
  for (std::size_t k = unread.size(); k-- > 0;) {
    if (member != nullptr && matter::member(*unread[k].field, &matter) != member) continue;
    read_list(doc, unread[k], arena_, matters_[i]);
    unread.erase(unread.begin() + static_cast<std::ptrdiff_t>(k));
  }
}

std::string in_form(std::string text, Form form) {
  if (form.open_end && text.ends_with('\n')) text.pop_back();
  if (form.crlf) {
    std::string wide;
    wide.reserve(text.size() + text.size() / 16);
    for (const char c : text) {
      if (c == '\n') wide.push_back('\r');
      wide.push_back(c);
    }
    text = std::move(wide);
  }
  if (form.mark) text.insert(0, byte_order_mark);
  return text;
}

}  // namespace matter::merge
