import Conversion
import ICU

/// Repairs the bytes after the first two, whole and cut, in a language that the first one names.
///
/// Then repairs the result again, which must not change it.
func readRepair(_ bytes: [UInt8]) {
    guard bytes.count > 2 else { return }
    let languages = [nil] + Repair.languages
    let language = languages[Int(bytes[0] >> 1) % languages.count]
    let options = ConversionOptions(illFormed: bytes[0] & 1 == 0 ? .replace : .keep)
    let input = Array(bytes[2...])
    let (wanted, whole) = repaired(input, language, options, step: input.count)
    let (output, cut) = repaired(input, language, options, step: Int(bytes[1] % 16) + 1)
    guard output == wanted, cut.report == whole.report, cut.problems == whole.problems else {
        fatalError("cuts change what comes out")
    }
    let (again, second) = repaired(wanted, language, options, step: wanted.count)
    guard again == wanted else { fatalError("what was repaired is changed again") }
    guard second.report.changeCount == 0 else { fatalError("a change is reported, but nothing changes") }
    let isWell = whole.problems.isEmpty
    guard isWell == (String(validating: input, as: UTF8.self) != nil) else {
        fatalError("bytes that are not UTF-8 are not reported, or others are")
    }
    let isSame = input == wanted
    guard isSame || whole.report.changeCount > 0 || options.illFormed == .replace && !isWell else {
        fatalError("a change is not reported")
    }
    if isWell {
        guard !isSame || whole.report.changeCount == 0 else {
            fatalError("a change is reported and not made")
        }
        let text = String(decoding: wanted, as: UTF8.self)
        let hasMany = whole.report.rows.contains { $0.kind == .tooManyMarks }
        guard hasMany || text.isNormalized(.nfc) else { fatalError("not NFC") }
    }
    for row in whole.report.rows {
        guard row.count > 0, input.indices.contains(row.offset) else {
            fatalError("\(row.kind) is reported outside of the text")
        }
        guard input[row.offset...].starts(with: row.before.utf8) || !isFirst(row.kind) else {
            fatalError("\(row.kind) is reported with another text than is there")
        }
        let isLeft = row.before.utf8.elementsEqual(row.after.utf8)
        guard row.kind.isLeft == isLeft else { fatalError("\(row.kind) reports the wrong text") }
    }
}

/// Whether changes of `kind` come before all others, so that the text they report stands in the input.
private func isFirst(_ kind: RepairKind) -> Bool { kind == .silPrivateUse || kind == .tooManyMarks }

private func repaired(
    _ input: [UInt8], _ language: String?, _ options: ConversionOptions, step: Int
) -> ([UInt8], Repair) {
    var repair = language.flatMap { try? Repair(language: $0, options) } ?? Repair(options)
    var output: [UInt8] = []
    for start in stride(from: 0, to: input.count, by: max(step, 1)) {
        let end = min(start + step, input.count)
        repair.convert(input.span.extracting(start..<end), into: &output)
    }
    repair.finish(into: &output)
    return (output, repair)
}
