#include "report/merge_union.h"

#include "diag/words.h"
#include "report/json_parts.h"
#include "report/merge_text.h"
#include "report/shown.h"

namespace matter {

std::string union_text(const UnionResult& result, const Sources& sources, const TextStyle& style) {
  const Lang lang = style.lang;
  std::string out;
  for (const UnionConflict& conflict : result.conflicts) {
    out += conflict.matter.empty() ? say(lang, {"同一位置的文件内容不同\n", "One place, two files that differ\n"})
                                   : say(lang, {"{} {}：内容不同\n", "{} {}: not the same\n"},
                                         shown_text(conflict.matter), shown_text(conflict.name));
    out.append("  ").append(shown_text(conflict.first)).append("\n  ").append(shown_text(conflict.second)).append("\n");
  }
  if (!result.conflicts.empty()) {
    out += say(lang,
               {"冲突 {} 处，什么都没有写；用 --prefer 指定以谁为准\n",
                "Conflicts: {}; nothing was written. --prefer says whose version holds\n"},
               result.conflicts.size());
    return out;
  }
  out += say(lang,
             {"汇总：文件 {}，事项 {}；几处相同只留一份的 {}，按 --prefer 取舍的 {}，换了位置的文件 {}\n",
              "United: {} files, {} matters; the same in several, kept once: {}; decided by --prefer: {}; files "
              "put elsewhere: {}\n"},
             result.files.size(), result.matters, result.once, result.preferred, result.renamed);
  if (!result.comments.empty()) {
    out += say(lang, {"没有一并带来的注释：\n", "Comments that did not come along:\n"});
    for (const std::string& comment : result.comments) out += "  " + shown_text(comment) + "\n";
  }
  if (result.links > 0)
    out += say(lang, {"符号链接 {} 个没有跟随\n", "Symbolic links not followed: {}\n"}, result.links);
  if (!result.invalid.empty()) {
    out += say(lang,
               {"\n汇总没有冲突，但结果不合规：有 {} 个各目录原来都没有的错误（行号是汇总后的）\n\n",
                "\nUnited without conflicts, but invalid; errors that no catalog had (lines are of the union): {}\n\n"},
               result.invalid.size());
    write_findings(result.invalid, sources, style, [&](std::string_view text) { out += text; });
  }
  return out;
}

std::string union_json(const UnionResult& result, const Sources& sources) {
  JsonWriter json;
  json.begin_object();
  json.member("schema", "matter.union/1");
  json.member("matters", result.matters);
  json.member("once", result.once);
  json.member("preferred", result.preferred);
  json.member("renamed", result.renamed);
  json.member("links", result.links);
  json.key("comments");
  json.begin_array();
  for (const std::string& comment : result.comments) json.string(comment);
  json.end_array();
  json.key("files");
  json.begin_array();
  for (const UnionFile& file : result.files) {
    json.begin_object();
    json.member("path", file.path);
    json.member("from", file.from);
    json.end_object();
  }
  json.end_array();
  json.key("conflicts");
  json.begin_array();
  for (const UnionConflict& conflict : result.conflicts) {
    json.begin_object();
    json.member("matter", conflict.matter);
    json.member("name", conflict.name);
    json.member("first", conflict.first);
    json.member("second", conflict.second);
    json.end_object();
  }
  json.end_array();
  json.key("validated");
  json.boolean(result.validated);
  json.key("invalid");
  Places places(sources);
  write_problems(result.invalid, places, json);
  json.end_object();
  return json.take();
}

}  // namespace matter
