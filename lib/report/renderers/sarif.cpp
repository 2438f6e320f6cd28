#include <fmt/format.h>

#include <map>

#include "checks/rule.h"
#include "diag/words.h"
#include "doc/json_write.h"
#include "ops/version.h"
#include "report/finding_parts.h"

namespace matter::renderers {
namespace {

constexpr std::size_t flush_at = 64 * 1024;

std::string_view level(Severity severity) {
  switch (severity) {
    case Severity::info: return "note";
    case Severity::warning: return "warning";
    case Severity::error: break;
  }
  return "error";
}

/// SARIF 2.1.0. What comments and the baseline hide is in it, as suppressed results; what the baseline still names and
/// is no longer found, as absent ones.
class Sarif {
 public:
  Sarif(const Report& report, const Sink& to)
      : report_(report), lang_(report.style.lang), to_(to), places_(report.sources) {
    for (const Diagnostic& d : report.result.findings) meet(d);
    for (const HiddenFinding& one : report.result.hidden) meet(one.finding);
    if (report.baseline != nullptr)
      for (const GoneEntry& entry : report.baseline->gone_entries) rules_.try_emplace(entry.rule);
    std::size_t next = 0;
    for (auto& [id, index] : rules_) index = next++;
  }

  void write() {
    json_.begin_object();
    json_.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_.member("version", "2.1.0");
    array("runs", [&] { object([&] { run(); }); });
    json_.end_object();
    to_(json_.take());
  }

 private:
  template <class Inside>
  void object(const Inside& inside) {
    json_.begin_object();
    inside();
    json_.end_object();
  }
  template <class Inside>
  void member(std::string_view key, const Inside& inside) {
    json_.key(key);
    object(inside);
  }
  template <class Inside>
  void array(std::string_view key, const Inside& inside) {
    json_.key(key);
    json_.begin_array();
    inside();
    json_.end_array();
  }
  void text(std::string_view key, std::string_view said) {
    member(key, [&] { json_.member("text", said); });
  }

  void meet(const Diagnostic& d) {
    rules_.try_emplace(std::string(d.rule));
    meet(d.at);
    for (const Note& note : d.notes) meet(note.at);
    if (!d.fix) return;
    for (const TextEdit& edit : d.fix->edits) meet(edit.at);
  }
  void meet(Location at) {
    if (!at.known()) return;
    const auto [file, fresh] = artifact_of_.try_emplace(at.source, artifacts_.size());
    if (fresh) artifacts_.push_back(at.source);
  }

  void run() {
    member("tool", [&] {
      member("driver", [&] {
        json_.member("name", "matter");
        json_.member("semanticVersion", program_version());
        json_.member("language", lang_ == Lang::zh ? "zh-CN" : "en");
        array("rules", [&] {
          for (const auto& [id, index] : rules_) rule(id);
        });
      });
    });
    array("invocations", [&] { object([&] { invocation(); }); });
    array("artifacts", [&] {
      for (const SourceId source : artifacts_) artifact(source);
    });
    json_.member("columnKind", "unicodeCodePoints");
    array("newlineSequences", [&] {
      for (const std::string_view one : {"\r\n", "\n", "\r"}) json_.string(one);
    });
    array("results", [&] { results(); });
  }

  void invocation() {
    json_.key("executionSuccessful");
    json_.boolean(true);
    array("toolExecutionNotifications", [&] {
      for (const NotChecked& row : report_.result.not_checked) {
        object([&] {
          json_.member("level", "note");
          text("message",
               say(lang_, {"没有检查：{}（{}）：{}", "not checked: {} ({}): {}"}, row.what, row.count, row.reason));
        });
      }
    });
  }

  void rule(const std::string& id) {
    object([&] {
      json_.member("id", id);
      const Rule* const known = find_rule(id);
      if (known == nullptr)
        return text("shortDescription", say(lang_, {"目录自定的规则", "a rule of the catalog's own"}));
      text("shortDescription", known->summary.in(lang_));
      text("fullDescription", known->why.in(lang_));
      member("defaultConfiguration", [&] { json_.member("level", level(known->severity)); });
      help(*known);
    });
  }

  void help(const Rule& rule) {
    std::string plain(rule.why.in(lang_)), marked = plain;
    const std::string_view source = rule.source.in(lang_);
    if (source != "—") {
      const std::string line = say(lang_, {"\n\n依据：{}", "\n\nSource: {}"}, source);
      plain += line;
      marked += line;
    }
    for (const auto& [title, example] :
         {std::pair{Bilingual{"不对的", "Wrong"}, rule.bad}, std::pair{Bilingual{"对的", "Right"}, rule.good}}) {
      if (example.empty()) continue;
      const std::string_view break_off = example.ends_with('\n') ? "" : "\n";
      plain += fmt::format("\n\n{}:\n{}", title.in(lang_), example);
      marked += fmt::format("\n\n**{}**\n\n```yaml\n{}{}```", title.in(lang_), example, break_off);
    }
    const std::string command = "matter explain " + std::string(rule.id);
    member("help", [&] {
      json_.member("text", plain + "\n\n" + command);
      json_.member("markdown", marked + "\n\n`" + command + "`");
    });
  }

  void artifact(SourceId source) {
    const Reach reach = reach_of({source, {}}, places_);
    object([&] {
      member("location", [&] { json_.member("uri", uri_of(reach.file, report_.folder)); });
      if (reach.file.ends_with(".yaml") || reach.file.ends_with(".yml")) json_.member("sourceLanguage", "yaml");
      const Encoding encoding = report_.sources.encoding(source);
      if (encoding != Encoding::utf8) json_.member("encoding", iana_name(encoding));
    });
  }

  void results() {
    const bool compared = report_.baseline != nullptr;
    for (const Diagnostic& d : report_.result.findings) result(d, compared ? "new" : "", nullptr);
    for (const HiddenFinding& one : report_.result.hidden) {
      const bool known = !one.comment.known();
      result(one.finding, known ? "unchanged" : compared ? "new" : "", &one);
    }
    if (!compared) return;
    for (const GoneEntry& entry : report_.baseline->gone_entries) gone(entry);
  }

  void result(const Diagnostic& d, std::string_view state, const HiddenFinding* hidden) {
    json_.begin_object();
    json_.member("ruleId", d.rule);
    json_.member("ruleIndex", rules_.find(std::string(d.rule))->second);
    json_.member("level", level(d.severity));
    text("message", message(d));
    locations(d);
    related(d);
    const std::string print = fingerprint_of(d, report_.sources);
    const std::size_t number = alike_.number(print);
    member("partialFingerprints", [&] {
      json_.member("matterFinding/v1", print);
      json_.member("primaryLocationLineHash", fmt::format("{}:{}", print, number));
    });
    if (!state.empty()) json_.member("baselineState", state);
    suppressions(hidden);
    fixes(d);
    json_.end_object();
    if (json_.pending() >= flush_at) to_(json_.drain());
  }

  /// Notes without a place of their own and the hint belong to the message; the others are related locations.
  [[nodiscard]] std::string message(const Diagnostic& d) const {
    std::string said = d.message;
    for (const Note& note : d.notes)
      if (!note.at.known()) said += '\n' + note.message;
    if (!d.hint.empty()) said += '\n' + d.hint;
    if (d.fix && (!d.fix->usable() || d.fix->converts())) said += '\n' + d.fix->what;
    return said;
  }

  void physical(Location at) {
    const Reach reach = reach_of(at, places_);
    member("physicalLocation", [&] {
      member("artifactLocation", [&] { file(at.source, reach); });
      if (reach.lines) region("region", reach);
    });
  }
  void file(SourceId source, const Reach& reach) {
    json_.member("uri", uri_of(reach.file, report_.folder));
    if (const auto index = artifact_of_.find(source); index != artifact_of_.end()) json_.member("index", index->second);
  }
  void region(std::string_view key, const Reach& reach) {
    member(key, [&] {
      json_.member("startLine", reach.begin.line);
      json_.member("startColumn", reach.begin.column);
      json_.member("endLine", reach.end.line);
      json_.member("endColumn", reach.end.column);
    });
  }

  void logical(std::string_view matter, std::string_view field, std::string_view cell) {
    if (matter.empty() && field.empty() && cell.empty()) return;
    array("logicalLocations", [&] {
      if (!matter.empty() || !field.empty()) {
        object([&] {
          const std::string_view slash = matter.empty() || field.empty() ? "" : "/";
          json_.member("fullyQualifiedName", fmt::format("{}{}{}", matter, slash, field));
          json_.member("kind", field.empty() ? "object" : "member");
        });
      }
      if (!cell.empty()) object([&] { json_.member("fullyQualifiedName", cell); });
    });
  }

  void locations(const Diagnostic& d) {
    const std::string cell = reach_of(d.at, places_).cell;
    if (!d.at.known() && d.matter.empty() && d.field.empty()) return;
    array("locations", [&] {
      object([&] {
        if (d.at.known()) physical(d.at);
        logical(d.matter, d.field, cell);
      });
    });
  }

  void related(const Diagnostic& d) {
    bool any = false;
    for (const Note& note : d.notes) any = any || note.at.known();
    if (!any) return;
    array("relatedLocations", [&] {
      for (const Note& note : d.notes) {
        if (!note.at.known()) continue;
        object([&] {
          physical(note.at);
          text("message", note.message);
        });
      }
    });
  }

  void suppressions(const HiddenFinding* hidden) {
    if (hidden == nullptr) return;
    array("suppressions", [&] {
      object([&] {
        json_.member("kind", hidden->comment.known() ? "inSource" : "external");
        json_.member("status", "accepted");
        if (!hidden->comment.known()) {
          const std::string_view file = report_.baseline == nullptr ? "" : std::string_view(report_.baseline->file);
          json_.member("justification", say(lang_, {"基线 {} 中已有", "known to the baseline {}"}, file));
          return;
        }
        const Places::View& view = places_.view(hidden->comment.source);
        if (view) json_.member("justification", slice(*view.text, hidden->comment.span));
        member("location", [&] { physical(hidden->comment); });
      });
    });
  }

  /// A file that must be converted first is no edit of its text: the message says so.
  void fixes(const Diagnostic& d) {
    if (!d.fix || !d.fix->usable() || d.fix->converts() || d.fix->edits.empty()) return;
    std::map<SourceId, std::vector<const TextEdit*>> by_file;
    for (const TextEdit& edit : d.fix->edits) by_file[edit.at.source].push_back(&edit);
    array("fixes", [&] {
      object([&] {
        text("description",
             d.fix->safe ? d.fix->what : say(lang_, {"{}（须由人确认）", "{} (look at it)"}, d.fix->what));
        array("artifactChanges", [&] {
          for (const auto& of_file : by_file) {
            object([&] {
              member("artifactLocation", [&] { file(of_file.first, reach_of({of_file.first, {}}, places_)); });
              array("replacements", [&] {
                for (const TextEdit* edit : of_file.second) replacement(*edit);
              });
            });
          }
        });
      });
    });
  }

  void replacement(const TextEdit& edit) {
    object([&] {
      region("deletedRegion", reach_of(edit.at, places_));
      text("insertedContent", edit.text);
    });
  }

  void gone(const GoneEntry& entry) {
    object([&] {
      json_.member("ruleId", entry.rule);
      json_.member("ruleIndex", rules_.find(entry.rule)->second);
      const Rule* const known = find_rule(entry.rule);
      if (known != nullptr) json_.member("level", level(known->severity));
      text("message", say(lang_, {"基线中的 {} 处不再出现", "{} in the baseline, no longer found"}, entry.count));
      array("locations", [&] { object([&] { logical(entry.matter, entry.field, {}); }); });
      member("partialFingerprints", [&] { json_.member("matterFinding/v1", entry.fingerprint); });
      json_.member("baselineState", "absent");
    });
  }

  const Report& report_;
  Lang lang_;
  const Sink& to_;
  Places places_;
  JsonWriter json_;
  std::map<std::string, std::size_t> rules_;
  std::map<SourceId, std::size_t> artifact_of_;
  std::vector<SourceId> artifacts_;
  Alike alike_;
};

void write(const Report& report, const Sink& to) { Sarif(report, to).write(); }

}  // namespace

extern const Renderer sarif_renderer;
const Renderer sarif_renderer{.name = "sarif",
                              .help = {"代码扫描结果 SARIF 2.1.0", "SARIF 2.1.0, for code scanning"},
                              .hidden = true,
                              .write = write};

}  // namespace matter::renderers
