import Conversion
import Diagnostics
import Testing

/// Several converters in a row, and the places of what they find.
struct ConversionChainTests {
    /// What comes out of `chain` when `input` comes in pieces of `size` bytes.
    static func run(_ chain: inout ConversionChain, _ input: [UInt8], _ size: Int) -> [UInt8] {
        var output: [UInt8] = []
        var at = 0
        while at < input.count {
            let end = min(at + size, input.count)
            chain.convert(input.span.extracting(at..<end), into: &output)
            at = end
        }
        chain.finish(into: &output)
        return output
    }

    private func chain(_ source: String, _ target: String, columns: Set<Int>? = nil) throws -> ConversionChain
    {
        try ConversionChain(
            from: ConversionForm(name: source), to: ConversionForm(name: target),
            options: ConversionOptions(illFormed: .keep), columns: columns)
    }

    @Test(arguments: [1, 2, 7, 64, 100_000])
    func `Places far into a long text are right however it is cut`(size: Int) throws {
        let line = "tiếng Việt\n"
        let count = size < 3 ? 300 : 6000
        var input = Array(String(repeating: line, count: count).utf8)
        let start = input.count
        input += Array("ab\u{14F}\u{302}\n".utf8) + [0x61, 0xFF]
        var chain = try chain("repair", "combining")
        let output = Self.run(&chain, input, size)
        #expect(output.suffix(2) == [0x61, 0xFF])
        let change = try #require(chain.changes.first)
        #expect(change.row.kind == .breveOrder)
        #expect(change.place == Position(line: count + 1, column: 3))
        let problem = try #require(chain.problems.first)
        #expect(problem.place == Position(line: count + 2, column: 2))
        #expect(problem.offset == start + 8)
    }

    @Test func `A character that cannot be written is reported at its line`() throws {
        var chain = try chain("combining", "tcvn3")
        _ = Self.run(&chain, Array("tie\u{302}\u{301}ng\nxa\u{303} 字\n".utf8), 3)
        let problem = try #require(chain.problems.first)
        #expect(problem.finding.kind == .lacking)
        #expect(problem.finding.first == "字")
        // The column is that of the composed text, which the encoder reads.
        #expect(problem.place == Position(line: 2, column: 5))
        #expect(problem.offset == nil)
    }

    @Test(arguments: [1, 2, 3, 5, 1000])
    func `Fields of a table are converted each by itself`(size: Int) throws {
        var chain = try chain("repair", "unicode", columns: [2])
        let table = "e\u{302}\te\u{302}\tx\n\u{302}\t\u{302}\u{14F}\u{302}\n"
        let output = Self.run(&chain, Array(table.utf8), size)
        #expect(output == Array("e\u{302}\tê\tx\n\u{302}\t\u{302}ô\u{306}\n".utf8))
        #expect(chain.changes.map(\.row.kind) == [.nfc, .breveOrder])
        #expect(chain.changes.map(\.place) == [Position(line: 1, column: 5), Position(line: 2, column: 6)])
    }

    @Test func `There is no way from or to an unknown form`() {
        for (source, target, error) in [
            ("auto", "unicode", ConversionFormError.unknownSource("auto")),
            ("unicode", "repair", .unknownTarget("repair")), ("unicode", "auto", .unknownTarget("auto")),
            ("telex", "vi", .noWay("telex", "vi")),
        ] {
            #expect(throws: error) { try chain(source, target) }
        }
        #expect(ConversionForm(name: "blt-Tavt").isTransform)
        #expect(ConversionForm(name: "tcvn3").encoding == .tcvn3)
    }
}
