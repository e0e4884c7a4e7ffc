import ICU

/// A text read in each encoding of bytes, as a whole and line by line.
struct LineReadings {
    /// A reading of the whole text.
    private struct Reading {
        let encoding: TextEncoding
        var words: LegacyWords
        var tally: WordTally
    }

    private static let encodings: [TextEncoding] = [.tcvn3, .vniWindows, .viscii, .vps, .cp1258]

    /// The readings with their scores, the best first.
    let candidates: [EncodingGuess.Candidate]
    /// The one that is sure: its encoding, and its score.
    private(set) var sure: EncodingGuess.Candidate?
    /// The first line in another encoding than most.
    private(set) var otherLine: EncodingGuess.OtherLine?
    /// Whether something speaks for an encoding, and too little for a guess.
    private(set) var isTooLittle = false

    /// Reads bytes that are not UTF-8.
    init(bytes: [UInt8]) { self.init(bytes, isUTF8: false) }

    /// Reads text in UTF-8 that some program may have read as Latin-1.
    init(_ text: Latin1Text) { self.init(text.bytes, isUTF8: true) }

    private init(_ bytes: [UInt8], isUTF8: Bool) {
        var readings = LineReadings.encodings.map { encoding in
            var words = LegacyWords(encoding.machines())
            let tally = words.tally(bytes[...], isUTF8: isUTF8)
            return Reading(encoding: isUTF8 ? encoding.readAsLatin1 : encoding, words: words, tally: tally)
        }
        readings.sort { $0.tally.score > $1.tally.score }
        var candidates = readings.map {
            EncodingGuess.Candidate(encoding: $0.encoding, score: min(1, $0.tally.score))
        }
        if isUTF8 {
            let asItIs = readings.map(\.tally.scoreAsItIs).max() ?? 0
            candidates.append(EncodingGuess.Candidate(encoding: .unicode, score: min(1, asItIs)))
            candidates.sort { $0.score > $1.score }
        }
        self.candidates = candidates
        let best = LineReadings.best(readings.map(\.tally), isUTF8: isUTF8)
        if let best, readings[best].tally.isEnough {
            sure = candidate(readings[best])
        } else if isUTF8 {
            isTooLittle = readings.contains { $0.tally.isSuspicious }
        } else {
            isTooLittle = readings.allSatisfy { $0.tally.marked < WordTally.enough }
        }
        let lines = LineReadings.lines(bytes)
        let strong = LineReadings.strongLines(lines, &readings, isUTF8: isUTF8)
        if isUTF8 {
            decideInUnicode(lines, &readings, strong)
        } else {
            decideOfBytes(lines, &readings, strong)
        }
    }

    private func candidate(_ reading: Reading) -> EncodingGuess.Candidate {
        EncodingGuess.Candidate(encoding: reading.encoding, score: min(1, reading.tally.score))
    }

    // MARK: Lines

    /// A line by its number, from 1.
    private typealias Line = (number: Int, bytes: ArraySlice<UInt8>)

    /// The lines with characters beyond ASCII.
    private static func lines(_ bytes: [UInt8]) -> [Line] {
        var lines: [Line] = []
        var start = 0
        var number = 1
        for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x0A {
            let line = bytes[start..<index]
            if line.contains(where: { $0 >= 0x80 || $0 == LegacyWords.foreignLetter }) {
                lines.append((number, line))
            }
            start = index + 1
            number += 1
        }
        return lines
    }

    /// The lines that read well in one encoding by themselves, and which reading that is.
    private static func strongLines(
        _ lines: [Line], _ readings: inout [Reading], isUTF8: Bool
    ) -> [(number: Int, reading: Int)] {
        var strong: [(number: Int, reading: Int)] = []
        for line in lines {
            let tallies = readings.indices.map { readings[$0].words.tally(line.bytes, isUTF8: isUTF8) }
            if let best = best(tallies, isUTF8: isUTF8), tallies[best].isEnough {
                strong.append((line.number, best))
            }
        }
        return strong
    }

    /// Of text in UTF-8, whether all of it, or only some lines, is in a legacy encoding that was read as Latin-1.
    private mutating func decideInUnicode(
        _ lines: [Line], _ readings: inout [Reading], _ strong: [(number: Int, reading: Int)]
    ) {
        let kinds = Set(strong.map(\.reading))
        guard kinds.count <= 1 else { return decideAmong(strong, readings) }
        let found = sure.flatMap { sure in readings.firstIndex { $0.encoding == sure.encoding } }
        guard let reading = kinds.first ?? found else { return }
        var legacy: [Int] = []
        var unicode: [Int] = []
        for line in lines {
            switch readings[reading].words.verdict(Array(line.bytes)) {
            case .legacy: legacy.append(line.number)
            case .unicode: unicode.append(line.number)
            case .ascii, .undecided: break
            }
        }
        let isMost = legacy.count * 10 >= (legacy.count + unicode.count) * 7
        if isMost, sure != nil || readings[reading].tally.isGood {
            sure = candidate(readings[reading])
            return
        }
        sure = nil
        let isFew = legacy.count <= unicode.count
        let first = isFew || unicode.isEmpty ? strong.first?.number ?? legacy.first : unicode.first
        otherLine = first.map {
            EncodingGuess.OtherLine(
                number: $0, encoding: isFew || unicode.isEmpty ? readings[reading].encoding : .unicode)
        }
    }

    /// Of bytes, whether some lines are in another encoding than the rest.
    private mutating func decideOfBytes(
        _ lines: [Line], _ readings: inout [Reading], _ strong: [(number: Int, reading: Int)]
    ) {
        guard Set(strong.map(\.reading)).count <= 1 else { return decideAmong(strong, readings) }
        let found = sure.flatMap { sure in readings.firstIndex { $0.encoding == sure.encoding } }
        guard let reading = strong.first?.reading ?? found else { return }
        if let found, found != reading {
            sure = nil
            return
        }
        for line in lines {
            let bytes = Array(line.bytes)
            guard EncodingGuess.sequencesOfUTF8(bytes, isCut: false) != nil else { continue }
            let good = readings[reading].words.tally(line.bytes, isUTF8: false).kinds.count
            guard good == 0 || LineReadings.goodWords(bytes) > good else { continue }
            sure = nil
            otherLine = EncodingGuess.OtherLine(number: line.number, encoding: .unicode)
            return
        }
    }

    /// Lines in two encodings: the first line in the rarer one is named.
    private mutating func decideAmong(_ strong: [(number: Int, reading: Int)], _ readings: [Reading]) {
        var counts: [Int: Int] = [:]
        for line in strong { counts[line.reading, default: 0] += 1 }
        let most = counts.values.max() ?? 0
        let main = strong.first { counts[$0.reading] == most }?.reading
        sure = nil
        otherLine = strong.first { $0.reading != main }.map {
            EncodingGuess.OtherLine(number: $0.number, encoding: readings[$0.reading].encoding)
        }
    }

    /// How many different good words with letters beyond ASCII a text in UTF-8 has.
    static func goodWords(_ bytes: [UInt8]) -> Int {
        let text = String(decoding: bytes, as: UTF8.self).normalized(.nfc)
        let words = text.split { !$0.isLetter }.filter { $0.utf8.count > $0.count }
        return Set(words).count { WordKind(String($0)) != .other }
    }

    /// Which of `tallies` is good and better than all others; nil when none is.
    private static func best(_ tallies: [WordTally], isUTF8: Bool) -> Int? {
        guard let best = tallies.indices.max(by: { tallies[$0].score < tallies[$1].score }),
            tallies[best].isGood
        else { return nil }
        let others = tallies.indices.filter { $0 != best }.map { tallies[$0].score }
        let next = max(others.max() ?? 0, isUTF8 ? tallies[best].scoreAsItIs : 0)
        return tallies[best].score - next >= WordTally.margin ? best : nil
    }
}
