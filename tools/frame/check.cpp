#include <algorithm>
#include <charconv>
#include <optional>

#include "frame/dates.h"
#include "frame/invocation.h"
#include "frame/options.h"
#include "frame/outputs.h"
#include "text/nearest.h"

namespace matter::cli {
namespace {

std::string joined(std::span<const Choice> choices, Lang lang) {
  std::string all;
  for (const Choice& choice : choices) {
    if (!all.empty()) all += lang == Lang::zh ? "、" : ", ";
    all += choice.value;
  }
  return all;
}

std::vector<std::string_view> option_names(const Command* command) {
  std::vector<std::string_view> names;
  for (const Option* option : common_options()) names.push_back(option->name);
  if (command == nullptr) return names;
  for (const Option* option : command->options) names.push_back(option->name);
  return names;
}

bool knows(const Command& command, std::string_view word) {
  return std::any_of(command.options.begin(), command.options.end(), [&](const Option* option) {
    return word == option->name || (word.size() == 1 && word[0] == option->letter);
  });
}

std::string unknown_option(const RawArguments& raw, std::string_view written, Lang lang) {
  const std::string_view spelled = written.substr(0, written.find('='));
  const std::string_view name = spelled.substr(std::min(spelled.find_first_not_of('-'), spelled.size()));
  if (raw.command != nullptr && knows(*raw.command, name)) {
    return say(lang,
               {"选项 {0} 属于命令 {1}，请写在命令之后：matter {1} {0}",
                "the option {0} belongs to the command {1}, write it behind: matter {1} {0}"},
               spelled, raw.command->name);
  }
  const std::string_view near = name.size() > 1 ? nearest(name, option_names(raw.command)) : std::string_view();
  if (near.empty()) return say(lang, {"没有选项 {}", "there is no option {}"}, spelled);
  return say(lang, {"没有选项 {}，是不是 --{}？", "there is no option {}; did you mean --{}?"}, spelled, near);
}

std::string unknown_word(const RawArguments& raw, Lang lang) {
  const auto option = std::find_if(raw.unknown.begin(), raw.unknown.end(),
                                   [](const std::string& word) { return word.size() > 1 && word[0] == '-'; });
  if (raw.command == nullptr && raw.unknown.front()[0] != '-') return unknown_command(raw.unknown.front(), lang);
  if (option != raw.unknown.end()) return unknown_option(raw, *option, lang);
  return say(lang, {"不知道“{}”是什么意思", "\"{}\" is not understood here"}, raw.unknown.front());
}

bool is_number(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && value <= max_number;
}

std::string wrong_choice(const Option& option, std::string_view text, Lang lang) {
  std::vector<std::string_view> values;
  for (const Choice& choice : option.choices) values.push_back(choice.value);
  const std::string_view near = nearest(text, values);
  const std::string all = joined(option.choices, lang);
  if (near.empty()) {
    return say(lang, {"--{} 不能是“{}”，可以是：{}", "--{} cannot be \"{}\"; it is one of: {}"}, option.name, text,
               all);
  }
  return say(lang,
             {"--{} 不能是“{}”，是不是 {}？可以是：{}", "--{} cannot be \"{}\"; did you mean {}? It is one of: {}"},
             option.name, text, near, all);
}

std::string wrong_value(const Option& option, std::string_view text, Lang lang) {
  switch (option.kind) {
    case Kind::choice: {
      const bool known = std::any_of(option.choices.begin(), option.choices.end(),
                                     [&](const Choice& choice) { return choice.value == text; });
      return known ? std::string() : wrong_choice(option, text, lang);
    }
    case Kind::number:
      if (is_number(text)) return {};
      return say(lang, {"--{} 要一个 0 到 {} 的整数，不能是“{}”", "--{} takes a whole number from 0 to {}, not \"{}\""},
                 option.name, max_number, text);
    case Kind::date:
      if (parse_day(text)) return {};
      return say(lang,
                 {"--{} 要一个存在的日期，写作 2026-01-31，不能是“{}”",
                  "--{} takes a day that exists, written like 2026-01-31, not \"{}\""},
                 option.name, text);
    case Kind::flag:
    case Kind::text:
    case Kind::path: return {};
  }
  return {};
}

std::string wrong_values(const Option& option, const Arguments& given, Lang lang) {
  if (!option.forms.empty()) return wrong_outputs(option, given.all(option), lang);
  for (const std::string& text : given.all(option)) {
    std::string wrong = wrong_value(option, text, lang);
    if (!wrong.empty()) return wrong;
  }
  return {};
}

std::string wrong_operands(const Command& command, const Arguments& given, Lang lang) {
  std::size_t least = 0;
  std::size_t most = 0;
  bool many = false;
  const Operand* missing = nullptr;
  for (const Operand& operand : command.operands) {
    if (operand.needed && ++least > given.operands().size() && missing == nullptr) missing = &operand;
    ++most;
    many = many || operand.many;
  }
  if (missing != nullptr) return say(lang, {"还缺：{}", "{} is missing"}, missing->name.in(lang));
  if (many || given.operands().size() <= most) return {};
  return say(lang, {"“{}”是多余的", "\"{}\" is one argument too many"}, given.operands()[most]);
}

}  // namespace

std::string unknown_command(std::string_view written, Lang lang) {
  std::vector<std::string_view> names;
  for (const Command* command : all_commands()) names.push_back(command->name);
  const std::string_view near = nearest(written, names);
  if (near.empty()) return say(lang, {"没有命令“{}”", "there is no command \"{}\""}, written);
  return say(lang, {"没有命令“{}”，是不是 {}？", "there is no command \"{}\"; did you mean {}?"}, written, near);
}

Lang language(const RawArguments& raw) {
  const std::string_view asked = raw.given.text(lang_option);
  if (asked == "zh") return Lang::zh;
  if (asked == "en") return Lang::en;
  return lang_of_environment();
}

std::string mistake(const RawArguments& raw, Lang lang) {
  if (!raw.unknown.empty()) return unknown_word(raw, lang);
  if (!raw.without_value.empty()) {
    const Option& option = *raw.without_value.front();
    return say(lang, {"--{} 后面缺一个值：{}", "--{} needs a value: {}"}, option.name, option.value.in(lang));
  }
  if (!raw.unwanted_value.empty()) {
    return say(lang, {"--{} 后面不带值", "--{} takes no value"}, raw.unwanted_value.front()->name);
  }
  for (const Option* option : common_options()) {
    if (std::string wrong = wrong_values(*option, raw.given, lang); !wrong.empty()) return wrong;
  }
  if (raw.command == nullptr) {
    return raw.given.operands().empty() ? std::string() : unknown_command(raw.given.operands().front(), lang);
  }
  for (const Option* option : raw.command->options) {
    if (option->needed && !raw.given.has(*option)) {
      return say(lang, {"还缺：--{} {}", "--{} {} is missing"}, option->name, option->value.in(lang));
    }
    if (std::string wrong = wrong_values(*option, raw.given, lang); !wrong.empty()) return wrong;
  }
  return wrong_operands(*raw.command, raw.given, lang);
}

}  // namespace matter::cli
