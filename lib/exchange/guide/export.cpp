#include "exchange/guide/export.h"

#include <algorithm>

#include "exchange/guide/template.h"

namespace matter {

namespace {

constexpr const char* guide_folder = "guide/";
constexpr const char* notice_folder = "notice/";

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

MadeGuide GuideExport::make(const GuideInput& input) {
  MadeGuide made;
  const Guide guide = make_guide(mapping_, input, run_.today, cells_, {made.attachments, losses_});
  made.wish = guide.code.empty() ? guide.name : guide.code;
  std::replace(made.wish.begin(), made.wish.end(), '/', '_');  // no folders of their own
  GuideEntry entry = entry_of(guide);
  made.name = std::move(entry.name);
  made.other_names = std::move(entry.other_names);
  made.code = std::move(entry.code);
  made.agency = std::move(entry.agency);
  made.region = std::move(entry.region);
  made.clients.assign(entry.clients.begin(), entry.clients.end());
  made.channels.assign(entry.channels.begin(), entry.channels.end());
  const GuidePlace place{"../index" + suffix(mapping_.medium, input.sample),
                         std::string("../").append(guide_folder).append(place_mark(0)),
                         std::string("../").append(notice_folder).append(place_mark(0)), to_text(run_.today)};
  const bool html = mapping_.medium == Medium::html;
  made.guide = html ? guide_html(guide, place) : guide_markdown(guide, place);
  made.notice = html ? notice_html(guide, place) : notice_markdown(guide, place);
  return made;
}

void GuideExport::place(const MadeGuide& made, bool sample) {
  std::vector<std::string> names = {names_.make(made.wish, suffix(mapping_.medium, sample))};
  for (const std::string& found : made.attachments) names.push_back(attachments_.place(found, sample));
  GuideEntry& entry = entries_[sample ? 1 : 0].emplace_back();
  entry.name = made.name;
  entry.other_names = made.other_names;
  entry.code = made.code;
  entry.agency = made.agency;
  entry.region = made.region;
  for (const std::string& one : made.clients) entry.clients.push_back(*values_.emplace(one).first);
  for (const std::string& one : made.channels) entry.channels.push_back(*values_.emplace(one).first);
  entry.guide = guide_folder + names.front();
  entry.notice = notice_folder + names.front();
  file(entry.guide, "guide", sample, with_names(made.guide, names));
  file(entry.notice, "notice", sample, with_names(made.notice, names));
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
