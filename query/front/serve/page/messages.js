// SPDX-License-Identifier: GPL-2.0-or-later
// What the page says, in Vietnamese and English, and how it writes numbers and days.

const kTexts = {
  'title': ['Tìm báo', 'Search the news'],
  'box.label': ['Tìm trong kho báo', 'Search the archive'],
  'box.placeholder': ['Gõ có dấu hoặc không dấu', 'Type with or without marks'],
  'box.suggestions': ['Gợi ý', 'Suggestions'],
  'box.search': ['Tìm', 'Search'],
  'skip': ['Đến kết quả', 'Skip to the results'],
  'look.language': ['English', 'Tiếng Việt'],
  'look.theme.auto': ['Nền: theo máy', 'Theme: as the system'],
  'look.theme.light': ['Nền: sáng', 'Theme: light'],
  'look.theme.dark': ['Nền: tối', 'Theme: dark'],
  'look.size': ['Cỡ chữ', 'Text size'],
  'look.help': ['Trợ giúp', 'Help'],
  'view.hits': ['Kết quả', 'Results'],
  'view.mentions': ['Ngữ cảnh', 'In context'],
  'view.timeline': ['Dòng thời gian', 'Timeline'],
  'view.neighbours': ['Từ đi kèm', 'Neighbours'],
  'view.held': ['Kho báo', 'Holdings'],
  'views': ['Cách xem', 'Views'],
  'wait': ['Đang tìm…', 'Searching…'],
  'close': ['Đóng', 'Close'],
  'remove': ['Bỏ {what}', 'Remove {what}'],

  'start.lead': ['Tìm trong các bài báo lưu trên máy này. Gõ không dấu cũng ra: “dang” tìm thấy Đảng, đang, đăng; gõ “đảng” thì Đảng đứng đầu.',
    'Searches the newspaper articles kept on this machine. Marks are optional: “dang” finds Đảng, đang and đăng; “đảng” puts Đảng first.'],
  'start.held': ['{n} bài, từ {first} đến {last}', '{n} article, {first} to {last}|{n} articles, {first} to {last}'],
  'start.held.undated': ['{n} bài', '{n} article|{n} articles'],
  'start.try': ['Thử xem', 'Try one'],
  'start.words': ['vài từ, không cần dấu', 'some words, no marks needed'],
  'start.phrase': ['một cụm từ, đúng thứ tự', 'a phrase, in this order'],
  'start.reading': ['đúng dấu này thôi', 'this reading only'],
  'start.near': ['hai từ gần nhau', 'two words near each other'],
  'start.without': ['có từ này, không có từ kia', 'one word without another'],
  'start.then': ['Rồi: bấm vào một cách đọc, một tờ báo hay một năm để thu hẹp; xem mọi chỗ nhắc đến ở “Ngữ cảnh”, và diễn biến qua các năm ở “Dòng thời gian”. Phím ? cho biết các phím tắt.',
    'Then: click a reading, a newspaper or a year to narrow the search; see every mention under “In context” and the course of the years under “Timeline”. The key ? shows all keys.'],
  'start.empty': ['Kho chưa có bài nào. Thêm bài bằng lệnh: timbao-index add THƯ-MỤC', 'The archive is empty. Add articles with: timbao-index add FOLDER'],
  'start.saved': ['Đã lưu', 'Saved searches'],

  'count.all': ['{n} bài có đủ các từ', '{n} article has all the words|{n} articles have all the words'],
  'count.any': ['{n} bài có ít nhất một từ', '{n} article has any of the words|{n} articles have any of the words'],
  'count.found': ['{n} bài', '{n} article|{n} articles'],
  'count.about': ['khoảng {text}', 'about {text}'],
  'count.also': ['; bên dưới có cả bài chỉ có một số từ', '; those with only some of them follow'],
  'count.ms': ['{ms} ms', '{ms} ms'],
  'read.as': ['Đọc là', 'Read as'],
  'read.typing': ['Đang gõ: từ cuối được tìm như phần đầu của từ. Nhấn Enter để tìm nguyên từ.', 'While you type, the last word counts as the beginning of a word. Enter searches whole words.'],
  'why': ['Cũng tìm', 'Also searched'],
  'why.typing': ['kiểu gõ', 'typed keys'],
  'why.abbreviation': ['viết tắt', 'abbreviation'],
  'why.document number': ['số văn bản', 'document number'],
  'why.numeral': ['số thứ tự', 'numeral'],
  'why.amount': ['số lượng', 'amount'],
  'why.date': ['ngày tháng', 'date'],
  'why.spelling': ['cách viết', 'spelling'],
  'why.place name': ['địa danh', 'place name'],
  'why.off': ['Không tìm {what} nữa', 'Stop searching {what}'],
  'mean': ['Có phải bạn muốn tìm', 'Did you mean'],

  'option.sort': ['Thứ tự', 'Order'],
  'sort.relevance': ['phù hợp nhất', 'best first'], 'sort.newest': ['mới nhất', 'newest first'],
  'sort.oldest': ['cũ nhất', 'oldest first'], 'sort.title': ['theo tên bài', 'by title'],
  'option.match': ['Từ', 'Words'],
  'match.': ['càng đủ càng cao', 'the more the better'], 'match.all': ['đủ mọi từ', 'all of them'], 'match.any': ['bất kỳ từ nào', 'any of them'],
  'option.marks': ['Dấu', 'Marks'],
  'marks.prefer': ['ưu tiên dấu đã gõ', 'as typed first'], 'marks.fold': ['bỏ qua dấu', 'ignored'], 'marks.strict': ['đúng dấu đã gõ', 'as typed only'],
  'option.collapse': ['Gộp bản sao', 'Fold copies'],
  'option.variants': ['Tìm cả cách viết khác', 'Other spellings too'],
  'option.decoding': ['Hiểu kiểu gõ Telex, VNI', 'Read Telex and VNI keys'],

  'options': ['Tùy chọn, lưu, tải về', 'Options, saving, export'],
  'hits.label': ['Kết quả', 'Results'],
  'hit.copies': ['và {n} bản giống thế', 'and {n} copy like it|and {n} copies like it'],
  'hit.untitled': ['(không có tên)', '(no title)'],
  'hit.undated': ['không rõ ngày', 'no date'],
  'page.next': ['Trang sau', 'Next page'], 'page.previous': ['Trang trước', 'Previous page'],
  'page.at': ['{first}–{last}', '{first}–{last}'],
  'empty.title': ['Không có bài nào', 'Nothing was found'],
  'empty.try': ['Thử bớt một từ, bỏ dấu, bỏ một bộ lọc, hoặc xem kho có những gì.', 'Try fewer words, no marks, fewer filters, or see what the archive holds.'],
  'empty.sofar': ['Chưa có bài nào với “{q}”; dưới đây vẫn là kết quả trước đó.', 'Nothing with “{q}” yet; what was found before stays below.'],
  'empty.unfilter': ['Bỏ mọi bộ lọc', 'Remove all filters'],
  'error.gone': ['Máy chủ không trả lời. Kết quả cũ vẫn còn đây; trang sẽ tự thử lại.', 'The server does not answer. What was found stays here; the page keeps trying.'],
  'error.said': ['Máy chủ báo: {message}', 'The server says: {message}'],
  'error.retry': ['Thử lại', 'Try again'],
  'error.missing': ['Kho không có bài này.', 'The archive has no such article.'],

  'side': ['Thu hẹp', 'Narrow down'],
  'readings': ['Cách đọc', 'Readings'],
  'readings.help': ['Bấm để chỉ tìm cách đọc ấy', 'Click to search that reading only'],
  'readings.of': ['{hits} bài tìm thấy, {articles} bài trong kho', '{hits} found, {articles} in the archive'],
  'facet.source': ['Báo', 'Newspaper'], 'facet.section': ['Chuyên mục', 'Section'], 'facet.author': ['Tác giả', 'Author'], 'facet.year': ['Năm', 'Year'],
  'facet.without': ['không ghi: {n}', 'without: {n}'], 'facet.others': ['và {n} giá trị khác', 'and {n} other|and {n} others'],
  'filter.days': ['Ngày {from} – {to}', 'Days {from} – {to}'], 'filter.day': ['Ngày {from}', 'Date {from}'],
  'filter.from': ['Từ {from}', 'From {from}'], 'filter.to': ['Đến {to}', 'Until {to}'],
  'filter.since': ['Mới thêm từ {since}', 'Added since {since}'], 'filter.like': ['Giống bài {id}', 'Like {id}'],
  'filters': ['Bộ lọc', 'Filters'],

  'export': ['Tải về', 'Export'],
  'export.help': ['Tải tất cả các bài được đếm', 'All articles that are counted'],
  'save': ['Lưu phép tìm này', 'Save this search'], 'saved': ['Đã lưu', 'Saved'],
  'saved.new': ['{n} bài mới', '{n} new'], 'saved.none': ['chưa có bài mới', 'nothing new'],
  'saved.delete': ['Xóa “{name}”', 'Delete “{name}”'],
  'feed': ['Theo dõi (Atom)', 'Follow (Atom)'],

  'article.back': ['← Kết quả', '← Results'],
  'article.words': ['Các từ trong bài', 'Words in this article'],
  'article.at': ['{at} / {n}', '{at} / {n}'], 'article.none': ['Không có chỗ nào khớp', 'No place matches'],
  'article.next': ['Chỗ sau (n)', 'Next place (n)'], 'article.previous': ['Chỗ trước (N)', 'Previous place (N)'],
  'article.link': ['Chép liên kết', 'Copy link'], 'article.quote': ['Chép trích dẫn', 'Copy quotation'],
  'article.print': ['In', 'Print'], 'article.web': ['Bài gốc', 'Original'], 'article.similar': ['Bài tương tự', 'Similar articles'],
  'article.captions': ['Ảnh', 'Captions'], 'article.more': ['Thông tin khác', 'Details'],
  'article.help': ['Chọn một đoạn chữ để chép đúng đoạn ấy', 'Select some text to copy just that'],
  'copied.link': ['Đã chép liên kết', 'Link copied'], 'copied.quote': ['Đã chép trích dẫn', 'Quotation copied'],
  'copied.not': ['Trình duyệt không cho chép; hãy chép ở đây:', 'The browser does not allow copying; copy it here:'],

  'mentions.count': ['{n} chỗ trong {articles} bài', '{n} mention in {articles} articles|{n} mentions in {articles} articles'],
  'mentions.sort': ['Xếp theo', 'Sorted by'],
  'mentions.date': ['ngày, mới trước', 'date, newest first'], 'mentions.left': ['chữ bên trái', 'words to the left'],
  'mentions.right': ['chữ bên phải', 'words to the right'], 'mentions.reading': ['cách đọc', 'reading'],
  'mentions.match': ['chỗ khớp', 'match'], 'mentions.origin': ['bài', 'article'],
  'ask.first': ['Gõ một từ ở trên để bắt đầu.', 'Type a word above to begin.'],

  'timeline.label': ['Số bài theo thời gian', 'Articles through time'],
  'timeline.unit': ['Theo', 'By'], 'unit.day': ['ngày', 'day'], 'unit.month': ['tháng', 'month'], 'unit.year': ['năm', 'year'],
  'timeline.count': ['Số bài', 'Articles'], 'timeline.share': ['Trên 1.000 bài trong kho', 'Per 1,000 held'],
  'timeline.in': ['Phóng to', 'Zoom in'], 'timeline.out': ['Thu nhỏ', 'Zoom out'], 'timeline.all': ['Bỏ khoảng đã chọn', 'Clear the selection'],
  'timeline.compare': ['So với', 'Compare with'], 'timeline.add': ['Thêm', 'Add'],
  'timeline.bucket': ['{date}: {hits} bài trên {held} bài trong kho, {share} trên 1.000', '{date}: {hits} of {held} articles held, {share} per 1,000'],
  'timeline.nothing': ['{date}: kho không có bài nào', '{date}: no article held'],
  'timeline.help': ['Bấm vào một cột để chỉ xem các bài ấy; kéo để chọn một khoảng. Bàn phím: ← → để đi, Shift để chọn, Enter để lọc. Nền gạch chéo: kho không có bài nào.',
    'Click a bar to see just those articles; drag to select a range. Keys: ← → to move, Shift to select, Enter to filter. Hatched: no article is held.'],
  'timeline.table': ['Bảng số liệu', 'As a table'], 'timeline.time': ['Thời gian', 'Time'], 'timeline.held': ['Trong kho', 'Held'],
  'timeline.undated': ['Không rõ ngày: {n} bài', 'Without a date: {n}'], 'timeline.none': ['Không bài nào có ngày.', 'No article found has a date.'],

  'neighbours.within': ['Trong khoảng', 'Within'], 'neighbours.words': ['{n} từ', '{n} word|{n} words'],
  'neighbours.function': ['Cả hư từ', 'Function words too'],
  'neighbours.word': ['Từ', 'Word'], 'neighbours.left': ['Trái', 'Left'], 'neighbours.right': ['Phải', 'Right'],
  'neighbours.observed': ['Gặp', 'Observed'], 'neighbours.expected': ['Dự kiến', 'Expected'], 'neighbours.strength': ['Độ gắn (G²)', 'Strength (G²)'],
  'neighbours.help': ['Những từ đứng gần từ tìm nhiều hơn là do ngẫu nhiên. Bấm vào một từ để xem các bài có cả hai.', 'Words that stand near what is searched more often than by chance. Click one to see the articles with both.'],
  'neighbours.none': ['Không có từ nào đủ nhiều.', 'No word is frequent enough.'],

  'held.help': ['Kho có bao nhiêu bài của mỗi báo trong mỗi tháng. Tháng ít bài có màu xám: ở đó không thấy gì chưa chắc là không có.', 'How many articles of each newspaper and month the archive holds. Thin months are grey: there, finding nothing tells little.'],
  'held.month': ['Tháng', 'Month'], 'held.all': ['Tất cả', 'All'], 'held.unnamed': ['(không ghi báo)', '(no newspaper)'], 'held.undated': ['Không rõ ngày', 'No date'],
  'held.others': ['Báo khác', 'Others'],

  'help.title': ['Trợ giúp', 'Help'], 'help.keys': ['Phím tắt', 'Keys'], 'help.language': ['Viết phép tìm', 'Writing queries'],
  'help.on': ['Dùng phím tắt một chữ', 'One-letter keys are on'],
  'key.box': ['đến ô tìm', 'go to the search box'], 'key.help': ['trợ giúp', 'this help'], 'key.move': ['bài sau, bài trước', 'next, previous result'],
  'key.open': ['mở bài', 'open it'], 'key.place': ['chỗ khớp sau, trước (trong bài)', 'next, previous place (in an article)'], 'key.back': ['về kết quả', 'back to the results'],
  'key.page': ['trang trước, trang sau', 'previous, next page'], 'key.view': ['đổi cách xem', 'change the view'], 'key.save': ['lưu phép tìm', 'save the search'],
  'key.link': ['chép liên kết đến chỗ này (trong bài)', 'copy a link to this place (in an article)'], 'key.quote': ['chép trích dẫn (trong bài)', 'copy the quotation (in an article)'],
  'key.enter': ['tìm nguyên từ (trong ô tìm)', 'search whole words (in the box)'], 'key.down': ['chọn gợi ý (trong ô tìm)', 'choose a suggestion (in the box)'],
  'lang.any': ['mọi cách đọc: Đảng, đang, đăng', 'all readings: Đảng, đang, đăng'], 'lang.first': ['Đảng đứng đầu', 'Đảng first'], 'lang.only': ['chỉ Đảng', 'Đảng only'],
  'lang.phrase': ['đúng cụm từ', 'this phrase'], 'lang.must': ['phải có, không được có', 'must have, must not have'], 'lang.or': ['một trong hai', 'either of two'],
  'lang.begin': ['mọi từ bắt đầu như thế', 'every word that begins so'], 'lang.near': ['cách nhau nhiều nhất 5 từ', 'at most 5 words between'],
  'lang.title': ['trong tên bài', 'in the title'], 'lang.so': ['số văn bản', 'the number of a document'], 'lang.date': ['ngày, tháng, năm hay khoảng', 'a day, month, year or range'],
};

const kLanguages = ['vi', 'en'];
let language = 'vi';

/** Chooses the language of the page: 'vi' or 'en'. */
export function speak(wanted) {
  language = kLanguages.includes(wanted) ? wanted : 'vi';
  document.documentElement.lang = language;
}

/** The language that is spoken. */
export function spoken() {
  return language;
}

/** A text with its values: say('saved.new', {n: 3}). `n` decides between singular and plural, and is written as a number. */
export function say(key, values = {}) {
  const forms = (kTexts[key]?.[kLanguages.indexOf(language)] ?? key).split('|');
  const form = forms.length > 1 && values.n !== 1 ? forms[1] : forms[0];
  return form.replace(/\{(\w+)\}/gu, (whole, name) => {
    const value = values[name] ?? whole;
    return typeof value === 'number' ? number(value) : value;
  });
}

/** Whether there is a text for a key. */
export function isSaid(key) {
  return key in kTexts;
}

/** A number as the language writes it, with at most two digits behind the point. */
export function number(value) {
  return new Intl.NumberFormat(language, {maximumFractionDigits: 2}).format(value);
}

/** A day, month or year: day('2018-01-31T08:01:00+07:00') is '31/01/2018', day('2018-01') is '01/2018'. */
export function day(text) {
  return (text ?? '').slice(0, 10).split('-').reverse().join('/');
}
