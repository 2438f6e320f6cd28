#include <filesystem>
#include <unordered_set>

#include "checks/places.h"
#include "checks/sample.h"
#include "model/codes.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "standard: \"00019900100001@9\"  # 没有这一版\n";
constexpr std::string_view good = "binding: {status: 地方特殊事项, reason: 经济特区法规单独设定}\n";

// Facts of a matter, each: kind, then what belongs to it.
enum class Fact : std::uint8_t {
  standard,  ///< place, reference, whether the code exists in another version
  parent,    ///< place, basic code of the 主项
  basic,     ///< basic code: a 主项 that others may name
  file,      ///< place, field, relative path
};

void begin(FactWriter& facts, Fact kind) { facts.number(static_cast<std::uint64_t>(kind)); }

/// A path that can be looked for beside the matter's file: relative, and with a file's ending.
bool is_relative_file(std::string_view path) {
  if (path.empty() || path.front() == '/' || path.find("://") != std::string_view::npos) return false;
  if (path.find_first_of(" \n\t\\") != std::string_view::npos) return false;
  const std::size_t dot = path.rfind('.');
  return dot != std::string_view::npos && dot != 0 && path.size() - dot >= 3 && path.size() - dot <= 6;
}

void collect_file(const MatterView& view, const Text& path, std::string_view field, FactWriter& facts) {
  // An inherited form is looked for with the standard entry that names it.
  if (!path.given() || path.mark.source != view.matter.mark.source || !is_relative_file(path.text)) return;
  begin(facts, Fact::file);
  facts.place(path.at());
  facts.text(field);
  facts.text(path.text);
}

void collect_standard(const MatterView& view, FactWriter& facts) {
  const Matter& m = view.matter;
  if (!m.standard.given() || m.standard_entry != nullptr) return;
  const Standards* standards = view.context.standards;
  const auto reference = parse_standard_reference(m.standard.text);
  begin(facts, Fact::standard);
  facts.place(m.standard.at());
  facts.text(m.standard.text);
  facts.number(standards != nullptr && reference && standards->has_code(reference->code) ? 1 : 0);
}

void collect(const MatterView& view, FactWriter& facts) {
  const Matter& m = view.matter;
  collect_standard(view, facts);
  for (const Material& material : m.materials) {
    collect_file(view, material.blank_form, "blank_form", facts);
    collect_file(view, material.sample, "sample", facts);
  }
  collect_file(view, m.promise.form, "promise.form", facts);
  for (const Result& result : m.results) collect_file(view, result.sample, "results.sample", facts);
  // Whether a 主项 is nowhere can only be said where a standard catalog is there to hold it.
  if (view.context.standards == nullptr || view.context.standards->empty()) return;
  const std::string_view own = basic_code(m);
  if (!own.empty()) {
    begin(facts, Fact::basic);
    facts.text(own);
  }
  if (m.parent_code.given() && m.parent_code.text != own && parse_basic_code(m.parent_code.text)) {
    begin(facts, Fact::parent);
    facts.place(m.parent_code.at());
    facts.text(m.parent_code.text);
  }
}

using Codes = std::unordered_set<std::string_view>;

/// Basic codes of all matters of the run and of all standard entries.
Codes known_codes(const CatalogView& view) {
  Codes codes;
  for (const Matter* entry : view.standards.entries()) codes.insert(basic_code(*entry));
  for (const RuleFacts::Record& record : view.own.records) {
    for (FactReader facts = view.own.reader(record); !facts.done();) {
      const auto kind = static_cast<Fact>(facts.number());
      if (kind == Fact::basic) {
        codes.insert(facts.text());
        continue;
      }
      static_cast<void>(facts.place());
      static_cast<void>(facts.text());
      if (kind == Fact::file) static_cast<void>(facts.text());
      if (kind == Fact::standard) static_cast<void>(facts.number());
    }
  }
  return codes;
}

class Judge {
 public:
  Judge(const CatalogView& view, CatalogReport& out) : view_(view), out_(out) {}

  void all() {
    for (const RuleFacts::Record& record : view_.own.records)
      for (FactReader facts = view_.own.reader(record); !facts.done();) one(record.matter, facts);
  }

 private:
  void one(std::uint32_t matter, FactReader& facts) {
    const auto kind = static_cast<Fact>(facts.number());
    if (kind == Fact::basic) return static_cast<void>(facts.text());
    const Location at = facts.place();
    const std::string_view text = facts.text();
    switch (kind) {
      case Fact::standard: return standard(matter, at, text, facts.number() != 0);
      case Fact::parent: return parent(matter, at, text);
      case Fact::file: return file(matter, at, text, facts.text());
      case Fact::basic: return;
    }
  }

  void standard(std::uint32_t matter, Location at, std::string_view reference, bool other_version) {
    Diagnostic& d =
        other_version
            ? out_.add(matter, at, "standard", {"标准条目没有这一版：{}", "the standard entry has no such version: {}"},
                       reference)
            : out_.add(matter, at, "standard", {"找不到标准条目 {}", "standard entry {} is nowhere"}, reference);
    d.hint =
        view_.standards.empty()
            ? say(out_.lang(), {"没有读到标准目录：在 catalog.yaml 的 standards 中写明它在哪里",
                                "no standard catalog was read: say in catalog.yaml, under standards, where it is"})
            : say(out_.lang(), {"未写的要素无从沿用；核对编码和版本", "nothing is taken over; check code and version"});
    d.subject = reference;
  }

  void parent(std::uint32_t matter, Location at, std::string_view code) {
    if (!view_.complete) return;
    if (!codes_) codes_ = known_codes(view_);
    if (codes_->contains(code)) return;
    out_.add(matter, at, "parent_code", {"找不到主项 {}", "parent {} is nowhere"}, code).subject = code;
  }

  void file(std::uint32_t matter, Location at, std::string_view field, std::string_view path) {
    if (at.source >= view_.sources.size() || view_.sources.kind(at.source) != SourceKind::disk) return;
    const std::filesystem::path beside = std::filesystem::path(view_.sources.name(at.source)).parent_path() / path;
    std::error_code unreadable;
    if (std::filesystem::exists(beside, unreadable) || unreadable) return;
    Diagnostic& d = out_.add(matter, at, std::string(field), {"找不到文件 {}", "there is no file {}"}, path);
    d.hint = say(out_.lang(), {"路径从事项文件所在的文件夹写起", "paths begin at the folder of the matter's file"});
    d.subject = path;
  }

  const CatalogView& view_;
  CatalogReport& out_;
  std::optional<Codes> codes_;
};

void judge(const CatalogView& view, CatalogReport& out) { Judge(view, out).all(); }

}  // namespace

extern const Rule reference_dangling;
const Rule reference_dangling{
    .id = "reference-dangling",
    .severity = Severity::error,
    .scope = Scope::catalog,
    .families = families::all,
    .summary = {"引用的标准条目、主项或附件不存在",
                "a standard entry, parent or attachment that is named leads nowhere"},
    .why = {"认领的标准找不到，没写的要素就成了空白；空白表格找不到，群众下载不到。",
            "Without the entry what was left out stays blank; without the form nobody can download it."},
    .source = "—",
    .bad = sample_with<bad>,
    .good = sample_with<good>,
    .collect = collect,
    .judge = judge,
};

}  // namespace matter::rules
