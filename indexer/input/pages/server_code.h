// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace timbao {

/// Blanks out what a server would have run, in a page that was saved as its source: JSP and ASP ("<% … %>"), PHP
/// ("<?php … ?>") and Blade ("{{ … }}", and lines such as "@extends('layout')").
///
///   <%@ page language="java" %><p>Làng <%= name %></p>    becomes blanks and "<p>Làng           </p>"
///
/// Takes    a page of any length. What stands in `<script>` and `<style>` is changed too.
/// Returns  the page, as long as before; what is not closed stays.
/// Errors   none.
/// Source   the manuals of JSP, PHP and Laravel; covered by server_code_test.
void blank_server_code(std::string& html);

/// Whether a value is a place for a server to fill: "{{ $title }}", "${title}", "<%= title %>", "#{title}".
bool is_template_place(std::string_view value);

}  // namespace timbao
