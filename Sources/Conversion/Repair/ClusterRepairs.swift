import ICU

/// A letter with its signs, repaired.
struct FixedCluster {
    /// One thing that was done.
    struct Step {
        var kind: RepairKind
        var before: [Unicode.Scalar]
        var after: [Unicode.Scalar]
    }

    /// What came out, in NFC.
    private(set) var text: [Unicode.Scalar]
    /// What was done to it.
    private(set) var steps: [Step] = []

    /// Repairs `cluster`.
    ///
    /// - Parameter mayCompose: Whether it may not be in NFC.
    init(_ cluster: [Unicode.Scalar], mayCompose: Bool) {
        text = cluster
        if mayCompose {
            change(.silPrivateUse, cluster.map { SILPrivateUse.meant($0.value) ?? $0 })
            change(.nfc, FixedCluster.composed(text))
        }
        guard text.count > 1 else { return }
        for (kind, fix) in ClusterRepairs.all {
            if let fixed = fix(text) { change(kind, FixedCluster.composed(fixed)) }
        }
        if KhmerShifter.isDoubtful(text) {
            steps.append(Step(kind: .mayBeShifter, before: text, after: text))
        }
    }

    private mutating func change(_ kind: RepairKind, _ fixed: [Unicode.Scalar]) {
        guard fixed != text else { return }
        steps.append(Step(kind: kind, before: text, after: fixed))
        text = fixed
    }

    /// `scalars` in NFC.
    static func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        Array(Repair.text(scalars).normalized(.nfc).unicodeScalars)
    }
}

/// The repairs within one letter and its signs.
enum ClusterRepairs {
    /// A letter with its signs in NFC, repaired; nil when there is nothing to do.
    typealias Fix = @Sendable ([Unicode.Scalar]) -> [Unicode.Scalar]?

    /// Every repair with what it is called, in the order in which they are made.
    static let all: [(kind: RepairKind, fix: Fix)] = [
        (.breveOrder, breveOrder),
        (.taiVietVowel, { typedTwice($0, TypedParts.taiVietE) }),
        (.laoVowel, { typedTwice($0, TypedParts.laoEI) }),
        (.khmerOrder, { ordered($0, .khmer) }),
        (.khmerVowel, khmerVowel),
        (.khmerShifter, khmerShifter),
        (.taiVietTone, { ordered($0, .taiViet) }),
        (.chamOrder, { ordered($0, .cham) }),
        (.laoAM, laoAM),
        (.laoTone, { ordered($0, .lao) }),
    ]

    /// ĕ̂ as ê̆: no language here writes the breve below the circumflex.
    @Sendable
    private static func breveOrder(_ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        guard text.dropFirst().contains("\u{302}") else { return nil }
        var parts = Array(Repair.text(text).normalized(.nfd).unicodeScalars)
        guard let base = parts.first, "aeoAEO".unicodeScalars.contains(base) else { return nil }
        var hasMoved = false
        for index in parts.indices.dropFirst(2) where parts[index] == "\u{302}" {
            var at = index
            while at > 1, parts[at - 1] == "\u{306}" {
                parts.swapAt(at - 1, at)
                at -= 1
                hasMoved = true
            }
        }
        return hasMoved ? parts : nil
    }

    /// A vowel typed twice at the beginning as the one it looks like.
    private static func typedTwice(_ text: [Unicode.Scalar], _ row: TypedParts.Row) -> [Unicode.Scalar]? {
        guard text.count > 1, text[0] == row.first, text[1] == row.second else { return nil }
        return [row.whole] + text[2...]
    }

    /// Khmer vowels in parts that stand side by side, as those that are meant.
    @Sendable
    private static func khmerVowel(_ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        guard let base = text.first, SignOrder.khmer.isBase(base) else { return nil }
        var result: [Unicode.Scalar] = []
        for scalar in text {
            if let row = TypedParts.khmerVowels.first(where: {
                $0.first == result.last && $0.second == scalar
            }) {
                result[result.count - 1] = row.whole
            } else {
                result.append(scalar)
            }
        }
        return result.count == text.count ? nil : result
    }

    /// U below a letter with a vowel above it as the shifter that is meant, and the signs in order.
    @Sendable
    private static func khmerShifter(_ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        guard let shifter = KhmerShifter.meant(in: text), let u = text.firstIndex(of: KhmerShifter.vowelU)
        else { return nil }
        var fixed = text
        fixed[u] = shifter
        fixed = ordered(fixed, .khmer) ?? fixed
        return khmerVowel(fixed) ?? fixed
    }

    /// The vowel AM of Lao in its parts, whatever stands between them, as one code point.
    ///
    /// Unicode decomposes AM to these parts for compatibility.
    @Sendable
    private static func laoAM(_ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        guard let base = text.first, SignOrder.lao.isBase(base), text.contains(TypedParts.laoNiggahita),
            let place = text.firstIndex(where: { $0 == TypedParts.laoAA || $0 == TypedParts.laoAM })
        else { return nil }
        var fixed = text
        fixed[place] = TypedParts.laoAM
        return fixed.filter { $0 != TypedParts.laoNiggahita }
    }

    /// A sign, with what moves along with it.
    private struct Unit {
        var scalars: [Unicode.Scalar]
        /// Its group; a subscript RO comes after other subscripts.
        var rank: Int
    }

    /// The signs behind the letter in the order of their script, as far as all are known.
    private static func ordered(_ text: [Unicode.Scalar], _ order: SignOrder) -> [Unicode.Scalar]? {
        guard let base = text.first, text.count > 2, order.isBase(base), !KhmerShifter.isTwice(in: text)
        else { return nil }
        var units: [Unit] = []
        var at = 1
        while at < text.count, let unit = unit(text, at, order) {
            units.append(unit)
            at += unit.scalars.count
        }
        var hasMoved = false
        for index in units.indices.dropFirst() {
            var place = index
            while place > 0, units[place - 1].rank > units[place].rank {
                units.swapAt(place - 1, place)
                place -= 1
                hasMoved = true
            }
        }
        return hasMoved ? [base] + units.flatMap(\.scalars) + text[at...] : nil
    }

    /// The sign at `at`; nil when what stands there is none that is known.
    private static func unit(_ text: [Unicode.Scalar], _ at: Int, _ order: SignOrder) -> Unit? {
        var start = at
        // A joiner says how the sign behind it is drawn, so it stays before that sign.
        if order.script == "Khmr" {
            while start < text.count, text[start] == "\u{200C}" || text[start] == "\u{200D}" { start += 1 }
        }
        guard start < text.count, let rank = order.rank(of: text[start]) else { return nil }
        guard text[start] == "\u{17D2}" else { return Unit(scalars: Array(text[at...start]), rank: rank * 2) }
        guard start + 1 < text.count, order.isBase(text[start + 1]) else { return nil }
        let isRo = text[start + 1] == "\u{179A}"
        return Unit(scalars: Array(text[at...(start + 1)]), rank: rank * 2 + (isRo ? 1 : 0))
    }
}
