#pragma once

#include "ops/merge.h"
#include "report/findings_text.h"
#include "report/sink.h"

namespace matter {

/// A merge for people: one line with the files, then what is in conflict with the three values and their places, why
/// entries came out as they did (where decisions were kept), and the errors that only the result has.
void write_merge_text(const MergeResult& result, const Sources& sources, const TextStyle& style, const Sink& to);

/// The same as `matter.merge/1`; with the text of a single file where `with_text`.
void write_merge_json(const MergeResult& result, const Sources& sources, bool with_text, Lang lang, const Sink& to);

/// `materials[营业执照].form  申请材料[营业执照] › 材料形式`, the language's own first; the whole matter where it is
/// empty.
[[nodiscard]] std::string shown_path(const std::string& matter, const ChangePath& path, Lang lang);
/// Why an entry came out so.
[[nodiscard]] Bilingual words(MergeReason reason);

}  // namespace matter
