import Conversion

/// Pieces of text whose encoding is known, and what the guess makes of each.
struct GuessCorpus {
    /// A piece of text.
    struct Piece {
        /// Which row of the table it is in.
        var row: String
        /// What it was written in.
        var encoding: TextEncoding?
        /// The file.
        var bytes: [UInt8]
        /// What conversion to Unicode should give.
        var text: String
    }

    /// What became of a piece.
    enum Outcome: String, CaseIterable {
        case right
        case refused
        case wrong
    }

    /// All pieces.
    let pieces: [Piece]

    init() {
        var pieces: [Piece] = []
        for encoding in TextEncoding.allCases {
            for text in GuessTexts.short { pieces.append(Self.piece("1–5 words", text, encoding)) }
            for text in GuessTexts.long { pieces.append(Self.piece("20 words or more", text, encoding)) }
            // A whole letter: lines of every length, with a heading, a number and a line in English.
            let lines =
                [GuessTexts.short[3].uppercased(), GuessTexts.short[9], "12/5, 3.000"]
                + GuessTexts.long[0...3] + [GuessTexts.languages[0].text]
            pieces.append(
                Self.piece("mixed with English and numbers", lines.joined(separator: "\n"), encoding))
            for index in 0..<3 {
                let lines = [
                    GuessTexts.long[index], "key = value; n += 1", GuessTexts.long[index + 1],
                    "ok, see README",
                ]
                pieces.append(
                    Self.piece("mixed with English and numbers", lines.joined(separator: "\n"), encoding))
            }
            pieces += Self.mixed(encoding)
        }
        for (_, text) in GuessTexts.languages {
            pieces.append(Self.piece("other languages", text, .unicode))
            if let bytes = Self.latin1(text) {
                pieces.append(
                    Piece(row: "other languages in Latin-1", encoding: nil, bytes: bytes, text: text))
            }
        }
        for text in GuessTexts.shortForeign {
            pieces.append(Self.piece("a few words of other languages", text, .unicode))
            if let bytes = Self.latin1(text) {
                pieces.append(
                    Piece(row: "other languages in Latin-1", encoding: nil, bytes: bytes, text: text))
            }
        }
        for text in GuessTexts.others { pieces.append(Self.piece("code, tables, numbers", text, .unicode)) }
        self.pieces = pieces
    }

    /// `text` in `encoding`; what the encoding cannot write, such as capitals in TCVN3, is not expected.
    private static func piece(_ row: String, _ text: String, _ encoding: TextEncoding) -> Piece {
        let options = ConversionOptions(lines: .all)
        let bytes = Samples.convert(Array(text.utf8), by: encoding.encoder(options))
        let read = Samples.convert(bytes, by: encoding.decoder(options))
        return Piece(row: row, encoding: encoding, bytes: bytes, text: String(decoding: read, as: UTF8.self))
    }

    /// Lines in the encoding between lines in Unicode: half and half, and one among many.
    private static func mixed(_ encoding: TextEncoding) -> [Piece] {
        guard ![.unicode, .combining, .viqr].contains(encoding), !encoding.isWide else { return [] }
        func lines(_ isLegacy: (Int) -> Bool) -> Piece {
            var piece = Piece(row: "lines in two encodings", encoding: encoding, bytes: [], text: "")
            for (index, line) in GuessTexts.long.enumerated() {
                let part = Self.piece("", line + "\n", isLegacy(index) ? encoding : .unicode)
                piece.bytes += part.bytes
                piece.text += part.text
            }
            return piece
        }
        return [lines { $0 % 2 == 0 }, lines { $0 == 5 }, lines { $0 != 5 }]
    }

    private static func latin1(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            guard let byte = UInt8(exactly: scalar.value) else { return nil }
            bytes.append(byte)
        }
        return bytes.contains { $0 >= 0x80 } ? bytes : nil
    }

    /// What the guess makes of `piece`.
    static func outcome(_ piece: Piece) -> (outcome: Outcome, guess: EncodingGuess) {
        let guess = EncodingGuess(beginning: piece.bytes.span, isWhole: true)
        guard let encoding = guess.encoding else { return (.refused, guess) }
        let read = Samples.convert(piece.bytes, by: encoding.decoder())
        return (read == Array(piece.text.utf8) ? .right : .wrong, guess)
    }
}
