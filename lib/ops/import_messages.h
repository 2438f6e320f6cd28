#pragma once

#include <deque>
#include <vector>

#include "diag/collector.h"
#include "doc/document.h"
#include "exchange/mapping.h"
#include "media/xml.h"
#include "text/source.h"

namespace matter {

/// A file of messages or entries, each a matter as the platform says it. Trees are views into text and XML.
struct MessageFile {
  struct Record {
    const Document* from = nullptr;
    NodeId node = no_node;
    Location at;
    bool sample = false;  ///< the file says that it holds samples
  };
  SourceId source = no_source;
  SharedText text;
  XmlText xml;
  std::deque<Document> documents;
  std::vector<Record> records;
};

/// Finds the matters in an opened file: wherever the mapping's root elements stand, whatever is around them. False,
/// with findings at their place, where it is no XML or holds none.
bool read_xml_messages(const Mapping& mapping, MessageFile& file, Collector& findings);
/// In JSON: an entry, a list of entries, or either in an object around it.
bool read_json_entries(const Mapping& mapping, MessageFile& file, Collector& findings);

}  // namespace matter
