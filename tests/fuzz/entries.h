#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace matter::fuzz {

/// An entry reads any bytes and ends the program with a message when a promise is broken.
using Call = void (*)(std::string_view bytes);

void read_yaml(std::string_view bytes);
void read_json(std::string_view bytes);
void read_xml(std::string_view bytes);
void read_encoding(std::string_view bytes);
void format(std::string_view bytes);
void read_matters(std::string_view bytes);

struct Entry {
  std::string_view corpus;  ///< folder below corpus/
  Call call;
};

inline constexpr Entry entries[] = {{"yaml", read_yaml},         {"json", read_json}, {"xml", read_xml},
                                    {"encoding", read_encoding}, {"format", format},  {"matter", read_matters}};

}  // namespace matter::fuzz

#ifdef MATTER_LIBFUZZER
#define MATTER_FUZZ_MAIN(call)                                                                               \
  extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);                         \
  extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {                        \
    call(std::string_view(size == 0 ? "" : static_cast<const char*>(static_cast<const void*>(data)), size)); \
    return 0;                                                                                                \
  }
#else
#define MATTER_FUZZ_MAIN(call) static_assert(true)
#endif
