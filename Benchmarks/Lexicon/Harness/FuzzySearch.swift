import Lexicon
import Bytes
import Files

/// Headwords looked for by misspelt words, through the library.
struct FuzzySearch {
    /// How many entries the dictionary has.
    let entryCount: Int
    /// For each question the median over the rounds, in nanoseconds.
    let times: [Double]

    /// Asks the compiled dictionary in `folder` the questions beside it, `rounds` times, at distance 2.
    init(folder: String, rounds: Int) throws {
        let lexicon = try Lexicon(MappedFile(path: folder + "/wordnet.chulex").bytes)
        let text = String(decoding: try MappedFile(path: folder + "/questions").bytes.array(), as: UTF8.self)
        let questions = text.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
        entryCount = lexicon.entryCount
        var times = questions.map { _ in [Double]() }
        for _ in 0..<rounds {
            for (number, question) in questions.enumerated() {
                let start = processorTime()
                let hits = lexicon.searchHeadwords(question[1], .fuzzy, distance: 2, limit: 200)
                times[number].append(processorTime() - start)
                guard hits.contains(where: { lexicon.entry($0.entry)?.headword == question[0] }) else {
                    throw Trouble("'\(question[1])' does not find '\(question[0])'")
                }
            }
        }
        self.times = times.map { percentile($0, 0.5) }
    }

    /// Nanoseconds an entry.
    var perEntry: Double { percentile(times, 0.5) / Double(entryCount) }

    /// Nanoseconds an entry that `process` takes more than `other`, which does the same except for the search.
    func perEntry(_ process: Process, without other: Process) -> Double {
        percentile(zip(process.times, other.times).map { $0 - $1 }, 0.5) * 1e6 / Double(entryCount)
    }
}
