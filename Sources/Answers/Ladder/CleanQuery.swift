import Lexicon

/// A query without what stands around words and is no part of them.
///
///     CleanQuery.readings(of: "“êa”,").map(\.text)     // ["êa"]
///     CleanQuery.readings(of: "êa²")[0].homograph      // 2
///     CleanQuery.readings(of: "'ba'").map(\.text)      // ["ba"]
///     CleanQuery.readings(of: "*dem-").map(\.text)     // ["dem-", "dem"]
///
/// Signs that some languages write as letters, apostrophes and hyphens, go last.
struct CleanQuery: Equatable {
    /// What is looked up.
    let text: String
    /// Which of several words written alike is meant, from 1; nil when the query does not say.
    let homograph: Int?

    /// What `query` may mean, the least changed first; none when it has nothing to be set aside.
    ///
    /// - Complexity: O(*bytes*).
    static func readings(of query: String) -> [CleanQuery] {
        var readings: [CleanQuery] = []
        var scalars = spaced(query.unicodeScalars, without: isInvisible)
        func add(_ homograph: Int?) {
            let reading = CleanQuery(text: String(String.UnicodeScalarView(scalars)), homograph: homograph)
            if !scalars.isEmpty, reading.text != query, !readings.contains(reading) {
                readings.append(reading)
            }
        }
        trim(&scalars, isNoise)
        add(nil)
        let homograph = number(behind: &scalars)
        trim(&scalars, isNoise)
        if homograph != nil { add(homograph) }
        trim(&scalars) { isNoise($0) || isLetterLike($0) }
        add(homograph)
        scalars = spaced(scalars, without: isBracket)
        add(homograph)
        return readings
    }

    /// Takes the scalars away with which `scalars` begins and ends that are `noise`.
    private static func trim(
        _ scalars: inout [Unicode.Scalar], _ noise: (Unicode.Scalar) -> Bool
    ) {
        while let last = scalars.last, noise(last) { scalars.removeLast() }
        var start = 0
        while start < scalars.count, noise(scalars[start]) { start += 1 }
        scalars.removeFirst(start)
    }

    /// The scalars that are not `dropped`, with one blank where there are several.
    private static func spaced(
        _ scalars: some Sequence<Unicode.Scalar>, without dropped: (Unicode.Scalar) -> Bool
    ) -> [Unicode.Scalar] {
        var spaced: [Unicode.Scalar] = []
        for scalar in scalars where !dropped(scalar) {
            if scalar.properties.isWhitespace {
                if spaced.last != " " { spaced.append(" ") }
            } else {
                spaced.append(scalar)
            }
        }
        return spaced
    }

    /// Takes the number of a homograph away with which `scalars` ends: `êa1`, `êa²`, `êa (2`.
    private static func number(behind scalars: inout [Unicode.Scalar]) -> Int? {
        var digits: [Int] = []
        var end = scalars.count
        while end > 0, digits.count < 2, let digit = digit(scalars[end - 1]) {
            digits.insert(digit, at: 0)
            end -= 1
        }
        // A year or the number of a house is not the number of a word.
        guard !digits.isEmpty, end > 0, digit(scalars[end - 1]) == nil else { return nil }
        let isApart = scalars[end - 1] == " "
        guard !isApart else { return nil }
        let number = digits.reduce(0) { $0 * 10 + $1 }
        guard number > 0 else { return nil }
        scalars.removeLast(scalars.count - end)
        return number
    }

    /// The value of a digit, also of one that is raised or lowered.
    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value - 0x30)
        case 0xB9: 1
        case 0xB2, 0xB3: Int(scalar.value - 0xB0)
        case 0x2070, 0x2074...0x2079: Int(scalar.value - 0x2070)
        case 0x2080...0x2089: Int(scalar.value - 0x2080)
        default: nil
        }
    }

    /// Whether `scalar` shows nothing: soft hyphens, zero-width characters, marks of direction.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x80 && scalar.properties.generalCategory == .format
    }

    /// Whether `scalar` is punctuation, a blank, a sign of repetition or of a reconstructed form.
    private static func isNoise(_ scalar: Unicode.Scalar) -> Bool {
        if isLetterLike(scalar) { return false }
        switch scalar.value {
        // ៗ, ໆ, ๆ and the Tai Viet sign for a word said again.
        case 0x17D7, 0xEC6, 0xE46, 0xAADD: return true
        default: break
        }
        if scalar.properties.isWhitespace { return true }
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation,
            .finalPunctuation, .otherPunctuation, .mathSymbol, .otherSymbol, .currencySymbol, .modifierSymbol,
            .control:
            return true
        default: return false
        }
    }

    /// Whether `scalar` is a bracket or a quote.
    private static func isBracket(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "\"" { return true }
        switch scalar.properties.generalCategory {
        case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation:
            return !isLetterLike(scalar)
        default: return false
        }
    }

    /// Whether `scalar` may be a letter at the edge of a word: an apostrophe or a hyphen.
    private static func isLetterLike(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x27, 0x60, 0x2D, 0x2010, 0x2011, 0x2018, 0x2019, 0x201B, 0x2BB, 0x2BC, 0xA78B, 0xA78C: true
        default: false
        }
    }
}
