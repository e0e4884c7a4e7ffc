/// Writes letters beyond ASCII as character references of HTML, by their numbers.
struct HTMLEncoder: ScalarEncoder, Sendable {
    private let options: ConversionOptions
    var stream = ScalarStream()
    private(set) var problems = ConversionProblems()

    init(_ options: ConversionOptions) { self.options = options }

    mutating func write(_ item: ScalarStream.Item, at offset: Int, _ output: inout [UInt8]) {
        switch item {
        case .scalar(let scalar) where scalar.isASCII: output.append(UInt8(truncatingIfNeeded: scalar.value))
        // The numbers of these are read as characters of Windows, so they stay.
        case .scalar(let scalar) where scalar.value < 0xA0:
            output += UTF8.encode(scalar).map(Array.init) ?? []
        case .scalar(let scalar): output += Array("&#\(scalar.value);".utf8)
        case .illFormed(let bytes):
            problems.note(.illFormed, at: offset, bytes: bytes)
            output += options.illFormed == .keep ? bytes : [UInt8(ascii: "?")]
        }
    }
}
