import Diagnostics
import Text

// The parts of sentences that depend on what was found, and the sentences of notes and fix-its.

/// A text whose length is limited.
enum LimitedText: CaseIterable, Sendable {
    case field, orthography, partOfSpeech, sourceID, dialect, status, domain, licence, transliteration

    var wording: Wording {
        switch self {
        case .field: Wording("a field", "trường")
        case .orthography: Wording("an orthography", "tên chính tả")
        case .partOfSpeech: Wording("a part of speech", "từ loại")
        case .sourceID: Wording("a source id", "mã của nguồn")
        case .dialect: Wording("a dialect", "phương ngữ")
        case .status: Wording("a status", "tình trạng")
        case .domain: Wording("a domain", "lĩnh vực")
        case .licence: Wording("a licence", "giấy phép")
        case .transliteration: Wording("a transliteration", "dạng chuyển tự")
        }
    }
}

extension Diagnostic.Note {
    /// A note where another column has `count` senses.
    static func senses(_ count: Int, at range: Range<Int>, in text: SourceText) -> Diagnostic.Note {
        Diagnostic.Note(Wording("\(count) here", "ở đây có \(count)"), at: range, in: text)
    }
}

/// What fix-its other than "write …" do.
enum LexiconFix {
    case writeEntries, tabsForGaps, tabsForSeparators, removeQuotes, removeControls, plainSpaces, compose

    private var wording: Wording {
        switch self {
        case .writeEntries: Wording("write 'entries' before this line", "viết 'entries' trước dòng này")
        case .tabsForGaps: Wording("put tabs in their place", "thay chúng bằng dấu tab")
        case .tabsForSeparators:
            Wording("put a tab in the place of each", "thay mỗi dấu ấy bằng một dấu tab")
        case .removeQuotes:
            Wording("remove the quotes of this line", "bỏ các dấu ngoặc kép ấy trong dòng này")
        case .removeControls:
            Wording(
                "remove the control characters of this line", "xoá các ký tự điều khiển của dòng này")
        case .plainSpaces:
            Wording(
                "make them plain spaces or remove them in this line",
                "thay chúng bằng dấu cách thường hoặc xoá chúng trong dòng này")
        case .compose: Wording("compose the letters of this line", "viết lại dòng này ở dạng NFC")
        }
    }

    /// The fix-it that does this by `edits`.
    func by(_ edits: [Diagnostic.FixIt.Edit], isObvious: Bool = true) -> Diagnostic.FixIt {
        Diagnostic.FixIt(wording, edits, isObvious: isObvious)
    }
}

extension Wording {
    /// How often, when it is more than once.
    static func times(_ count: Int) -> Wording {
        count == 1 ? Wording("", "") : Wording(", \(count) times", " (\(count) lần)")
    }

    /// What letter was probably meant.
    static func probably(_ meant: String) -> Wording {
        let letter = "\(quoted(meant)) (\(meant.codePoints))"
        return Wording("; \(letter) is probably meant", "; có lẽ phải là \(letter)")
    }
}

extension [Unicode.Scalar] {
    /// The letters with their code points and the names that Unicode gives them.
    var named: Wording {
        func list(_ unnamed: String) -> String {
            map { "\(quoted(String($0))) (\($0.codePointName), \($0.properties.name ?? unnamed))" }
                .joined(separator: ", ")
        }
        return Wording(list("no name"), list("không có tên"))
    }
}

extension String {
    /// The code points of the text, the first eight of many.
    var codePoints: String {
        let shown = unicodeScalars.prefix(8).map(\.codePointName).joined(separator: " ")
        return unicodeScalars.count > 8 ? shown + " …" : shown
    }
}
