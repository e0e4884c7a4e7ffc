import Diagnostics
import Text

/// What is to be seen at a further place.
enum KeymapNote: MessagePart {
    case firstHere, firstDeclaredHere, firstNamedHere, firstUsedHere, firstKeptHere, firstListedHere
    case firstChangedHere, declaredHere, listedHere, alsoHere, takenHere, madeHere, otherThanHere
    case letterMadeHere(String)
    case firstStatement, statement, earlierLine, orderLine, laterSet, winningRule
    /// Code points that look alike.
    case difference(Difference)
    /// The beginning of a word with which no syllable begins.
    case noSyllable(String)
    /// The keys of a test, and what was seen after each.
    case keyByKey([KeyStep], isCut: Bool)

    /// A key, nil for the end of the line, and what was seen after it.
    struct KeyStep: MessagePart {
        var key: String?
        var shown: String

        var wording: Wording {
            guard let key else { return Wording("end of line \(quoted(shown))", "hết dòng \(quoted(shown))") }
            return Wording("\(key) \(quoted(shown))", "\(key) \(quoted(shown))")
        }
    }

    var wording: Wording {
        switch self {
        case .firstHere: Wording("first here", "lần đầu ở đây")
        case .firstDeclaredHere: Wording("first declared here", "lần đầu khai báo ở đây")
        case .firstNamedHere: Wording("first named here", "lần đầu đặt tên ở đây")
        case .firstUsedHere: Wording("first used here", "lần đầu dùng ở đây")
        case .firstKeptHere: Wording("first kept here", "lần đầu giữ nguyên ở đây")
        case .firstListedHere: Wording("first listed here", "lần đầu kể ra ở đây")
        case .firstChangedHere: Wording("first changed here", "lần đầu đổi ở đây")
        case .declaredHere: Wording("declared here", "khai báo ở đây")
        case .listedHere: Wording("listed here", "kể ra ở đây")
        case .alsoHere: Wording("also here", "cả ở đây nữa")
        case .takenHere: Wording("taken here", "phím đã dùng ở đây")
        case .madeHere: Wording("made here", "tạo ra ở đây")
        case .otherThanHere: Wording("other than here", "khác với ở đây")
        case .letterMadeHere(let letter):
            Wording("\(quoted(letter)) is made here", "\(quoted(letter)) được tạo ra ở đây")
        case .firstStatement: Wording("the first statement", "khai báo đầu tiên")
        case .statement:
            Wording("the statement it seems to belong to", "khai báo mà dòng ấy có vẻ thuộc về")
        case .earlierLine: Wording("the earlier line", "dòng trước")
        case .orderLine: Wording("expected it in this line", "cần có nó ở dòng này")
        case .laterSet:
            Wording(
                "a set may use only sets declared before it",
                "một tập chỉ dùng được những tập khai báo trước nó"
            )
        case .winningRule: Wording("this rule goes first", "quy tắc này được dùng trước")
        case .difference(let difference):
            KeymapNote.codePoints(difference)
        case .noSyllable(let beginning):
            Wording(
                "no syllable begins with \(quoted(beginning)), so the keys stay as they are",
                "không âm tiết nào bắt đầu bằng \(quoted(beginning)), nên các phím giữ nguyên")
        case .keyByKey(let steps, let isCut):
            Wording("key by key: ", "từng phím: ") + KeymapNote.list(steps, isCut)
        }
    }

    private static func codePoints(_ difference: Difference) -> Wording {
        func names(_ scalars: [Unicode.Scalar]) -> String {
            scalars.map(\.codePointName).joined(separator: " ")
        }
        let (found, expected) = (names(difference.found), names(difference.expected))
        if difference.found.isEmpty {
            return Wording(
                "\(expected) is expected here, which the keys do not give",
                "ở đây phép thử cần thêm \(expected), mà các phím không cho ra")
        }
        if difference.expected.isEmpty {
            return Wording(
                "the keys give \(found) too, which is not expected here",
                "các phím cho ra thêm \(found), mà phép thử không cần")
        }
        return Wording(
            "the keys give \(found), and \(expected) is expected here",
            "các phím cho ra \(found), còn phép thử cần \(expected)")
    }

    private static func list(_ steps: [KeyStep], _ isCut: Bool) -> Wording {
        let start = isCut ? "… " : ""
        return Wording(
            start + steps.map(\.en).joined(separator: ", "), start + steps.map(\.vi).joined(separator: ", "))
    }
}

/// What a change to the source does, in the imperative.
enum KeymapFix: MessagePart {
    case write(String)
    case add(String)
    case putBlank, putBlanks, startComment, removeCharacter, writeNFC, writeSmallLetters, spellOutNumberSign,
        spellOutBrace
    case removeStatement, removeDeclaration, removeLine, remove, removeHere, removeKeys
    case moveToTop, moveBeforeRule
    case removeIndentation, indent, indentAlike
    case putBar, putEquals, separateLetters, addKeysToFirst, expectFoundText

    var wording: Wording {
        switch self {
        case .write(let text): Wording("write '\(text)'", "viết '\(text)'")
        case .add(let line): Wording("add '\(line)'", "thêm '\(line)'")
        case .putBlank: Wording("put a blank", "đặt một dấu cách")
        case .putBlanks: Wording("put blanks around it", "đặt dấu cách hai bên")
        case .startComment: Wording("begin the comment with '# '", "mở đầu chú thích bằng '# '")
        case .removeCharacter: Wording("take it away", "xoá ký tự ấy")
        case .writeNFC: Wording("write it in NFC", "viết lại ở dạng NFC")
        case .writeSmallLetters: Wording("write small letters", "viết chữ thường")
        case .spellOutNumberSign:
            Wording("write {numbersign} for the key '#'", "viết {numbersign} để chỉ phím '#'")
        case .spellOutBrace:
            Wording("write {braceleft} for the key '{'", "viết {braceleft} để chỉ phím '{'")
        case .removeStatement: Wording("remove this statement", "xoá khai báo này")
        case .removeDeclaration: Wording("remove this declaration", "xoá lần khai báo này")
        case .removeLine: Wording("remove this line", "xoá dòng này")
        case .remove: Wording("remove it", "xoá đi")
        case .removeHere: Wording("remove it here", "xoá nó ở đây")
        case .removeKeys: Wording("remove them", "xoá các phím ấy")
        case .moveToTop: Wording("move it to the top", "chuyển nó lên đầu")
        case .moveBeforeRule: Wording("move it before that rule", "chuyển nó lên trước quy tắc kia")
        case .removeIndentation: Wording("take the blanks away", "bỏ phần thụt vào")
        case .indent: Wording("put two blanks before it", "đặt hai dấu cách ở trước")
        case .indentAlike: Wording("indent it like the others", "thụt vào bằng các dòng kia")
        case .putBar: Wording("put '|' before it", "đặt '|' ở trước")
        case .putEquals: Wording("put '=' between them", "đặt '=' ở giữa")
        case .separateLetters:
            Wording("put blanks between the letters", "đặt dấu cách giữa các chữ cái")
        case .addKeysToFirst:
            Wording("put its keys after the first ones", "viết tiếp các phím của nó sau những phím đầu")
        case .expectFoundText:
            Wording(
                "if the keymap is right, expect this text",
                "nếu kiểu gõ đúng thì sửa phép thử theo đoạn chữ này")
        }
    }
}
