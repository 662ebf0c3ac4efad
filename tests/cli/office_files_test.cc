// SPDX-License-Identifier: GPL-2.0-or-later
// Files of word processors are articles, found by their content; what cannot be read says how it is converted.
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "tests/cli/archive_fixture.h"

namespace timbao::test {
namespace {

class OfficeFiles : public ArchiveTest {
 protected:
  void write(const std::string& name, const std::string& content) const {
    static_cast<void>(directory_.write("archive/" + name, content));
  }

  static void require_program(const std::string& program) {
    if (std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) != 0)
      GTEST_SKIP() << program << " is not installed";
  }

  /// Runs the line of the recipe in docs/archives.md that names a program, beside the archive.
  void run_recipe(const std::string& program) const {
    for (const std::string& line : lines_of(read_file(TIMBAO_SOURCE_DIR "/docs/archives.md"))) {
      if (line.rfind("find archive ", 0) != 0 || !has_part(line, program)) continue;
      const std::string command = "cd '" + directory_.path().string() + "' && " + line + " >/dev/null 2>&1";
      EXPECT_EQ(std::system(command.c_str()), 0) << line;
    }
  }
};

// "ĐẢNG BỘ" and "Bà con họp bàn việc sửa đê trước mùa lũ." as the fonts of ABC have them.
constexpr const char* kRtf =
    R"({\rtf1\ansi{\fonttbl{\f0 Arial;}{\f1 .VnTime;}{\f2 .VnTimeH;}}{\stylesheet{\s15 Title;}}
\pard\s15\f0 M\u249?a l\u361? \u7903? Thanh L\u297?nh\par\pard\f2\'ae\'b6ng bé\par\f1 B\'b5 con h\'e4p b\'b5n vi\'d6c s\'f6a \'ae\'aa tr\'ad\'edc m\'efa l\'f2.\par
})";

TEST_F(OfficeFiles, InRtfAreReadWhateverTheyAreCalled) {
  write("a.rtf", kRtf);
  write("b.doc", R"({\rtf1 Tin v\u7855?n\par N\u432?\u7899?c l\u234?n.})");
  const std::string told = add();
  EXPECT_TRUE(has_part(told, "added 2")) << told;
  EXPECT_TRUE(holds(R"("title":"Mùa lũ ở Thanh Lĩnh")")) << dump();
  EXPECT_TRUE(holds(R"(ĐẢNG BỘ\nBà con họp bàn việc sửa đê trước mùa lũ.)")) << dump();
  EXPECT_TRUE(holds(R"("title":"Tin vắn","lead":null,"body":"Nước lên.")")) << dump();
}

TEST_F(OfficeFiles, InXmlHaveTheTitleOfAnOfficialDocument) {
  const auto paragraph = [](const std::string& text) { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"; };
  write("chi-thi.xml", "<?xml version='1.0'?><w:document><w:body>" + paragraph("HUYỆN ỦY THANH LĨNH") +
                           paragraph("Số: 05-CT/HU") + paragraph("Thanh Lĩnh, ngày 15 tháng 5 năm 2016") +
                           paragraph("CHỈ THỊ") + paragraph("về việc sửa đê") + paragraph("Căn cứ mưa lũ.") +
                           "</w:body></w:document>");
  EXPECT_EQ(add(), summary(1, 0, 0));
  EXPECT_TRUE(holds(R"("title":"CHỈ THỊ về việc sửa đê")")) << dump();
  EXPECT_TRUE(holds(R"("date":"2016-05-15T00:00:00+07:00")")) << dump();
  const RunResult found = run({TIMBAO_QUERY_BIN, "--index", index_, "--format", "ids", "so:05-CT/HU"});
  EXPECT_EQ(lines_of(found.out).size(), 1U) << found.out << found.err;
}

TEST_F(OfficeFiles, ThatAreCutOffSaySo) {
  write("a.rtf", R"({\rtf1 Tin v\u7855?n\par N\u432?\u7899?c)");
  EXPECT_TRUE(has_part(add(), "a.rtf: warning: cut_off: the document ends in the middle"));
}

TEST_F(OfficeFiles, OfOldProgramsSayHowTheyAreConverted) {
  write("a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 Word 97");
  write("b.pdf.txt", "%PDF-1.4\n");
  const std::string told = add({}, 1);
  EXPECT_TRUE(has_part(told, "a.doc: binary: a document of Word 97")) << told;
  EXPECT_TRUE(has_part(told, "soffice --convert-to docx")) << told;
  EXPECT_TRUE(has_part(told, "b.pdf.txt: binary: a PDF, not text; pdftotext makes text of it")) << told;
}

TEST_F(OfficeFiles, InPdfAreReadAfterTheRecipe) {
  require_program("pdftotext");
  if (IsSkipped()) return;
  write(
      "tin/a.pdf",
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
      "4 0 obj<</Length 44>>stream\nBT /F1 18 Tf 20 100 Td (Sua de mua lu) Tj ET\nendstream endobj\n"
      "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
  run_recipe("pdftotext");
  EXPECT_TRUE(has_part(add(), "added 1"));
  EXPECT_TRUE(holds("Sua de mua lu")) << dump();
}

TEST_F(OfficeFiles, OfWord97AreReadAfterTheRecipe) {
  require_program("soffice");
  if (IsSkipped()) return;
  write("tin/a.rtf", R"({\rtf1 Tin v\u7855?n\par N\u432?\u7899?c l\u234?n.})");
  const std::string folder = directory_ / "archive/tin";
  ASSERT_EQ(
      std::system(("cd '" + folder + "' && soffice --headless --convert-to doc a.rtf >/dev/null && rm a.rtf").c_str()),
      0);
  run_recipe("soffice");
  EXPECT_TRUE(has_part(add({"--exclude", "*.doc"}), "added 1"));
  EXPECT_TRUE(holds("Nước lên.")) << dump();
}

}  // namespace
}  // namespace timbao::test
