#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace matter {

/// The pages of one matter before they stand among others: in place of names of files, which depend on those of
/// others, they have marks (`place_mark`).
struct MadeGuide {
  std::string wish;  ///< for the name of its files
  std::string name, other_names, code, agency, region;
  std::vector<std::string> clients, channels;
  std::string guide, notice;             ///< the pages
  std::vector<std::string> attachments;  ///< files of the catalog that it gives along, by number of their mark
};

/// Stands in a page for the name of the matter's own files (0), or for the path of an attachment (from 1). It is the
/// same in every address.
[[nodiscard]] std::string place_mark(std::size_t number);
/// The page with names, which become parts of addresses, in the places of marks.
[[nodiscard]] std::string with_names(std::string_view page, const std::vector<std::string>& names);

}  // namespace matter
