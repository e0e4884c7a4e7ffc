import Conversion
import Bytes
import Files

/// Measures converters over a file in memory, given in pieces as a reader would: MB/s of the input, the best
/// of five.
///
///     convbench FILE ENCODING…
///
/// The file is UTF-8. For each encoding it is written in that encoding and read back, both timed; a row is
/// `encoding TAB bytes TAB read MB/s TAB written MB/s TAB comes back`.
@main
struct ConversionBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 2 else {
            print("usage: convbench FILE ENCODING…")
            return
        }
        let text = try MappedFile(path: arguments[1]).bytes.array()
        for name in arguments[2...] {
            guard let encoding = TextEncoding(rawValue: name) else {
                print("no encoding is called '\(name)'")
                continue
            }
            let (bytes, written) = best(over: text) { encoding.encoder() }
            let (back, read) = best(over: bytes) { encoding.decoder() }
            print(
                name, bytes.count, megabytes(bytes.count, read), megabytes(text.count, written),
                back == text ? "yes" : "no", separator: "\t")
        }
    }

    /// Converts `input` five times in pieces of 64 KiB; what comes out, and the shortest time.
    private static func best(
        over input: [UInt8], _ make: () -> any Converter
    ) -> (output: [UInt8], time: Duration) {
        let clock = ContinuousClock()
        var result: (output: [UInt8], time: Duration) = ([], .seconds(1000))
        for _ in 0..<5 {
            var output: [UInt8] = []
            output.reserveCapacity(input.count * 2)
            var converter = make()
            let time = clock.measure {
                var start = 0
                while start < input.count {
                    let end = min(start + 65536, input.count)
                    converter.convert(input.span.extracting(start..<end), into: &output)
                    start = end
                }
                converter.finish(into: &output)
            }
            if time < result.time { result = (output, time) }
        }
        return result
    }

    private static func megabytes(_ count: Int, _ time: Duration) -> Int {
        Int(Double(count) / 1e6 / (time / .seconds(1)))
    }
}
