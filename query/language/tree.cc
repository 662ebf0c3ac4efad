// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/tree.h"

namespace timbao {

// A node holds alternatives, which hold nodes: these need the whole of both types.
Node::Node() = default;
Node::~Node() = default;
Node::Node(Node&& other) noexcept = default;
Node& Node::operator=(Node&& other) noexcept = default;

}  // namespace timbao
