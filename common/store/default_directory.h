// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace timbao {

/// The index's folder where no --index is given: $TIMBAO_INDEX, else $XDG_DATA_HOME/timbao/index, else
/// ~/.local/share/timbao/index, where ~ is $HOME, else the home that the system has for the user. A variable that is
/// empty counts as one that is not set.
///
///   default_index_directory() == "/home/lan/.local/share/timbao/index"
///
/// Errors   Error(usage) where none of them gives a folder, or $TIMBAO_INDEX begins as the name of a server does
///          (index_place.h).
/// Source   XDG Base Directory Specification 0.8. Covered by default_directory_test.
std::string default_index_directory();

}  // namespace timbao
