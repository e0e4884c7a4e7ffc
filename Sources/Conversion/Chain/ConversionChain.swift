public import Diagnostics
import Bytes

/// A text on its way through several converters, piece by piece, with the places of what was found.
///
///     var chain = ConversionChain(repair: Repair(), [TextEncoding.combining.encoder()])
///     while try reader.next() { chain.convert(reader.piece.span, into: &output) }
///     chain.finish(into: &output)
///
/// With columns, only those of a table with tabs are converted, each field by itself, and all others go through byte
/// for byte.
///
/// - Complexity: That of the converters; memory for a piece in each form.
public struct ConversionChain {
    /// What could not be converted, with the place of the first.
    public struct Problem {
        /// What it is, how often, and the first one as text.
        public var finding: ConversionProblems.Finding
        /// The line and column of the first, in the text that the converter read.
        public var place: Position
        /// The number of bytes of the input before the first; nil when it was found in a later form of the text.
        public var offset: Int?
    }

    /// What was repaired, with the place of the first.
    public struct Change {
        /// What was done, how often, and the first one.
        public var row: RepairReport.Row
        /// The line and column of the first.
        public var place: Position
    }

    /// A converter, and where the lines of what it reads begin.
    private struct Stage {
        var converter: any Converter
        var lines = LineIndex()
        var places: [ConversionProblems.Kind: (place: Position, offset: Int?)] = [:]
    }

    private var repair: Repair?
    private var repairPlaces: [RepairKind: Position] = [:]
    private var repairProblem: (place: Position, offset: Int?)?
    private var repairLines = LineIndex()
    private var stages: [Stage]
    private let columns: Set<Int>?
    /// The first bytes, while they may be a byte order mark that is left out; nil when that is decided.
    private var opening: [UInt8]?
    /// How many bytes at the beginning were left out.
    private var leftOut = 0
    private var piece: [UInt8] = []
    private var result: [UInt8] = []

    // Where in a table we are: line and column of the byte, the field's number, and where it began.
    private var line = 1
    private var column = 1
    private var field = 1
    private var fieldColumn = 1
    private var offset = 0
    private var fieldOffset = 0
    private var widest = 0

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Text through `repair`, if there is one, and then through each of `converters`.
    ///
    /// - Parameters:
    ///   - repair: The repair that reads the input, if that is Unicode to repair; nil when the first converter reads it.
    ///   - converters: The converters, in the order in which the text goes through them.
    ///   - columns: The numbers, from 1, of the columns of a table to convert; nil for all of the text.
    ///   - leavesOutMark: Whether a byte order mark of UTF-8 at the beginning is left out, because what is written has none.
    public init(
        repair: Repair? = nil, _ converters: [any Converter], columns: Set<Int>? = nil,
        leavesOutMark: Bool = false
    ) {
        self.repair = repair
        opening = leavesOutMark ? [] : nil
        stages = converters.map { Stage(converter: $0) }
        self.columns = columns
    }

    /// Takes the next piece of the input and adds what is certain to `output`.
    public mutating func convert(_ input: Span<UInt8>, into output: inout [UInt8]) {
        guard var first = opening else { return read(input, &output) }
        var index = 0
        while index < input.count, first.count < ConversionChain.mark.count,
            input[index] == ConversionChain.mark[first.count]
        {
            first.append(input[index])
            index += 1
        }
        opening = first
        guard index < input.count || first.count == ConversionChain.mark.count else { return }
        endOpening(&output)
        read(input.extracting(index..<input.count), &output)
    }

    /// The first bytes are a byte order mark, which is left out, or the beginning of the text.
    private mutating func endOpening(_ output: inout [UInt8]) {
        guard let first = opening else { return }
        opening = nil
        guard first.count == ConversionChain.mark.count else { return read(first.span, &output) }
        leftOut = first.count
        column += leftOut
        offset += leftOut
        fieldColumn = column
        fieldOffset = offset
    }

    private mutating func read(_ input: Span<UInt8>, _ output: inout [UInt8]) {
        guard columns != nil else { return pass(input, &output) }
        var start = 0
        for index in input.indices where input[index] == 0x09 || input[index] == 0x0A {
            add(input.extracting(start..<index), &output)
            endField(input[index], &output)
            start = index + 1
        }
        add(input.extracting(start..<input.count), &output)
    }

    /// The input has ended: adds what was held back.
    public mutating func finish(into output: inout [UInt8]) {
        endOpening(&output)
        widest = max(widest, field)
        if columns == nil || isChosen { end(&output) }
    }

    // MARK: What was found

    /// What could not be converted so far, in the order of the converters.
    public var problems: [Problem] {
        var problems: [Problem] = []
        if let finding = repair?.problems[.illFormed], let found = repairProblem {
            problems.append(Problem(finding: finding, place: found.place, offset: found.offset))
        }
        for stage in stages {
            for finding in stage.converter.problems.findings {
                guard let found = stage.places[finding.kind] else { continue }
                problems.append(Problem(finding: finding, place: found.place, offset: found.offset))
            }
        }
        return problems
    }

    /// Whether a byte order mark at the beginning was left out.
    public var hasLeftOutMark: Bool { leftOut > 0 }

    /// How many columns the widest row of the table has so far; 0 when there are no rows or no columns were chosen.
    public var columnCount: Int { columns == nil || offset == 0 ? 0 : max(widest, field) }

    /// Whether anything could not be converted so far.
    public var hasProblems: Bool { repairProblem != nil || stages.contains { !$0.places.isEmpty } }

    /// What was repaired so far.
    public var changes: [Change] {
        (repair?.report.rows ?? []).map {
            Change(row: $0, place: repairPlaces[$0.kind] ?? Position(line: 1, column: 1))
        }
    }

    // MARK: Tables

    private var isChosen: Bool { columns?.contains(field) ?? true }

    private mutating func add(_ part: Span<UInt8>, _ output: inout [UInt8]) {
        guard part.count > 0 else { return }
        column += part.count
        offset += part.count
        if isChosen { pass(part, &output) } else { output.append(bytesOf: part) }
    }

    /// A tab or a line feed, which is never converted.
    private mutating func endField(_ separator: UInt8, _ output: inout [UInt8]) {
        if isChosen { end(&output) }
        output.append(separator)
        offset += 1
        column += 1
        field += 1
        if separator == 0x0A {
            widest = max(widest, field - 1)
            line += 1
            column = 1
            field = 1
        }
        fieldColumn = column
        fieldOffset = offset
    }

    // MARK: Converters

    private mutating func pass(_ input: Span<UInt8>, _ output: inout [UInt8]) {
        if columns == nil {
            if repair != nil {
                repairLines.add(input)
            } else if !stages.isEmpty {
                stages[0].lines.add(input)
            }
        }
        var next = 0
        piece.removeAll(keepingCapacity: true)
        if repair != nil {
            repair?.convert(input, into: &piece)
        } else if stages.isEmpty {
            return output.append(bytesOf: input)
        } else {
            stages[0].converter.convert(input, into: &piece)
            next = 1
        }
        passOn(from: next)
        output += piece
        notePlaces()
    }

    private mutating func end(_ output: inout [UInt8]) {
        piece.removeAll(keepingCapacity: true)
        repair?.finish(into: &piece)
        for index in stages.indices {
            if index > 0 || repair != nil { passOn(from: index, to: index + 1) }
            stages[index].converter.finish(into: &piece)
        }
        output += piece
        notePlaces()
    }

    /// Sends what is in `piece` through the converters from `first` on.
    private mutating func passOn(from first: Int, to end: Int? = nil) {
        var current: [UInt8] = []
        var next: [UInt8] = []
        swap(&current, &piece)
        swap(&next, &result)
        for index in first..<(end ?? stages.count) {
            if columns == nil { stages[index].lines.add(current.span) }
            next.removeAll(keepingCapacity: true)
            stages[index].converter.convert(current.span, into: &next)
            swap(&current, &next)
        }
        swap(&current, &piece)
        swap(&next, &result)
    }

    /// Remembers where what is new was found.
    private mutating func notePlaces() {
        if let repair {
            if repairProblem == nil, let finding = repair.problems[.illFormed] {
                repairProblem = place(of: finding.firstOffset, repairLines, isInput: true)
            }
            for row in repair.report.rows where repairPlaces[row.kind] == nil {
                repairPlaces[row.kind] = place(of: row.offset, repairLines, isInput: true).place
            }
        }
        for index in stages.indices {
            for finding in stages[index].converter.problems.findings
            where stages[index].places[finding.kind] == nil {
                let isInput = index == 0 && repair == nil
                stages[index].places[finding.kind] = place(
                    of: finding.firstOffset, stages[index].lines, isInput: isInput)
            }
        }
    }

    private func place(of found: Int, _ lines: LineIndex, isInput: Bool) -> (place: Position, offset: Int?) {
        guard columns != nil else {
            var place = lines.place(of: found)
            guard isInput else { return (place, nil) }
            if place.line == 1 { place = Position(line: 1, column: place.column + leftOut) }
            return (place, found + leftOut)
        }
        // A converter begins again with each field.
        return isInput
            ? (Position(line: line, column: fieldColumn + found), fieldOffset + found)
            : (Position(line: line, column: fieldColumn), nil)
    }
}
