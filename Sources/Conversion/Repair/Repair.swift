import Text
import ICU
import Bytes

/// Brings text in UTF-8 into NFC, and repairs what NFC cannot.
///
/// <doc:Repair-of-Unicode-text> explains the repairs and why they are safe; ``RepairKind`` names every kind. In other
/// scripts only NFC changes text. Text that was repaired once is not changed again.
///
///     var repair = Repair()
///     var output: [UInt8] = []
///     repair.convert(Array("ខែ្មរ".utf8).span, into: &output)
///     repair.finish(into: &output)
///     String(decoding: output, as: UTF8.self)  // "ខ្មែរ", Khmer
///
/// - Complexity: O(*n*); memory for one letter with its signs, and with a language for one word.
public struct Repair: Converter {
    /// What has been changed and left so far.
    public private(set) var report = RepairReport()

    /// Bytes that are not UTF-8, and nothing else: ``report`` says what changed.
    public private(set) var problems = ConversionProblems()

    /// A letter with more marks than this is left as it is.
    static let clusterLimit = 256

    private let options: ConversionOptions
    private var words: WordRepair?
    private var kinds = ScalarKinds()
    /// What was made of letters with marks, which come again and again.
    private var known: [[Unicode.Scalar]: FixedCluster] = [:]
    private static let knownLimit = 4096

    /// Bytes of the input before the current piece.
    private var offset = 0
    /// The first bytes of a code point whose others have not come yet.
    private var cut: [UInt8] = []
    /// The letter held back, with what has joined it; marks or more letters may follow.
    private var cluster: [Unicode.Scalar] = []
    private var clusterStart = 0
    private var mayCompose = false
    /// Whether the current letter has too many marks, and those that still come go through as they are.
    private var isPassing = false
    /// An invisible character behind a Latin letter, and where it is; another letter may follow.
    private var invisible: (scalar: Unicode.Scalar, offset: Int)?

    /// A repair of text whose language is not known.
    public init(_ options: ConversionOptions = ConversionOptions()) { self.options = options }

    /// A repair of text in `language`, a BCP 47 tag; stand-ins for letters of that language are replaced too.
    ///
    ///     try Repair(language: "rad")  // ð becomes đ, and ǎ becomes ă
    ///
    /// - Throws: ``ConversionFormError/unknownLanguage(_:)`` for a tag that is not well formed, or whose language is not
    ///   one of ``languages``.
    public init(
        language: String, _ options: ConversionOptions = ConversionOptions()
    ) throws(ConversionFormError) {
        let primary = language.split(separator: "-").first.map { $0.lowercased() } ?? ""
        guard LanguageTag(language) != nil, Repair.languages.contains(primary) else {
            throw .unknownLanguage(language)
        }
        self.options = options
        words = WordRepair(language: language)
    }

    /// The primary language subtags that are known, in order: those of the languages of Vietnam.
    public static let languages = StandInRules.languages

    /// Takes the next piece of the text and adds what is certain to `output`.
    ///
    /// - Complexity: O(*bytes*).
    public mutating func convert(_ input: Span<UInt8>, into output: inout [UInt8]) {
        var at = 0
        if !cut.isEmpty { at = completeCut(input, &output) }
        // From here to `at` lie code points that stay as they are; the last begins at `lastStart`.
        var runStart = at
        var lastStart = at
        var last: Unicode.Scalar = "\n"
        while at < input.count {
            if invisible != nil, input[at] < 0x80 { endInvisible(before: Unicode.Scalar(input[at])) }
            if cluster.isEmpty, !isPassing, input[at] < 0x80 {
                repeat { at += 1 } while at < input.count && input[at] < 0x80
                lastStart = at - 1
                last = Unicode.Scalar(input[lastStart])
                continue
            }
            let scalar: Unicode.Scalar
            let length: Int
            switch UTF8Sequence(input, at) {
            case .scalar(let found, let count): (scalar, length) = (found, count)
            case .cut:
                keep(input, runStart..<at, lastStart, last, &output)
                for index in at..<input.count { cut.append(input[index]) }
                offset += input.count
                return
            case .illFormed(let count):
                emit(input, runStart..<at, &output)
                var bytes: [UInt8] = []
                bytes.append(bytesOf: input.extracting(at..<at + count))
                addIllFormed(bytes, offset + at, &output)
                at += count
                (runStart, lastStart, last) = (at, at, "\n")
                continue
            }
            let kind = kinds.kind(of: scalar)
            if invisible != nil { endInvisible(before: scalar) }
            if kind.contains(.isDoubtful) {
                noteDoubtful(scalar, behind: cluster.last ?? (runStart < at ? last : nil), at: offset + at)
            }
            if isPassing {
                if kind.contains(.joins) {
                    emit([scalar], offset + at, &output)
                    at += length
                    (runStart, lastStart) = (at, at)
                    continue
                }
                isPassing = false
            }
            if !cluster.isEmpty {
                if joinsCluster(scalar, kind) {
                    add(scalar, kind, &output)
                    at += length
                    (runStart, lastStart) = (at, at)
                    continue
                }
                endCluster(&output)
                (runStart, lastStart, last) = (at, at, "\n")
            }
            let hasLast = runStart < at && last.value >= 0x20
            if joins(scalar, kind, behind: hasLast ? last : nil) || kind.contains(.mayCompose) {
                if hasLast, !kind.contains(.mayCompose) || kind.contains(.joins) {
                    emit(input, runStart..<lastStart, &output)
                    begin(with: last, at: offset + lastStart)
                } else {
                    emit(input, runStart..<at, &output)
                    clusterStart = offset + at
                }
                add(scalar, kind, &output)
                at += length
                (runStart, lastStart) = (at, at)
                continue
            }
            (lastStart, last) = (at, scalar)
            at += length
        }
        keep(input, runStart..<at, lastStart, last, &output)
        offset += input.count
    }

    /// The text has ended: adds what was held back.
    public mutating func finish(into output: inout [UInt8]) {
        endCluster(&output)
        isPassing = false
        invisible = nil
        if !cut.isEmpty { addIllFormed(cut, offset - cut.count, &output) }
        cut = []
        words?.finish(&report, &output)
        offset = 0
    }

    // MARK: Pieces

    /// Gives out the part `run` of the input, which stays as it is, except for its last letter: marks may follow.
    private mutating func keep(
        _ input: Span<UInt8>, _ run: Range<Int>, _ lastStart: Int, _ last: Unicode.Scalar,
        _ output: inout [UInt8]
    ) {
        guard !run.isEmpty else { return }
        if last.value < 0x20 {
            emit(input, run, &output)
        } else {
            emit(input, run.lowerBound..<lastStart, &output)
            begin(with: last, at: offset + lastStart)
        }
    }

    /// Finishes the code point whose first bytes came with an earlier piece.
    ///
    /// - Returns: How many bytes of `input` were read.
    private mutating func completeCut(_ input: Span<UInt8>, _ output: inout [UInt8]) -> Int {
        let before = cut.count
        let start = offset - before
        var bytes = cut
        var at = 0
        while at < input.count {
            bytes.append(input[at])
            at += 1
            switch UTF8Sequence(bytes.span, 0) {
            case .cut: continue
            case .illFormed(let count):
                // The byte that does not belong to it is looked at again.
                cut = []
                addIllFormed(Array(bytes[..<count]), start, &output)
                return count - before
            case .scalar(let scalar, _):
                cut = []
                let kind = kinds.kind(of: scalar)
                if invisible != nil { endInvisible(before: scalar) }
                if kind.contains(.isDoubtful) { noteDoubtful(scalar, behind: cluster.last, at: start) }
                if isPassing, kind.contains(.joins) {
                    emit([scalar], start, &output)
                    return at
                }
                isPassing = false
                if cluster.isEmpty || !joinsCluster(scalar, kind) {
                    endCluster(&output)
                    clusterStart = start
                }
                add(scalar, kind, &output)
                return at
            }
        }
        cut = bytes
        return at
    }

    /// Bytes that are not UTF-8: nothing joins them.
    private mutating func addIllFormed(_ bytes: [UInt8], _ start: Int, _ output: inout [UInt8]) {
        endCluster(&output)
        isPassing = false
        invisible = nil
        words?.finish(&report, &output)
        problems.note(.illFormed, at: start, bytes: bytes)
        switch options.illFormed {
        case .keep: output += bytes
        case .replace: output.append("\u{FFFD}" as Unicode.Scalar)
        }
    }

    // MARK: Doubtful characters

    /// Counts `scalar`, which stands behind `last`; an invisible one waits for what follows.
    private mutating func noteDoubtful(
        _ scalar: Unicode.Scalar, behind last: Unicode.Scalar?, at start: Int
    ) {
        guard let kind = DoubtfulCharacter.kind(of: scalar) else { return }
        if kind != .invisible {
            report.add(kind, at: start, scalar.codePointName, scalar.codePointName)
        } else if invisible == nil, let last, DoubtfulCharacter.isLatin(last) {
            invisible = (scalar, start)
        }
    }

    /// `next` follows an invisible character: it is counted when that is a Latin letter too.
    private mutating func endInvisible(before next: Unicode.Scalar) {
        guard let found = invisible, DoubtfulCharacter.kind(of: next) != .invisible else { return }
        invisible = nil
        guard DoubtfulCharacter.isLatin(next) else { return }
        let name = found.scalar.codePointName
        report.add(.invisible, at: found.offset, name, name)
    }

    // MARK: Clusters

    private func joins(_ scalar: Unicode.Scalar, _ kind: ScalarKind, behind last: Unicode.Scalar?) -> Bool {
        if kind.contains(.joins) { return true }
        if kind.contains(.doubles) { return scalar == last }
        guard kind.contains(.joinsKhmer), let last else { return false }
        return SignOrder.khmer.isBase(last)
    }

    private func joinsCluster(_ scalar: Unicode.Scalar, _ kind: ScalarKind) -> Bool {
        if kind.contains(.joins) { return true }
        if kind.contains(.doubles) { return cluster.count == 1 && cluster.first == scalar }
        guard let first = cluster.first else { return false }
        // The second part of the vowel AM of Lao.
        if scalar == TypedParts.laoAA {
            return SignOrder.lao.isBase(first) && cluster.contains(TypedParts.laoNiggahita)
                && !cluster.contains(TypedParts.laoAA)
        }
        guard SignOrder.khmer.isBase(first) else { return false }
        if kind.contains(.joinsKhmer) { return true }
        return kind.contains(.isKhmerBase) && cluster.last == "\u{17D2}"
    }

    private mutating func begin(with scalar: Unicode.Scalar, at start: Int) {
        cluster.append(scalar)
        clusterStart = start
    }

    private mutating func add(_ scalar: Unicode.Scalar, _ kind: ScalarKind, _ output: inout [UInt8]) {
        if kind.contains(.isAlone) {
            emit([scalar], clusterStart, &output)
            return
        }
        cluster.append(scalar)
        if kind.contains(.mayCompose) { mayCompose = true }
        guard cluster.count > Repair.clusterLimit else { return }
        let text = Repair.text(cluster[..<8])
        report.add(.tooManyMarks, at: clusterStart, text, text)
        emit(cluster, clusterStart, &output)
        cluster.removeAll(keepingCapacity: true)
        mayCompose = false
        isPassing = true
    }

    private mutating func endCluster(_ output: inout [UInt8]) {
        guard !cluster.isEmpty else { return }
        let whole = cluster
        cluster.removeAll(keepingCapacity: true)
        if whole.count == 1, !mayCompose {
            emit(whole, clusterStart, &output)
        } else {
            emit(fixed(whole, mayCompose), clusterStart, &output)
        }
        mayCompose = false
    }

    private mutating func fixed(_ cluster: [Unicode.Scalar], _ mayCompose: Bool) -> [Unicode.Scalar] {
        let fixed: FixedCluster
        if let known = known[cluster] {
            fixed = known
        } else {
            fixed = FixedCluster(cluster, mayCompose: mayCompose)
            if known.count >= Repair.knownLimit { known.removeAll(keepingCapacity: true) }
            known[cluster] = fixed
        }
        for step in fixed.steps {
            report.add(step.kind, at: clusterStart, Repair.text(step.before), Repair.text(step.after))
        }
        return fixed.text
    }

    static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    // MARK: Output

    /// Gives out part of the input as it is.
    private mutating func emit(_ input: Span<UInt8>, _ range: Range<Int>, _ output: inout [UInt8]) {
        guard !range.isEmpty else { return }
        guard words != nil else { return output.append(bytesOf: input.extracting(range)) }
        words?.add(input, range, at: offset, &report, &output)
    }

    /// Gives out a letter and its marks, which began at `start`.
    private mutating func emit(_ scalars: [Unicode.Scalar], _ start: Int, _ output: inout [UInt8]) {
        guard words != nil else {
            for scalar in scalars { output.append(scalar) }
            return
        }
        words?.add(scalars, at: start, &report, &output)
    }
}
