import Diagnostics
import Testing

@testable import KeymapCompiler

extension DiagnosticsTests {
    /// What is wrong with rules, markers and sets of texts.
    static let ruleCases: [Case] = [
        Case(
            "keymap.unknown-marker", "no marker is named 'acut'; did you mean 'acute'?",
            """
            markers acute
            rules
              e @acute > ê
              o @1️⃣acut > ô
            """,
            fixed: """
                markers acute
                rules
                  e @acute > ê
                  o @acute > ô
                """),
        Case(
            "keymap.unknown-marker",
            "no marker is named 'home'; expected one of the statement 'markers', or U+0040 for '@' itself",
            """
            rules
              ;; > @1️⃣home
            """),
        Case(
            "keymap.unused-marker", "marker 'hat' is named by no rule and put in by no key",
            """
            markers acute 1️⃣hat
            rules
              e @acute > ê
            """, .warning,
            fixed: """
                markers acute
                rules
                  e @acute > ê
                """),
        Case(
            "keymap.bad-name",
            "'any' cannot name a marker; expected letters, digits and hyphens, a letter first",
            "markers 1️⃣any"),
        Case(
            "keymap.duplicate-name", "marker 'acute' is named twice",
            "markers acute 1️⃣acute\nrules\n  e @acute > ê",
            note: "first named here"),
        Case(
            "keymap.unknown-class", "no class or set is named 'lov'; did you mean 'low'?",
            """
            characters low = a..e
            rules
              [1️⃣lov] ; > ê
            """,
            fixed: """
                characters low = a..e
                rules
                  [low] ; > ê
                """),
        Case(
            "keymap.bad-range",
            "'z..a' is no range; expected two characters, the lesser first, as in a..z or U+1A75..U+1A79",
            "characters low = 1️⃣z..a"),
        Case(
            "keymap.duplicate-name", "set 'low' is named twice", "characters low = a\ncharacters 1️⃣low = e",
            note: "first named here"),
        Case(
            "keymap.bad-rule", "'(' cannot be read: found '('; expected a ')' after it, between blanks",
            """
            rules
              1️⃣( e ; > ê
            """),
        Case(
            "keymap.bad-rule", "')' cannot be read: found ')'; expected a '(' before it",
            """
            rules
              e 1️⃣) ; > ê
            """),
        Case(
            "keymap.bad-rule",
            "'{1,2}' cannot be read: it has several characters before it; expected one character, a name in brackets, or ( )",
            """
            rules
              ee 1️⃣{1,2} ; > ê
            """),
        Case(
            "keymap.bad-rule", "'?' cannot be read: it stands after another number of times",
            """
            rules
              e {1,2} 1️⃣? ; > ê
            """),
        Case(
            "keymap.bad-rule",
            "'[start]' cannot be read: '[start]' stands after something; expected it first",
            """
            rules
              e 1️⃣[start] ; > ê
            """),
        Case(
            "keymap.bad-rule",
            "'[vowel]?' cannot be read: it fits where nothing stands; expected something that must be there",
            """
            rules
              1️⃣[vowel]? > ê
            """),
        Case(
            "keymap.bad-rule",
            "'[not two]' cannot be read: set 'two' has texts of several characters; expected single ones after 'not'",
            """
            characters two = ng e
            rules
              1️⃣[not two] ; > ê
            """),
        Case(
            "keymap.bad-capture", "found '$2', but the left side keeps one part; expected $1",
            """
            rules
              ( e ) ; > 1️⃣$2
            """,
            fixed: """
                rules
                  ( e ) ; > $1
                """),
        Case(
            "keymap.bad-capture",
            "found '$1', but the left side keeps nothing; expected ( and ) between blanks around what is to be kept",
            """
            rules
              (e) ; > 1️⃣$1
            """),
        Case(
            "keymap.bad-map",
            "'$1[high]' cannot be mapped: 'low' has 3 texts and 'high' has 2; expected as many",
            """
            characters low = a e o
            characters high = â ê
            rules
              ( [low] ) ; > 1️⃣$1[high]
            """),
        Case(
            "keymap.bad-map",
            "'$1[high]' cannot be mapped: what '$1' keeps is not one name in square brackets",
            """
            characters high = â ê
            rules
              ( e ) ; > 1️⃣$1[high]
            """),
        Case(
            "keymap.pattern-too-long", "'e {9,70} ;' has 71 characters; expected at most 64",
            """
            rules
              1️⃣e {9,70} ; > ê
            """),
        Case(
            "keymap.duplicate-key", "key '{F1}' puts in text twice; expected one line",
            """
            keys
              {F1} > ê
              1️⃣{F1} > ô
            """, note: "first here",
            fixed: """
                keys
                  {F1} > ê
                """),
        Case(
            "keymap.not-one-key", "found 'ab' for a line of 'keys'; expected one key",
            """
            keys
              1️⃣ab > ê
            """),
        Case(
            "keymap.bad-order",
            "'[two]' is not made of single characters and sets of them; expected what 'reorder' takes",
            """
            characters two = ng
            reorder
              1️⃣[two] : order 1
            """),
        Case(
            "keymap.bad-order", "'order' has 2 values for 1 characters; expected what 'reorder' takes",
            """
            reorder
              e : order 1 1️⃣2
            """),
        Case(
            "keymap.bad-order",
            "a character has both 'order' and 'tertiary'; expected what 'reorder' takes",
            """
            reorder
              1️⃣e : order 1, tertiary 2
            """),
        Case(
            "keymap.bad-number", "found '200'; expected a number from -128 to 127",
            """
            reorder
              e : order 1️⃣200
            """),
        Case(
            "keymap.unknown-choice",
            "'ordr' is not known for reorder; expected 'order', 'tertiary', 'base' or 'prebase'",
            """
            reorder
              e : 1️⃣ordr 1
            """,
            fixed: """
                reorder
                  e : order 1
                """),
        Case(
            "keymap.bad-code-point",
            "'U+FFFF' is no code point; expected four to six digits, such as U+0306",
            """
            keys
              {F1} > 1️⃣U+FFFF
            """),
    ]

    @Test func `A rule that an earlier one of its group hides is told, and moved before it`() throws {
        let text = Samples.spoilt + "rules\n  e; > ê\n  ( u | o ) e; > ô\nrules\n  oe; > ô\n"
        let source = SourceText(path: "test.keymap", text)
        let (bytes, diagnostics) = KeymapCompiler.compile(source) { _ in nil }
        #expect(bytes != nil)
        #expect(diagnostics.map(\.id) == ["keymap.hidden-rule"])
        let diagnostic = try #require(diagnostics.first)
        #expect(diagnostic.severity == .warning)
        #expect(
            diagnostic.message
                == "'( u | o ) e; > ô' never fits: an earlier rule of its group fits whenever it would")
        #expect(source.text(diagnostic.range) == "( u | o ) e; > ô")
        #expect(diagnostic.notes.map { source.text($0.range) } == ["e; > ê"])
        let mended = source.applying(try #require(diagnostic.fixIts.first))
        #expect(
            String(decoding: mended.bytes, as: UTF8.self)
                == Samples.spoilt + "rules\n  ( u | o ) e; > ô\n  e; > ê\nrules\n  oe; > ô\n")
        #expect(KeymapCompiler.compile(mended) { _ in nil }.diagnostics.isEmpty)
    }
}
