#include "report/diff_words.h"

#include <algorithm>

#include "report/shown.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t long_text = 12;   ///< characters
constexpr double much_in_common = 0.4;  ///< of both texts

/// The first or last so many characters.
std::string_view head(std::string_view text, std::size_t characters) {
  std::size_t at = 0;
  while (characters-- > 0 && at < text.size()) static_cast<void>(next_code_point(text, at));
  return text.substr(0, at);
}
std::string_view tail(std::string_view text, std::size_t characters) {
  const std::size_t all = count_characters(text);
  if (all <= characters) return text;
  return text.substr(head(text, all - characters).size());
}

std::string flat(std::string_view text) {
  std::string one(text);
  std::replace(one.begin(), one.end(), '\n', ' ');
  return shown_text(one);
}

}  // namespace

std::string judgement_words(Judgement judged, Lang lang) {
  std::string text;
  if (judged.burden != Burden::neutral) text = words(judged.burden).in(lang);
  if (judged.systems == Systems::compatible) return text;
  if (!text.empty()) text += lang == Lang::zh ? "，" : ", ";
  return text.append(words(judged.systems).in(lang));
}

std::optional<std::vector<WordPiece>> word_pieces(const Change& change) {
  const Content& before = change.before.value;
  const Content& after = change.after.value;
  if (change.kind != ChangeKind::changed || before.kind != Content::Kind::text || after.kind != Content::Kind::text) {
    return std::nullopt;
  }
  const Field* field = change.path.empty() ? nullptr : change.path.back().field;
  if (field != nullptr && (field->kind == Kind::list ? field->item : field->kind) != Kind::text) return std::nullopt;
  if (field != nullptr && field->format != Format::none) return std::nullopt;
  if (std::max(count_characters(before.text), count_characters(after.text)) < long_text) return std::nullopt;
  std::vector<WordPiece> pieces = word_changes(before.text, after.text);
  if (same_share(pieces) < much_in_common) return std::nullopt;
  return pieces;
}

std::optional<std::vector<WordPiece>> changed_words(const Change& change) {
  std::optional<std::vector<WordPiece>> pieces = word_pieces(change);
  if (!pieces) return pieces;
  for (WordPiece& piece : *pieces) piece.text = flat(piece.text);
  return pieces;
}

std::vector<WordPiece> shortened(const std::vector<WordPiece>& pieces, std::size_t around) {
  std::vector<WordPiece> out = pieces;
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (out[i].kind != WordPiece::Kind::same) continue;
    const std::string& text = pieces[i].text;
    const std::size_t keep_front = i == 0 ? 0 : around;
    const std::size_t keep_back = i + 1 == out.size() ? 0 : around;
    if (count_characters(text) <= keep_front + keep_back + 2) continue;
    out[i].text = std::string(head(text, keep_front)) + "…" + std::string(tail(text, keep_back));
  }
  return out;
}

}  // namespace matter
