#include "ops/diff_partners.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace matter {

namespace {

class Partnering {
 public:
  Partnering(std::vector<MetMatter>& before, std::vector<MetMatter>& after) : before_(before), after_(after) {}

  /// Pairs what `name` calls by one text that nobody else on that side has. An empty text calls nothing.
  template <class Name>
  void by(Name name) {
    std::unordered_map<std::string, std::uint32_t> waiting;
    for (std::uint32_t i = 0; i < after_.size(); ++i) {
      if (after_[i].paired) continue;
      const auto [at, fresh] = waiting.try_emplace(name(true, after_[i]), i);
      if (!fresh) at->second = several;
    }
    std::unordered_map<std::string, std::uint32_t> asking;
    for (std::uint32_t i = 0; i < before_.size(); ++i) {
      if (before_[i].paired) continue;
      const auto [at, fresh] = asking.try_emplace(name(false, before_[i]), i);
      if (!fresh) at->second = several;
    }
    for (const auto& [text, i] : asking) {
      const auto found = waiting.find(text);
      if (text.empty() || i == several || found == waiting.end() || found->second == several) continue;
      pair(i, found->second);
    }
  }

  [[nodiscard]] std::vector<Partners> take() {
    std::sort(found_.begin(), found_.end(), [](const Partners& a, const Partners& b) { return a.after < b.after; });
    return std::move(found_);
  }

 private:
  static constexpr std::uint32_t several = 0xFFFFFFFFU;

  void pair(std::uint32_t i, std::uint32_t j) {
    before_[i].paired = after_[j].paired = true;
    found_.push_back({i, j, 0});
  }

  std::vector<MetMatter>& before_;
  std::vector<MetMatter>& after_;
  std::vector<Partners> found_;
};

}  // namespace

std::vector<Partners> find_partners(const DiffTree& old_tree, std::vector<MetMatter>& before, const DiffTree& new_tree,
                                    std::vector<MetMatter>& after) {
  Partnering partners(before, after);
  partners.by([](bool, const MetMatter& met) { return met.identity; });
  partners.by([](bool, const MetMatter& met) { return met.identity == met.code ? std::string() : met.code; });
  const auto place = [&](bool is_new, const MetMatter& met) {
    const DiffTree& tree = is_new ? new_tree : old_tree;
    return std::string(tree.files()[met.file].relative) + '#' + std::to_string(met.number);
  };
  // At one place a code that came or went is a change of the matter; two different codes are two matters.
  std::unordered_map<std::string, bool> coded;
  for (const MetMatter& met : before) {
    if (!met.paired) coded[place(false, met)] = !met.identity.empty();
  }
  for (const MetMatter& met : after) {
    if (met.paired) continue;
    const auto found = coded.find(place(true, met));
    if (found != coded.end()) found->second = found->second && !met.identity.empty();
  }
  partners.by([&](bool is_new, const MetMatter& met) {
    std::string at = place(is_new, met);
    const auto found = coded.find(at);
    return found == coded.end() || found->second ? std::string() : at;
  });
  return partners.take();
}

void say_duplicates(const std::vector<MetMatter>& met, Collector& findings) {
  std::vector<const MetMatter*> sorted;
  for (const MetMatter& one : met) {
    if (!one.identity.empty()) sorted.push_back(&one);
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const MetMatter* a, const MetMatter* b) {
    if (a->identity != b->identity) return a->identity < b->identity;
    return a->file != b->file ? a->file < b->file : a->number < b->number;
  });
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i]->identity != sorted[i - 1]->identity) continue;
    Diagnostic& d = findings.add("code-duplicate", Severity::error, sorted[i]->at,
                                 {"编码 {} 在同一目录中出现不止一次，无法确定与哪一个比较",
                                  "the code {} stands more than once in one tree: which one is meant cannot be told"},
                                 sorted[i]->identity);
    d.matter = d.subject = sorted[i]->identity;
    d.notes.push_back({say(findings.lang(), {"另一个在这里", "the other one is here"}), sorted[i - 1]->at});
  }
}

}  // namespace matter
