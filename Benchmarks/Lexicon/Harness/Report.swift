import Glibc

/// The tables, in Markdown.
struct Report {
    /// For each list, the stores that hold it; ours first, then the one that ratios are to.
    var lists: [[Runner]] = []
    /// For each list, how long its heaviest keys take.
    var heaviest: [HeaviestKeys] = []
    /// The commands that were run.
    let processes: [Process]

    let fuzzy: FuzzySearch

    init(processes: [Process], fuzzy: FuzzySearch) {
        self.processes = processes
        self.fuzzy = fuzzy
    }

    var text: String {
        var lines = aims + commands
        for (runners, heaviest) in zip(lists, heaviest) { lines += table(runners) + table(heaviest) }
        return lines.joined(separator: "\n")
    }

    // MARK: - Aims

    private var aims: [String] {
        var lines = [
            "## Aims", "",
            "Where there is no other word, ratios to marisa-trie as it comes; of the lists the worst counts.",
            "",
            "| aim | found | |", "|---|---|---|",
        ]
        func judge(_ aim: String, _ limit: (KeyList) -> Double, _ figure: ([Runner]) -> Double) {
            let found = lists.map { (figure: figure($0), limit: limit($0[0].list), title: $0[0].list.title) }
            let isMet = found.allSatisfy { $0.figure <= $0.limit }
            let worst = found.max { $0.figure / $0.limit < $1.figure / $1.limit }
            lines.append(
                "| \(aim) | \(worst.map { "\(number($0.figure)) (\($0.title))" } ?? "") | \(isMet ? "met" : "**not met**") |"
            )
        }
        judge("size: at most 0.95", { _ in 0.95 }) { Double($0[0].fileSize) / Double($0[1].fileSize) }
        judge("hit: at most 0.45", { _ in 0.45 }) { ratio(.hit, $0[0], $0[1]) }
        judge("ten completions: at most 0.35", { _ in 0.35 }) { ratio(.completions, $0[0], $0[1]) }
        judge("enumeration: at most 0.15, English 0.30", { $0.title.hasPrefix("English") ? 0.30 : 0.15 }) {
            ratio(.enumeration, $0[0], $0[1])
        }
        judge("id → key: at most 0.30", { _ in 0.30 }) { ratio(.key, $0[0], $0[1]) }
        judge("opening: at most 0.40", { _ in 0.40 }) { ratio(.open, $0[0], $0[1]) }

        func judge(_ aim: String, _ found: Double, _ limit: Double, _ unit: String = "") {
            lines.append("| \(aim) | \(number(found))\(unit) | \(found <= limit ? "met" : "**not met**") |")
        }
        func judge(_ aim: String, _ group: String, _ peer: String, _ limit: Double) {
            guard let ours = processes.first(where: { $0.group == group && $0.isOurs }),
                let theirs = processes.first(where: { $0.group == group && $0.title.hasPrefix(peer) })
            else { return }
            judge(aim, ours.ratio(to: theirs), limit)
        }
        let worst = zip(heaviest, lists).max { $0.0.ratio(.letters(1)) < $1.0.ratio(.letters(1)) }
        if let (heaviest, runners) = worst {
            let times = 1 / heaviest.ratio(.letters(1))
            lines.append(
                "| ten heaviest keys, one letter typed: at most 1/300 of marisa-trie's enumerating with a heap | "
                    + "1/\(number(times)) (\(runners[0].list.title)) | \(times >= 300 ? "met" : "**not met**") |"
            )
        }
        if let sdcv = sdcvPerEntry {
            judge("fuzzy at distance 2: at most 1/40 of sdcv's time an entry", fuzzy.perEntry / sdcv, 0.025)
        }
        judge("one exact lookup, process and all: at most 0.5 of sdcv's time", "exact", "sdcv", 0.5)
        judge("one exact lookup, process and all: no more than sqlite3's time", "exact", "sqlite3", 1)
        judge("one lookup in glosses, process and all: at most 0.7 of SQLite's FTS5", "text", "sqlite3", 0.7)
        if let compile = processes.first(where: { $0.group == "compile" && $0.isOurs }) {
            judge(
                "a million entries compiled: under a minute", percentile(compile.times, 0.5) / 1000, 60, " s")
            judge("a million entries compiled: within 1 GiB", compile.memory / 1_048_576, 1, " GiB")
        }
        return lines
    }

    // MARK: - Processes

    private static let groups = [
        ("exact", "a headword"), ("text", "a word in the meanings"),
        ("fuzzy", "a headword with two letters changed about"),
        ("compile", "compiling"),
    ]

    /// What sdcv's fuzzy search takes an entry, without what it takes to start and to write an article.
    private var sdcvPerEntry: Double? {
        guard let search = processes.first(where: { $0.group == "fuzzy" && $0.title.hasPrefix("sdcv") }),
            let exact = processes.first(where: { $0.group == "exact" && $0.title.hasPrefix("sdcv") })
        else { return nil }
        return fuzzy.perEntry(search, without: exact)
    }

    private var commands: [String] {
        var lines = [
            "", "## Processes", "",
            "Each question is a process of its own. Milliseconds of processor time; ratios are to Chữ's.",
        ]
        for (group, title) in Report.groups {
            let members = processes.filter { $0.group == group }
            guard let ours = members.first else { continue }
            lines += [
                "", "### \(title.prefix(1).uppercased())\(title.dropFirst())", "",
                "| | ms | p10 to p90 | times Chữ | peak memory, MB |", "|---|--:|--:|--:|--:|",
            ]
            for process in members {
                let spread = [0.1, 0.9].map { number(percentile(process.times, $0)) }.joined(
                    separator: " to ")
                let ratio = ours.isOurs && group != "compile" ? number(process.ratio(to: ours)) : "–"
                lines.append(
                    "| \(process.title) | \(number(percentile(process.times, 0.5))) | \(spread) | \(ratio) | "
                        + "\(number(process.memory / 1024)) |")
            }
            if group == "fuzzy", let sdcv = sdcvPerEntry {
                lines += [
                    "",
                    "The search alone, over \(fuzzy.entryCount) entries: Chữ \(number(fuzzy.perEntry)) ns an entry "
                        + "(\(number(percentile(fuzzy.times, 0.5) / 1000)) µs, p90 "
                        + "\(number(percentile(fuzzy.times, 0.9) / 1000)) µs), sdcv \(number(sdcv)) ns.",
                ]
            }
        }
        return lines
    }

    /// How many times as long `runner` takes as `base`: the median over the rounds, each compared with itself only.
    private func ratio(_ measure: Measure, _ runner: Runner, _ base: Runner) -> Double {
        percentile(zip(runner.rounds[measure] ?? [], base.rounds[measure] ?? []).map { $0 / $1 }, 0.5)
    }

    // MARK: - Keys

    private func table(_ runners: [Runner]) -> [String] {
        let list = runners[0].list
        let text = list.keys.reduce(0) { $0 + $1.count }
        var lines = [
            "", "## \(list.title)", "",
            "\(list.keys.count) keys of \(number(Double(text) / Double(list.keys.count))) bytes. In brackets the ratio to marisa-trie.",
            "", "| | bytes a key | " + Measure.allCases.map(\.title).joined(separator: " | ") + " |",
            "|---|--:|" + Measure.allCases.map { _ in "--:|" }.joined(),
        ]
        for runner in runners {
            let size = Double(runner.fileSize) / Double(list.keys.count)
            var cells = [
                runner.contender.name,
                "\(number(size)) (\(number(Double(runner.fileSize) / Double(runners[1].fileSize))))",
            ]
            for measure in Measure.allCases {
                guard let times = runner.rounds[measure] else {
                    cells.append("–")
                    continue
                }
                let unit = measure == .open ? 1000.0 : 1
                cells.append(
                    "\(number(percentile(times, 0.5) / unit)) (\(number(ratio(measure, runner, runners[1]))))"
                )
            }
            lines.append("| " + cells.joined(separator: " | ") + " |")
        }
        lines += [
            "",
            "| | hit, fastest round to p90 | one hit, median | p99 | ten completions, fastest round to p90 | one, median | p99 |",
            "|---|--:|--:|--:|--:|--:|--:|",
        ]
        for runner in runners {
            var cells = [runner.contender.name]
            for measure in [Measure.hit, .completions] {
                let rounds = runner.rounds[measure] ?? []
                let singles = runner.singles[measure] ?? []
                cells.append("\(number(percentile(rounds, 0))) to \(number(percentile(rounds, 0.9)))")
                cells.append(number(percentile(singles, 0.5)))
                cells.append(number(percentile(singles, 0.99)))
            }
            lines.append("| " + cells.joined(separator: " | ") + " |")
        }
        return lines
    }
}

extension Report {
    /// The ten heaviest keys of a list.
    private func table(_ heaviest: HeaviestKeys) -> [String] {
        var lines = [
            "",
            "The ten heaviest keys after so many letters typed, in ns. In brackets how many times as long as Chữ.",
            "",
            "| letters | keys that begin so | " + heaviest.names.joined(separator: " | ")
                + " | Chữ, asked for the first time |",
            "|--:|--:|" + heaviest.names.map { _ in "--:|" }.joined() + "--:|",
        ]
        for typed in HeaviestKeys.Typed.all {
            guard let times = heaviest.times[typed], let ours = times.first else { continue }
            let sizes = heaviest.questions[typed]?.sizes ?? []
            let cells = times.enumerated().map { index, theirs in
                let time = number(percentile(theirs, 0.5))
                guard index > 0 else { return time }
                return "\(time) (\(number(percentile(zip(theirs, ours).map { $0 / $1 }, 0.5))))"
            }
            let title =
                if case .letters(let letters) = typed { "\(letters)" } else { "till ten or fewer are left" }
            lines.append(
                "| \(title) | \(number(percentile(sizes, 0.5))) | " + cells.joined(separator: " | ")
                    + " | \(number(percentile(heaviest.firstTimes[typed]?.first ?? [], 0.5))) |")
        }
        return lines
    }
}

/// Three digits, or all before the point.
func number(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    let digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3
    var text = [CChar](repeating: 0, count: 40)
    _ = withVaList([Int32(digits), value]) { vsnprintf(&text, text.count, "%.*f", $0) }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
