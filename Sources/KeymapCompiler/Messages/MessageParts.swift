import Diagnostics

/// A piece of a message that differs from case to case, in each language.
protocol MessagePart: Sendable {
    /// The piece, as it stands in the sentence.
    var wording: Wording { get }
}

extension MessagePart {
    /// In English.
    var en: String { wording.english }
    /// In Vietnamese.
    var vi: String { wording.vietnamese }
}

/// One of several words: `'a', 'b' or 'c'`.
struct Choices: MessagePart {
    var words: [String]

    init(_ words: [String]) { self.words = words }

    var wording: Wording {
        let quotes = words.map { "'\($0)'" }
        guard let last = quotes.last, quotes.count > 1 else {
            let only = quotes.first ?? ""
            return Wording(only, only)
        }
        let rest = quotes.dropLast().joined(separator: ", ")
        return Wording("\(rest) or \(last)", "\(rest) hoặc \(last)")
    }
}

/// Keymaps each of which includes the next.
struct IncludeChain: MessagePart {
    var names: [String]

    init(_ names: [String]) { self.names = names }

    var wording: Wording {
        names.dropFirst().reduce(Wording(names.first ?? "", names.first ?? "")) { chain, name in
            chain + Wording(", which includes \(name)", ", kiểu gõ ấy lại dùng lại \(name)")
        }
    }
}

/// What is expected of a statement that is missing.
extension Keyword {
    var expectation: Wording {
        switch self {
        case .keymap: Wording("the version of the keymap language", "phiên bản của ngôn ngữ kiểu gõ")
        case .language:
            Wording(
                "the BCP 47 tag of the language, as in 'language rad'",
                "mã ngôn ngữ BCP 47, như 'language rad'")
        case .title:
            Wording(
                "a title in the language itself, as in 'title Êđê (Telex)'",
                "tiêu đề bằng chính ngôn ngữ ấy, như 'title Êđê (Telex)'")
        case .version: Wording("the version of the keymap", "phiên bản của kiểu gõ")
        case .licence:
            Wording(
                "an SPDX licence identifier, as in 'licence CC0-1.0'",
                "mã giấy phép SPDX, như 'licence CC0-1.0'")
        case .source:
            Wording(
                "where letters and keys come from, as in 'source' and the name of a book",
                "nguồn của các chữ cái và phím, như 'source' rồi đến tên một cuốn sách")
        default: Wording("the letters and their keys", "các chữ cái và phím của chúng")
        }
    }
}

/// Where text stands that nothing is expected in.
enum UnexpectedPlace: MessagePart {
    case after(String)
    case afterKey(String)
    case afterMark
    case afterTonePlace
    case afterPlainLetter
    case beforeFirstStatement
    case afterSameClass
    case insteadOfValue

    var wording: Wording {
        switch self {
        case .after(let text): Wording("after \(quoted(text))", "sau \(quoted(text))")
        case .afterKey(let key): Wording("after key \(quoted(key))", "sau phím \(quoted(key))")
        case .afterMark: Wording("after the mark", "sau dấu phụ")
        case .afterTonePlace: Wording("after the place of the tone", "sau vị trí dấu thanh")
        case .afterPlainLetter: Wording("after a letter without ◌", "sau chữ cái không có ◌")
        case .beforeFirstStatement: Wording("before the first statement", "trước khai báo đầu tiên")
        case .afterSameClass:
            Wording("since the class is named already", "trong khi lớp này đã được nêu rồi")
        case .insteadOfValue: Wording("where a value is expected", "ở chỗ cần một giá trị")
        }
    }
}

/// Where a word belongs that is missing.
enum MissingPlace: MessagePart {
    case after(String)
    case before(String)

    var wording: Wording {
        switch self {
        case .after(let text): Wording("after \(quoted(text))", "sau \(quoted(text))")
        case .before(let text): Wording("before \(quoted(text))", "trước \(quoted(text))")
        }
    }
}

/// What only some words are known for.
enum ChoicePlace: MessagePart {
    /// A keyword, or keywords.
    case keyword(String)
    case tonePlace

    var wording: Wording {
        switch self {
        case .keyword(let keyword): Wording(keyword, "'\(keyword)'")
        case .tonePlace: Wording("the place of the tone", "vị trí dấu thanh")
        }
    }
}

/// A thing that an author gives a name.
enum NamedThing: MessagePart {
    case option, value, letterClass, set, mark, tone, syllable, marker

    var wording: Wording {
        switch self {
        case .option: Wording("option", "tuỳ chọn")
        case .value: Wording("value", "giá trị")
        case .letterClass: Wording("class", "lớp chữ cái")
        case .set: Wording("set", "tập")
        case .mark: Wording("mark", "dấu phụ")
        case .tone: Wording("tone", "thanh")
        case .syllable: Wording("syllable", "âm tiết")
        case .marker: Wording("marker", "điểm mốc")
        }
    }

    /// With the English article.
    var withArticle: String { self == .option ? "an \(en)" : "a \(en)" }
}

/// Things of which a keymap holds only so many.
enum CountedThings: MessagePart {
    case letters, tones, classes, options, positions, repairLetters, rimeLetters, includeLevels, includes

    var wording: Wording {
        switch self {
        case .letters: Wording("letters", "chữ cái")
        case .tones: Wording("tones", "thanh")
        case .classes: Wording("classes", "lớp chữ cái")
        case .options: Wording("options", "tuỳ chọn")
        case .positions:
            Wording("positions in the cluster's patterns", "vị trí trong các mẫu của cụm ký tự")
        case .repairLetters: Wording("letters in a repair", "chữ cái ở một vế của phép sửa")
        case .rimeLetters: Wording("letters in a rime", "chữ cái trong một vần")
        case .includeLevels: Wording("levels of included keymaps", "tầng kiểu gõ dùng lại lồng nhau")
        case .includes: Wording("included keymaps", "kiểu gõ dùng lại")
        }
    }
}

/// Tables that can become too large.
enum LargeTable: MessagePart {
    case syllables, rules, conditions

    var wording: Wording {
        switch self {
        case .syllables: Wording("the syllables", "âm tiết")
        case .rules: Wording("the rules", "quy tắc")
        case .conditions: Wording("the conditions", "điều kiện")
        }
    }
}

/// Why an included keymap does not go with the one that includes it.
enum IncludeConflict: MessagePart {
    case value(String, option: String)
    case tone(String, mark: Unicode.Scalar)
    case capitals(folds: Bool)

    var wording: Wording {
        switch self {
        case .value(let value, let option):
            Wording(
                "its option '\(option)' has the value '\(value)'",
                "tuỳ chọn '\(option)' của nó có giá trị '\(value)'")
        case .tone(let name, let mark):
            Wording(
                "its tone '\(name)' is \(quoted(String(Character(mark))))",
                "thanh '\(name)' của nó là \(quoted(String(Character(mark))))")
        case .capitals(let folds):
            folds
                ? Wording("it has 'capitals fold'", "nó có 'capitals fold'")
                : Wording("it has 'capitals distinct'", "nó có 'capitals distinct'")
        }
    }
}

/// What one key is needed for.
enum KeyPurpose: MessagePart {
    case mark, tone, escape, textKey

    var wording: Wording {
        switch self {
        case .mark: Wording("a mark's key", "làm phím của dấu phụ")
        case .tone: Wording("a tone's key", "làm phím của thanh")
        case .escape: Wording("the escape key", "làm phím thoát")
        case .textKey: Wording("a line of 'keys'", "ở một dòng của 'keys'")
        }
    }
}

/// What a key with two meanings may be.
enum KeyRole: MessagePart {
    case makes(String)
    case tone(String)
    case letter(String)

    var wording: Wording {
        switch self {
        case .makes(let letter): Wording("makes \(quoted(letter))", "tạo ra \(quoted(letter))")
        case .tone(let name): Wording("is the tone \(quoted(name))", "là thanh \(quoted(name))")
        case .letter(let letter): Wording("is the letter \(quoted(letter))", "là chữ cái \(quoted(letter))")
        }
    }
}
