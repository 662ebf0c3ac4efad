// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/legacy_letters.h"

#include <algorithm>
#include <array>
#include <map>

#include "common/base/utf8.h"

namespace timbao {
namespace {

/// The small letters with marks, and their capitals: the columns of the rows below.
constexpr std::string_view kSmall = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ";
constexpr std::string_view kCapitals = "ÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÉÈẺẼẸÊẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴĐ";

/// How one charset writes the letters, each as one byte or two bytes in hexadecimal; -- where it has none.
struct LegacyRow {
  Charset charset;
  std::string_view small, capitals;
};

// clang-format off
constexpr std::array kRows{
    LegacyRow{Charset::tcvn3,
        "B8 B5 B6 B7 B9 A8 BE BB BC BD C6 A9 CA C7 C8 C9 CB D0 CC CE CF D1 AA D5 D2 D3 D4 D6 DD D7 D8 DC DE E3 DF "
        "E1 E2 E4 AB E8 E5 E6 E7 E9 AC ED EA EB EC EE F3 EF F1 F2 F4 AD F8 F5 F6 F7 F9 FD FA FB FC FE AE",
        "-- -- -- -- -- A1 -- -- -- -- -- A2 -- -- -- -- -- -- -- -- -- -- A3 -- -- -- -- -- -- -- -- -- -- -- -- "
        "-- -- -- A4 -- -- -- -- -- A5 -- -- -- -- -- -- -- -- -- -- A6 -- -- -- -- -- -- -- -- -- -- A7"},
    LegacyRow{Charset::tcvn5712,
        "B8 B5 B6 B7 B9 A8 BE BB BC BD C6 A9 CA C7 C8 C9 CB D0 CC CE CF D1 AA D5 D2 D3 D4 D6 DD D7 D8 DC DE E3 DF "
        "E1 E2 E4 AB E8 E5 E6 E7 E9 AC ED EA EB EC EE F3 EF F1 F2 F4 AD F8 F5 F6 F7 F9 FD FA FB FC FE AE",
        "83 80 81 82 84 A1 C0 AF BA BF 85 A2 C4 C1 C2 C3 86 8A 87 88 89 8B A3 DA C5 CD D9 8C 90 8D 8E 8F 91 95 92 "
        "93 94 96 A4 FF DB E0 F0 97 A5 9B 98 99 9A 9C 01 9D 9E 9F 02 A6 11 04 05 06 12 16 13 14 15 17 A7"},
    LegacyRow{Charset::vni,
        "61F9 61F8 61FB 61F5 61EF 61EA 61E9 61E8 61FA 61FC 61EB 61E2 61E1 61E0 61E5 61E3 61E4 65F9 65F8 65FB 65F5 "
        "65EF 65E2 65E1 65E0 65E5 65E3 65E4 ED EC E6 F3 F2 6FF9 6FF8 6FFB 6FF5 6FEF 6FE2 6FE1 6FE0 6FE5 6FE3 6FE4 "
        "F4 F4F9 F4F8 F4FB F4F5 F4EF 75F9 75F8 75FB 75F5 75EF F6 F6F9 F6F8 F6FB F6F5 F6EF 79F9 79F8 79FB 79F5 EE F1",
        "41D9 41D8 41DB 41D5 41CF 41CA 41C9 41C8 41DA 41DC 41CB 41C2 41C1 41C0 41C5 41C3 41C4 45D9 45D8 45DB 45D5 "
        "45CF 45C2 45C1 45C0 45C5 45C3 45C4 CD CC C6 D3 D2 4FD9 4FD8 4FDB 4FD5 4FCF 4FC2 4FC1 4FC0 4FC5 4FC3 4FC4 "
        "D4 D4D9 D4D8 D4DB D4D5 D4CF 55D9 55D8 55DB 55D5 55CF D6 D6D9 D6D8 D6DB D6D5 D6CF 59D9 59D8 59DB 59D5 CE D1"},
    LegacyRow{Charset::vps,
        "E1 E0 E4 E3 E5 E6 A1 A2 A3 A4 A5 E2 C3 C0 C4 C5 C6 E9 E8 C8 EB CB EA 89 8A 8B CD 8C ED EC CC EF CE F3 F2 "
        "D5 F5 86 F4 D3 D2 B0 87 B6 D6 A7 A9 AA AB AE FA F9 FB DB F8 DC D9 D8 BA BB BF 9A FF 9B CF 9C C7",
        "C1 80 81 82 02 88 8D 8E 8F F0 04 C2 83 84 85 1C 03 C9 D7 DE FE 05 CA 90 93 94 95 06 B4 B5 B7 B8 10 B9 BC "
        "BD BE 11 D4 96 97 98 99 12 F7 9D 9E 9F A6 13 DA A8 D1 AC 14 D0 AD AF B1 1D 15 DD B2 FD B3 19 F1"},
    LegacyRow{Charset::viscii,
        "E1 E0 E4 E3 D5 E5 A1 A2 C6 C7 A3 E2 A4 A5 A6 E7 A7 E9 E8 EB A8 A9 EA AA AB AC AD AE ED EC EF EE B8 F3 F2 "
        "F6 F5 F7 F4 AF B0 B1 B2 B5 BD BE B6 B7 DE FE FA F9 FC FB F8 DF D1 D7 D8 E6 F1 FD CF D6 DB DC F0",
        "C1 C0 C4 C3 80 C5 81 82 02 05 83 C2 84 85 86 06 87 C9 C8 CB 88 89 CA 8A 8B 8C 8D 8E CD CC 9B CE 98 D3 D2 "
        "99 A0 9A D4 8F 90 91 92 93 B4 95 96 97 B3 94 DA D9 9C 9D 9E BF BA BB BC FF B9 DD 9F 14 19 1E D0"},
    LegacyRow{Charset::bkhcm1,
        "BE BF C0 C1 C2 D7 D8 D9 DA DB DC DD DE DF E0 E1 E2 C3 C4 C5 C6 C7 E3 E4 E5 E6 E7 E8 C8 C9 CA CB CC CD CE CF "
        "D0 D1 E9 EA EB EC ED EE EF F0 F1 F2 F3 F4 D2 D3 D4 D5 D6 F5 F6 F7 F8 F9 FA FB FC FD FE FF BD",
        "80 81 82 83 84 99 9A 9B 9C 9D 9E 9F 7E A1 A2 A3 A4 85 86 87 88 89 A5 A6 A7 A8 A9 AA 8A 8B 8C 8D 8E 8F 90 91 "
        "92 93 AB AC AD AE AF B0 B1 B2 B3 B4 B5 B6 94 95 96 97 98 B7 B8 B9 BA BB BC 7B 5E 60 7C -- 7D"},
    LegacyRow{Charset::bkhcm2,
        "61E1 61E2 61E3 61E4 61E5 F9 F9E6 F9E7 F9E8 F9E9 F9E5 EA EAEB EAEC EAED EAEE EAE5 65E1 65E2 65E3 65E4 65E5 EF "
        "EFEB EFEC EFED EFEE EFE5 F1 F2 F3 F4 F5 6FE1 6FE2 6FE3 6FE4 6FE5 F6 F6EB F6EC F6ED F6EE F6E5 FA FAE1 FAE2 "
        "FAE3 FAE4 FAE5 75E1 75E2 75E3 75E4 75E5 FB FBE1 FBE2 FBE3 FBE4 FBE5 79E1 79E2 79E3 79E4 79E5 E0",
        "41C1 41C2 41C3 41C4 41C5 D9 D9C6 D9C7 D9C8 D9C9 D9C5 CA CACB CACC CACD CACE CAC5 45C1 45C2 45C3 45C4 45C5 CF "
        "CFCB CFCC CFCD CFCE CFC5 D1 D2 D3 D4 D5 4FC1 4FC2 4FC3 4FC4 4FC5 D6 D6CB D6CC D6CD D6CE D6C5 DA DAC1 DAC2 "
        "DAC3 DAC4 DAC5 55C1 55C2 55C3 55C4 55C5 DB DBC1 DBC2 DBC3 DBC4 DBC5 59C1 59C2 59C3 59C4 59C5 C0"},
};
// clang-format on

/// What else the fonts of a charset have where it has no letter, as Windows-1252 has it: quotes, dashes, signs.
struct Sign {
  unsigned char byte;
  char32_t sign;
};
constexpr std::array kSigns{
    Sign{0x85, U'…'},      Sign{0x91, U'‘'}, Sign{0x92, U'’'}, Sign{0x93, U'“'}, Sign{0x94, U'”'},
    Sign{0x95, U'•'},      Sign{0x96, U'–'}, Sign{0x97, U'—'}, Sign{0xA0, U' '}, Sign{0xAB, U'«'},
    Sign{0xAD, U'\u00AD'}, Sign{0xB0, U'°'}, Sign{0xB7, U'·'}, Sign{0xBB, U'»'},
};

unsigned digit_of(char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'A' + 10); }

unsigned char byte_of(std::string_view hex, std::size_t at) {
  return static_cast<unsigned char>(digit_of(hex[at]) << 4U | digit_of(hex[at + 1]));
}

}  // namespace

void LegacyLetters::add(std::string_view hex, char32_t letter) {
  if (hex == "--") return;
  if (hex.size() == 2) {
    single_[byte_of(hex, 0)] = letter;
    return;
  }
  std::uint8_t& row = row_of_first_[byte_of(hex, 0)];
  if (row == 0) {
    row = static_cast<std::uint8_t>(pairs_.size());
    pairs_.emplace_back();
  }
  pairs_[row][byte_of(hex, 2)] = letter;
}

void LegacyLetters::add_row(std::string_view hex_words, std::string_view letters) {
  for (std::size_t at = 0, begin = 0; at < letters.size();) {
    const CodePoint letter = read_code_point(letters, at);
    const std::size_t end = std::min(hex_words.find(' ', begin), hex_words.size());
    add(hex_words.substr(begin, end - begin), letter.value);
    at += letter.length;
    begin = end + 1;
  }
}

LegacyLetters::LegacyLetters(Charset charset) {
  for (char32_t c = 0; c < 0x80; ++c) single_[c] = c;
  for (const Sign& sign : kSigns) single_[sign.byte] = sign.sign;
  for (const LegacyRow& row : kRows) {
    if (row.charset != charset) continue;
    add_row(row.small, kSmall);
    add_row(row.capitals, kCapitals);
  }
}

char32_t LegacyLetters::pair(unsigned char first, unsigned char second) const {
  return pairs_[row_of_first_[first]][second];
}

const LegacyLetters* legacy_letters(Charset charset) {
  static const std::map<Charset, LegacyLetters> letters = [] {
    std::map<Charset, LegacyLetters> all;
    for (const LegacyRow& row : kRows) all.emplace(row.charset, LegacyLetters(row.charset));
    return all;
  }();
  const auto found = letters.find(charset);
  return found == letters.end() ? nullptr : &found->second;
}

}  // namespace timbao
