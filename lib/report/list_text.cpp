#include <algorithm>
#include <vector>

#include "diag/words.h"
#include "report/find_text.h"
#include "report/list_report.h"
#include "report/shown.h"
#include "text/unicode.h"
#include "text/wrap.h"

namespace matter {

namespace {

constexpr std::size_t gap = 2, indent = 2;

using Lines = std::vector<std::string>;

/// Adds the text in lines of at most `width` columns; those after the first of the text begin with blanks.
void add_wrapped(Lines& to, const std::string& text, std::size_t width) {
  if (display_width(text) <= width) {
    to.push_back(text);
    return;
  }
  const std::string all = wrapped(text, indent, width);
  for (std::size_t at = 0; at <= all.size();) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    to.push_back(all.substr(at == 0 ? indent : at, end - (at == 0 ? indent : at)));
    at = end + 1;
  }
}

/// Words that stay whole, as many on a line as there is room for.
void add_words(Lines& to, const std::vector<std::string>& words, std::size_t width) {
  std::string line;
  for (const std::string& word : words) {
    if (!line.empty() && display_width(line) + 1 + display_width(word) > width) to.push_back(std::exchange(line, {}));
    line.append(line.empty() ? "" : " ").append(word);
  }
  if (!line.empty()) to.push_back(line);
}

class ListText {
 public:
  ListText(const FindResult& result, const TextStyle& style, const Sink& to)
      : result_(result),
        style_(style),
        to_(to),
        right_width_(std::min<std::size_t>(34, style.width / 2)),
        left_width_(style.width - right_width_ - gap) {}

  void write() {
    out_ = found_heading(result_, style_.lang) + '\n';
    row({say(style_.lang, {"事项名称", "matter"}), say(style_.lang, {"  编码", "  code"})},
        {say(style_.lang, {"层级、实施主体", "level, agency"}), say(style_.lang, {"办理形式", "handled"})});
    out_.append(style_.width, '-').append("\n");
    for (const FoundMatter& one : result_.found) {
      matter(one);
      to_(std::exchange(out_, {}));
    }
    out_ += damaged_line(result_, style_.lang);
    to_(out_);
  }

 private:
  void matter(const FoundMatter& one) {
    Lines left, right;
    add_wrapped(left, shown_name(one, style_.lang), left_width_);
    add_wrapped(left, std::string(indent, ' ') + shown_text(one.identity), left_width_);
    std::string who = shown_text(one.level);
    const std::string agency = shown_agency(one, style_.lang);
    who.append(who.empty() ? "" : " ").append(agency);
    add_wrapped(right, who, right_width_);
    std::vector<std::string> words;
    for (const std::string& mode : one.modes) words.push_back(shown_text(mode));
    if (!one.status.empty() && one.status != "在用") words.insert(words.begin(), '[' + one.status + ']');
    add_words(right, words, right_width_);
    row(left, right);
  }

  void row(const Lines& left, const Lines& right) {
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
      const std::string cell = i < left.size() ? left[i] : std::string{};
      if (i < right.size()) {
        out_ += padded(cell, left_width_ + gap) + right[i];
      } else {
        out_ += cell;
      }
      out_ += '\n';
    }
  }

  const FindResult& result_;
  const TextStyle& style_;
  const Sink& to_;
  std::size_t right_width_, left_width_;
  std::string out_;
};

}  // namespace

void write_list_text(const FindResult& result, const TextStyle& style, const Sink& to) {
  ListText(result, style, to).write();
}

}  // namespace matter
