#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace matter {

/// A text as the text of HTML, in an element or a quoted attribute. Control characters and controls of the direction of
/// writing are left out: what stands beside it must not change.
[[nodiscard]] std::string html_text(std::string_view text);
/// A relative path as the value of `href`: what is not plain in an address is escaped.
[[nodiscard]] std::string path_address(std::string_view path);

/// A file of schemas/guide with each `{{name}}` replaced by markup that is made already. Every name in the file must be
/// given (a contract test looks); markup that is filled in is not looked at again.
[[nodiscard]] std::string fill_template(std::string_view file,
                                        std::initializer_list<std::pair<std::string_view, std::string_view>> values);
/// A file of schemas/guide as it is.
[[nodiscard]] std::string_view guide_file(std::string_view file);

}  // namespace matter
