#include "change/grading.h"

#include <string>

#include "diag/words.h"
#include "doc/document.h"
#include "text/nearest.h"

namespace matter {

namespace {

/// One judgement with the words that may be written for it.
template <class T>
struct Spelling {
  std::string_view word;
  T value;
};
constexpr Spelling<Burden> burdens[] = {{"less-burden", Burden::less}, {"减负", Burden::less},
                                        {"neutral", Burden::neutral},  {"不变", Burden::neutral},
                                        {"more-burden", Burden::more}, {"增负", Burden::more}};
constexpr Spelling<Systems> systems[] = {{"compatible", Systems::compatible},
                                         {"兼容", Systems::compatible},
                                         {"breaking", Systems::breaking},
                                         {"不兼容", Systems::breaking}};

class GradingReader {
 public:
  GradingReader(const Document& doc, Collector& findings) : doc_(doc), to_(findings) {}

  void all(NodeId node, std::unordered_map<const ChangeType*, Judgement>& into) {
    if (!mapping(node, "changes")) return;
    for (const Entry entry : entries(doc_, node)) {
      const std::string_view id = doc_.node(entry.key).text();
      const ChangeType* type = find_change_type(id);
      if (type == nullptr) {
        no_type(entry.key);
      } else if (into.contains(type)) {
        add("yaml-duplicate-key", entry.key, {"“{}”写了两次", "'{}' stands here twice"}, "changes");
      } else {
        into.emplace(type, one(*type, entry.value));
      }
    }
  }

 private:
  [[nodiscard]] Location at(NodeId node) const { return {doc_.source, doc_.node(node).span}; }

  Diagnostic& add(std::string_view rule, NodeId node, const Words<const std::string_view&>& words, std::string field) {
    const std::string_view written = doc_.node(node).text();
    Diagnostic& d = to_.add(rule, Severity::error, at(node), words, written);
    d.field = std::move(field);
    d.subject = written;
    return d;
  }

  bool mapping(NodeId node, const std::string& path) {
    const Node& n = doc_.node(node);
    if (n.is(NodeKind::mapping) || n.is(NodeKind::null)) return n.is(NodeKind::mapping);
    Diagnostic& d = to_.add("field-type", Severity::error, at(node),
                            {"“{}”这里应当是一组评级", "'{}' should be a group of judgements here"}, path);
    d.hint = say(to_.lang(), {"如 changes: {{fee-raised: {{public: neutral}}}}",
                              "such as changes: {{fee-raised: {{public: neutral}}}}"});
    d.field = path;
    return false;
  }

  void no_type(NodeId key) {
    Diagnostic& d = add("field-unknown", key, {"没有变化类型“{}”", "there is no kind of change '{}'"}, "changes");
    std::vector<std::string_view> ids;
    for (const ChangeType& type : all_change_types()) ids.push_back(type.id);
    const std::string_view near = nearest(doc_.node(key).text(), ids);
    d.hint = near.empty()
                 ? say(to_.lang(), {"全部类型见 matter diff --list-changes", "`matter diff --list-changes` lists them"})
                 : say(to_.lang(), {"是不是“{}”？", "did you mean '{}'?"}, near);
  }

  Judgement one(const ChangeType& type, NodeId node) {
    Judgement judged = type.judged;
    const std::string path = "changes." + type.id;
    if (!mapping(node, path)) return judged;
    for (const Entry entry : entries(doc_, node)) {
      const std::string_view key = doc_.node(entry.key).text();
      if (key == "public" || key == "公众") {
        value(burdens, entry.value, path, judged.burden);
      } else if (key == "systems" || key == "系统") {
        value(systems, entry.value, path, judged.systems);
      } else {
        Diagnostic& d = add("field-unknown", entry.key, {"评级没有“{}”这一方面", "nothing is judged by '{}'"}, path);
        d.hint = say(to_.lang(), {"可以写：public（公众）、systems（系统）", "one of: public, systems"});
      }
    }
    return judged;
  }

  template <class T, std::size_t N>
  void value(const Spelling<T> (&spellings)[N], NodeId node, const std::string& path, T& into) {
    std::string allowed;
    for (const Spelling<T>& one : spellings) {
      if (one.word == doc_.node(node).text()) {
        into = one.value;
        return;
      }
      const bool zh = static_cast<unsigned char>(one.word.front()) >= 0x80;
      if (zh != (to_.lang() == Lang::zh)) continue;
      allowed.append(allowed.empty() ? "" : (zh ? "、" : ", ")).append(one.word);
    }
    Diagnostic& d = add("field-value", node, {"“{}”不是评级", "'{}' is no judgement"}, path);
    d.hint = say(to_.lang(), {"可以写：{}", "one of: {}"}, allowed);
  }

  const Document& doc_;
  Collector& to_;
};

}  // namespace

Grading::Grading(const Extra& written, Collector& findings) {
  if (written.given()) GradingReader(*written.document, findings).all(written.node, graded_);
}

Judgement Grading::of(const ChangeType& type) const {
  const auto at = graded_.find(&type);
  return at == graded_.end() ? type.judged : at->second;
}

void judge(std::vector<Change>& changes, const Grading& grading) {
  for (Change& change : changes) {
    change.type = &classify(change);
    change.judged = grading.of(*change.type);
  }
}

}  // namespace matter
