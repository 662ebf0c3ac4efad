// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/containers/unpack.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/input/files/file_source.h"
#include "indexer/input/files/metered_source.h"
#include "tests/indexer/input/memory_source.h"
#include "tests/packed.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

using test::compressed;
using test::pack;
using test::read_all;
using Texts = std::map<std::string, std::string>;

struct Unpacked {
  Texts read, urls, names;                      // by inner name
  std::map<std::string, std::string> rejected;  // details
  std::map<std::string, NoticeKind> passed_over;
  UnpackReport report;
};

std::string as_it_stands(std::string_view bytes) { return std::string(bytes); }

Unpacked unpack_from(ByteSource& source, const std::string& name, const WalkFilter& filter = {},
                     std::string (*decode_name)(std::string_view) = as_it_stands) {
  Unpacked found;
  UnpackEvents events;
  events.read = [&](const UnpackedFile& file) {
    found.read[file.inner] = read_all(file.bytes);
    found.urls[file.inner] = file.url;
    found.names[file.inner] = file.name;
  };
  events.pass_over = [&](NoticeKind kind, const std::string& inner) { found.passed_over.emplace(inner, kind); };
  events.reject = [&](const Rejected& rejected) { found.rejected.emplace(rejected.inner, rejected.detail); };
  found.report = unpack({source, name}, {80U << 20U, filter, decode_name}, events);
  return found;
}

/// What comes out of bytes that are read as they come, and of a file that can seek.
Unpacked unpack_pipe(const std::string& bytes, const std::string& name = "a") {
  test::MemorySource source(bytes, 1'000);
  return unpack_from(source, name);
}
Unpacked unpack_file(const std::string& bytes, const WalkFilter& filter = {}) {
  const test::TempDirectory directory;
  const auto file = open_source(directory.write("a", bytes), {});
  MeteredSource source(*std::get<std::unique_ptr<ByteSource>>(file));
  return unpack_from(source, "a", filter);
}

const std::vector<test::PackedEntry> kEntries{{"2004/a.txt", "Tin một"}, {"./b.TXT", "Tin hai"}, {"c.jsonl", "{}"}};
const Texts kTexts{{"2004/a.txt", "Tin một"}, {"b.TXT", "Tin hai"}, {"c.jsonl", "{}"}};

TEST(Unpack, GivesAFileThatIsNoContainerAsItIs) {
  for (const std::string text : {"", "a", "Phúc Yên\n\nMưa.", "{\"title\":\"PK\"}", "BZh9 là gì?", "WARC là gì?"}) {
    const Unpacked found = unpack_pipe(text, "x/a.txt");
    EXPECT_EQ(found.read, (Texts{{"", text}}));
    EXPECT_EQ(found.names.at(""), "x/a.txt");
    EXPECT_FALSE(found.report.is_container);
  }
}

TEST(Unpack, GivesEachFileOfAnArchiveItsName) {
  for (const char* format : {"zip", "ustar", "gnutar", "pax", "v7tar"})
    for (const char* filter : {"", "gzip", "bzip2", "xz", "zstd"}) {
      const std::string bytes = pack({format, filter}, kEntries);
      for (const Unpacked& found : {unpack_pipe(bytes), unpack_file(bytes)}) {
        EXPECT_EQ(found.read, kTexts) << format << filter;
        EXPECT_TRUE(found.rejected.empty()) << format << filter;
        EXPECT_TRUE(found.report.is_container && found.report.is_whole) << format << filter;
      }
    }
}

TEST(Unpack, NamesTheFileInACompressedOneWithoutItsEnding) {
  const Unpacked found = unpack_pipe(compressed("gzip", "{}"), "x/news.jsonl.GZ");
  EXPECT_EQ(found.read, (Texts{{"", "{}"}}));
  EXPECT_EQ(found.names.at(""), "x/news.jsonl");
}

TEST(Unpack, OpensAnArchiveInAnArchiveAndNoFurther) {
  const std::string inner = pack({"zip"}, {{"tin!.txt", "Trong"}});
  const std::string outer = pack({"ustar", "xz"}, {{"in.zip", inner}, {"z.txt", "Ngoài"}});
  const Unpacked found = unpack_pipe(outer);
  EXPECT_EQ(found.read, (Texts{{"in.zip!tin%21.txt", "Trong"}, {"z.txt", "Ngoài"}}));
  const Unpacked deep = unpack_pipe(pack({"zip"}, {{"out.tar.xz", outer}, {"z.txt", "Ngoài"}}));
  EXPECT_EQ(deep.read, (Texts{{"out.tar.xz!z.txt", "Ngoài"}, {"z.txt", "Ngoài"}}));
  EXPECT_EQ(deep.rejected.count("out.tar.xz!in.zip"), 1U);
  std::string text = "Tin";
  for (int i = 0; i < 4; ++i) text = compressed("gzip", text);
  EXPECT_EQ(unpack_pipe(text).rejected.at(""), "compressed more than three times");
}

TEST(Unpack, PassesOverWhatAFolderWouldPassOver) {
  const std::string bytes = pack({"pax"}, {{"a.txt", "Tin"},
                                           {"b.jpg", "x"},
                                           {".git/c.txt", "x"},
                                           {"__MACOSX/._a.txt", "x"},
                                           {"d.txt", "", AE_IFLNK, "/etc/hostname"},
                                           {"e.txt", "", AE_IFIFO},
                                           {"f", "", AE_IFDIR},
                                           {"skip/g.txt", "x"}});
  const Unpacked found = unpack_file(bytes, {{}, {"skip/*"}});
  EXPECT_EQ(found.read, (Texts{{"a.txt", "Tin"}}));
  EXPECT_EQ(found.passed_over, (std::map<std::string, NoticeKind>{{"b.jpg", NoticeKind::other_name},
                                                                  {".git/c.txt", NoticeKind::hidden},
                                                                  {"__MACOSX/._a.txt", NoticeKind::hidden},
                                                                  {"d.txt", NoticeKind::no_file},
                                                                  {"e.txt", NoticeKind::no_file},
                                                                  {"skip/g.txt", NoticeKind::excluded}}));
  EXPECT_EQ(unpack_file(bytes, {{"*.jpg"}, {}}).read, (Texts{{"b.jpg", "x"}}));
}

TEST(Unpack, DecodesNamesAndKeepsThemApart) {
  const std::string bytes = pack({"ustar"}, {{"t\xE9p.txt", "Tin một"}, {"t\x82p.txt", "Tin hai"}, {"tập.txt", "Tin"}});
  test::MemorySource source(bytes, 1'000);
  const Unpacked found = unpack_from(source, "a", {}, [](std::string_view) { return std::string("tép.txt"); });
  EXPECT_EQ(found.read, (Texts{{"tép.txt", "Tin một"}, {"t%82p.txt", "Tin hai"}, {"tập.txt", "Tin"}}));
}

TEST(Unpack, WritesNamesOfAnyBytesAsUtf8) {
  const std::string bytes = pack({"ustar"}, {{"t\xE9p.txt", "Tin"}, {"tập.txt", "Tin"}, {"../../etc/x.txt", "Tin"}});
  EXPECT_EQ(unpack_pipe(bytes).read, (Texts{{"t%E9p.txt", "Tin"}, {"tập.txt", "Tin"}, {"../../etc/x.txt", "Tin"}}));
  EXPECT_EQ(unpack_pipe(pack({"pax"}, {{"tập.txt", "Tin"}})).read, (Texts{{"tập.txt", "Tin"}}));
  EXPECT_EQ(unpack_file(pack({"zip"}, {{"tập.txt", "Tin"}})).read, (Texts{{"tập.txt", "Tin"}}));
}

TEST(Unpack, TellsWhatIsWrongWithAnArchiveAndReadsWhatStandsBefore) {
  std::vector<test::PackedEntry> entries = kEntries;
  std::string digits;
  for (unsigned i = 0; digits.size() < 20'000; ++i) digits += std::to_string(i * i * 7919U);
  entries.push_back({"z.txt", digits});
  for (const char* format : {"ustar", "zip"}) {
    const std::string bytes = pack({format}, entries);
    const Unpacked found = unpack_pipe(bytes.substr(0, bytes.size() - 4'000));
    EXPECT_EQ(found.read.at("2004/a.txt"), "Tin một") << format;
    EXPECT_EQ(found.rejected.count("z.txt"), 1U) << format;
  }
  const std::string packed = pack({"ustar", "gzip"}, entries);
  const Unpacked found = unpack_pipe(packed.substr(0, packed.size() - 10));
  EXPECT_EQ(found.rejected, (std::map<std::string, std::string>{{"", "the gzip file is cut off: its end is missing"}}));
  EXPECT_FALSE(found.report.is_whole);
}

TEST(Unpack, SaysThatAnEntryIsEncrypted) {
  const std::string bytes = pack({"zip", "", "encryption=traditional"}, {{"a.txt", "Tin"}});
  const Unpacked found = unpack_file(bytes);
  EXPECT_EQ(found.rejected, (std::map<std::string, std::string>{{"a.txt", "encrypted; decrypt it first"}}));
  EXPECT_TRUE(found.read.empty());
}

TEST(Unpack, GivesTheTextOfAnOfficeDocument) {
  const std::string docx = pack({"zip"}, {{"[Content_Types].xml", "<Types/>"},
                                          {"docProps/core.xml", "<x/>"},
                                          {"word/styles.xml", "<x/>"},
                                          {"word/document.xml", "<w:document/>"}});
  const std::string odt =
      pack({"zip"}, {{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<o/>"}});
  EXPECT_EQ(unpack_file(docx).read, (Texts{{"", "<w:document/><x/>"}}));
  const std::string with_notes = pack({"zip"}, {{"[Content_Types].xml", "<Types/>"},
                                                {"docProps/core.xml", "<c/>"},
                                                {"word/document.xml", "<w:document/>"},
                                                {"word/media/a.xml", "x"},
                                                {"word/footnotes.xml", "<w:footnotes/>"}});
  EXPECT_EQ(unpack_file(with_notes).read, (Texts{{"", "<w:document/><w:footnotes/><c/>"}}));
  EXPECT_EQ(unpack_pipe(with_notes).read, (Texts{{"", "<w:document/><w:footnotes/><c/>"}}));
  EXPECT_EQ(unpack_file(odt).read, (Texts{{"", "<o/>"}}));
  const std::string archive = pack({"ustar"}, {{"in.zip", pack({"zip"}, {{"a.docx.gz", compressed("gzip", docx)}})}});
  EXPECT_EQ(unpack_pipe(archive).read, (Texts{{"in.zip!a.docx.gz", "<w:document/><x/>"}}));
  const Unpacked workbook =
      unpack_file(pack({"zip"}, {{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<x/>"}}));
  EXPECT_EQ(workbook.rejected.size(), 1U);
  EXPECT_TRUE(workbook.read.empty());
}

TEST(Unpack, HashesAndCountsAFileThatItReadsByItsListAsOneThatItReadsOnce) {
  const test::TempDirectory directory;
  const std::string path = directory.write("a.zip", pack({"zip"}, kEntries));
  const auto file = open_source(path, {});
  MeteredSource source(*std::get<std::unique_ptr<ByteSource>>(file));
  EXPECT_EQ(unpack_from(source, path).read, kTexts);
  EXPECT_EQ(source.content_hash(), hash_of_file(path, {}));
  EXPECT_EQ(source.bytes_read(), std::filesystem::file_size(path));
}

}  // namespace
}  // namespace timbao
