import Text

/// Reads UTF-8 that a program read as Windows code page 1252 and saved as UTF-8: `Tiáº¿ng` is tiếng.
///
/// Characters that are no bytes of such a sequence stay, so text that is right in part is not spoiled. A sequence that is
/// not whole stays and is counted as undecided: a byte of it was lost.
struct MisreadUTF8Decoder: Converter, Sendable {
    private let options: ConversionOptions
    private var stream = ScalarStream()
    private var passes: [Pass]
    private var composer = UnicodeDecoder(ConversionOptions(illFormed: .keep))
    private var found = ConversionProblems()

    /// - Parameter times: How often the text was read so.
    init(times: Int, _ options: ConversionOptions) {
        self.options = options
        passes = Array(repeating: Pass(), count: times)
    }

    var problems: ConversionProblems { found.adding(.tooManyMarks, of: composer.problems) }

    mutating func convert(_ input: Span<UInt8>, into output: inout [UInt8]) {
        var text: [UInt8] = []
        var stream = stream
        stream.read(input) { read($0, at: $1, &text) }
        self.stream = stream
        composer.convert(text.span, into: &output)
    }

    mutating func finish(into output: inout [UInt8]) {
        var text: [UInt8] = []
        var stream = stream
        stream.finish { read($0, at: $1, &text) }
        self.stream = stream
        for index in passes.indices {
            var left: [Unicode.Scalar] = []
            if let offset = passes[index].finish(into: &left), index == 0 { note(offset) }
            for scalar in left { pass(scalar, at: nil, from: index + 1, &text) }
        }
        composer.convert(text.span, into: &output)
        composer.finish(into: &output)
    }

    private mutating func read(_ item: ScalarStream.Item, at offset: Int, _ text: inout [UInt8]) {
        switch item {
        case .scalar(let scalar): pass(scalar, at: offset, from: 0, &text)
        case .illFormed(let bytes):
            // Nothing goes on behind bytes that are no text.
            for index in passes.indices {
                var left: [Unicode.Scalar] = []
                if let offset = passes[index].finish(into: &left), index == 0 { note(offset) }
                for scalar in left { pass(scalar, at: nil, from: index + 1, &text) }
            }
            found.note(.illFormed, at: offset, bytes: bytes)
            text += options.illFormed == .keep ? bytes : [0xEF, 0xBF, 0xBD]
        }
    }

    /// Sends a character through the passes from `first` on.
    private mutating func pass(
        _ scalar: Unicode.Scalar, at offset: Int?, from first: Int, _ text: inout [UInt8]
    ) {
        guard first < passes.count else {
            text += UTF8.encode(scalar).map(Array.init) ?? []
            return
        }
        var out: [Unicode.Scalar] = []
        if let broken = passes[first].read(scalar, at: offset, into: &out), first == 0 { note(broken) }
        for scalar in out { pass(scalar, at: nil, from: first + 1, &text) }
    }

    private mutating func note(_ offset: Int) { found.note(.undecided, at: offset) }

    /// One time that text was read so, undone.
    private struct Pass: Sendable {
        private var reader = UTF8Reader()
        /// The characters of a sequence that has not ended.
        private var pending: [Unicode.Scalar] = []
        private var begin: Int?

        /// Reads a character; gives the offset of a sequence that this character cuts short.
        mutating func read(_ scalar: Unicode.Scalar, at offset: Int?, into output: inout [Unicode.Scalar])
            -> Int?
        {
            guard let byte = Windows1252.byte(scalar.value), byte >= 0x80 else {
                let broken = finish(into: &output)
                output.append(scalar)
                return broken
            }
            switch reader.read(byte) {
            case .more:
                if pending.isEmpty { begin = offset }
                pending.append(scalar)
            case .scalar(let value):
                if let scalar = Unicode.Scalar(value) { output.append(scalar) }
                pending.removeAll(keepingCapacity: true)
            case .broken: output.append(scalar)
            case .brokenBefore:
                let broken = finish(into: &output)
                _ = read(scalar, at: offset, into: &output)
                return broken
            }
            return nil
        }

        /// Gives out what was held back, and the offset of a sequence of which more than its first byte is there.
        mutating func finish(into output: inout [Unicode.Scalar]) -> Int? {
            defer {
                pending.removeAll(keepingCapacity: true)
                reader.reset()
            }
            output += pending
            return pending.count > 1 ? begin : nil
        }
    }
}
