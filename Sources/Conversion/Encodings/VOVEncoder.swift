import Text
import ICU

/// Writes letters of the Highlands as the stand-ins of ``TextEncoding/vovStandIns``.
///
/// The code has no way to write its signs as signs where they stand beside letters: such a sign is written as `?` or
/// kept, and counted as `lacking`; so is a letter with a breve that the code does not have.
struct VOVEncoder: Converter {
    private let options: ConversionOptions
    private(set) var problems = ConversionProblems()
    private var words = WordBuffer()

    init(_ options: ConversionOptions) { self.options = options }

    /// The signs for letters in NFC; two code points of which the second is a breve are one letter.
    private static let signs: [String: String] = {
        var signs = [
            "ƀ": "[", "Ƀ": "{", "č": "]", "Č": "}", "ñ": "`", "Ñ": "~", "ĭ": "^", "Ĭ": "I\\", "ĕ": "e\\",
            "Ĕ": "E\\",
            "ŏ": "o\\", "Ŏ": "O\\", "ŭ": "u\\", "Ŭ": "U\\",
        ]
        for letter in ["ơ", "ư", "Ơ", "Ư"] { signs[letter + "\u{306}"] = letter + "\\" }
        for letter in ["a", "e", "o", "A", "E", "O"] {
            signs[(letter + "\u{302}\u{306}").normalized(.nfc)] = letter + "#"
        }
        return signs
    }()

    mutating func convert(_ input: Span<UInt8>, into output: inout [UInt8]) {
        for index in input.indices {
            if let word = words.add(input[index]) { add(word, &output) }
        }
    }

    mutating func finish(into output: inout [UInt8]) {
        if let word = words.finish() { add(word, &output) }
    }

    private mutating func add(_ word: WordBuffer.Word, _ output: inout [UInt8]) {
        guard word.bytes.contains(where: { $0 >= 0x80 || VOVStandIns.isSign($0) }),
            let text = String(validating: word.bytes, as: UTF8.self)
        else {
            output += word.bytes
            return
        }
        var written = ""
        for letter in text {
            written += VOVEncoder.signs[String(letter).normalized(.nfc)] ?? String(letter)
        }
        if reads(written, as: text) {
            output += written.utf8
            return
        }
        // Some sign would be read as a letter; or, if it is still read otherwise without them, its letters have no code here.
        var lacking: [String] = []
        var plain = ""
        written = ""
        for letter in text {
            if letter.utf8.count == 1, letter.utf8.allSatisfy(VOVStandIns.isSign) {
                lacking.append(String(letter))
                plain += shown(letter)
                written += shown(letter)
            } else {
                plain += String(letter)
                written += VOVEncoder.signs[String(letter).normalized(.nfc)] ?? String(letter)
            }
        }
        if options.illFormed != .keep || lacking.isEmpty, !reads(written, as: plain) {
            written = ""
            for letter in plain {
                let hasCode = VOVEncoder.signs[String(letter).normalized(.nfc)] != nil
                if hasCode { lacking.append(String(letter)) }
                written += hasCode ? shown(letter) : String(letter)
            }
        }
        for letter in lacking { problems.note(.lacking, at: word.start, letter) }
        output += written.utf8
    }

    /// What is written for a letter that cannot be.
    private func shown(_ letter: Character) -> String { options.illFormed == .keep ? String(letter) : "?" }

    private func reads(_ written: String, as text: String) -> Bool {
        VOVStandIns.decoded(Array(written.unicodeScalars)).text.elementsEqual(text.unicodeScalars)
    }
}
