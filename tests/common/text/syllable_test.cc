// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: a syllable has one onset, rime and tone, and one exact key for all its spellings.
#include "common/text/syllable.h"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "common/text/fold.h"
#include "tests/common/text/vietnamese.h"
#include "tests/sanitizer.h"

namespace timbao {
namespace {

std::vector<std::string> words_of(const char* list) {
  std::istringstream words{std::string(list)};
  return {std::istream_iterator<std::string>(words), std::istream_iterator<std::string>()};
}

// As docs/folding.md lists them; the empty onset is not among them.
const std::vector<std::string>& onsets() {
  static const auto list = words_of("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x");
  return list;
}

const std::vector<std::string>& rimes() {
  static const auto list = words_of(
      "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et "
      "ê êc êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan "
      "oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oep oet oi om on ong ooc oong op ot ô ôc ôi ôm "
      "ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uên uênh uêt uêu ui um un ung uôc uôi uôm uôn "
      "uông uôp uôt uơ up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp "
      "ươt ươu ưt ưu y ych yêm yên yêng yêt yêu yn ynh yp yt yu");
  return list;
}

bool is_stopped(const std::string& rime) {
  const char last = rime.back();
  return last == 'c' || last == 'p' || last == 't' || (rime.size() > 1 && rime.substr(rime.size() - 2) == "ch");
}

TEST(Syllable, HasTheOnsetsAndRimesOfItsRules) {
  EXPECT_EQ(onsets().size() + 1, 28U);
  EXPECT_EQ(rimes().size(), 173U);
  for (const std::string& rime : rimes()) {
    const auto syllable = parse_syllable(is_stopped(rime) ? test::tone_placements(rime, 1).back() : rime);
    ASSERT_TRUE(syllable) << rime;
    EXPECT_EQ(syllable->onset, "");
    EXPECT_EQ(syllable->rime, rime);
  }
}

struct Case {
  std::string_view printed, onset, rime;
  Tone tone;
  std::string_view key, why;
};

TEST(Syllable, IsOnsetRimeAndTone) {
  const std::vector<Case> cases = {
      {"hòa", "h", "oa", Tone::huyen, "hoa~2", "new style"},
      {"hoà", "h", "oa", Tone::huyen, "hoa~2", "old style"},
      {"thủy", "th", "uy", Tone::hoi, "thuy~3", "new style"},
      {"thuỷ", "th", "uy", Tone::hoi, "thuy~3", "old style"},
      {"khỏe", "kh", "oe", Tone::hoi, "khoe~3", "new style"},
      {"khoẻ", "kh", "oe", Tone::hoi, "khoe~3", "old style"},
      {"việt", "v", "iêt", Tone::nang, "viêt~5", "as it should be"},
      {"vịêt", "v", "iêt", Tone::nang, "viêt~5", "the tone on the wrong letter"},
      {"quý", "qu", "y", Tone::sac, "quy~1", "qu is an onset"},
      {"qúy", "qu", "y", Tone::sac, "quy~1", "the tone on the onset's u"},
      {"được", "đ", "ươc", Tone::nang, "đươc~5", "as it should be"},
      {"đuợc", "đ", "ươc", Tone::nang, "đươc~5", "a horn is missing"},
      {"đựơc", "đ", "ươc", Tone::nang, "đươc~5", "the tone on the wrong letter"},
      {"đựoc", "đ", "ươc", Tone::nang, "đươc~5", "the other horn is missing"},
      {"đảng", "đ", "ang", Tone::hoi, "đang~3", ""},
      {"đang", "đ", "ang", Tone::ngang, "đang", "no tone: nothing behind"},
      {"dang", "d", "ang", Tone::ngang, "dang", ""},
      {"quốc", "qu", "ôc", Tone::sac, "quôc~1", ""},
      {"gì", "gi", "i", Tone::huyen, "gi~2", "gi shares its i"},
      {"gìn", "gi", "in", Tone::huyen, "gin~2", "gi shares its i"},
      {"giếng", "gi", "iêng", Tone::sac, "giêng~1", "gi shares its i"},
      {"giết", "gi", "iêt", Tone::sac, "giêt~1", "gi shares its i"},
      {"giữ", "gi", "ư", Tone::nga, "giư~4", "gi keeps its i"},
      {"gia", "gi", "a", Tone::ngang, "gia", "gi keeps its i"},
      {"khuỷu", "kh", "uyu", Tone::hoi, "khuyu~3", ""},
      {"thuở", "th", "uơ", Tone::hoi, "thuơ~3", "uơ is a rime of its own"},
      {"hy", "h", "y", Tone::ngang, "hy", ""},
      {"uy", "", "uy", Tone::ngang, "uy", "no onset"},
      {"xoong", "x", "oong", Tone::ngang, "xoong", "a borrowed rime"},
      {"nghiêng", "ngh", "iêng", Tone::ngang, "nghiêng", "the longest onset"},
      {"ghế", "gh", "ê", Tone::sac, "ghê~1", ""},
  };
  for (const Case& c : cases) {
    const auto syllable = parse_syllable(c.printed);
    ASSERT_TRUE(syllable) << c.printed << ' ' << c.why;
    EXPECT_EQ(syllable->onset, c.onset) << c.printed;
    EXPECT_EQ(syllable->rime, c.rime) << c.printed;
    EXPECT_EQ(syllable->tone, c.tone) << c.printed;
    EXPECT_EQ(exact_key(c.printed), c.key) << c.printed;
  }
}

TEST(Syllable, IsNotWhatBreaksItsRules) {
  const std::vector<std::pair<std::string, std::string_view>> cases = {
      {"", "nothing"},
      {"ủỷ", "two tone marks"},
      {"hòá", "two tone marks"},
      {"đắk", "no coda k"},
      {"lắk", "no coda k"},
      {"putin", "borrowed"},
      {"covid", "borrowed"},
      {"ng", "no rime"},
      {"qu", "no rime"},
      {"hac", "a stop without tone"},
      {"học\u0301", "a mark of its own"},
      {"hỏc", "a stop with hỏi"},
      {"hách2", "a digit"},
      {"giế", "giê has no rime"},
      {"giiếng", "a shared i is written once"},
      {"giì", "a shared i is written once"},
      {"wa", "no onset"},
      {"\xFF", "ill formed"},
      {"nghiêngnghiêngnghiêngnghiêng", "too long"},
      {"đảng đảng", "two"},
  };
  for (const auto& [word, why] : cases) {
    EXPECT_FALSE(parse_syllable(word)) << why;
    EXPECT_EQ(exact_key(word), word) << why;
  }
}

/// How onset and rime are written together; empty where the rules know no such syllable.
std::string written(const std::string& onset, const std::string& rime) {
  if (onset != "gi") return onset + rime;
  if (rime.front() == 'i') return "g" + rime;
  const bool shares = rime.compare(0, 2, "ê") == 0;
  const auto& list = rimes();
  return shares && std::find(list.begin(), list.end(), "i" + rime) == list.end() ? std::string() : onset + rime;
}

template <typename Use>
void for_all_syllables(Use&& use) {
  std::vector<std::string> beginnings = onsets();
  beginnings.emplace_back();
  for (const std::string& onset : beginnings)
    for (const std::string& rime : rimes())
      for (std::size_t tone = 0; tone < 6; ++tone) {
        const bool fits = !is_stopped(rime) || tone == 1 || tone == 5;
        if (const std::string letters = written(onset, rime); fits && !letters.empty()) use(letters, tone);
      }
}

// Every syllable, its tone on each of its vowels, composed and decomposed, small and in capitals: one key each.
TEST(ExactKey, DoesNotDependOnToneplaceNormalFormOrCase) {
  std::size_t number = 0;
  for_all_syllables([&](const std::string& letters, std::size_t tone) {
    if (!test::is_sampled(number++)) return;
    const std::string key = tone == 0 ? letters : letters + '~' + std::to_string(tone);
    for (const std::string& spelling : test::tone_placements(letters, tone)) {
      ASSERT_EQ(exact_key(spelling), key) << spelling;
      ASSERT_EQ(exact_key(canonical(test::decomposed(spelling))), key) << spelling;
      ASSERT_EQ(exact_key(canonical(test::capitals(spelling))), key) << spelling;
      ASSERT_EQ(exact_key(canonical(test::decomposed(test::capitals(spelling)))), key) << spelling;
    }
  });
}

TEST(ExactKey, TellsDistinctReadingsApart) {
  std::map<std::string, std::pair<std::string, std::size_t>> reading_of_key;
  for_all_syllables([&](const std::string& letters, std::size_t tone) {
    const std::pair<std::string, std::size_t> reading(letters, tone);
    const std::string key = exact_key(test::tone_placements(letters, tone).back());
    ASSERT_EQ(reading_of_key.emplace(key, reading).first->second, reading) << key;
  });
  EXPECT_GT(reading_of_key.size(), 15'000U);
}

TEST(ExactKey, FoldsToTheSyllablesFoldedForm) {
  for_all_syllables([](const std::string& letters, std::size_t tone) {
    const std::string spelling = test::tone_placements(letters, tone).back();
    const std::string key = exact_key(spelling);
    ASSERT_EQ(fold_text(key.substr(0, key.find('~'))), fold_text(spelling));
  });
}

TEST(ExactKey, IsNeverWhatSomebodyTypes) {
  EXPECT_EQ(exact_key("hoa2"), "hoa2");
  EXPECT_NE(exact_key("hoa2"), exact_key("hoà"));
}

TEST(Syllable, TakesAnyBytes) {
  test::RandomTexts random(5);
  for (int i = 0; i < 5000; ++i) {
    const std::string text = i % 2 == 0 ? random.bytes(random.below(30)) : random.next(random.below(4));
    const auto syllable = parse_syllable(text);
    if (!syllable) {
      ASSERT_EQ(exact_key(text), text);
    }
  }
}

TEST(Syllable, PutsAToneOnEachVowelLetterAndOnNothingElse) {
  EXPECT_EQ(toned_vowel("ê", Tone::sac), "ế");
  EXPECT_EQ(toned_vowel("ư", Tone::nang), "ự");
  EXPECT_EQ(toned_vowel("y", Tone::ngang), "y");
  for (const std::string_view none : {"", "b", "đ", "ế", "ang", "A"})
    EXPECT_EQ(toned_vowel(none, Tone::sac), "") << none;
  for (const std::string_view vowel : {"a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"})
    for (int tone = 0; tone < 6; ++tone) {
      const WithoutTone again = without_tone(toned_vowel(vowel, static_cast<Tone>(tone)));
      EXPECT_EQ(again.letters, vowel);
      EXPECT_EQ(static_cast<int>(again.tone), tone);
    }
}

}  // namespace
}  // namespace timbao
