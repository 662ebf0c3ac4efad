// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: keys of Telex, VNI and VIQR give the syllable that they spell, wherever the marks stand; what spells none
// gives nothing; every syllable comes back from its keys.
#include "query/expand/typed_keys.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "common/index/terms.h"
#include "common/index/token_codes.h"
#include "common/text/fold.h"
#include "common/text/syllable.h"
#include "common/text/written.h"
#include "tests/query/expand/typed_syllables.h"

namespace timbao {
namespace {

std::string first_of(std::string_view keys, TypingMethod method) {
  const auto list = decode_keys(canonical(keys), method);
  return list.empty() ? "" : list.front().text;
}

/// Words of one method: the keys, and behind = the syllable, or - for none.
struct Group {
  TypingMethod method;
  const char* typed;
};

const std::vector<Group>& groups() {
  static const std::vector<Group> list = {
      // Telex, each mark behind its letter or at the end of the word.
      {TypingMethod::telex,
       "xaay=xây duwngj=dựng duwjng=dựng ddangr=đảng ddarng=đảng dangdr=đảng nghij=nghị quyeets=quyết quyeest=quyết "
       "tieengs=tiếng tieesng=tiếng tienges=tiếng vieetj=việt vieejt=việt dduowngf=đường dduwowngf=đường "
       "dduongwf=đường "
       "nguwowif=người nguowif=người nguoiwf=người nguwoif=người trangw=trăng trawng=trăng nawm=năm namw=năm "
       "truwowngf=trường truowngf=trường trwowngf=trường hocj=học hojc=học sinh1=- sinhs=sính cacs=các nhaf=nhà "
       "baos=báo cuar=của chinhs=chính phur=phủ thur=thủ tuwowngs=tướng tuowngs=tướng quoocs=quốc hooij=hội "
       "dduwowcj=được dduowcj=được dduocwj=được baauf=bầu cuwr=cử cuwrr=- bieenr=biển ddaor=đảo khis=khí moois=mối "
       "tooi=tôi toois=tối toanf=toàn toafn=toàn hoaf=hòa hofa=hòa thuyr=thủy khoer=khỏe quys=quý quyx=quỹ gif=gì "
       "giuwx=giữ gieengs=giếng giaos=giáo giuowngf=giường luaatj=luật thueees=- thuees=thuế thuowr=thuở muaw=mưa "
       "muwa=mưa cuwar=cửa chuaw=chưa quangw=quăng quawng=quăng hoacwj=hoặc hoawcj=hoặc ruwowuj=rượu ruouwj=rượu "
       "huwu=hưu luwu=lưu luuw=lưu yeeu=yêu yeeus=yếu ys=ý uyr=ủy uyrr=- khuyur=khuỷu nguyeenx=nguyễn "
       "nguyeexn=nguyễn tw=tư nhw=như thwr=thử trwng=trưng ddi=đi did=đi ddoor=đổ oongf=ồng ow=ơ owr=ở uw=ư "
       "xooong=xoong xoong=xông ngoaof=ngoào khoanr=khoản aan=ân aanr=ẩn"},
      // The last tone wins, z takes it away, letters that have their marks stay.
      {TypingMethod::telex,
       "hoasf=hòa hoafs=hóa hoaxf=hòa baosz=bao ddangrz=đang tieengsz=tiêng tieengsf=tiềng maxr=mả bawan=bân baanw=băn "
       "toow=tơ tiêngs=tiếng ngươif=người đangr=đảng nươcs=nước việtj=- quôcs=quốc"},
      // One mark less than the rime needs.
      {TypingMethod::telex,
       "vietj=việt tiengs=tiếng nuocs=nước luatj=luật quocs=quóc nguyenx=nguyễn duocj=dược xuats=xuất tieeng=tiêng "
       "quyeet=quyết dduoc=đước"},
      // No syllable.
      {TypingMethod::telex,
       "dang=- hoi=- bush=- trump=- deadline=- wolf=- jeff=- samsung=- covid=- boeing=- class=- boss=- jazz=- obama=- "
       "facebook=- google=- zoo=- fax=- hddnd=- ubnd=- tphcm=- csgt=- ddbqh=- xyz=- q=- wtf=- off=- strong=-"},
      {TypingMethod::vni,
       "xa6y=xây xay6=xây du7ng5=dựng dung75=dựng du75ng=dựng d9a3ng=đảng d9ang3=đảng dang93=đảng nghi5=nghị "
       "quye61t=quyết quyet61=quyết tie61ng=tiếng tieng61=tiếng vie65t=việt viet65=việt viet56=việt d9u7o72ng=đường "
       "d9uo7ng2=đường duong972=đường nguoi72=người ngu7o72i=người tra8ng=trăng trang8=trăng na8m=năm nam8=năm "
       "ho5c=học "
       "hoc5=học ca1c=các nha2=nhà ba1o=báo cu3a=của chi1nh=chính phu3=phủ tu7o71ng=tướng quo61c=quốc quoc61=quốc "
       "ho65i=hội hoi65=hội d9u7o75c=được duoc975=được ba6u2=bầu cu73=cử bie63n=biển d9a3o=đảo toi6=tôi toi61=tối "
       "toa2n=toàn hoa2=hòa thuy3=thủy khoe3=khỏe quy1=quý gi2=gì giu74=giữ gie61ng=giếng luat65=luật thue61=thuế "
       "mu7a=mưa mua7=mưa hoa85c=hoặc ruou75=rượu luu7=lưu ye6u=yêu y1=ý nguye64n=nguyễn nguyen64=nguyễn tu7=tư d9i=đi "
       "di9=đi o73=ở hoa12=hòa d9ang30=đang viet5=việt tieng1=tiếng nuoc1=nước"},
      {TypingMethod::vni,
       "b52=- h5n1=- f16=- dang=- 1=- 12=- mp3=- g7=- q7=- nd100=- ct05=- covid19=- 4g=- vni5=- xoong=- hoa11=- m2=-"},
      {TypingMethod::viqr,
       "xa^y=xây du+.ng=dựng dda?ng=đảng ddang?=đảng nghi.=nghị quye^'t=quyết quyet^'=quyết tie^'ng=tiếng vie^.t=việt "
       "ddu+o+`ng=đường ngu+o+`i=người tra(ng=trăng na(m=năm ho.c=học ca'c=các nha`=nhà ba'o=báo cu?a=của chi'nh=chính "
       "phu?=phủ tu+o+'ng=tướng quo^'c=quốc ho^.i=hội ddu+o+.c=được ba^`u=bầu cu+?=cử bie^?n=biển dda?o=đảo to^i=tôi "
       "toa`n=toàn ho`a=hòa hoa`=hòa thu?y=thủy quy'=quý gi`=gì giu+~=giữ gie^'ng=giếng lua^.t=luật thue^'=thuế "
       "mu+a=mưa hoa(.c=hoặc ru+o+.u=rượu lu+u=lưu ye^u=yêu nguye^~n=nguyễn tu+=tư ddi=đi o+?=ở u+=ư tu*=tư "
       "vie.t=việt"},
      {TypingMethod::viqr, "dang=- o'clock=- c++=- km^2=- e.g=- rock'n'roll=- a\\.=- .=- ^=- d'ivoire=-"},
  };
  return list;
}

TEST(TypedKeys, SpellSyllables) {
  std::size_t checked = 0;
  for (const Group& group : groups()) {
    std::istringstream words{std::string(group.typed)};
    for (std::string word; words >> word; ++checked) {
      const std::size_t equals = word.rfind('=');
      const std::string expected = word.substr(equals + 1) == "-" ? "" : word.substr(equals + 1);
      EXPECT_EQ(first_of(word.substr(0, equals), group.method), expected) << word;
    }
  }
  EXPECT_GE(checked, 200U);
}

void expect_back(const std::string& word, const std::string& typed, TypingMethod method) {
  const std::vector<TypedSyllable> list = decode_keys(typed, method);
  EXPECT_TRUE(std::any_of(list.begin(), list.end(),
                          [&](const TypedSyllable& syllable) { return exact_key(syllable.text) == exact_key(word); }))
      << word << " typed " << typed;
}

TEST(TypedKeys, GiveEveryCommonSyllableBack) {
  std::size_t checked = 0;
  for (std::uint32_t code = 0; code < token_codes().size(); ++code) {
    const SplitTerm term = split_term(token_codes().term_of(code));
    const std::string exact = exact_of(term.folded, term.marks);
    const std::string word = written(exact);
    if (exact == term.folded || !parse_syllable(word)) continue;
    ASSERT_EQ(exact_key(word), exact);
    ++checked;
    for (const TypingMethod method : kTypingMethods) {
      // Telex types oo as ooo, with the tone behind it: xooong is in the table above.
      if (method == TypingMethod::telex && exact.find("oo") != std::string::npos) continue;
      const std::string typed = test::typed_word(word, method, test::MarkPlace::behind_letter);
      EXPECT_EQ(exact_key(first_of(typed, method)), exact) << typed;
      // VIQR has its marks behind their letters only.
      if (method != TypingMethod::viqr)
        expect_back(word, test::typed_word(word, method, test::MarkPlace::behind_word), method);
    }
  }
  EXPECT_GT(checked, 3000U);
}

TEST(TypedKeys, TakeKeysOfAnyLength) {
  for (const TypingMethod method : kTypingMethods) {
    EXPECT_TRUE(decode_keys(std::string(100000, 'w'), method).empty());
    EXPECT_TRUE(decode_keys("aaaaeeeeoooowwwwddddddda", method).empty());
  }
}

}  // namespace
}  // namespace timbao
