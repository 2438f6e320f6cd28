#include <algorithm>

#include "checks/settings.h"
#include "lsp/edits.h"
#include "lsp/feature.h"
#include "lsp/findings.h"
#include "lsp/suppress.h"
#include "ops/fix.h"

namespace matter::lsp::features {
namespace {

constexpr std::size_t most_findings = 20;  ///< in one place; each edit is tried before it is offered
constexpr std::string_view ask_command = "matter.suppress", write_command = "matter.writeSuppression";

class Actions {
 public:
  Actions(Session& session, Buffer& buffer, Span range, const Json& context)
      : session_(session), buffer_(buffer), range_(range), live_(session.live(buffer)), wanted_(context["only"]) {}

  std::string run() {
    json_.begin_array();
    if (live_ != nullptr) {
      static_cast<void>(session_.loaded(buffer_));
      if (wants("quickfix")) of_findings();
      if (wants("source.fixAll")) of_all();
    }
    json_.end_array();
    return json_.take();
  }

 private:
  /// A kind that is asked for contains those below it: `source` all that begin with it and a dot.
  [[nodiscard]] bool wants(std::string_view kind) const {
    const std::vector<Json> kinds = wanted_.items();
    if (kinds.empty()) return kind == "quickfix";
    return std::any_of(kinds.begin(), kinds.end(), [&](const Json& one) {
      const std::string_view asked = one.text();
      return kind == asked || asked.empty() || (kind.starts_with(asked) && kind[asked.size()] == '.');
    });
  }

  void of_findings() {
    std::size_t count = 0;
    for (const Diagnostic* d : findings_of(buffer_)) {
      if (d->at.span.begin > range_.end || d->at.span.end < range_.begin) continue;
      if (++count > most_findings) return;
      fix(*d);
      suppress(*d);
    }
  }

  void fix(const Diagnostic& d) {
    if (!d.fix || !d.fix->usable() || d.fix->converts()) return;
    const FixedText fixed = fixed_text(*buffer_.text, {&d}, session_.lang());
    if (fixed.taken.empty()) return;
    begin(d.fix->what, "quickfix");
    of(d);
    if (d.fix->safe) {
      json_.key("isPreferred");
      json_.boolean(true);
    }
    json_.key("edit");
    write_workspace_edit(json_, session_, {{buffer_.path, d.fix->edits}});
    json_.end_object();
  }

  void suppress(const Diagnostic& d) {
    const Rule* const rule = live_->rule(buffer_.path, d.rule);
    if (rule == nullptr || !may_be_weakened(*rule) || d.rule == "suppression-unused") return;
    const auto made = suppression(*buffer_.text, d.at.span.begin, d.rule, {}, session_.lang());
    if (!made) return;
    begin(made->whole
              ? session_.said({"在整个事项中忽略 {}，写明理由", "Ignore {} in the whole matter, with a reason"}, d.rule)
              : session_.said({"在这里忽略 {}，写明理由", "Ignore {} here, with a reason"}, d.rule),
          "quickfix");
    of(d);
    if (session_.client().asks_reason) {
      ask_for_reason(d);
    } else {
      json_.key("edit");
      write_workspace_edit(json_, session_, {{buffer_.path, {made->edit}}});
    }
    json_.end_object();
  }

  void ask_for_reason(const Diagnostic& d) {
    json_.key("command");
    json_.begin_object();
    json_.member("title", ask_command);
    json_.member("command", ask_command);
    json_.key("arguments");
    json_.begin_array();
    json_.begin_object();
    json_.member("uri", buffer_.uri);
    json_.member("version", buffer_.version);
    json_.member("rule", d.rule);
    json_.key("range");
    session_.write_range(json_, buffer_, d.at.span);
    json_.end_object();
    json_.end_array();
    json_.end_object();
  }

  /// All that can be mended without changing a meaning, in one step.
  void of_all() {
    std::vector<const Diagnostic*> safe;
    for (const Diagnostic* d : findings_of(buffer_)) {
      if (d->fix && d->fix->usable() && d->fix->safe && !d->fix->converts()) safe.push_back(d);
    }
    std::stable_sort(safe.begin(), safe.end(),
                     [](const Diagnostic* a, const Diagnostic* b) { return a->at.span.begin < b->at.span.begin; });
    const FixedText fixed = fixed_text(*buffer_.text, safe, session_.lang());
    if (fixed.taken.empty()) return;
    begin(session_.said({"改正 {} 处不改变含义的问题", "Mend {:finding} without changing a meaning"},
                        Counted{fixed.taken.size()}),
          "source.fixAll");
    json_.key("edit");
    write_workspace_edit(json_, session_, {{buffer_.path, {edit_between(*buffer_.text, fixed.text)}}});
    json_.end_object();
  }

  void begin(std::string_view title, std::string_view kind) {
    json_.begin_object();
    json_.member("title", title);
    json_.member("kind", kind);
  }

  void of(const Diagnostic& d) {
    json_.key("diagnostics");
    json_.begin_array();
    write_finding(json_, session_, *live_, session_.file(buffer_.path), d);
    json_.end_array();
  }

  Session& session_;
  Buffer& buffer_;
  Span range_;
  LiveCheck* live_;
  Json wanted_;
  JsonWriter json_{JsonWriter::Layout::one_line};
};

Reply actions(const Request& request) {
  const Buffer& buffer = *request.buffer;
  const Span asked = buffer.span(request.params["range"], request.session.client().counting);
  // Whoever stands in a line means what is found in it.
  const Span range{buffer.lines->line_span(buffer.lines->position(asked.begin).line).begin,
                   buffer.lines->line_span(buffer.lines->position(asked.end).line).end};
  return {Actions(request.session, *request.buffer, range, request.params["context"]).run(), 0, {}};
}

/// The edit for a reason that the client has asked for: `{uri, version, rule, range, reason}`.
Reply execute(const Request& request) {
  Session& session = request.session;
  const std::vector<Json> arguments = request.params["arguments"].items();
  if (request.params["command"].text() != write_command || arguments.size() != 1)
    return refused(session.said({"没有这个命令", "there is no such command"}), code::invalid_params);
  const Json wish = arguments.front();
  Buffer* const buffer = session.find(wish["uri"].text());
  if (buffer == nullptr || wish["version"].number().value_or(buffer->version) != buffer->version)
    return refused(session.said({"文件已经改动，请再试一次", "the file has changed meanwhile: try again"}));
  const Span at = buffer->span(wish["range"], session.client().counting);
  const auto made = suppression(*buffer->text, at.begin, wish["rule"].text(), wish["reason"].text(), session.lang());
  if (!made) return refused(session.said({"这里写不了这样的注释", "such a comment cannot stand here"}));
  JsonWriter json(JsonWriter::Layout::one_line);
  write_workspace_edit(json, session, {{buffer->path, {made->edit}}});
  return {json.take(), 0, {}};
}

constexpr Method methods[] = {{"textDocument/codeAction", actions}, {"workspace/executeCommand", execute, false}};

void announce(JsonWriter& json) {
  json.key("codeActionProvider");
  json.begin_object();
  json.key("codeActionKinds");
  json.begin_array();
  json.string("quickfix");
  json.string("source.fixAll");
  json.end_array();
  json.end_object();
  json.key("executeCommandProvider");
  json.begin_object();
  json.key("commands");
  json.begin_array();
  json.string(write_command);
  json.end_array();
  json.end_object();
}

}  // namespace

extern const Feature actions_feature;
const Feature actions_feature{
    .summary = {"改正问题，或写明理由后忽略", "mends what is found, or ignores it with a reason"},
    .methods = methods,
    .announce = announce};

}  // namespace matter::lsp::features
