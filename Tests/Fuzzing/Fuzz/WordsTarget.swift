import Engine

/// Reads a file of the user's words, and expects to read again what it would write of them.
func readWords(_ bytes: [UInt8]) {
    guard let words = WordCounts.words(of: bytes) else { return }
    guard WordCounts.words(of: WordCounts.file(of: words)) == words else {
        fatalError("words that are written are not those that are read")
    }
}
