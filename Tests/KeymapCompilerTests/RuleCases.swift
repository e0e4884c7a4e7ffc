import Diagnostics
import Testing

@testable import KeymapCompiler

extension DiagnosticsTests {
    /// What is wrong with rules, markers and sets of texts.
    static let ruleCases: [Case] = [
        Case(
            .unknownMarker,
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
            .unknownMarker,
            """
            rules
              ;; > @1️⃣home
            """),
        Case(
            .unusedMarker,
            """
            markers acute 1️⃣hat
            rules
              e @acute > ê
            """,
            fixed: """
                markers acute
                rules
                  e @acute > ê
                """),
        Case(
            .badName,
            "markers 1️⃣any"),
        Case(
            .duplicateName,
            "markers acute 1️⃣acute\nrules\n  e @acute > ê"),
        Case(
            .unknownClass,
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
            .badRange,
            "characters low = 1️⃣z..a"),
        Case(
            .duplicateName, "characters low = a\ncharacters 1️⃣low = e"),
        Case(
            .badRule,
            """
            rules
              1️⃣( e ; > ê
            """),
        Case(
            .badRule,
            """
            rules
              e 1️⃣) ; > ê
            """),
        Case(
            .badRule,
            """
            rules
              ee 1️⃣{1,2} ; > ê
            """),
        Case(
            .badRule,
            """
            rules
              e {1,2} 1️⃣? ; > ê
            """),
        Case(
            .badRule,
            """
            rules
              e 1️⃣[start] ; > ê
            """),
        Case(
            .badRule,
            """
            rules
              1️⃣[vowel]? > ê
            """),
        Case(
            .badRule,
            """
            characters two = ng e
            rules
              1️⃣[not two] ; > ê
            """),
        Case(
            .badCapture,
            """
            rules
              ( e ) ; > 1️⃣$2
            """,
            fixed: """
                rules
                  ( e ) ; > $1
                """),
        Case(
            .badCapture,
            """
            rules
              (e) ; > 1️⃣$1
            """),
        Case(
            .badMap,
            """
            characters low = a e o
            characters high = â ê
            rules
              ( [low] ) ; > 1️⃣$1[high]
            """),
        Case(
            .badMap,
            """
            characters high = â ê
            rules
              ( e ) ; > 1️⃣$1[high]
            """),
        Case(
            .patternTooLong,
            """
            rules
              1️⃣e {9,70} ; > ê
            """),
        Case(
            .duplicateKey,
            """
            keys
              {F1} > ê
              1️⃣{F1} > ô
            """,
            fixed: """
                keys
                  {F1} > ê
                """),
        Case(
            .notOneKey,
            """
            keys
              1️⃣ab > ê
            """),
        Case(
            .badOrder,
            """
            characters two = ng
            reorder
              1️⃣[two] : order 1
            """),
        Case(
            .badOrder,
            """
            reorder
              e : order 1 1️⃣2
            """),
        Case(
            .badOrder,
            """
            reorder
              1️⃣e : order 1, tertiary 2
            """),
        Case(
            .badNumber,
            """
            reorder
              e : order 1️⃣200
            """),
        Case(
            .unknownChoice,
            """
            reorder
              e : 1️⃣ordr 1
            """,
            fixed: """
                reorder
                  e : order 1
                """),
        Case(
            .badCodePoint,
            """
            keys
              {F1} > 1️⃣U+FFFF
            """),
    ]

    @Test func `A rule that an earlier one of its group hides is reported, and moved before it`() throws {
        let text = Samples.spoilt + "rules\n  e; > ê\n  ( u | o ) e; > ô\nrules\n  oe; > ô\n"
        let source = SourceText(path: "test.keymap", text)
        let (bytes, diagnostics) = KeymapCompiler.compile(source) { _ in nil }
        #expect(bytes != nil)
        #expect(diagnostics.map(\.id) == ["keymap.hidden-rule"])
        let diagnostic = try #require(diagnostics.first)
        #expect(diagnostic.severity == .warning)
        #expect(source.text(diagnostic.range) == "( u | o ) e; > ô")
        #expect(diagnostic.notes.map { source.text($0.range) } == ["e; > ê"])
        let fixed = source.applying(try #require(diagnostic.fixIts.first))
        #expect(
            String(decoding: fixed.bytes, as: UTF8.self)
                == Samples.spoilt + "rules\n  ( u | o ) e; > ô\n  e; > ê\nrules\n  oe; > ô\n")
        #expect(KeymapCompiler.compile(fixed) { _ in nil }.diagnostics.isEmpty)
    }
}
