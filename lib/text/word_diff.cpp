#include "text/word_diff.h"

#include "text/line_diff.h"
#include "text/unicode.h"

namespace matter {

namespace {

using Tokens = std::vector<std::string_view>;
using Kind = WordPiece::Kind;

bool ends_clause(char32_t c) {
  return std::u32string_view(U"，。；：、！？,;:!?\n").find(c) != std::u32string_view::npos;
}

bool latin(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

Tokens clauses(std::string_view text) {
  Tokens found;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!ends_clause(next_code_point(text, at)) && at < text.size()) continue;
    found.push_back(text.substr(begin, at - begin));
    begin = at;
  }
  return found;
}

Tokens characters(std::string_view text) {
  Tokens found;
  bool word = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const bool letter = latin(next_code_point(text, at));
    const std::string_view one = text.substr(begin, at - begin);
    if (word && letter) {
      found.back() = {found.back().data(), found.back().size() + one.size()};
    } else {
      found.push_back(one);
    }
    word = letter;
  }
  return found;
}

void add(Kind kind, std::string_view text, std::vector<WordPiece>& to) {
  if (text.empty()) return;
  if (!to.empty() && to.back().kind == kind) {
    to.back().text += text;
  } else {
    to.push_back({kind, std::string(text)});
  }
}

std::string_view joined(const Tokens& tokens, std::size_t from, std::size_t count) {
  if (count == 0) return {};
  const char* const end = tokens[from + count - 1].data() + tokens[from + count - 1].size();
  return {tokens[from].data(), static_cast<std::size_t>(end - tokens[from].data())};
}

/// Calls `changed` for every pair of ranges that differ and `same` for what lies between.
template <class Same, class Changed>
void walk(const Tokens& before, const Tokens& after, const Same& same, const Changed& changed) {
  std::size_t at = 0;
  for (const LineChange& change : line_changes(before, after)) {
    if (change.before > at) same(joined(before, at, change.before - at));
    changed(joined(before, change.before, change.removed), joined(after, change.after, change.added));
    at = std::size_t{change.before} + change.removed;
  }
  if (at < before.size()) same(joined(before, at, before.size() - at));
}

/// A single character that both have by chance between two changes is told with them.
std::vector<WordPiece> smoothed(const std::vector<WordPiece>& pieces) {
  std::vector<WordPiece> out;
  std::string removed;
  std::string added;
  const auto flush = [&] {
    add(Kind::removed, removed, out);
    add(Kind::added, added, out);
    removed.clear();
    added.clear();
  };
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const WordPiece& piece = pieces[i];
    const bool inside = i > 0 && i + 1 < pieces.size();
    if (piece.kind == Kind::removed) {
      removed += piece.text;
    } else if (piece.kind == Kind::added) {
      added += piece.text;
    } else if (inside && count_characters(piece.text) < 2 && !latin(static_cast<unsigned char>(piece.text[0]))) {
      removed += piece.text;
      added += piece.text;
    } else {
      flush();
      add(Kind::same, piece.text, out);
    }
  }
  flush();
  return out;
}

void by_characters(std::string_view before, std::string_view after, std::vector<WordPiece>& to) {
  constexpr double little = 0.3;
  std::vector<WordPiece> pieces;
  walk(
      characters(before), characters(after), [&](std::string_view text) { add(Kind::same, text, pieces); },
      [&](std::string_view old_text, std::string_view new_text) {
        add(Kind::removed, old_text, pieces);
        add(Kind::added, new_text, pieces);
      });
  pieces = smoothed(pieces);
  if (same_share(pieces) < little) {
    add(Kind::removed, before, to);
    add(Kind::added, after, to);
    return;
  }
  for (const WordPiece& piece : pieces) add(piece.kind, piece.text, to);
}

}  // namespace

std::vector<WordPiece> word_changes(std::string_view before, std::string_view after) {
  std::vector<WordPiece> pieces;
  walk(
      clauses(before), clauses(after), [&](std::string_view text) { add(Kind::same, text, pieces); },
      [&](std::string_view old_text, std::string_view new_text) { by_characters(old_text, new_text, pieces); });
  return pieces;
}

double same_share(const std::vector<WordPiece>& pieces) {
  std::size_t same = 0;
  std::size_t all = 0;
  for (const WordPiece& piece : pieces) {
    const std::size_t count = count_characters(piece.text);
    all += piece.kind == Kind::same ? 2 * count : count;
    if (piece.kind == Kind::same) same += 2 * count;
  }
  return all == 0 ? 1 : static_cast<double>(same) / static_cast<double>(all);
}

}  // namespace matter
