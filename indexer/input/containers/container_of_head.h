// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "indexer/input/files/container.h"

namespace timbao {

/// The container that begins with these bytes.
///
///   container_of_head("PK\x03\x04…") == Container::zip     container_of_head("Phúc Yên") == std::nullopt
///
/// Takes    the beginning of a source: as many bytes as shows_container() asks for, or all.
/// Errors   none.
/// Source   the first bytes that each format's specification prescribes; of tar the checksum of its first header (POSIX
///          pax); of MHTML RFC 2557: the header of a message, with MIME-Version and several parts. Covered by
///          unpack_test and container_fuzz.
std::optional<Container> container_of_head(std::string_view head);

/// Whether so few bytes show already that they are a container, or that they are none, so that a slow pipe need not be
/// waited for: lines are none.
bool shows_container(std::string_view bytes);

}  // namespace timbao
