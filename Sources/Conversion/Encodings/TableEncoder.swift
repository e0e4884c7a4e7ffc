import Text
import Bytes

/// Writes the bytes of an encoding that has a table.
///
/// It walks the machine of the decoder over what it writes, and so knows what the decoder will make of the
/// next byte: where a sign would be read as a mark, it is escaped; a mark is written where the decoder will
/// read it as one, and nowhere else.
struct TableEncoder: Converter, Sendable {
    private let machine: ByteMachine
    private let codes: ScalarCodes
    private let escape: UInt8?
    /// The nodes of letters that the next letter may join, such as the d of `dd`.
    private let openers: Set<UInt16>
    /// Such a letter while it is not known what follows it: before đ it must be escaped itself.
    private var held: UInt8?
    private let options: ConversionOptions
    private(set) var problems = ConversionProblems()
    private var reader = UTF8Reader()
    /// The bytes of a character that is not complete.
    private var unfinished = Unfinished()
    /// The node of the decoder after what was written.
    private var node: UInt16 = 0
    private var offset = 0
    private var scratch: [UInt8]

    private static let block = 8192

    init(_ encoding: TableMachines, _ options: ConversionOptions) {
        machine = encoding.bytes
        codes = encoding.codes
        escape = encoding.table.escape
        openers = Set(
            encoding.table.pairs.compactMap { $0.bytes.first }.map { encoding.bytes.start[Int($0)] })
        self.options = options
        scratch = [UInt8](repeating: 0, count: (TableEncoder.block + 4) * 4 + 16)
    }

    mutating func convert(_ input: Span<UInt8>, into output: inout [UInt8]) {
        var position = 0
        while position < input.count {
            let end = min(position + TableEncoder.block, input.count)
            var buffer: [UInt8] = []
            swap(&buffer, &scratch)
            var written = 0
            if let held {
                buffer[0] = held
                written = 1
                self.held = nil
            }
            var index = position
            while true {
                let event = walk(input, &index, end, &buffer, &written)
                guard event != .end else { break }
                handle(event, input[index], at: offset + index, &buffer, &written)
                if event != .brokenBefore { index += 1 }
            }
            if written > 0, openers.contains(node) {
                written -= 1
                held = buffer[written]
            }
            swap(&buffer, &scratch)
            output.append(contentsOf: scratch[..<written])
            position = end
        }
        offset += input.count
    }

    mutating func finish(into output: inout [UInt8]) {
        if let held { output.append(held) }
        held = nil
        if reader.isUnfinished {
            let bytes = unfinished.bytes(reader.pending)
            problems.note(.illFormed, at: offset - bytes.count, bytes: bytes)
            output.append(contentsOf: options.illFormed == .keep ? bytes : [UInt8(ascii: "?")])
            reader.reset()
        }
        node = 0
        offset = 0
    }

    /// Why the loop over bytes was left: what it cannot do with the byte at which it stopped.
    private enum Event: Equatable {
        case end
        /// The character that the byte completes has no code by itself.
        case scalar(UInt32)
        case broken
        case brokenBefore
    }

    /// The first three bytes of a character that is not complete.
    private struct Unfinished {
        private var word: UInt32 = 0

        @inline(__always)
        mutating func add(_ byte: UInt8, _ place: Int) {
            if place == 0 { word = 0 }
            word |= UInt32(byte) << (UInt32(truncatingIfNeeded: place) &* 8)
        }

        func bytes(_ count: Int) -> [UInt8] {
            (0..<min(count, 4)).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
        }
    }

    /// The loop over characters that have a code.
    @inline(__always)
    private mutating func walk(
        _ input: Span<UInt8>, _ position: inout Int, _ end: Int, _ buffer: inout [UInt8], _ written: inout Int
    ) -> Event {
        var reader = self.reader
        var unfinished = self.unfinished
        var node = self.node
        var at = written
        var index = position
        defer {
            self.reader = reader
            self.unfinished = unfinished
            self.node = node
            written = at
            position = index
        }
        let codes = self.codes.codes.span
        let start = machine.start.span
        let column = machine.column.span
        let next = machine.next.span
        let columns = machine.columns
        var bytes = buffer.mutableSpan
        while index < end {
            let byte = input[index]
            let pending = reader.isUnfinished ? reader.pending : 0
            switch reader.read(byte) {
            case .more: unfinished.add(byte, pending)
            case .scalar(let scalar):
                guard scalar < UInt32(ScalarCodes.limit) else { return .scalar(scalar) }
                let code = codes[Int(scalar)]
                guard code.isPlain else { return .scalar(scalar) }
                let first = Int(UInt8(truncatingIfNeeded: code.word))
                if node != 0, next[Int(node) &* columns &+ Int(column[first])] != 0 { return .scalar(scalar) }
                bytes.store(code.word, at: at)
                at &+= code.count
                node = start[first]
                if code.count > 1 {
                    for place in 1..<code.count {
                        let follower = Int(UInt8(truncatingIfNeeded: code.word &>> UInt64(place &* 8)))
                        let following = next[Int(node) &* columns &+ Int(column[follower])]
                        node = following != 0 ? following : start[follower]
                    }
                }
            case .broken: return .broken
            case .brokenBefore: return .brokenBefore
            }
            index &+= 1
        }
        return .end
    }

    private mutating func handle(
        _ event: Event, _ byte: UInt8, at offset: Int, _ buffer: inout [UInt8], _ written: inout Int
    ) {
        func write(_ bytes: [UInt8]) {
            for byte in bytes {
                if written + 8 >= buffer.count { buffer.append(contentsOf: repeatElement(0, count: 1024)) }
                buffer[written] = byte
                written += 1
            }
        }
        switch event {
        case .end: break
        case .scalar(let scalar):
            let text = Unicode.Scalar(scalar).map { String(Character($0)) } ?? ""
            let known = codes.code(of: scalar)
            if let escape, written > 0, openers.contains(node), known.isPlain, known.count > 1 {
                // d and đ: it is the letter before that would be read otherwise.
                let letter = buffer[written - 1]
                buffer[written - 1] = escape
                write([letter] + known.bytes)
                node = 0
                advance(known.bytes)
                return
            }
            write(code(for: scalar, text, at: offset - text.utf8.count + 1))
        case .broken, .brokenBefore:
            let bytes = event == .broken ? [byte] : unfinished.bytes(reader.pending)
            let begin = event == .broken ? offset : offset - bytes.count
            problems.note(.illFormed, at: begin, bytes: bytes)
            write(options.illFormed == .keep ? bytes : [UInt8(ascii: "?")])
            node = 0
        }
    }

    /// The bytes of a character that has no code, or whose code the decoder would read otherwise here.
    private mutating func code(for scalar: UInt32, _ text: String, at offset: Int) -> [UInt8] {
        let code = codes.code(of: scalar)
        if let mark = codes.marks[scalar] {
            let byte = codes.isCapital[Int(node)] ? mark.capital : mark.small
            let following = machine.node(after: node, byte)
            // The decoder must read the very same text: it puts circumflex and breve before tones.
            if following != 0,
                machine.text[Int(following)].bytes == machine.text[Int(node)].bytes + Array(text.utf8)
            {
                node = following
                return [byte]
            }
        } else if code.sign == .problem {
            problems.note(.caseLost, at: offset, text)
            advance(code.bytes)
            return code.bytes
        } else if code != .absent, let escape {
            let bytes = [escape] + code.bytes
            advance(bytes)
            return bytes
        }
        problems.note(.lacking, at: offset, text)
        node = 0
        return options.illFormed == .keep ? Array(text.utf8) : [UInt8(ascii: "?")]
    }

    private mutating func advance(_ bytes: [UInt8]) {
        for byte in bytes {
            let following = machine.node(after: node, byte)
            node = following != 0 ? following : machine.start[Int(byte)]
        }
    }
}
