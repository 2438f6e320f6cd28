#include "frame/outputs.h"

#include <algorithm>
#include <set>

#include "text/nearest.h"

namespace matter::cli {
namespace {

bool is_word(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

bool is_form(const Option& option, std::string_view name) {
  return std::any_of(option.forms.begin(), option.forms.end(), [&](const Choice& form) { return form.value == name; });
}

std::string unknown_form(const Option& option, std::string_view form, std::string_view written, Lang lang) {
  std::vector<std::string_view> names;
  std::string all;
  for (const Choice& one : option.forms) {
    names.push_back(one.value);
    if (!all.empty()) all += lang == Lang::zh ? "、" : ", ";
    all += one.value;
  }
  const std::string_view near = nearest(form, names);
  std::string text = say(lang, {"--{} 没有格式“{}”", "--{} knows no form \"{}\""}, option.name, form);
  if (!near.empty()) text += say(lang, {"，是不是 {}？", "; did you mean {}?"}, near);
  return text + say(lang,
                    {"{}可以是：{}。文件名中有等号的，连文件夹一起写：./{}",
                     "{} It is one of: {}. A file with an equals sign is given with its folder: ./{}"},
                    near.empty() ? (lang == Lang::zh ? "，" : ".") : "", all, written);
}

}  // namespace

OutputPlace output_place(const Option& option, std::string_view written) {
  if (is_form(option, written)) return {written, "-"};
  const std::size_t sign = written.find('=');
  if (sign == std::string_view::npos || !is_word(written.substr(0, sign))) return {{}, written};
  return {written.substr(0, sign), written.substr(sign + 1)};
}

std::string wrong_outputs(const Option& option, const std::vector<std::string>& written, Lang lang) {
  std::set<std::string_view> paths;
  for (const std::string& one : written) {
    const OutputPlace place = output_place(option, one);
    if (!place.form.empty() && !is_form(option, place.form)) return unknown_form(option, place.form, one, lang);
    if (place.path.empty())
      return say(lang, {"--{}：“{}”后面没有写文件", "--{}: no file stands behind \"{}\""}, option.name, one);
    if (!place.standard() && !paths.insert(place.path).second)
      return say(lang, {"--{}：文件“{}”写了两次", "--{}: the file \"{}\" would be written twice"}, option.name,
                 place.path);
  }
  return {};
}

}  // namespace matter::cli
