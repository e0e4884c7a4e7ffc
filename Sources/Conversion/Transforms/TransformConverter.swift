import ICU

/// Applies a transform to UTF-8 that comes in pieces.
///
///     var converter = TransformConverter(transform)
///     converter.convert(piece, into: &output)
///     converter.finish(into: &output)
///
/// Text is transformed line by line: to the rules, a line begins and ends as a text does, and its end stays as it is.
/// What comes of a text is the same however it is cut into pieces. A line of more than ``longestLine`` bytes is cut
/// behind white space; where there is none, at a place where no combining mark follows. Bytes that are not UTF-8 are
/// counted and stay as they are; the rules see the text before and after them as two.
///
/// The code points U+FDD0…U+FDEF, which are no characters, belong to the rules: those of a text stay as they are and
/// part it. A rule that writes U+FDD0 in a word marks the word as one that no rule can decide; it is removed, and the
/// word is counted as ``ConversionProblems/Kind/doubtful``.
public struct TransformConverter: Converter {
    /// How many bytes of a line are held back at most.
    public static let longestLine = 1 << 16

    private let rules: Transliterator
    private let limit: Int
    /// The line so far.
    private var line: [UInt8] = []
    /// Where it begins, in bytes of the input.
    private var start = 0
    /// Bytes that were no UTF-8, and text of which the rules make far too much; both stay as they were.
    public private(set) var problems = ConversionProblems()

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
            start += hasReturn ? 2 : 1
        }
    }

    /// The text has ended: adds what was held back.
    public mutating func finish(into output: inout [UInt8]) {
        emit(line.count, into: &output)
        start = 0
    }

    /// Transforms the first `count` bytes of the line, and removes them.
    private mutating func emit(_ count: Int, into output: inout [UInt8]) {
        guard count > 0 else { return }
        if let text = String(validating: line[..<count], as: UTF8.self) {
            add(text, at: start, into: &output)
        } else {
            emitBroken(count, into: &output)
        }
        line.removeFirst(count)
        start += count
    }

    /// The same where some bytes are not UTF-8.
    private mutating func emitBroken(_ count: Int, into output: inout [UInt8]) {
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = line[..<count].makeIterator()
        var offset = 0
        var text: [UInt8] = []
        while offset < count {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let scalar):
                text += line[offset..<min(offset + scalar.count, count)]
                offset += scalar.count
            case .error(let length):
                let broken = line[offset..<min(offset + max(length, 1), count)]
                add(String(decoding: text, as: UTF8.self), at: start + offset - text.count, into: &output)
                text = []
                problems.note(.illFormed, at: start + offset, bytes: broken.prefix(1))
                output += broken
                offset += broken.count
            case .emptyInput: offset = count
            }
        }
        add(String(decoding: text, as: UTF8.self), at: start + count - text.count, into: &output)
    }

    /// Adds `text` transformed, without the signs that belong to the rules.
    private mutating func add(_ text: String, at offset: Int, into output: inout [UInt8]) {
        let bytes = Array(text.utf8)
        var start = 0
        while let sign = TransformConverter.sign(in: bytes, from: start) {
            transform(bytes[start..<sign], at: offset + start, into: &output)
            output += bytes[sign..<sign + 3]
            start = sign + 3
        }
        transform(bytes[start...], at: offset + start, into: &output)
    }

    /// The first of U+FDD0…U+FDEF from the byte `start` on: EF B7 and 90 to AF.
    private static func sign(in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count > 2 else { return nil }
        return (start..<max(start, bytes.count - 2)).first {
            bytes[$0] == 0xEF && bytes[$0 + 1] == 0xB7 && 0x90...0xAF ~= bytes[$0 + 2]
        }
    }

    /// Adds `text` transformed; where the rules make far too much of it, as it is.
    private mutating func transform(_ text: ArraySlice<UInt8>, at offset: Int, into output: inout [UInt8]) {
        guard !text.isEmpty else { return }
        guard let result = rules.transliterate(String(decoding: text, as: UTF8.self)) else {
            problems.note(.overgrown, at: offset)
            output += text
            return
        }
        let mark = TransformConverter.mark
        guard result.utf8.contains(0xEF), result.unicodeScalars.contains(where: { $0.value == mark }) else {
            output += result.normalized(.nfc).utf8
            return
        }
        var plain = String.UnicodeScalarView()
        // How many words were begun before each mark.
        var words = 0
        var marked: [Int] = []
        var isInWord = false
        for scalar in result.unicodeScalars {
            if scalar.value == mark {
                if marked.last != max(words, 1) { marked.append(max(words, 1)) }
                continue
            }
            let isWord = scalar != " " && scalar != "\t"
            if isWord, !isInWord { words += 1 }
            isInWord = isWord
            plain.append(scalar)
        }
        let read = text.split { $0 == 0x20 || $0 == 0x09 }
        for word in marked {
            // The same word of the text, when the rules have made as many words as there were.
            if read.count == words, let found = read.dropFirst(word - 1).first {
                let place = offset + found.startIndex - text.startIndex
                problems.note(.doubtful, at: place, String(decoding: found, as: UTF8.self))
            } else {
                problems.note(.doubtful, at: offset)
            }
        }
        output += String(plain).normalized(.nfc).utf8
    }

    /// The code point that a rule writes in a word that it cannot decide.
    private static let mark: UInt32 = 0xFDD0

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
