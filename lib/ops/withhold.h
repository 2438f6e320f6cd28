#pragma once

#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/lang.h"

namespace matter {

/// A file whose places are not known exactly, and why.
struct NotEditable {
  SourceId source = no_source;
  Bilingual why;
};

/// Says of every fix that must not be carried out why (Fix::withheld). A fix touches only what was named on the
/// command line, and never a file that shows traces of an unfinished merge: which side holds is not for a fix to say.
/// A file that cannot be edited can still be converted.
void withhold_fixes(std::vector<Diagnostic>& findings, const std::vector<std::string>& paths,
                    const std::vector<NotEditable>& not_editable, const Sources& sources, Lang lang);

}  // namespace matter
