#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "media/xml_elements.h"
#include "text/edit.h"

// Edits of one part of a workbook; for xlsx*.cpp alone.

namespace matter::xlsx {

class PartEdit {
 public:
  explicit PartEdit(std::string_view text) : text_(text) {}
  void replace(std::size_t begin, std::size_t end, std::string by);
  void insert(std::size_t at, std::string what) { replace(at, at, std::move(what)); }
  [[nodiscard]] bool any() const { return !edits_.empty(); }
  [[nodiscard]] std::string done();

 private:
  std::string_view text_;
  std::vector<TextEdit> edits_;
};

/// Where the first of these children of the outermost element begins; else the end of that.
[[nodiscard]] std::size_t before_any(const std::vector<XmlElement>& all, std::span<const std::string_view> names);

}  // namespace matter::xlsx
