// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "query/request/answer.h"

namespace timbao {

/// The format `bibtex`: a hit as an entry for BibTeX, biblatex and Zotero.
///
///   @article{baothanhlinh-20190312-5f3a91,
///     entrysubtype = {newspaper},
///     title = {{Xây dựng Đảng từ chi bộ}},
///     author = {{An Vũ} and {Hà Chi}},
///     journal = {Báo Thanh Lĩnh},
///     date = {2019-03-12}, year = {2019}, month = {3}, day = {12},
///     url = {https://…},
///     note = {tl-7}
///   }
///
/// Returns  whole lines. What the article lacks has no field. The key is the newspaper, the day and a hash of the id, so
///          that it is the same in every export. Braces keep the letters of the title as they are, and the order of a
///          Vietnamese name. What TeX would read as a command is written out.
/// Errors   none: a blank stands for a control.
/// Source   the manual of biblatex, "Entry types" and "Field formats". Covered by citations_test and
///          tests/fuzz/answer_fuzz.cc.
std::string hit_as_bibtex(const Hit& hit);

/// The format `ris`: a hit as a record for EndNote, Zotero, Mendeley and others.
///
///   TY  - NEWS
///   TI  - Xây dựng Đảng từ chi bộ
///   AU  - An Vũ
///   T2  - Báo Thanh Lĩnh
///   DA  - 2019/03/12/
///   …
///   ER  -
///
/// Returns  whole lines, an empty one at the end. What the article lacks has no line.
/// Errors   none: a blank stands for a control.
/// Source   the tags of RIS as reference managers read them. Covered by citations_test and tests/fuzz/answer_fuzz.cc.
std::string hit_as_ris(const Hit& hit);

}  // namespace timbao
