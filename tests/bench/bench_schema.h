#pragma once

#include <string>

namespace matter::bench {

/// `validate` with all rules against `@sourcemeta/jsonschema validate` with the generated schema, on the same files of
/// a made-up catalog: its local matters, which the one schema is for.
void bench_schema(const std::string& tree, const std::string& program);

}  // namespace matter::bench
