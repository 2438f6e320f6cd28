#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/edit.h"
#include "text/encoding.h"
#include "text/source.h"

namespace matter {

enum class Severity : std::uint8_t { info, warning, error };

[[nodiscard]] std::string_view name(Severity severity);  // "info", "warning", "error"

/// A second place or a sentence that explains: the first entry of a duplicate, the article of law.
struct Note {
  std::string message;
  Location at;  // may be unknown
};

/// A repair that belongs to a finding. `safe` ones change no meaning.
///
/// Either edits, or the conversion of a whole file: its text (Sources::text, already UTF-8) takes the place of its
/// bytes. Edits of a file that is to be converted are edits of that text, so converting comes first.
struct Fix {
  std::string what;
  std::vector<TextEdit> edits;
  bool safe = true;
  Encoding convert_from = Encoding::utf8;  ///< what the file is written in; utf8: nothing to convert
  /// Why it must not be carried out in this file; empty where it may.
  std::string withheld;

  [[nodiscard]] bool converts() const { return convert_from != Encoding::utf8; }
  [[nodiscard]] bool usable() const { return withheld.empty(); }
};

/// One finding. `message` is in the language of the run.
struct Diagnostic {
  std::string_view rule;  // id from the registry, static storage
  Severity severity = Severity::error;
  Location at;
  std::string message;
  std::string hint;  // what to do; may be empty
  std::vector<Note> notes;
  std::optional<Fix> fix;
  std::string matter;  // identity code of the matter; may be empty
  std::string field;   // path in English keys, list items by their key: materials[营业执照].form
  /// What tells this finding from others of the same rule in the same matter and field
  /// (the offending value, say), independent of language and line. Part of the fingerprint.
  std::string subject;
};

/// Stable across moved lines, languages and runs: 16 hexadecimal digits made of rule, matter
/// (or the source's name where there is none), field and subject.
[[nodiscard]] std::string fingerprint(const Diagnostic& diagnostic, std::string_view source_name);

}  // namespace matter
