// SPDX-License-Identifier: GPL-2.0-or-later
// The archive of the browser's tests: made-up news of made-up places, always the same. Also a plain reader of it, by
// which the tests count for themselves.

const kPlaces = ['Thanh Lĩnh', 'Hà Lương', 'Trung Giang', 'Phú Xuyên Hạ', 'Vân Sơn'];
const kPapers = ['Báo Trung Giang', 'Bản tin Hà Lương', 'Tuần báo Vân Sơn'];
const kSections = ['Thời sự', 'Kinh tế', 'Xã hội'];
const kAuthors = ['Thanh Mai', 'Đỗ Quyên', 'Kim Oanh', 'Lê Bình'];
const kSubjects = [
  ['Đảng bộ huyện {place} bàn về ngân sách', 'Đảng bộ huyện {place} họp bàn về ngân sách năm tới. Ngân sách được giao sớm cho từng xã, và mỗi đảng viên phụ trách một thôn.\nBí thư huyện ủy nói: ngân sách phải công khai, ai hỏi cũng trả lời được.'],
  ['Người dân {place} đăng ký đất trực tuyến', 'Từ tháng này, người dân {place} đăng ký đất đai qua mạng. Cán bộ xã đang giúp từng nhà đăng ký.\nViệc đăng ký không mất phí; hồ sơ được trả trong năm ngày.'],
  ['Giá xăng tăng, chợ {place} vẫn đông', 'Giá xăng tăng hai lần trong tháng, nhưng chợ {place} vẫn đông người mua. Người bán nói giá rau chưa đổi.\nXe khách giữ giá vé đến hết quý.'],
  ['{place} trồng thêm rừng ven suối', 'Xã viên {place} trồng thêm hai mươi héc ta rừng ven suối. Đất rừng được giao cho từng nhà, và dân được hưởng lợi từ rừng.\nCán bộ kiểm lâm đang hướng dẫn cách chăm cây.'],
  ['UBND xã {place} mở lại cầu treo', 'UBND xã {place} mở lại cầu treo sau ba tháng sửa. Kinh phí lấy từ ngân sách huyện và dân góp công.\nCầu dài tám mươi mét, mỗi lượt không quá mười người.'],
];

const kLong = Array.from({length: 30}, (_, i) => `Đoạn ${i + 1}. Đảng bộ Vân Sơn kể chuyện làm đường; đảng viên đi trước, dân đi sau.${i % 3 === 0 ? ' Ngân sách xã góp một phần.' : ''}`).join('\n');

/** A text file whose text would run as a script where it was taken for HTML. */
export const kHostileText = `Thủ đoạn mới <script>document.title="hỏng"</script><img src=x onerror="document.title='hỏng'">
03/09/2018
Kẻ gian gửi thư <script>alert("hỏng")</script> để lừa người đọc, và \u202Echữ ngược\u202C ở giữa.

"><svg onload=alert(2)> Công an khuyên <b onmouseover=alert(1)>không bấm</b> vào.
`;

/** The articles that are no news of every month: a story and its copy, a long one, one with a hostile id, one without a date. */
const kSpecial = [
  {id: 'ban-sao-1', title: 'Lễ khai giảng ở Thanh Lĩnh', body: storyOf('khai giảng'), date: '2018-09-05', source: kPapers[0], section: ['Xã hội'], author: ['Kim Oanh']},
  {id: 'ban-sao-2', title: 'Thanh Lĩnh vào năm học mới', body: storyOf('khai giảng'), date: '2018-09-06', source: kPapers[1], section: ['Xã hội'], author: ['Kim Oanh']},
  {id: 'dai', title: 'Đảng bộ Vân Sơn 🛤️ và con đường mới', lead: 'Ba năm, mười hai cây số 🚜, và một đảng bộ nhỏ.', body: kLong, captions: ['Đảng viên Vân Sơn mở đường. Ảnh Lê Bình'], date: '2019-05-02T07:30:00+07:00', source: kPapers[2], section: ['Thời sự'], author: ['Lê Bình', 'Đỗ Quyên'], url: 'https://vanson.example/con-duong'},
  {id: '"><img src=x onerror=alert(5)>', title: 'Mã số lạ', body: 'Mã của bài này là một thẻ HTML.', date: '2018-09-03', source: '<b>Báo lạ</b>', url: 'javascript:alert(4)'},
  {id: 'khong-ngay', title: 'Sổ tay không ghi ngày', body: 'Ghi chép của một cán bộ về đảng bộ xã, không rõ năm nào.'},
];

function storyOf(word) {
  return Array.from({length: 6}, (_, i) => `Đoạn thứ ${i + 1} kể về lễ ${word} của trường làng Thanh Lĩnh, nơi thầy trò tự dựng phòng học bằng tre, lợp lá cọ, và trồng hàng cây quanh sân số ${i + 1}.`).join('\n');
}

/** Every article, in the order of their ids' making. */
export function articles() {
  const list = [];
  for (let month = 0; month < 36; ++month) {
    if (month >= 14 && month < 17) continue;  // nothing is held of March to May 2018
    for (let i = 0; i < 1 + (month * 7) % 4; ++i) {
      const at = month * 3 + i;
      const [title, body] = kSubjects[at % kSubjects.length].map((text) => text.replaceAll('{place}', kPlaces[at % 4]));
      const date = `${2017 + Math.floor(month / 12)}-${String(month % 12 + 1).padStart(2, '0')}-${String(1 + (at * 5) % 27).padStart(2, '0')}`;
      list.push({id: `tin-${month + 1}-${i + 1}`, title: `${title} (kỳ ${at})`, body: `${body}\nTin số ${at}.`, date, source: kPapers[at % kPapers.length], section: [kSections[at % kSections.length]], author: [kAuthors[at % kAuthors.length]], url: `https://tin.example/${at}`});
    }
  }
  return [...list, ...kSpecial];
}

/** An archive as JSON lines. */
export function asLines(list) {
  return list.map((article) => `${JSON.stringify(article)}\n`).join('');
}

/** The articles that have a word, whole and with its marks, in what is searched. */
export function having(word) {
  const pattern = new RegExp(`(^|[^\\p{L}\\p{N}])${word}($|[^\\p{L}\\p{N}])`, 'iu');
  return articles().filter((article) => pattern.test([article.title, article.lead, article.body, ...(article.captions ?? []), ...(article.author ?? [])].join('\n')));
}
