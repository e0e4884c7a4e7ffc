/// Reads letters beyond ASCII that are written as character references of HTML: `ti&#7871;ng`, `&ecirc;`.
///
/// References to characters of ASCII stay, so that a page stays a page: `&lt;`, `&amp;`, `&#39;`. So do names that are not
/// in ``HTMLEntities``. A number that no character has is counted.
struct HTMLDecoder: Converter, Sendable {
    private let options: ConversionOptions
    private var stream = ScalarStream()
    private var composer = UnicodeDecoder(ConversionOptions(illFormed: .keep))
    private var found = ConversionProblems()
    /// What may become a reference, from `&` on, and where that stands.
    private var held: [UInt8] = []
    private var begin = 0

    /// As long as the longest reference that is read, without its `;`.
    private static let longest = 12

    init(_ options: ConversionOptions) { self.options = options }

    var problems: ConversionProblems { found.adding(.tooManyMarks, of: composer.problems) }

    mutating func convert(_ input: Span<UInt8>, into output: inout [UInt8]) {
        var text: [UInt8] = []
        var stream = stream
        stream.read(input) { read($0, at: $1, &text) }
        self.stream = stream
        composer.convert(text.span, into: &output)
    }

    mutating func finish(into output: inout [UInt8]) {
        var text: [UInt8] = []
        var stream = stream
        stream.finish { read($0, at: $1, &text) }
        self.stream = stream
        text += held
        held.removeAll()
        composer.convert(text.span, into: &output)
        composer.finish(into: &output)
    }

    private mutating func read(_ item: ScalarStream.Item, at offset: Int, _ text: inout [UInt8]) {
        switch item {
        case .scalar(let scalar):
            if scalar == "&" {
                text += held
                held = [UInt8(ascii: "&")]
                begin = offset
            } else if held.isEmpty {
                text += UTF8.encode(scalar).map(Array.init) ?? []
            } else if scalar == ";" {
                end(&text)
            } else if HTMLDecoder.isInReference(scalar), held.count < HTMLDecoder.longest {
                held.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                text += held
                held.removeAll(keepingCapacity: true)
                text += UTF8.encode(scalar).map(Array.init) ?? []
            }
        case .illFormed(let bytes):
            text += held
            held.removeAll(keepingCapacity: true)
            found.note(.illFormed, at: offset, bytes: bytes)
            text += options.illFormed == .keep ? bytes : [0xEF, 0xBF, 0xBD]
        }
    }

    /// The reference has ended.
    private mutating func end(_ text: inout [UInt8]) {
        let source = held + [UInt8(ascii: ";")]
        held.removeAll(keepingCapacity: true)
        let name = source[1..<source.count - 1]
        switch HTMLEntities.character(String(decoding: name, as: UTF8.self)) {
        case .character(let scalar) where scalar.value >= 0x80:
            text += UTF8.encode(scalar).map(Array.init) ?? []
        case .none:
            found.note(.undefined, at: begin, String(decoding: source, as: UTF8.self))
            text += options.illFormed == .keep ? source : [0xEF, 0xBF, 0xBD]
        default: text += source
        }
    }

    private static func isInReference(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "#"
            || scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }
}
