import Text
import ICU

/// Which encoding a text is likely in, and how sure that is.
///
/// The beginning of the text is read in every encoding, and the words of each reading are looked at: which of them are
/// syllables of Vietnamese or in letters of the Highlands, and which of them no text has that is not in this encoding. An
/// encoding is named when nearly all words are good, enough different ones are there, and no other encoding reads as
/// well; else none is. <doc:Detecting-encodings> explains the rules.
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
        /// Some lines read well in one encoding and others in another.
        case mixed
        /// There are bytes that no text has.
        case notText = "not-text"
    }

    /// An encoding and its score.
    public struct Candidate: Hashable, Sendable {
        /// The encoding.
        public var encoding: TextEncoding
        /// How well the text reads in it, from 0 to 1.
        public var score: Double
    }

    /// A line that is in another encoding than most.
    public struct OtherLine: Hashable, Sendable {
        /// Its number, from 1.
        public var number: Int
        /// What it is in.
        public var encoding: TextEncoding

        /// The line with this number, in this encoding.
        public init(number: Int, encoding: TextEncoding) {
            self.number = number
            self.encoding = encoding
        }
    }

    /// The likely encoding, or nil when it is not sure.
    public let encoding: TextEncoding?
    /// How sure the best reading is, from 0 to 1.
    public let confidence: Double
    /// Why.
    public let reason: Reason
    /// The readings that came into question, the best first.
    public let candidates: [Candidate]
    /// The first line that is in another encoding than most, where that is why none is named.
    public let otherLine: OtherLine?

    /// How many bytes are looked at, at most.
    public static let limit = 65536

    /// Guesses from the beginning of a text.
    ///
    /// - Parameters:
    ///   - beginning: Its first bytes; those beyond ``limit`` are not read.
    ///   - isWhole: Whether this is the whole text, so that pure ASCII is `unicode` and no guess.
    public init(beginning: Span<UInt8>, isWhole: Bool) {
        var bytes: [UInt8] = []
        for index in 0..<min(beginning.count, EncodingGuess.limit) { bytes.append(beginning[index]) }
        let isCut = !isWhole || bytes.count < beginning.count
        if let wide = WideGuess(bytes, isCut: isCut) {
            self.init(
                wide.encoding, wide.encoding == nil ? 0 : 1, wide.encoding == nil ? .notText : .sure,
                wide.encoding.map { [Candidate(encoding: $0, score: 1)] } ?? [])
        } else if bytes.allSatisfy({ $0 < 0x80 }) {
            self.init(ascii: bytes, isCut: isCut)
        } else if let sequences = EncodingGuess.sequencesOfUTF8(bytes, isCut: isCut) {
            self.init(utf8: bytes, sequences: sequences)
        } else {
            self.init(LineReadings(bytes: bytes))
        }
    }

    fileprivate init(
        _ encoding: TextEncoding?, _ confidence: Double, _ reason: Reason, _ candidates: [Candidate],
        otherLine: OtherLine? = nil
    ) {
        self.encoding = encoding
        self.confidence = confidence
        self.reason = reason
        self.candidates = candidates
        self.otherLine = otherLine
    }

    /// Of bytes that are not UTF-8.
    private init(_ readings: LineReadings) {
        let candidates = readings.candidates
        let best = candidates.first?.score ?? 0
        if let other = readings.otherLine {
            self.init(nil, best, .mixed, candidates, otherLine: other)
        } else if let sure = readings.sure {
            self.init(sure.encoding, sure.score, .sure, candidates)
        } else {
            self.init(nil, best, readings.isTooLittle ? .tooLittle : .unsure, candidates)
        }
    }

    /// Of pure ASCII, VIQR and HTML alone are anything else.
    private init(ascii bytes: [UInt8], isCut: Bool) {
        if let html = EncodingGuess.ofReferences(bytes) {
            self = html
            return
        }
        let viqr = VIQRReading(bytes)
        // In any language a sign may follow a vowel at the end of a sentence. In VIQR most words have signs.
        let share = viqr.words == 0 ? 0 : Double(viqr.marked) / Double(viqr.words)
        let candidates = [Candidate(encoding: .viqr, score: viqr.score * min(1, share * 2))]
        let isFew = viqr.kinds.count < VIQRReading.fewestWords
        if !isFew, share >= 0.4, viqr.score >= WordTally.enoughScore {
            self.init(.viqr, viqr.score, .sure, candidates)
        } else if share >= 0.25, viqr.marked > 0, viqr.score >= 0.25 {
            self.init(nil, viqr.score, isFew ? .tooLittle : .unsure, candidates)
        } else {
            self.init(isCut ? nil : .unicode, isCut ? 0 : 1, .plainASCII, candidates)
        }
    }

    /// Of UTF-8, which is no other encoding by chance; it may hold another one that some program read as Latin-1.
    private init(utf8 bytes: [UInt8], sequences: Int) {
        if let hidden = EncodingGuess.ofMisreadUTF8(bytes) ?? EncodingGuess.ofReferences(bytes)
            ?? EncodingGuess.ofStandIns(bytes)
        {
            self = hidden
            return
        }
        let text = Latin1Text(bytes)
        let readings = LineReadings(text)
        if let other = readings.otherLine {
            self.init(
                nil, readings.candidates.first?.score ?? 0, .mixed, readings.candidates, otherLine: other)
        } else if let sure = readings.sure, sure.encoding != .unicode {
            self.init(sure.encoding, sure.score, .sure, readings.candidates)
        } else if readings.isTooLittle {
            self.init(nil, readings.candidates.first?.score ?? 0, .tooLittle, readings.candidates)
        } else {
            // Letters with tones by themselves, rather than a stray one.
            let isCombining = text.tones >= 3 && text.tones * 5 >= sequences
            let encoding = isCombining ? TextEncoding.combining : .unicode
            // Each sequence halves the odds that bytes of another encoding fit together so, and more.
            let chance = sequences < 8 ? 1 / Double(1 << (2 * sequences)) : 0
            self.init(encoding, 1 - chance, .sure, [Candidate(encoding: encoding, score: 1 - chance)])
        }
    }

    // MARK: Text that hides behind other text

    /// The guess for UTF-8 that was read as Windows code page 1252, once or twice; nil when nothing speaks for that.
    private static func ofMisreadUTF8(_ bytes: [UInt8]) -> EncodingGuess? {
        var decoder = MisreadUTF8Decoder(times: 1, ConversionOptions())
        let once = decoder.convertAll(bytes)
        guard let first = HiddenWords(hidden: EncodingGuess.composed(bytes), shown: once) else { return nil }
        var again = MisreadUTF8Decoder(times: 1, ConversionOptions())
        let twice = again.convertAll(once)
        // What was read so once has no such sequences left.
        if let second = HiddenWords(hidden: once, shown: twice),
            let guess = second.guess(.utf8Windows1252Twice)
        {
            return guess
        }
        return first.guess(.utf8Windows1252)
    }

    /// The guess for letters of the Highlands written as signs of ASCII; nil when little speaks for that.
    private static func ofStandIns(_ bytes: [UInt8]) -> EncodingGuess? {
        let found = VOVStandIns.likelihood(String(decoding: bytes, as: UTF8.self))
        guard found.words >= WordTally.enough, found.score >= 0.9 else { return nil }
        let candidate = Candidate(encoding: .vovStandIns, score: found.score)
        return EncodingGuess(.vovStandIns, found.score, .sure, [candidate])
    }

    /// The text in NFC, which is what converters write.
    private static func composed(_ bytes: [UInt8]) -> [UInt8] {
        var decoder = UnicodeDecoder(ConversionOptions(illFormed: .keep))
        return decoder.convertAll(bytes)
    }

    /// The guess for letters that are written as references of HTML; nil when nothing speaks for that.
    private static func ofReferences(_ bytes: [UInt8]) -> EncodingGuess? {
        guard bytes.contains(UInt8(ascii: "&")) else { return nil }
        var decoder = HTMLDecoder(ConversionOptions(illFormed: .keep))
        let shown = decoder.convertAll(bytes)
        guard let words = HiddenWords(hidden: EncodingGuess.composed(bytes), shown: shown) else { return nil }
        if let guess = words.guess(.html) { return guess }
        // Letters of a legacy encoding, written as references: neither step alone is right.
        let inner = EncodingGuess(beginning: shown.span, isWhole: false)
        guard let encoding = inner.encoding, encoding != .unicode, encoding != .combining else { return nil }
        return EncodingGuess(
            nil, inner.confidence, .unsure,
            [
                Candidate(encoding: .html, score: words.score),
                Candidate(encoding: encoding, score: inner.confidence),
            ])
    }

    /// How many characters beyond ASCII there are, or nil when the bytes are not UTF-8; the last one may be
    /// cut off.
    static func sequencesOfUTF8(_ bytes: [UInt8], isCut: Bool) -> Int? {
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
}

extension HiddenWords {
    /// The guess that the words are written in `encoding`; nil when they do not speak for it.
    fileprivate func guess(_ encoding: TextEncoding) -> EncodingGuess? {
        let candidates = [EncodingGuess.Candidate(encoding: encoding, score: score)]
        guard score >= WordTally.enoughScore else { return nil }
        return kinds.count >= WordTally.fewestWords
            ? EncodingGuess(encoding, score, .sure, candidates)
            : EncodingGuess(nil, score, .tooLittle, candidates)
    }
}
