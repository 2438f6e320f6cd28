#pragma once

#include "ops/platforms.h"
#include "report/sink.h"
#include "report/text_style.h"

namespace matter {

/// The platforms as a table, a line each.
void write_platforms_text(const PlatformList& list, const TextStyle& style, const Sink& to);
void write_platforms_markdown(const PlatformList& list, Lang lang, const Sink& to);
/// `matter.platforms/1`: {"schema", "catalog"?, "platforms": [{"name", "id"?, "label", "help", "medium", "direction",
/// "audience", "status", "version", "tables", "columns", "used"}]}.
void write_platforms_json(const PlatformList& list, const Sink& to);

/// A mapping column by column, its code maps, and the fields that it carries and loses.
void write_platform_text(const PlatformShown& shown, const TextStyle& style, const Sink& to);
void write_platform_markdown(const PlatformShown& shown, Lang lang, const Sink& to);
/// `matter.platform/1`, as its schema says.
void write_platform_json(const PlatformShown& shown, Lang lang, const Sink& to);

/// The end of a check of mapping files.
void write_platform_check(const ValidateResult& result, const Sources& sources, const TextStyle& style, const Sink& to);

}  // namespace matter
