// SPDX-License-Identifier: GPL-2.0-or-later
// Measures how many MB of text the text functions process in a second of one core; the best of three runs of each.
//
//   text_bench [FILE]      a text file; without it, 8 MB of built-in news text
//
//   8.0 MB of text
//   fold                210 MB/s   (made 5880291)
//   …
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <exception>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/fold.h"
#include "common/text/tokenize.h"
#include "indexer/input/charset/restore.h"
#include "indexer/input/charset/to_utf8.h"

namespace {

constexpr std::size_t kBuiltInBytes = 8'000'000;
constexpr std::size_t kArticleBytes = 4'000;  // the functions get the text article by article
constexpr int kRuns = 3;

/// The paragraphs of the built-in text; {} is replaced by a changing number, so that no two paragraphs are equal.
constexpr std::string_view kParagraphs[] = {
    "Sáng {} tháng 3, Hội đồng nhân dân thị xã Hà Lương họp phiên thường kỳ, thông qua nghị quyết về dự toán ngân sách "
    "năm "
    "2019 với tổng thu {}.700 triệu đồng, tăng 12,5% so với cùng kỳ.",
    "Phát biểu tại hội nghị, Bí thư Thị ủy nhấn mạnh: “Xây dựng Đảng là then chốt, phát triển kinh tế là trung tâm”, "
    "và đề "
    "nghị các chi bộ rà soát lại {} nội dung đã cam kết từ đầu nhiệm kỳ 2015-2020.",
    "Thực hiện Chỉ thị số 05-CT/TW và Nghị định {}/2018/NĐ-CP, các xã, phường đã công khai quy hoạch sử dụng đất, giải "
    "quyết "
    "dứt điểm {} đơn thư khiếu nại, tố cáo của công dân ngay tại cơ sở.",
    "Theo Ban Chỉ đạo, TP.HCM và 19 tỉnh phía Nam sẽ hoàn thành cải cách hành chính trước ngày 31/12/2019; mỗi thủ tục "
    "không "
    "quá {} ngày làm việc, hồ sơ được trả qua mạng.",
    "Bà con nông dân phấn khởi vì lúa được mùa, giá thu mua tại ruộng đạt {}.200 đồng/kg. Tuy vậy, đường liên thôn "
    "xuống "
    "cấp, trạm y tế còn thiếu thuốc, và lớp học buổi chiều vẫn phải ghép.",
};

std::string built_in_text() {
  std::string text;
  for (unsigned i = 0; text.size() < kBuiltInBytes; ++i) {
    const std::string_view paragraph = kParagraphs[i % std::size(kParagraphs)];
    for (const char c : paragraph) {
      if (c == '{')
        text += std::to_string(1 + i * 7 % 900);
      else if (c != '}')
        text += c;
    }
    text += '\n';
  }
  return text;
}

/// The text in pieces of about the size of an article, each ending at the end of a line.
std::vector<std::string_view> articles_of(std::string_view text) {
  std::vector<std::string_view> articles;
  while (!text.empty()) {
    const std::size_t line_end = text.size() > kArticleBytes ? text.find('\n', kArticleBytes) : std::string_view::npos;
    const std::size_t size = line_end == std::string_view::npos ? text.size() : line_end + 1;
    articles.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return articles;
}

/// Processor time, on which other work of the machine has little effect.
double seconds_of(const std::function<void()>& run) {
  const std::clock_t begin = std::clock();
  run();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

/// Prints the best speed of a function. The function takes one article and returns the size of its result; the sum of
/// these is printed too, so that the compiler cannot remove the work.
void measure(const char* name, const std::vector<std::string_view>& articles,
             const std::function<std::function<std::size_t(std::string_view)>()>& fresh) {
  double best = 0, bytes = 0;
  std::size_t made = 0;
  for (const std::string_view article : articles) bytes += static_cast<double>(article.size());
  for (int i = 0; i < kRuns; ++i) {
    const auto function = fresh();
    made = 0;
    const double seconds = seconds_of([&] {
      for (const std::string_view article : articles) made += function(article);
    });
    best = std::max(best, bytes / 1e6 / seconds);
  }
  std::printf("%-16s %6.0f MB/s   (made %zu)\n", name, best, made);
}

void measure_charsets(const std::vector<std::string_view>& articles) {
  measure("to_utf8", articles, [] {
    return [](std::string_view text) {
      std::string copy(text);
      timbao::to_utf8_in_place(copy, std::nullopt);
      return copy.size();
    };
  });
  measure("restore_letters", articles, [] {
    return [](std::string_view text) {
      std::string copy(text);
      timbao::restore_letters(copy);
      return copy.size();
    };
  });
}

void measure_all(const std::vector<std::string_view>& articles) {
  using timbao::Tokenizer;
  measure("fold", articles, [] { return [](std::string_view text) { return timbao::fold(text).text.size(); }; });
  measure("fold_text", articles, [] { return [](std::string_view text) { return timbao::fold_text(text).size(); }; });
  measure("tokenize", articles, [] {
    return [tokenizer = std::make_shared<Tokenizer>()](std::string_view text) {
      return tokenizer->tokenize(text).tokens.size();
    };
  });
  measure("fold + tokenize", articles, [] {
    return [tokenizer = std::make_shared<Tokenizer>()](std::string_view text) {
      return timbao::fold(text).text.size() + tokenizer->tokenize(text).tokens.size();
    };
  });
}

std::string text_of(int argc, char** argv) {
  if (argc < 2) return built_in_text();
  std::ifstream file(argv[1], std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::string text = text_of(argc, argv);
    if (text.empty()) {
      std::cerr << "text_bench: no text\n";
      return 2;
    }
    std::printf("%.1f MB of text\n", static_cast<double>(text.size()) / 1e6);
    measure_all(articles_of(text));
    measure_charsets(articles_of(text));
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "text_bench: " << error.what() << '\n';
    return 1;
  }
}
