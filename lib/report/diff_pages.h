#pragma once

#include <string>

#include "diag/lang.h"
#include "ops/diff.h"
#include "report/sink.h"
#include "text/source.h"

namespace matter {

/// How a page is to be made.
struct PageOptions {
  Lang lang = Lang::en;
  std::string before, after;  ///< what was compared, as it was named; may be empty
  std::string folder;         ///< where the page will stand: links to files lead from there; empty: the working folder
};

/// A comparison for a review comment: GitHub's and Gitee's Markdown; nothing that a catalog says becomes markup, a
/// mention or a link.
void write_diff_markdown(const DiffResult& result, const Sources& sources, const PageOptions& options, const Sink& to);

/// One page that needs nothing else: no script, no picture, no address but those of the files; everything escaped.
/// Light and dark, for wide and narrow windows and for paper.
void write_diff_html(const DiffResult& result, const Sources& sources, const PageOptions& options, const Sink& to);

/// A notice in plain Chinese for those who apply: what is newly asked and what is no longer, matter by matter.
/// Samples are marked 样例. Always Chinese: it is for publication.
void write_diff_notice(const DiffResult& result, const Sources& sources, const Sink& to);

}  // namespace matter
