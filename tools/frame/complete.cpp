#include "frame/complete.h"

#include <algorithm>

#include "frame/offered.h"
#include "frame/options.h"
#include "text/embedded.h"

namespace matter::detail {
// Defined by matter_embed from tools/frame/shells.
extern const EmbeddedBlob shell_scripts[];
extern const unsigned shell_scripts_count;
}  // namespace matter::detail

namespace matter::cli {
namespace {

constexpr std::string_view end_of_options = "--";

const Option* named(const Command* command, std::string_view word) {
  const auto is = [&](const Option* option) {
    if (word.starts_with("--")) return word.substr(2) == option->name;
    return word.size() == 2 && word[0] == '-' && word[1] == option->letter;
  };
  const auto find = [&](std::span<const Option* const> options) {
    const auto found = std::find_if(options.begin(), options.end(), is);
    return found == options.end() ? nullptr : *found;
  };
  const Option* const common = find(common_options());
  return common != nullptr || command == nullptr ? common : find(command->options);
}

/// What stands on the line before the word that is typed.
class Line {
 public:
  Line(std::span<const std::string> words, Lang lang) : lang_(lang) {
    if (words.empty()) return;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) read(words[i]);
    last_ = words.back();
    // `--name =` is cut at the sign too, where nothing is typed behind it yet.
    if (waiting_ != nullptr && last_ == "=") last_ = {};
  }

  Completion complete() {
    if (waiting_ != nullptr) {
      values(*waiting_, {}, last_);
    } else if (const std::size_t sign = last_.find('=');
               !closed_ && last_.starts_with("--") && sign != std::string::npos) {
      const Option* const option = named(command_, last_.substr(0, sign));
      if (option != nullptr) values(*option, last_.substr(0, sign + 1), last_.substr(sign + 1));
    } else if (!closed_ && last_.starts_with("-") && last_ != "-") {
      options();
    } else if (command_ == nullptr) {
      offer(command_names(), {}, last_);
    } else {
      operand();
      if (!closed_ && last_ == "-") options();
    }
    return std::move(out_);
  }

 private:
  void read(const std::string& word) {
    if (waiting_ != nullptr) {
      if (word != "=") {
        given_.push_back(waiting_);
        waiting_ = nullptr;
      }
      return;
    }
    const bool option_word = !closed_ && word.size() > 1 && word[0] == '-';
    if (option_word && word == end_of_options) {
      closed_ = true;
    } else if (option_word) {
      const std::size_t sign = word.find('=');
      const Option* const option = named(command_, std::string_view(word).substr(0, sign));
      if (option == nullptr) return;
      if (option->kind != Kind::flag && sign == std::string::npos) {
        waiting_ = option;
      } else {
        given_.push_back(option);
      }
    } else if (!closed_ && command_ == nullptr) {
      command_ = find_command(word);
    } else {
      ++operands_;
    }
  }

  void put(std::string text, std::string_view help) { out_.words.push_back({std::move(text), help}); }

  void offer(std::span<const Choice> choices, std::string_view before, std::string_view typed) {
    for (const Choice& choice : choices) {
      if (choice.value.starts_with(typed)) put(std::string(before).append(choice.value), choice.help.in(lang_));
    }
  }

  void values(const Option& option, std::string_view before, std::string_view typed) {
    offer(option.choices, before, typed);
    if (option.offered != nullptr) offer(option.offered(), before, typed);
    for (const Choice& form : option.forms) {
      if (form.value.starts_with(typed)) put(std::string(before).append(form.value).append("="), form.help.in(lang_));
    }
    out_.files = option.kind == Kind::path;
  }

  void options() {
    const auto add = [&](std::span<const Option* const> all) {
      for (const Option* const option : all) {
        const bool again = option->repeated || std::find(given_.begin(), given_.end(), option) == given_.end();
        std::string name = "--" + std::string(option->name);
        if (again && name.starts_with(last_)) put(std::move(name), option->help.in(lang_));
      }
    };
    if (command_ != nullptr) add(command_->options);
    add(common_options());
  }

  void operand() {
    if (command_->operands.empty()) return;
    const Operand& last = command_->operands.back();
    if (operands_ >= command_->operands.size() && !last.many) return;
    const Operand& operand = operands_ < command_->operands.size() ? command_->operands[operands_] : last;
    out_.files = operand.offered == nullptr || operand.files;
    if (operand.offered != nullptr) offer(operand.offered(), {}, last_);
  }

  Lang lang_;
  const Command* command_ = nullptr;
  const Option* waiting_ = nullptr;  ///< its value comes next
  std::vector<const Option*> given_;
  std::size_t operands_ = 0;
  bool closed_ = false;  ///< behind `--` nothing is an option
  std::string_view last_;
  Completion out_;
};

}  // namespace

Completion complete(std::span<const std::string> words, Lang lang) { return Line(words, lang).complete(); }

std::string_view completion_script(std::string_view shell) {
  for (unsigned i = 0; i < detail::shell_scripts_count; ++i) {
    const auto& blob = detail::shell_scripts[i];
    if (blob.path == shell) return {blob.begin, static_cast<std::size_t>(blob.end - blob.begin)};
  }
  return {};
}

}  // namespace matter::cli
