// SPDX-License-Identifier: GPL-2.0-or-later
// What the page says, in Vietnamese and English, and how it writes numbers and days.

// A line a text: its key, Vietnamese, English; "one|many" where the number counts.
const kTexts = new Map(`
title = Tìm báo = Search the news
skip = Đến kết quả = Skip to the results
help = Trợ giúp = Help
close = Đóng = Close
remove = Bỏ “{what}” = Remove “{what}”
box.label = Tìm trong kho báo = Search the archive
box.placeholder = Gõ có dấu hoặc không dấu = With or without marks
box.suggestions = Gợi ý = Suggestions
box.search = Tìm = Search
look.language = Ngôn ngữ = Language
look.theme = Sáng, tối = Light or dark
look.size = Cỡ chữ = Text size
views = Cách xem = Views
view.hits = Kết quả = Results
view.mentions = Ngữ cảnh = In context
view.timeline = Dòng thời gian = Timeline
view.neighbours = Từ đi kèm = Neighbours
view.held = Kho báo = Holdings
start.lead = Tìm trong các bài báo lưu trên máy này. Gõ không dấu cũng ra: “dang” tìm thấy Đảng, đang, đăng; gõ “đảng” thì Đảng đứng đầu. = Searches the articles kept on this machine. Marks are optional: “dang” finds Đảng, đang and đăng; “đảng” puts Đảng first.
start.try = Thử xem = Try one
lang.words = vài từ, không cần dấu = some words, no marks needed
lang.phrase = một cụm từ = a phrase
lang.reading = đúng dấu này thôi = this reading only
lang.near = hai từ gần nhau = two words near each other
lang.without = có từ này, không có từ kia = one word without another
start.then = Rồi bấm vào một cách đọc, một tờ báo hay một năm để thu hẹp; xem mọi chỗ nhắc đến ở “Ngữ cảnh”, qua các năm ở “Dòng thời gian”. Phím ? cho biết các phím tắt. = Then click a reading, a newspaper or a year to narrow the search; see every mention “In context”, the years in the “Timeline”. The key ? shows all keys.
start.empty = Kho chưa có bài nào. Thêm bài bằng lệnh: timbao-index add THƯ-MỤC = The archive is empty. Add articles with: timbao-index add FOLDER
count.all = {n} bài có đủ các từ = {n} article has all the words|{n} articles have all the words
count.any = {n} bài có ít nhất một từ = {n} article has any of the words|{n} articles have any of the words
count.found = {n} bài = {n} article|{n} articles
count.about = khoảng {text} = about {text}
read = Đọc là = Read as
why = Cũng tìm = Also searched
why.typing = kiểu gõ = typed keys
why.abbreviation = viết tắt = abbreviation
why.document number = số văn bản = document number
why.numeral = số thứ tự = numeral
why.amount = số lượng = amount
why.date = ngày tháng = date
why.spelling = cách viết = spelling
why.place name = địa danh = place name
mean = Có phải bạn muốn tìm = Did you mean
options = Tùy chọn, lưu, tải về = Options, save, export
sort = Thứ tự = Order
sort.relevance = phù hợp nhất = best first
sort.newest = mới nhất = newest first
sort.oldest = cũ nhất = oldest first
sort.title = theo tên bài = by title
match = Từ = Words
match. = càng đủ càng cao = the more the better
match.all = đủ mọi từ = all of them
match.any = bất kỳ từ nào = any of them
marks = Dấu = Marks
marks.prefer = ưu tiên dấu đã gõ = as typed first
marks.fold = bỏ qua dấu = ignored
marks.strict = đúng dấu đã gõ = as typed only
collapse = Gộp bản sao = Fold copies
variants = Tìm cả cách viết khác = Other spellings too
decoding = Hiểu kiểu gõ Telex, VNI = Read Telex and VNI keys
copies = và {n} bản giống thế = and {n} copy like it|and {n} copies like it
untitled = (không có tên) = (no title)
undated = không rõ ngày = no date
similar = Bài tương tự = Similar articles
page = Trang = Page
page.next = Trang sau = Next page
page.previous = Trang trước = Previous page
empty = Không có bài nào = Nothing was found
empty.try = Thử bớt một từ, bỏ dấu, bớt bộ lọc, hoặc xem kho có gì. = Try fewer words, no marks, fewer filters, or see what is held.
empty.yet = Chưa có bài nào với “{q}”; dưới đây vẫn là kết quả trước đó. = Nothing with “{q}” yet; what was found before stays below.
empty.unfilter = Bỏ mọi bộ lọc = Remove all filters
gone = Máy chủ không trả lời. Kết quả cũ vẫn còn; trang sẽ tự thử lại. = The server does not answer. What was found stays; the page keeps trying.
said = Máy chủ báo: {message} = The server says: {message}
retry = Thử lại = Try again
ask.first = Gõ một từ ở trên để bắt đầu. = Type a word above to begin.
narrow = Thu hẹp = Narrow down
readings = Cách đọc = Readings
readings.help = Bấm để chỉ tìm cách đọc ấy = Click to search that reading only
readings.of = {hits} bài tìm thấy, {articles} bài trong kho = {hits} found, {articles} in the archive
facet.source = Báo = Newspaper
facet.section = Chuyên mục = Section
facet.author = Tác giả = Author
facet.year = Năm = Year
facet.without = không ghi: {n} = without: {n}
facet.others = và {n} giá trị khác = and {n} other|and {n} others
from = Từ = From
to = Đến = Until
since = Mới thêm từ {since} = Added since {since}
like = Giống bài {id} = Like {id}
export = Tải về = Export
save = Lưu phép tìm này = Save this search
saved = Đã lưu = Saved
saved.new = {n} bài mới = {n} new
saved.none = chưa có bài mới = nothing new
feed = Theo dõi (Atom) = Follow (Atom)
copied = Đã chép = Copied
copied.not = Hãy chép ở đây: = Copy it here:
article.back = ← Kết quả = ← Results
article.words = Các từ trong bài = Words in this article
article.none = Không có chỗ nào khớp = No place matches
article.next = Chỗ sau (n) = Next place (n)
article.previous = Chỗ trước (N) = Previous place (N)
article.link = Chép liên kết = Copy link
article.quote = Chép trích dẫn = Copy quotation
article.web = Bài gốc = Original
article.captions = Ảnh = Captions
article.more = Thông tin khác = Details
article.select = Chọn một đoạn chữ để chép đúng đoạn ấy = Select some text to copy just that
place.count = {n} chỗ trong {articles} bài = {n} mention in {articles} articles|{n} mentions in {articles} articles
place.order = Xếp theo = Sorted by
place.date = ngày, mới trước = date, newest first
place.left = chữ bên trái = words to the left
place.right = chữ bên phải = words to the right
place.reading = cách đọc = reading
place.match = chỗ khớp = match
place.origin = bài = article
time.unit = Theo = By
unit.day = ngày = day
unit.month = tháng = month
unit.year = năm = year
time.count = Số bài = Articles
time.share = Trên 1.000 bài = Per 1,000 held
time.in = Phóng to = Zoom in
time.out = Thu nhỏ = Zoom out
time.all = Bỏ khoảng đã chọn = Clear the selection
time.compare = So với = Compare with
time.add = Thêm = Add
time.bucket = {hits} bài trên {held} bài trong kho, {share} trên 1.000 = {hits} of {held} articles held, {share} per 1,000
time.nothing = kho không có bài nào = no article held
time.help = Bấm vào một cột, hoặc kéo để chọn một khoảng (phím ← →, Shift, Enter). Nền xám: kho không có bài nào. = Click a bar, or drag to select a range (keys ← →, Shift, Enter). Grey: no article is held.
time.table = Bảng số liệu = As a table
time.held = Trong kho = Held
near.within = Trong khoảng = Within
near.words = {n} từ = {n} word|{n} words
near.functions = Cả hư từ = Function words too
near.left = Trái = Left
near.right = Phải = Right
near.observed = Gặp = Observed
near.expected = Dự kiến = Expected
near.strength = Độ gắn (G²) = Strength (G²)
near.help = Những từ hay đứng gần hơn mức ngẫu nhiên. Bấm vào một từ để xem các bài có cả hai. = Words that stand near more often than by chance. Click one to see the articles with both.
held.help = Số bài của mỗi báo trong mỗi tháng. Tháng ít bài có màu xám: ở đó không thấy gì chưa chắc là không có. = Articles of each newspaper and month. Thin months are grey: there, finding nothing tells little.
held.month = Tháng = Month
held.all = Tất cả = All
held.unnamed = (không ghi báo) = (no newspaper)
help.key = Phím tắt = Keys
help.lang = Viết phép tìm = Writing queries
help.on = Dùng phím tắt một chữ = One-letter keys are on
key.box = đến ô tìm = go to the search box
key.move = bài sau, bài trước = next, previous result
key.place = chỗ khớp sau, trước = next, previous place
key.back = về kết quả = back to the results
key.page = trang trước, trang sau = previous, next page
key.view = đổi cách xem = change the view
key.save = lưu phép tìm = save the search
key.link = chép liên kết đến chỗ này = copy a link to this place
key.quote = chép trích dẫn = copy the quotation
key.enter = trong ô tìm: tìm nguyên từ = in the box: search whole words
key.down = trong ô tìm: chọn gợi ý = in the box: choose a suggestion
lang.or = một trong hai = either of two
lang.begin = mọi từ bắt đầu như thế = every word that begins so
lang.so = số văn bản = the number of a document
lang.date = ngày, tháng, năm hay khoảng = a day, month, year or range
`.trim().split('\n').map((line) => line.split(' = ')).map(([key, ...texts]) => [key, texts]));

const kLanguages = ['vi', 'en'];
let language = 'vi';

export function speak(wanted) {
  language = wanted;
  document.documentElement.lang = language;
}

// A text with its values: say('saved.new', {n: 3}); one of {n: 1} is singular.
export function say(key, values = {}) {
  const forms = (kTexts.get(key) ?? [key, key])[kLanguages.indexOf(language)].split('|');
  const form = values.n === 1 ? forms[0] : forms.at(-1);
  return form.replace(/\{(\w+)\}/gu, (_, name) => (typeof values[name] === 'number' ? number(values[name]) : values[name]));
}

// A number as the language writes it, with at most two digits behind the point.
export function number(value) {
  return new Intl.NumberFormat(language, {maximumFractionDigits: 2}).format(value);
}

// A day, month or year: day('2018-01-31T08:01:00+07:00') is '31/01/2018', day('2018-01') is '01/2018'.
export function day(text) {
  return (text ?? '').slice(0, 10).split('-').reverse().join('/');
}
