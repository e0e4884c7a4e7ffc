/// Reads UTF-16 or UTF-32.
///
/// A byte order mark at the beginning is left out.
struct WideDecoder: Converter, Sendable {
    private let form: WideText
    private let options: ConversionOptions
    private var composer: UnicodeDecoder
    private var found = ConversionProblems()
    /// The bytes of a unit that has not ended.
    private var held: [UInt8] = []
    /// The first half of a pair, which waits for the second.
    private var high: UInt32?
    private var offset = 0

    init(_ form: WideText, _ options: ConversionOptions) {
        self.form = form
        self.options = options
        composer = UnicodeDecoder(ConversionOptions(illFormed: .keep))
    }

    var problems: ConversionProblems { found.adding(.tooManyMarks, of: composer.problems) }

    mutating func convert(_ input: Span<UInt8>, into output: inout [UInt8]) {
        var text: [UInt8] = []
        for index in input.indices {
            held.append(input[index])
            guard held.count == form.width else { continue }
            read(form.unit(held[...]), &text)
            offset += held.count
            held.removeAll(keepingCapacity: true)
        }
        composer.convert(text.span, into: &output)
    }

    mutating func finish(into output: inout [UInt8]) {
        var text: [UInt8] = []
        breakHigh(&text)
        if !held.isEmpty { note(held, at: offset, &text) }
        composer.convert(text.span, into: &output)
        composer.finish(into: &output)
        held.removeAll()
        offset = 0
    }

    private mutating func read(_ unit: UInt32, _ text: inout [UInt8]) {
        if let first = high {
            if form.width == 2, (0xDC00..<0xE000).contains(unit) {
                high = nil
                return add(0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00), &text)
            }
            breakHigh(&text)
        }
        if form.width == 2, (0xD800..<0xDC00).contains(unit) {
            high = unit
        } else if unit != 0xFEFF || offset > 0 {
            add(unit, &text)
        }
    }

    private mutating func breakHigh(_ text: inout [UInt8]) {
        guard let first = high else { return }
        high = nil
        note(form.bytes(first), at: offset - form.width, &text)
    }

    private mutating func add(_ value: UInt32, _ text: inout [UInt8]) {
        if let scalar = Unicode.Scalar(value) {
            text += UTF8.encode(scalar).map(Array.init) ?? []
        } else {
            note(form.bytes(value), at: offset, &text)
        }
    }

    private mutating func note(_ bytes: [UInt8], at offset: Int, _ text: inout [UInt8]) {
        found.note(.illFormed, at: offset, bytes: bytes)
        text += options.illFormed == .keep ? bytes : [0xEF, 0xBF, 0xBD]
    }
}
