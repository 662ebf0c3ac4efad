// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: texts come out by their keys whether they fit into memory or not, and memory stays bounded.
#include "common/base/spill_sorter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace timbao {
namespace {

using Texts = std::vector<std::string>;

Texts all_of(SpillSorter& sorter) {
  Texts texts;
  sorter.each([&](std::string_view text) { texts.emplace_back(text); });
  return texts;
}

/// Keys with zero bytes and bytes above 127, of which many are equal.
std::vector<std::pair<std::string, std::string>> random_entries(std::size_t count) {
  std::mt19937 random(5);
  std::vector<std::pair<std::string, std::string>> entries;
  for (std::size_t i = 0; i < count; ++i) {
    std::string key;
    for (std::size_t left = random() % 4; left > 0; --left) key += static_cast<char>(random() % 3 * 100);
    entries.emplace_back(key, std::to_string(i) + std::string(random() % 50, 'x'));
  }
  return entries;
}

TEST(SpillSorter, SortsByBytesAndKeepsTheOrderOfEqualKeys) {
  const auto entries = random_entries(3000);
  auto sorted = entries;
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const std::size_t memory : {std::size_t{1} << 20U, std::size_t{300'000}, std::size_t{500}})
    for (const std::optional<std::size_t> keep : {std::optional<std::size_t>(), std::optional<std::size_t>(0),
                                                  std::optional<std::size_t>(7), std::optional<std::size_t>(2500)}) {
      SpillSorter sorter({memory, keep});
      for (const auto& [key, text] : entries) sorter.add(key, text);
      EXPECT_EQ(sorter.runs() > 0,
                memory < 1000 || (memory == 300'000 && keep != std::size_t{7} && keep != std::size_t{0}))
          << memory << " " << keep.value_or(9999);
      const Texts texts = all_of(sorter);
      ASSERT_EQ(texts.size(), std::min(keep.value_or(entries.size()), entries.size()));
      for (std::size_t i = 0; i < texts.size(); ++i) ASSERT_EQ(texts[i], sorted[i].second) << memory << " " << i;
    }
}

TEST(SpillSorter, IsEmptyAfterwards) {
  SpillSorter sorter({300, {}});
  EXPECT_TRUE(all_of(sorter).empty());
  for (const char* text : {"b", "a", "c"}) sorter.add(text, text);
  EXPECT_EQ(all_of(sorter), (Texts{"a", "b", "c"}));
  sorter.add("z", "z");
  EXPECT_EQ(all_of(sorter), Texts{"z"});
}

TEST(SpillSorter, TakesATextThatIsLargerThanItsMemory) {
  SpillSorter sorter({1000, {}});
  sorter.add("b", std::string(1U << 20U, 'b'));
  sorter.add("a", std::string(1U << 20U, 'a'));
  sorter.add("", "");
  const Texts texts = all_of(sorter);
  ASSERT_EQ(texts.size(), 3U);
  EXPECT_EQ(texts[0], "");
  EXPECT_EQ(texts[1], std::string(1U << 20U, 'a'));
  EXPECT_EQ(texts[2], std::string(1U << 20U, 'b'));
}

}  // namespace
}  // namespace timbao
