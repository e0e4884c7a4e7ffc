/// A machine that reads search keys letter by letter and accepts some of them.
protocol KeyAutomaton {
    /// What it knows of the letters read so far.
    associatedtype State

    /// Before the first letter.
    var start: State { get }

    /// After one more letter; nil when no key that goes on so can be accepted.
    func after(_ state: State, _ letter: Span<UInt8>) -> State?

    /// What a letter is to the machine.
    associatedtype Letter: BitwiseCopyable

    /// The letters that are one byte of ASCII, as most are: all 128 of them, or none.
    var ascii: [Letter] { get }

    /// The same after a letter of ``ascii``.
    func after(_ state: State, ascii letter: Letter) -> State?

    /// Whether a letter that begins with the bytes of `letter`, and has more marks, might be accepted where `letter` is not.
    func mayTakeLonger(_ letter: Span<UInt8>) -> Bool

    /// The same of a letter of ``ascii``.
    func mayTakeLonger(ascii letter: Letter) -> Bool

    /// How many letters had to be changed, or nil when the key that ends here is not accepted.
    func edits(_ state: State) -> Int?
}

extension KeyAutomaton {
    /// How many letters of `key` had to be changed, or nil when it is not accepted.
    func edits(of key: [UInt8]) -> Int? {
        var state = start
        var position = 0
        while position < key.count {
            let end = KeyCluster.end(key.span, position)
            guard let next = after(state, key.span.extracting(position..<end)) else { return nil }
            state = next
            position = end
        }
        return edits(state)
    }
}
