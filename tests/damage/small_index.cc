// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/damage/small_index.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "common/store/index_folder.h"
#include "tests/cli/process.h"

namespace timbao::test {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = 8192, kDirectoryEnd = 9, kDirectory = 11;

/// Short articles of which no two say the same.
std::string archive() {
  const std::vector<std::string> words{"xã",  "họp",   "đảng", "bộ", "ngân", "sách", "5.700", "tỷ",  "đồng",
                                       "làm", "đường", "mới",  "bà", "con",  "hiến", "đất",   "xây", "dựng"};
  std::mt19937 random(7);
  std::string lines;
  for (int i = 0; i < 40; ++i) {
    std::string body;
    for (int word = 0; word < 60; ++word) body += words[random() % words.size()] + (word % 9 == 8 ? ". " : " ");
    const std::string number = std::to_string(i);
    lines += R"({"id":"tin-)" + number + R"(","title":"Tin số )" + number + R"( của xã","body":")" + body +
             R"(","source":"Báo tỉnh","section":"Thời sự","author":"Hà Thu","date":"2018-01-)" +
             std::to_string(10 + i % 20) + "\"}\n";
  }
  return lines;
}

unsigned pair_at(const std::string& bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]) * 256U + static_cast<unsigned char>(bytes[at + 1]);
}

std::size_t below(std::size_t limit, std::mt19937& random) { return limit == 0 ? 0 : random() % limit; }

/// A byte of a block's head, of its directory, or of the first bytes of an item.
std::size_t place_in_block(const std::string& bytes, std::size_t block, std::mt19937& random) {
  const std::size_t directory =
      std::clamp<std::size_t>(pair_at(bytes, block + kDirectoryEnd), kDirectory, kBlock - 2) - kDirectory;
  const std::size_t entry = block + kDirectory + below(directory / 2, random) * 2;
  const std::size_t places[] = {block + below(kDirectory, random), entry + below(2, random),
                                block + pair_at(bytes, entry) + below(6, random)};
  return std::min(places[below(3, random)], bytes.size() - 1);
}

}  // namespace

SmallIndex::SmallIndex(const std::vector<std::string>& more) {
  std::string lines = archive();
  for (const std::string& line : more) lines += line + '\n';
  const std::string file = directory_.write("news.jsonl", lines);
  EXPECT_EQ(run({TIMBAO_INDEX_BIN, "--index", index_, "add", file}).status, 0);
  EXPECT_EQ(run({TIMBAO_INDEX_BIN, "--index", index_, "remove", "tin-3"}).status, 0);
  // Else blocks of revisions before would stand in the files, with values that nobody reads.
  EXPECT_EQ(run({TIMBAO_INDEX_BIN, "--index", index_, "compact"}).status, 0);
  fs::remove_all(index_ + "/g1");
}

std::vector<std::string> SmallIndex::files() const {
  const std::string generation = current_generation(index_);
  std::vector<std::string> files{"XAPIANDB"};
  for (const auto& entry : fs::directory_iterator(generation_path(index_, generation)))
    if (entry.file_size() > 0) files.push_back(generation + '/' + entry.path().filename().string());
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<Flip> SmallIndex::anywhere(const std::string& file, std::size_t count, std::mt19937& random) const {
  std::vector<Flip> flips;
  const std::size_t size = fs::file_size(index_ + '/' + file);
  while (flips.size() < count) flips.push_back({file, below(size * 8, random)});
  return flips;
}

std::vector<Flip> SmallIndex::in_structure(const std::string& table, std::size_t count, std::mt19937& random) const {
  std::vector<Flip> flips;
  const std::string bytes = bytes_of(table);
  while (flips.size() < count) {
    const std::size_t byte = place_in_block(bytes, below(bytes.size() / kBlock, random) * kBlock, random);
    flips.push_back({table, byte * 8 + below(8, random)});
  }
  return flips;
}

namespace {

/// A bit of a value whose turning leaves the value between the least and the greatest of its slot: Xapian's own check finds
/// one that is beyond them, and says so in words of its own.
std::size_t bit_within(const std::string& value, const std::string& least, const std::string& greatest,
                       std::mt19937& random) {
  for (;;) {
    const std::size_t bit = below(value.size() * 8, random);
    std::string turned = value;
    turned[bit / 8] = static_cast<char>(static_cast<unsigned char>(turned[bit / 8]) ^ (1U << (bit % 8)));
    if (least <= turned && turned <= greatest) return bit;
  }
}

}  // namespace

std::vector<Flip> SmallIndex::in_values(unsigned value_slot, std::size_t count, std::mt19937& random) const {
  std::vector<Flip> flips;
  const std::string generation = current_generation(index_), table = generation + "/postlist.glass";
  const std::string bytes = bytes_of(table);
  const Xapian::Database database(generation_path(index_, generation));
  const std::string least = database.get_value_lower_bound(value_slot);
  const std::string greatest = database.get_value_upper_bound(value_slot);
  for (auto at = database.valuestream_begin(value_slot);
       at != database.valuestream_end(value_slot) && flips.size() < count; ++at) {
    // Xapian has a copy of the least and of the greatest of a slot, which is no stored text.
    if (*at == least || *at == greatest) continue;
    const std::size_t place = bytes.find(*at);  // nowhere where it goes on in another item
    if (place != std::string::npos && place == bytes.rfind(*at))
      flips.push_back({table, place * 8 + bit_within(*at, least, greatest, random)});
  }
  EXPECT_EQ(flips.size(), count) << value_slot;
  return flips;
}

void FlippedBit::turn() const {
  std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
  const auto at = static_cast<std::streamoff>(bit_ / 8);
  file.seekg(at);
  const int byte = file.get();
  file.seekp(at);
  file.put(static_cast<char>(static_cast<unsigned>(byte) ^ (1U << (bit_ % 8))));
}

}  // namespace timbao::test
