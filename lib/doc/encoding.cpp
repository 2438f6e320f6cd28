#include "doc/encoding.h"

#include <algorithm>

#include "text/encoding.h"
#include "text/unicode.h"

namespace matter {

namespace {

/// Words for one text that is no UTF-8.
class NotUtf8 {
 public:
  NotUtf8(std::string_view text, Location begin, Collector& to) : text_(text), begin_(begin), to_(to) {}

  void say_it() {
    const EncodingGuess guess = guess_encoding(text_);
    const std::size_t first = std::min(first_not_utf8(text_), text_.size());
    if (guess.encoding == Encoding::utf8) return unknown(first, guess.mixed_at.has_value());
    if (guess.mixed_at) return mixed(*guess.mixed_at, guess.encoding);
    if (!guess.certain) return likely(first, guess.encoding);
    std::size_t bad = 0;
    if (!to_utf8(text_, guess.encoding, bad)) return broken(bad, guess.encoding);
    add(guess.encoding == Encoding::gb18030 ? first : 0, 2,
        {"文件编码是 {}，要用 UTF-8", "the file is encoded in {}; UTF-8 is needed"}, name(guess.encoding))
        .hint = save_as();
  }

 private:
  void unknown(std::size_t first, bool rest_is) {
    Diagnostic& d = rest_is ? add(first, 1,
                                  {"这里的字节不是 UTF-8 文字，而文件的其余部分是",
                                   "these bytes are not UTF-8 text, though most of the file is"})
                            : add(first, 1, {"这里的字节不是 UTF-8 文字", "these bytes are not UTF-8 text"});
    d.hint =
        rest_is ? say(to_.lang(),
                      {"可能是从别的编码的文件里粘贴来的：重新输入这几个字，再存为 UTF-8",
                       "perhaps pasted from a file of another encoding: type these characters again and save as UTF-8"})
                : save_as();
  }

  void likely(std::size_t first, Encoding encoding) {
    add(first, 2,
        {"这里的字节不是 UTF-8 文字，可能是 {}，但不能肯定，所以没有转换",
         "these bytes are not UTF-8 text; they may be {}, but that is not certain, so nothing was converted"},
        name(encoding))
        .hint = say(to_.lang(), {"在编辑器里选对编码，确认文字显示正确，再另存为 UTF-8",
                                 "choose the encoding in an editor, see that the text is right, and save it as UTF-8"});
  }

  void mixed(std::size_t at, Encoding encoding) {
    add(at, 1,
        {"文件里混有两种编码：多数是 {}，从这里起有 UTF-8，没有转换",
         "two encodings are mixed in the file: most of it is {}, here UTF-8 begins; nothing was converted"},
        name(encoding))
        .hint = say(to_.lang(), {"把两部分分别按各自的编码打开，合成一个 UTF-8 文件",
                                 "open each part in its own encoding and save them as one file in UTF-8"});
  }

  void broken(std::size_t at, Encoding encoding) {
    add(at, 1,
        {"文件编码看来是 {}，但第 {} 个字节（0x{:02X}）不是这种编码的文字，没有转换",
         "the file seems to be encoded in {}, but byte {} (0x{:02X}) is no character of it; nothing was converted"},
        name(encoding), at + 1, at < text_.size() ? static_cast<unsigned char>(text_[at]) : 0U)
        .hint = say(to_.lang(), {"文件可能已损坏：改正这里的文字，再另存为 UTF-8",
                                 "the file may be damaged: put this place right and save it as UTF-8"});
  }

  template <class... Args>
  Diagnostic& add(std::size_t at, std::size_t bytes, const WordsFor<Args...>& words, Args&&... args) {
    const auto end = std::min(at + bytes, text_.size());
    const Span span{begin_.span.begin + static_cast<std::uint32_t>(at),
                    begin_.span.begin + static_cast<std::uint32_t>(end)};
    return to_.add("yaml-encoding", Severity::error, {begin_.source, span}, words, std::forward<Args>(args)...);
  }
  [[nodiscard]] std::string save_as() const {
    return say(to_.lang(), {"用编辑器“另存为”UTF-8 编码", "save the file as UTF-8"});
  }

  std::string_view text_;
  Location begin_;
  Collector& to_;
};

/// The first character that is not ASCII, else the first one.
Span first_shown(std::string_view text) {
  const auto high = std::find_if(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) < 0; });
  if (high == text.end()) return {0, text.empty() ? 0U : 1U};
  auto end = static_cast<std::size_t>(high - text.begin());
  const auto begin = static_cast<std::uint32_t>(end);
  (void)next_code_point(text, end);
  return {begin, static_cast<std::uint32_t>(end)};
}

}  // namespace

void say_converted(const Sources& sources, SourceId source, Collector& findings) {
  const SharedText text = sources.text(source);
  const Encoding from = sources.encoding(source);
  Diagnostic& d = findings.add("yaml-encoding", Severity::error, {source, first_shown(*text)},
                               {"文件编码是 {}，要用 UTF-8（已转换后检查）",
                                "the file is encoded in {}; UTF-8 is needed (it was converted to be checked)"},
                               name(from));
  d.hint = say(findings.lang(), {"用编辑器“另存为”UTF-8 编码", "save the file as UTF-8"});
  d.fix = Fix{say(findings.lang(), {"把整个文件转换成 UTF-8", "convert the whole file to UTF-8"}), {}, true, from};
  d.subject = iana_name(from);
}

void say_not_utf8(std::string_view text, SourceId source, std::uint32_t offset, Collector& findings) {
  NotUtf8(text, {source, {offset, offset}}, findings).say_it();
}

}  // namespace matter
