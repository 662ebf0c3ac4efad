// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/containers/container_of_head.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "common/base/ascii.h"
#include "common/base/ascii_text.h"

namespace timbao {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view start;
  Container container;
};

constexpr std::array<Signature, 8> kSignatures{{
    {"\x1F\x8B\x08"sv, Container::gzip},
    {"\x28\xB5\x2F\xFD"sv, Container::zstd},
    {"\xFD"
     "7zXZ\0"sv,
     Container::xz},
    {"PK\x03\x04"sv, Container::zip},
    {"PK\x05\x06"sv, Container::zip},  // without entries
    {"7z\xBC\xAF\x27\x1C"sv, Container::seven_zip},
    {"WARC/1."sv, Container::warc},
    {"WARC/0."sv, Container::warc},
}};

constexpr std::size_t kEnoughBytes = 4096;  // the header of a message is shorter
constexpr std::size_t kTarHeaderBytes = 512, kTarSum = 148, kTarSumBytes = 8;

/// The number that a field of a tar header holds in octal digits; a number that no sum is where it holds none.
std::uint64_t octal_of(std::string_view field) {
  std::uint64_t number = 0;
  field.remove_prefix(std::min(field.find_first_not_of(' '), field.size()));
  if (field.empty() || field.front() < '0' || field.front() > '7') return UINT64_MAX;
  for (; !field.empty() && field.front() >= '0' && field.front() <= '7'; field.remove_prefix(1))
    number = number * 8 + static_cast<std::uint64_t>(field.front() - '0');
  return number;
}

/// The sum of all bytes of a header, its own field counted as blanks. Some old programs took bytes for signed numbers.
bool is_tar(std::string_view head) {
  if (head.size() < kTarHeaderBytes || head.front() == '\0') return false;
  std::uint64_t sum = kTarSumBytes * ' ';
  std::int64_t signed_sum = kTarSumBytes * ' ';
  for (std::size_t at = 0; at < kTarHeaderBytes; ++at) {
    if (at >= kTarSum && at < kTarSum + kTarSumBytes) continue;
    sum += static_cast<unsigned char>(head[at]);
    signed_sum += static_cast<signed char>(head[at]);
  }
  const std::uint64_t stated = octal_of(head.substr(kTarSum, kTarSumBytes));
  return stated == sum || (signed_sum >= 0 && stated == static_cast<std::uint64_t>(signed_sum));
}

bool is_bzip2(std::string_view head) {
  constexpr std::string_view kBlock = "1AY&SY", kNoBlock = "\x17\x72\x45\x38\x50\x90";
  if (!starts_with(head, "BZh") || head.size() < 10 || head[3] < '1' || head[3] > '9') return false;
  return head.substr(4, 6) == kBlock || head.substr(4, 6) == kNoBlock;
}

/// Whether a line is one of a message's header: a name without blanks, and a colon.
bool is_header_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos && colon > 0 &&
         line.substr(0, colon).find_first_of(" \t<>{}[]\"") == std::string_view::npos;
}

bool is_mhtml(std::string_view head) {
  if (!is_header_line(head.substr(0, head.find('\n')))) return false;
  const std::string header = ascii_lower(head.substr(0, std::min(head.find("\n\r\n"), head.find("\n\n"))));
  const std::size_t type = ("\n" + header).find("\ncontent-type:");
  return ("\n" + header).find("\nmime-version:") != std::string::npos && type != std::string::npos &&
         header.find("multipart/", type == 0 ? 0 : type - 1) != std::string::npos;
}

}  // namespace

std::optional<Container> container_of_head(std::string_view head) {
  const auto* const row = std::find_if(kSignatures.begin(), kSignatures.end(), [head](const Signature& signature) {
    return starts_with(head, signature.start);
  });
  if (row != kSignatures.end()) return row->container;
  if (is_bzip2(head)) return Container::bzip2;
  if (is_tar(head)) return Container::tar;
  if (is_mhtml(head)) return Container::mhtml;
  return std::nullopt;
}

bool shows_container(std::string_view bytes) {
  if (bytes.size() >= kEnoughBytes) return true;
  return starts_with(bytes, "{") || starts_with(bytes, "[{") ||
         (bytes.find('\n') != std::string_view::npos && !is_header_line(bytes)) ||
         (bytes.size() > 2 && container_of_head(bytes) && *container_of_head(bytes) != Container::mhtml);
}

}  // namespace timbao
