import Diagnostics

/// What a sign in a form lacks.
enum FormFault: MessagePart {
    case noName, notClosed, notOpened, nothingBefore

    var wording: Wording {
        switch self {
        case .noName: Wording("a name between '[' and ']'", "một tên giữa '[' và ']'")
        case .notClosed: Wording("a ']' after it", "dấu ']' ở sau")
        case .notOpened: Wording("a '[' before it", "dấu '[' ở trước")
        case .nothingBefore:
            Wording(
                "a letter or a class before it, and only one such sign",
                "một chữ cái hoặc một lớp ở trước, và chỉ một dấu như vậy")
        }
    }
}

/// Why a rime ends no syllable.
enum RimeFault: MessagePart {
    case needsOnset, needsTone

    var wording: Wording {
        switch self {
        case .needsOnset:
            Wording(
                "an onset is required, and no line 'onset' lists any",
                "bắt buộc có âm đầu, mà không dòng 'onset' nào kể âm đầu")
        case .needsTone:
            Wording(
                "it needs one of the tones, and takes none",
                "vần này bắt buộc có thanh, mà không cho phép thanh nào")
        }
    }
}

/// Why a repair never applies.
enum RepairFault: MessagePart {
    case sameSides, noSyllables
    case noSyllableHas(String)

    var wording: Wording {
        switch self {
        case .sameSides: Wording("both sides are the same", "hai vế giống nhau")
        case .noSyllables:
            Wording(
                "there is no 'syllable' to say what is a word",
                "không có 'syllable' để biết thế nào là một từ")
        case .noSyllableHas(let text):
            Wording("no syllable has \(quoted(text))", "không âm tiết nào có \(quoted(text))")
        }
    }
}

/// Why a side of a rule cannot be read.
enum RuleFault: MessagePart {
    case fitsNothing, closesNothing, notClosed, timesAfterNothing, timesAfterSeveral, timesAfterTimes
    case longTexts(set: String)
    case startNotFirst
    case tooDeep(limit: Int)

    var wording: Wording {
        switch self {
        case .fitsNothing:
            Wording(
                "it fits where nothing stands; expected something that must be there",
                "nó khớp cả khi không có gì; cần một thứ bắt buộc phải có")
        case .closesNothing:
            Wording("found ')'; expected a '(' before it", "gặp ')'; cần '(' ở trước")
        case .notClosed:
            Wording(
                "found '('; expected a ')' after it, between blanks",
                "gặp '('; cần ')' ở sau, có dấu cách hai bên")
        case .timesAfterNothing:
            Wording(
                "it has nothing before it; expected one character, a name in brackets, or ( )",
                "trước nó không có gì; cần một ký tự, một tên trong ngoặc vuông, hoặc ( )")
        case .timesAfterSeveral:
            Wording(
                "it has several characters before it; expected one character, a name in brackets, or ( )",
                "trước nó có nhiều ký tự; cần một ký tự, một tên trong ngoặc vuông, hoặc ( )")
        case .timesAfterTimes:
            Wording("it stands after another number of times", "nó đứng sau một số lần lặp khác")
        case .longTexts(let set):
            Wording(
                "set '\(set)' has texts of several characters; expected single ones after 'not'",
                "tập '\(set)' có đoạn chữ gồm nhiều ký tự; sau 'not' cần từng ký tự một")
        case .startNotFirst:
            Wording(
                "'[start]' stands after something; expected it first",
                "'[start]' đứng sau thứ khác; cần đặt nó đầu tiên")
        case .tooDeep(let limit):
            Wording(
                "round brackets are nested more than \(limit) deep", "ngoặc tròn lồng nhau quá \(limit) tầng")
        }
    }
}

/// Why what a rule keeps cannot be mapped to a set.
enum MapFault: MessagePart {
    case notOneName(capture: Int)
    case uneven(from: String, Int, to: String, Int)

    var wording: Wording {
        switch self {
        case .notOneName(let capture):
            Wording(
                "what '$\(capture)' keeps is not one name in square brackets",
                "phần mà '$\(capture)' giữ không phải là một tên trong ngoặc vuông")
        case .uneven(let from, let count, let to, let other):
            Wording(
                "'\(from)' has \(count) texts and '\(to)' has \(other); expected as many",
                "'\(from)' có \(count) đoạn chữ còn '\(to)' có \(other); cần hai số bằng nhau")
        }
    }
}

/// What a line has too much of.
enum PatternSize: MessagePart {
    case characters(Int)
    case places(Int)

    var wording: Wording {
        switch self {
        case .characters(let count): Wording("\(count) characters", "\(count) ký tự")
        case .places(let count): Wording("\(count) places", "\(count) chỗ cho ký tự")
        }
    }
}

/// What a line of `reorder` says that does not go together.
enum OrderFault: MessagePart {
    case notSingle(String)
    case tooManyValues(String, values: Int, characters: Int)
    case orderAndTertiary, tertiaryBase

    var wording: Wording {
        switch self {
        case .notSingle(let text):
            Wording(
                "\(quoted(text)) is not made of single characters and sets of them",
                "\(quoted(text)) không chỉ gồm từng ký tự và tập các ký tự")
        case .tooManyValues(let word, let values, let characters):
            Wording(
                "'\(word)' has \(values) values for \(characters) characters",
                "'\(word)' có \(values) giá trị cho \(characters) ký tự")
        case .orderAndTertiary:
            Wording(
                "a character has both 'order' and 'tertiary'", "một ký tự có cả 'order' lẫn 'tertiary'")
        case .tertiaryBase:
            Wording(
                "a character with 'tertiary' is a base too", "một ký tự có 'tertiary' lại là 'base'")
        }
    }
}

/// What is wrong in a pattern of a cluster.
enum PatternFault: MessagePart {
    case closesNothing(String)
    case optionalNothing, notClosed, noClass
    case tooDeep(limit: Int)

    var wording: Wording {
        switch self {
        case .closesNothing(let sign):
            Wording("'\(sign)' closes nothing", "'\(sign)' không đóng ngoặc nào")
        case .optionalNothing: Wording("'?' stands after nothing", "trước '?' không có gì")
        case .notClosed: Wording("'(' without ')'", "có '(' mà thiếu ')'")
        case .noClass: Wording("a class is missing here", "ở đây thiếu một lớp chữ cái")
        case .tooDeep(let limit):
            Wording(
                "parentheses are nested more than \(limit) deep", "ngoặc tròn lồng nhau quá \(limit) tầng")
        }
    }
}
