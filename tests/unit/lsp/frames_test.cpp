#include "lsp/frames.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace matter::lsp;

TEST_CASE("lsp frames: messages are taken apart however the bytes come") {
  const std::string stream = framed("{\"a\":1}") + "content-length: 2\nContent-Type: x\n\n{}" + framed("");
  for (const std::size_t step : {std::size_t{1}, std::size_t{7}, stream.size()}) {
    CAPTURE(step);
    Frames frames;
    std::vector<std::string> got;
    for (std::size_t at = 0; at < stream.size(); at += step) {
      frames.add(std::string_view(stream).substr(at, step));
      while (auto message = frames.next()) got.push_back(*message);
    }
    CHECK(got == std::vector<std::string>{"{\"a\":1}", "{}", ""});
    CHECK(frames.broken().en.empty());
    CHECK(!frames.inside());
  }
}

TEST_CASE("lsp frames: what is no protocol is said and ends the stream") {
  const auto broken = [](const std::string& bytes) {
    Frames frames;
    frames.add(bytes);
    CHECK(!frames.next());
    frames.add(framed("{}"));
    CHECK(!frames.next());
    return std::string(frames.broken().en);
  };
  CHECK(broken("GET / HTTP/1.1\r\n\r\n").find("no Content-Length") != std::string::npos);
  CHECK(broken("Content-Length: -1\r\n\r\n").find("no Content-Length") != std::string::npos);
  CHECK(broken("Content-Length: 12x\r\n\r\n").find("no Content-Length") != std::string::npos);
  CHECK(broken("Content-Length: 99999999999999999999999\r\n\r\n").find("no Content-Length") != std::string::npos);
  CHECK(broken("Content-Length: 999999999\r\n\r\n").find("256 MB") != std::string::npos);
  CHECK(broken(std::string(max_header_bytes + 1, 'x')).find("never ends") != std::string::npos);
}

TEST_CASE("lsp frames: a message that is not complete is waited for") {
  Frames frames;
  frames.add("Content-Length: 10\r\n\r\n{}");
  CHECK(!frames.next());
  CHECK(frames.broken().en.empty());
  CHECK(frames.inside());
}
