extension [UInt8] {
    /// Adds the bytes of `span` at the end, all at once.
    ///
    ///     output.append(bytesOf: input.extracting(0..<4))
    ///
    /// - Complexity: O(*bytes of the span*).
    public mutating func append(bytesOf span: Span<UInt8>) {
        unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
