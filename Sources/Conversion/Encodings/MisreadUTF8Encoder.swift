/// Writes what a program shows that reads UTF-8 as Windows code page 1252.
struct MisreadUTF8Encoder: ScalarEncoder, Sendable {
    private let times: Int
    private let options: ConversionOptions
    var stream = ScalarStream()
    private(set) var problems = ConversionProblems()

    /// - Parameter times: How often it reads so.
    init(times: Int, _ options: ConversionOptions) {
        self.times = times
        self.options = options
    }

    mutating func write(_ item: ScalarStream.Item, at offset: Int, _ output: inout [UInt8]) {
        switch item {
        case .scalar(let scalar):
            var bytes = UTF8.encode(scalar).map(Array.init) ?? []
            for _ in 0..<times { bytes = bytes.flatMap { Windows1252.texts[Int($0)].bytes } }
            output += bytes
        case .illFormed(let bytes):
            problems.note(.illFormed, at: offset, bytes: bytes)
            output += options.illFormed == .keep ? bytes : [UInt8(ascii: "?")]
        }
    }
}
