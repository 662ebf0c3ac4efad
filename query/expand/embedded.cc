// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/embedded.h"

#include <cstddef>

// data/embed.S
extern "C" {
extern const char timbao_abbreviations_begin[], timbao_abbreviations_end[];
extern const char timbao_english_words_begin[], timbao_english_words_end[];
extern const char timbao_function_words_begin[], timbao_function_words_end[];
extern const char timbao_places_begin[], timbao_places_end[];
extern const char timbao_spellings_begin[], timbao_spellings_end[];
}

namespace timbao::embedded {
namespace {

std::string_view between(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }

}  // namespace

std::string_view abbreviations() { return between(timbao_abbreviations_begin, timbao_abbreviations_end); }
std::string_view english_words() { return between(timbao_english_words_begin, timbao_english_words_end); }
std::string_view function_words() { return between(timbao_function_words_begin, timbao_function_words_end); }
std::string_view places() { return between(timbao_places_begin, timbao_places_end); }
std::string_view spellings() { return between(timbao_spellings_begin, timbao_spellings_end); }

}  // namespace timbao::embedded
