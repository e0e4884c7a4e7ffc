/// A query with wildcards, taken apart.
///
///     Wildcards("k*a").parts  // [.text("k"), .run, .text("a")]
struct Wildcards {
    enum Part: Equatable {
        /// Text as it stands.
        case text(String)
        /// `?`: one letter with its marks.
        case one
        /// `*`: any text, also none.
        case run
    }

    /// Texts and wildcards; no two texts and no two runs stand side by side.
    private(set) var parts: [Part] = []

    /// Takes `query` apart.
    ///
    /// A backslash takes the `*`, `?` or backslash behind it as it is.
    init(_ query: String) {
        var text = ""
        var isEscaped = false
        func endText() {
            if !text.isEmpty { parts.append(.text(text)) }
            text = ""
        }
        for scalar in query.unicodeScalars {
            switch scalar {
            case "*" where !isEscaped:
                endText()
                if parts.last != .run { parts.append(.run) }
            case "?" where !isEscaped:
                endText()
                parts.append(.one)
            case "\\" where !isEscaped:
                isEscaped = true
                continue
            case "*", "?", "\\":
                text.unicodeScalars.append(scalar)
            default:
                // Before anything else the backslash is only one.
                if isEscaped { text.unicodeScalars.append("\\") }
                text.unicodeScalars.append(scalar)
            }
            isEscaped = false
        }
        if isEscaped { text.unicodeScalars.append("\\") }
        endText()
    }

    private init(_ parts: [Part]) { self.parts = parts }

    /// The words of the query, separated as those of a gloss are; a wildcard joins what stands around it.
    var words: [Wildcards] {
        var words: [[Part]] = []
        var word: [Part] = []
        for part in parts {
            guard case .text(let text) = part else {
                word.append(part)
                continue
            }
            let pieces = GlossPieces(text)
            let scalars = text.unicodeScalars
            // What the text begins or ends with, beside its words, separates them.
            if let first = scalars.first, !GlossPieces.isLetter(first), !word.isEmpty {
                words.append(word)
                word = []
            }
            for (index, piece) in pieces.words.enumerated() {
                if index > 0 {
                    words.append(word)
                    word = []
                }
                word.append(.text(piece))
            }
            if let last = scalars.last, !GlossPieces.isLetter(last), !word.isEmpty {
                words.append(word)
                word = []
            }
        }
        if !word.isEmpty { words.append(word) }
        return words.map { Wildcards($0) }
    }

    /// Whether `form` is spelled as the query says, canonically.
    func fit(_ form: String) -> Bool {
        fit(parts, Array(form), { Array($0) }, { _ in true })
            // By code points, for scripts in which a vowel sign joins the letter before.
            || fit(
                parts, Array(form.unicodeScalars), { Array($0.unicodeScalars) },
                { !KeyCluster.extends($0) })
    }

    /// The query in lower case.
    var lowercased: Wildcards {
        Wildcards(
            parts.map { part in
                guard case .text(let text) = part else { return part }
                return .text(text.lowercased())
            })
    }

    /// Walks through `form`, keeping all places of the query that may have been come to.
    private func fit<Letter: Equatable>(
        _ parts: [Part], _ form: [Letter], _ letters: (String) -> [Letter], _ isBase: (Letter) -> Bool
    ) -> Bool {
        var wanted: [(letter: Letter?, isRun: Bool)] = []
        for part in parts {
            switch part {
            case .text(let text): wanted += letters(text).map { ($0, false) }
            case .one: wanted.append((nil, false))
            case .run: wanted.append((nil, true))
            }
        }
        var places = [Bool](repeating: false, count: wanted.count + 1)
        places[0] = true
        func passRuns() {
            for (place, each) in wanted.enumerated() where each.isRun && places[place] {
                places[place + 1] = true
            }
        }
        passRuns()
        for letter in form {
            var next = [Bool](repeating: false, count: places.count)
            for (place, isReached) in places.enumerated() where isReached {
                if place < wanted.count {
                    let each = wanted[place]
                    if each.isRun {
                        next[place] = true
                    } else if each.letter.map({ $0 == letter }) ?? isBase(letter) {
                        next[place + 1] = true
                    }
                }
                // A mark goes with the letter that `?` stood for.
                if place > 0, wanted[place - 1].letter == nil, !wanted[place - 1].isRun, !isBase(letter) {
                    next[place] = true
                }
            }
            places = next
            passRuns()
        }
        return places[wanted.count]
    }
}
