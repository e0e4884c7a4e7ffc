import CICU

/// Reads transform rules before ICU does, as ICU reads them, and refuses those that ICU cannot be given.
///
/// ICU compiles most mistakes to an error of its own. Some it finds only when a rule is half made, and then frees what
/// was never set; others make a part of a rule that contains itself, or text that doubles with each variable. These are
/// refused here:
///
/// - a reference such as `$2` to parentheses that the input of the rule does not have, or in the input itself;
/// - parentheses and references in the value of a variable, where they would be those of another rule;
/// - a context mark that a quantifier after it takes away, as in `'abc' { + > d;`, and a cursor beside a context on
///   the right of `<>`;
/// - the statement `use`, which gives characters a meaning in the rules that were read before it;
/// - characters of U+F000…F8FF, which ICU takes for the sets and parentheses of the rules;
/// - rules that are too large, too many or too deep in one another.
struct RuleReading {
    /// The value of a variable.
    private struct Value {
        /// In UTF-16 units, a set or the like being one.
        var length = 0
        /// How much it stands for, in UTF-16 units.
        var size = 0
        var nesting = 0
        /// Whether it can stand in a set: it has no character that means something there.
        var isPlain = true
    }

    /// One side of a rule.
    private struct Side {
        var value = Value()
        /// Where the marks `{`, `}` and `|` stand in the text of the side.
        var before: Int?
        var after: Int?
        var cursor: Int?
        /// Where the last mark ends in the rules, with the white space behind it.
        var markEnd: Int?
        var parentheses = 0
        /// The highest number of a reference.
        var reference = 0
        var isAnchored = false
        /// The name of a variable that is defined by this rule, if it is a definition.
        var newName: [UInt16]?

        /// Where the marks `{` and `}` end and begin in the rules.
        var keyStart: Int?
        var keyEnd: Int?
        /// Whether `@` moves the cursor out of the text.
        var hasOffset = false

        /// How long the part between the marks is.
        var keyLength: Int { (after ?? value.length) - (before ?? 0) }

        /// Whether the rules go on in the midst of what is written, and see a part of it again.
        var isSeenAgain: Bool { hasOffset || (cursor ?? value.length) < value.length }

        /// Whether a quantifier took away text that a mark stood behind.
        var isTorn: Bool { [before, after, cursor].contains { ($0 ?? 0) > value.length } }
    }

    /// What is being read: the side of a rule itself, parentheses, or what a function is given.
    private enum Place { case top, parentheses, function }

    /// A rule as it is written.
    struct Rule {
        /// Its two sides, in UTF-16 units; the left one begins the rule.
        var left: Range<Int>
        var right: Range<Int>
        /// How many statements with `::` stand before it.
        var pass: Int
        /// Whether it defines a variable, by its name.
        var name: [UInt16]?
        /// Whether the rules may see again what it writes, or it may match nothing.
        var mayBeEndless = false
    }

    let units: [UInt16]
    /// All that were read, in order.
    private(set) var rules: [Rule] = []
    private var passes = 0
    private var index = 0
    /// Where the rule begins.
    private var start = 0
    private var variables: [[UInt16]: Value] = [:]
    private var size = 0

    /// Reads all the rules.
    ///
    /// - Throws: ``TransliterationRuleError`` at the first that ICU must not be given, or would not take.
    /// - Complexity: O(*n*) for *n* units.
    static func read(_ units: [UInt16]) throws(TransliterationRuleError) -> RuleReading {
        var reading = RuleReading(units)
        try reading.readAll()
        return reading
    }

    private init(_ units: [UInt16]) { self.units = units }

    private func error(_ name: String, at offset: Int? = nil) -> TransliterationRuleError {
        TransliterationRuleError(name: name, offset: offset ?? start)
    }

    // MARK: Rules

    private mutating func readAll() throws(TransliterationRuleError) {
        var count = 0
        while let unit = peek() {
            if isSpace(unit) || unit == 0x3B {
                index += 1
            } else if unit == 0x23 {
                // A comment, to the end of its line.
                while let unit = peek(), unit != 0x0A { index += 1 }
            } else {
                start = index
                count += 1
                if count > Transliterator.ruleLimit { throw error("CHU_TOO_MANY_RULES") }
                if unit == 0x3A, peek(1) == 0x3A {
                    passes += 1
                    if passes > Transliterator.passLimit { throw error("CHU_TOO_MANY_PASSES") }
                    try readStatement()
                } else {
                    if isUse() { throw error("U_MALFORMED_PRAGMA") }
                    try readRule()
                }
                if size > Transliterator.sizeLimit { throw error("CHU_RULES_TOO_LARGE") }
            }
        }
    }

    /// Whether `use` and white space are next.
    private func isUse() -> Bool {
        for (offset, letter) in [0x75, 0x73, 0x65].enumerated() {
            guard let unit = peek(offset), unit | 0x20 == letter else { return false }
        }
        return peek(3).map(isSpace) ?? false
    }

    /// `:: [filter] Name ([filter] Name);`, with any of it left out.
    private mutating func readStatement() throws(TransliterationRuleError) {
        index += 2
        let hasName = try readIdentifier()
        if peek() == 0x28, hasName {
            index += 1
            _ = try readIdentifier()
            guard peek() == 0x29 else { throw error("U_INVALID_ID") }
            index += 1
            skipSpaces()
        }
        guard peek() == 0x3B else { throw error("U_INVALID_ID") }
        index += 1
    }

    /// `[filter] Name`, such as `[:L:] Latin-ASCII`, and the white space around it; either may be left out.
    ///
    /// - Returns: Whether there is more than a filter, or nothing.
    private mutating func readIdentifier() throws(TransliterationRuleError) -> Bool {
        let begin = index
        skipSpaces()
        if isSet() {
            _ = try readSet(hasVariables: false)
            skipSpaces()
        }
        let name = index
        while let unit = peek(), isLetter(unit) {
            while let unit = peek(), isLetter(unit) || isDigit(unit) || unit == 0x5F { index += 1 }
            guard let mark = peek(), mark == 0x2D || mark == 0x2F, let next = peek(1), isLetter(next) else {
                break
            }
            index += 1
        }
        let hasName = index > name
        skipSpaces()
        return hasName || name == begin
    }

    private mutating func readRule() throws(TransliterationRuleError) {
        let left = try readSide(canDefine: true)
        guard let sign = peek(), sign != 0x3B else { throw error("U_MISSING_OPERATOR") }
        let leftRange = start..<index
        index += 1
        let isBoth = sign == 0x2194 || (sign == 0x3C && peek() == 0x3E)
        if isBoth, sign == 0x3C { index += 1 }
        let rightStart = index
        let right = try readSide(canDefine: false)
        var rule = Rule(left: leftRange, right: rightStart..<index, pass: passes)
        defer { rules.append(rule) }
        guard peek() == nil || peek() == 0x3B else { throw error("U_UNQUOTED_SPECIAL") }
        size += left.value.size + right.value.size
        if sign == 0x3D {
            guard let name = left.newName else { throw error("U_BAD_VARIABLE_DEFINITION") }
            guard left.value.length == 1, right.parentheses == 0, right.reference == 0 else {
                throw error("U_MALFORMED_VARIABLE_DEFINITION")
            }
            variables[name] = right.value
            rule.name = name
            return
        }
        if left.newName != nil { throw error("U_UNDEFINED_VARIABLE") }
        let isBackward = sign == 0x3C && !isBoth || sign == 0x2190
        let (input, output) = isBackward ? (right, left) : (left, right)
        guard input.reference == 0, output.reference <= input.parentheses else {
            throw error("U_UNDEFINED_SEGMENT_REFERENCE")
        }
        let hasContext = output.before != nil || output.after != nil
        let inputRange = isBackward ? rule.right : leftRange
        let start = input.keyStart ?? inputRange.lowerBound
        let key = start..<max(start, input.keyEnd ?? inputRange.upperBound)
        let mayBeEmpty = input.keyLength <= 0 || units[key].contains { $0 == 0x2A || $0 == 0x3F }
        rule.mayBeEndless = !isBackward && (output.isSeenAgain || mayBeEmpty)
        if left.isTorn || right.isTorn || output.cursor != nil && hasContext {
            throw error("U_MALFORMED_RULE")
        }
    }

    // MARK: A side of a rule

    private mutating func readSide(canDefine: Bool) throws(TransliterationRuleError) -> Side {
        var side = Side()
        try readSection(.top, of: &side, depth: 0, canDefine: canDefine)
        return side
    }

    /// Reads up to an operator or a semicolon; in parentheses, to the closing one.
    private mutating func readSection(
        _ place: Place, of side: inout Side, depth: Int, canDefine: Bool
    ) throws(TransliterationRuleError) {
        let begin = index
        let first = side.value.length
        // Where the text last quoted lies in that of the side, the last variable, and what was last read.
        var quoted = -1..<(-1)
        var variable = quoted
        var last = quoted
        var nesting = 0
        while let unit = peek() {
            if isSpace(unit) {
                index += 1
                continue
            }
            if isEnd(unit) {
                if place != .top { throw error("U_UNCLOSED_SEGMENT") }
                return
            }
            if side.isAnchored { throw error("U_MALFORMED_VARIABLE_REFERENCE", at: begin) }
            let from = side.value.length
            var inner = 0
            switch unit {
            case _ where isSet():
                let set = try readSet(hasVariables: true)
                side.value.size += set
                side.value.length += 1
            case 0x5C:
                try add(readEscape(), to: &side)
            case 0x27:
                if let range = try readQuote(into: &side, at: begin) { quoted = range }
            case 0x28, 0x26, 0x2206:
                if place == .function, unit == 0x28 { throw error("U_ILLEGAL_CHARACTER", at: begin) }
                if depth == Transliterator.depthLimit { throw error("CHU_TOO_DEEP") }
                index += 1
                if unit == 0x28 { side.parentheses += 1 } else { try readFunction() }
                let outer = side.value.nesting
                side.value.nesting = 0
                try readSection(
                    unit == 0x28 ? .parentheses : .function, of: &side, depth: depth + 1, canDefine: false)
                inner = side.value.nesting + 1
                side.value.nesting = outer
                side.value.length = from + 1
                side.value.size += 1
            case 0x29:
                if place == .top { throw error("U_MISMATCHED_SEGMENT_DELIMITERS", at: begin) }
                index += 1
                return
            case 0x24:
                index += 1
                inner = try readDollar(into: &side, place, canDefine: canDefine, variable: &variable)
            case 0x2A, 0x2B, 0x3F:
                // Behind a mark, ICU would repeat what stands before the mark.
                if side.markEnd == index { throw error("U_MALFORMED_RULE", at: begin) }
                if place == .function || place == .parentheses && side.value.length == first {
                    throw error("U_MISPLACED_QUANTIFIER", at: begin)
                }
                index += 1
                let taken =
                    quoted.upperBound == from
                    ? quoted : variable.upperBound == from ? variable : (from - 1)..<from
                inner = (taken == last || taken.count == 1 ? nesting : side.value.nesting) + 1
                side.value.length = max(taken.lowerBound, 0) + 1
                side.value.size += 1
            case 0x7B, 0x7D, 0x7C, 0x40:
                if place != .top { throw error("U_ILLEGAL_CHARACTER", at: begin) }
                index += 1
                try mark(unit, in: &side, at: begin)
                if unit == 0x7B { side.keyStart = index } else if unit == 0x7D { side.keyEnd = index - 1 }
                skipSpaces()
                side.markEnd = index
            case 0x5E:
                index += 1
                if place == .function || from > 0 { throw error("U_MISPLACED_ANCHOR_START", at: begin) }
            case 0x2E:
                index += 1
                if place == .function { throw error("U_ILLEGAL_CHARACTER", at: begin) }
                side.value.length += 1
                side.value.size += 1
            default:
                if unit == 0 || unit < 0x7F && unit > 0x20 && !isLetter(unit) && !isDigit(unit) {
                    throw error("U_UNQUOTED_SPECIAL", at: begin)
                }
                index += 1
                try add(UInt32(unit), to: &side)
            }
            if side.value.length != from || inner > 0 {
                last = min(from, side.value.length)..<side.value.length
                nesting = inner
            }
            side.value.nesting = max(side.value.nesting, inner)
            if side.value.nesting > Transliterator.nestingLimit { throw error("CHU_TOO_DEEP") }
            if side.value.size > Transliterator.sizeLimit { throw error("CHU_RULES_TOO_LARGE") }
        }
        if place != .top { throw error("U_UNCLOSED_SEGMENT") }
    }

    /// Keeps where a mark stands; each can stand once.
    private func mark(_ unit: UInt16, in side: inout Side, at begin: Int) throws(TransliterationRuleError) {
        let place = side.value.length
        switch unit {
        case 0x7B:
            if side.before != nil { throw error("U_MULTIPLE_ANTE_CONTEXTS", at: begin) }
            side.before = place
        case 0x7D:
            if side.after != nil { throw error("U_MULTIPLE_POST_CONTEXTS", at: begin) }
            side.after = place
        case 0x7C:
            if side.cursor != nil { throw error("U_MULTIPLE_CURSORS", at: begin) }
            side.cursor = place
        case 0x40: side.hasOffset = true
        default: break
        }
    }

    /// Adds a character that stands for itself.
    private func add(_ scalar: UInt32, to side: inout Side) throws(TransliterationRuleError) {
        if isReserved(scalar) { throw error("U_VARIABLE_RANGE_OVERLAP") }
        let length = scalar > 0xFFFF ? 2 : 1
        side.value.length += length
        side.value.size += length
        let isLetterOrDigit = UInt16(exactly: scalar).map { isLetter($0) || isDigit($0) } ?? false
        if scalar < 0x80, !isLetterOrDigit { side.value.isPlain = false }
    }

    /// Text between quotation marks; two of them are one that stands for itself.
    ///
    /// - Returns: Where it lies in the text of the side; nil of two marks alone.
    private mutating func readQuote(
        into side: inout Side, at begin: Int
    ) throws(TransliterationRuleError) -> Range<Int>? {
        let from = side.value.length
        index += 1
        if peek() == 0x27 {
            index += 1
            try add(0x27, to: &side)
            return nil
        }
        while let unit = peek() {
            index += 1
            if unit == 0x27 {
                guard peek() == 0x27 else { return from..<side.value.length }
                index += 1
            }
            try add(UInt32(unit), to: &side)
        }
        throw error("U_UNTERMINATED_QUOTE", at: begin)
    }

    /// `[filter] Name(`, behind the sign of a function.
    private mutating func readFunction() throws(TransliterationRuleError) {
        guard try readIdentifier(), peek() == 0x28 else { throw error("U_INVALID_FUNCTION") }
        index += 1
    }

    /// What stands behind `$`: a reference, the name of a variable, or nothing, which is the end of the text.
    ///
    /// - Returns: How deep things are in one another in the variable.
    private mutating func readDollar(
        into side: inout Side, _ place: Place, canDefine: Bool, variable: inout Range<Int>
    ) throws(TransliterationRuleError) -> Int {
        if let unit = peek(), isDecimal(unit), unit != 0x30 {
            var number = 0
            while let unit = peek(), isDecimal(unit) {
                guard isDigit(unit), number < 1_000 else { throw error("U_UNDEFINED_SEGMENT_REFERENCE") }
                number = number * 10 + Int(unit - 0x30)
                index += 1
            }
            if place == .parentheses { throw error("U_UNDEFINED_SEGMENT_REFERENCE") }
            side.reference = max(side.reference, number)
            side.value.length += 1
            side.value.size += 1
            return 0
        }
        guard let name = readName() else {
            side.isAnchored = true
            return 0
        }
        let from = side.value.length
        if let value = variables[name] {
            side.value.length += value.length
            side.value.size += value.size
            if !value.isPlain { side.value.isPlain = false }
            variable = from..<side.value.length
            return value.nesting
        }
        guard canDefine, side.newName == nil else { throw error("U_UNDEFINED_VARIABLE") }
        side.newName = name
        side.value.length += 1
        return 0
    }

    // MARK: Sets

    /// Whether a set is next: `[…]`, `\p{…}`, `\P{…}` or `\N{…}`.
    private func isSet() -> Bool { peek() == 0x5B || isProperty() }

    private func isProperty() -> Bool {
        guard peek() == 0x5C, let letter = peek(1) else { return false }
        return letter == 0x70 || letter == 0x50 || letter == 0x4E
    }

    /// Reads a set with those in it.
    ///
    /// - Returns: How much it stands for, in UTF-16 units; ICU keeps it as text, the sets of its variables written out.
    private mutating func readSet(hasVariables: Bool) throws(TransliterationRuleError) -> Int {
        let begin = index
        var open = 0
        var isText = false
        var written = 0
        repeat {
            guard let unit = peek() else { throw error("U_MALFORMED_SET") }
            if isProperty() || unit == 0x5B && peek(1) == 0x3A && !isText {
                try readProperty()
                continue
            }
            switch unit {
            case 0x5C:
                if try isReserved(readEscape()) { throw error("U_VARIABLE_RANGE_OVERLAP") }
                continue
            case 0x24:
                index += 1
                guard let name = readName() else { continue }
                guard hasVariables, let value = variables[name] else { throw error("U_UNDEFINED_VARIABLE") }
                guard value.isPlain else { throw error("U_MALFORMED_SET") }
                written += value.size
                continue
            case 0x7B: isText = true
            case 0x7D: isText = false
            case 0x5B where !isText: open += 1
            case 0x5D where !isText: open -= 1
            default: if isReserved(UInt32(unit)) { throw error("U_VARIABLE_RANGE_OVERLAP") }
            }
            index += 1
        } while open > 0
        let size = 2 * (index - begin) + written
        if size > Transliterator.sizeLimit { throw error("CHU_RULES_TOO_LARGE") }
        return size
    }

    /// `[:L:]`, `\p{L}` or `\N{BLANK}`: ICU looks for the end of it in all that follows.
    private mutating func readProperty() throws(TransliterationRuleError) {
        let isBracket = peek() == 0x5B
        index += 2
        if !isBracket {
            skipSpaces()
            guard peek() == 0x7B else { throw error("U_MALFORMED_SET") }
            index += 1
        }
        while let unit = peek() {
            index += 1
            if isBracket, unit == 0x3A, peek() == 0x5D {
                index += 1
                return
            }
            if !isBracket, unit == 0x7D { return }
            let isSign = [0x20, 0x2D, 0x2E, 0x3D, 0x5E, 0x5F].contains(unit)
            guard isLetter(unit) || isDigit(unit) || isSign else { break }
        }
        throw error("U_MALFORMED_SET")
    }

    // MARK: Characters

    /// Reads a backslash and what it makes of the characters after it.
    private mutating func readEscape() throws(TransliterationRuleError) -> UInt32 {
        index += 1
        guard let unit = peek() else { throw error("U_TRAILING_BACKSLASH") }
        index += 1
        switch unit {
        case 0x75: return try readDigits(4...4, base: 16)
        case 0x55: return try readDigits(8...8, base: 16)
        case 0x78 where peek() == 0x7B:
            index += 1
            let value = try readDigits(1...8, base: 16)
            guard peek() == 0x7D else { throw error("U_MALFORMED_UNICODE_ESCAPE") }
            index += 1
            return value
        case 0x78: return try readDigits(1...2, base: 16)
        case 0x30...0x37:
            index -= 1
            return try readDigits(1...3, base: 8)
        // A control character, for which rules have no use.
        case 0x63: throw error("U_MALFORMED_UNICODE_ESCAPE")
        case 0xD800...0xDBFF:
            guard let low = peek(), 0xDC00...0xDFFF ~= low else { return UInt32(unit) }
            index += 1
            return 0x10000 + (UInt32(unit) - 0xD800) << 10 + UInt32(low) - 0xDC00
        default: return UInt32(unit)
        }
    }

    private mutating func readDigits(
        _ count: ClosedRange<Int>, base: UInt32
    ) throws(TransliterationRuleError) -> UInt32 {
        var value: UInt32 = 0
        var read = 0
        while read < count.upperBound, let unit = peek(),
            let digit = Unicode.Scalar(unit).flatMap({ Character($0).hexDigitValue }), unit < 0x80,
            digit < base
        {
            value = value << (base == 16 ? 4 : 3) | UInt32(digit)
            read += 1
            index += 1
        }
        // ICU would join half a pair with what follows it.
        guard count.contains(read), Unicode.Scalar(value) != nil else {
            throw error("U_MALFORMED_UNICODE_ESCAPE")
        }
        return value
    }

    /// The name of a variable that is next; nil when there is none.
    private mutating func readName() -> [UInt16]? {
        guard let unit = peek(), chu_icu_identifier(Int32(unit)) & 1 != 0 else { return nil }
        let begin = index
        while let unit = peek(), chu_icu_identifier(Int32(unit)) & 2 != 0 { index += 1 }
        return index > begin ? Array(units[begin..<index]) : nil
    }

    private func peek(_ offset: Int = 0) -> UInt16? {
        index + offset < units.count ? units[index + offset] : nil
    }

    private mutating func skipSpaces() {
        while let unit = peek(), isSpace(unit) { index += 1 }
    }

    /// Unicode's pattern white space.
    private func isSpace(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x09...0x0D, 0x20, 0x85, 0x200E, 0x200F, 0x2028, 0x2029: true
        default: false
        }
    }

    /// Whether a side of a rule ends here.
    private func isEnd(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x3B, 0x3C, 0x3D, 0x3E, 0x2190, 0x2192, 0x2194: true
        default: false
        }
    }

    private func isLetter(_ unit: UInt16) -> Bool { 0x61...0x7A ~= unit | 0x20 }

    private func isDigit(_ unit: UInt16) -> Bool { 0x30...0x39 ~= unit }

    /// Whether it is a digit of any script.
    private func isDecimal(_ unit: UInt16) -> Bool {
        Unicode.Scalar(unit)?.properties.numericType == .decimal
    }

    /// Whether ICU has the character stand for a part of the rules.
    private func isReserved(_ scalar: UInt32) -> Bool { 0xF000...0xF8FF ~= scalar }
}
