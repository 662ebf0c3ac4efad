// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/containers/seven_zip_header.h"

#include <lzma.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

namespace timbao {
namespace {

using namespace std::string_view_literals;

// The marks of the parts of a header.
constexpr unsigned kEnd = 0x00, kHeader = 0x01, kStreams = 0x04, kFiles = 0x05, kPacked = 0x06, kFolders = 0x07,
                   kSubStreams = 0x08, kSizes = 0x09, kChecksums = 0x0A, kFolderList = 0x0B, kUnpackedSizes = 0x0C,
                   kStreamCounts = 0x0D, kEncodedHeader = 0x17;

constexpr std::size_t kSignatureBytes = 32;
constexpr std::uint64_t kBytesOfFile = 200;  // what libarchive keeps of each file, beside its name
constexpr std::uint64_t kBytesBesideCoder = 1U << 20U;
constexpr std::uint64_t kMostChecksums = 1U << 28U;  // more of them are in no header that is read

/// Reads a header from its beginning to its end. After what cannot be read every number is 0 and is_broken() is true.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : bytes_(bytes) {}

  std::string_view take(std::uint64_t count) {
    if (count > bytes_.size()) {
      is_broken_ = true;
      bytes_ = {};
      return {};
    }
    const std::string_view taken = bytes_.substr(0, static_cast<std::size_t>(count));
    bytes_.remove_prefix(taken.size());
    return taken;
  }

  unsigned byte() {
    const std::string_view taken = take(1);
    return taken.empty() ? 0 : static_cast<unsigned char>(taken.front());
  }

  std::uint64_t little_endian(std::size_t count) {
    std::uint64_t number = 0;
    unsigned shift = 0;
    for (const char byte : take(count)) {
      number |= std::uint64_t{static_cast<unsigned char>(byte)} << shift;
      shift += 8;
    }
    return number;
  }

  /// A number of 7z: the ones at the front of the first byte say how many bytes follow.
  std::uint64_t number() {
    const unsigned first = byte();
    unsigned mask = 0x80, count = 0;
    while (mask != 0 && (first & mask) != 0) {
      mask >>= 1U;
      ++count;
    }
    const std::uint64_t low = little_endian(count);
    return mask == 0 ? low : low | std::uint64_t{first & (mask - 1)} << (8 * count);
  }

  /// A number of things each of which takes at least a byte of the header: more than that are none.
  std::uint64_t count() {
    const std::uint64_t stated = number();
    if (stated > bytes_.size()) is_broken_ = true;
    return is_broken_ ? 0 : stated;
  }

  [[nodiscard]] bool is_broken() const { return is_broken_; }
  void break_off() { is_broken_ = true; }

 private:
  std::string_view bytes_;
  bool is_broken_ = false;
};

/// One coder, by which a folder of files is packed.
struct Coder {
  std::string id, properties;
};
using Folder = std::vector<Coder>;

/// What a list of streams says.
struct Streams {
  std::uint64_t packed_at = 0;
  std::vector<std::uint64_t> packed_sizes, unpacked_sizes;
  std::vector<Folder> folders;
  std::vector<bool> has_checksum;  // of each folder; empty: none has
};

std::uint64_t dictionary_of_lzma2(unsigned property) {
  if (property >= 40) return std::numeric_limits<std::uint32_t>::max();
  return std::uint64_t{2U | (property & 1U)} << (property / 2 + 11);
}

/// What a coder takes. Those that are not named here take no memory worth counting, or libarchive knows none of them.
std::uint64_t memory_of(const Coder& coder) {
  Cursor properties(coder.properties);
  if (coder.id == "\x21"sv) return dictionary_of_lzma2(properties.byte()) + kBytesBesideCoder;
  const bool has_dictionary = coder.id == "\x03\x01\x01"sv || coder.id == "\x03\x04\x01"sv;  // LZMA, PPMd
  if (!has_dictionary) return kBytesBesideCoder;
  properties.byte();
  return properties.little_endian(4) + kBytesBesideCoder;
}

Folder read_folder(Cursor& header) {
  constexpr unsigned kIdBytes = 0x0F, kIsComplex = 0x10, kHasProperties = 0x20, kUnknown = 0xC0;
  Folder folder;
  for (std::uint64_t left = header.count(); left > 0 && !header.is_broken(); --left) {
    const unsigned flags = header.byte();
    if ((flags & (kIsComplex | kUnknown)) != 0) header.break_off();
    Coder coder;
    coder.id = header.take(flags & kIdBytes);
    if ((flags & kHasProperties) != 0) coder.properties = header.take(header.number());
    folder.push_back(std::move(coder));
  }
  for (std::size_t pair = 1; pair < folder.size(); ++pair) {  // which coder reads what another one writes
    header.number();
    header.number();
  }
  return folder;
}

/// Reads checksums, and says which of them are there.
std::vector<bool> read_checksums(Cursor& header, std::uint64_t count) {
  std::vector<bool> is_defined;
  const bool are_all = header.byte() != 0;
  const std::string_view bits = are_all ? std::string_view() : header.take((count + 7) / 8);
  if (header.is_broken()) return is_defined;
  for (std::size_t i = 0; i < count; ++i)
    is_defined.push_back(are_all || (static_cast<unsigned char>(bits[i / 8]) & (0x80U >> i % 8)) != 0);
  header.take(4 * static_cast<std::uint64_t>(std::count(is_defined.begin(), is_defined.end(), true)));
  return is_defined;
}

void read_packed(Cursor& header, Streams& streams) {
  streams.packed_at = header.number();
  const std::uint64_t count = header.count();
  for (unsigned mark = header.byte(); mark != kEnd && !header.is_broken(); mark = header.byte()) {
    if (mark == kSizes)
      for (std::uint64_t i = 0; i < count; ++i) streams.packed_sizes.push_back(header.number());
    else if (mark == kChecksums)
      read_checksums(header, count);
    else
      header.break_off();
  }
}

void read_folders(Cursor& header, Streams& streams) {
  if (header.byte() != kFolderList) header.break_off();
  const std::uint64_t count = header.count();
  if (header.byte() != 0) header.break_off();  // the list stands elsewhere
  for (std::uint64_t i = 0; i < count && !header.is_broken(); ++i) streams.folders.push_back(read_folder(header));
  if (header.byte() != kUnpackedSizes) header.break_off();
  for (const Folder& folder : streams.folders)
    for (std::size_t i = 0; i < folder.size(); ++i) streams.unpacked_sizes.push_back(header.number());
  unsigned mark = header.byte();
  if (mark == kChecksums) {
    streams.has_checksum = read_checksums(header, count);
    mark = header.byte();
  }
  if (mark != kEnd) header.break_off();
}

/// The streams of the single files, of which only the number counts here.
std::uint64_t read_sub_streams(Cursor& header, const Streams& streams) {
  std::vector<std::uint64_t> counts(streams.folders.size(), 1);
  unsigned mark = header.byte();
  if (mark == kStreamCounts) {
    for (std::uint64_t& count : counts) count = header.count();
    mark = header.byte();
  }
  std::uint64_t sum = 0, unchecked = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const bool is_checked = counts[i] == 1 && i < streams.has_checksum.size() && streams.has_checksum[i];
    sum += counts[i];
    unchecked += is_checked ? 0 : counts[i];
    if (mark != kSizes) continue;
    for (std::uint64_t left = counts[i]; left > 1 && !header.is_broken(); --left) header.number();
  }
  if (mark == kSizes) mark = header.byte();
  if (mark == kChecksums) {
    read_checksums(header, std::min<std::uint64_t>(unchecked, kMostChecksums));
    mark = header.byte();
  }
  if (mark != kEnd) header.break_off();
  return sum;
}

struct ReadHeader {
  Streams streams;
  std::uint64_t sub_streams = 0;
};

/// Reads a list of streams.
ReadHeader read_streams(Cursor& header) {
  ReadHeader read;
  unsigned mark = header.byte();
  if (mark == kPacked) {
    read_packed(header, read.streams);
    mark = header.byte();
  }
  if (mark == kFolders) {
    read_folders(header, read.streams);
    mark = header.byte();
  }
  if (mark == kSubStreams) {
    read.sub_streams = read_sub_streams(header, read.streams);
    mark = header.byte();
  }
  if (mark != kEnd) header.break_off();
  return read;
}

std::optional<std::string> read_at(ByteSource& file, std::uint64_t place, std::uint64_t count) {
  std::string bytes(static_cast<std::size_t>(count), '\0');
  if (!file.seek(place)) return std::nullopt;
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t more = file.read(bytes.data() + at, bytes.size() - at);
    if (more == 0) return std::nullopt;
    at += more;
  }
  return bytes;
}

/// Unpacks a header that is packed by one coder of LZMA.
std::optional<std::string> unpack_header(const std::string& packed, const Coder& coder, std::uint64_t size) {
  std::array<lzma_filter, 2> filters{};
  filters[0].id = coder.id == "\x21"sv ? LZMA_FILTER_LZMA2 : LZMA_FILTER_LZMA1;
  filters[1].id = LZMA_VLI_UNKNOWN;
  const auto* const properties = reinterpret_cast<const std::uint8_t*>(coder.properties.data());
  if (::lzma_properties_decode(filters.data(), nullptr, properties, coder.properties.size()) != LZMA_OK)
    return std::nullopt;
  lzma_stream stream = LZMA_STREAM_INIT;
  const bool is_open = ::lzma_raw_decoder(&stream, filters.data()) == LZMA_OK;
  std::free(filters[0].options);  // NOLINT: liblzma took it from malloc()
  if (!is_open) return std::nullopt;
  std::string header(static_cast<std::size_t>(size), '\0');
  stream.next_in = reinterpret_cast<const std::uint8_t*>(packed.data());
  stream.avail_in = packed.size();
  stream.next_out = reinterpret_cast<std::uint8_t*>(header.data());
  stream.avail_out = header.size();
  const lzma_ret result = ::lzma_code(&stream, LZMA_RUN);  // 7z writes no mark of the end: the size tells
  const bool is_whole = stream.avail_out == 0 && (result == LZMA_OK || result == LZMA_STREAM_END);
  ::lzma_end(&stream);
  return is_whole ? std::optional(header) : std::nullopt;
}

/// Of a packed header, what it is unpacked to.
std::optional<std::string> decode_header(ByteSource& file, Cursor& header, std::size_t memory_bytes) {
  const Streams streams = read_streams(header).streams;
  if (header.is_broken() || streams.folders.size() != 1 || streams.folders[0].size() != 1 ||
      streams.packed_sizes.size() != 1)
    return std::nullopt;
  const Coder& coder = streams.folders[0][0];
  const std::uint64_t packed = streams.packed_sizes[0], unpacked = streams.unpacked_sizes[0];
  const bool is_lzma = coder.id == "\x21"sv || coder.id == "\x03\x01\x01"sv;
  if (!is_lzma || packed > memory_bytes || unpacked > memory_bytes || memory_of(coder) > memory_bytes)
    return std::nullopt;
  const std::optional<std::string> bytes = read_at(file, kSignatureBytes + streams.packed_at, packed);
  return bytes ? unpack_header(*bytes, coder, unpacked) : std::nullopt;
}

std::optional<SevenZipNeeds> needs_of(std::string_view bytes) {
  Cursor header(bytes);
  if (header.byte() != kHeader) return std::nullopt;
  SevenZipNeeds needs;
  unsigned mark = header.byte();
  ReadHeader read;
  if (mark == kStreams) {
    read = read_streams(header);
    mark = header.byte();
  }
  const std::uint64_t files = mark == kFiles ? header.count() : 0;
  if (header.is_broken() || (mark != kFiles && mark != kEnd)) return std::nullopt;
  for (const Folder& folder : read.streams.folders) {
    std::uint64_t sum = 0;
    for (const Coder& coder : folder) sum += memory_of(coder);
    needs.decoder_bytes = std::max(needs.decoder_bytes, sum);
  }
  needs.list_bytes = kBytesOfFile * std::max(files, read.sub_streams) + 4 * bytes.size();
  return needs;
}

}  // namespace

std::optional<SevenZipNeeds> seven_zip_needs(ByteSource& file, std::size_t memory_bytes) {
  const std::optional<std::string> signature = read_at(file, 0, kSignatureBytes);
  if (!signature) return std::nullopt;
  Cursor start(std::string_view(*signature).substr(12));
  const std::uint64_t offset = start.little_endian(8), size = start.little_endian(8);
  if (size == 0) return SevenZipNeeds{};
  if (size > memory_bytes || offset > std::numeric_limits<std::uint32_t>::max() * 1024ULL) return std::nullopt;
  std::optional<std::string> bytes = read_at(file, kSignatureBytes + offset, size);
  if (!bytes) return std::nullopt;
  Cursor header(*bytes);
  if (header.byte() == kEncodedHeader) bytes = decode_header(file, header, memory_bytes);
  return bytes ? needs_of(*bytes) : std::nullopt;
}

}  // namespace timbao
