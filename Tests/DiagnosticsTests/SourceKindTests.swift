import Diagnostics
import Testing

struct SourceKindTests {
    @Test(arguments: [
        ("a.keymap", "", SourceKind.keymap), ("vi/a.part", "", .part), ("a.lexicon", "\\lx êa", .table),
        ("a.sfm", "", .records), ("a.mdf", "", .records), ("a.db", "", .records),
        ("a.transform", "", .transform),
        ("a.macros", "", .macros), ("a", "# remark\n\nkeymap 1\n", .keymap), ("a.txt", "lexicon 1\n", .table),
        ("a.txt", " \\_lexicon 1\n", .records), ("a", "transform 1\r\n", .transform),
        ("a", "macros 1\n", .macros),
        ("a", ";DO NOT DELETE THIS LINE*** version=1 ***\nko:không\n", .uniKeyMacros),
    ])
    func `A kind is recognized by its suffix or else by the first line`(
        path: String, text: String, kind: SourceKind
    ) {
        #expect(SourceKind.of(SourceText(path: path, text)) == kind)
    }

    @Test(arguments: [
        ("a.txt", "notes\nkeymap 1\n"), ("a", ""), ("a", "# keymap 1\n"), ("a", "keymaps 1\n"),
        (".keymap", "x\n"),
        ("a.keymap/b", "x\n"),
    ])
    func `Anything else is of no kind`(path: String, text: String) {
        #expect(SourceKind.of(SourceText(path: path, text)) == nil)
    }

    @Test func `Suffixes are chosen by use`() {
        #expect(
            SourceKind.suffixes(for: .build, without: .include) == ["keymap", "lexicon", "sfm", "mdf", "db"])
        #expect(SourceKind.suffixes(of: .keymap) == ["keymap", "part"])
        #expect(Set(SourceKind.suffixes()).count == SourceKind.suffixes().count)
    }
}
