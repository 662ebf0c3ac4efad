// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/front/serve/address.h"
#include "query/front/serve/http_message.h"
#include "query/front/serve/target.h"

namespace timbao {

/// By which names a server may be called: without this, a page from elsewhere whose name was made to point to this
/// machine (DNS rebinding) could read the archive through the browser that shows it.
///
///   const HostCheck check({"127.0.0.1", 8042}, "127.0.0.1");
///   check.allows("localhost:8042")     check.allows("evil.example:8042") == false
///
/// Takes    the address that is listened to, and the host as the user named it.
/// Errors   none.
/// Source   docs/serve.md, "Safety". Covered by host_check_test.
class HostCheck {
 public:
  HostCheck(const ServeAddress& bound, std::string_view named);

  /// Whether a server may be called by a host: the one that was named, the address listened to, localhost or an address
  /// of loopback, with the right port. Where every address of the machine is listened to (0.0.0.0 or ::), any address in
  /// digits, since rebinding needs a name.
  [[nodiscard]] bool allows(std::string_view host) const;

  /// The reply to a request that must not be answered; nothing where nothing is wrong with its Host, its Origin and where
  /// the browser says it comes from.
  [[nodiscard]] std::optional<Reply> refusal_of(const HttpRequest& request, const Target& target) const;

 private:
  ServeAddress bound_;
  std::string named_;
};

/// Whether an address in digits is one of the machine itself: 127.0.0.1, ::1.
bool is_loopback(std::string_view address);

/// Whether an address stands for every one of the machine: 0.0.0.0, ::.
bool is_every_address(std::string_view address);

}  // namespace timbao
