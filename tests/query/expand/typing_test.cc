// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: keys are read where nothing else can be meant; English words, names, codes and words without marks stay.
#include "query/expand/typing.h"

#include <gtest/gtest.h>

#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "common/index/token_codes.h"
#include "tests/query/support/fake_vocabulary.h"

namespace timbao {
namespace {

/// A vocabulary of the readings that news prints most, the commoner the more articles have them, and of some more terms.
test::FakeVocabulary news(const std::map<std::string, std::uint32_t>& more = {}) {
  constexpr std::uint32_t kCommon = 10000;
  std::map<std::string, std::uint32_t> counts = more;
  for (std::uint32_t code = 0; code < kCommon; ++code)
    counts.emplace(token_codes().term_of(code), 200000 / (code + 10));
  return {100000, counts};
}

/// The query with each draft in the place of what it stands for.
std::string read_as(std::string query, const Vocabulary& vocabulary) {
  Tokenizer tokenizer;
  const TokenizedText text = tokenizer.tokenize(query);
  const SearchRequest request;
  const std::vector<Draft> drafts = typing_drafts({query, text, vocabulary, request});
  for (auto draft = drafts.rbegin(); draft != drafts.rend(); ++draft) {
    EXPECT_EQ(draft->kind, AlternativeKind::typing);
    EXPECT_EQ(draft->role, DraftRole::instead);
    const std::size_t begin = text.tokens[draft->first].begin;
    const std::size_t end = text.tokens[draft->first + draft->count - 1].end + draft->bytes_behind;
    query.replace(begin, end - begin, draft->value);
  }
  return query;
}

TEST(Typing, ReadsKeysOfEachMethod) {
  const test::FakeVocabulary vocabulary = news();
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"nghij quyeets", "nghị quyết"},
      {"NGHIJ QUYEETS", "nghị quyết"},
      {"NAS GIF UAW", "NAS GIF UAW"},  // short words in capitals are rather abbreviations
      {"Nghij quyeets", "nghị quyết"},
      {"xaay duwngj ddangr", "xây dựng đảng"},
      {"tieengs vieetj", "tiếng việt"},
      {"cacs nhaf baos cuar vieetj nam", "các nhà báo của việt nam"},
      {"trangw nguowif tieengs dduwowngf", "trăng người tiếng đường"},
      {"tieengs-vieejt", "tiếng-việt"},
      {"(hooij nghij)", "(hội nghị)"},
      {"hooij nghij trung uwowng 7", "hội nghị trung ương 7"},
      {"vieetj nam", "việt nam"},
      {"vietj nam", "việt nam"},
      {"tieeng viet", "tiếng viet"},
      {"nguwoi dduoc", "người được"},
      {"nuocs", "nước"},
      {"coong an", "công an"},
      {"hooi nghij", "hôi nghị"},      // tones are typed
      {"hooi nghieep", "hội nghiệp"},  // tones are left out
      {"tuwowng lai", "tương lai"},
      {"đảng ddangr", "đảng đảng"},
      {"hocj sinh", "học sinh"},
      {"ddaij bieeur quoocs hooij", "đại biểu quốc hội"},
      {"nguoi72 viet65 nam", "người việt nam"},
      {"d9ai5 ho65i d9a3ng", "đại hội đảng"},
      {"la2 gi2 d9a6y", "là gì đây"},
      {"quye61t d9i5nh", "quyết định"},
      {"tie^'ng vie^.t", "tiếng việt"},
      {"tie^'ng vie^.t la` gi`?", "tiếng việt là gì?"},
      {"nghi. quye^'t", "nghị quyết"},
      {"dda.i ho^.i dda?ng", "đại hội đảng"},
      {"chi'nh phu? vie^.t nam.", "chính phủ việt nam."},
      {"xa^y du+.ng", "xây dựng"},
      {"tie^'ng nam bo^.", "tiếng nam bộ"},
  };
  for (const auto& [query, expected] : cases) EXPECT_EQ(read_as(query, vocabulary), expected) << query;
}

TEST(Typing, ReadsAWordThatTheArchiveHasOnlyBesideOthersAndWhereItIsRare) {
  const test::FakeVocabulary rare = news({{"cos~", 5}, {"tieengs~", 1}, {"bans~", 5000}});
  EXPECT_EQ(read_as("cos", rare), "cos");
  EXPECT_EQ(read_as("cos tieengs", rare), "có tiếng");
  EXPECT_EQ(read_as("tieengs", rare), "tiếng");
  EXPECT_EQ(read_as("bans tieengs", rare), "bans tiếng");
}

TEST(Typing, ReadsNothingThatTheArchiveDoesNotHave) {
  EXPECT_EQ(read_as("nghij quyeets", test::FakeVocabulary(10, {{"nghi~5", 3}, {"quyet~", 3}})), "nghị quyeets");
  EXPECT_EQ(read_as("nghij quyeets", test::FakeVocabulary(0, {})), "nghij quyeets");
}

/// English words, names, codes, and Vietnamese words without marks.
constexpr const char* kLeftAlone =
    "test was box wolf sims NAS deadline Marx VNI Telex VIQR about after again against air all also always among and "
    "any are "
    "around as asia ask at away baby back bad bank bar base basis be because become bed been beer before begin best "
    "better "
    "big bill bird black blue board body book books boss both boy break bring brother build bus bush business but buy "
    "by "
    "call came can car card care case cat center century chair chance change child choose church city class clear "
    "close "
    "club coast code coffee cold college color come common company control cool corn corner cost could country course "
    "court cover cow cross cup cut data date daughter day dead deal dear death deep deer degree design desk did die do "
    "doctor "
    "dog door down draw dream dress drive drop dry due during each ear early east easy eat economy edge effect eight "
    "election else end energy enough even event ever every example exist exit eye face fact fair fall family far farm "
    "fast "
    "father fax fear fee feel few field fight film find fire first fish five flow fly follow food foot for force "
    "foreign form "
    "four free friend from front full game garden gas general get girl give glass go goal god gold good goods great "
    "green "
    "ground group grow guess gun guy hair half hand hang happy hard has hat have he head hear heart heat her here hero "
    "hey "
    "high him his history hit home hope horse hospital hot hotel hour house how human hundred if image impact in index "
    "inner "
    "internet into is issue it its jazz job join jump just keep key kid kill kind king kiss know lab labor lack lady "
    "land "
    "large laser last late law lawn lay lead leader learn least leave left leg less let letter level lie life light "
    "like "
    "line list live local logo long look lose loss lost lot love low luck lunch machine magazine mail main major make "
    "man "
    "manager many map mark market mars mass master match matrix matter max may mayor me mean media meet member menu "
    "metro "
    "mirror miss mix model modern money month moon more morning most mother motor move movie mr much music must my "
    "name near "
    "need net network never new news next nice night nine no noon nor north not note now number of off office often "
    "oil ok "
    "old on one only open or order other our out over own page paper park part party pass past pay peace pen people "
    "per "
    "phone photo photos pizza place plan plant play plus point police pool poor popular port post power press price "
    "print "
    "pro project public queen question quick quiz radio rain ranks rare rate reach read real reason red report rest "
    "result "
    "right rise road rock role room root rose row rule run safe sale same sars save saw say school sea season seat see "
    "seen "
    "self sell send senior series serve set seven sex she ship shop short should show side sign silver since sing sir "
    "sister "
    "site six size skin sky sleep slow small smart snow so social sofa soft some son song soon sort sound source south "
    "space "
    "speak special sport spring staff stage star start state station stay step still stock stop store story street "
    "strong "
    "student study style such summer sun super sure system table take talk tax taxi tea teach team teen tell ten "
    "tennis term "
    "text than thanks that the their them then there these they thing think this those three through time tiger to "
    "today "
    "together toll too top tour tower town toy trade train tree trip true trust try turn twin two type under union "
    "unit until "
    "up us use user vase very vest via video view visa visit voice vote wait walk wall want war warm wash watch water "
    "way we "
    "web week west what when where which white who why wife will win wind window wine winter wish with woman word work "
    "world "
    "worm would write wrong year yes yet you young zero zone "
    "Obama Trump Putin Bush Clinton Biden Kerry Merkel Macron Jeff Alex Lee Kim Park Moon Xerxes Mandela Messi Ronaldo "
    "Neymar "
    "Rooney Ferguson Mourinho Wenger Facebook Google Apple Samsung Sony Nokia Toyota Honda Boeing Airbus Vinamilk "
    "Vietcombank "
    "Petrolimex Viettel Mobifone Masan Moscow London Paris Texas Kansas Osaka Kyoto Seoul Bangkok Sydney Davos Geneva "
    "Alaska Nevada Ukraine Iraq Iran Syria Myanmar Lazada Grab Uber Zalo Tiki Shopee Covid "
    "NATO ASEAN APEC WTO IMF FIFA UEFA AFF AFC VFF VPF USD EUR FDI ODA GDP CPI WHO UNESCO UNICEF FBI CIA NASA SARS "
    "MERS HIV "
    "AIDS DNA BOT UBND HDND MTTQ CSGT TNGT BHXH BHYT TPHCM CNTT THPT THCS VTV VOV TTXVN ATM SMS USB LED LCD "
    "U23 U19 B52 H5N1 F16 A1 a1 b1 c2 Q7 q1 G7 G20 4G 5G F0 A320 A321 B737 MH370 SU30 S300 T90 K63 M2 m3 co2 CO2 PM2 "
    "Covid19 mp3 mp4 H1N1 ISO9001 E5 RON95 VNeID 05 2018 5.700 65% 31/1/2018 05-CT/TW 30/2020/ND-CP QD-TTg TT-BGDDT "
    "e.g. i.e. a.m. p.m. U.S. TP.HCM T.U o'clock rock'n'roll C++ C# R&D AT&T vnexpress.net gmail.com km^2 "
    "dang doan hoi nghi quyet trung uong ban bi thu chinh phu quoc bo truong thanh pho ho chi minh ha noi da nang can "
    "tho "
    "hai phong viet nam kinh te xa van hoa giao duc y khoa hoc cong nghe quoc phong an ninh bao chi phap luat toa an "
    "vien "
    "kiem sat dau tu ngan sach thue xuat nhap khau nong nghiep nuoc ngoai bien dong hoang truong sa tham nhung lang "
    "phi "
    "tai nan giao thong tau hoa san bay cau duong";

TEST(Typing, LeavesEnglishWordsNamesCodesAndWordsWithoutMarksAlone) {
  const test::FakeVocabulary vocabulary = news();
  std::istringstream words{std::string(kLeftAlone)};
  std::size_t checked = 0;
  for (std::string word; words >> word; ++checked) EXPECT_EQ(read_as(word, vocabulary), word);
  EXPECT_GE(checked, 300U);
  EXPECT_EQ(read_as(kLeftAlone, vocabulary), kLeftAlone);
  for (const char* query :
       {"covid 19", "Boeing 737", "VNI 5", "la gi?", "hoi?", "dang.", "ho chi minh ha noi?", "gia (xang)"})
    EXPECT_EQ(read_as(query, vocabulary), query);
}

}  // namespace
}  // namespace timbao
