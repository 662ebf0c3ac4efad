// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/cli_option.h"

namespace timbao {

/// Where a server listens.
///
///   ServeAddress{"127.0.0.1", 8042}     ServeAddress{"::1", 8042}
struct ServeAddress {
  std::string host = "127.0.0.1";  ///< a name or an address; of IPv6 without brackets
  std::uint16_t port = 8042;       ///< 0: any that is free
};

/// Reads the value of --serve.
///
///   parse_serve_address({"serve", "true"})           127.0.0.1, 8042: no value was given
///   parse_serve_address({"serve", ":9000"})          127.0.0.1, 9000; "9000" is the same
///   parse_serve_address({"serve", "[::1]:8042"})     ::1, 8042
///   parse_serve_address({"serve", "0.0.0.0"})        0.0.0.0, 8042
///
/// Errors   Error(usage) where it is none of these.
/// Source   docs/serve.md. Covered by address_test.
ServeAddress parse_serve_address(const OptionValue& value);

/// A host and a port as addresses of pages have them: "127.0.0.1:8042", "[::1]:8042".
std::string written(const ServeAddress& address);

}  // namespace timbao
