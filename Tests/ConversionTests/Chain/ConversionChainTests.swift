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

    @Test(arguments: [1, 2, 3, 100])
    func `A byte order mark is left out where what is written has none`(size: Int) throws {
        for (target, isLeftOut) in [
            ("tcvn3", true), ("utf-16le", true), ("unicode", false), ("combining", false),
        ] {
            for (text, rest) in [("\u{FEFF}ê", "ê"), ("\u{FEFF}", ""), ("ê", "ê"), ("", "")] {
                let hasMark = text.utf8.count != rest.utf8.count
                var chain = try chain("unicode", target)
                let output = Self.run(&chain, Array(text.utf8), size)
                let written = isLeftOut ? rest : text
                var encoder = (try #require(TextEncoding(rawValue: target))).encoder()
                #expect(output == encoder.convertAll(Array(written.utf8)))
                #expect(chain.hasLeftOutMark == (hasMark && isLeftOut))
                #expect(chain.problems.isEmpty)
            }
        }
        // What follows is found where it stands in the file.
        var chain = try chain("unicode", "tcvn3")
        _ = Self.run(&chain, [0xEF, 0xBB, 0xBF, 0x61, 0xFF], size)
        let problem = try #require(chain.problems.first)
        #expect(problem.place == Position(line: 1, column: 5))
        #expect(problem.offset == 4)
        var table = try self.chain("unicode", "tcvn3", columns: [1])
        #expect(Self.run(&table, Array("\u{FEFF}ê\tê".utf8), size) == [0xAA, 0x09] + Array("ê".utf8))
    }

    @Test func `The columns of the widest row are counted`() throws {
        for (text, count) in [("a\tb\tc\n", 3), ("a\n\tb\nc", 2), ("", 0), ("\n", 1)] {
            var chain = try chain("unicode", "unicode", columns: [1])
            _ = Self.run(&chain, Array(text.utf8), 100)
            #expect(chain.columnCount == count, "\(text)")
        }
    }
}
