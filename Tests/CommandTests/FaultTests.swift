import Foundation
import TestSupport
import Testing

/// What makes system calls fail, and types into the editor.
enum FaultTools {
    /// A folder with `fault.so`, which lets system calls fail, and `typist`, which types into the editor.
    static let folder: ScratchFolder? = {
        guard let folder = try? ScratchFolder() else { return nil }
        let sources = Command.repository + "/Tests/CommandTests/Faults"
        let line = """
            cc -shared -fPIC -O1 -o \(folder.path)/fault.so \(sources)/fault.c \\
              && cc -O1 -o \(folder.path)/typist \(sources)/typist.c
            """
        guard let result = try? Command.shell(line), result.code == 0 else { return nil }
        return folder
    }()
}

/// Verbs that write files, ended by force or refused by the disk at each of their steps.
///
/// Never is a file half of the old contents and half of the new ones, and never are both lost.
@Suite(
    .enabled(if: FaultTools.folder != nil, "no C compiler is installed, so no system call was made to fail"))
struct FaultTests {
    /// A way in which files are written.
    enum Verb: String, CaseIterable, CustomTestStringConvertible {
        case convertInPlace, convertLinked, convertTo, fix, fixLinked, words, editor, editorLinked

        var testDescription: String { rawValue }

        /// The name of the file.
        var file: String {
            switch self {
            case .fix, .fixLinked: "a.keymap"
            case .words: "data/chu/words/rad/test.words"
            default: "a.txt"
            }
        }

        /// Whether the file has another name.
        var isLinked: Bool { [.convertLinked, .fixLinked, .editorLinked].contains(self) }

        /// What is in the file before.
        var old: [UInt8] {
            switch self {
            case .convertInPlace, .convertLinked, .convertTo: FaultTests.legacy
            case .fix, .fixLinked: Array(FixTests.bad.utf8)
            case .words: Array("words 1\n3 êa\n".utf8)
            case .editor, .editorLinked: Array("một hai ba bốn\n".utf8)
            }
        }

        /// The line of shell that reads it to write it, and changes nothing that is whole.
        var again: String {
            switch self {
            case .convertLinked: "$CHU convert --from unicode --to unicode --in-place a.txt"
            default: line
            }
        }

        /// The line of shell that writes it; `$FAULTS` makes the program in which calls fail.
        var line: String {
            switch self {
            case .convertInPlace, .convertLinked:
                "env $FAULTS $CHU convert --from tcvn3 --to unicode --in-place a.txt"
            case .convertTo: "env $FAULTS $CHU convert --from tcvn3 --to unicode -o a.txt source.txt"
            case .fix, .fixLinked: "env $FAULTS $CHU check --fix a.keymap"
            case .words: "env $FAULTS $CHU words import rad/test more.words"
            case .editor, .editorLinked:
                "$TOOLS/typist '│' 'năm ' $'\\x13' $'\\x11' d -- env $FAULTS $CHU type -k rad/test a.txt"
            }
        }
    }

    /// Việt Nam in TCVN3, more often than the program writes at once.
    static let legacy = Array(
        [[UInt8]](repeating: Array("Vi".utf8) + [0xD6] + Array("t Nam\n".utf8), count: 3000).joined())

    let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        let keymap = try scratch.file("test.keymap", Fixture.keymap)
        try #require(
            try Command.run(["build", keymap, "-o", scratch.path + "/keymaps/rad/test.chukey"]).code == 0)
        try scratch.file("more.words", "words 1\n2 anak\n")
        try scratch.file("source.txt", Self.legacy)
    }

    /// Puts the files in order for a run.
    private func prepare(_ verb: Verb) throws {
        let files = FileManager.default
        for name in ["data", "state", "hit", "linked"] {
            try? files.removeItem(atPath: "\(scratch.path)/\(name)")
        }
        for name in leftovers(verb) + [verb.file] { try? files.removeItem(atPath: "\(scratch.path)/\(name)") }
        try scratch.file(verb.file, verb == .convertTo ? Array("cũ\n".utf8) : verb.old)
        if verb.isLinked {
            try files.linkItem(atPath: "\(scratch.path)/\(verb.file)", toPath: "\(scratch.path)/linked")
        }
    }

    /// What stands beside the file.
    private func leftovers(_ verb: Verb) -> [String] {
        let folder = URL(fileURLWithPath: "\(scratch.path)/\(verb.file)").deletingLastPathComponent().path
        let name = URL(fileURLWithPath: verb.file).lastPathComponent
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
            $0.hasPrefix(name + ".")
        }.map { verb.file.dropLast(name.count) + $0 }
    }

    private func run(_ verb: Verb, _ faults: String, line: String? = nil) throws -> Command.Result {
        try Command.shell(
            line ?? verb.line,
            variables: [
                "FAULTS": faults, "TOOLS": FaultTools.folder?.path ?? "", "CHU_PATH": scratch.path,
                "TERM": "xterm",
                "XDG_STATE_HOME": scratch.path + "/state", "XDG_DATA_HOME": scratch.path + "/data",
                "LC_ALL": "C.UTF-8",
            ], in: scratch.path)
    }

    /// The contents after a run in which nothing fails.
    private func new(_ verb: Verb) throws -> [UInt8] {
        try prepare(verb)
        let result = try run(verb, "A=a")
        try #require(result.code == 0, "\(result.output)\(result.errors)")
        let new = try #require(scratch.contents(verb.file))
        try #require(new != verb.old)
        #expect(leftovers(verb) == [])
        return new
    }

    private func kept() -> [[UInt8]] {
        let folder = "state/chu/unsaved"
        return ((try? FileManager.default.contentsOfDirectory(atPath: "\(scratch.path)/\(folder)")) ?? [])
            .compactMap { scratch.contents("\(folder)/\($0)") }
    }

    /// How often each outcome was seen.
    private struct Counts: CustomStringConvertible {
        var runs = 0
        var old = 0
        var new = 0
        var half = 0

        var description: String { "\(runs) runs: \(old) old, \(new) new, \(half) half and finished" }
    }

    /// Looks at the file after a run: it is the old one or the new one, or what was half written in place is finished by
    /// the next that writes it.
    private func check(_ verb: Verb, old: [UInt8], new: [UInt8], _ counts: inout Counts, _ place: String)
        throws
    {
        counts.runs += 1
        let found = scratch.contents(verb.file)
        if verb.isLinked { #expect(scratch.contents("linked") == found, "\(place)") }
        if found == old {
            counts.old += 1
        } else if found == new {
            counts.new += 1
        } else {
            counts.half += 1
            #expect(verb.isLinked, "\(place): half a file")
            let copies = leftovers(verb)
            let isSafe =
                copies.contains { $0.hasSuffix(".old") && scratch.contents($0) == old }
                && copies.contains { $0.hasSuffix(".new") && scratch.contents($0) == new }
            #expect(isSafe, "\(place): \(copies)")
            // Whoever reads it to write it finishes it first.
            _ = try run(verb, "A=a", line: verb.again)
            let after = scratch.contents(verb.file) ?? []
            #expect(
                after == new || after.count > new.count && verb == .editorLinked, "\(place): not finished")
            #expect(scratch.contents("linked") == after)
        }
    }

    @Test(arguments: Verb.allCases, ["fail", "full", "half", "kill", "torn"])
    func `Whichever system call fails or is the last, the file is whole`(_ verb: Verb, _ kind: String) throws
    {
        let new = try new(verb)
        let old = verb == .convertTo ? Array("cũ\n".utf8) : verb.old
        var counts = Counts()
        for number in 1..<100 {
            try prepare(verb)
            let faults =
                "LD_PRELOAD=\(FaultTools.folder?.path ?? "")/fault.so FAULT_CALL=\(number) FAULT_KIND=\(kind) FAULT_HIT=hit"
            let result = try run(verb, faults)
            let place = "\(verb.rawValue), \(kind) at call \(number): \(result.code) \(result.errors)"
            guard scratch.contents("hit") != nil else {
                #expect(number > 3, "\(place): no call was reached")
                #expect(scratch.contents(verb.file) == new)
                print("faults: \(verb.rawValue) \(kind): \(counts)")
                return
            }
            let found = scratch.contents(verb.file)
            if ["kill", "torn"].contains(kind) {
                #expect(result.code == 137, "\(place)")
            } else if found == old, verb != .editor, verb != .editorLinked {
                #expect(result.code == 73, "\(place)")
            } else if found == old {
                // What was typed is nowhere else any more, unless nothing could be written at all.
                if kind == "full", kept() == [] {
                    #expect(result.output.contains("not saved: No space left on device "), "\(place)")
                    continue
                }
                #expect(kept() == [new], "\(place)")
                #expect(
                    result.output.contains("the unsaved text was kept in \(scratch.path)/state"), "\(place)")
            }
            try check(verb, old: old, new: new, &counts, place)
        }
        Issue.record("more calls than were expected")
    }

    @Test func `Killed at any of 200 moments, a file is the old one or the new one`() throws {
        for verb in Verb.allCases {
            let new = try new(verb)
            let old = verb == .convertTo ? Array("cũ\n".utf8) : verb.old
            try prepare(verb)
            let started = Date()
            _ = try run(verb, "A=a")
            let whole = min(Date().timeIntervalSince(started), 2)
            var counts = Counts()
            for round in 0..<25 {
                try prepare(verb)
                // Half of the rounds are near the end, where the file is written.
                let part = round % 2 == 0 ? Double(round) / 25 : 0.6 + Double(round) / 50
                let target = verb.line.hasPrefix("$TOOLS") ? "$(pgrep -P $!)" : "$!"
                let line =
                    "\(verb.line) >/dev/null & sleep \(whole * part); kill -9 \(target); wait $! 2>/dev/null; true"
                _ = try run(verb, "A=a", line: line)
                try check(verb, old: old, new: new, &counts, "\(verb.rawValue), killed at \(part)")
            }
            print("faults: \(verb.rawValue) killed by the clock: \(counts)")
        }
    }

    @Test(
        .enabled(if: KilledTests.canMount, "mounting a small file system is not allowed here"),
        arguments: Verb.allCases)
    func `On a file system that is full the old file stays, and what was typed is kept elsewhere`(
        _ verb: Verb
    )
        throws
    {
        let new = try new(verb)
        let old = verb == .convertTo ? Array("cũ\n".utf8) : verb.old
        try prepare(verb)
        try scratch.file("old", old)
        // The folder of the file moves onto a disk that is filled then; what else is needed stays where it is.
        let parts = verb.file.split(separator: "/")
        let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "disk"
        let name = parts.last.map(String.init) ?? ""
        let script = """
            mkdir -p disk && mount -t tmpfs -o size=1m none \(folder) && cp old \(folder)/\(name)
            \(verb.isLinked ? "ln \(folder)/\(name) \(folder)/linked" : "")
            head -c 2000000 /dev/zero >\(folder)/filler 2>/dev/null
            top=$PWD
            \(folder == "disk" ? "cd disk; ln -s ../source.txt" : "")
            \(verb.line)
            echo "code $?"
            cmp "$top/old" "$top/\(folder)/\(name)" && echo same
            ls "$top/\(folder)"
            """
        try scratch.file("run.sh", script)
        let result = try run(verb, "A=a", line: "unshare -m bash run.sh")
        #expect(result.output.contains("same"), "\(result.output)\(result.errors)")
        if verb == .editor || verb == .editorLinked {
            #expect(kept() == [new], "\(result.output)")
        } else {
            #expect(result.output.contains("code 73"), "\(result.output)\(result.errors)")
        }
        #expect(!result.output.contains(".new") && !result.output.contains(".old"), "\(result.output)")
    }
}
