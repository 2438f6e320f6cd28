#include "ops/matter_query.h"

#include <algorithm>

#include "catalog/level.h"
#include "exchange/cell.h"
#include "text/unicode.h"

namespace matter {

namespace {

constexpr std::size_t agency_code_length = 18;

constexpr FamilyWord known_families[] = {
    {"许可", "licence", families::licence},
    {"依申请", "on-application", families::on_application},
    {"行政权力", "powers", families::powers},
    {"公共服务", "public-service", families::of(Family::public_service)},
    {"依职权", "ex-officio", families::of(Family::ex_officio)},
    {"一件事", "bundle", families::bundle},
};

bool in(const Text& text, const NamePattern& pattern) { return text.given() && pattern.in(text.text); }

}  // namespace

bool MatterQuery::empty() const {
  const auto texts = {&name, &code, &agency, &mode, &level, &type};
  return words.empty() && !family && std::all_of(texts.begin(), texts.end(), [](auto* text) { return text->empty(); });
}

std::span<const FamilyWord> family_words() { return known_families; }

std::optional<Families> families_called(std::string_view text) {
  for (const FamilyWord& word : known_families) {
    if (word.name == text || word.key == text) return word.set;
  }
  return std::nullopt;
}

std::vector<std::string_view> tongban_modes_of(const Matter& m) {
  std::vector<std::string_view> modes;
  for (const Tongban& entry : m.tongban) {
    const std::string_view mode = entry.mode.name();
    if (!mode.empty() && std::find(modes.begin(), modes.end(), mode) == modes.end()) modes.push_back(mode);
  }
  return modes;
}

std::vector<std::string_view> modes_of(const Matter& m) {
  std::vector<std::string_view> modes = ways_to_apply(m.channels);
  const std::vector<std::string_view> across = tongban_modes_of(m);
  modes.insert(modes.end(), across.begin(), across.end());
  return modes;
}

MatterFilter::MatterFilter(const MatterQuery& query)
    : query_(query),
      name_(query.name),
      code_(query.code),
      agency_(query.agency),
      mode_(query.mode),
      agency_code_(normalised(query.agency)) {
  words_.reserve(query.words.size());
  for (const std::string& word : query.words) {
    const std::string text = normalised(word);
    words_.push_back({NamePattern(text), text.find_first_of("0123456789") != std::string::npos});
  }
}

// Cheap questions first.
bool MatterFilter::holds(const MatterView& view) {
  const Matter& m = view.matter;
  if (query_.family && !query_.family->has(family_of(m))) return false;
  if (!query_.type.empty() && m.type.name() != query_.type) return false;
  if (!query_.level.empty() && level_of(m, view.context.catalog->config) != query_.level) return false;
  if (!named(m, name_) || !of_agency(m)) return false;
  if (!code_.empty() && !coded(view, code_)) return false;
  for (const auto& [word, code] : words_) {
    if (!named(m, word) && !in(m.agency.name, word) && !(code && coded(view, word))) return false;
  }
  return handled(m);
}

bool MatterFilter::named(const Matter& m, const NamePattern& pattern) {
  if (pattern.empty()) return true;
  const auto names = {&m.name, &m.main, &m.sub, &m.handling, &m.short_name, &m.common_name};
  if (std::any_of(names.begin(), names.end(), [&](const Text* name) { return in(*name, pattern); })) return true;
  // 公共场所卫生许可（首次申请）is two values.
  return m.handling.given() && pattern.in(display_name(m));
}

bool MatterFilter::of_agency(const Matter& m) const {
  if (agency_.empty() || in(m.agency.name, agency_)) return true;
  if (m.agency.code.given() && normalised(m.agency.code.text) == agency_code_) return true;
  const std::string_view code = implementing_code(m);
  return code.size() > agency_code_length && agency_code_.size() == agency_code_length &&
         normalised(code.substr(0, agency_code_length)) == agency_code_;
}

bool MatterFilter::coded(const MatterView& view, const NamePattern& pattern) const {
  const Matter& m = view.matter;
  const auto codes = {&m.code,        &m.handling_code, &m.basic_code,       &m.directory_code,
                      &m.parent_code, &m.local_code,    &m.local_basic_code, &m.bundle.code};
  if (std::any_of(codes.begin(), codes.end(), [&](const Text* code) { return in(*code, pattern); })) return true;
  return view.standard && pattern.in(view.identity);
}

bool MatterFilter::handled(const Matter& m) const {
  if (mode_.empty()) return true;
  const std::vector<std::string_view> modes = modes_of(m);
  return std::any_of(modes.begin(), modes.end(), [&](std::string_view mode) { return mode_.in(mode); });
}

}  // namespace matter
