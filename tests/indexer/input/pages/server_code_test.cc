// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/pages/server_code.h"

#include <gtest/gtest.h>

#include "indexer/input/text/plain_text.h"

using namespace timbao;

namespace {

std::string blanked(std::string html) {
  const std::size_t bytes = html.size();
  blank_server_code(html);
  EXPECT_EQ(html.size(), bytes);
  return std::string(trim(html));
}

TEST(ServerCode, IsBlankedOut) {
  EXPECT_EQ(blanked("<%@ page language=\"java\" %><p>Làng</p>"), "<p>Làng</p>");
  EXPECT_EQ(blanked("<%-- <p>x %> --%><p>Làng</p>"), "<p>Làng</p>");
  EXPECT_EQ(blanked("<?php if ($a->b > 1) { ?><p>Làng</p>"), "<p>Làng</p>");
  EXPECT_EQ(blanked("@extends('layouts.app')\n@section('content')\n<p>Làng</p>\n@endsection"), "<p>Làng</p>");
  EXPECT_EQ(blanked("{{ $title }}<p>Làng</p>{!! $html !!}"), "<p>Làng</p>");
}

TEST(ServerCode, LeavesEverythingElse) {
  for (const char* const html :
       {"<p>a@b.vn</p>", "<p>5 <% 7</p>", "@media", "<style>\n@media print {}</style>", "{ { x } }"})
    EXPECT_EQ(blanked(html), html);
}

TEST(ServerCode, IsKnownInValues) {
  EXPECT_TRUE(is_template_place("{{ $title }}"));
  EXPECT_TRUE(is_template_place("${title}"));
  EXPECT_FALSE(is_template_place("Giá 5$"));
}

}  // namespace
