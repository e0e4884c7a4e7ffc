import Glibc
import Files

/// Measures the lexicon's keys beside those of others, in one process and in turns.
///
///     lexbench FOLDER PROCESSES DICTIONARY LIST...
///
/// `FOLDER` is for the files of the stores, `PROCESSES` what `oneshot.c` found, `DICTIONARY` the folder of what it
/// asked. Tables go to standard output, in Markdown.
@main
enum Main {
    static let rounds = 15
    static let singleRounds = 3

    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count > 4 else {
            say("usage: lexbench FOLDER PROCESSES DICTIONARY LIST...")
            exit(2)
        }
        do {
            var report = Report(
                processes: try Process.all(arguments[2]),
                fuzzy: try FuzzySearch(folder: arguments[3], rounds: rounds))
            for path in arguments.dropFirst(4) {
                let (runners, heaviest) = try measure(path, arguments[1])
                report.lists.append(runners)
                report.heaviest.append(heaviest)
            }
            print(report.text)
        } catch {
            say("lexbench: \(error)")
            exit(1)
        }
    }

    /// Everything about one list.
    private static func measure(_ path: String, _ folder: String) throws -> ([Runner], HeaviestKeys) {
        let list = try KeyList(path: path, rounds: rounds)
        say("\(list.title): \(list.keys.count) keys")
        let name = path.split(separator: "/").last.map(String.init) ?? "list"
        let runners = try Contender.all.filter { list.keys.count <= $0.most }.map {
            try Runner($0, list, path: "\(folder)/\(name).\($0.suffix)")
        }
        let heaviest = try HeaviestKeys(runners, rounds: rounds)
        for round in 0..<rounds {
            for measure in Measure.allCases {
                for runner in runners { try runner.takeTurn(measure, round: round) }
            }
            heaviest.takeTurns(round: round)
            if round < singleRounds { for runner in runners { runner.takeSingles(round) } }
        }
        return (runners, heaviest)
    }
}

/// Writes a line to standard error.
func say(_ text: String) {
    try? writeAll(Array((text + "\n").utf8), to: STDERR_FILENO, path: "standard error")
}
