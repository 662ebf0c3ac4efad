// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

namespace timbao {

/// The term of a document's path; empty where it has none.
std::string path_term_of(const Xapian::Document& document);

/// The term of a document's id; empty where it has none.
std::string id_term_of(const Xapian::Document& document);

}  // namespace timbao
