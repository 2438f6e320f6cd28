#include "exchange/guide/export.h"

#include <algorithm>

#include "exchange/guide/template.h"

namespace matter {

namespace {

constexpr std::string_view guide_folder = "guide/";
constexpr std::string_view notice_folder = "notice/";

std::string suffix(Medium medium, bool sample) {
  return std::string(sample ? ".sample" : "").append(kind_of(medium).suffix);
}

}  // namespace

void GuideExport::file(std::string name, std::string_view table, bool sample, std::string bytes, std::uint64_t rows) {
  ExportFile& made = files_.emplace_back();
  made.name = std::move(name);
  made.table = table;
  made.sample = sample;
  made.pending = std::move(bytes);
  made.rows = rows;
  made.whole = true;
}

void GuideExport::add(const GuideInput& input) {
  const Guide guide = make_guide(mapping_, input, run_.today, cells_, {attachments_, losses_});
  const bool html = mapping_.medium == Medium::html;
  std::string wish = guide.code.empty() ? guide.name : guide.code;
  std::replace(wish.begin(), wish.end(), '/', '_');  // no folders of their own
  const std::string name = names_.make(wish, suffix(mapping_.medium, input.sample));
  GuideEntry entry = entry_of(guide);
  for (auto* const list : {&entry.clients, &entry.channels}) {
    for (std::string_view& one : *list) one = *values_.emplace(one).first;
  }
  entry.guide = std::string(guide_folder) + name;
  entry.notice = std::string(notice_folder) + name;
  const GuidePlace place{"../index" + suffix(mapping_.medium, input.sample), "../" + entry.guide, "../" + entry.notice,
                         to_text(run_.today)};
  file(entry.guide, "guide", input.sample, html ? guide_html(guide, place) : guide_markdown(guide, place));
  file(entry.notice, "notice", input.sample, html ? notice_html(guide, place) : notice_markdown(guide, place));
  entries_[input.sample ? 1 : 0].push_back(std::move(entry));
}

void GuideExport::index(bool sample) {
  const std::vector<GuideEntry>& entries = entries_[sample ? 1 : 0];
  const std::string date = to_text(run_.today);
  const bool html = mapping_.medium == Medium::html;
  file("index" + suffix(mapping_.medium, sample), "index", sample,
       html ? index_html(entries, sample, date) : index_markdown(entries, sample, date), entries.size());
}

void GuideExport::finish() {
  index(false);
  if (!entries_[1].empty()) index(true);
  if (mapping_.medium != Medium::html) return;
  for (const std::string_view name : {"style.css", "search.js"}) {
    file(std::string(name), "look", false, std::string(guide_file(name)), 0);
    files_.back().shared = true;
  }
}

}  // namespace matter
