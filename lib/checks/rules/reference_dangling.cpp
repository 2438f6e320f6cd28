#include <filesystem>
#include <optional>

#include "checks/references.h"
#include "checks/sample.h"

namespace matter::rules {

namespace {

constexpr std::string_view bad = "standard: \"00019900100001@9\"  # 没有这一版\n";
constexpr std::string_view good = "binding: {status: 地方特殊事项, reason: 经济特区法规单独设定}\n";

class Judge {
 public:
  Judge(const CatalogView& view, CatalogReport& out) : view_(view), out_(out) {}

  void all() {
    for (const RuleFacts::Record& record : view_.own.records)
      for (FactReader facts = view_.own.reader(record); !facts.done();) one(record.matter, read_reference(facts));
  }

 private:
  void one(std::uint32_t matter, const Reference& reference) {
    switch (reference.kind) {
      case Reference::Kind::standard:
      case Reference::Kind::other_version: return standard(matter, reference);
      case Reference::Kind::parent: return parent(matter, reference);
      case Reference::Kind::file: return file(matter, reference);
      case Reference::Kind::own_code: return;
    }
  }

  template <class... Args>
  Diagnostic& add(std::uint32_t matter, const Reference& reference, const WordsFor<Args...>& words, Args&&... args) {
    Diagnostic& d = out_.add(matter, reference.at, std::string(reference.field), words, std::forward<Args>(args)...);
    d.subject = reference.text;
    return d;
  }

  void standard(std::uint32_t matter, const Reference& to) {
    const bool version = to.kind == Reference::Kind::other_version;
    Diagnostic& d =
        version ? add(matter, to, {"标准条目没有这一版：{}", "the standard entry has no such version: {}"}, to.text)
                : add(matter, to, {"找不到标准条目 {}", "standard entry {} is nowhere"}, to.text);
    d.hint =
        view_.standards.empty()
            ? say(out_.lang(), {"没有读到标准目录：在 catalog.yaml 的 standards 中写明它在哪里",
                                "no standard catalog was read: say in catalog.yaml, under standards, where it is"})
            : say(out_.lang(), {"未写的要素无从沿用；核对编码和版本", "nothing is taken over; check code and version"});
  }

  void parent(std::uint32_t matter, const Reference& to) {
    if (!view_.complete) return;
    if (!codes_) codes_ = known_basic_codes(view_);
    if (!codes_->contains(to.text)) add(matter, to, {"找不到主项 {}", "parent {} is nowhere"}, to.text);
  }

  void file(std::uint32_t matter, const Reference& to) {
    const SourceId source = to.at.source;
    // A file that is open in an editor has its path as its id.
    const bool open =
        view_.sources.object(source) == view_.sources.name(source) && view_.sources.name(source).starts_with('/');
    if (view_.sources.kind(source) != SourceKind::disk && !open) return;
    const std::filesystem::path beside =
        std::filesystem::path(view_.sources.name(to.at.source)).parent_path() / to.text;
    std::error_code unreadable;
    if (std::filesystem::exists(beside, unreadable) || unreadable) return;
    Diagnostic& d = add(matter, to, {"找不到文件 {}", "there is no file {}"}, to.text);
    d.hint = say(out_.lang(), {"路径从事项文件所在的文件夹写起", "paths begin at the folder of the matter's file"});
  }

  const CatalogView& view_;
  CatalogReport& out_;
  std::optional<std::unordered_set<std::string_view>> codes_;
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
    .evidence = {"2026-11-22 读广东公布的 2,262 个事项：没有，也没有误报",
                 "2026-11-22, 2,262 published matters: no finding, no false alarm"},
    .collect = collect_references,
    .judge = judge,
};

}  // namespace matter::rules
