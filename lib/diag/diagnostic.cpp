#include "diag/diagnostic.h"

#include <fmt/format.h>

#include "diag/collector.h"

namespace matter {

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::info: return "info";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "error";
}

namespace {

/// FNV-1a, 64 bits; parts are separated so that ("ab","c") and ("a","bc") differ.
struct Hash {
  std::uint64_t value = 0xCBF29CE484222325ULL;
  void byte(unsigned char b) { value = (value ^ b) * 0x100000001B3ULL; }
  void part(std::string_view text) {
    for (const char c : text) byte(static_cast<unsigned char>(c));
    byte(0xFF);
  }
};

}  // namespace

std::string fingerprint(const Diagnostic& d, std::string_view source_name) {
  Hash hash;
  hash.part(d.rule);
  hash.part(d.matter.empty() ? source_name : std::string_view(d.matter));
  hash.part(d.field);
  hash.part(d.subject);
  return fmt::format("{:016x}", hash.value);
}

bool Collector::any(Severity at_least) const {
  for (const Diagnostic& d : found_) {
    if (d.severity >= at_least) return true;
  }
  return false;
}

}  // namespace matter
