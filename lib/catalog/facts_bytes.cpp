#include <algorithm>
#include <map>

#include "catalog/facts.h"

// The byte form is itself a sequence of facts: version, sources by name, matters, rules with their
// records. Places inside records are written with the index of the source in that list.

namespace matter {

namespace {

constexpr std::string_view version_name = "matter.facts/2";

/// Copies one record, its places going through `renumber`. False when it is damaged.
template <class Renumber>
bool copy_record(std::string_view bytes, FactWriter& to, Renumber renumber) {
  FactReader from(bytes);
  while (!from.done()) {
    switch (from.next()) {
      case FactKind::number: to.number(from.number()); break;
      case FactKind::text: to.text(from.text()); break;
      case FactKind::place: {
        Location at = from.place();
        if (!from.broken() && !renumber(at)) return false;
        to.place(at);
        break;
      }
      case FactKind::damaged: return false;
    }
    if (from.broken()) return false;
  }
  return true;
}

class Encoder {
 public:
  explicit Encoder(const Sources& sources) : sources_(sources) {}

  std::string encode(const Facts& facts) {
    std::string body;
    FactWriter to(body);
    to.number(facts.matters.size());
    for (const MatterFact& m : facts.matters) {
      to.place(listed(m.at));
      to.text(m.identity);
      to.number(m.standard ? 1 : 0);
      to.number(m.grading);
    }
    encode_gradings(facts, to);
    to.number(facts.suppressions.size());
    for (const SuppressionFact& s : facts.suppressions) {
      to.place(listed(s.at));
      to.place(listed({s.at.source, s.covers}));
      to.text(s.rule);
      to.number(s.tried ? 1 : 0);
    }
    to.number(facts.rules.size());
    for (const RuleFacts& rule : facts.rules) encode_rule(rule, to);

    std::string bytes;
    FactWriter head(bytes);
    head.text(version_name);
    head.number(names_.size());
    for (const SourceId id : names_) {
      head.text(sources_.name(id));
      head.number(static_cast<std::uint64_t>(sources_.kind(id)));
    }
    return bytes + body;
  }

 private:
  static void encode_gradings(const Facts& facts, FactWriter& to) {
    to.number(facts.gradings.size());
    for (const RuleGrading& grading : facts.gradings) {
      to.number(grading.size());
      for (const auto& [rule, grade] : grading) {
        to.text(rule);
        to.number(static_cast<std::uint64_t>(grade));
      }
    }
  }

  void encode_rule(const RuleFacts& rule, FactWriter& to) {
    to.text(rule.rule);
    to.number(rule.records.size());
    for (const RuleFacts::Record& r : rule.records) {
      std::string record;
      FactWriter copy(record);
      copy_record(std::string_view(rule.bytes).substr(r.offset, r.length), copy, [&](Location& at) {
        at = listed(at);
        return true;
      });
      to.number(r.matter);
      to.text(record);
    }
  }

  Location listed(Location at) {
    if (!at.known()) return at;
    const auto [row, fresh] = index_.try_emplace(at.source, static_cast<SourceId>(names_.size()));
    if (fresh) names_.push_back(at.source);
    at.source = row->second;
    return at;
  }

  const Sources& sources_;
  std::map<SourceId, SourceId> index_;
  std::vector<SourceId> names_;
};

class Decoder {
 public:
  Decoder(std::string_view bytes, Sources& sources) : from_(bytes), sources_(sources) {}

  std::optional<Facts> decode() {
    if (from_.text() != version_name || !read_sources()) return std::nullopt;
    Facts facts;
    const std::uint64_t matters = from_.number();
    for (std::uint64_t i = 0; i < matters && !from_.broken(); ++i) {
      MatterFact m;
      m.at = from_.place();
      m.identity = from_.text();
      m.standard = from_.number() != 0;
      m.grading = static_cast<std::uint32_t>(from_.number());
      if (from_.broken() || !known(m.at)) return std::nullopt;
      facts.matters.push_back(std::move(m));
    }
    if (!decode_gradings(facts) || !decode_suppressions(facts)) return std::nullopt;
    const std::uint64_t rules = from_.number();
    for (std::uint64_t i = 0; i < rules && !from_.broken(); ++i) {
      if (!decode_rule(facts)) return std::nullopt;
    }
    if (from_.broken() || !from_.done()) return std::nullopt;
    add_sources();
    renumber(facts);
    return facts;
  }

 private:
  struct Listed {
    std::string_view name;
    SourceKind kind;
    SourceId id = no_source;
  };

  bool read_sources() {
    const std::uint64_t count = from_.number();
    for (std::uint64_t i = 0; i < count && !from_.broken(); ++i) {
      const std::string_view name = from_.text();
      const std::uint64_t kind = from_.number();
      if (kind > static_cast<std::uint64_t>(SourceKind::compiled_in)) return false;
      listed_.push_back({name, static_cast<SourceKind>(kind)});
    }
    return !from_.broken();
  }

  bool decode_gradings(Facts& facts) {
    const std::uint64_t count = from_.number();
    for (std::uint64_t i = 0; i < count && !from_.broken(); ++i) {
      RuleGrading& grading = facts.gradings.emplace_back();
      const std::uint64_t rules = from_.number();
      for (std::uint64_t n = 0; n < rules && !from_.broken(); ++n) {
        const std::string_view rule = from_.text();
        const std::uint64_t grade = from_.number();
        if (grade > static_cast<std::uint64_t>(Grade::error)) return false;
        grading.emplace_back(rule, static_cast<Grade>(grade));
      }
    }
    return std::all_of(facts.matters.begin(), facts.matters.end(),
                       [&](const MatterFact& m) { return m.grading <= facts.gradings.size(); });
  }

  bool decode_suppressions(Facts& facts) {
    const std::uint64_t count = from_.number();
    for (std::uint64_t i = 0; i < count && !from_.broken(); ++i) {
      SuppressionFact s;
      s.at = from_.place();
      const Location covers = from_.place();
      s.covers = covers.span;
      s.rule = from_.text();
      s.tried = from_.number() != 0;
      if (from_.broken() || covers.source != s.at.source || !known(s.at)) return false;
      facts.suppressions.push_back(std::move(s));
    }
    return !from_.broken();
  }

  bool decode_rule(Facts& facts) {
    RuleFacts rule;
    rule.rule = from_.text();
    const std::uint64_t records = from_.number();
    for (std::uint64_t i = 0; i < records && !from_.broken(); ++i) {
      const std::uint64_t of = from_.number();
      const std::string_view record = from_.text();
      std::string checked;
      FactWriter copy(checked);
      if (of >= facts.matters.size() || !copy_record(record, copy, [&](Location& at) { return known(at); }))
        return false;
      rule.records.push_back({static_cast<std::uint32_t>(of), static_cast<std::uint32_t>(rule.bytes.size()),
                              static_cast<std::uint32_t>(record.size())});
      rule.bytes += record;
    }
    facts.rules.push_back(std::move(rule));
    return !from_.broken();
  }

  [[nodiscard]] bool known(const Location& at) const { return !at.known() || at.source < listed_.size(); }

  /// Only when all has been found sound: a damaged input leaves `sources_` as it was.
  void add_sources() {
    std::map<std::string_view, SourceId> present;
    for (SourceId id = 0; id < sources_.size(); ++id) present.try_emplace(sources_.name(id), id);
    for (Listed& source : listed_) {
      const auto at = present.find(source.name);
      if (at != present.end()) {
        source.id = at->second;
      } else if (source.kind == SourceKind::disk) {
        source.id = sources_.add_file(std::string(source.name));
      } else {
        source.id = sources_.add_text(source.kind, std::string(source.name), {});
      }
    }
  }

  void renumber(Facts& facts) const {
    const auto to_run = [&](Location& at) {
      if (at.known()) at.source = listed_[at.source].id;
      return true;
    };
    for (MatterFact& m : facts.matters) to_run(m.at);
    for (SuppressionFact& s : facts.suppressions) to_run(s.at);
    for (RuleFacts& rule : facts.rules) {
      std::string bytes;
      FactWriter to(bytes);
      for (RuleFacts::Record& r : rule.records) {
        const auto begin = static_cast<std::uint32_t>(bytes.size());
        copy_record(std::string_view(rule.bytes).substr(r.offset, r.length), to, to_run);
        r.offset = begin;
        r.length = static_cast<std::uint32_t>(bytes.size()) - begin;
      }
      rule.bytes = std::move(bytes);
    }
  }

  FactReader from_;
  Sources& sources_;
  std::vector<Listed> listed_;
};

}  // namespace

std::string to_bytes(const Facts& facts, const Sources& sources) { return Encoder(sources).encode(facts); }

std::optional<Facts> facts_from_bytes(std::string_view bytes, Sources& sources) {
  return Decoder(bytes, sources).decode();
}

}  // namespace matter
