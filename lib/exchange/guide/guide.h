#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/cell.h"
#include "exchange/mapping.h"

// What a guide says of one matter, as plain texts in order: decided once, for every medium.

namespace matter {

/// `工作日 9:00-12:00` beside `办理时间`.
struct GuideFact {
  enum class Kind : std::uint8_t {
    text,
    address,  ///< of a page: http or https
    phone,    ///< one number that can be called, `target` holds its digits
    file,     ///< of the site, `target` is its path from the page
  };
  std::string_view label;
  std::string text;
  std::string target;
  Kind kind = Kind::text;
};

struct GuideTag {
  std::string text;
  bool relief = false;  ///< spares people something: 免交
};

struct GuideItem {
  std::string title;
  std::vector<GuideTag> tags;
  std::vector<GuideFact> facts;
  std::vector<std::string> situations;  ///< it concerns these alone; empty: all
};

/// Items of one situation: those that concern all have no name.
struct GuideGroup {
  std::string name, note;
  std::vector<std::uint32_t> items;  ///< numbers in the section
};

struct GuideSection {
  std::string_view label;
  GuideSpot::Layout layout = GuideSpot::Layout::facts;
  std::string_view item_label;   ///< what an item is, above a table of them: 材料
  bool ordered = false;          ///< the order of items means something
  std::string said;              ///< in place of all else: 不收费, 未载明
  std::vector<GuideFact> facts;  ///< without items
  std::vector<GuideItem> items;
  std::vector<GuideGroup> groups;  ///< empty where no item asks for a situation
};

/// One matter, ready to be written down.
struct Guide {
  std::string name, common_name, short_name, code, agency;
  std::string region;                      ///< code of 12 digits, of the agency, as far as it is known: for the order
  std::vector<std::string> warnings;       ///< above all else: 暂停办理, 可能缺少内容
  std::vector<std::string_view> clients;   ///< names of the list `client`
  std::vector<std::string_view> channels;  ///< names of the list `channel`
  std::vector<GuideSection> guide, notice;
  bool sample = false;
};

struct GuideInput {
  const Matter& matter;  ///< effective, and redacted for the public
  const CatalogContext& context;
  std::string_view file;  ///< it was read from
  bool sample = false;
  bool incomplete = false;
};

/// Files of the catalog that facts name, in the order of their marks (`place_mark`, from 1); and where it is told that
/// one is not to be had.
struct GuideFiles {
  std::vector<std::string>& attachments;
  LossRecorder& losses;
};

/// Fills sections as the mapping's tables say. Nothing is promised that the matter does not say: what it leaves open is
/// left out, or said to be open; 无 is said only where it has a meaning.
[[nodiscard]] Guide make_guide(const Mapping& mapping, const GuideInput& input, const DateValue& today,
                               CellMaker& cells, const GuideFiles& files);

}  // namespace matter
