#pragma once

#include <string>

#include "ops/bind.h"
#include "ops/bindings.h"
#include "report/places.h"
#include "report/sink.h"
#include "report/text_style.h"

namespace matter {

/// Entries with a newer version than matters are bound to, the least time first: what changed in the standard, then
/// each matter with what it writes itself. Behind them the matters that are bound to nothing, with the entries that
/// they may mean and the command that binds them. 80 columns; `most`: entries and unbound matters at most, 0: all.
void write_bindings_text(const BindingsResult& result, const BindingsOptions& asked, std::size_t most,
                         const Sources& sources, const TextStyle& style, const Sink& to);

/// `matter.bindings/1` (schemas/reports/bindings.schema.json).
void write_bindings_json(const BindingsResult& result, const BindingsOptions& asked, const Sources& sources, Lang lang,
                         const Sink& to);

/// A row for each value that changed, for each matter; or for each matter without an entry. With a byte order mark.
void write_bindings_csv(const BindingsResult& result, const BindingsOptions& asked, const Sources& sources, Lang lang,
                        const Sink& to);

/// What becomes of each matter and element, then what is written, a line each; or why nothing is.
void write_bind_text(const BindResult& result, const Sources& sources, const TextStyle& style, const Sink& to);

/// `matter.bind/1` (schemas/reports/bind.schema.json); `with_diff` adds to each file how it differs.
void write_bind_json(const BindResult& result, const Sources& sources, bool with_diff, Lang lang, const Sink& to);

/// `承诺办结时限：5 工作日 → 1 工作日`, `增加 申请材料[营业执照]`: what a newer entry made of a value.
[[nodiscard]] std::string told_change(const Difference& change, Lang lang);
/// The first few of them.
[[nodiscard]] std::string told_changes(const ElementChange& change, Lang lang, std::size_t most);
/// What a changed element is for a matter that writes it: `自己写的，认领后更差：3 工作日，对照 1 工作日`.
[[nodiscard]] std::string told_own(const OwnElement& own, Lang lang);
/// `还有 2 个工作日`, `逾期 3 个工作日`, or why it is not known.
[[nodiscard]] std::string told_left(const StaleEntry& entry, const StaleMatter& matter, Lang lang);
[[nodiscard]] std::string_view called(const Element& element, Lang lang);
[[nodiscard]] std::string told_candidate(const BindingCandidate& candidate, Lang lang);
/// `follows`, `stays`, `taken`, `kept`.
[[nodiscard]] std::string_view name(Becomes becomes);
[[nodiscard]] std::string_view name(CandidateReason reason);

}  // namespace matter
