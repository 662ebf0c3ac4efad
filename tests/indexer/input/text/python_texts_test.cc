// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/text/python_texts.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

using Texts = std::vector<std::string>;

TEST(PythonTexts, AreThoseOfAListThatIsTheWholeText) {
  const std::pair<const char*, Texts> kTable[]{{"['Xã hội']", {"Xã hội"}},
                                               {" [ 'a' , \"b\" , ] ", {"a", "b"}},
                                               {"('a', 'b')", {"a", "b"}},
                                               {"{'a'}", {"a"}},
                                               {"[]", {}},
                                               {R"(['Ông \'Ba\' \\ \n\x41\u0111 \d'])", {"Ông 'Ba' \\ \nAđ \\d"}},
                                               {R"(["it's"])", {"it's"}},
                                               {R"(['\ud83d\x00'])", {"\uFFFD\uFFFD"}}};
  for (const auto& [text, expected] : kTable) EXPECT_EQ(python_texts(text), expected) << text;
}

TEST(PythonTexts, AreNotInAnyOtherText) {
  for (const char* text : {"", "[", "]", "()", "{}", "[Ảnh] Lễ hội", "['Ảnh'] Lễ hội", "['a' 'b']", "['a]", "[1, 2]",
                           "['a', 1]", "['a')", "'a'", "['a'] ['b']", "[\"a']"})
    EXPECT_FALSE(python_texts(text).has_value()) << text;
}

}  // namespace
}  // namespace timbao
