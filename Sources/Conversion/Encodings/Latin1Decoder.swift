import Text
import Bytes

/// Reads UTF-8 in which texts in a legacy encoding stand as Latin-1 letters, and decides line by line.
///
/// A line in that encoding becomes Unicode; one in Unicode stays, composed to NFC. A line that may be either stays as
/// well, and is counted as undecided. A line is decided by its first 64 KiB: in VNI by its pairs of letters
/// (``VNILine``), in the other encodings by its words (``LegacyWords``).
struct Latin1Decoder: Converter, Sendable {
    private let options: ConversionOptions
    private var decoder: TableDecoder
    /// What judges the words of a line; nil for VNI.
    private var words: LegacyWords?
    private var composer: UnicodeDecoder
    private var found = ConversionProblems()
    private var line: [UInt8] = []
    /// In the first `count` places the line in Windows code page 1252, except for ``others``.
    private var bytes: [UInt8] = []
    private var count = 0
    /// Characters of the line that have no byte there, and bytes that are not UTF-8: where they stand in `line`, and
    /// how many of `bytes` are before them.
    private var others: [(range: Range<Int>, bytes: Int)] = []
    /// What becomes of the line, before it is composed.
    private var text: [UInt8] = []
    /// Whether the line was decided before its end came, and how.
    private var isDecided = false
    private var isLegacy = false
    /// Where the bytes in `line` begin.
    private var offset = 0

    private static let longestLine = 65536

    init(_ encoding: TableMachines, _ options: ConversionOptions) {
        self.options = options
        decoder = TableDecoder(encoding, options)
        words = encoding === TableMachines.vniWindows ? nil : LegacyWords(encoding)
        composer = UnicodeDecoder(options)
    }

    var problems: ConversionProblems { found.adding(.tooManyMarks, of: composer.problems) }

    mutating func convert(_ input: Span<UInt8>, into output: inout [UInt8]) {
        var index = 0
        while index < input.count {
            // A line of endless length is converted in parts: at a blank, or at least between two characters.
            let room = Latin1Decoder.longestLine - line.count
            guard room > 0 else {
                convertLong(input[index], &output)
                index += 1
                continue
            }
            let start = index
            let end = min(input.count, index + room)
            while index < end, input[index] != 0x0A { index &+= 1 }
            let isEnd = index < end
            if isEnd { index += 1 }
            line.append(bytesOf: input.extracting(start..<index))
            if isEnd { write(isEnd: true, &output) }
        }
    }

    /// Adds a byte to a line of more than ``longestLine`` bytes.
    private mutating func convertLong(_ byte: UInt8, _ output: inout [UInt8]) {
        if line.count >= Latin1Decoder.longestLine * 2,
            byte & 0xC0 != 0x80 || line.count >= Latin1Decoder.longestLine * 3
        {
            write(isEnd: false, &output)
        }
        line.append(byte)
        if byte == 0x0A || byte == 0x20 { write(isEnd: byte == 0x0A, &output) }
    }

    mutating func finish(into output: inout [UInt8]) {
        write(isEnd: true, &output)
        composer.finish(into: &output)
        offset = 0
    }

    private mutating func write(isEnd: Bool, _ output: inout [UInt8]) {
        let verdict = read()
        if !isDecided {
            isLegacy = options.lines == .all || verdict == .legacy
            if !isLegacy, verdict == .undecided { found.note(.undecided, at: offset) }
        }
        isDecided = !isEnd
        var text: [UInt8] = []
        swap(&text, &self.text)
        if isLegacy { convertLine(into: &text) } else { text += line }
        // The characters of Windows code page 1252, and what the encoding makes of them, are composed.
        if others.isEmpty, isEnd, composer.isIdle {
            output += text
        } else {
            composer.convert(text.span, into: &output)
        }
        offset += line.count
        text.removeAll(keepingCapacity: true)
        swap(&text, &self.text)
        line.removeAll(keepingCapacity: true)
    }

    /// Reads the line into ``bytes`` and ``others``, and notes what is not UTF-8.
    private mutating func read() -> LineVerdict {
        let line = line
        let input = line.span
        others.removeAll(keepingCapacity: true)
        var bytes: [UInt8] = []
        swap(&bytes, &self.bytes)
        if bytes.count < line.count { bytes += repeatElement(0, count: line.count) }
        var target = bytes.mutableSpan
        var judge = VNILine()
        var count = 0
        var index = 0
        while index < input.count {
            if input[index] < 0x80 {
                repeat {
                    target[count] = input[index]
                    count &+= 1
                    index &+= 1
                } while index < input.count && input[index] < 0x80
                judge.add(UInt32(input[index - 1]))
                continue
            }
            let start = index
            switch UTF8Sequence(input, start) {
            case .scalar(let scalar, let length):
                index += length
                judge.add(scalar.value)
                if let byte = Windows1252.byte(scalar.value) {
                    target[count] = byte
                    count += 1
                    continue
                }
            case .illFormed(let length):
                index += length
                note(start..<index)
            case .cut:
                index = input.count
                note(start..<index)
            }
            others.append((start..<index, count))
        }
        swap(&bytes, &self.bytes)
        self.count = count
        return words == nil || options.lines == .all ? judge.verdict : verdictOfWords()
    }

    /// What the words say of the line that was read.
    private mutating func verdictOfWords() -> LineVerdict {
        guard count > 0 || !others.isEmpty else { return .ascii }
        var text: [UInt8] = []
        text.reserveCapacity(count + others.count)
        var start = 0
        for other in others {
            text += bytes[start..<other.bytes]
            text.append(LegacyWords.stand(in: line[other.range]))
            start = other.bytes
        }
        text += bytes[start..<count]
        return words?.verdict(text) ?? .undecided
    }

    private mutating func note(_ range: Range<Int>) {
        found.note(.illFormed, at: offset + range.lowerBound, bytes: line[range])
    }

    /// Converts the characters of Windows code page 1252 as bytes, and leaves the others, which the composer replaces
    /// where they are not UTF-8.
    private mutating func convertLine(into text: inout [UInt8]) {
        var start = 0
        for other in others {
            convertBytes(start..<other.bytes, into: &text)
            text += line[other.range]
            start = other.bytes
        }
        convertBytes(start..<count, into: &text)
    }

    /// Converts bytes of the encoding; problems with them are noted at the beginning of the line.
    private mutating func convertBytes(_ range: Range<Int>, into text: inout [UInt8]) {
        let bytes = bytes
        decoder.convert(bytes.span.extracting(range), into: &text)
        decoder.finish(into: &text)
        for finding in decoder.takeProblems().findings {
            for _ in 0..<finding.count { found.note(finding.kind, at: offset, finding.first) }
        }
    }
}
