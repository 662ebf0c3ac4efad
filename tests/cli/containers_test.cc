// SPDX-License-Identifier: GPL-2.0-or-later
// Containers as timbao-index reads them: what they hold is found, a run that changes nothing does not open them, --prune
// works inside, and bombs take no memory.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "common/base/json.h"
#include "tests/cli/archive_fixture.h"
#include "tests/packed.h"
#include "tests/sanitizer.h"

namespace timbao::test {
namespace {

namespace fs = std::filesystem;

class Containers : public ArchiveTest {
 protected:
  std::string write_archive(const std::string& name, const std::string& bytes, std::time_t changed = kLongAgo) const {
    const std::string file = directory_.write("archive/" + name, bytes);
    set_time(file, changed);
    return file;
  }

  /// A gigabyte of zeros in each way, and beside most of them an article. (They are let go of before a program starts: a
  /// process that has just been forked counts as large as its parent.)
  void write_bombs() const {
    const std::string zeros(std::size_t{1} << 30U, '\0');
    const auto beside = [](const char* place) { return PackedEntry{"tin.txt", "Hội làng " + std::string(place)}; };
    static_cast<void>(write_archive("bomb.zip", pack({"zip"}, {{"bomb.jsonl", zeros}, beside("Một")})));
    static_cast<void>(write_archive("bomb.txt.gz", compressed("gzip", zeros)));
    static_cast<void>(write_archive("bomb.tar.zst", pack({"ustar", "zstd"}, {{"bomb.jpg", zeros}, beside("Hai")})));
    static_cast<void>(write_archive("pictures.tar", pack({"ustar"}, {{"a.jpg", zeros}, beside("Ba")})));
  }

  [[nodiscard]] std::vector<std::string> ids_found(const std::string& query) const {
    const RunResult result = run({TIMBAO_QUERY_BIN, "--index", index_, "--format=ids", "--match=all", query});
    return lines_of(result.out);
  }
};

std::string article(const std::string& place) { return "Hội làng " + place + "\n\nBà con họp bàn việc đê điều.\n"; }

/// So many entries, each with an article of its own.
std::vector<PackedEntry> articles(int count) {
  std::vector<PackedEntry> entries;
  for (int i = 0; i < count; ++i) entries.push_back({std::to_string(i) + ".txt", article("số " + std::to_string(i))});
  return entries;
}

std::string bytes_of(std::u16string_view text) {
  std::string bytes;
  for (const char16_t unit : text) {
    bytes += static_cast<char>(unit & 0xFFU);
    bytes += static_cast<char>(unit >> 8U);
  }
  return bytes;
}

/// A page in VNI, whose letters are one or two bytes each.
std::string page_in_vni() {
  return "<html><head><title>Ba\xF9o la\xF8ng</title></head><body><h1>Ho\xE4i \xF1ua ghe la\xF8ng Phu\xF9 "
         "Quy\xF9</h1>\n<p>Sa\xF9ng nay, ba\xF8 con ho\xEFp ba\xF8n vie\xE4\x63 s\xF6\xFB\x61 "
         "\xF1\xF6\xF4\xF8ng la\xF8ng va\xF8 tr\xF6\xF4\xF8ng ho\xEF\x63 cu\xFB\x61 xa\xF5.</p>\n<p>Na\xEAm nay "
         "la\xF8ng co\xF9 hai m\xF6\xF4i ghe \xF1ua, mo\xE3i ghe m\xF6\xF4\xF8i ta\xF9m "
         "ng\xF6\xF4\xF8i.</p></body></html>\n";
}

std::string document_of_word(const std::string& line) {
  return pack(
      {"zip"},
      {{"[Content_Types].xml", "<Types/>"},
       {"word/document.xml",
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        "<w:body><w:p><w:r><w:t>" +
            line + "</w:t></w:r></w:p></w:body></w:document>"}});
}

TEST_F(Containers, AreFoundWithTheirNamesByAQueryWithoutMarks) {
  const std::string tcvn3 =
      "H\xE9i \xAE\xE5ng l\xB5ng Ph\xF3 X\xB8\n\nB\xB5 con h\xE4p b\xB5n vi\xD6\x63 \xAE\xAA \xAE\x69\xD2u, "
      "\xAE\xAD\xEAng l\xB5ng v\xB5 tr\xAD\xEAng h\xE4\x63 c\xF1\x61 x\xB7.\n";
  const std::string lines = R"({"title":"Chợ phiên Đồng Mây"})"
                            "\n"
                            R"({"title":"Cầu treo Bản Lác"})"
                            "\n";
  const std::string tar = pack({"pax", "zstd"}, {{"tin/news.jsonl", lines}});
  const std::string zip =
      pack({"zip"}, {{"cũ/tcvn3.txt", tcvn3},
                     {"utf16.txt", std::string("\xFF\xFEM\0\xB0\x01\x61\0", 8)},
                     {"tin.tar.zst", tar},
                     {"trang.html", page_in_vni()},
                     {"bảng.csv", bytes_of(u"\uFEFFtitle,body\r\nHội vật Đồng Nổi,\"Sới vật, trống\"\r\n")},
                     {"chỉ thị.docx", document_of_word("Chỉ thị về nước sạch")},
                     {"ảnh.jpg", "\xFF\xD8"},
                     {"bom.txt", std::string(200'000'000, '\0')}});
  static_cast<void>(write_archive("bao.zip", zip));
  const std::string told = add({}, 1);
  EXPECT_TRUE(has_part(told, "added 7, updated 0, unchanged 0, removed 0, rejected 1, passed over 1")) << told;
  EXPECT_TRUE(has_part(told, "bao.zip!bom.txt: too_large: ")) << told;
  EXPECT_EQ(ids_found("\"hoi dong lang\""), (std::vector<std::string>{archive_ + "/bao.zip!cũ/tcvn3.txt"}));
  EXPECT_EQ(ids_found("cau treo"), (std::vector<std::string>{archive_ + "/bao.zip!tin.tar.zst!tin/news.jsonl!2"}));
  EXPECT_EQ(ids_found("hoi dua ghe phu quy"), (std::vector<std::string>{archive_ + "/bao.zip!trang.html"}));
  EXPECT_EQ(ids_found("soi vat"), (std::vector<std::string>{archive_ + "/bao.zip!bảng.csv!2"}));
  EXPECT_EQ(ids_found("nuoc sach"), (std::vector<std::string>{archive_ + "/bao.zip!chỉ thị.docx"}));
  EXPECT_EQ(ids_found("mua"), (std::vector<std::string>{archive_ + "/bao.zip!utf16.txt"}));
  expect_sound();
}

TEST_F(Containers, HaveNamesInOldCharsetsWhereTheseReadAsVietnamese) {
  static_cast<void>(write_archive(
      "a.tar", pack({"ustar"}, {{"B\xE1o c\xE1o t\xF4\xD2ng k\xEA\xECt.txt", "Mưa lũ"}, {"t\xE9p.txt", "Chợ phiên"}})));
  static_cast<void>(add({}));
  EXPECT_EQ(ids_found("mua lu"), (std::vector<std::string>{archive_ + "/a.tar!Báo cáo tổng kết.txt"}));
  EXPECT_EQ(ids_found("cho phien"), (std::vector<std::string>{archive_ + "/a.tar!t%E9p.txt"}));
}

TEST_F(Containers, AreNotOpenedAgainWhileTheyAreUnchanged) {
  for (const char* format : {"zip", "ustar"}) {
    const std::string file = write_archive(std::string("a.") + format, pack({format}, articles(3)));
    settle();
    ASSERT_EQ(command({"add", file}).status, 0);
    settle();
    EXPECT_TRUE(has_part(command({"add", file}).err, "unchanged 3, removed 0, rejected 0 (0 articles")) << format;
    set_time(file, kLongAgo + 5);
    EXPECT_TRUE(has_part(command({"add", file}).err, "files: 0 read, 1 unchanged)"))
        << format << ": its bytes are the same";
    EXPECT_TRUE(has_part(command({"add", "--exclude=1.txt", file}).err, "files: 1 read)"))
        << format << ": another choice of entries is another way of reading";
  }
}

TEST_F(Containers, PruneForgetsEntriesAndContainersThatAreGone) {
  static_cast<void>(write_archive("a.zip", pack({"zip"}, articles(30))));
  for (int i = 0; i < 30; ++i) static_cast<void>(write_article(std::to_string(i) + ".txt", "Tin " + std::to_string(i)));
  EXPECT_EQ(add(), summary(60, 0, 0));
  static_cast<void>(write_archive("a.zip", pack({"zip"}, articles(28)), kLongAgo + 1));
  EXPECT_EQ(add(), summary(0, 0, 58)) << "without --prune they stay";
  EXPECT_TRUE(holds("a.zip!29.txt"));
  EXPECT_EQ(add({"--prune"}), summary(0, 0, 58, 2));
  EXPECT_FALSE(holds("a.zip!29.txt"));
  EXPECT_TRUE(holds("a.zip!27.txt"));
  EXPECT_EQ(add({"--prune"}), summary(0, 0, 58));
  expect_sound();
  fs::remove(archive_ + "/a.zip");
  EXPECT_EQ(add({"--prune", "--force"}), summary(0, 0, 30, 28));
  expect_sound();
}

TEST_F(Containers, PruneForgetsNothingOfAContainerThatIsCutOff) {
  for (const Packing& packing : {Packing{"zip"}, Packing{"ustar"}, Packing{"ustar", "gzip"}}) {
    const std::string bytes = pack(packing, articles(30)), name = "a." + packing.format + packing.filter;
    const std::string file = write_archive(name, bytes);
    ASSERT_EQ(command({"add", file}).status, 0);
    static_cast<void>(write_archive(name, bytes.substr(0, bytes.size() / 2), kLongAgo + 1));
    const RunResult result = command({"add", "--prune", "--force", file});
    EXPECT_EQ(result.status, 1) << result.err;
    EXPECT_TRUE(has_part(result.err, "removed 0")) << result.err;
    EXPECT_TRUE(holds(name + "!29.txt")) << name;
  }
}

TEST_F(Containers, AnArchiveWithAMarkInItsNameIsNoContainerOfAnother) {
  static_cast<void>(write_article("a", "Tin một"));
  static_cast<void>(write_article("a!b.txt", "Tin hai"));
  static_cast<void>(command({"add", archive_ + "/a", archive_}));
  EXPECT_TRUE(holds("/a%21b.txt"));
  fs::remove(archive_ + "/a!b.txt");
  static_cast<void>(command({"add", "--prune", "--force", archive_ + "/a", archive_}));
  EXPECT_TRUE(holds("Tin một"));
  EXPECT_FALSE(holds("Tin hai"));
}

TEST_F(Containers, ADumpOfTheirArticlesMakesAnEqualIndex) {
  static_cast<void>(write_archive("a.zip", pack({"zip"}, articles(5))));
  EXPECT_EQ(add(), summary(5, 0, 0));
  const std::string before = dump();
  ASSERT_EQ(command({"add", "--rebuild"}).status, 0);
  EXPECT_EQ(dump(), before);
  EXPECT_EQ(add({"--prune"}), summary(0, 0, 5)) << "the ledger still knows whose they are";
  expect_sound();
}

TEST_F(Containers, ErrorsNameTheEntryInside) {
  const std::string errors = directory_ / "errors";
  static_cast<void>(write_archive("a.tar", pack({"ustar"}, {{"n.jsonl", "{\"title\":\"a\",\"views\":3}\n{\"b\"\n"}})));
  static_cast<void>(add({"--errors", errors}, 1));
  std::vector<std::string> places;
  for (const std::string& line : lines_of(read_file(errors))) {
    const Json one = Json::parse(line);
    places.push_back(one["inner"].get<std::string>() + ":" + std::to_string(one["line"].get<int>()));
  }
  EXPECT_EQ(places, (std::vector<std::string>{"n.jsonl:1", "n.jsonl:2"}));
}

TEST_F(Containers, ADryRunSaysOfEachInputWhatWasDecided) {
  const std::string errors = directory_ / "errors";
  const std::string zip = write_archive(
      "a.zip",
      pack({"zip"}, {{"n.jsonl", "{\"title\":\"a\",\"date\":\"2018-01-31\"}\n{\"b\"\n"}, {"b.txt", "%PDF-1.7"}}));
  const RunResult result = command({"add", "--dry-run", "--errors", errors, zip});
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(lines_of(result.out).size(), 3U) << result.out;
  EXPECT_TRUE(has_part(result.out, zip + "!n.jsonl\tjsonl\tutf-8\t1\t2018-01-31T00:00:00+07:00\ta\tbroken_record: "))
      << result.out;
  EXPECT_TRUE(has_part(result.out, zip + "!b.txt\t-\t-\t0\t-\t-\tbinary: a PDF")) << result.out;
  std::vector<std::string> inputs;
  for (const std::string& line : lines_of(read_file(errors)))
    if (const Json one = Json::parse(line); one["kind"] == "input")
      inputs.push_back(one["inner"].get<std::string>() + " " + one["format"].dump() + " " + one["articles"].dump());
  EXPECT_EQ(inputs, (std::vector<std::string>{"n.jsonl \"jsonl\" 1", "b.txt null 0"}));
}

/// A gigabyte of zeros, and a tar of entries that are no articles: memory stays within --memory and 64 MB, and each bomb
/// is one line.
TEST_F(Containers, BombsAreOneLineAndTakeNoMemory) {
  if (kHasSanitizer) GTEST_SKIP() << "memory says nothing under a sanitizer";
  write_bombs();
  const RunResult result = command({"add", "--memory=16M", archive_});
  EXPECT_EQ(result.status, 1) << result.err;
  EXPECT_LT(result.peak_kilobytes, (16 + 64) * 1024);
  EXPECT_TRUE(has_part(result.err, "added 2, updated 0, unchanged 0, removed 0, rejected 3")) << result.err;
}

/// What needs more memory than its part is refused by what its headers say.
TEST_F(Containers, ADictionaryThatIsTooLargeIsRefusedInOneLine) {
  std::string text;
  for (int i = 0; i < 1'000; ++i) text += std::to_string(i * 7919LL) + "\n";
  static_cast<void>(write_archive("a.txt.xz", compressed("xz", text, "compression-level=9")));
  const RunResult result = command({"add", "--memory=16M", archive_});
  EXPECT_TRUE(has_part(result.err, "can only be unpacked with more memory than 7 MB, its part of --memory"))
      << result.err;
  EXPECT_EQ(result.status, 1);
  EXPECT_TRUE(kHasSanitizer || result.peak_kilobytes < (16 + 64) * 1024) << result.peak_kilobytes;
}

}  // namespace
}  // namespace timbao::test
