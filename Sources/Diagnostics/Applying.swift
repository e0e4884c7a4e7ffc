extension SourceText {
    /// The text with the edits of `fixIt` made.
    ///
    /// Lines that are put in end as those of the text do.
    ///
    /// - Complexity: O(*bytes* + *edits* log *edits*).
    public func applying(_ fixIt: Diagnostic.FixIt) -> SourceText {
        var result: [UInt8] = []
        for piece in pieces(with: fixIt.edits) {
            switch piece {
            case .kept(let range): result += bytes[range]
            case .new(let text, _): result += text
            }
        }
        return SourceText(path: path, bytes: result)
    }

    /// A stretch of a text after edits.
    enum Piece {
        /// Bytes that stayed.
        case kept(Range<Int>)
        /// Bytes that were put in, at an offset of the text before.
        case new([UInt8], at: Int)
    }

    /// What stands in the text one after the other once `edits` are made; an edit that overlaps another one before
    /// it, or lies outside, is left out.
    func pieces(with edits: [Diagnostic.FixIt.Edit]) -> [Piece] {
        var pieces: [Piece] = []
        var offset = 0
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
        where edit.range.lowerBound >= offset && edit.range.upperBound <= bytes.count {
            pieces.append(.kept(offset..<edit.range.lowerBound))
            pieces.append(.new(withLineEnds(edit.replacement), at: edit.range.lowerBound))
            offset = edit.range.upperBound
        }
        pieces.append(.kept(offset..<bytes.count))
        return pieces
    }

    /// The bytes of `replacement` with the line ends of the text, seen from its first one.
    private func withLineEnds(_ replacement: String) -> [UInt8] {
        let plain = Array(replacement.utf8)
        guard plain.contains(0x0A), lineStarts.count > 1 else { return plain }
        let first = lineRange(0).upperBound
        let end = Array(bytes[first..<max(first, lineStarts[1])])
        var result: [UInt8] = []
        for byte in plain {
            if byte == 0x0A {
                if result.last == 0x0D { result.removeLast() }
                result += end
            } else {
                result.append(byte)
            }
        }
        return result
    }
}
