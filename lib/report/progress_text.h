#pragma once

#include "ops/progress.h"
#include "report/sink.h"
#include "report/text_style.h"

namespace matter {

/// How far the tasks are, for people: the numbers first, then what is overdue and due with the reasons, what is done,
/// and the totals by batch, agency and mode.
void write_progress_text(const ProgressResult& result, const TextStyle& style, const Sink& to);

/// `matter.progress/1`.
void write_progress_json(const ProgressResult& result, const Sources& sources, const Sink& to);

/// A row for each task, with a byte order mark and guarded cells.
void write_progress_csv(const ProgressResult& result, Lang lang, const Sink& to);

/// Why a task is not done, a line for each reason; none where it is.
[[nodiscard]] std::vector<std::string> reasons_of(const ProgressResult& result, const TaskProgress& task, Lang lang);
[[nodiscard]] std::string_view key_of(TaskState state);
[[nodiscard]] std::string_view key_of(TaskVerdict verdict);
[[nodiscard]] Bilingual words_of(TaskState state);

}  // namespace matter
