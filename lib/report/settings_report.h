#pragma once

#include "ops/settings_list.h"
#include "report/sink.h"
#include "report/text_style.h"

namespace matter {

/// Every setting on a line; `origin`: with where it comes from.
void write_settings_text(const SettingsList& list, bool origin, const Sources& sources, const TextStyle& style,
                         const Sink& to);
/// `matter.config/1`: {"schema", "catalog"?, "settings": [{"key", "value", "origin": "built-in"|"file", "file"?,
/// "line"?, "column"?, "detail"?}], "mistakes"}: `mistakes` is how many findings `matter validate` has about these
/// files.
void write_settings_json(const SettingsList& list, const Sources& sources, const Sink& to);

}  // namespace matter
