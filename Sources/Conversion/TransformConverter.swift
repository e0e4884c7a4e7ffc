import ICU

/// Applies a transform to UTF-8 that comes in pieces.
///
///     var converter = TransformConverter(transform)
///     converter.convert(piece, into: &output)
///     converter.finish(into: &output)
///
/// Text is transformed line by line: to the rules, a line begins and ends as a text does, and its end stays as it is.
/// What comes of a text is the same however it is cut into pieces. A line of more than ``longestLine`` bytes is cut
/// behind white space; where there is none, at a place where no combining mark follows.
public struct TransformConverter {
    /// How many bytes of a line are held back at most.
    public static let longestLine = 1 << 16

    private let rules: Transliterator
    private let limit: Int
    /// The line so far.
    private var line: [UInt8] = []

    /// Converts by the rules of `transform`.
    public init(_ transform: Transform) { self.init(transform, longestLine: TransformConverter.longestLine) }

    /// The same with lines cut sooner.
    init(_ transform: Transform, longestLine: Int) {
        rules = transform.rules
        limit = max(longestLine, 16)
    }

    /// Takes the next piece of the text, and adds the lines it ends to `output`.
    ///
    /// - Complexity: O(*n*) for most rules.
    public mutating func convert(_ input: Span<UInt8>, into output: inout [UInt8]) {
        for index in input.indices {
            let byte = input[index]
            guard byte == 0x0A else {
                line.append(byte)
                if line.count >= limit { cut(into: &output) }
                continue
            }
            let hasReturn = line.last == 0x0D
            if hasReturn { line.removeLast() }
            emit(line.count, into: &output)
            if hasReturn { output.append(0x0D) }
            output.append(0x0A)
        }
    }

    /// The text has ended: adds what was held back.
    public mutating func finish(into output: inout [UInt8]) { emit(line.count, into: &output) }

    /// Transforms the first `count` bytes of the line, and takes them away.
    private mutating func emit(_ count: Int, into output: inout [UInt8]) {
        guard count > 0 else { return }
        let text = String(decoding: line.prefix(count), as: UTF8.self)
        // Where ICU finds no memory the text is kept as it is.
        output.append(contentsOf: (rules.transliterate(text) ?? text).normalized(.nfc).utf8)
        line.removeFirst(count)
    }

    /// Transforms what stands before the best place to cut a line that is too long.
    private mutating func cut(into output: inout [UInt8]) {
        // In the second half, so that each cut leaves less to look at.
        let half = line.count / 2
        if let space = (half..<line.count).last(where: { isSpace(at: $0) }) {
            emit(space + 1, into: &output)
            return
        }
        for index in stride(from: line.count - 4, to: half, by: -1) where line[index] & 0xC0 != 0x80 {
            let scalar = String(decoding: line[index..<min(index + 4, line.count)], as: UTF8.self)
                .unicodeScalars
                .first
            guard let scalar, !scalar.properties.isGraphemeExtend else { continue }
            emit(index, into: &output)
            return
        }
        emit(line.count, into: &output)
    }

    /// Whether the byte at `index` ends a white space: blank, tab or U+200B ZERO WIDTH SPACE.
    private func isSpace(at index: Int) -> Bool {
        switch line[index] {
        case 0x20, 0x09: true
        case 0x8B: index >= 2 && line[index - 1] == 0x80 && line[index - 2] == 0xE2
        default: false
        }
    }
}
