#include "lsp/codes.h"

#include <map>

#include "model/codes.h"
#include "ops/load.h"

namespace matter::lsp {

std::optional<Span> span_of_code(std::string_view text, Span place, std::string_view code) {
  const std::size_t at = slice(text, place).find(code);
  if (code.empty() || at == std::string_view::npos) return std::nullopt;
  const auto begin = place.begin + static_cast<std::uint32_t>(at);
  return Span{begin, begin + static_cast<std::uint32_t>(code.size())};
}

std::optional<NamedCode> code_at(Session& session, Buffer& buffer, std::uint32_t offset) {
  const LoadedFile& file = session.loaded(buffer);
  auto pointed = pointed_at(file, offset);
  if (!pointed || pointed->field->kind != Kind::text || pointed->text.empty()) return std::nullopt;
  const bool member = pointed->field->key == "matter";  // of a 一件事: any code of the matter
  if (!is_code(*pointed->field) && !member) return std::nullopt;
  NamedCode named{pointed->text, {}, {}, pointed->field, pointed->matter};
  if (const auto reference = parse_standard_reference(pointed->text)) {
    named.code = reference->code;
    named.version = reference->version;
  }
  const auto span = span_of_code(*buffer.text, pointed->mark.value, named.code);
  if (!span) return std::nullopt;
  named.at = *span;
  return named;
}

Everywhere::Everywhere(Session& session, const Buffer& buffer) {
  const LiveCheck* const live = session.live(buffer);
  if (live == nullptr) return;
  std::map<SourceId, std::string> names;
  const auto name_of = [&](SourceId source) -> const std::string& {
    const auto [at, fresh] = names.try_emplace(source);
    if (fresh) at->second = live->sources().name(source);
    return at->second;
  };
  std::map<std::string, bool> written;  // here, not as it was read
  for (auto& [uri, one] : session.buffers()) {
    if (one.project != buffer.project || session.live(one) == nullptr) continue;
    const LoadedFile& file = session.loaded(one);
    const bool standard = live->holds_standards(one.path);
    for (std::size_t i = 0; i < file.matters.size(); ++i)
      add_to_index(file.matters[i], standard, report_identity(file.matters[i], standard, one.path, i + 1), open_);
    written[one.path] = true;
  }
  const auto add = [&](const LiveIndex& index, bool open) {
    for (const IndexedMatter& one : index.matters) {
      if (open || !written.contains(name_of(one.at.source))) matters_.push_back({&one, name_of(one.at.source)});
    }
    for (const CodePlace& one : index.codes) {
      if (open || !written.contains(name_of(one.at.source))) codes_.push_back({&one, name_of(one.at.source)});
    }
  };
  add(open_, true);
  add(live->index(), false);
}

}  // namespace matter::lsp
