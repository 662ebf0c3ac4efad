// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace timbao::glass {

/// Compresses tags as Xapian does.
///
///   Deflater deflater;
///   const std::string_view smaller = deflater.smaller(tag);
///   if (!smaller.empty()) table.add(key, smaller, TagForm::deflated);
///
/// Takes    a tag of any bytes.
/// Returns  its deflated form, valid until the next call; nothing where that is not smaller, or the tag so short that
///          Xapian does not try.
/// Errors   std::bad_alloc.
/// Threads  one thread at a time; it holds 400 KB.
/// Source   xapian-core/common/compression_stream.cc and glass_version.cc, COMPRESS_MIN (1.4.22).
class Deflater {
 public:
  Deflater();
  ~Deflater();
  Deflater(Deflater&&) noexcept;
  Deflater& operator=(Deflater&&) noexcept;

  std::string_view smaller(std::string_view tag);

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
  std::string out_;
};

}  // namespace timbao::glass
