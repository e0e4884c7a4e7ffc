/// An encoder that writes each character by itself.
protocol ScalarEncoder: Converter {
    /// The characters of the input.
    var stream: ScalarStream { get set }

    /// Writes what stands at `offset`, counted in bytes from the beginning of the text.
    mutating func write(_ item: ScalarStream.Item, at offset: Int, _ output: inout [UInt8])
}

extension ScalarEncoder {
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
}
