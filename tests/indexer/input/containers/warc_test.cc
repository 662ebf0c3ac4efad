// SPDX-License-Identifier: GPL-2.0-or-later
// WARC and MHTML: saved pages, and how servers and messages write them.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "indexer/input/containers/chunked_source.h"
#include "indexer/input/containers/line_head.h"
#include "indexer/input/containers/transfer_source.h"
#include "indexer/input/containers/unpack.h"
#include "tests/indexer/input/memory_source.h"
#include "tests/packed.h"

namespace timbao {
namespace {

using test::compressed;
using test::MemorySource;
using test::read_all;

std::string record(const std::string& type, const std::string& url, const std::string& content,
                   const std::string& media_type = "application/http; msgtype=response") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url + "\r\nContent-Type: " + media_type +
         "\r\nContent-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content + "\r\n\r\n";
}

std::string answer(const std::string& body, const std::string& fields = "Content-Type: text/html; charset=utf-8\r\n") {
  return "HTTP/1.1 200 OK\r\n" + fields + "\r\n" + body;
}

struct Pages {
  std::map<std::string, std::string> read, rejected;  // by address or name
  std::size_t passed_over = 0;
  UnpackReport report;
};

Pages pages_of(const std::string& bytes, std::size_t piece = 1'000) {
  Pages pages;
  UnpackEvents events;
  events.read = [&](const UnpackedFile& file) { pages.read[file.url] = read_all(file.bytes); };
  events.pass_over = [&](NoticeKind, const std::string&) { ++pages.passed_over; };
  events.reject = [&](const Rejected& rejected) { pages.rejected[rejected.inner] = rejected.detail; };
  MemorySource source(bytes, piece);
  pages.report = unpack({source, "a"}, {80U << 20U, {}}, events);
  return pages;
}

const std::string kPage = "<html><h1>Hội làng</h1></html>";

TEST(Warc, GivesThePagesThatServersAnsweredWithTheirAddresses) {
  const std::string chunks = "5\r\n<html\r\n1b;x=y\r\n><h1>Hội làng</h1></html\r\n1\r\n>\r\n0\r\n\r\n";
  const std::string file =
      record("warcinfo", "", "software: x", "application/warc-fields") +
      record("request", "https://a.vn/1", "GET / HTTP/1.1") + record("response", "https://a.vn/1", answer(kPage)) +
      record("response", "<https://a.vn/2>",
             answer(chunks, "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n")) +
      record("response", "https://a.vn/3/",
             answer(compressed("gzip", kPage), "content-type: text/html\r\nContent-Encoding: gzip\r\n")) +
      record("response", "https://a.vn/4", answer(kPage, "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")) +
      record("response", "https://a.vn/5", answer("x", "Content-Type: image/png\r\n")) +
      record("response", "https://a.vn/6", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + kPage) +
      record("resource", "https://a.vn/7", kPage, "text/html") +
      record("response", "https://a.vn/8", answer("x", "Content-Type: text/html\r\nContent-Encoding: br\r\n"));
  for (const std::size_t piece : {std::size_t{1}, std::size_t{100'000}}) {
    const Pages pages = pages_of(file, piece);
    EXPECT_EQ(pages.read, (std::map<std::string, std::string>{{"https://a.vn/1", kPage},
                                                              {"https://a.vn/2", kPage},
                                                              {"https://a.vn/3/", kPage},
                                                              {"https://a.vn/4", kPage},
                                                              {"https://a.vn/7", kPage}}));
    EXPECT_EQ(pages.passed_over, 4U);
    EXPECT_EQ(pages.rejected,
              (std::map<std::string, std::string>{{"https://a.vn/8", "packed as 'br', which is not read"}}));
    EXPECT_TRUE(pages.report.is_whole);
  }
}

TEST(Warc, IsReadWithEachRecordCompressedOnItsOwn) {
  const Pages pages = pages_of(compressed("gzip", record("warcinfo", "", "x", "application/warc-fields")) +
                               compressed("gzip", record("response", "https://a.vn/1", answer(kPage))) +
                               compressed("gzip", record("response", "https://a.vn/2", answer(kPage))));
  EXPECT_EQ(pages.read.size(), 2U);
  EXPECT_TRUE(pages.report.is_whole);
}

TEST(Warc, SaysWhereItBreaksOff) {
  const std::string whole = record("response", "https://a.vn/1", answer(kPage));
  for (const std::string& rest : {std::string("WARC/1.0\r\nWARC-Type: response\r\n\r\n"),
                                  std::string("garbage\r\n\r\n"), whole.substr(0, whole.size() - 20)}) {
    const Pages pages = pages_of(whole + rest);
    EXPECT_EQ(pages.read.count("https://a.vn/1"), 1U);
    EXPECT_EQ(pages.rejected.size(), 1U) << rest;
    EXPECT_FALSE(pages.report.is_whole);
  }
}

TEST(Mhtml, GivesTheMainPageAndItsAddress) {
  const std::string head =
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.vn/tin/1\r\nSubject: =?utf-8?Q?H=E1=BB=99i?=\r\n"
      "MIME-Version: 1.0\r\nContent-Type: "
      "multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--=_x\"\r\n\r\n\r\n";
  const std::string quoted =
      "----=_x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
      "Content-Location: https://a.vn/khung\r\n\r\n<h1>H=E1=BB=99i l=\r\n=C3=A0ng</h1>\r\n";
  const std::string base64 =
      "----=_x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: "
      "base64\r\n\r\nPGgxPkjhu5lpIGzDoG5nPC9o\r\nMT4=\r\n";
  const std::string picture = "----=_x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n";
  for (const std::string& parts : {quoted + picture, picture + quoted + base64, base64 + quoted}) {
    const Pages pages = pages_of(head + parts + "----=_x--\r\n", 17);
    ASSERT_EQ(pages.read.count("https://a.vn/tin/1"), 1U) << parts;
    EXPECT_EQ(pages.read.at("https://a.vn/tin/1").substr(0, 20), "<h1>Hội làng</h1>");
    EXPECT_EQ(pages.read.size(), 1U);
    EXPECT_TRUE(pages.report.is_whole);
  }
  EXPECT_EQ(pages_of(head + picture + "----=_x--\r\n").rejected.at(""),
            "a message or a saved page without a page in it");
}

TEST(Mhtml, IsNotWhatOnlyLooksLikeAMessage) {
  for (const std::string text :
       {"Tin: mưa\n\nMưa to.\n", "From: a\nMIME-Version: 1.0\n\nContent-Type: multipart/related\n"})
    EXPECT_FALSE(pages_of(text).report.is_container) << text;
}

TEST(TransferSource, ReadsEscapesThatAreNone) {
  for (const auto& [raw, expected] : {std::pair("a=3Db", "a=b"),
                                      {"a=3", "a=3"},
                                      {"a=", "a"},
                                      {"a= \r\nb", "ab"},
                                      {"100 =\nx", "100 x"},
                                      {"=zz=E1=BB=99", "=zzộ"},
                                      {"=\r\r\nx", "x"}}) {
    for (const std::size_t piece : {1U, 100U}) {
      MemorySource source(raw, piece);
      TransferSource decoded(source, TransferEncoding::quoted_printable);
      EXPECT_EQ(read_all(decoded), expected) << raw;
    }
  }
  for (const auto& [raw, expected] :
       {std::pair("VGlu", "Tin"), {"VG\r\nlu", "Tin"}, {"VGk=", "Ti"}, {"VA==", "T"}, {"V", ""}, {"!VG-lu", "Tin"}}) {
    MemorySource source(raw, 1);
    TransferSource decoded(source, TransferEncoding::base64);
    EXPECT_EQ(read_all(decoded), expected) << raw;
  }
}

TEST(ChunkedSource, TakesWhatWasJoinedAlreadyAsItIsAndTellsWhatIsBroken) {
  for (const auto& [raw, expected, state] :
       {std::tuple("3\r\nTin\r\n0\r\n\r\n", "Tin", SourceState::ended),
        {"<html>\n", "<html>\n", SourceState::ended},
        {"3\r\nTin\r\nzz\r\n", "Tin", SourceState::failed},
        {"9\r\nTin", "Tin", SourceState::failed},
        {"fffffffffffffffff\r\nTin", "fffffffffffffffff\r\nTin", SourceState::ended}}) {
    MemorySource source(raw, 2);
    ChunkedSource joined(source);
    EXPECT_EQ(read_all(joined), expected) << raw;
    EXPECT_EQ(joined.state(), state) << raw;
  }
}

TEST(LineHead, JoinsLinesAndFindsParameters) {
  MemorySource source("WARC/1.0\r\nA-b:  x ;\r\n  y=\"1;2\"\r\nC: d\r\nc: e\r\n\r\nrest", 3);
  BufferedInput input(source);
  LineHead head;
  EXPECT_EQ(read_line_head(input, head), HeadEnd::whole);
  EXPECT_EQ(head.first, "WARC/1.0");
  EXPECT_EQ(head.value("a-b"), "x ; y=\"1;2\"");
  EXPECT_EQ(head.value("c"), "d");
  EXPECT_EQ(parameter(head.value("a-b"), "y"), "1;2");
  EXPECT_EQ(parameter("x; y", "y"), "");
  EXPECT_EQ(media_type("Text/HTML ; x"), "text/html");
}

}  // namespace
}  // namespace timbao
