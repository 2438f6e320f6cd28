#include "report/bindings_report.h"
#include "report/edits_json.h"
#include "report/json_parts.h"

namespace matter {

namespace {

class BindingsJson {
 public:
  BindingsJson(const Sources& sources, Lang lang) : places_(sources), lang_(lang) {}

  std::string bindings(const BindingsResult& result, const BindingsOptions& asked) {
    json_.begin_object();
    json_.member("schema", "matter.bindings/1");
    json_.member("date", result.today);
    json_.member("files", result.files);
    json_.member("damaged", result.damaged);
    json_.member("matters", result.matters);
    json_.member("current", result.current);
    json_.member("declared", result.declared);
    json_.member("not_looked_at", result.unread);
    if (asked.stale) {
      json_.member("overdue", result.overdue);
      list("stale", result.stale, [this](const StaleEntry& one) { entry(one); });
    }
    if (asked.unbound) list("unbound", result.unbound, [this](const UnboundMatter& one) { unbound(one); });
    json_.end_object();
    return json_.take();
  }

  std::string bind(const BindResult& result, bool with_diff) {
    json_.begin_object();
    json_.member("schema", "matter.bind/1");
    json_.key("written");
    json_.boolean(result.written);
    json_.member("same", result.same);
    list("matters", result.matters, [this](const BoundMatter& one) { bound(one); });
    json_.key("unused");
    json_.begin_array();
    for (const std::string& one : result.unused) json_.string(one);
    json_.end_array();
    write_edits(result.changes, result.files, result.refused, with_diff, places_, json_);
    json_.end_object();
    return json_.take();
  }

 private:
  template <class Items, class Each>
  void list(std::string_view key, const Items& items, const Each& each) {
    json_.key(key);
    json_.begin_array();
    for (const auto& item : items) {
      json_.begin_object();
      each(item);
      json_.end_object();
    }
    json_.end_array();
  }

  void place(std::string_view key, Location at) { write_place_as(key, at, PlaceParts::line, places_, json_); }

  void value(std::string_view key, const std::string& text) { write_text_or_null(key, text, json_); }

  void who(const BindingMatter& one) {
    json_.member("matter", one.identity);
    json_.member("name", one.name);
    json_.member("level", one.level);
    json_.member("agency", one.agency);
    place("at", one.at);
  }

  void entry(const StaleEntry& one) {
    json_.member("entry", one.code);
    json_.member("name", one.name);
    json_.member("bound", one.bound);
    json_.member("newest", one.newest);
    place("bound_at", one.bound_at);
    place("newest_at", one.newest_at);
    value("effective", one.effective);
    json_.member("profile", one.changes->profile->id);
    list("elements", one.changes->elements, [this](const ElementChange& change) { element(change); });
    others(*one.changes);
    list("matters", one.matters, [&](const StaleMatter& matter) {
      who(matter);
      value("deadline", matter.deadline);
      json_.key("days_left");
      if (matter.left) {
        json_.number(*matter.left);
      } else {
        json_.null();
      }
      std::size_t i = 0;
      list("elements", matter.own, [&](const OwnElement& own) { this->own(*one.changes, i++, own); });
    });
  }

  void others(const EntryChanges& changes) {
    json_.key("other_fields");
    json_.begin_array();
    for (const Field* const field : changes.others) json_.string(field->key);
    json_.end_array();
  }

  void element(const ElementChange& change) {
    json_.member("element", change.element->id);
    json_.member("label", change.element->label);
    list("changes", change.values, [this](const Difference& d) { difference(d, "old", "new"); });
  }

  void difference(const Difference& d, std::string_view other, std::string_view own) {
    json_.member("field", d.path);
    json_.member("label", d.label);
    json_.key("item");
    json_.boolean(d.whole);
    value(other, d.other);
    value(own, d.own);
    place(std::string(other) + "_at", d.other_at);
    place(std::string(own) + "_at", d.at);
  }

  void own(const EntryChanges& changes, std::size_t i, const OwnElement& own) {
    json_.member("element", changes.elements[i].element->id);
    json_.key("applies");
    json_.boolean(own.applies);
    json_.key("written");
    json_.boolean(own.written);
    if (!own.written || !own.applies) return;
    json_.member("verdict", name(own.result.verdict));
    value("kept_because", own.reason);
    json_.member("told", told_own(own, lang_));
    list("differences", own.result.differences, [this](const Difference& d) { difference(d, "standard", "own"); });
  }

  void unbound(const UnboundMatter& one) {
    who(one);
    value("named", one.named);
    list("candidates", one.candidates, [this](const BindingCandidate& candidate) {
      json_.member("entry", candidate.reference);
      json_.member("name", candidate.name);
      json_.member("because", name(candidate.reason));
      json_.member("likeness", candidate.likeness);
      place("at", candidate.at);
    });
  }

  void bound(const BoundMatter& one) {
    who(one);
    value("from", one.from);
    json_.member("to", one.to);
    place("to_at", one.to_at);
    json_.key("elements");
    json_.begin_array();
    for (std::size_t i = 0; i < one.own.size(); ++i) {
      json_.begin_object();
      json_.member("label", one.changes->elements[i].element->label);
      json_.member("becomes", name(one.becomes[i]));
      list("changes", one.changes->elements[i].values, [this](const Difference& d) { difference(d, "old", "new"); });
      own(*one.changes, i, one.own[i]);
      json_.end_object();
    }
    json_.end_array();
  }

  Places places_;
  Lang lang_;
  JsonWriter json_;
};

}  // namespace

void write_bindings_json(const BindingsResult& result, const BindingsOptions& asked, const Sources& sources, Lang lang,
                         const Sink& to) {
  to(BindingsJson(sources, lang).bindings(result, asked));
}

void write_bind_json(const BindResult& result, const Sources& sources, bool with_diff, Lang lang, const Sink& to) {
  to(BindingsJson(sources, lang).bind(result, with_diff));
}

}  // namespace matter
