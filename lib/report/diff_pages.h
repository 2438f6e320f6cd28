#pragma once

#include "diag/lang.h"
#include "ops/diff.h"
#include "report/sink.h"
#include "text/source.h"

namespace matter {

/// A comparison for a review comment: GitHub's and Gitee's Markdown; nothing that a catalog says becomes markup, a
/// mention or a link.
void write_diff_markdown(const DiffResult& result, const Sources& sources, Lang lang, const Sink& to);

/// One page that needs nothing else: no script, no picture, no address; everything escaped.
void write_diff_html(const DiffResult& result, const Sources& sources, Lang lang, const Sink& to);

/// A notice in plain Chinese for those who apply: what is newly asked and what is no longer, matter by matter.
/// Samples are marked 样例. Always Chinese: it is for publication.
void write_diff_notice(const DiffResult& result, const Sources& sources, const Sink& to);

}  // namespace matter
