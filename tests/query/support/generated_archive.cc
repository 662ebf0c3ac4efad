// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/query/support/generated_archive.h"

#include <algorithm>
#include <array>

#include "common/base/day.h"
#include "common/store/index_folder.h"
#include "indexer/write/article_signer.h"
#include "tests/query/support/small_index.h"
#include "tests/temp_directory.h"

namespace timbao::test {
namespace {

struct ListedSyllable {
  std::string_view printed, folded;
};

/// Common ones first: those of a place n are drawn about 1/n as often.
constexpr std::array<ListedSyllable, 64> kSyllables{{
    {"đảng", "dang"},     {"hội", "hoi"},     {"dân", "dan"},     {"tỉnh", "tinh"},   {"xã", "xa"},
    {"công", "cong"},     {"đang", "dang"},   {"ủy", "uy"},       {"ban", "ban"},     {"năm", "nam"},
    {"việc", "viec"},     {"xây", "xay"},     {"dựng", "dung"},   {"người", "nguoi"}, {"cán", "can"},
    {"bộ", "bo"},         {"bàn", "ban"},     {"huyện", "huyen"}, {"nghị", "nghi"},   {"quyết", "quyet"},
    {"đăng", "dang"},     {"nông", "nong"},   {"thôn", "thon"},   {"mới", "moi"},     {"ngân", "ngan"},
    {"sách", "sach"},     {"bản", "ban"},     {"bạn", "ban"},     {"hỏi", "hoi"},     {"tính", "tinh"},
    {"dùng", "dung"},     {"đất", "dat"},     {"đạt", "dat"},     {"bán", "ban"},     {"trường", "truong"},
    {"trưởng", "truong"}, {"cần", "can"},     {"căn", "can"},     {"nam", "nam"},     {"nắm", "nam"},
    {"đáng", "dang"},     {"dạng", "dang"},   {"hòa", "hoa"},     {"hóa", "hoa"},     {"hoa", "hoa"},
    {"bầu", "bau"},       {"cử", "cu"},       {"cũ", "cu"},       {"tri", "tri"},     {"trí", "tri"},
    {"trị", "tri"},       {"chính", "chinh"}, {"chỉnh", "chinh"}, {"sạch", "sach"},   {"dung", "dung"},
    {"dũng", "dung"},     {"xa", "xa"},       {"xa", "xa"},       {"ngàn", "ngan"},   {"ngăn", "ngan"},
    {"quý", "quy"},       {"quỹ", "quy"},     {"giếng", "gieng"}, {"khuỷu", "khuyu"},
}};

std::size_t up_to(std::size_t most, std::mt19937& random) { return random() % (most + 1); }

std::vector<WrittenWord> draw_words(std::size_t count, std::mt19937& random) {
  std::vector<WrittenWord> words;
  while (words.size() < count) words.push_back(draw_word(random));
  return words;
}

void forget_marks(std::vector<Stretch>& stretches) {
  for (Stretch& stretch : stretches)
    for (WrittenWord& word : stretch.words) word.printed = word.folded;
}

std::vector<Stretch> draw_stretches(std::mt19937& random) {
  std::vector<Stretch> stretches{{Field::title, draw_words(3 + up_to(5, random), random)}};
  if (up_to(2, random) == 0) stretches.push_back({Field::lead, draw_words(6 + up_to(6, random), random)});
  for (std::size_t paragraphs = 1 + up_to(2, random); paragraphs > 0; --paragraphs)
    stretches.push_back({Field::body, draw_words(4 + up_to(20, random), random)});
  if (up_to(4, random) == 0) stretches.push_back({Field::caption, draw_words(2 + up_to(4, random), random)});
  if (up_to(3, random) == 0) stretches.push_back({Field::author, draw_words(2, random)});
  if (up_to(19, random) == 0) forget_marks(stretches);
  return stretches;
}

/// Commas and full stops are no end of neighbourhood.
std::string print(const Stretch& stretch) {
  std::string text;
  for (std::size_t i = 0; i < stretch.words.size(); ++i)
    text += (i == 0 ? "" : i % 11 == 5 ? ". " : i % 7 == 3 ? ", " : " ") + stretch.words[i].printed;
  return text;
}

void set_text(const std::vector<Stretch>& stretches, Article& article) {
  for (const Stretch& stretch : stretches) {
    const std::string text = print(stretch);
    if (stretch.field == Field::title) article.title = text;
    if (stretch.field == Field::lead) article.lead = text;
    if (stretch.field == Field::body) article.body += (article.body.empty() ? "" : "\n") + text;
    if (stretch.field == Field::caption) article.captions.push_back(text);
    if (stretch.field == Field::author) article.authors.push_back(text);
  }
}

/// No section, one, or two, of which the first is spelled in two ways.
std::vector<std::string> sections_of(std::size_t article) {
  if (article % 7 == 0) return {};
  std::vector<std::string> sections{article % 3 == 0 ? "Thời sự" : article % 3 == 1 ? "THỜI SỰ" : "Kinh tế"};
  if (article % 5 == 0) sections.emplace_back("Bạn đọc");
  return sections;
}

/// Forty moments, the first of each month or so, at seven in the morning.
std::int64_t draw_moment(std::mt19937& random) {
  const std::int64_t day = days_from_epoch({2016, 1, 1}) + 31 * static_cast<std::int64_t>(up_to(39, random));
  return day * 86'400;
}

/// A large archive has signatures, so this small one gets them too: whatever is asked of it also tests them.
void sign(const std::string& index) {
  Xapian::WritableDatabase database(existing_generation_path(index));
  sign_all(database);
  database.commit();
}

struct Indexes {
  TempDirectory directory;
  Indexes() {
    std::vector<Article> all;
    for (const GeneratedArticle& generated : generated_archive()) all.push_back(generated.article);
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
    write_index(directory / "all", all);
    write_index(directory / "first", {all.begin(), middle});
    write_index(directory / "second", {middle, all.end()});
    for (const char* const index : {"all", "first", "second"}) sign(directory / index);
  }
};

const Indexes& indexes() {
  static const Indexes made;
  return made;
}

}  // namespace

WrittenWord draw_word(std::mt19937& random) {
  static const std::discrete_distribution<std::size_t>::param_type kWeights = [] {
    std::vector<double> weights;
    for (std::size_t i = 0; i < kSyllables.size(); ++i) weights.push_back(1.0 / (3.0 + static_cast<double>(i)));
    return std::discrete_distribution<std::size_t>::param_type(weights.begin(), weights.end());
  }();
  std::discrete_distribution<std::size_t> any;
  const ListedSyllable& drawn = kSyllables[any(random, kWeights)];
  return {std::string(drawn.printed), std::string(drawn.folded)};
}

const std::vector<std::string>& generated_sources() {
  static const std::vector<std::string> kSources{"Báo Tỉnh", "Báo Huyện", "Bản tin Xã"};
  return kSources;
}

std::vector<GeneratedArticle> generate_articles(std::size_t count) {
  std::mt19937 random(1930);
  std::vector<GeneratedArticle> articles;
  for (std::size_t i = 0; i < count; ++i) {
    GeneratedArticle made;
    made.stretches = i % 10 == 9 ? articles[up_to(i - 1, random)].stretches : draw_stretches(random);
    made.article.id = "bai-" + std::to_string(random() % 10'000) + '-' + std::to_string(i);
    made.article.source = generated_sources()[up_to(2, random)];
    made.article.sections = sections_of(i);
    if (up_to(9, random) != 0) made.article.date = draw_moment(random);
    set_text(made.stretches, made.article);
    articles.push_back(std::move(made));
  }
  return articles;
}

const std::vector<GeneratedArticle>& generated_archive() {
  static const std::vector<GeneratedArticle> kArchive = generate_articles(2'000);
  return kArchive;
}

std::string generated_index() { return indexes().directory / "all"; }

std::vector<std::string> generated_halves() { return {indexes().directory / "first", indexes().directory / "second"}; }

}  // namespace timbao::test
