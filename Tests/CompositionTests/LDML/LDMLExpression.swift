/// Text of LDML Keyboard 3.0 cut into its pieces: escapes, markers, variables and, in patterns, signs.
struct LDMLExpression {
    enum Piece: Equatable {
        case character(Unicode.Scalar)
        /// `\m{name}`; nil for `\m{.}`.
        case marker(String?)
        case string(String)
        case set(String)
        case mapped(Int, String)
        case capture(Int)
        /// `[…]` as written.
        case characterClass(String)
        case any
        case start
        case open(captures: Bool)
        case close
        case bar
        case times(Int, Int)
    }

    private(set) var pieces: [Piece] = []
    private let scalars: [Unicode.Scalar]
    private var index = 0

    enum Kind { case pattern, replacement, text }

    init(_ text: String, _ kind: Kind) {
        scalars = Array(text.unicodeScalars)
        while index < scalars.count { read(kind) }
    }

    private mutating func read(_ kind: Kind) {
        let scalar = scalars[index]
        index += 1
        switch scalar {
        case "\\": escape()
        case "$" where next == "{":
            pieces.append(.string(braced("}")))
        case "$" where next == "[" && kind != .text:
            let inner = braced("]")
            let parts = inner.split(separator: ":")
            if parts.count == 2, let number = Int(parts[0]) {
                pieces.append(.mapped(number, String(parts[1])))
            } else {
                pieces.append(.set(inner))
            }
        case "$" where kind == .replacement && next == "$":
            index += 1
            pieces.append(.character("$"))
        case "$" where kind == .replacement && next.map { ("0"..."9").contains($0) } == true:
            pieces.append(.capture(Int(scalars[index].value - 0x30)))
            index += 1
        case "[" where kind == .pattern: characterClass()
        case "(" where kind == .pattern:
            if next == "?", index + 1 < scalars.count, scalars[index + 1] == ":" {
                index += 2
                pieces.append(.open(captures: false))
            } else {
                pieces.append(.open(captures: true))
            }
        case ")" where kind == .pattern: pieces.append(.close)
        case "|" where kind == .pattern: pieces.append(.bar)
        case "." where kind == .pattern: pieces.append(.any)
        case "?" where kind == .pattern: pieces.append(.times(0, 1))
        case "^" where kind == .pattern && index == 1: pieces.append(.start)
        case "{" where kind == .pattern:
            index -= 1
            let parts = braced("}").split(separator: ",").compactMap { Int($0) }
            if parts.count == 2 { pieces.append(.times(parts[0], parts[1])) }
        default: pieces.append(.character(scalar))
        }
    }

    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    /// What stands between the sign at the current place and `end`.
    private mutating func braced(_ end: Unicode.Scalar) -> String {
        var text = String.UnicodeScalarView()
        index += 1
        while index < scalars.count, scalars[index] != end {
            text.append(scalars[index])
            index += 1
        }
        index += 1
        return String(text)
    }

    private mutating func escape() {
        guard let kind = next else { return }
        if kind == "u", index + 1 < scalars.count, scalars[index + 1] == "{" {
            index += 1
            for code in braced("}").split(separator: " ") {
                if let value = UInt32(code, radix: 16), let scalar = Unicode.Scalar(value) {
                    pieces.append(.character(scalar))
                }
            }
        } else if kind == "u" {
            // The tests of Keyman write four digits, and two such numbers beyond U+FFFF.
            func number(at start: Int) -> UInt32? {
                guard start + 1 < scalars.count, scalars[start] == "u" else { return nil }
                return UInt32(String(String.UnicodeScalarView(scalars[(start + 1)...].prefix(4))), radix: 16)
            }
            guard var value = number(at: index) else { return }
            index += 5
            if (0xD800..<0xDC00).contains(value), let low = number(at: index + 1) {
                value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00)
                index += 6
            }
            if let scalar = Unicode.Scalar(value) { pieces.append(.character(scalar)) }
        } else if kind == "m", index + 1 < scalars.count, scalars[index + 1] == "{" {
            index += 1
            let name = braced("}")
            pieces.append(.marker(name == "." ? nil : name))
        } else {
            index += 1
            pieces.append(.character(kind))
        }
    }

    private mutating func characterClass() {
        var text = String.UnicodeScalarView()
        while index < scalars.count, scalars[index] != "]" {
            if scalars[index] == "\\", index + 1 < scalars.count {
                text.append(scalars[index])
                index += 1
            }
            text.append(scalars[index])
            index += 1
        }
        index += 1
        pieces.append(.characterClass(String(text)))
    }

    /// The text alone, without markers, with strings put in.
    func text(_ strings: [String: String]) -> String {
        var result = String.UnicodeScalarView()
        for piece in pieces {
            switch piece {
            case .character(let scalar): result.append(scalar)
            case .string(let name):
                result += LDMLExpression(strings[name] ?? "", .text).text(strings).unicodeScalars
            default: break
            }
        }
        return String(result)
    }
}

/// A set of characters in the notation of Unicode sets, as far as the keyboards use it.
struct LDMLUnicodeSet {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private let named: [String: Set<UInt32>]

    /// Reads `[[A-Z]-$[name]]` and the like.
    static func read(_ text: String, _ named: [String: Set<UInt32>]) -> Set<UInt32> {
        var reader = LDMLUnicodeSet(scalars: Array(text.unicodeScalars), named: named)
        return reader.set()
    }

    private init(scalars: [Unicode.Scalar], named: [String: Set<UInt32>]) {
        self.scalars = scalars
        self.named = named
    }

    private mutating func set() -> Set<UInt32> {
        var result: Set<UInt32> = []
        var removes = false
        if index < scalars.count, scalars[index] == "[" { index += 1 }
        while index < scalars.count, scalars[index] != "]" {
            var part: Set<UInt32> = []
            if scalars[index] == "[" {
                part = set()
            } else if scalars[index] == "$", index + 1 < scalars.count, scalars[index + 1] == "[" {
                let end = scalars[index...].firstIndex(of: "]") ?? scalars.count - 1
                part = named[String(String.UnicodeScalarView(scalars[(index + 2)..<end]))] ?? []
                index = end + 1
            } else if scalars[index] == "-" {
                removes = true
                index += 1
                continue
            } else if let low = character() {
                part = [low]
                if index + 1 < scalars.count, scalars[index] == "-", scalars[index + 1] != "[",
                    scalars[index + 1] != "$"
                {
                    index += 1
                    if let high = character(), high >= low { part = Set(low...high) }
                }
            }
            if removes { result.subtract(part) } else { result.formUnion(part) }
            removes = false
        }
        index += 1
        return result
    }

    private mutating func character() -> UInt32? {
        let scalar = scalars[index]
        index += 1
        guard scalar == "\\", index < scalars.count else { return scalar.value }
        if scalars[index] == "u", index + 1 < scalars.count, scalars[index + 1] == "{" {
            let end = scalars[index...].firstIndex(of: "}") ?? scalars.count - 1
            let digits = String(String.UnicodeScalarView(scalars[(index + 2)..<end]))
            index = end + 1
            return UInt32(digits, radix: 16)
        }
        index += 1
        return scalars[index - 1].value
    }
}
