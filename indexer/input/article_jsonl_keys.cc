// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article_jsonl_keys.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/base/day.h"
#include "common/base/json.h"
#include "indexer/input/plain_text.h"

namespace timbao {
namespace {

using Texts = std::vector<std::string>;

/// All texts of a value as paragraphs.
std::string as_paragraphs(const JsonValue& value) {
  std::vector<std::string_view> paragraphs;
  for (const std::string& text : value.texts)
    for (std::string_view paragraph : paragraphs_of(text)) paragraphs.push_back(paragraph);
  return join(paragraphs, "\n");
}

/// All texts of a value on one line.
std::string as_line(const JsonValue& value) {
  std::string line = as_paragraphs(value);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

Texts as_list(const JsonValue& value) {
  Texts list;
  for (const std::string& text : value.texts)
    if (const std::string_view trimmed = trim(text); !trimmed.empty()) list.emplace_back(trimmed);
  return list;
}

template <std::string Article::*part>
void set_line(ReadArticle& read, const JsonValue& value) {
  read.article.*part = as_line(value);
}

template <std::string Article::*part>
void set_paragraphs(ReadArticle& read, const JsonValue& value) {
  read.article.*part = as_paragraphs(value);
}

template <Texts Article::*part>
void set_list(ReadArticle& read, const JsonValue& value) {
  read.article.*part = as_list(value);
}

template <auto part>
bool has(const ReadArticle& read) {
  return !(read.article.*part).empty();
}

void set_date(ReadArticle& read, const JsonValue& value) {
  const std::string text = as_line(value);
  read.article.date = parse_timestamp(text);
  if (!text.empty() && !read.article.date) read.unread_dates.push_back(text);
}

bool has_date(const ReadArticle& read) { return read.article.date.has_value(); }

template <std::string Article::*part>
constexpr KeyRow line(std::string_view name, bool is_alias) {
  return {name, is_alias, set_line<part>, has<part>};
}
template <std::string Article::*part>
constexpr KeyRow paragraphs(std::string_view name, bool is_alias) {
  return {name, is_alias, set_paragraphs<part>, has<part>};
}
template <Texts Article::*part>
constexpr KeyRow list(std::string_view name, bool is_alias) {
  return {name, is_alias, set_list<part>, has<part>};
}
constexpr KeyRow date(std::string_view name, bool is_alias) { return {name, is_alias, set_date, has_date}; }

constexpr bool kAlias = true;
constexpr bool kOwnName = false;

constexpr std::array kKeys{
    line<&Article::id>("id", kOwnName),
    line<&Article::id>("_id", kAlias),
    line<&Article::title>("title", kOwnName),
    line<&Article::title>("headline", kAlias),
    paragraphs<&Article::lead>("lead", kOwnName),
    paragraphs<&Article::lead>("sapo", kAlias),
    paragraphs<&Article::lead>("description", kAlias),
    paragraphs<&Article::lead>("summary", kAlias),
    paragraphs<&Article::lead>("abstract", kAlias),
    paragraphs<&Article::body>("body", kOwnName),
    paragraphs<&Article::body>("content", kAlias),
    paragraphs<&Article::body>("text", kAlias),
    paragraphs<&Article::body>("article", kAlias),
    list<&Article::captions>("captions", kOwnName),
    list<&Article::captions>("caption", kAlias),
    list<&Article::authors>("author", kOwnName),
    list<&Article::authors>("authors", kAlias),
    list<&Article::authors>("byline", kAlias),
    line<&Article::source>("source", kOwnName),
    line<&Article::source>("newspaper", kAlias),
    line<&Article::source>("publisher", kAlias),
    list<&Article::sections>("section", kOwnName),
    list<&Article::sections>("sections", kAlias),
    list<&Article::sections>("category", kAlias),
    list<&Article::sections>("categories", kAlias),
    date("date", kOwnName),
    date("published_at", kAlias),
    date("published", kAlias),
    date("publish_date", kAlias),
    date("pubdate", kAlias),
    date("datetime", kAlias),
    date("created_at", kAlias),
    date("created", kAlias),
    date("time", kAlias),
    line<&Article::url>("url", kOwnName),
    line<&Article::url>("link", kAlias),
    line<&Article::path>("path", kOwnName),
};

/// Kept under their own names; everything else under "extra.".
constexpr std::array<std::string_view, 4> kKeptByName{"tags", "page", "issue", "edition"};

bool equal_but_case(std::string_view key, std::string_view lower) {
  const auto is_same = [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
  };
  return key.size() == lower.size() && std::equal(key.begin(), key.end(), lower.begin(), is_same);
}

}  // namespace

const KeyRow* key_row(std::string_view key) {
  const auto row =
      std::find_if(kKeys.begin(), kKeys.end(), [key](const KeyRow& r) { return equal_but_case(key, r.name); });
  return row == kKeys.end() ? nullptr : row;
}

std::string json_of(const JsonValue& value) {
  std::string json;
  for (std::size_t i = 0; i < value.texts.size(); ++i) {
    if (i > 0) json += ',';
    json += value.is_string[i] ? to_line(Json(value.texts[i])) : value.texts[i];
  }
  return value.is_list ? "[" + json + "]" : json;
}

void keep_other(Article& article, std::string_view key, const JsonValue& value) {
  const bool by_name = std::find(kKeptByName.begin(), kKeptByName.end(), key) != kKeptByName.end();
  if (value.texts.empty() || (value.is_list && !by_name)) return;
  article.others.push_back({by_name ? std::string(key) : "extra." + std::string(key), json_of(value)});
}

}  // namespace timbao
