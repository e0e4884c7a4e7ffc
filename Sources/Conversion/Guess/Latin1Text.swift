import Text

/// A text in UTF-8 as bytes of Windows code page 1252, for a look at what it is when it was read as Latin-1.
struct Latin1Text {
    /// A byte for each character; ``LegacyWords/stand(in:)`` where it has none.
    private(set) var bytes: [UInt8] = []
    /// How many tone marks of Vietnamese stand by themselves.
    private(set) var tones = 0

    init(_ text: [UInt8]) {
        bytes.reserveCapacity(text.count)
        var reader = UTF8Reader()
        for byte in text {
            guard case .scalar(let scalar) = reader.read(byte) else { continue }
            if VietnameseLetters.toneMarks.contains(where: { $0.value == scalar }) { tones += 1 }
            bytes.append(Windows1252.byte(scalar) ?? LegacyWords.stand(in: scalar))
        }
    }
}
