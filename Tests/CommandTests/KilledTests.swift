import Foundation
import TestSupport
import Testing

/// The compiler ended at any moment, and on a full disk.
struct KilledTests {
    let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        // Larger than the disks below, and small enough for a debug build.
        var entries = ""
        for number in 0..<4000 { entries += "k\(number) ala\tcon số \(number) ; rắn\n" }
        try scratch.file("new.lexicon", Fixture.lexicon + entries)
        try scratch.file("old.lexicon", Fixture.lexicon)
    }

    /// What stands beside the sources.
    private var compiled: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: scratch.path)) ?? [])
            .filter { !$0.hasSuffix(".lexicon") }.sorted()
    }

    @Test func `Killed at any moment, it leaves the old file or the new one, and no rubbish for long`() throws
    {
        #expect(try Command.run(["build", "old.lexicon", "-o", "a.chulex"], in: scratch.path).code == 0)
        let old = try #require(scratch.contents("a.chulex"))
        #expect(try Command.run(["build", "new.lexicon", "-o", "b.chulex"], in: scratch.path).code == 0)
        let new = try #require(scratch.contents("b.chulex"))
        let started = Date()
        #expect(try Command.run(["build", "new.lexicon", "-o", "a.chulex"], in: scratch.path).code == 0)
        let whole = Date().timeIntervalSince(started)
        #expect(scratch.contents("a.chulex") == new)
        var kept = 0
        var replaced = 0
        for round in 0..<16 {
            try scratch.file("a.chulex", old)
            // Half of the rounds are near the end, where the file is written.
            let part = round % 2 == 0 ? Double(round) / 16 : 0.8 + Double(round) / 50
            let line = """
                $CHU build new.lexicon -o a.chulex & sleep \(whole * part); kill -9 $!; wait $! 2>/dev/null; true
                """
            #expect(try Command.shell(line, in: scratch.path).code == 0)
            let found = scratch.contents("a.chulex")
            #expect(found == old || found == new, "round \(round)")
            if found == old { kept += 1 } else { replaced += 1 }
            #expect(compiled.allSatisfy { $0.hasPrefix("a.chulex") || $0 == "b.chulex" })
        }
        #expect(kept > 0, "none was killed in time")
        #expect(try Command.run(["build", "new.lexicon", "-o", "a.chulex"], in: scratch.path).code == 0)
        #expect(compiled == ["a.chulex", "b.chulex"])
    }

    @Test func `Files of a killed process are removed, those of a living one are not`() throws {
        let living = ProcessInfo.processInfo.processIdentifier
        for name in [
            "a.chulex.999999999.new", "a.chulex.\(living).new", "a.chulex.x.new", "aa.chulex.999999999.new",
        ] {
            try scratch.file(name, "begun")
        }
        #expect(try Command.run(["build", "old.lexicon", "-o", "a.chulex"], in: scratch.path).code == 0)
        #expect(
            compiled
                == ["a.chulex", "a.chulex.\(living).new", "a.chulex.x.new", "aa.chulex.999999999.new"]
                .sorted())
    }

    @Test func `On a full disk the old file stays whole, and nothing is left beside it`() throws {
        #expect(try Command.run(["build", "old.lexicon", "-o", "a.chulex"], in: scratch.path).code == 0)
        let old = try #require(scratch.contents("a.chulex"))
        // A limit of 64 KiB for any file stands for the disk; the write that goes beyond it fails.
        let result = try Command.shell(
            "trap '' XFSZ; ulimit -f 64; $CHU build new.lexicon -o a.chulex", in: scratch.path)
        #expect(result.code == 73)
        #expect(result.errors.contains("a.chulex: cannot write: File too large"), "\(result.errors)")
        #expect(scratch.contents("a.chulex") == old)
        #expect(compiled == ["a.chulex"])
    }

    /// A file system of its own, where this user may mount one.
    static let canMount: Bool = {
        (try? Command.shell("unshare -m true"))?.code == 0 && getuid() == 0
    }()

    @Test(.enabled(if: canMount, "mounting a small file system is not allowed here"))
    func `On a file system that is full the old file stays whole`() throws {
        let line = """
            unshare -m bash -c 'mkdir small && mount -t tmpfs -o size=160k none small && cd small \\
              && $CHU build ../old.lexicon -o a.chulex && cp a.chulex before \\
              && { $CHU build ../new.lexicon -o a.chulex; echo "code $?"; cmp a.chulex before && ls; }'
            """
        let result = try Command.shell(line, in: scratch.path)
        #expect(result.errors.contains("cannot write: No space left on device"), "\(result.errors)")
        #expect(result.output == "code 73\na.chulex\nbefore\n")
    }

    @Test(.enabled(if: canMount, "mounting is not allowed here"))
    func `A file that another is mounted on is written in its place`() throws {
        try scratch.file("a.txt", Array("Vi".utf8) + [0xD6] + Array("t\n".utf8))
        let line = """
            unshare -m bash -c 'cp a.txt other && mount --bind other a.txt \\
              && $CHU convert --from tcvn3 --to unicode --in-place a.txt; echo "code $?"'; cat other; ls
            """
        let result = try Command.shell(line, in: scratch.path)
        #expect(result.output == "code 0\nViệt\na.txt\nnew.lexicon\nold.lexicon\nother\n", "\(result.errors)")
    }

    /// Whether the program can be run as another user.
    static let canBeNobody: Bool = {
        getuid() == 0
            && (try? Command.shell("setpriv --reuid nobody --regid nogroup --clear-groups $CHU --version"))?
                .code == 0
    }()

    /// The mode of the file and of its folder.
    @Test(
        .enabled(if: canBeNobody, "running as another user is not possible here"),
        arguments: [("666", "755"), ("664", "755"), ("666", "1777")])
    func `A file that belongs to another user still does after it has been written`(
        _ mode: String, _ folder: String
    ) throws {
        try scratch.file("sub/a.txt", Array("Vi".utf8) + [0xD6] + Array("t\n".utf8))
        let owner = mode == "664" ? "nobody:root" : "root:root"
        let line = """
            chmod 755 . && chmod \(folder) sub && chown \(folder == "1777" ? "root" : "nobody") sub
            chown \(owner) sub/a.txt && chmod \(mode) sub/a.txt
            setpriv --reuid nobody --regid nogroup --clear-groups \\
              $CHU convert --from tcvn3 --to unicode --in-place sub/a.txt
            echo "code $?"; stat -c '%U:%G %a' sub/a.txt; cat sub/a.txt; ls sub
            """
        let result = try Command.shell(line, in: scratch.path)
        #expect(result.output == "code 0\n\(owner) \(mode)\nViệt\na.txt\n", "\(result.errors)")
    }
}
