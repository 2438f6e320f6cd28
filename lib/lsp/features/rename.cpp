#include <algorithm>
#include <map>

#include "lsp/codes.h"
#include "lsp/edits.h"
#include "lsp/feature.h"

namespace matter::lsp::features {
namespace {

constexpr std::size_t usc_length = 18, basic_length = 12, directory_length = 14, implementing_length = 31,
                      handling_length = 33;

/// Where a code stands within a longer one that is built with it (GB/T 39554.1-2020); nothing where it is no part.
std::optional<std::size_t> place_within(std::string_view longer, std::string_view code) {
  const bool built = longer.size() == implementing_length || longer.size() == handling_length;
  if (built && code.size() == usc_length && longer.starts_with(code)) return 0;
  if (built && code.size() == basic_length && longer.substr(usc_length + 1, basic_length) == code)
    return usc_length + 1;
  const bool entry = longer.size() == directory_length && code.size() == basic_length;
  const bool item = longer.size() == handling_length && code.size() == implementing_length;
  if ((entry || item) && longer.starts_with(code)) return 0;
  return std::nullopt;
}

bool could_be_code(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_' ||
           c == '.' || static_cast<unsigned char>(c) >= 0x80U;
  });
}

Reply prepare(const Request& request) {
  Session& session = request.session;
  const std::uint32_t offset = request.buffer->offset(request.params["position"], session.client().counting);
  const auto named = code_at(session, *request.buffer, offset);
  if (!named) return {};
  JsonWriter json(JsonWriter::Layout::one_line);
  json.begin_object();
  json.key("range");
  session.write_range(json, *request.buffer, named->at);
  json.member("placeholder", named->code);
  json.end_object();
  return {json.take(), 0, {}};
}

class Renaming {
 public:
  Renaming(Session& session, const NamedCode& named, std::string_view to)
      : session_(session), from_(named.code), to_(to) {}

  /// Why it cannot be done; empty: the edits are there.
  std::string run(const Everywhere& everywhere) {
    if (!could_be_code(to_))
      return session_.said({"“{}”不能作编码：只能有数字、字母、汉字和 - _ .",
                            "'{}' is no code: digits, letters, Chinese characters and - _ . only"},
                           to_);
    for (const FoundCode& one : everywhere.codes()) {
      if (code_of(*one.code) == to_)
        return session_.said({"编码“{}”已经有了（{}）", "the code '{}' is there already ({})"}, to_, one.path);
    }
    for (const FoundCode& one : everywhere.codes()) {
      if (std::string why = add(one); !why.empty()) return why;
    }
    for (auto& [path, edits] : edits_) {
      std::sort(edits.begin(), edits.end(),
                [](const TextEdit& a, const TextEdit& b) { return a.at.span.begin < b.at.span.begin; });
    }
    return {};
  }
  [[nodiscard]] const std::map<std::string, std::vector<TextEdit>>& edits() const { return edits_; }

 private:
  static std::string_view code_of(const CodePlace& place) {
    const std::string_view text = place.text;
    return place.field->format == Format::standard ? text.substr(0, text.find('@')) : text;
  }

  std::string add(const FoundCode& one) {
    const std::string_view code = code_of(*one.code);
    const bool same = code == from_;
    const auto within = same ? std::optional<std::size_t>(0) : place_within(code, from_);
    if (!within) return {};
    if (!same && to_.size() != from_.size())
      return session_.said({"{} 是 {} 的一部分，新编码要一样长（{} 个字符）",
                            "{} is a part of {}: the new code must have as many characters ({})"},
                           from_, code, from_.size());
    const auto span = span_of_code(*session_.file(one.path).text, one.code->at.span, code);
    if (!span)
      return session_.said({"{} 在磁盘上已经改动，请稍后再试", "{} has changed on the disk meanwhile: try again"},
                           one.path);
    const auto begin = span->begin + static_cast<std::uint32_t>(*within);
    edits_[one.path].push_back({{no_source, {begin, begin + static_cast<std::uint32_t>(from_.size())}}, to_});
    return {};
  }

  Session& session_;
  std::string from_, to_;
  std::map<std::string, std::vector<TextEdit>> edits_;
};

Reply rename(const Request& request) {
  Session& session = request.session;
  Buffer& buffer = *request.buffer;
  const auto named = code_at(session, buffer, buffer.offset(request.params["position"], session.client().counting));
  if (!named) return refused(session.said({"这里不是编码", "this is no code"}));
  if (session.live(buffer) == nullptr) return refused(session.said({"目录还没有读完", "the catalogs are being read"}));
  const std::string_view to = request.params["newName"].text();
  if (to == named->code) return {};
  const Everywhere everywhere(session, buffer);
  Renaming renaming(session, *named, to);
  if (std::string why = renaming.run(everywhere); !why.empty()) return refused(std::move(why));
  JsonWriter json(JsonWriter::Layout::one_line);
  write_workspace_edit(json, session, renaming.edits());
  return {json.take(), 0, {}};
}

constexpr Method methods[] = {{"textDocument/prepareRename", prepare}, {"textDocument/rename", rename}};

void announce(JsonWriter& json) {
  json.key("renameProvider");
  json.begin_object();
  json.key("prepareProvider");
  json.boolean(true);
  json.end_object();
}

}  // namespace

extern const Feature rename_feature;
const Feature rename_feature{
    .summary = {"把一个编码处处改名", "renames a code everywhere"}, .methods = methods, .announce = announce};

}  // namespace matter::lsp::features
