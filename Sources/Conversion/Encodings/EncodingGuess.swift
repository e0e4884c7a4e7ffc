import Text
import ICU

/// Which encoding a text is likely in, and how sure that is.
///
/// The beginning of the text is read in every encoding. The score of a reading is the share of Vietnamese
/// syllables among its words that have letters beyond ASCII. An encoding is named when its score is high and
/// well above that of the next one; else none is. <doc:Detecting-encodings> explains the rules.
///
///     let guess = EncodingGuess(beginning: bytes.span, isWhole: true)
///     guess.encoding    // .tcvn3
///     guess.confidence  // 0.97
///
/// - Complexity: O(*bytes*), for at most ``limit`` of them.
public struct EncodingGuess: Hashable, Sendable {
    /// Why an encoding is named, or none.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// The text reads well in one encoding.
        case sure
        /// There is nothing but ASCII, which is the same in all encodings.
        case plainASCII = "plain-ascii"
        /// There are too few words to know.
        case tooLittle = "too-little"
        /// No reading is good, or two are.
        case unsure
    }

    /// An encoding and its score.
    public struct Candidate: Hashable, Sendable {
        /// The encoding.
        public var encoding: TextEncoding
        /// How well the text reads in it, from 0 to 1.
        public var score: Double
    }

    /// The likely encoding, or nil when it is not sure.
    public let encoding: TextEncoding?
    /// How sure the best reading is, from 0 to 1.
    public let confidence: Double
    /// Why.
    public let reason: Reason
    /// The readings that came into question, the best first.
    public let candidates: [Candidate]

    /// How many bytes are looked at, at most.
    public static let limit = 65536

    /// How few words with letters beyond ASCII say nothing.
    static let fewestWords = 5
    /// The score that is enough.
    static let enough = 0.7
    /// How much better the best reading must be than the next.
    static let margin = 0.15

    /// Guesses from the beginning of a text.
    ///
    /// - Parameters:
    ///   - beginning: Its first bytes; those beyond ``limit`` are not read.
    ///   - isWhole: Whether this is the whole text, so that pure ASCII is `unicode` and no guess.
    public init(beginning: Span<UInt8>, isWhole: Bool) {
        var bytes: [UInt8] = []
        for index in 0..<min(beginning.count, EncodingGuess.limit) { bytes.append(beginning[index]) }
        let isCut = !isWhole || bytes.count < beginning.count
        if bytes.allSatisfy({ $0 < 0x80 }) {
            self.init(ascii: bytes, isCut: isCut)
        } else if let sequences = EncodingGuess.sequencesOfUTF8(bytes, isCut: isCut) {
            self.init(utf8: bytes, sequences: sequences)
        } else {
            let readings = [TextEncoding.tcvn3, .vniWindows, .viscii, .vps, .cp1258].map {
                Reading(bytes, $0)
            }
            self.init(readings)
        }
    }

    private init(_ encoding: TextEncoding?, _ confidence: Double, _ reason: Reason, _ candidates: [Candidate])
    {
        self.encoding = encoding
        self.confidence = confidence
        self.reason = reason
        self.candidates = candidates
    }

    private init(_ readings: [Reading]) {
        let sorted = readings.sorted { $0.score > $1.score }
        let candidates = sorted.map { Candidate(encoding: $0.encoding, score: $0.score) }
        guard let best = sorted.first else {
            self.init(nil, 0, .unsure, [])
            return
        }
        let second = sorted.count > 1 ? sorted[1].score : 0
        if best.marked < EncodingGuess.fewestWords {
            self.init(nil, best.score, .tooLittle, candidates)
        } else if best.score >= EncodingGuess.enough, best.score - second >= EncodingGuess.margin {
            self.init(best.encoding, best.score, .sure, candidates)
        } else {
            self.init(nil, best.score, .unsure, candidates)
        }
    }

    /// Of pure ASCII, VIQR alone is anything else.
    private init(ascii bytes: [UInt8], isCut: Bool) {
        let viqr = Reading(bytes, .viqr)
        // In any language a sign may follow a vowel at the end of a sentence. In VIQR most words have signs.
        let share = viqr.words == 0 ? 0 : Double(viqr.marked) / Double(viqr.words)
        let candidates = [Candidate(encoding: .viqr, score: viqr.score * min(1, share * 2))]
        if viqr.marked >= EncodingGuess.fewestWords, share >= 0.4, viqr.score >= EncodingGuess.enough {
            self.init(.viqr, viqr.score, .sure, candidates)
        } else if share >= 0.25, viqr.marked > 0 {
            let isFew = viqr.marked < EncodingGuess.fewestWords
            self.init(nil, viqr.score, isFew ? .tooLittle : .unsure, candidates)
        } else {
            self.init(isCut ? nil : .unicode, isCut ? 0 : 1, .plainASCII, candidates)
        }
    }

    /// UTF-8 is no other encoding by chance; it may hold VNI that was read as Latin-1.
    private init(utf8 bytes: [UInt8], sequences: Int) {
        var lines = (vni: 0, unicode: 0)
        var decomposed = 0
        var judge = VNILine()
        var reader = UTF8Reader()
        func end(_ judge: inout VNILine) {
            switch judge.verdict {
            case .vni: lines.vni += 1
            case .unicode: lines.unicode += 1
            case .ascii, .undecided: break
            }
            judge = VNILine()
        }
        for byte in bytes {
            guard case .scalar(let scalar) = reader.read(byte) else { continue }
            judge.add(scalar)
            if VietnameseLetters.toneMarks.contains(where: { $0.value == scalar }) { decomposed += 1 }
            if scalar == 0x0A { end(&judge) }
        }
        end(&judge)
        // Each sequence halves the odds that bytes of another encoding fit together so, and more.
        let chance = sequences < 8 ? 1 / Double(1 << (2 * sequences)) : 0
        if lines.vni > 0 {
            let share = Double(lines.vni) / Double(lines.vni + lines.unicode)
            let candidates = [
                Candidate(encoding: .vniLatin1, score: share),
                Candidate(encoding: .unicode, score: 1 - share),
            ].sorted { $0.score > $1.score }
            if share >= EncodingGuess.enough {
                self.init(.vniLatin1, share, .sure, candidates)
            } else {
                self.init(nil, max(share, 1 - share), .unsure, candidates)
            }
        } else {
            // Letters with tones by themselves, rather than a stray one.
            let encoding = decomposed >= 3 && decomposed * 5 >= sequences ? TextEncoding.combining : .unicode
            self.init(encoding, 1 - chance, .sure, [Candidate(encoding: encoding, score: 1 - chance)])
        }
    }

    /// How many characters beyond ASCII there are, or nil when the bytes are not UTF-8; the last one may be
    /// cut off.
    private static func sequencesOfUTF8(_ bytes: [UInt8], isCut: Bool) -> Int? {
        var reader = UTF8Reader()
        var count = 0
        for byte in bytes {
            switch reader.read(byte) {
            case .more: break
            case .scalar(let scalar): if scalar >= 0x80 { count += 1 }
            case .broken, .brokenBefore: return nil
            }
        }
        return reader.isUnfinished && !isCut ? nil : count
    }

    /// A text read in one encoding: how many words it has, how many with letters beyond ASCII, and how good
    /// these are.
    private struct Reading {
        let encoding: TextEncoding
        private(set) var words = 0
        private(set) var marked = 0
        private(set) var score = 0.0

        init(_ bytes: [UInt8], _ encoding: TextEncoding) {
            self.encoding = encoding
            var decoder = encoding.decoder()
            let text = String(decoding: decoder.convertAll(bytes), as: UTF8.self)
            var good = 0.0
            var known: [String: Double] = [:]
            for word in text.split(whereSeparator: { !$0.isLetter && $0 != "\u{FFFD}" }) {
                words += 1
                guard word.utf8.count > word.count else { continue }
                marked += 1
                let word = String(word)
                if known[word] == nil { known[word] = Reading.score(word) }
                good += known[word] ?? 0
            }
            // A byte without a meaning is as bad as a word that is none.
            let wrong =
                (decoder.problems[.undefined]?.count ?? 0) + (decoder.problems[.misplaced]?.count ?? 0)
            if marked > 0 { score = good / Double(marked + wrong) }
        }

        /// 1 for a syllable of Vietnamese, and somewhat less for a word in letters of the Highlands; 0 for
        /// one whose capitals stand within it, or with other letters.
        private static func score(_ word: String) -> Double {
            let small = word.lowercased()
            let capitalized = small.prefix(1).uppercased() + small.dropFirst()
            guard word == small || word == capitalized || word == word.uppercased() else { return 0 }
            if VietnameseSyllable.isWellFormed(small) { return 1 }
            var line = VNILine()
            for scalar in small.unicodeScalars { line.add(scalar.value) }
            guard line.forVNI == 0 else { return 0 }
            let isHighland = small.normalized(.nfd).unicodeScalars.allSatisfy { scalar in
                (0x61...0x7A).contains(scalar.value) || "đƀñ".unicodeScalars.contains(scalar)
                    || [0x302, 0x303, 0x306, 0x30C, 0x31B].contains(scalar.value)
            }
            return isHighland ? 0.8 : 0
        }
    }
}
