// SPDX-License-Identifier: GPL-2.0-or-later
// MHTML: a page as a browser saves it into one file, with its pictures as further parts. The main page is the file.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/base/ascii.h"
#include "indexer/input/containers/descent.h"
#include "indexer/input/containers/line_head.h"
#include "indexer/input/containers/part_source.h"
#include "indexer/input/containers/transfer_source.h"

namespace timbao {
namespace {

constexpr std::size_t kMostBoundaries = 8;  // of messages inside each other
constexpr std::size_t kMostParts = 10'000;

bool is_page(std::string_view type) { return type == "text/html" || type == "application/xhtml+xml"; }

/// A saved page while its parts are read, one after another.
class SavedPage {
 public:
  explicit SavedPage(ByteSource& from) : input_(from) {}

  /// Goes to the part with the main page: the first one that is a page. Returns whether there is one.
  bool find_page() {
    LineHead message;
    if (read_line_head(input_, message) != HeadEnd::whole) return false;
    url_ = message.value("snapshot-content-location");
    if (url_.empty()) url_ = message.value("content-location");
    add_boundary(message);
    for (std::size_t count = 0; count < kMostParts && PartSource(input_, boundaries_).pass_over(); ++count) {
      part_ = {};
      if (read_line_head(input_, part_) != HeadEnd::whole) return false;
      if (is_page(media_type(part_.value("content-type")))) return true;
      add_boundary(part_);
    }
    return false;
  }

  /// The address of the main page: that of the part, since a frame has another one than the whole.
  [[nodiscard]] std::string url() const {
    const std::string url(url_.empty() ? part_.value("content-location") : std::string_view(url_));
    return starts_with(url, "http") ? url : std::string();
  }

  [[nodiscard]] PartSource content() { return {input_, boundaries_}; }
  [[nodiscard]] TransferEncoding encoding() const {
    return transfer_encoding(part_.value("content-transfer-encoding"));
  }

 private:
  void add_boundary(const LineHead& head) {
    std::string boundary = parameter(head.value("content-type"), "boundary");
    if (!boundary.empty() && boundaries_.size() < kMostBoundaries) boundaries_.push_back(std::move(boundary));
  }

  BufferedInput input_;
  LineHead part_;
  std::string url_;
  std::vector<std::string> boundaries_;
};

}  // namespace

void open_mhtml(Descent& descent, const Opening& opening) {
  SavedPage page(opening.source);
  if (page.find_page()) {
    PartSource part = page.content();
    TransferSource content(part, page.encoding());
    Place place = opening.place;
    place.url = page.url();
    descent.read(content, place);
  } else if (opening.source.state() == SourceState::ended) {
    descent.reject(opening.place, rejected_as(RejectReason::empty, "a message or a saved page without a page in it"));
  }
  if (!read_to_end(opening.source)) descent.cut();
}

}  // namespace timbao
