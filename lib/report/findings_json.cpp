#include "report/findings_json.h"

#include "report/baseline.h"
#include "report/fixes.h"
#include "report/json_parts.h"
#include "report/not_checked.h"
#include "report/since.h"

namespace matter {

namespace {

constexpr std::size_t flush_at = 64 * 1024;

class FindingsJson {
 public:
  FindingsJson(const Sources& sources, const Sink& to) : places_(sources), to_(to) {}

  /// `beside` writes members of its own behind the summary.
  template <class Beside>
  void write(const ValidateResult& result, const Beside& beside) {
    json_.begin_object();
    json_.member("schema", "matter.findings/1");
    summary(result);
    beside();
    json_.key("findings");
    json_.begin_array();
    for (const Diagnostic& d : result.findings) {
      finding(d);
      if (json_.pending() >= flush_at) to_(json_.drain());
    }
    json_.end_array();
    json_.end_object();
    to_(json_.take());
  }

  void summary(const ValidateResult& r) {
    json_.key("summary");
    json_.begin_object();
    json_.member("files", r.files);
    json_.member("matters", r.matters);
    json_.member("errors", r.errors);
    json_.member("warnings", r.warnings);
    json_.member("infos", r.infos);
    json_.member("fixable", r.fixable);
    json_.member("unsafe_fixable", r.unsafe_fixable);
    json_.member("suppressed", r.suppressed);
    json_.member("baselined", r.baselined);
    write_not_checked("not_checked", r.not_checked, json_);
    json_.end_object();
  }

  void since(const SinceResult& r, std::string_view commit) {
    json_.key("since");
    json_.begin_object();
    json_.member("commit", commit);
    json_.member("changed", r.changed);
    json_.key("elsewhere");
    json_.begin_object();
    json_.member("errors", r.elsewhere_errors);
    json_.member("warnings", r.elsewhere_warnings);
    json_.member("infos", r.elsewhere_infos);
    json_.end_object();
    json_.member("gone", r.gone);
    json_.end_object();
  }

  void baseline(const BaselineUse& use) {
    json_.key("baseline");
    json_.begin_object();
    json_.member("file", use.file);
    json_.key("whole");
    json_.boolean(use.whole);
    json_.member("gone", use.gone);
    json_.member("grown", use.grown);
    json_.key("written");
    json_.boolean(!use.text.empty());
    json_.end_object();
  }

  void fixes(const FixResult& r) {
    json_.key("fixes");
    json_.begin_object();
    json_.key("written");
    json_.boolean(r.written);
    json_.member("fixed", r.applied.size());
    json_.key("files");
    json_.begin_array();
    for (const FixedFile& file : r.files) {
      json_.begin_object();
      json_.member("file", file.name);
      json_.member("fixed", file.fixes);
      if (file.converted_from != Encoding::utf8) json_.member("converted_from", iana_name(file.converted_from));
      json_.end_object();
    }
    json_.end_array();
    json_.key("applied");
    json_.begin_array();
    for (const AppliedFix& one : r.applied) applied(one);
    json_.end_array();
    json_.key("not_fixed");
    json_.begin_array();
    for (const NotFixed& row : r.not_fixed) {
      json_.begin_object();
      json_.member("file", row.file);
      json_.member("reason", row.reason);
      json_.member("count", row.findings);
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
  }

 private:
  void applied(const AppliedFix& one) {
    json_.begin_object();
    json_.member("rule", one.rule);
    json_.member("severity", name(one.severity));
    json_.member("file", one.file);
    json_.member("line", one.at.line);
    json_.member("column", one.at.column);
    json_.member("matter", one.matter);
    json_.member("field", one.field);
    json_.member("message", one.message);
    json_.member("what", one.what);
    json_.key("safe");
    json_.boolean(one.safe);
    json_.member("round", one.round);
    json_.key("edits");
    json_.begin_array();
    for (const AppliedEdit& edit : one.edits) {
      json_.begin_object();
      json_.member("line", edit.begin.line);
      json_.member("column", edit.begin.column);
      json_.member("end_line", edit.end.line);
      json_.member("end_column", edit.end.column);
      json_.member("text", edit.text);
      json_.end_object();
    }
    json_.end_array();
    json_.member("fingerprint", one.fingerprint);
    json_.end_object();
  }

  void finding(const Diagnostic& d) {
    json_.begin_object();
    json_.member("rule", d.rule);
    json_.member("severity", name(d.severity));
    place(d.at);
    json_.member("matter", d.matter);
    json_.member("field", d.field);
    json_.member("message", d.message);
    json_.key("notes");
    json_.begin_array();
    for (const Note& note : d.notes) {
      json_.begin_object();
      json_.member("message", note.message);
      write_place(note.at, PlaceParts::line_and_column, places_, json_);
      json_.end_object();
    }
    json_.end_array();
    if (!d.hint.empty()) json_.member("hint", d.hint);
    if (d.fix) fix(*d.fix);
    json_.member("fingerprint",
                 fingerprint(d, d.at.known() ? places_.sources().name(d.at.source) : std::string_view()));
    json_.end_object();
  }

  void fix(const Fix& f) {
    json_.key("fix");
    json_.begin_object();
    json_.member("what", f.what);
    json_.key("safe");
    json_.boolean(f.safe);
    if (!f.usable()) json_.member("withheld", f.withheld);
    if (f.converts()) {
      json_.key("convert");
      json_.begin_object();
      json_.member("from", iana_name(f.convert_from));
      json_.member("to", iana_name(Encoding::utf8));
      json_.end_object();
    }
    json_.key("edits");
    json_.begin_array();
    for (const TextEdit& edit : f.edits) {
      json_.begin_object();
      place(edit.at);
      json_.member("text", edit.text);
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
  }

  /// With its end.
  void place(Location at) {
    write_place(at, PlaceParts::line_and_column, places_, json_);
    if (!at.known()) return;
    const Places::View& view = places_.view(at.source);
    if (!view) return;
    const Position end = view.lines->position(std::max(at.span.begin, at.span.end));
    json_.member("end_line", end.line);
    json_.member("end_column", end.column);
  }

  Places places_;
  const Sink& to_;
  JsonWriter json_;
};

}  // namespace

void write_findings_json(const ValidateResult& result, const Sources& sources, const Sink& to) {
  FindingsJson(sources, to).write(result, [] {});
}

void write_fixes_json(const FixResult& result, const Sink& to) {
  FindingsJson json(*result.sources, to);
  json.write(result.left, [&] { json.fixes(result); });
}

void write_baseline_json(const ValidateResult& result, const BaselineUse& use, const Sources& sources, const Sink& to) {
  FindingsJson json(sources, to);
  json.write(result, [&] { json.baseline(use); });
}

void write_since_json(const SinceResult& result, std::string_view commit, const Sources& sources, const Sink& to) {
  FindingsJson json(sources, to);
  json.write(result.shown, [&] { json.since(result, commit); });
}

}  // namespace matter
