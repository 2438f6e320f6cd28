#include "ops/find_basis.h"

#include <algorithm>

#include "model/path.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t most_nearest = 3;
constexpr std::size_t farthest_title = 6;

std::string labels(const Trail& trail) {
  std::string text = trail.outer != nullptr ? labels(*trail.outer) + " › " : std::string();
  text += trail.field->label;
  if (trail.item != nullptr) text += '[' + item_label(*trail.field, trail.item, trail.index) + ']';
  return text;
}

const Trail& outermost(const Trail& trail) { return trail.outer != nullptr ? outermost(*trail.outer) : trail; }

std::string title_and_article(const Basis& basis) {
  std::string text;
  for (const Text* const part : {&basis.title, &basis.number, &basis.article}) {
    if (part->given()) text += (text.empty() ? "" : " ") + std::string(trimmed(part->text));
  }
  return text;
}

/// Whether the law is the only one that 第七条 can mean in this matter.
bool is_only_law(const Matter& m, const std::string& title) {
  bool any = false;
  for (const Basis& basis : m.basis) {
    if (!basis.title.given()) continue;
    if (law_title(basis.title.text) != title) return false;
    any = true;
  }
  return any;
}

}  // namespace

BasisSearch::BasisSearch(const FindQuery& query)
    : title_(law_title(query.basis)), number_(normalised(query.basis)), article_(query.article) {}

bool BasisSearch::is_it(const Basis& basis) const {
  if (basis.title.given() && law_title(basis.title.text) == title_) return true;
  return basis.number.given() && normalised(basis.number.text) == number_;
}

std::optional<Certainty> BasisSearch::judged(const std::vector<Articles>& articles, bool whole) const {
  if (!article_ || names_article(articles, *article_)) return Certainty::named;
  if (whole) return Certainty::unspecified;
  return std::nullopt;
}

std::optional<Certainty> BasisSearch::in_basis(const Basis& basis) const {
  if (is_it(basis)) {
    const std::vector<Articles> articles =
        basis.article.given() ? articles_in(basis.article.text) : std::vector<Articles>{};
    if (!articles.empty()) return judged(articles, false);
    // The article may stand behind the title: 《示例法》第七条.
    const auto cited = citation_of(title_, basis.title.text);
    return judged(cited ? cited->articles : articles, !cited || cited->articles.empty());
  }
  return basis.title.given() ? in_text(basis.title.text, false) : std::nullopt;
}

std::optional<Certainty> BasisSearch::in_text(std::string_view text, bool only_law) const {
  if (const auto cited = citation_of(title_, text)) return judged(cited->articles, cited->whole);
  if (!only_law || !trimmed(text).starts_with("第")) return std::nullopt;
  const std::vector<Articles> articles = articles_in(text);
  if (articles.empty() || (article_ && !names_article(articles, *article_))) return std::nullopt;
  return Certainty::own;
}

std::vector<FoundPlace> BasisSearch::places(const Matter& m) const {
  std::vector<FoundPlace> found;
  const auto add = [&](const Trail& trail, std::string said, Certainty certainty, const Mark& mark) {
    found.push_back(
        {to_text(trail), labels(trail), std::move(said), certainty, mark.at(), mark.source != m.mark.source});
  };
  const Field* const bases = find_field(*table_of<Matter>(), "basis");
  for (std::uint32_t i = 0; i < m.basis.count; ++i) {
    const auto certainty = in_basis(m.basis[i]);
    if (certainty) add({nullptr, bases, &m.basis[i], i}, title_and_article(m.basis[i]), *certainty, m.basis[i].mark);
  }
  const bool only_law = is_only_law(m, title_);
  visit_fields(m, [&](const Trail& trail, const Field& field, const void* value) {
    if (outermost(trail).field == bases) return false;
    if (field.kind != Kind::text) return true;
    const Text& text = *static_cast<const Text*>(value);
    if (!text.given()) return true;
    if (const auto certainty = in_text(text.text, only_law)) add(trail, std::string(text.text), *certainty, text.mark);
    return true;
  });
  return found;
}

void BasisSearch::meet(const Matter& m) {
  for (const Basis& basis : m.basis) {
    if (!basis.title.given()) continue;
    const std::string title = law_title(basis.title.text);
    const bool part = title.find(title_) != std::string::npos || title_.find(title) != std::string::npos;
    const std::size_t far = part ? 1 : edit_distance(title, title_, farthest_title);
    if (far > farthest_title || far * 2 > count_characters(title_)) continue;
    near_[far].emplace(title, trimmed(basis.title.text));
    std::size_t kept = 0;
    for (auto at = near_.begin(); at != near_.end();) {
      at = kept >= most_nearest ? near_.erase(at) : (kept += at->second.size(), std::next(at));
    }
  }
}

std::vector<std::string> BasisSearch::nearest() const {
  std::vector<std::string> titles;
  for (const auto& [far, named] : near_) {
    for (const auto& [title, written] : named) {
      if (titles.size() < most_nearest) titles.push_back(written);
    }
  }
  return titles;
}

}  // namespace matter
