import ICU
import Files

/// What a code point means for where text can be cut and what may change in it.
struct ScalarKind: OptionSet {
    let rawValue: UInt8

    /// It belongs to what stands before it: a mark, or a sign of a script written around a consonant.
    static let joins = ScalarKind(rawValue: 1)
    /// With it, text may not be in NFC.
    static let mayCompose = ScalarKind(rawValue: 2)
    /// It begins and ends by itself: a control character, line ends among them.
    static let isAlone = ScalarKind(rawValue: 4)
    /// A letter which, typed twice, looks like another.
    static let doubles = ScalarKind(rawValue: 8)
    /// U+200C or U+200D, which joins a Khmer consonant and its signs and nothing else.
    static let joinsKhmer = ScalarKind(rawValue: 16)
    /// The Khmer sign that makes the consonant behind it a subscript.
    static let isCoeng = ScalarKind(rawValue: 32)
    /// A Khmer letter that can carry signs.
    static let isKhmerBase = ScalarKind(rawValue: 64)
    /// A character that may have to be counted as doubtful.
    static let isDoubtful = ScalarKind(rawValue: 128)
}

/// The kinds of all code points, asked from ICU page by page when the first of a page is met.
///
/// - Complexity: O(1) for a code point; 256 bytes for a page that was met.
struct ScalarKinds {
    private var starts = [Int32](repeating: -1, count: 0x11_0000 >> 8)
    private var kinds: [UInt8] = []

    /// What `scalar` is.
    mutating func kind(of scalar: Unicode.Scalar) -> ScalarKind {
        let page = Int(scalar.value >> 8)
        var start = Int(starts[page])
        if start < 0 {
            start = kinds.count
            kinds += ScalarKinds.page(page)
            starts[page] = Int32(start)
        }
        return ScalarKind(rawValue: kinds[start + Int(scalar.value & 0xFF)])
    }

    /// The kinds of 256 code points; a page that was asked for once, by anybody, is remembered.
    private static func page(_ page: Int) -> [UInt8] {
        if let known = pages.withLock({ $0[page] }) { return known }
        let kinds = (UInt32(page) << 8...UInt32(page) << 8 | 0xFF).map { value in
            Unicode.Scalar(value).map { computed($0).rawValue } ?? 0
        }
        pages.withLock { $0[page] = kinds }
        return kinds
    }

    private static let pages = Guarded<[Int: [UInt8]]>([:])

    private static func computed(_ scalar: Unicode.Scalar) -> ScalarKind {
        var kind: ScalarKind = []
        if scalar.value < 0x20 { return .isAlone }
        let behaviour = CompositionBehaviour(of: scalar.value)
        if !behaviour.isEmpty { kind.insert(.mayCompose) }
        if behaviour.contains(.joins) { kind.insert(.joins) }
        for order in SignOrder.all where order.rank(of: scalar) != nil { kind.insert(.joins) }
        if TypedParts.doubled.contains(where: { $0.first == scalar }) { kind.insert(.doubles) }
        switch scalar.value {
        case 0x200C, 0x200D: kind.insert(.joinsKhmer)
        case 0x17D2: kind.formUnion([.isCoeng, .joins])
        default: break
        }
        if SignOrder.khmer.isBase(scalar) { kind.insert(.isKhmerBase) }
        if DoubtfulCharacter.kind(of: scalar) != nil { kind.insert(.isDoubtful) }
        if let meant = SILPrivateUse.meant(scalar.value) {
            kind.insert(.mayCompose)
            if CompositionBehaviour(of: meant.value).contains(.joins) { kind.insert(.joins) }
        }
        return kind
    }
}
