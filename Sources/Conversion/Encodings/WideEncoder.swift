/// Writes UTF-16 or UTF-32, without a byte order mark.
struct WideEncoder: Converter, Sendable {
    private let form: WideText
    private(set) var problems = ConversionProblems()
    private var stream = ScalarStream()

    init(_ form: WideText) { self.form = form }

    mutating func convert(_ input: Span<UInt8>, into output: inout [UInt8]) {
        var stream = stream
        stream.read(input) { write($0, at: $1, &output) }
        self.stream = stream
    }

    mutating func finish(into output: inout [UInt8]) {
        var stream = stream
        stream.finish { write($0, at: $1, &output) }
        self.stream = stream
    }

    private mutating func write(_ item: ScalarStream.Item, at offset: Int, _ output: inout [UInt8]) {
        switch item {
        case .scalar(let scalar):
            if form.width == 4 {
                output += form.bytes(scalar.value)
            } else {
                for unit in UTF16.encode(scalar) ?? .init() { output += form.bytes(UInt32(unit)) }
            }
        case .illFormed(let bytes):
            // Single bytes have no place among units, so they are not kept.
            problems.note(.illFormed, at: offset, bytes: bytes)
            output += form.bytes(0xFFFD)
        }
    }
}
