#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/encoding.h"
#include "text/read_file.h"

namespace matter {

/// Half-open range of byte offsets into a source's text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr bool empty() const { return begin >= end; }
  [[nodiscard]] constexpr std::uint32_t size() const { return empty() ? 0 : end - begin; }
  [[nodiscard]] constexpr bool contains(std::uint32_t at) const { return at >= begin && at < end; }
  friend constexpr bool operator==(Span, Span) = default;
};

/// The part of `text` under `span`; clamped, so that a file that shrank since it was read is safe.
[[nodiscard]] std::string_view slice(std::string_view text, Span span);

/// Number of a source in the run's `Sources`; stable, in order of addition.
using SourceId = std::uint32_t;
inline constexpr SourceId no_source = 0xFFFFFFFFU;

/// A place: a source and a byte span in it. Line and column are made when printing.
struct Location {
  SourceId source = no_source;
  Span span;

  [[nodiscard]] constexpr bool known() const { return source != no_source; }
  friend constexpr bool operator==(const Location&, const Location&) = default;
};

enum class SourceKind : std::uint8_t { disk, standard_input, memory, compiled_in, git };

/// Bytes, kept or readable again.
using SharedText = std::shared_ptr<const std::string>;

/// Where texts come from that are no files: git's objects.
class TextReader {
 public:
  virtual ~TextReader() = default;
  /// Thread-safe. Throws std::system_error.
  virtual void read(const std::string& id, std::string& into) = 0;

 protected:
  TextReader() = default;
  TextReader(const TextReader&) = default;
  TextReader& operator=(const TextReader&) = default;
};

class Vocabulary;  // model/named.h

/// All sources of a run: where bytes come from and what they are called.
///
/// Files on disk are not kept: `read` fills the caller's buffer and `text` reads again when a
/// text is needed to show. Everything else (standard input, memory) is kept.
///
/// Text is UTF-8: bytes that are certainly of another encoding are converted, always the same way, so that spans
/// have one meaning; `converted` tells which, and whoever runs a command says so. Bytes that are no text in any
/// certain encoding come as they are; readers find what is wrong.
///
/// Thread-safe. Names and ids stay valid for the life of the object.
class Sources {
 public:
  /// `name` is the path as the user shall see it; it is also what is opened.
  SourceId add_file(std::string name);
  SourceId add_text(SourceKind kind, std::string name, std::string text);
  /// Standard input, read to its end: once in the life of a process, so whoever needs it again has a stand-in for it.
  SourceId add_standard_input();
  /// A text that is read when it is asked for, as files are; `id` tells it from every other.
  SourceId add_object(std::string name, std::string id, std::shared_ptr<TextReader> reader);
  /// The id of an object; empty for every other source.
  [[nodiscard]] std::string_view object(SourceId id) const;
  /// From now on a file added under this name has this text, whatever is on the disk: what a change that is not
  /// written yet will make of it.
  void stand_in(std::string name, std::string text);

  /// The words that the catalog of a source adds to the program's own; whoever finds the source says so, and whoever
  /// reads it as matters uses them. Null: none.
  void set_vocabulary(SourceId id, std::shared_ptr<const Vocabulary> words);
  [[nodiscard]] const Vocabulary* vocabulary(SourceId id) const;

  [[nodiscard]] std::string_view name(SourceId id) const;
  [[nodiscard]] SourceKind kind(SourceId id) const;
  [[nodiscard]] std::size_t size() const;
  /// What the bytes were when last read; utf8 too for what was not read yet or not converted.
  [[nodiscard]] Encoding encoding(SourceId id) const;
  /// The sources that were converted when read, in order of addition.
  [[nodiscard]] std::vector<SourceId> converted() const;

  /// The whole text into `into` (its capacity is reused).
  /// Throws std::system_error when the file cannot be read or is larger than `max_source_bytes`.
  void read(SourceId id, std::string& into) const;
  /// The bytes as they are, for whoever only asks whether two sources are the same; valid until the reader is used
  /// again. Throws as `read` does.
  [[nodiscard]] std::string_view read_bytes(SourceId id, FileReader& reader) const;
  /// Makes of what `read_bytes` gave what `read` gives, and tells whether that is another text.
  bool convert(SourceId id, std::string& bytes) const;
  /// The whole text, shared. Throws as `read` does.
  [[nodiscard]] SharedText text(SourceId id) const;

 private:
  struct Entry {
    std::string name;
    SourceKind kind;
    Encoding encoding;  // guarded by mutex_
    SharedText kept;
    std::string object;
    std::shared_ptr<TextReader> reader;
    std::shared_ptr<const Vocabulary> vocabulary;
  };
  [[nodiscard]] const Entry& entry(SourceId id) const;
  void load(SourceId id, const Entry& from, std::string& into) const;

  mutable std::mutex mutex_;
  mutable std::deque<Entry> entries_;  // mutable: what a source was is known when it is read
  std::unordered_map<std::string, SharedText> stand_ins_;
};

/// What standard input is called.
inline constexpr std::string_view standard_input_name = "<stdin>";

}  // namespace matter
