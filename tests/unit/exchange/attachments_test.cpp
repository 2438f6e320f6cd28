#include "exchange/guide/attachments.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "support/shell.h"

using namespace matter;
using namespace matter::test;

namespace {

namespace fs = std::filesystem;

/// A catalog in a folder, with files beside it that are none of its own.
class Place {
 public:
  Place() : play_(MATTER_ROOT) {
    write_file(root() / "catalog.yaml", "format: 1\n");
    write_file(root() / "files/表.pdf", "表");
    write_file(root() / "area/files/表.pdf", "area");
    write_file(root() / "files/script.html", "<script>");
    write_file(play_.path() / "secret.pdf", "secret");
    fs::create_symlink(play_.path() / "secret.pdf", root() / "files/link.pdf");
    fs::create_symlink(play_.path(), root() / "out");
    catalog_.root = root().string();
    catalog_.config_file = std::make_shared<LoadedFile>();
    context_.catalog = &catalog_;
  }
  [[nodiscard]] fs::path root() const { return play_.path() / "in"; }
  std::string give(std::string_view written, std::string_view file = "area/a.yaml", bool sample = false) {
    const std::string found = find_attachment(written, (root() / file).string(), context_);
    return found.empty() ? found : attachments_.place(found, sample);
  }
  std::vector<ExportFile> files;

 private:
  PlayFolder play_;
  Catalog catalog_;
  CatalogContext context_;
  Attachments attachments_{files};
};

}  // namespace

TEST_CASE("attachments: a file is found beside the matter, then from the catalog's folder, and given once") {
  Place place;
  CHECK(place.give("files/表.pdf") == "files/表.pdf");
  CHECK(place.give("../area/files/表.pdf") == "files/表.pdf");
  CHECK(place.give("files/表.pdf", "b.yaml") == "files/表-2.pdf");
  CHECK(place.give("files/表.pdf", "area/a.yaml", true) == "files/表-3.sample.pdf");
  REQUIRE(place.files.size() == 3);
  CHECK(place.files[0].pending == "area");
  CHECK(place.files[1].pending == "表");
  CHECK(place.files[2].sample);
}

TEST_CASE("attachments: nothing leaves from outside of the catalog, nothing that could run, nothing absent") {
  Place place;
  const std::string secret = (place.root().parent_path() / "secret.pdf").string();
  for (const std::string& written :
       {std::string("../secret.pdf"), std::string("../../secret.pdf"), secret, std::string("files/link.pdf"),
        std::string("out/secret.pdf"), std::string("../out/secret.pdf"), std::string("files/script.html"),
        std::string("catalog.yaml"), std::string("files"), std::string("none.pdf"), std::string(),
        std::string("file:///etc/hosts.pdf"), std::string("..\\secret.pdf")})
    CHECK_MESSAGE(place.give(written).empty(), written);
  CHECK(place.files.empty());
}
