// SPDX-License-Identifier: GPL-2.0-or-later
// What an index holds that somebody forged is bounded before it is decoded: checksums fit, and yet no program crashes,
// or takes much memory or time.
#include <gtest/gtest.h>

#define XXH_INLINE_ALL
#include <xapian.h>
#include <xxhash.h>
#include <zstd.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "common/index/checksum.h"
#include "common/index/schema.h"
#include "common/index/sequence.h"
#include "common/index/stored.h"
#include "common/store/xapian_errors.h"
#include "tests/cli/process.h"
#include "tests/sanitizer.h"

namespace timbao::test {
namespace {

namespace fs = std::filesystem;

constexpr long kMostKilobytes = 320 * 1024;  // as a program with --memory 256M may take
constexpr std::size_t kMega = 1U << 20U;

/// A frame of zeros, as small as they come; made piece by piece.
std::string frame_of_zeros(std::size_t size, bool names_its_size) {
  const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_contentSizeFlag, names_its_size ? 1 : 0);
  if (names_its_size) ZSTD_CCtx_setPledgedSrcSize(context.get(), size);
  const std::string piece(kMega, '\0');
  std::string frame, room(2 * kMega, '\0');
  for (std::size_t done = 0; done < size; done += piece.size()) {
    const bool is_last = done + piece.size() >= size;
    ZSTD_inBuffer in{piece.data(), std::min(piece.size(), size - done), 0};
    for (std::size_t left = 1; left != 0 || in.pos < in.size;) {
      ZSTD_outBuffer out{room.data(), room.size(), 0};
      left = ZSTD_compressStream2(context.get(), &out, &in, is_last ? ZSTD_e_end : ZSTD_e_continue);
      if (ZSTD_isError(left) != 0) return {};
      frame.append(room, 0, out.pos);
      if (!is_last && in.pos == in.size) break;
    }
  }
  return frame;
}

/// Compressed fields that no article was made of.
std::string frame_of(const std::string& fields) {
  std::string frame(ZSTD_compressBound(fields.size()), '\0');
  frame.resize(ZSTD_compress(frame.data(), frame.size(), fields.data(), fields.size(), 1));
  return frame;
}

std::string repeated(const std::string& part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  while (times-- > 0) text += part;
  return text;
}

class HostileContents : public testing::Test {
 protected:
  void SetUp() override {
    const std::string file = directory_.write("tin.jsonl",
                                              "{\"id\":\"a\",\"title\":\"Tin họp xã\",\"body\":\"Bà con bàn.\"}\n"
                                              "{\"id\":\"b\",\"title\":\"Tin làm đường\"}\n");
    ASSERT_EQ(run({TIMBAO_INDEX_BIN, "--quiet", "--index", base_, "add", file}).status, 0);
  }

  /// Changes the first article of an index that is sound else.
  void change(const std::function<void(Xapian::Document&)>& how) const {
    fs::remove_all(index_);
    fs::copy(base_, index_, fs::copy_options::recursive);
    fs::remove_all(index_ + "/g1");
    with_index_errors(index_, [&] {
      const Xapian::Database sound(base_ + "/g1");
      // Made anew, since Xapian compresses nothing in a table that was merged; it reads what is compressed in any.
      Xapian::WritableDatabase database(index_ + "/g1", Xapian::DB_CREATE);
      for (auto key = sound.metadata_keys_begin(); key != sound.metadata_keys_end(); ++key)
        database.set_metadata(*key, sound.get_metadata(*key));
      for (auto at = sound.postlist_begin(""); at != sound.postlist_end(""); ++at) {
        Xapian::Document document = sound.get_document(*at);
        if (*at == *sound.postlist_begin("Qa")) how(document);
        database.replace_document(*at, document);
      }
      database.commit();
    });
  }

  /// Puts a token sequence and a stored text (empty: as it is) into the first article.
  void forge(const std::string& tokens, const std::string& text, const std::string& hash = {}) const {
    change([&](Xapian::Document& document) {
      put_stored(document, tokens.empty() ? stored_tokens(document) : tokens,
                 text.empty() ? stored_text(document) : text);
      if (!hash.empty()) document.add_value(slot::kContentHash, hash);
    });
  }

  /// Every command that decodes: none ends by a signal, takes long, or takes much memory.
  void expect_bounded(const std::string& what, const std::vector<int>& statuses) const {
    const std::vector<std::vector<std::string>> commands{
        {TIMBAO_INDEX_BIN, "--index", index_, "dump"},
        {TIMBAO_INDEX_BIN, "--index", index_, "check"},
        {TIMBAO_QUERY_BIN, "--index", index_, "--show", "--format", "json", "a"},
        {TIMBAO_QUERY_BIN, "--index", index_, "--show", "a"},
        {TIMBAO_QUERY_BIN, "--index", index_, "\"tin họp xã\" \"7 8\""},
        {TIMBAO_INDEX_BIN, "--index", index_, "add", "--rebuild", "--memory=256M"}};  // last: it makes it sound
    for (std::vector<std::string> command : commands) {
      const std::string name = what + ": " + command[3];
      command.insert(command.begin(), {"timeout", "60"});
      const RunResult result = run(command);
      EXPECT_TRUE(std::find(statuses.begin(), statuses.end(), result.status) != statuses.end())
          << name << ": " << result.status << ' ' << result.err;
      if (!kHasSanitizer) {
        EXPECT_LT(result.peak_kilobytes, kMostKilobytes) << name;
      }
    }
  }

  TempDirectory directory_;
  std::string base_ = directory_ / "base", index_ = directory_ / "index";
};

TEST_F(HostileContents, OfDeepOrManyJsonValuesAreGivenAsText) {
  const std::vector<std::pair<std::string, std::string>> values{
      {"lists", repeated("[", 100'000) + repeated("]", 100'000)},
      {"objects", repeated("{\"a\":", 100'000) + "1" + repeated("}", 100'000)},
      {"unclosed lists", repeated("[", 1'000'000)},
      {"lists behind an open string", "\"\\\"" + repeated("[", 100'000)},
      {"many values", "[" + repeated("[],", 2'000'000) + "[]]"}};
  for (const auto& [what, json] : values) {
    Article article;
    article.id = "a";
    article.title = "Tin họp xã";
    article.body = "Bà con bàn.";
    article.others = {{"extra.x", json}, {"tags", json}};
    forge({}, encode_article(article), content_hash(article));
    const RunResult shown = run({TIMBAO_QUERY_BIN, "--index", index_, "--show", "--format", "json", "a"});
    EXPECT_EQ(shown.status, 0) << what;
    EXPECT_NE(shown.out.find("Tin họp xã"), std::string::npos) << what;
    expect_bounded(what, {0, 1, 3});
  }
}

TEST_F(HostileContents, ThatSayTheyAreHugeAreNotDecoded) {
  const std::vector<std::pair<std::string, std::string>> frames{
      {"1 GiB of zeros", frame_of_zeros(1024 * kMega, true)},
      {"more than an article may have", frame_of_zeros(kMostStoredBytes + kMega, true)},
      {"zeros of no named size", frame_of_zeros(512 * kMega, false)},
      {"millions of captions", frame_of(repeated(std::string("c\0", 2), 30'000'000))},
      {"a field longer than the text", frame_of(std::string("t\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01", 11))},
      {"a number without an end", frame_of("t" + std::string(12, '\xFF'))}};
  for (const auto& [what, frame] : frames) {
    ASSERT_FALSE(frame.empty()) << what;
    forge({}, with_checksum(frame));
    EXPECT_EQ(run({TIMBAO_QUERY_BIN, "--index", index_, "--show", "a"}).status, 3) << what;
    const RunResult dump = run({TIMBAO_INDEX_BIN, "--index", index_, "dump"});
    EXPECT_EQ(dump.status, 3) << what;
    EXPECT_NE(dump.err.find("the index is damaged"), std::string::npos) << what << dump.err;
    expect_bounded(what, {0, 1, 3});
  }
}

TEST_F(HostileContents, ThatXapianWouldDecompressAreBoundedToo) {
  change([](Xapian::Document& document) {
    for (const Xapian::valueno both : {slot::kTokens, slot::kText}) document.add_value(both, "\x01");
    document.set_data(std::string(300 * kMega, 'x'));
  });
  EXPECT_LT(fs::file_size(index_ + "/g1/docdata.glass"), 4 * kMega);
  expect_bounded("300 MiB of one letter", {0, 1, 3});
}

TEST_F(HostileContents, OfOneEndlessJoinedWordAreRead) {
  const std::string field{static_cast<char>(sequence::kField), '\0'}, joined(1, static_cast<char>(sequence::kJoined));
  const auto literal = [](const std::string& term) {
    return std::string{static_cast<char>(sequence::kLiteral), static_cast<char>(term.size())} + term;
  };
  const std::vector<std::pair<std::string, std::string>> sequences{
      {"digits", repeated(joined + literal("7~"), 60'000)},
      {"long digits", repeated(joined + literal(std::string(250, '7') + "~"), 60'000)},
      {"letters", repeated(joined + literal("tin~"), 1'000'000)},
      {"fields that are none", repeated(std::string("\xFF\xFE", 2) + literal("tin~") + literal("họp~"), 100'000)},
      {"codes", repeated(std::string("\xFA\xFF\x05\x05", 4), 200'000)}};
  for (const auto& [what, tokens] : sequences) {
    forge(with_checksum(field + literal("tin~") + literal("7~") + tokens), {});
    expect_bounded(what, {0, 1, 3});
  }
}

}  // namespace
}  // namespace timbao::test
