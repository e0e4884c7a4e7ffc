import Bytes
import Files

/// A command that was run again and again, and what it took.
struct Process {
    /// What it was asked: `exact`, `text`, `fuzzy`, `compile`.
    let group: String
    let title: String
    /// At its peak, in kB.
    let memory: Double
    /// Processor time in each round, in milliseconds.
    let times: [Double]

    /// Whether it is ours.
    var isOurs: Bool { title.hasPrefix("**") }

    /// Reads the lines that `oneshot.c` writes.
    static func all(_ path: String) throws -> [Process] {
        let text = String(decoding: try MappedFile(path: path).bytes.array(), as: UTF8.self)
        return try text.split(separator: "\n").map { line in
            let fields = line.split(separator: "\t").map(String.init)
            guard fields.count > 3, let memory = Double(fields[2]) else {
                throw Trouble("\(path): '\(line)'")
            }
            return Process(
                group: fields[0], title: fields[1], memory: memory,
                times: fields.dropFirst(3).compactMap { Double($0) })
        }
    }

    /// How many times as long it takes as `base`: the median over the rounds, each compared with itself only.
    func ratio(to base: Process) -> Double { percentile(zip(times, base.times).map { $0 / $1 }, 0.5) }
}
