#include "text/source.h"

#include <algorithm>

namespace matter {

std::string_view slice(std::string_view text, Span span) {
  const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, text.size());
  return text.substr(begin, end - begin);
}

SourceId Sources::add_file(std::string name) {
  const std::lock_guard lock(mutex_);
  const auto other = stand_ins_.find(name);
  const bool disk = other == stand_ins_.end();
  entries_.push_back({std::move(name),
                      disk ? SourceKind::disk : SourceKind::memory,
                      Encoding::utf8,
                      disk ? nullptr : other->second,
                      {},
                      nullptr,
                      nullptr});
  return static_cast<SourceId>(entries_.size() - 1);
}

SourceId Sources::add_text(SourceKind kind, std::string name, std::string text) {
  const Encoding encoding = make_utf8(text);
  auto kept = std::make_shared<const std::string>(std::move(text));
  const std::lock_guard lock(mutex_);
  entries_.push_back({std::move(name), kind, encoding, std::move(kept), {}, nullptr, nullptr});
  return static_cast<SourceId>(entries_.size() - 1);
}

SourceId Sources::add_standard_input() {
  std::string name(standard_input_name);
  SharedText other;
  {
    const std::lock_guard lock(mutex_);
    const auto found = stand_ins_.find(name);
    if (found != stand_ins_.end()) other = found->second;
  }
  return add_text(SourceKind::standard_input, std::move(name), other == nullptr ? read_standard_input() : *other);
}

SourceId Sources::add_object(std::string name, std::string id, std::shared_ptr<TextReader> reader) {
  const std::lock_guard lock(mutex_);
  entries_.push_back(
      {std::move(name), SourceKind::git, Encoding::utf8, nullptr, std::move(id), std::move(reader), nullptr});
  return static_cast<SourceId>(entries_.size() - 1);
}

std::string_view Sources::object(SourceId id) const { return entry(id).object; }

void Sources::stand_in(std::string name, std::string text) {
  auto kept = std::make_shared<const std::string>(std::move(text));
  const std::lock_guard lock(mutex_);
  stand_ins_[std::move(name)] = std::move(kept);
}

const Sources::Entry& Sources::entry(SourceId id) const {
  const std::lock_guard lock(mutex_);
  return entries_.at(id);
}

void Sources::set_vocabulary(SourceId id, std::shared_ptr<const Vocabulary> words) {
  const std::lock_guard lock(mutex_);
  entries_.at(id).vocabulary = std::move(words);
}

const Vocabulary* Sources::vocabulary(SourceId id) const { return entry(id).vocabulary.get(); }

std::string_view Sources::name(SourceId id) const { return entry(id).name; }
SourceKind Sources::kind(SourceId id) const { return entry(id).kind; }

std::size_t Sources::size() const {
  const std::lock_guard lock(mutex_);
  return entries_.size();
}

Encoding Sources::encoding(SourceId id) const {
  const std::lock_guard lock(mutex_);
  return entries_.at(id).encoding;
}

std::vector<SourceId> Sources::converted() const {
  std::vector<SourceId> found;
  const std::lock_guard lock(mutex_);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i].encoding != Encoding::utf8) found.push_back(static_cast<SourceId>(i));
  }
  return found;
}

bool Sources::convert(SourceId id, std::string& bytes) const {
  const Encoding encoding = make_utf8(bytes);
  if (encoding == Encoding::utf8) return false;
  const std::lock_guard lock(mutex_);
  entries_.at(id).encoding = encoding;
  return true;
}

void Sources::load(SourceId id, const Entry& from, std::string& into) const {
  if (from.reader) {
    from.reader->read(from.object, into);
  } else {
    read_file(from.name, into);
  }
  convert(id, into);
}

void Sources::read(SourceId id, std::string& into) const {
  const Entry& from = entry(id);
  if (from.kept) {
    into = *from.kept;
  } else {
    load(id, from, into);
  }
}

std::string_view Sources::read_bytes(SourceId id, FileReader& reader) const {
  const Entry& from = entry(id);
  if (from.kept) return *from.kept;
  if (!from.reader) return reader.read(from.name);
  from.reader->read(from.object, reader.text());
  return reader.text();
}

SharedText Sources::text(SourceId id) const {
  const Entry& from = entry(id);
  if (from.kept) return from.kept;
  auto text = std::make_shared<std::string>();
  load(id, from, *text);
  return text;
}

}  // namespace matter
