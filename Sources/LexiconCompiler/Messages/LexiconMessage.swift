import Diagnostics
import Text

/// What is collected about one source.
typealias LexiconReport = Report<LexiconMessage>

/// What the compiler reports, a case for each sentence.
enum LexiconMessage: HeaderMessage {
    // The text itself.
    case unreadable(UnreadableText)
    case controlCharacter(Unicode.Scalar)
    case invisibleCharacter(Unicode.Scalar)
    case notNFC(String, composed: String)
    case tooLarge(limit: Int)

    // The header.
    case missingKeyword(String, example: String)
    case unknownKeyword(String, meant: String?)
    case repeatedKeyword(String)
    case emptyKeyword(String, example: String)
    case misplacedKeyword(String, in: SourceForm)
    case headerNotFirst
    case keywordAfterEntry(String)
    case wrongVersion(String)
    case badTag(String)
    case badScript(String)
    case scriptDisagrees(String, tag: String)
    case badStatus(String)
    case badMethod(String, meant: String?)
    case repeatedSource(String)
    case unknownColumn(String, meant: String?)
    case repeatedColumn(String)
    case noHeadwordColumn
    case tooManyLanguages(limit: Int)
    case badSpelling(String)
    case badTone(String)
    case badAlike(String)
    case badTransliteration(String)
    case missingTransform(String)
    case brokenTransform(String, errors: Int)
    case otherTransform(String, from: String, to: String)
    case missingEntries
    case noEntries

    // Entries.
    case noHeadword
    case tooManyFields(Int, expected: Int)
    case spacesOnly
    case spacesInField
    case otherSeparator(String)
    case spreadsheetQuotes(String, meant: String)
    case hashInEntry
    case tooLong(LimitedText, count: Int, limit: Int)
    case emptyGloss
    case noGloss(String)
    case senseCount(Int, in: String, firstCount: Int, firstIn: String)
    case badHomograph(String)
    case badWeight(String)
    case badFrequency(String)
    case repeatedHomograph(String, number: String)
    case repeatedEntry(String)
    case repeatedGloss(String)
    case repeatedSense(String)
    case unknownSource(String, count: Int, meant: String?)
    case missingFile(String)
    case absolutePath(String)
    case brokenReference(String, meant: String?)
    case translationWithoutExample(String, of: String)
    case notTransliterated(String, in: String, left: Unicode.Scalar?)

    // Headwords.
    case foreignLetters(String, [Unicode.Scalar], script: String)
    case standIn(String, meant: String, language: String)
    case mayBeVietnamese(String, String, meant: String, language: String)
    case outsideAlphabet(String, meant: String?)
    case mixedSpelling(String, count: Int, usual: String, usualCount: Int)
    case strayMark(Unicode.Scalar)
    case severalForms(String, [String])

    // Standard format markers.
    case unknownMarker(String, count: Int, meant: String?)
    case unreadMarker(String, count: Int)
    case noMarker
    case fieldBeforeEntry(String)
    case noRegional
    case repeatedField(String)

    var id: LexiconDiagnosticID {
        switch self {
        case .unreadable: .illFormed
        case .controlCharacter: .controlCharacter
        case .invisibleCharacter: .invisibleCharacter
        case .notNFC: .notNFC
        case .tooLarge: .tooLarge
        case .missingKeyword: .missingKeyword
        case .unknownKeyword: .unknownKeyword
        case .repeatedKeyword: .repeatedKeyword
        case .emptyKeyword: .emptyKeyword
        case .misplacedKeyword, .headerNotFirst, .keywordAfterEntry: .misplacedKeyword
        case .wrongVersion: .wrongVersion
        case .badTag: .badTag
        case .badScript, .scriptDisagrees: .badScript
        case .badStatus: .badStatus
        case .badMethod: .badMethod
        case .repeatedSource: .repeatedSource
        case .unknownColumn: .unknownColumn
        case .repeatedColumn: .repeatedColumn
        case .noHeadwordColumn: .noHeadwordColumn
        case .tooManyLanguages: .tooManyLanguages
        case .badSpelling, .badTone, .badAlike: .badSpelling
        case .badTransliteration: .badTransliteration
        case .missingTransform: .missingTransform
        case .brokenTransform, .otherTransform: .brokenTransform
        case .missingEntries: .missingEntries
        case .noEntries: .noEntries
        case .noHeadword: .noHeadword
        case .tooManyFields: .tooManyFields
        case .spacesOnly, .spacesInField, .otherSeparator: .spacesForTab
        case .spreadsheetQuotes: .spreadsheetQuotes
        case .hashInEntry: .hashInEntry
        case .tooLong: .tooLong
        case .emptyGloss: .emptyGloss
        case .noGloss: .noGloss
        case .senseCount: .senseCount
        case .badHomograph: .badHomograph
        case .badWeight, .badFrequency: .badWeight
        case .repeatedHomograph: .repeatedHomograph
        case .repeatedEntry: .repeatedEntry
        case .repeatedGloss, .repeatedSense: .repeatedSense
        case .unknownSource: .unknownSource
        case .missingFile, .absolutePath: .missingFile
        case .brokenReference: .brokenReference
        case .translationWithoutExample: .translationWithoutExample
        case .notTransliterated: .notTransliterated
        case .foreignLetters: .foreignLetter
        case .standIn, .mayBeVietnamese: .standIn
        case .outsideAlphabet: .outsideAlphabet
        case .mixedSpelling: .mixedSpelling
        case .strayMark: .strayMark
        case .severalForms: .severalForms
        case .unknownMarker, .unreadMarker: .unknownMarker
        case .noMarker: .noMarker
        case .fieldBeforeEntry: .fieldBeforeEntry
        case .noRegional: .noRegional
        case .repeatedField: .repeatedField
        }
    }

    var severity: Diagnostic.Severity {
        // An entry without a tab is none; a gap in one of its fields may be meant.
        if case .spacesInField = self { .warning } else { id.severity }
    }

    var wording: Wording {
        switch self {
        case .unreadable(let text): text.wording
        case .controlCharacter(let scalar):
            Wording(
                "control character \(scalar.codePointName); remove it",
                "ký tự điều khiển \(scalar.codePointName); hãy xoá nó")
        case .invisibleCharacter(let scalar):
            Wording(
                "invisible character \(scalar.codePointName)",
                "ký tự \(scalar.codePointName) không hiện ra gì")
        case .notNFC(let found, let composed):
            Wording(
                "\(quoted(found)) is not in NFC; it is \(found.codePoints) and is read as \(composed.codePoints)",
                "\(quoted(found)) không ở dạng NFC; nó là \(found.codePoints) và được đọc thành \(composed.codePoints)"
            )
        case .tooLarge(let limit):
            Wording(
                "the source is larger than \(limit >> 20) MiB; make two lexicons of it",
                "tệp nguồn lớn hơn \(limit >> 20) MiB; hãy chia thành hai từ điển")
        case .missingKeyword(let keyword, let example):
            Wording(
                "the header has no '\(keyword)' statement, such as '\(example)'",
                "phần đầu thiếu khai báo '\(keyword)', chẳng hạn '\(example)'")
        case .unknownKeyword(let found, let meant):
            Wording("unknown keyword \(quoted(found))", "không có từ khoá \(quoted(found))")
                + .didYouMean(meant)
        case .repeatedKeyword(let keyword):
            Wording("'\(keyword)' is stated twice", "'\(keyword)' được khai báo hai lần")
        case .emptyKeyword(let keyword, let example):
            Wording(
                "nothing after '\(keyword)'; expected such as '\(example)'",
                "sau '\(keyword)' không có gì; cần viết như '\(example)'")
        case .misplacedKeyword(let keyword, .list):
            Wording(
                "'\(keyword)' has no meaning in the list form",
                "'\(keyword)' không dùng được ở dạng danh sách")
        case .misplacedKeyword(let keyword, .markers):
            Wording(
                "'\(keyword)' has no meaning in the MDF form", "'\(keyword)' không dùng được trong tệp MDF")
        case .headerNotFirst:
            Wording(
                "'lexicon' is not the first statement; the version of the source comes first",
                "'lexicon' không phải khai báo đầu tiên; phiên bản của tệp nguồn phải đứng đầu")
        case .keywordAfterEntry(let keyword):
            Wording(
                "'\(keyword)' belongs to the header, before the first entry",
                "'\(keyword)' thuộc phần đầu, phải đứng trước mục từ đầu tiên")
        case .wrongVersion(let found):
            Wording(
                "version \(quoted(found)) of the source form; this compiler reads version 1",
                "phiên bản \(quoted(found)) của tệp nguồn; trình biên dịch này đọc phiên bản 1")
        case .badTag(let found):
            Wording(
                "\(quoted(found)) is no BCP 47 language tag; expected such as 'rad' or 'blt-Tavt'",
                "\(quoted(found)) không phải mã ngôn ngữ theo BCP 47; cần viết như 'rad' hoặc 'blt-Tavt'")
        case .badScript(let found):
            Wording(
                "\(quoted(found)) is no ISO 15924 script code; expected such as 'Latn' or 'Tavt'",
                "\(quoted(found)) không phải mã hệ chữ theo ISO 15924; cần viết như 'Latn' hoặc 'Tavt'")
        case .scriptDisagrees(let script, let tag):
            Wording(
                "script '\(script)' is not the one of the language tag '\(tag)'",
                "hệ chữ '\(script)' khác với hệ chữ trong mã ngôn ngữ '\(tag)'")
        case .badStatus(let found):
            Wording(
                "status \(quoted(found)); expected 'draft' or 'stable'",
                "tình trạng \(quoted(found)); cần 'draft' hoặc 'stable'")
        case .badMethod(let found, let meant):
            Wording(
                "method \(quoted(found)); expected 'direct' or 'concept'",
                "cách tìm nghĩa \(quoted(found)); cần 'direct' hoặc 'concept'") + .didYouMean(meant)
        case .repeatedSource(let id):
            Wording("source \(quoted(id)) is declared twice", "nguồn \(quoted(id)) được khai báo hai lần")
        case .unknownColumn(let found, let meant):
            Wording("unknown column \(quoted(found))", "không có cột \(quoted(found))")
                + (meant.map { .didYouMean($0) }
                    ?? Wording(
                        "; expected a column's name or a language tag", "; cần tên cột hoặc mã ngôn ngữ"))
        case .repeatedColumn(let name):
            Wording("column '\(name)' is named twice", "cột '\(name)' được nêu hai lần")
        case .noHeadwordColumn:
            Wording("no column is named 'headword'", "không có cột nào tên là 'headword'")
        case .tooManyLanguages(let limit):
            Wording("glosses in more than \(limit) languages", "có nghĩa bằng hơn \(limit) ngôn ngữ")
        case .badSpelling(let found):
            Wording(
                "the spelling of '\(found)' is not built in; expected 'vi', or statements 'tones' and 'alike'",
                "không có sẵn chính tả của '\(found)'; cần viết 'vi', hoặc khai báo 'tones' và 'alike'")
        case .badTone(let found):
            Wording(
                "\(quoted(found)) is not a tone mark; expected one mark, alone or on ◌",
                "\(quoted(found)) không phải dấu thanh; cần một dấu, viết riêng hoặc đặt trên ◌")
        case .badAlike(let found):
            Wording(
                "\(quoted(found)) stands alone; expected two spellings or more, such as 'alike ươ uơ'",
                "\(quoted(found)) chỉ có một mình; cần ít nhất hai cách viết, chẳng hạn 'alike ươ uơ'")
        case .badTransliteration(let found):
            Wording(
                "\(quoted(found)) after the form; expected nothing, or 'partly' when the rules cannot write every word",
                "\(quoted(found)) đứng sau dạng; ở đây không viết gì, hoặc viết 'partly' khi quy tắc không viết được mọi từ"
            )
        case .missingTransform(let name):
            Wording(
                "there is no transform '\(name)'; 'chu list transforms' shows what there is, and '\(name).transform' is looked for in the folder 'transforms' beside that of the lexicons and in the data folders",
                "không có phép chuyển tự '\(name)'; 'chu list transforms' liệt kê những phép chuyển tự đã cài, còn '\(name).transform' được tìm trong thư mục 'transforms' bên cạnh thư mục từ điển và trong các thư mục dữ liệu"
            )
        case .brokenTransform(let name, let errors):
            Wording(
                "the transform '\(name)' has \(errors) \(errors == 1 ? "error" : "errors") and is not used; fix it, 'chu check' lists all of them",
                "phép chuyển tự '\(name)' có \(errors) lỗi nên không được dùng; hãy sửa nó, 'chu check' liệt kê mọi lỗi"
            )
        case .otherTransform(let name, let from, let to):
            Wording(
                "the transform '\(name)' says that it is from '\(from)' to '\(to)'; name the file as its head does",
                "phép chuyển tự '\(name)' ghi là từ '\(from)' sang '\(to)'; hãy đặt tên tệp theo phần đầu của nó"
            )
        case .missingEntries:
            Wording(
                "entries begin here, but no 'entries' statement ends the header",
                "mục từ bắt đầu ở đây, nhưng phần đầu chưa kết thúc bằng khai báo 'entries'")
        case .noEntries: Wording("the lexicon has no entries", "từ điển không có mục từ nào")
        case .noHeadword: Wording("entry without a headword", "mục từ không có từ đầu mục")
        case .tooManyFields(let found, let expected):
            Wording(
                "\(found) fields, but 'columns' names \(expected)",
                "có \(found) trường, nhưng 'columns' chỉ nêu \(expected) cột")
        case .spacesOnly:
            Wording(
                "no tab in this entry; fields are separated by tabs, not by spaces",
                "mục từ này không có dấu tab; các trường cách nhau bằng dấu tab, không phải bằng dấu cách")
        case .spacesInField:
            Wording(
                "several spaces where a tab may be meant; this is one field",
                "có nhiều dấu cách ở chỗ có lẽ phải là dấu tab; tất cả đang là một trường")
        case .otherSeparator(let separator):
            Wording(
                "no entry has a tab; are the fields separated by '\(separator)'? a table here has tabs between its fields",
                "không mục từ nào có dấu tab; có phải các trường cách nhau bằng '\(separator)' không? ở đây các trường của "
                    + "bảng cách nhau bằng dấu tab")
        case .spreadsheetQuotes(let found, let meant):
            Wording(
                "the quotes around \(found) are those of a spreadsheet, and are read as part of the word; \(quoted(meant)) is "
                    + "probably meant",
                "dấu ngoặc kép quanh \(found) là của bảng tính, và được đọc như một phần của chữ; có lẽ phải là "
                    + "\(quoted(meant))")
        case .hashInEntry:
            Wording(
                "'#' in an entry is text; a comment stands on a line of its own",
                "'#' trong mục từ là văn bản; lời chú phải đứng trên một dòng riêng")
        case .tooLong(let what, let count, let limit):
            what.wording
                + Wording(
                    " of \(count) bytes; at most \(limit) can be held",
                    " dài \(count) byte; từ điển chứa được nhiều nhất \(limit) byte")
        case .emptyGloss: Wording("empty gloss", "nghĩa để trống")
        case .noGloss(let headword):
            Wording("entry \(quoted(headword)) has no gloss", "mục từ \(quoted(headword)) không có nghĩa")
        case .senseCount(let count, let language, let firstCount, let first):
            Wording(
                "\(count) \(count == 1 ? "sense" : "senses") in '\(language)', but \(firstCount) in '\(first)'",
                "có \(count) nét nghĩa ở '\(language)', nhưng \(firstCount) ở '\(first)'")
        case .badHomograph(let found):
            Wording(
                "homograph number \(quoted(found)); expected a number from 1 to 999",
                "số đồng tự \(quoted(found)); cần một số từ 1 đến 999")
        case .badWeight(let found):
            Wording(
                "weight \(quoted(found)); expected a number from 0 to 255",
                "trọng số \(quoted(found)); cần một số từ 0 đến 255")
        case .badFrequency(let found):
            Wording(
                "frequency \(quoted(found)); expected how often the word was counted, such as 120",
                "tần số \(quoted(found)); cần số lần đếm thấy từ ấy, chẳng hạn 120")
        case .repeatedHomograph(let headword, let number):
            Wording(
                "\(quoted(headword)) with the homograph number \(number) is here twice",
                "\(quoted(headword)) với số đồng tự \(number) xuất hiện hai lần")
        case .repeatedEntry(let headword):
            Wording(
                "entry \(quoted(headword)) is here twice with the same glosses",
                "mục từ \(quoted(headword)) xuất hiện hai lần với cùng nghĩa")
        case .repeatedGloss(let gloss):
            Wording(
                "gloss \(quoted(gloss)) is given twice in one sense",
                "nghĩa \(quoted(gloss)) được ghi hai lần trong một nét nghĩa")
        case .repeatedSense(let headword):
            Wording(
                "two senses of \(quoted(headword)) have the same glosses",
                "hai nét nghĩa của \(quoted(headword)) có nghĩa giống hệt nhau")
        case .unknownSource(let id, let count, let meant):
            Wording(
                "source \(quoted(id)) is not declared in the header",
                "nguồn \(quoted(id)) không được khai báo ở phần đầu")
                + (count == 1 ? Wording("", "") : Wording(" (\(count) entries)", " (\(count) mục từ)"))
                + .didYouMean(meant)
        case .missingFile(let path):
            Wording("file \(quoted(path)) is not there", "không có tệp \(quoted(path))")
        case .absolutePath(let path):
            Wording(
                "\(quoted(path)) is a place on one machine; write the path from the folder of this file",
                "\(quoted(path)) chỉ đúng trên một máy; hãy viết đường dẫn tính từ thư mục của tệp này")
        case .brokenReference(let target, let meant):
            Wording("no entry is called \(quoted(target))", "không có mục từ \(quoted(target))")
                + .didYouMean(meant)
        case .translationWithoutExample(let field, let example):
            Wording(
                "'\(field)' translates no example; it is left out, as there is no '\(example)'",
                "'\(field)' không dịch câu ví dụ nào nên bị bỏ đi, vì không có '\(example)'")
        case .notTransliterated(let headword, let form, let left):
            Wording(
                "\(quoted(headword)) cannot be written in '\(form)', because the rules leave ",
                "\(quoted(headword)) không viết được ở dạng '\(form)', vì quy tắc ")
                + (left.map {
                    let letter = "\(quoted(String($0))) (\($0.codePointName))"
                    return Wording(letter, "để lại \(letter)")
                } ?? Wording("nothing", "không để lại gì"))
                + Wording(
                    "; fix the transform, or write '\(form) partly' in the header",
                    "; hãy sửa phép chuyển tự, hoặc viết '\(form) partly' ở phần đầu")
        case .foreignLetters(let headword, let letters, let script):
            Wording("headword \(quoted(headword)) has ", "từ đầu mục \(quoted(headword)) có ")
                + letters.named
                + Wording(", outside the script \(script)", ", nằm ngoài hệ chữ \(script)")
        case .standIn(let found, let meant, let language):
            Wording(
                "\(quoted(found)) (\(found.codePoints)) is no letter of '\(language)'",
                "\(quoted(found)) (\(found.codePoints)) không phải chữ cái của '\(language)'")
                + .probably(meant)
        case .mayBeVietnamese(let word, let found, let meant, let language):
            Wording(
                "\(quoted(word)) may be Vietnamese; if it is a word of '\(language)', \(quoted(found)) is probably \(quoted(meant))",
                "\(quoted(word)) có thể là tiếng Việt; nếu là từ của '\(language)' thì \(quoted(found)) có lẽ phải là \(quoted(meant))"
            )
        case .outsideAlphabet(let found, let meant):
            Wording(
                "\(quoted(found)) (\(found.codePoints)) is not in the alphabet of the header",
                "\(quoted(found)) (\(found.codePoints)) không có trong bảng chữ cái của phần đầu")
                + (meant.map { .probably($0) } ?? Wording("", ""))
        case .mixedSpelling(let way, let count, let usual, let usualCount):
            Wording(
                "one letter is written \(quoted(way)) in \(count) \(count == 1 ? "headword" : "headwords"), here first, and \(quoted(usual)) in \(usualCount)",
                "một chữ cái được viết là \(quoted(way)) ở \(count) từ đầu mục, lần đầu ở đây, và là \(quoted(usual)) ở \(usualCount) từ"
            )
        case .strayMark(let mark):
            Wording(
                "\(quoted(String(mark))) has no letter before it",
                "trước \(quoted(String(mark))) không có chữ cái nào")
        case .severalForms(let form, let readings):
            Wording(
                "\(quoted(form)) stands for \(readings.map(quoted).joined(separator: ", ")); write one of them as the headword and the others as variants",
                "\(quoted(form)) gộp nhiều dạng: \(readings.map(quoted).joined(separator: ", ")); hãy ghi một dạng làm từ đầu mục, các dạng còn lại làm cách viết khác"
            )
        case .unknownMarker(let marker, let count, let meant):
            Wording("unknown marker '\\\(marker)'", "không có mã trường '\\\(marker)'") + .times(count)
                + Wording("; its text is left out", "; nội dung của nó bị bỏ qua") + .didYouMean(meant)
        case .unreadMarker(let marker, let count):
            Wording("marker '\\\(marker)'", "mã trường '\\\(marker)'") + .times(count)
                + Wording(
                    (count == 1 ? "" : ",") + " has no place in a lexicon; its text is left out",
                    " không có chỗ trong từ điển; nội dung của nó bị bỏ qua")
        case .noMarker:
            Wording(
                "text before the first marker; a line begins with '\\' and a marker",
                "văn bản đứng trước mã trường đầu tiên; mỗi dòng bắt đầu bằng '\\' và một mã trường")
        case .fieldBeforeEntry(let marker):
            Wording(
                "'\\\(marker)' before the first '\\lx'; it belongs to no entry",
                "'\\\(marker)' đứng trước '\\lx' đầu tiên nên không thuộc mục từ nào")
        case .noRegional:
            Wording(
                "'\\gr', '\\dr' and '\\xr' are left out: the header names no regional language, such as '\\_regional fr'",
                "'\\gr', '\\dr' và '\\xr' bị bỏ qua: phần đầu không nêu ngôn ngữ của vùng, chẳng hạn '\\_regional fr'"
            )
        case .repeatedField(let marker):
            Wording(
                "'\\\(marker)' is given twice in this entry; the first is kept",
                "'\\\(marker)' xuất hiện hai lần trong mục từ này; lần đầu được giữ lại")
        }
    }
}
