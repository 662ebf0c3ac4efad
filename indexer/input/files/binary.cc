// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/binary.h"

#include <array>

namespace timbao {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view start;
  std::string_view what;
};

constexpr std::array<Signature, 3> kSignatures{{
    {"%PDF-"sv, "a PDF, not text; pdftotext makes text of it"},
    {"Rar!\x1A\x07"sv, "a RAR archive; unpack it first"},
    {"\xD0\xCF\x11\xE0"sv,
     "a document of Word 97 or another old office program, not text; soffice --convert-to docx makes one that is read"},
}};

}  // namespace

std::string what_is_binary(std::string_view head) {
  for (const Signature& signature : kSignatures)
    if (head.substr(0, signature.start.size()) == signature.start) return std::string(signature.what);
  return {};
}

}  // namespace timbao
