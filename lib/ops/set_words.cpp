#include "ops/set_words.h"

#include "model/named.h"

namespace matter {

namespace {

std::string name_of(const Field& field, Lang lang) { return std::string(lang == Lang::zh ? field.label : field.key); }

/// The values of a named list, or what the field's help says.
std::string what_is_meant(const Field& field, std::string_view written, Lang lang) {
  const NamedList* const names = field.values.empty() ? nullptr : named_list(field.values);
  if (names == nullptr) return std::string(field.help.in(lang));
  const std::string_view nearest = nearest_name(*names, written);
  std::string all;
  for (const NamedValue& value : names->values) {
    if (!all.empty()) all += lang == Lang::zh ? "、" : ", ";
    all += value.name;
  }
  if (nearest.empty()) return say(lang, {"可以是：{}", "one of: {}"}, all);
  return say(lang, {"是不是“{}”？可以是：{}", "did you mean '{}'? One of: {}"}, nearest, all);
}

}  // namespace

void did_you_mean(Lang lang, std::string_view nearest, Diagnostic& d) {
  if (!nearest.empty()) d.hint = say(lang, {"是不是“{}”？", "did you mean '{}'?"}, nearest);
}

void refuse_field(Collector& to, const SetRequest& request, const FieldProblem& problem) {
  using Why = FieldProblem::Kind;
  const Lang lang = to.lang();
  const std::string field = problem.field == nullptr ? std::string{} : name_of(*problem.field, lang);
  switch (problem.kind) {
    case Why::unknown_field: {
      Diagnostic& d = refuse(to, "field-unknown", request, {"没有要素“{}”", "there is no field '{}'"}, problem.written);
      return did_you_mean(lang, problem.nearest, d);
    }
    case Why::unknown_item: {
      Diagnostic& d =
          refuse(to, "field-unknown", request, {"“{}”中没有“{}”", "{} has no item '{}'"}, field, problem.written);
      did_you_mean(lang, problem.nearest, d);
      if (d.hint.empty()) d.hint = say(lang, {"要加一项，写 [+]", "write [+] to add one"});
      return;
    }
    case Why::needs_item: {
      Diagnostic& d =
          refuse(to, "field-type", request, {"“{}”有多项，要说明是哪一项", "{} is a list: say which item"}, field);
      d.hint = say(lang, {"写作 {}[名称]", "as {}[name]"}, field);
      return;
    }
    case Why::no_list:
      refuse(to, "field-type", request, {"“{}”不是列表，没有各项", "{} is no list and has no items"}, field);
      return;
    case Why::nothing_inside:
    case Why::none:
      refuse(to, "field-unknown", request, {"“{}”下面没有“{}”", "nothing called '{1}' stands in {0}"}, field,
             problem.written);
  }
}

void refuse_value(Collector& to, const SetRequest& request, const ValueProblem& problem) {
  using Why = ValueProblem::Kind;
  const Lang lang = to.lang();
  const std::string field = problem.field == nullptr ? std::string{} : name_of(*problem.field, lang);
  if (problem.kind == Why::not_yaml) {
    Diagnostic& d = refuse(to, "field-type", request, {"“{}”的值读不懂：{}", "the value of {} is not understood: {}"},
                           field, problem.written);
    d.hint = say(lang, {"多项写作 [甲, 乙]，一组要素写作 {{name: 甲, form: 纸质}}",
                        "write several as [a, b], a group of fields as {{name: a, form: b}}"});
    return;
  }
  if (problem.kind == Why::unknown_field) {
    refuse(to, "field-unknown", request, {"值中的要素“{}”不存在", "there is no field '{}', which the value has"},
           problem.written);
    return;
  }
  const bool type = problem.kind == Why::wrong_type;
  Diagnostic& d = refuse(to, type ? "field-type" : "field-value", request, {"“{}”不能是“{}”", "{} cannot be '{}'"},
                         field, problem.written);
  if (problem.field != nullptr) d.hint = what_is_meant(*problem.field, problem.written, lang);
}

void refuse_text(Collector& to, const SetRequest& request, const std::string& why) {
  Diagnostic& d = refuse(to, "yaml-syntax", request, {"改不了：{}", "this edit is not possible: {}"}, why);
  d.hint = say(to.lang(), {"请手工修改这一处，并把情况告诉我们", "edit this place by hand, and please report it"});
}

std::string lost_matter(Lang lang) {
  return say(
      lang, {"改后读到的事项与要改成的不一致", "the matter that would be read differs from the one that was intended"});
}

}  // namespace matter
