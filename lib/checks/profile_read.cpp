#include <algorithm>
#include <array>
#include <utility>

#include "catalog/folder.h"
#include "catalog/names.h"
#include "checks/profile.h"
#include "diag/words.h"
#include "doc/yaml.h"
#include "model/read.h"
#include "text/embedded.h"
#include "text/nearest.h"

namespace matter {

namespace {

constexpr std::string_view folder = "standards/";
constexpr std::string_view suffix = ".yaml";
constexpr int profile_format = 1;

constexpr std::array<std::pair<std::string_view, Comparison>, 9> comparisons{{
    {"text", Comparison::text},
    {"code", Comparison::code},
    {"value", Comparison::value},
    {"limit", Comparison::limit},
    {"set", Comparison::set},
    {"sequence", Comparison::sequence},
    {"items", Comparison::items},
    {"fees", Comparison::fees},
    {"offers", Comparison::offers},
}};
constexpr std::array<std::pair<std::string_view, Better>, 3> directions{
    {{"same", Better::same}, {"less", Better::less}, {"more", Better::more}}};
constexpr std::array<std::pair<std::string_view, bool>, 2> statuses{{{"verified", true}, {"unverified", false}}};

/// Whether a path leads to something that can be compared so.
bool fits(Comparison comparison, const FieldPath& path) {
  const Field& last = path.last();
  switch (comparison) {
    case Comparison::text:
    case Comparison::code: return last.kind == Kind::text && !path.through_list();
    case Comparison::value: return last.kind == Kind::named && !path.through_list();
    case Comparison::limit: return last.kind == Kind::limit && !path.through_list();
    case Comparison::set: return (last.kind == Kind::list && !path.through_list()) || is_scalar(last.kind);
    case Comparison::sequence: return last.kind == Kind::list && !path.through_list();
    case Comparison::items:
    case Comparison::fees: return last.kind == Kind::list && last.item == Kind::record && !path.through_list();
    case Comparison::offers: return !path.through_list();
  }
  return false;
}

class ProfileReader {
 public:
  ProfileReader(Profile& profile, Collector& findings) : profile_(profile), to_(findings) {}

  bool read() {
    const Document& doc = profile_.document;
    if (doc.roots.size() != 1 || !doc.node(doc.roots[0]).is(NodeKind::mapping)) {
      const Span at = doc.roots.empty() ? Span{0, 0} : doc.node(doc.roots.back()).span;
      to_.add("field-type", Severity::error, {profile_.source, at},
              {"要素集文件应当是一组字段", "a profile is one group of fields"});
      return false;
    }
    std::vector<Problem> problems;
    std::string path;
    read_record(doc, doc.roots[0], *table_of<ProfileSpec>(), &profile_.spec, profile_.arena, problems, path);
    for (const Problem& problem : problems) say_problem(problem);
    head();
    for (const ElementSpec& spec : profile_.spec.elements) element(spec);
    if (profile_.elements.empty() && good_) missing(profile_.spec.mark, "elements");
    return good_;
  }

 private:
  template <class... Args>
  Diagnostic& wrong(std::string_view rule, Location at, const WordsFor<Args...>& words, Args&&... args) {
    good_ = false;
    return to_.add(rule, Severity::error, at, words, std::forward<Args>(args)...);
  }

  void missing(const Mark& mark, std::string_view key) {
    wrong("field-missing", mark.at(), {"要素集没有写“{}”", "the profile does not say '{}'"}, key);
  }

  void say_problem(const Problem& p) {
    if (p.kind == ProblemKind::unknown_field) {
      Diagnostic& d = wrong("field-unknown", p.at, {"要素集没有“{}”这一项", "a profile has no '{}' here"}, p.written);
      const std::string_view near = p.table != nullptr ? nearest_field(*p.table, p.written) : std::string_view{};
      if (!near.empty()) d.hint = say(to_.lang(), {"是不是“{}”？", "did you mean '{}'?"}, near);
    } else if (p.kind == ProblemKind::twice) {
      wrong("yaml-duplicate-key", p.at, {"“{}”写了两次", "'{}' stands here twice"}, p.written)
          .notes.push_back({say(to_.lang(), {"第一次在这里", "first here"}), p.first});
    } else {
      wrong("field-type", p.at, {"“{}”这里不能是“{}”", "'{}' cannot be '{}' here"}, p.path, p.written);
    }
  }

  void head() {
    const ProfileSpec& spec = profile_.spec;
    if (!spec.format.given()) {
      missing(spec.mark, "format");
    } else if (spec.format.value != profile_format) {
      wrong("field-value", spec.format.at(),
            {"没有要素集格式 {}；本程序认得的是 {}", "there is no format {} of profiles; this program knows {}"},
            spec.format.value, profile_format);
    }
    if (!spec.id.given()) missing(spec.mark, "id");
    if (!spec.label.given()) missing(spec.mark, "label");
    profile_.id = spec.id.text;
    profile_.label = spec.label.text;
    profile_.verified = choose(statuses, spec.status, false);
  }

  /// The value of a word; `usual` where none is written.
  template <class T, std::size_t N>
  T choose(const std::array<std::pair<std::string_view, T>, N>& words, const Text& written, T usual) {
    if (written.absent()) return usual;
    std::string allowed;
    for (const auto& [word, value] : words) {
      if (written.text == word) return value;
      allowed.append(allowed.empty() ? "" : ", ").append(word);
    }
    wrong("field-value", written.at(), {"这里不能是“{}”", "'{}' is not possible here"}, written.text).hint =
        say(to_.lang(), {"可以写：{}", "one of: {}"}, allowed);
    return usual;
  }

  void element(const ElementSpec& spec) {
    Element made;
    made.id = spec.id.text;
    made.label = spec.label.text;
    made.at = spec.mark.at();
    if (!spec.id.given()) missing(spec.mark, "id");
    if (!spec.label.given()) missing(spec.mark, "label");
    if (!spec.compare.given()) missing(spec.mark, "compare");
    made.comparison = choose(comparisons, spec.compare, Comparison::text);
    made.better = choose(directions, spec.direction, Better::same);
    made.blocks = spec.blocks.yes();
    made.reason = spec.reason.yes();
    for (const Named& level : spec.levels) made.levels.push_back(level.name());
    for (const Text& path : spec.paths) add_path(path, spec, made);
    if (spec.paths.empty()) missing(spec.mark, "paths");
    for (const Element& other : profile_.elements) {
      if (other.id != made.id || made.id.empty()) continue;
      wrong("yaml-duplicate-key", spec.id.at(), {"要素“{}”写了两次", "the element '{}' stands here twice"}, made.id)
          .notes.push_back({say(to_.lang(), {"第一次在这里", "first here"}), other.at});
    }
    profile_.elements.push_back(std::move(made));
  }

  void add_path(const Text& written, const ElementSpec& spec, Element& to) {
    const auto path = resolve_path(written.text);
    if (!path) {
      wrong("field-value", written.at(), {"“{}”不是字段的路径", "'{}' is no path of a field"}, written.text).hint = say(
          to_.lang(), {"路径用英文键，如 fees、limits.legal", "paths are made of English keys: fees, limits.legal"});
      return;
    }
    if (name(to.comparison) == spec.compare.text && !fits(to.comparison, *path)) {
      wrong("field-value", written.at(), {"“{}”不能按 {} 比", "'{}' cannot be compared as {}"}, written.text,
            spec.compare.text);
    }
    to.paths.push_back(*path);
  }

  Profile& profile_;
  Collector& to_;
  bool good_ = true;
};

}  // namespace

std::string_view name(Comparison comparison) {
  for (const auto& [word, value] : comparisons) {
    if (value == comparison) return word;
  }
  return {};
}

std::vector<std::string_view> known_profiles() {
  std::vector<std::string_view> found;
  for (unsigned n = 0; const auto path = embedded_path(n); ++n) {
    if (!path->starts_with(folder) || !path->ends_with(suffix)) continue;
    found.push_back(path->substr(folder.size(), path->size() - folder.size() - suffix.size()));
  }
  return found;
}

std::shared_ptr<const Profile> read_profile(SourceId source, const Sources& sources, Collector& findings) {
  auto profile = std::make_shared<Profile>();
  profile->source = source;
  sources.read(source, profile->text);
  const YamlOutcome outcome = read_yaml(profile->text, source, profile->document, findings);
  if (outcome == YamlOutcome::wrong || !ProfileReader(*profile, findings).read()) return nullptr;
  return profile;
}

std::shared_ptr<const Profile> find_profile(std::string_view id, Sources& sources, Collector& findings) {
  const std::string name = std::string(folder).append(id).append(suffix);
  const auto bytes = embedded(name);
  if (!bytes) return nullptr;
  return read_profile(sources.add_text(SourceKind::compiled_in, "schemas/" + name, std::string(*bytes)), sources,
                      findings);
}

std::shared_ptr<const Profile> profile_of(const Catalog& catalog, Sources& sources, Collector& findings) {
  const Text& named = catalog.config.profile;
  if (!named.given()) return find_profile(usual_profile, sources, findings);
  if (is_yaml_name(named.text)) {
    if (!leads_past_search(named.text) && !named.text.starts_with("../") && !named.text.starts_with('/')) {
      Diagnostic& d = findings.add("field-value", Severity::error, named.at(),
                                   {"要素集文件“{}”放在事项中间，会被当作事项来读",
                                    "the profile '{}' stands among the matters and would be read as one"},
                                   named.text);
      d.field = "profile";
      d.subject = named.text;
      d.hint = say(findings.lang(), {"放到目录之外，或以点开头的文件夹中，如 .profile/elements.yaml",
                                     "put it outside of the catalog, or into a folder that begins with a dot: "
                                     ".profile/elements.yaml"});
      return nullptr;
    }
    const std::string path =
        named.text.starts_with('/') ? std::string(named.text) : join_path(catalog.root, named.text);
    PathStatus status;
    if (find_path(path, status) && status.kind == EntryKind::file) {
      return read_profile(sources.add_file(path), sources, findings);
    }
    findings.add("field-value", Severity::error, named.at(), {"没有要素集文件“{}”", "there is no profile '{}'"}, path)
        .field = "profile";
    return nullptr;
  }
  const std::vector<std::string_view> known = known_profiles();
  if (std::find(known.begin(), known.end(), named.text) != known.end()) {
    return find_profile(named.text, sources, findings);
  }
  Diagnostic& d = findings.add("field-value", Severity::error, named.at(),
                               {"没有名为“{}”的要素集", "there is no profile '{}'"}, named.text);
  d.field = "profile";
  d.subject = named.text;
  std::string all;
  for (const std::string_view id : known) all.append(all.empty() ? "" : ", ").append(id);
  const std::string_view near = nearest(named.text, known);
  d.hint = near.empty()
               ? say(findings.lang(), {"可以写：{}，或要素集文件的路径", "one of: {}, or the path of a file"}, all)
               : say(findings.lang(), {"是不是“{}”？", "did you mean '{}'?"}, near);
  return nullptr;
}

}  // namespace matter
