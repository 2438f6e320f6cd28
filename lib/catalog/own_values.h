#pragma once

#include "diag/collector.h"
#include "model/field.h"
#include "model/named.h"
#include "model/value.h"

namespace matter {

/// A value that an office adds to a named list, or other spellings of one that is there.
struct OwnValue {
  Mark mark;
  Text list;  // 取值表: its id or its label
  Text name;
  Text code;
  List<Text> aliases;
};

/// A file of such values.
struct OwnValues {
  Mark mark;
  Count format;  // 1
  List<OwnValue> values;
};

template <>
const Table* table_of<OwnValue>();
template <>
const Table* table_of<OwnValues>();

/// Reads a file into `into`. What is wrong is told at its place and left out.
void read_own_values(SourceId source, const Sources& sources, Vocabulary& into, Collector& findings);

}  // namespace matter
