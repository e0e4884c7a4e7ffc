import Text
import ICU

/// Reads UTF-8, composed or not, and writes it in NFC.
///
/// Text that is in NFC passes as it is. Letters with marks by themselves (*Unicode tổ hợp*) are composed, and
/// marks are put into canonical order, by ICU. Bytes that are not UTF-8 are a problem.
struct UnicodeDecoder: Converter, Sendable {
    private let options: ConversionOptions
    private(set) var problems = ConversionProblems()
    private var reader = UTF8Reader()
    /// The last character that marks may follow, with its marks; and the bytes of an unfinished one.
    private var held: [UInt8] = []
    private var isDirty = false
    /// How many characters are held.
    private var scalars = 0
    private var offset = 0
    private var buffer: [UInt8]
    /// By character: its ``CompositionBehaviour``, or `unknown` until it is asked for.
    private var behaviours: [UInt8]
    private var cache = CompositionCache()

    private static let block = 8192
    private static let unknown: UInt8 = 0xFF
    /// As many characters as text in the Unicode Standard's stream-safe format has on one letter.
    private static let longestCluster = 31

    init(_ options: ConversionOptions) {
        self.options = options
        buffer = [UInt8](repeating: 0, count: UnicodeDecoder.block + 1024)
        behaviours = [UInt8](repeating: UnicodeDecoder.unknown, count: 0x10000)
    }

    /// Whether nothing that was read can join what comes.
    var isIdle: Bool { held.isEmpty }

    mutating func convert(_ input: Span<UInt8>, into output: inout [UInt8]) {
        var position = 0
        while position < input.count {
            let end = min(position + UnicodeDecoder.block, input.count)
            read(input, position, end, &output)
            position = end
        }
        offset += input.count
    }

    mutating func finish(into output: inout [UInt8]) {
        var state = State(buffer: [], start: 0, written: held.count)
        state.buffer = held + [UInt8](repeating: 0, count: 16)
        if reader.isUnfinished {
            let broken = reader.pending
            state.written -= broken
            close(&state, at: state.written)
            breakOff(&state, Array(held.suffix(broken)), at: offset - broken)
            reader.reset()
        } else {
            close(&state, at: state.written)
        }
        output.append(contentsOf: state.buffer[..<state.written])
        held = []
        scalars = 0
        isDirty = false
        offset = 0
    }

    /// Where a block stands: the cluster that is open begins at `start` of `buffer`.
    private struct State {
        var buffer: [UInt8]
        var start: Int
        var written: Int
    }

    /// Why the loop over bytes was left.
    private enum Event {
        case end
        /// A cluster that must be composed ends where the character of `length` bytes before `written`
        /// begins.
        case cluster(length: Int)
        case tooLong
        case broken
        case brokenBefore
    }

    private mutating func read(_ input: Span<UInt8>, _ position: Int, _ end: Int, _ output: inout [UInt8]) {
        var state = State(buffer: [], start: 0, written: held.count)
        swap(&state.buffer, &buffer)
        while state.buffer.count < held.count + UnicodeDecoder.block + 16 {
            state.buffer.append(contentsOf: repeatElement(0, count: UnicodeDecoder.block))
        }
        for (index, byte) in held.enumerated() { state.buffer[index] = byte }
        var index = position
        loop: while true {
            switch scan(input, &index, end, &state) {
            case .end: break loop
            case .cluster(let length):
                close(&state, at: state.written - length)
                scalars = 1
            case .tooLong:
                problems.note(.tooManyMarks, at: offset + index)
                close(&state, at: state.written)
                scalars = 0
            case .broken:
                state.written -= 1
                close(&state, at: state.written)
                breakOff(&state, [input[index - 1]], at: offset + index - 1)
            case .brokenBefore:
                let count = reader.pending
                let bytes = Array(state.buffer[state.written - count..<state.written])
                state.written -= count
                close(&state, at: state.written)
                breakOff(&state, bytes, at: offset + index - count)
            }
            let needed = state.written + end - index + 16
            if state.buffer.count < needed {
                state.buffer.append(contentsOf: repeatElement(0, count: needed))
            }
        }
        // Nothing joins a control character: a line is given out when its end has come.
        if state.written == state.start + 1, state.buffer[state.start] < 0x20 { state.start = state.written }
        output.append(contentsOf: state.buffer[..<state.start])
        held = Array(state.buffer[state.start..<state.written])
        swap(&state.buffer, &buffer)
    }

    /// Reads on until something must be done that the loop cannot do.
    private mutating func scan(
        _ input: Span<UInt8>, _ position: inout Int, _ end: Int, _ state: inout State
    ) -> Event {
        var reader = self.reader
        var scalars = self.scalars
        var isDirty = self.isDirty
        var start = state.start
        var at = state.written
        var index = position
        defer {
            self.reader = reader
            self.scalars = scalars
            self.isDirty = isDirty
            state.start = start
            state.written = at
            position = index
        }
        var known = behaviours.mutableSpan
        var bytes = state.buffer.mutableSpan
        let joins = CompositionBehaviour.joins.rawValue
        while index < end {
            let byte = input[index]
            if byte < 0x80, !isDirty, !reader.isUnfinished {
                start = at
                scalars = 1
                bytes[at] = byte
                at &+= 1
                index &+= 1
                continue
            }
            switch reader.read(byte) {
            case .more:
                bytes[at] = byte
                at &+= 1
                index &+= 1
            case .scalar(let scalar):
                bytes[at] = byte
                at &+= 1
                index &+= 1
                let length = scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
                var behaviour: UInt8 = 0
                if scalar >= 0x300 {
                    if scalar < 0x10000 {
                        behaviour = known[Int(scalar)]
                        if behaviour == UnicodeDecoder.unknown {
                            behaviour = CompositionBehaviour(of: scalar).rawValue
                            known[Int(scalar)] = behaviour
                        }
                    } else {
                        behaviour = CompositionBehaviour(of: scalar).rawValue
                    }
                }
                if behaviour & joins == 0 {
                    let wasDirty = isDirty
                    isDirty = behaviour != 0
                    scalars = 1
                    if wasDirty { return .cluster(length: length) }
                    start = at &- length
                } else {
                    isDirty = true
                    scalars &+= 1
                    if scalars > UnicodeDecoder.longestCluster { return .tooLong }
                }
            case .broken:
                bytes[at] = byte
                at &+= 1
                index &+= 1
                return .broken
            case .brokenBefore: return .brokenBefore
            }
        }
        return .end
    }

    /// Composes the cluster from `state.start` to `end`, and begins the next one there.
    private mutating func close(_ state: inout State, at end: Int) {
        let count = end - state.start
        if count <= PackedText.capacity, state.written - end <= PackedText.capacity {
            let cluster = PackedText(state.buffer.span, state.start..<end)
            let composed = cache.composed(cluster)
            if composed == cluster {
                state.start = end
                return
            }
            if composed != .absent {
                let rest = PackedText(state.buffer.span, end..<state.written)
                state.start = composed.write(to: &state.buffer, at: state.start)
                state.written = rest.write(to: &state.buffer, at: state.start)
                return
            }
        }
        let rest = Array(state.buffer[end..<state.written])
        let composed = CompositionCache.byICU(state.buffer[state.start..<end])
        let length = composed.count + rest.count
        if state.buffer.count < state.start + length {
            state.buffer.append(contentsOf: repeatElement(0, count: length))
        }
        for (index, byte) in composed.enumerated() { state.buffer[state.start + index] = byte }
        state.start += composed.count
        for (index, byte) in rest.enumerated() { state.buffer[state.start + index] = byte }
        state.written = state.start + rest.count
    }

    /// Writes what stands for bytes that are not UTF-8.
    private mutating func breakOff(_ state: inout State, _ bytes: [UInt8], at offset: Int) {
        problems.note(.illFormed, at: offset, bytes: bytes)
        let written = options.illFormed == .keep ? bytes : [0xEF, 0xBF, 0xBD]
        if state.buffer.count < state.written + written.count {
            state.buffer.append(contentsOf: repeatElement(0, count: 8))
        }
        for byte in written {
            state.buffer[state.written] = byte
            state.written += 1
        }
        state.start = state.written
        scalars = 0
        isDirty = false
    }
}

/// Clusters composed by ICU, and those that were composed before.
private struct CompositionCache: Sendable {
    private var keys = [UInt64](repeating: 0, count: 1024)
    private var values = [PackedText](repeating: .absent, count: 1024)

    /// `cluster` in NFC, or `absent` when that is too long.
    ///
    /// - Complexity: O(1) for the clusters of an ordinary text, of which there are few.
    mutating func composed(_ cluster: PackedText) -> PackedText {
        let key = cluster.word
        let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54)
        if keys[place] != key {
            let result = CompositionCache.byICU(cluster.bytes[...])
            guard result.count <= PackedText.capacity else { return .absent }
            keys[place] = key
            values[place] = PackedText(result)
        }
        return values[place]
    }

    static func byICU(_ cluster: ArraySlice<UInt8>) -> [UInt8] {
        Array(String(decoding: cluster, as: UTF8.self).normalized(.nfc).utf8)
    }
}
