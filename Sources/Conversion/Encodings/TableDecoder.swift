import Bytes

/// Reads the bytes of an encoding that has a table.
struct TableDecoder: Converter, Sendable {
    private let machine: ByteMachine
    private let options: ConversionOptions
    private var composer: UnicodeDecoder?
    private(set) var problems = ConversionProblems()
    /// The letter that is open, or 0.
    private var node: UInt16 = 0
    private var offset = 0
    private var scratch: [UInt8]

    /// How many bytes are read between two additions to the output.
    private static let block = 8192

    init(_ encoding: TableMachines, _ options: ConversionOptions) {
        machine = encoding.bytes
        self.options = options
        composer =
            encoding.table.joining == .combining ? UnicodeDecoder(ConversionOptions(illFormed: .keep)) : nil
        // A byte may complete the letter before it and be one itself; a store writes eight bytes.
        scratch = [UInt8](repeating: 0, count: (TableDecoder.block + 1) * 2 * max(machine.longest, 3) + 8)
    }

    mutating func convert(_ input: Span<UInt8>, into output: inout [UInt8]) {
        var position = 0
        while position < input.count {
            let end = min(position + TableDecoder.block, input.count)
            let written = read(input, position, end)
            add(written, to: &output)
            position = end
        }
        offset += input.count
    }

    mutating func finish(into output: inout [UInt8]) {
        if node != 0 {
            output.append(contentsOf: machine.text[Int(node)].bytes)
            node = 0
        }
        composer?.finish(into: &output)
        offset = 0
    }

    /// Its problems so far, which it forgets.
    mutating func takeProblems() -> ConversionProblems {
        defer { problems = ConversionProblems() }
        return problems
    }

    private mutating func add(_ count: Int, to output: inout [UInt8]) {
        if composer == nil {
            output.append(contentsOf: scratch[..<count])
        } else {
            var written: [UInt8] = []
            swap(&written, &scratch)
            composer?.convert(written.span.extracting(0..<count), into: &output)
            swap(&written, &scratch)
        }
    }

    /// Reads the bytes from `position` to `end`, writes what they are to `scratch`, and returns how long that
    /// is.
    private mutating func read(_ input: Span<UInt8>, _ position: Int, _ end: Int) -> Int {
        var node = self.node
        var written = 0
        var buffer: [UInt8] = []
        swap(&buffer, &scratch)
        var index = position
        while index < end {
            // Up to the next byte that is a problem.
            let stop = walk(input, index, end, &node, &buffer, &written)
            guard stop < end else { break }
            written = write(input[stop], at: stop, &buffer, written)
            index = stop + 1
        }
        swap(&buffer, &scratch)
        self.node = node
        return written
    }

    /// The loop over bytes without a problem; returns where it stopped, with no letter open when it is
    /// before `end`.
    @inline(__always)
    private func walk(
        _ input: Span<UInt8>, _ position: Int, _ end: Int, _ open: inout UInt16, _ buffer: inout [UInt8],
        _ written: inout Int
    ) -> Int {
        let root = machine.root.span
        let start = machine.start.span
        let column = machine.column.span
        let next = machine.next.span
        let text = machine.text.span
        let columns = machine.columns
        var bytes = buffer.mutableSpan
        var node = open
        var at = written
        var index = position
        // Where nothing joins, a byte is a letter.
        if text.count == 1 {
            while index < end {
                let letter = root[Int(input[index])]
                guard letter.isPlain else { break }
                bytes.store(letter.word, at: at)
                at &+= letter.count
                index &+= 1
            }
            written = at
            return index
        }
        while index < end {
            let byte = Int(input[index])
            if node != 0 {
                let following = next[Int(node) &* columns &+ Int(column[byte])]
                if following != 0 {
                    node = following
                    index &+= 1
                    continue
                }
                let letter = text[Int(node)]
                bytes.store(letter.word, at: at)
                at &+= letter.count
            }
            node = start[byte]
            if node == 0 {
                let letter = root[byte]
                guard letter.isPlain else { break }
                bytes.store(letter.word, at: at)
                at &+= letter.count
            }
            index &+= 1
        }
        open = node
        written = at
        return index
    }

    private mutating func write(_ byte: UInt8, at index: Int, _ buffer: inout [UInt8], _ written: Int) -> Int
    {
        let letter = machine.root[Int(byte)]
        var bytes = letter.bytes
        if letter.sign == .problem {
            problems.note(.misplaced, at: offset + index, bytes: [byte])
        } else {
            problems.note(.undefined, at: offset + index, bytes: [byte])
            bytes = options.illFormed == .keep ? [byte] : [0xEF, 0xBF, 0xBD]
        }
        for (place, byte) in bytes.enumerated() { buffer[written + place] = byte }
        return written + bytes.count
    }
}
