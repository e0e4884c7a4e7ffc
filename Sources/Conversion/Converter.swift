/// Turns bytes into bytes piece by piece: the input may be cut anywhere.
///
///     var decoder = TextEncoding.viscii.decoder()
///     var text: [UInt8] = []
///     while let piece = try read() { decoder.convert(piece.span, into: &text) }
///     decoder.finish(into: &text)
///     decoder.problems  // what could not be converted, counted
///
/// Text between converters is UTF-8 in NFC. A chain is a list of converters: the decoder of an encoding,
/// repairs, a transform, an encoder. However the input is cut, the bytes that come out are the same.
///
/// After ``finish(into:)`` a converter is at its beginning again, except for its problems.
public protocol Converter {
    /// Takes the next piece of the input and adds what is certain to `output`; what depends on what follows
    /// is held back.
    ///
    /// - Complexity: O(*bytes*); a bounded number of bytes is held back.
    mutating func convert(_ input: Span<UInt8>, into output: inout [UInt8])

    /// The input has ended: adds what was held back.
    mutating func finish(into output: inout [UInt8])

    /// What could not be converted so far: counted by kind, with the offset (bytes of the input) of the first
    /// of each.
    var problems: ConversionProblems { get }
}

extension Converter {
    /// The whole of `input`, converted.
    ///
    ///     var decoder = TextEncoding.viqr.decoder()
    ///     decoder.convertAll(Array("tie^'ng".utf8))  // the bytes of "tiếng" (language)
    public mutating func convertAll(_ input: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(input.count + input.count / 2)
        convert(input.span, into: &output)
        finish(into: &output)
        return output
    }
}
