// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/damage/inflate_guard.h"

#include <dlfcn.h>

#include <string_view>

namespace timbao {
namespace {

/// How zlib's z_stream begins; the rest of it is zlib's own. zlib itself is linked by libxapian alone.
struct StreamBegin {
  const unsigned char* next_in;
  unsigned avail_in;
  unsigned long total_in;
  unsigned char* next_out;
  unsigned avail_out;
  unsigned long total_out;
};

constexpr int kDataError = -3;  // Z_DATA_ERROR

using Inflate = int (*)(void* stream, int flush);

Inflate zlibs_inflate() {
  static const auto inflate = reinterpret_cast<Inflate>(::dlsym(RTLD_NEXT, "inflate"));
  return inflate;
}

bool is_xapian(const void* caller) {
  Dl_info library{};
  return ::dladdr(caller, &library) != 0 && library.dli_fname != nullptr &&
         std::string_view(library.dli_fname).find("libxapian") != std::string_view::npos;
}

int inflate_guarded(void* stream, int flush, const void* caller) {
  if (static_cast<const StreamBegin*>(stream)->total_out > kMostItemBytes && is_xapian(caller)) return kDataError;
  const Inflate inflate = zlibs_inflate();
  return inflate == nullptr ? kDataError : inflate(stream, flush);
}

}  // namespace

bool can_inflate() { return zlibs_inflate() != nullptr; }

}  // namespace timbao

extern "C" int inflate(void* stream, int flush) {
  return timbao::inflate_guarded(stream, flush, __builtin_return_address(0));
}
