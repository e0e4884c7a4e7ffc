/// Which fonts the paragraphs have that are numbered in the same way, and the texts around their numbers.
///
/// A number is in the font of its paragraph unless its level names another, so that these fonts show how the text around the
/// number is to be read. Lists of one part may number paragraphs of the other, so that the texts wait until both are read.
struct OpenDocumentLists {
    /// A level of a list, from 1; a list without a name is that of the headings.
    struct Level: Hashable {
        var list: String
        var level: Int
    }

    /// What stands around the number of a paragraph, such as *Điều*.
    struct Text {
        var level: Level
        /// The part, and whether the list is one of those that only this part sees.
        var part: Int
        var isAutomatic: Bool
        /// The font that the level names; nil when it names none.
        var font: String?
        var value: String
        var range: Range<Int>
    }

    private struct Use: Hashable {
        var level: Level
        /// The part whose own list it is; nil when it is one of the document.
        var part: Int?
    }

    private(set) var texts: [Text] = []
    private var uses: [Use: Set<String>] = [:]

    /// A paragraph of a part has this level of a list, in the font called `font`.
    mutating func note(_ level: Level, part: Int, isAutomatic: Bool, _ font: String?) {
        uses[Use(level: level, part: isAutomatic ? part : nil), default: []].insert(font ?? "")
    }

    /// A level has a text around its numbers.
    mutating func add(_ text: Text) { texts.append(text) }

    /// The fonts of the paragraphs that show a text.
    func fonts(_ text: Text) -> Set<String> {
        uses[Use(level: text.level, part: text.isAutomatic ? text.part : nil)] ?? []
    }
}
