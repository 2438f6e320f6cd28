#include "catalog/facts.h"

#include <algorithm>

namespace matter {

namespace {

constexpr char number_kind = 'n';
constexpr char text_kind = 't';
constexpr char place_kind = 'p';

void put_varint(std::string& to, std::uint64_t value) {
  while (value >= 0x80) {
    to.push_back(static_cast<char>(value | 0x80U));
    value >>= 7U;
  }
  to.push_back(static_cast<char>(value));
}

}  // namespace

void FactWriter::number(std::uint64_t value) {
  bytes_.push_back(number_kind);
  put_varint(bytes_, value);
}

void FactWriter::text(std::string_view value) {
  bytes_.push_back(text_kind);
  put_varint(bytes_, value.size());
  bytes_ += value;
}

void FactWriter::place(Location at) {
  bytes_.push_back(place_kind);
  put_varint(bytes_, at.source);
  put_varint(bytes_, at.span.begin);
  put_varint(bytes_, at.span.size());
}

bool FactReader::expect(char kind) {
  if (broken_ || at_ >= bytes_.size() || bytes_[at_] != kind) {
    broken_ = true;
    return false;
  }
  ++at_;
  return true;
}

std::uint64_t FactReader::varint() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (at_ >= bytes_.size()) break;
    const auto byte = static_cast<unsigned char>(bytes_[at_++]);
    if (shift == 63 && byte > 1) break;
    value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if ((byte & 0x80U) == 0) return value;
  }
  broken_ = true;
  return 0;
}

FactKind FactReader::next() const {
  if (done()) return FactKind::damaged;
  switch (bytes_[at_]) {
    case number_kind: return FactKind::number;
    case text_kind: return FactKind::text;
    case place_kind: return FactKind::place;
    default: return FactKind::damaged;
  }
}

std::uint64_t FactReader::number() { return expect(number_kind) ? varint() : 0; }

std::string_view FactReader::text() {
  if (!expect(text_kind)) return {};
  const std::uint64_t length = varint();
  if (broken_ || length > bytes_.size() - at_) {
    broken_ = true;
    return {};
  }
  const std::string_view value = bytes_.substr(at_, static_cast<std::size_t>(length));
  at_ += value.size();
  return value;
}

Location FactReader::place() {
  if (!expect(place_kind)) return {};
  const std::uint64_t source = varint();
  const std::uint64_t begin = varint();
  const std::uint64_t size = varint();
  constexpr std::uint64_t most = 0xFFFFFFFFU;
  if (broken_ || source > most || begin > most || size > most - begin) {
    broken_ = true;
    return {};
  }
  return {static_cast<SourceId>(source), {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)}};
}

const RuleFacts* Facts::of(std::string_view rule) const {
  const auto at = std::find_if(rules.begin(), rules.end(), [&](const RuleFacts& r) { return r.rule == rule; });
  return at == rules.end() ? nullptr : &*at;
}

std::uint32_t Facts::add_grading(const RuleGrading& grading) {
  if (grading.empty()) return 0;
  const auto at = std::find(gradings.begin(), gradings.end(), grading);
  if (at != gradings.end()) return static_cast<std::uint32_t>(at - gradings.begin()) + 1;
  gradings.push_back(grading);
  return static_cast<std::uint32_t>(gradings.size());
}

Grade Facts::grade(std::uint32_t grading, std::string_view rule) const {
  if (grading == 0 || grading > gradings.size()) return Grade::usual;
  for (const auto& [id, grade] : gradings[grading - 1]) {
    if (id == rule) return grade;
  }
  return Grade::usual;
}

void Facts::append(Facts&& part) {
  const auto first = static_cast<std::uint32_t>(matters.size());
  if (!part.gradings.empty()) {
    for (MatterFact& m : part.matters) {
      if (m.grading != 0) m.grading = add_grading(part.gradings[m.grading - 1]);
    }
  }
  suppressions.insert(suppressions.end(), std::make_move_iterator(part.suppressions.begin()),
                      std::make_move_iterator(part.suppressions.end()));
  matters.insert(matters.end(), std::make_move_iterator(part.matters.begin()),
                 std::make_move_iterator(part.matters.end()));
  for (std::size_t i = 0; i < part.rules.size(); ++i) {
    RuleFacts& theirs = part.rules[i];
    // Parts of one run list the same rules in the same order.
    auto at = i < rules.size() && rules[i].rule == theirs.rule
                  ? rules.begin() + static_cast<std::ptrdiff_t>(i)
                  : std::find_if(rules.begin(), rules.end(), [&](const RuleFacts& r) { return r.rule == theirs.rule; });
    if (at == rules.end()) {
      rules.push_back({theirs.rule, {}, {}});
      at = rules.end() - 1;
    }
    const auto base = static_cast<std::uint32_t>(at->bytes.size());
    at->bytes += theirs.bytes;
    for (const RuleFacts::Record& r : theirs.records) {
      at->records.push_back({r.matter + first, r.offset + base, r.length});
    }
  }
}

}  // namespace matter
