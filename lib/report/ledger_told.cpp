#include "diag/words.h"
#include "doc/json_write.h"
#include "report/findings_text.h"
#include "report/ledger.h"
#include "report/not_checked.h"
#include "report/shown.h"

namespace matter {

std::string name_of(const AgencyLedger& ledger, Lang lang) {
  if (!ledger.agency.empty()) return ledger.agency;
  if (!ledger.code.empty()) return ledger.code;
  return std::string(ledger.standard ? Bilingual{"标准化目录", "standard catalog"}.in(lang)
                                     : Bilingual{"没有写实施主体", "no agency is named"}.in(lang));
}

void write_split_text(const SplitResult& result, const std::vector<LedgerFiles>& files, const std::string& folder,
                      const TextStyle& style, const Sink& to) {
  std::string out = say(style.lang, {"整改台账：{} 个部门，写在 {}\n", "{:agency has|agencies have} a table in {}\n"},
                        Counted{result.agencies.size()}, shown_text(folder));
  for (std::size_t i = 0; i < result.agencies.size(); ++i) {
    const AgencyLedger& ledger = result.agencies[i];
    out += say(style.lang,
               {"  {}：{} 个事项，错误 {}，警告 {}，提示 {}\n    {}\n",
                "  {}: {:matter}, {:error}, {:warning}, {:info}\n    {}\n"},
               shown_text(name_of(ledger, style.lang) +
                          (ledger.agency.empty() || ledger.code.empty() ? "" : " " + ledger.code)),
               Counted{ledger.matters}, Counted{ledger.errors}, Counted{ledger.warnings}, Counted{ledger.infos},
               shown_text(files[i].xlsx));
  }
  to(out);
  write_summary(result.checked, style, to);
}

void write_split_json(const SplitResult& result, const std::vector<LedgerFiles>& files, const LedgerOptions& options,
                      const Sink& to) {
  JsonWriter json;
  json.begin_object();
  json.member("schema", "matter.ledger/1");
  json.member("date", to_text(options.day));
  if (options.deadline) json.member("deadline", to_text(*options.deadline));
  json.member("files", result.checked.files);
  json.member("matters", result.checked.matters);
  json.member("errors", result.checked.errors);
  json.member("warnings", result.checked.warnings);
  json.member("infos", result.checked.infos);
  json.key("agencies");
  json.begin_array();
  for (std::size_t i = 0; i < result.agencies.size(); ++i) {
    const AgencyLedger& ledger = result.agencies[i];
    json.begin_object();
    json.member("agency", ledger.agency);
    json.member("code", ledger.code);
    json.key("standard");
    json.boolean(ledger.standard);
    json.key("sample");
    json.boolean(ledger.sample);
    json.member("matters", ledger.matters);
    json.member("errors", ledger.errors);
    json.member("warnings", ledger.warnings);
    json.member("infos", ledger.infos);
    json.member("csv", files[i].csv);
    json.member("xlsx", files[i].xlsx);
    json.end_object();
  }
  json.end_array();
  write_not_checked("not_checked", result.checked.not_checked, json);
  json.end_object();
  to(json.take());
}

}  // namespace matter
