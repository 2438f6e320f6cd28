#include "media/xml.h"

#include <expat.h>

#include <algorithm>
#include <charconv>
#include <memory>

#include "text/unicode.h"

namespace matter {

namespace {

bool is_control(char32_t c) { return c < 0x20 && c != '\t' && c != '\n' && c != '\r'; }

/// The length of a character reference to a control character (`&#x1;`) at the beginning; 0 where there is none.
std::size_t control_reference(std::string_view text) {
  if (!text.starts_with("&#")) return 0;
  const bool hex = text.substr(2).starts_with('x');
  const std::size_t begin = hex ? 3 : 2;
  const std::size_t end = text.substr(0, begin + 8).find(';');
  if (end == std::string_view::npos) return 0;
  unsigned value = 0;
  const auto [stop, error] = std::from_chars(text.data() + begin, text.data() + end, value, hex ? 16 : 10);
  const bool number = error == std::errc() && stop == text.data() + end && end != begin;
  return number && is_control(value) ? end + 1 : 0;
}

/// The text without the control characters that real messages carry and XML does not allow; places in what is left
/// lead back to places in what came.
class Cleaned {
 public:
  Cleaned(std::string_view text, std::vector<std::uint32_t>& taken) : text_(text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t length = is_control(static_cast<unsigned char>(text[at])) ? 1
                                 : verbatim(at)                                   ? 0
                                                                                  : control_reference(text.substr(at));
      if (length == 0) {
        ++at;
        continue;
      }
      taken.push_back(static_cast<std::uint32_t>(at));
      gone_.push_back({at - total_, total_ + length});
      own_.append(text.substr(begin_, at - begin_));
      at += length;
      begin_ = at;
      total_ += length;
    }
    if (!gone_.empty()) own_.append(text.substr(begin_));
  }

  [[nodiscard]] std::string_view text() const { return gone_.empty() ? text_ : std::string_view(own_); }
  [[nodiscard]] bool changed() const { return !gone_.empty(); }
  /// The place in what came of a place in what is left.
  [[nodiscard]] std::uint32_t back(std::size_t at) const {
    const auto after = std::upper_bound(gone_.begin(), gone_.end(), at,
                                        [](std::size_t value, const Gap& gap) { return value < gap.at; });
    const std::size_t skipped = after == gone_.begin() ? 0 : std::prev(after)->total;
    return static_cast<std::uint32_t>(std::min(at + skipped, text_.size()));
  }

 private:
  struct Gap {
    std::size_t at, total;
  };
  /// Within CDATA and comments a reference is text.
  bool verbatim(std::size_t at) {
    if (at >= verbatim_until_) {
      const std::string_view rest = text_.substr(at);
      const std::string_view end = rest.starts_with("<![CDATA[") ? "]]>" : rest.starts_with("<!--") ? "-->" : "";
      if (end.empty()) return false;
      verbatim_until_ = std::min(text_.find(end, at), text_.size());
    }
    return true;
  }

  std::string_view text_;
  std::string own_;
  std::vector<Gap> gone_;
  std::size_t begin_ = 0, total_ = 0, verbatim_until_ = 0;
};

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

Bilingual words_of(XML_Error error) {
  switch (error) {
    case XML_ERROR_NO_ELEMENTS: return {"没有任何元素", "there is no element"};
    case XML_ERROR_INVALID_TOKEN: return {"这里不合 XML 的写法", "this is not how XML is written"};
    case XML_ERROR_UNCLOSED_TOKEN: return {"这里的标记没有写完", "this is not complete"};
    case XML_ERROR_PARTIAL_CHAR: return {"最后一个字符不完整", "the last character is not complete"};
    case XML_ERROR_TAG_MISMATCH: return {"结束标记与开始标记对不上", "this end tag is not that of the element"};
    case XML_ERROR_DUPLICATE_ATTRIBUTE: return {"同一个属性写了两次", "an attribute stands twice"};
    case XML_ERROR_UNDEFINED_ENTITY: return {"没有这个实体", "there is no such entity"};
    case XML_ERROR_BAD_CHAR_REF: return {"没有这个字符", "there is no such character"};
    case XML_ERROR_MISPLACED_XML_PI: return {"XML 声明应当在最前面", "the XML declaration is not at the beginning"};
    case XML_ERROR_UNCLOSED_CDATA_SECTION: return {"CDATA 没有结束", "CDATA that does not end"};
    case XML_ERROR_XML_DECL: return {"XML 声明写得不对", "this XML declaration is wrong"};
    case XML_ERROR_ASYNC_ENTITY: return {"元素没有收尾", "an element is not closed"};
    default: return {"不合 XML 的规定", "this is no XML"};
  }
}

/// One document within the text.
class Reading {
 public:
  Reading(const Cleaned& cleaned, SourceId source, XmlText& into, Collector& findings)
      : cleaned_(cleaned), source_(source), into_(into), findings_(findings) {}

  /// From `begin` on; the place where the document ended, or nothing after a finding.
  std::optional<std::size_t> operator()(std::size_t begin) {
    begin_ = begin;
    // What the declaration says of the encoding does not count: the text is UTF-8 by now.
    parser_.reset(XML_ParserCreate("UTF-8"));
    if (parser_ == nullptr) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), start, end);
    XML_SetCharacterDataHandler(parser_.get(), characters);
    XML_SetCommentHandler(parser_.get(), comment);
    XML_SetStartDoctypeDeclHandler(parser_.get(), document_type);
    const std::string_view text = cleaned_.text().substr(begin);
    constexpr std::size_t chunk = 1U << 20U;
    for (std::size_t at = 0;; at += chunk) {
      const bool last = at + chunk >= text.size();
      const std::string_view piece = text.substr(std::min(at, text.size()), chunk);
      const XML_Status status = XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
      if (status != XML_STATUS_OK) return failed();
      if (last) return cleaned_.text().size();
    }
  }

 private:
  static Reading& of(void* data) { return *static_cast<Reading*>(data); }
  static void XMLCALL start(void* data, const XML_Char* name, const XML_Char** attributes) {
    of(data).open(name, attributes);
  }
  static void XMLCALL end(void* data, const XML_Char*) { of(data).close(); }
  static void XMLCALL characters(void* data, const XML_Char* text, int length) {
    of(data).add_text({text, static_cast<std::size_t>(length)});
  }
  static void XMLCALL comment(void* data, const XML_Char* text) {
    Reading& reading = of(data);
    reading.end_text();
    reading.add(XmlNode::Kind::comment, {}, reading.into_.arena.keep(std::string(text)), reading.here());
  }
  static void XMLCALL document_type(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    of(data).refuse(
        of(data).words({"这里有文档类型（DTD）：不读，免得实体展开或引来别处的内容",
                        "a document type (DTD): not read, since its entities could grow or lead elsewhere"}),
        of(data).type_span());
  }

  [[nodiscard]] std::size_t byte() const {
    const XML_Index at = XML_GetCurrentByteIndex(parser_.get());
    return begin_ + static_cast<std::size_t>(std::max<XML_Index>(at, 0));
  }
  [[nodiscard]] Span here() const {
    const std::size_t at = byte();
    const auto length = static_cast<std::size_t>(std::max(XML_GetCurrentByteCount(parser_.get()), 0));
    return {cleaned_.back(at), cleaned_.back(at + length)};
  }

  /// Where the document type begins that is being read.
  [[nodiscard]] Span type_span() const {
    constexpr std::string_view opening = "<!DOCTYPE";
    const std::size_t at = cleaned_.text().rfind(opening, byte());
    return at == std::string_view::npos ? here() : Span{cleaned_.back(at), cleaned_.back(at + opening.size())};
  }

  void add(XmlNode::Kind kind, std::string_view name, std::string_view text, Span span) {
    if (refused_) return;
    if (into_.nodes.size() >= most_xml_nodes)
      return refuse(words({"元素太多，读不下", "too many elements to be read"}), span);
    const auto at = static_cast<std::uint32_t>(into_.nodes.size());
    into_.nodes.push_back({kind, open_.empty() ? at : open_.back(), name, text, span});
  }

  void open(const XML_Char* name, const XML_Char** attributes) {
    end_text();
    if (open_.size() >= most_xml_depth)
      return refuse(words({"元素套得太深，超过 {} 层", "more than {} elements in each other"}, most_xml_depth), here());
    const auto at = static_cast<std::uint32_t>(into_.nodes.size());
    add(XmlNode::Kind::element, into_.arena.keep(std::string(name)), {}, here());
    if (refused_) return;
    open_.push_back(at);
    for (; *attributes != nullptr; attributes += 2) {
      add(XmlNode::Kind::attribute, into_.arena.keep(std::string(attributes[0])),
          into_.arena.keep(std::string(attributes[1])), here());
    }
  }

  void close() {
    end_text();
    if (!open_.empty()) open_.pop_back();
  }

  void add_text(std::string_view piece) {
    if (text_.empty()) text_span_ = here();
    text_ += piece;
    text_span_.end = std::max(text_span_.end, here().end);
  }
  void end_text() {
    if (text_.empty()) return;
    add(XmlNode::Kind::text, {}, into_.arena.keep(text_), text_span_);
    text_.clear();
  }

  void refuse(std::string message, Span at) {
    if (refused_) return;
    refused_ = true;
    fault(std::move(message), at);
    XML_StopParser(parser_.get(), XML_FALSE);
  }
  Diagnostic& fault(std::string message, Span at) {
    Diagnostic d;
    d.rule = "yaml-syntax";
    d.at = {source_, at};
    d.message = std::move(message);
    return findings_.add(std::move(d));
  }
  template <class... Args>
  [[nodiscard]] std::string words(const WordsFor<Args...>& words, Args&&... args) const {
    return say(findings_.lang(), words, std::forward<Args>(args)...);
  }

  std::optional<std::size_t> failed() {
    if (refused_) return std::nullopt;
    const XML_Error error = XML_GetErrorCode(parser_.get());
    const std::size_t at = byte();
    // Messages one after another in one file: the next document begins where this one has ended.
    if (error == XML_ERROR_JUNK_AFTER_DOC_ELEMENT || (error == XML_ERROR_MISPLACED_XML_PI && ended()))
      if (cleaned_.text().substr(at).starts_with('<') && at > begin_) return at;
    const bool unclosed = error == XML_ERROR_NO_ELEMENTS && !open_.empty();
    const std::uint32_t place = cleaned_.back(at);
    const Bilingual why = unclosed ? words_of(XML_ERROR_ASYNC_ENTITY) : words_of(error);
    Diagnostic& d = fault(std::string(why.in(findings_.lang())), {place, place + 1});
    if (!open_.empty()) {
      const XmlNode& element = into_.nodes[open_.back()];
      d.notes.push_back({say(findings_.lang(), {"元素“{}”从这里开始", "element '{}' begins here"}, element.name),
                         {source_, element.span}});
    }
    return std::nullopt;
  }
  /// Whether its one element was read to the end.
  [[nodiscard]] bool ended() const { return open_.empty() && !into_.nodes.empty(); }

  const Cleaned& cleaned_;
  SourceId source_;
  XmlText& into_;
  Collector& findings_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser> parser_;
  std::size_t begin_ = 0;
  std::vector<std::uint32_t> open_;
  std::string text_;
  Span text_span_;
  bool refused_ = false;
};

}  // namespace

bool read_xml(std::string_view text, SourceId source, XmlText& into, Collector& findings) {
  into.nodes.clear();
  into.taken.clear();
  std::uint32_t mark = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const std::size_t bad = first_not_utf8(text);
  if (bad != std::string_view::npos) {
    const auto at = static_cast<std::uint32_t>(bad);
    findings.add(
        "yaml-syntax", Severity::error, {source, {at, at + 1}},
        {"这里的字节不是 UTF-8，也不能确定是什么编码", "these bytes are no UTF-8, nor certainly anything else"});
    return false;
  }
  const Cleaned cleaned(text, into.taken);
  for (std::size_t at = mark; at < cleaned.text().size() || at == mark;) {
    const auto next = Reading(cleaned, source, into, findings)(at);
    if (!next) return false;
    at = *next;
    if (at == mark) break;
  }
  return true;
}

std::string_view declared_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (!bytes.starts_with("<?xml")) return {};
  const std::string_view head = bytes.substr(0, bytes.find("?>"));
  const std::size_t at = head.find("encoding");
  const std::size_t open = at == std::string_view::npos ? at : head.find_first_of("\"'", at);
  if (open == std::string_view::npos) return {};
  const std::size_t close = head.find(head[open], open + 1);
  return close == std::string_view::npos ? std::string_view{} : head.substr(open + 1, close - open - 1);
}

bool is_xml_name(std::string_view name) {
  if (name.empty()) return false;
  const auto starts = [](char32_t c) {
    return c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x2FF && c != 0xD7) ||
           (c >= 0x370 && c <= 0x1FFF && c != 0x37E) || (c >= 0x2C00 && c <= 0x2FEF) || (c >= 0x3001 && c <= 0xD7FF) ||
           (c >= 0xF900 && c <= 0xFDCF);
  };
  for (std::size_t at = 0; at < name.size();) {
    const bool first = at == 0;
    const char32_t c = next_code_point(name, at);
    const bool goes_on = c == '-' || c == '.' || (c >= '0' && c <= '9') || c == 0xB7;
    if (!starts(c) && (first || !goes_on)) return false;
  }
  return true;
}

void append_xml_text(std::string& to, std::string_view value) {
  for (const char c : value) {
    switch (c) {
      case '&': to += "&amp;"; break;
      case '<': to += "&lt;"; break;
      case '>': to += "&gt;"; break;
      case '\r': to += "&#13;"; break;
      default: to += c;
    }
  }
}

bool xml_cannot_say(char32_t c) { return is_control(c) || c == 0xFFFE || c == 0xFFFF; }

}  // namespace matter
