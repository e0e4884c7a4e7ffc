import Text

/// Accepts the search keys that fit a pattern with wildcards.
///
/// A machine whose state is the set of places in the pattern that may have been come to, one bit each.
///
///     KeyPattern(Wildcards("n?o*"), folding).edits(of: Array("nuoc".utf8))  // 0
struct KeyPattern: KeyAutomaton {
    /// How many letters and `?` a pattern has at most; what follows is taken as `*`.
    static let longest = 120

    /// The code points of the pattern with the places they lead on from.
    private var codePoints: [(scalar: Unicode.Scalar, places: UInt128)] = []
    /// For each byte of ASCII the places it leads on from.
    private(set) var ascii = [UInt128](repeating: 0, count: 128)
    /// Places from which `?` leads on.
    private var ones: UInt128 = 0
    /// Places at which `*` stays.
    private var runs: UInt128 = 0
    private var end: UInt128 = 1
    /// The bytes every accepted key begins with.
    private(set) var prefix: [UInt8] = []
    /// Whether nothing but an empty key is accepted.
    private(set) var isEmpty = true

    /// The pattern `wildcards`, its texts folded one by one.
    init(_ wildcards: Wildcards, _ folding: Folding) {
        var place: UInt128 = 1
        var count = 0
        var isLiteral = true
        for part in wildcards.parts {
            guard count < KeyPattern.longest else {
                runs |= place
                break
            }
            switch part {
            case .run:
                runs |= place
                isLiteral = false
                isEmpty = false
            case .one:
                ones |= place
                place <<= 1
                count += 1
                isLiteral = false
                isEmpty = false
            case .text(let text):
                let key = folding.key(text)
                if isLiteral, key.count <= KeyPattern.longest { prefix += key }
                for scalar in String(decoding: key, as: UTF8.self).unicodeScalars {
                    guard count < KeyPattern.longest else {
                        runs |= place
                        break
                    }
                    if let known = codePoints.firstIndex(where: { $0.scalar == scalar }) {
                        codePoints[known].places |= place
                    } else {
                        codePoints.append((scalar, place))
                    }
                    place <<= 1
                    count += 1
                    isEmpty = false
                }
                isLiteral = isLiteral && key.count <= KeyPattern.longest
            }
        }
        end = place
        for known in codePoints where known.scalar.isASCII { ascii[Int(known.scalar.value)] = known.places }
    }

    var start: UInt128 { 1 }

    func after(_ state: UInt128, _ letter: Span<UInt8>) -> UInt128? {
        var state = state
        var position = 0
        while position < letter.count {
            let (scalar, length) = letter.scalar(at: position)
            var next = state & runs
            for known in codePoints where known.scalar == scalar {
                next |= (state & known.places) << 1
                break
            }
            if position == 0 {
                // A mark with no letter before it counts as one.
                next |= (state & ones) << 1
            } else {
                // The marks of the letter that `?` stood for go with it.
                next |= state & ones << 1
            }
            guard next != 0 else { return nil }
            state = next
            position += length
        }
        return state
    }

    @inline(__always)
    func after(_ state: UInt128, ascii places: UInt128) -> UInt128? {
        let next = state & runs | (state & (places | ones)) << 1
        return next == 0 ? nil : next
    }

    @inline(__always)
    func mayTakeLonger(ascii places: UInt128) -> Bool { false }

    /// Marks only go on from what their letter led to.
    func mayTakeLonger(_ letter: Span<UInt8>) -> Bool { false }

    func edits(_ state: UInt128) -> Int? { state & end != 0 ? 0 : nil }
}
