import Conversion
import Diagnostics
import TransformCompiler

/// Reads the bytes after the first as the file of a transform, shows what is wrong with it, and applies it to itself,
/// whole and cut.
func readTransform(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let source = SourceText(path: "fuzz.transform", bytes: Array(bytes[1...]))
    _ = TransformCompiler.info(of: source)
    let (transform, diagnostics) = TransformCompiler.read(source)
    for diagnostic in diagnostics {
        guard diagnostic.range.lowerBound >= 0, diagnostic.range.upperBound <= source.bytes.count else {
            fatalError("\(diagnostic.id) is reported outside of the source")
        }
        _ = diagnostic.rendered()
    }
    guard (transform == nil) == diagnostics.contains(where: { $0.severity == .error }) else {
        fatalError("a transform with errors was read, or one without was not")
    }
    guard let transform else { return }
    var whole = TransformConverter(transform)
    let wanted = whole.convertAll(source.bytes)
    let step = Int(first % 16) + 1
    var cut = TransformConverter(transform)
    var output: [UInt8] = []
    for start in stride(from: 0, to: source.bytes.count, by: step) {
        let end = min(start + step, source.bytes.count)
        cut.convert(Array(source.bytes[start..<end]).span, into: &output)
    }
    cut.finish(into: &output)
    guard output == wanted, cut.problems == whole.problems else { fatalError("cuts change what comes out") }
}
