// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/embedded.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <array>
#include <cstdio>
#include <string>

// data/embed.S
extern "C" {
extern const char timbao_token_codes_begin[], timbao_token_codes_end[];
extern const char timbao_word_pairs_begin[], timbao_word_pairs_end[];
extern const char timbao_pair_readings_begin[], timbao_pair_readings_end[];
extern const char timbao_common_syllables_begin[], timbao_common_syllables_end[];
extern const char timbao_stored_text_dict_1_begin[], timbao_stored_text_dict_1_end[];
extern const char timbao_stored_text_dict_2_begin[], timbao_stored_text_dict_2_end[];
}

namespace timbao::embedded {
namespace {

std::string_view between(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }

}  // namespace

std::string_view token_codes() { return between(timbao_token_codes_begin, timbao_token_codes_end); }
std::string_view word_pairs() { return between(timbao_word_pairs_begin, timbao_word_pairs_end); }
std::string_view pair_readings() { return between(timbao_pair_readings_begin, timbao_pair_readings_end); }
std::string_view common_syllables() { return between(timbao_common_syllables_begin, timbao_common_syllables_end); }
std::string_view stored_text_dictionary() {
  return between(timbao_stored_text_dict_2_begin, timbao_stored_text_dict_2_end);
}
std::string_view stored_text_dictionary_1() {
  return between(timbao_stored_text_dict_1_begin, timbao_stored_text_dict_1_end);
}

std::string_view version() {
  static const std::string hash = [] {
    std::uint64_t sum = 0;
    for (const std::string_view file : {token_codes(), word_pairs(), common_syllables(), stored_text_dictionary()})
      sum = XXH3_64bits_withSeed(file.data(), file.size(), sum);
    std::array<char, 17> text{};
    std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(sum));
    return std::string(text.data());
  }();
  return hash;
}

}  // namespace timbao::embedded
