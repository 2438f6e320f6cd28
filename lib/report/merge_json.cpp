#include "report/json_parts.h"
#include "report/merge_shown.h"
#include "report/merge_text.h"
#include "report/not_checked.h"

namespace matter {

namespace {

constexpr std::size_t flush_at = 65'536;
constexpr std::string_view side_names[] = {"base", "ours", "theirs"};

class MergeJson {
 public:
  MergeJson(const MergeResult& result, const Sources& sources, Lang lang, const Sink& to)
      : result_(result), sources_(sources), lang_(lang), to_(to) {}

  void write(bool with_text) {
    json_.begin_object();
    json_.member("schema", "matter.merge/1");
    summary();
    json_.key("files");
    json_.begin_array();
    for (const FileMerge& file : result_.files) {
      const bool told = file.fate != FileFate::same || file.mode_changed || !file.decisions.empty() || !result_.trees;
      if (told) this->file(file);
    }
    json_.end_array();
    findings("invalid", result_.invalid);
    findings("findings", result_.findings);
    if (with_text && !result_.trees && !result_.files.empty()) json_.member("text", result_.files[0].text);
    json_.end_object();
    to_(json_.take());
  }

 private:
  void flag(std::string_view key, bool value) {
    json_.key(key);
    json_.boolean(value);
  }

  void summary() {
    std::array<std::size_t, 5> count{};
    std::size_t refused = 0;
    for (const FileMerge& file : result_.files) {
      ++count[static_cast<std::size_t>(file.fate)];
      refused += file.refusal == MergeRefusal::none ? 0U : 1U;
    }
    json_.key("summary");
    json_.begin_object();
    json_.key("files");
    json_.begin_object();
    for (std::size_t i = 0; i < count.size(); ++i) json_.member(name(static_cast<FileFate>(i)), count[i]);
    json_.end_object();
    json_.member("refused", refused);
    json_.member("conflicts", result_.conflicts);
    json_.member("decided", result_.decided);
    flag("validated", result_.validated);
    json_.member("invalid", result_.invalid.size());
    write_not_checked("not_merged", result_.not_merged, json_);
    json_.end_object();
  }

  void file(const FileMerge& file) {
    json_.begin_object();
    json_.member("path", result_.trees ? file.path : result_.names[1]);
    json_.member("fate", name(file.fate));
    for (std::size_t i = 0; i < merge_sides; ++i) {
      if (!file.paths[i].empty()) json_.member(std::string("path_") + std::string(side_names[i]), file.paths[i]);
    }
    if (file.bytes) flag("bytes", true);
    if (file.mode_changed && !file.gone && file.sources[1] != no_source) flag("executable", file.executable);
    if (file.refusal != MergeRefusal::none) json_.member("refused", refusal_words(file, lang_));
    json_.key("conflicts");
    json_.begin_array();
    for (const MergeConflict& one : file.conflicts) conflict(file, one);
    json_.end_array();
    if (!file.decisions.empty()) decisions(file);
    json_.end_object();
    if (json_.pending() >= flush_at) to_(json_.drain());
  }

  void conflict(const FileMerge& file, const MergeConflict& one) {
    json_.begin_object();
    json_.member("id", conflict_id(file.path, one));
    json_.member("matter", one.matter);
    json_.member("name", conflict_name(file, one, sources_));
    json_.member("field", english(one.path));
    json_.member("label", chinese(one.path));
    json_.member("kind", name(one.kind));
    for (std::size_t i = 0; i < merge_sides; ++i) {
      json_.key(side_names[i]);
      content(one.value[i]);
    }
    json_.key("places");
    json_.begin_object();
    for (std::size_t i = 0; i < merge_sides; ++i) {
      const std::string place = conflict_place(file, one, static_cast<MergeSide>(i), sources_);
      if (!place.empty()) json_.member(side_names[i], place);
    }
    json_.end_object();
    json_.end_object();
  }

  void decisions(const FileMerge& file) {
    json_.key("entries");
    json_.begin_array();
    for (const MergeDecision& decision : file.decisions) {
      json_.begin_object();
      json_.member("matter", decision.matter);
      json_.member("field", english(decision.path));
      json_.member("label", chinese(decision.path));
      json_.member("reason", name(decision.reason));
      json_.end_object();
    }
    json_.end_array();
  }

  void content(const Content& value) {
    switch (value.kind) {
      case Content::Kind::absent: return json_.null();
      case Content::Kind::none:
      case Content::Kind::text: return json_.string(value.text);
      case Content::Kind::record:
        json_.begin_object();
        for (const Content& part : value.parts) {
          json_.key(part.key);
          content(part);
        }
        return json_.end_object();
      case Content::Kind::list: break;
    }
    json_.begin_array();
    for (const Content& item : value.parts) content(item);
    json_.end_array();
  }

  void findings(std::string_view key, const std::vector<Diagnostic>& all) {
    json_.key(key);
    Places places(sources_);
    write_problems(all, places, json_);
  }

  const MergeResult& result_;
  const Sources& sources_;
  Lang lang_;
  const Sink& to_;
  JsonWriter json_;
};

}  // namespace

void write_merge_json(const MergeResult& result, const Sources& sources, bool with_text, Lang lang, const Sink& to) {
  MergeJson(result, sources, lang, to).write(with_text);
}

}  // namespace matter
