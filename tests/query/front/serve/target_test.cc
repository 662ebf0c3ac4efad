// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: the target of a request is read as browsers write it, any bytes are a target or none, and what is encoded comes
// back as it was.
#include "query/front/serve/target.h"

#include <gtest/gtest.h>

#include <random>

#include "common/base/utf8.h"

namespace timbao {
namespace {

std::string shown(std::string_view target) {
  const std::optional<Target> parsed = parse_target(target);
  if (!parsed) return "none";
  std::string text = parsed->path;
  for (const TargetParameter& parameter : parsed->parameters)
    text += " [" + parameter.name + "=" + parameter.value + "]";
  return text;
}

TEST(ParseTarget, ReadsPathAndParameters) {
  const struct {
    std::string_view target, expected, why;
  } kCases[] = {
      {"/", "/", "no parameters"},
      {"/api/search?q=dang&limit=3", "/api/search [q=dang] [limit=3]", "two parameters"},
      {"/?q=%C4%91%E1%BA%A3ng+b%E1%BB%99", "/ [q=đảng bộ]", "bytes of UTF-8, and + for a space"},
      {"/?q=a%2Bb%26c%3Dd", "/ [q=a+b&c=d]", "signs that are encoded separate nothing"},
      {"/?q=a=b", "/ [q=a=b]", "only the first = separates"},
      {"/?q", "/ [q=]", "no ="},
      {"/?&&q=1&", "/ [q=1]", "empty parameters are left out"},
      {"/?q=100%&r=%zz%4", "/ [q=100%] [r=%zz%4]", "a % that begins no byte is itself"},
      {"/?q=%FF", "/ [q=\uFFFD]", "no UTF-8"},
      {"/?q=1#part", "/ [q=1]", "the part behind # is the browser's"},
      {"/%2e%2e/x", "/%2e%2e/x", "paths are compared as they were sent"},
      {"", "none", "nothing"},
      {"http://localhost/", "none", "an absolute address, as proxies get it"},
      {"*", "none", "what OPTIONS may ask for"},
  };
  for (const auto& one : kCases) EXPECT_EQ(shown(one.target), one.expected) << one.why;
}

TEST(ParseTarget, RefusesTooManyParameters) {
  std::string target = "/?";
  for (std::size_t i = 0; i < kMostParameters; ++i) target += "a&";
  EXPECT_NE(shown(target), "none");
  EXPECT_EQ(shown(target + "a"), "none");
}

TEST(ParseTarget, GivesBackWhatWasEncoded) {
  std::mt19937 engine(7);
  const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (unsigned i = random() % 12; i > 0; --i)
      append_code_point(text, random() % 3 == 0 ? random() % 0xD000 : random() % 128);
    const std::optional<Target> parsed = parse_target("/?" + encoded(text) + "x=" + encoded(text));
    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->parameters.at(0).name, text + "x");
    EXPECT_EQ(parsed->parameters.at(0).value, text);
  }
}

}  // namespace
}  // namespace timbao
