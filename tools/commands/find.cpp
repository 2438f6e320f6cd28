#include "ops/find.h"

#include "frame/invocation.h"
#include "frame/matter_options.h"
#include "frame/options.h"
#include "frame/result.h"
#include "report/find_text.h"
#include "report/material_text.h"

namespace matter::cli::commands {
namespace {

constexpr Operand operands[] = {words_operand};

constexpr Option basis_option{
    .name = "basis",
    .kind = Kind::text,
    .value = {"法律", "LAW"},
    .help = {"引用这部法律或文件的事项：名称或文号", "matters that cite this law or document, by its title or number"}};
constexpr Option article_option{
    .name = "article",
    .kind = Kind::text,
    .value = {"条款", "ARTICLE"},
    .help = {"只找引用这一条的，如 7 或 第七条第二款", "only those that cite this article: 7, or as the law counts"}};
constexpr Option material_option{.name = "material",
                                 .kind = Kind::text,
                                 .value = {"材料", "MATERIAL"},
                                 .help = {"要交这种材料的事项", "matters that ask for a material of this name"}};
constexpr Option duplicates_option{
    .name = "duplicates",
    .help = {"同一种材料各部门叫法不一的", "materials that are one and called differently by agencies"}};
constexpr Option shareable_option{.name = "shareable",
                                  .help = {"一个部门要、另一个部门核发的材料：能共享就不该要",
                                           "materials that one agency asks for and another issues"}};

constexpr const Option* options[] = {&duplicates_option,   &shareable_option, &basis_option, &article_option,
                                     &material_option,     &name_option,      &code_option,  &agency_option,
                                     &mode_option,         &level_option,     &type_option,  &family_option,
                                     &table_format_option, &output_option};

constexpr Example examples[] = {
    {"matter find --basis 《示例公共场所卫生管理办法》 catalogs/five-levels",
     {"一部法律改了，哪些事项要跟着改。", "A law was changed: whom it hits."}},
    {"matter find --basis 住房公积金管理条例 --article 24 catalogs",
     {"只找引用第二十四条的。", "Only those that cite one article."}},
    {"matter find --shareable catalogs/five-levels", {"哪些材料是别的部门核发的。", "What other agencies issue."}},
    {"matter find --material 营业执照 --agency 卫生 catalogs/five-levels \\\n--format csv --output found.csv",
     {"卫生部门哪些事项还要交营业执照，写成表格。", "Who of one agency asks for a material, as a table."}},
};

constexpr ExitMeaning exits[] = {
    {exit_code::clean, {"找到了", "found"}},
    {exit_code::findings, {"没有这样的事项", "there is no such matter"}},
    {exit_code::unusable,
     {"用法不对、文件读不了，或没有可找的事项",
      "wrong usage, a file that cannot be read, or no matter to look through"}},
};

int call_materials(const Invocation& in, MaterialQuestion question) {
  for (const Option* const other : options) {
    const bool goes = other == &duplicates_option || other == &shareable_option || other == &table_format_option ||
                      other == &output_option;
    if (!goes && in.given.has(*other))
      return in.misuse({"--duplicates、--shareable 要单独用，不和 --{} 一起",
                        "--duplicates and --shareable stand alone, not with --{}"},
                       other->name);
  }
  Sources sources;
  const MaterialNames names =
      worked(in, [&](const RunOptions& run) { return material_names(paths_or_here(in), run, sources); });
  Result told{.forms = {[&](const TextStyle& style, const Sink& to) {
                          write_materials_text(names, question, sources, style, to);
                        },
                        [&](const Sink& to) { write_materials_json(names, question, sources, to); },
                        [&](const Sink& to) { write_materials_csv(names, question, sources, in.lang, to); }},
              .found = question == MaterialQuestion::near ? names.near.empty() : names.shareable.empty()};
  if (names.matters == 0) told.nothing = nothing_to_look_through();
  return tell(in, told);
}

int call(const Invocation& in) {
  if (in.given.has(duplicates_option) && in.given.has(shareable_option))
    return in.misuse({"--duplicates 与 --shareable 只能给一个", "give one of --duplicates and --shareable"});
  if (in.given.has(duplicates_option)) return call_materials(in, MaterialQuestion::near);
  if (in.given.has(shareable_option)) return call_materials(in, MaterialQuestion::shareable);
  const std::optional<Looked> looked = looked_for(in);
  if (!looked) return exit_code::unusable;
  FindQuery query{.of = looked->of,
                  .basis = std::string(in.given.text(basis_option)),
                  .article = {},
                  .material = std::string(in.given.text(material_option))};
  if (query.empty()) {
    return in.misuse({"要找什么？请给要找的词，或 --basis、--material、--duplicates、--shareable 等选项",
                      "what is looked for? give words, or options such as --basis, --material, --duplicates, "
                      "--shareable"});
  }
  if (in.given.has(article_option)) {
    if (query.basis.empty()) return in.misuse({"--article 要和 --basis 一起用", "--article goes with --basis"});
    query.article = parse_article(in.given.text(article_option));
    if (!query.article) {
      return in.misuse({"--article：“{}”不是一条，写作 7 或 第七条第二款", "--article: '{}' is no article; write 7"},
                       in.given.text(article_option));
    }
  }
  Sources sources;
  const FindResult result = worked(in, [&](const RunOptions& run) { return find(query, looked->paths, run, sources); });
  Result told{.forms = {[&](const TextStyle& style, const Sink& to) { write_find_text(result, sources, style, to); },
                        [&](const Sink& to) { write_find_json(result, sources, to); },
                        [&](const Sink& to) { write_find_csv(result, sources, in.lang, to); }},
              .found = result.found.empty()};
  if (result.matters == 0) {
    told.nothing = nothing_to_look_through();
  } else if (result.found.empty()) {
    say_none(in, result);
    if (form_of(in) == "text") return exit_code::findings;
  }
  return tell(in, told);
}

}  // namespace

extern const Command find_command;
const Command find_command{
    .name = "find",
    .summary = {"找事项：一部法律改了影响到谁，哪些还要交某种材料",
                "Find matters: whom a changed law hits, who asks for a material"},
    .operands = operands,
    .options = options,
    .examples = examples,
    .exits = exits,
    .call = call,
};

}  // namespace matter::cli::commands
