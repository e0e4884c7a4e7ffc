import Storage

/// Reads UTF-8 in which texts in VNI stand as Latin-1 letters, and decides line by line.
///
/// A line in VNI becomes Unicode; one in Unicode stays, composed to NFC. A line that may be either stays as
/// well, and is counted as undecided. A line is decided by its first 64 KiB.
struct VNILatin1Decoder: Converter, Sendable {
    private let options: ConversionOptions
    private var decoder: TableDecoder
    private var composer: UnicodeDecoder
    private(set) var problems = ConversionProblems()
    private var line: [UInt8] = []
    /// Whether the line was decided before its end came, and how.
    private var isDecided = false
    private var isVNI = false
    /// Where the bytes in `line` begin.
    private var offset = 0

    private static let longestLine = 65536

    init(_ options: ConversionOptions) {
        self.options = options
        decoder = TableDecoder(.vniWindows, options)
        composer = UnicodeDecoder(options)
    }

    mutating func convert(_ input: Span<UInt8>, into output: inout [UInt8]) {
        var index = 0
        while index < input.count {
            // A line of endless length is converted in parts: at a blank, or at least between two characters.
            let room = VNILatin1Decoder.longestLine - line.count
            guard room > 0 else {
                convertLong(input[index], &output)
                index += 1
                continue
            }
            let start = index
            let end = min(input.count, index + room)
            var isEnd = false
            while index < end, !isEnd {
                isEnd = input[index] == 0x0A
                index &+= 1
            }
            for place in start..<index { line.append(input[place]) }
            if isEnd { write(isEnd: true, &output) }
        }
    }

    /// Adds a byte to a line of more than ``longestLine`` bytes.
    private mutating func convertLong(_ byte: UInt8, _ output: inout [UInt8]) {
        if line.count >= VNILatin1Decoder.longestLine * 2,
            byte & 0xC0 != 0x80 || line.count >= VNILatin1Decoder.longestLine * 3
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
        judge()
        isDecided = !isEnd
        if isVNI {
            convertLine(&output)
        } else {
            pass(0..<line.count, &output)
        }
        offset += line.count
        line.removeAll(keepingCapacity: true)
    }

    /// Notes what is no UTF-8, and decides what the line is unless its beginning has.
    private mutating func judge() {
        var judge = VNILine()
        var reader = UTF8Reader()
        var index = 0
        while index < line.count {
            let byte = line[index]
            if byte < 0x80, !reader.isUnfinished {
                judge.addASCII(byte)
                index &+= 1
                continue
            }
            switch reader.read(byte) {
            case .more: break
            case .scalar(let scalar): judge.add(scalar)
            case .broken: note(index..<index + 1)
            case .brokenBefore:
                note(index - reader.pending..<index)
                continue
            }
            index += 1
        }
        if reader.isUnfinished { note(line.count - reader.pending..<line.count) }
        guard !isDecided else { return }
        isVNI = options.lines == .all || judge.verdict == .vni
        if !isVNI, judge.verdict == .undecided { problems.note(.undecided, at: offset) }
    }

    private mutating func note(_ range: Range<Int>) {
        problems.note(
            .illFormed, at: offset + range.lowerBound, line[range].map(hexadecimal).joined(separator: " "))
    }

    /// Converts the characters of Windows code page 1252 as bytes, and leaves the others.
    private mutating func convertLine(_ output: inout [UInt8]) {
        var reader = UTF8Reader()
        var bytes: [UInt8] = []
        var start = 0
        var index = 0
        while index < line.count {
            let byte = line[index]
            if byte < 0x80, !reader.isUnfinished {
                bytes.append(byte)
                index &+= 1
                start = index
                continue
            }
            switch reader.read(byte) {
            case .more: break
            case .scalar(let scalar):
                if let byte = Windows1252.byte(scalar) {
                    bytes.append(byte)
                } else {
                    convertBytes(&bytes, &output)
                    pass(start..<index + 1, &output)
                }
                start = index + 1
            case .broken:
                convertBytes(&bytes, &output)
                pass(start..<index + 1, &output)
                start = index + 1
            case .brokenBefore:
                convertBytes(&bytes, &output)
                pass(start..<index, &output)
                start = index
                continue
            }
            index += 1
        }
        convertBytes(&bytes, &output)
        pass(start..<line.count, &output)
    }

    /// Gives a part of the line as it is to what composes, which replaces what is no UTF-8.
    private mutating func pass(_ range: Range<Int>, _ output: inout [UInt8]) {
        guard !range.isEmpty else { return }
        var whole: [UInt8] = []
        swap(&whole, &line)
        composer.convert(whole.span.extracting(range), into: &output)
        swap(&whole, &line)
    }

    /// Converts bytes of VNI; problems with them are noted at the beginning of the line.
    private mutating func convertBytes(_ bytes: inout [UInt8], _ output: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        var text: [UInt8] = []
        decoder.convert(bytes.span, into: &text)
        decoder.finish(into: &text)
        for finding in decoder.takeProblems().findings {
            for _ in 0..<finding.count { problems.note(finding.kind, at: offset, finding.first) }
        }
        composer.convert(text.span, into: &output)
        bytes.removeAll(keepingCapacity: true)
    }
}

/// Writes VNI as Latin-1 letters in UTF-8: what programs without the font show.
struct VNILatin1Encoder: Converter, Sendable {
    private var encoder: TableEncoder

    init(_ options: ConversionOptions) {
        encoder = TableEncoder(.vniWindows, options)
    }

    var problems: ConversionProblems { encoder.problems }

    mutating func convert(_ input: Span<UInt8>, into output: inout [UInt8]) {
        var bytes: [UInt8] = []
        encoder.convert(input, into: &bytes)
        write(bytes, &output)
    }

    mutating func finish(into output: inout [UInt8]) {
        var bytes: [UInt8] = []
        encoder.finish(into: &bytes)
        write(bytes, &output)
    }

    private func write(_ bytes: [UInt8], _ output: inout [UInt8]) {
        let texts = Windows1252.texts
        var buffer = [UInt8](repeating: 0, count: bytes.count * 3 + 8)
        var written = 0
        var target = buffer.mutableSpan
        for byte in bytes {
            target.store(texts[Int(byte)].word, at: written)
            written += texts[Int(byte)].count
        }
        output.append(contentsOf: buffer[..<written])
    }
}

/// Windows code page 1252, which is what is meant where a program says Latin-1.
enum Windows1252 {
    /// By byte: its character in UTF-8; the five bytes without one are the control characters of Latin-1.
    static let texts: [PackedText] = (0..<256).map { byte in
        let letter = EncodingTable.windows1252.letters[byte]
        return PackedText((letter ?? String(Character(Unicode.Scalar(UInt8(byte))))).utf8)
    }

    private static let bytes: [UInt32: UInt8] = {
        var bytes: [UInt32: UInt8] = [:]
        for byte in 0..<256 {
            let text = String(decoding: texts[byte].bytes, as: UTF8.self)
            if let scalar = text.unicodeScalars.first { bytes[scalar.value] = UInt8(byte) }
        }
        return bytes
    }()

    /// The byte of a character, or nil when it has none.
    static func byte(_ scalar: UInt32) -> UInt8? {
        if scalar < 0x80 || (0xA0..<0x100).contains(scalar) { return UInt8(truncatingIfNeeded: scalar) }
        return bytes[scalar]
    }
}
