/// Writes UTF-16 or UTF-32, without a byte order mark.
struct WideEncoder: ScalarEncoder, Sendable {
    private let form: WideText
    private(set) var problems = ConversionProblems()
    var stream = ScalarStream()

    init(_ form: WideText) { self.form = form }

    mutating func write(_ item: ScalarStream.Item, at offset: Int, _ output: inout [UInt8]) {
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
