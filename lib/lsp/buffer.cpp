#include "lsp/buffer.h"

#include <algorithm>
#include <utility>

#include "lsp/uri.h"

namespace matter::lsp {

namespace {

/// Numbers that are none, or no places, mean the last one there is.
Place place_in(const Json& position) {
  const auto number = [](const Json& value) {
    const std::int64_t given = value.number().value_or(0);
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(given, 0, 0xFFFFFFFE));
  };
  return {number(position["line"]), number(position["character"])};
}

std::uint32_t moved(std::uint32_t at, const Shift& by) {
  if (at <= by.was.begin) return at;
  if (at < by.was.end) return std::min(at, by.was.begin + by.now);
  return at - by.was.size() + by.now;
}

}  // namespace

void shift(Span& span, const Shift& by) {
  const bool behind = span.begin >= by.was.end;
  span.begin = behind ? span.begin - by.was.size() + by.now : moved(span.begin, by);
  span.end = std::max(span.begin, moved(span.end, by));
}

void shift(Diagnostic& finding, const Shift& by) {
  finding.fix.reset();
  for (Note& note : finding.notes) {
    if (note.at.source == finding.at.source) shift(note.at.span, by);
  }
  shift(finding.at.span, by);
}

Buffer::Buffer(std::string address, std::int64_t number, std::string content)
    : uri(std::move(address)), path(path_of_uri(uri)), version(number) {
  if (path.empty()) path = uri;
  put(std::move(content));
}

void Buffer::put(std::string content) {
  text = std::make_shared<const std::string>(std::move(content));
  lines = std::make_unique<Lines>(*text);
  stale = true;
}

std::uint32_t Buffer::offset(const Json& position, Counting counting) const {
  return offset_of(place_in(position), *text, *lines, counting);
}

Span Buffer::span(const Json& range, Counting counting) const {
  const std::uint32_t begin = offset(range["start"], counting);
  return {begin, std::max(begin, offset(range["end"], counting))};
}

bool Buffer::change(const Json& changes, Counting counting) {
  const std::vector<Json> all = changes.items();
  const bool sound = std::all_of(all.begin(), all.end(), [](const Json& one) { return one["text"].is_text(); });
  if (!sound) return false;
  for (const Json& one : all) {
    const std::string_view more = one["text"].text();
    const Json range = one["range"];
    const Span was = range.is_object() ? span(range, counting) : Span{0, static_cast<std::uint32_t>(text->size())};
    if (text->size() + more.size() > max_source_bytes) return false;
    std::string next;
    next.reserve(text->size() - was.size() + more.size());
    next.append(*text, 0, was.begin).append(more).append(*text, was.end);
    put(std::move(next));
    const Shift by{was, static_cast<std::uint32_t>(more.size())};
    since.push_back(by);
    for (Diagnostic& d : across) shift(d, by);
  }
  unsaved = true;
  return true;
}

}  // namespace matter::lsp
