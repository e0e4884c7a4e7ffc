import Foundation
import TestSupport
import Testing

/// `chu convert`.
struct ConvertTests {
    let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    /// Khmer with the vowel typed before the subscript, and as it is stored.
    static let typed = "\u{1781}\u{17C2}\u{17D2}\u{1798}\u{179A}"
    static let stored = "\u{1781}\u{17D2}\u{1798}\u{17C2}\u{179A}"

    private func convert(_ arguments: String...) throws -> Command.Result {
        try Command.run(["convert"] + arguments, in: scratch.path)
    }

    /// What stands in the folder.
    private var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: scratch.path)) ?? []).sorted()
    }

    @Test func `Standard input is composed, taken apart and repaired`() throws {
        for (from, to, input, output) in [
            ("combining", "unicode", "ti\u{EA}\u{301}ng\n", "tiếng\n"),
            ("unicode", "combining", "tiếng\n", "ti\u{EA}\u{301}ng\n"),
            ("repair", "unicode", Self.typed, Self.stored),
            ("repair", "combining", "k\u{14F}\u{302} tiếng", "k\u{F4}\u{306} ti\u{EA}\u{301}ng"),
        ] {
            let result = try Command.run(
                ["convert", "--from", from, "--to", to], input: Array(input.utf8), in: scratch.path)
            #expect(Array(result.output.utf8) == Array(output.utf8))
            #expect(result.errors == "")
            #expect(result.code == 0)
        }
    }

    @Test func `Several files are written one after the other, or each by its name into a folder`() throws {
        try scratch.file("a", "e\u{302}\n")
        try scratch.file("b", "o\u{302}\n")
        #expect(try convert("--from", "combining", "--to", "unicode", "a", "b").output == "ê\nô\n")
        #expect(try convert("--from", "combining", "--to", "unicode", "a", "b", "-o", "c").code == 0)
        #expect(scratch.contents("c") == Array("ê\nô\n".utf8))
        try scratch.file("out/x", "")
        #expect(try convert("--from", "combining", "--to", "unicode", "a", "b", "-o", "out").code == 0)
        #expect(scratch.contents("out/a") == Array("ê\n".utf8))
        #expect(scratch.contents("out/b") == Array("ô\n".utf8))
        let twice = try convert("--from", "combining", "--to", "unicode", "a", "./a", "-o", "out")
        #expect(twice.code == 64)
        #expect(
            twice.errors == "chu: ./a: would overwrite out/a, just converted from a; give another folder\n")
    }

    @Test func `Files are replaced in their place, and one in which nothing changes is left alone`() throws {
        try scratch.file("a", Self.typed)
        try scratch.file("b", Self.stored)
        let before = try FileManager.default.attributesOfItem(atPath: scratch.path + "/b")
        let result = try convert("--from", "repair", "--to", "unicode", "--in-place", "--report", "a", "b")
        #expect(
            result.errors == """
                chu: a: 1 change
                  1  khmer-order  first at 1:1  'ខែ្ម' → 'ខ្មែ'
                chu: b: 0 changes

                """)
        #expect(result.code == 0)
        #expect(scratch.contents("a") == Array(Self.stored.utf8))
        let after = try FileManager.default.attributesOfItem(atPath: scratch.path + "/b")
        #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
        #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
        #expect(names == ["a", "b"])
    }

    @Test func `Pipes, folders and devices are not replaced, and not waited for`() throws {
        #expect(unsafe mkfifo(scratch.path + "/pipe", 0o600) == 0)
        try scratch.file("folder/a", Self.typed)
        try scratch.file("b", Self.typed)
        let result = try convert(
            "--from", "repair", "--to", "unicode", "--in-place", "pipe", "folder", "/dev/null", "b")
        #expect(result.code == 73)
        let why = "is no file that could be replaced; leave --in-place out to write to standard output"
        #expect(result.errors == "chu: pipe: \(why)\nchu: folder: \(why)\nchu: /dev/null: \(why)\n")
        #expect(scratch.contents("folder/a") == Array(Self.typed.utf8))
        #expect(scratch.contents("b") == Array(Self.stored.utf8))
    }

    @Test func `A file that ends where the old one goes on is replaced too`() throws {
        // The doubtful case for whoever compares piece by piece: the new text is the beginning of the old one.
        try scratch.file("a", [0x61, 0x62])
        try scratch.file("b", [0xEF, 0xBB, 0xBF, 0x61])
        for name in ["a", "b"] {
            let old = scratch.contents(name)
            #expect(try convert("--from", "unicode", "--to", "unicode", "--in-place", name).code == 0)
            #expect(scratch.contents(name) == old)
        }
        try scratch.file("c", Array("ab".utf8) + [0xFF])
        let result = try convert(
            "--from", "unicode", "--to", "unicode", "--in-place", "--ill-formed", "replace", "c")
        #expect(result.code == 0)
        #expect(scratch.contents("c") == Array("ab\u{FFFD}".utf8))
    }

    @Test func `The report lists every kind with its first position, and what was left`() throws {
        let text = "ana\u{1CE}n 'bok\nxã \(Self.typed) jơ \u{306}ng\nanãn k\u{14F}\u{302}\n"
        let result = try Command.run(
            ["convert", "--from", "repair", "--to", "unicode", "--language", "rad", "--report"],
            input: Array(text.utf8))
        #expect(result.output == "anaăn ƀok\nxã \(Self.stored) jơ\u{306}ng\nanăn kô\u{306}\n")
        #expect(
            result.errors == """
                chu: standard input: 6 changes
                  2  breve-stand-in      first at 1:4   'anaǎn' → 'anaăn'
                  1  barred-b            first at 1:8   ''bok' → 'ƀok'
                  1  khmer-order         first at 2:5   'ខែ្ម' → 'ខ្មែ'
                  1  blank-before-breve  first at 2:24  'ơ ̆' → 'ơ̆'
                  1  breve-order         first at 3:8   'ŏ̂' → 'ô̆'
                chu: standard input: 1 doubtful place left as it is
                  1  may-be-vietnamese  first at 2:2  'xã'

                """)
    }

    @Test func `In a table only the named columns change, each field by itself`() throws {
        let table = "e\u{302}\te\u{302}\te\u{302}\n\tx\n\u{302}\t\to\u{302}\r\no\u{302}\u{306}\tu"
        let result = try Command.run(
            ["convert", "--from", "combining", "--to", "unicode", "--columns", "1,3"],
            input: Array(table.utf8))
        #expect(
            Array(result.output.utf8)
                == Array("ê\te\u{302}\tê\n\tx\n\u{302}\t\tô\r\nô\u{306}\tu".utf8))
        // Bytes that are not UTF-8 are nobody's business in the other columns.
        let other = try Command.shell(
            #"printf 'a\t\377\na\tb\377\n' | $CHU convert --from unicode --to unicode --columns 1"#)
        #expect(other.code == 0)
        let wrong = try Command.shell(
            #"printf 'a\t\377\na\tb\377\n' | $CHU convert --from unicode --to unicode --columns 2 --ill-formed keep | od -An -tx1"#
        )
        #expect(wrong.output == " 61 09 ff 0a 61 09 62 ff 0a\n")
        #expect(wrong.errors.contains("standard input:1:3 (byte 2): '0xFF' not well-formed UTF-8, kept"))
        for list in ["0", "1,", "a", "-1", ""] {
            #expect(
                try Command.run(["convert", "--from", "unicode", "--to", "unicode", "--columns=\(list)"]).code
                    == 64)
        }
    }

    @Test func `Bytes that are not UTF-8 are reported with line and offset, and never dropped`() throws {
        try scratch.file("a", Array("mưa\nnắ".utf8) + [0xFF] + Array("ng\n".utf8) + [0xC3])
        let wrong = try convert("--from", "unicode", "--to", "unicode", "a", "-o", "b")
        #expect(wrong.code == 65)
        #expect(
            wrong.errors
                == "chu: a:2:5 (byte 9): '0xFF' not well-formed UTF-8; go on with --ill-formed keep or replace\n"
        )
        #expect(names == ["a"])
        let kept = try convert("--from", "unicode", "--to", "unicode", "--ill-formed", "keep", "a", "-o", "b")
        #expect(kept.code == 0)
        #expect(
            kept.errors
                == "chu: a:2:5 (byte 9): '0xFF' not well-formed UTF-8, kept as it was; 2 such places\n")
        #expect(scratch.contents("b") == scratch.contents("a"))
        let replaced = try convert("--from", "repair", "--to", "unicode", "--ill-formed", "replace", "a")
        #expect(replaced.output == "mưa\nnắ\u{FFFD}ng\n\u{FFFD}")
    }

    @Test func `One file that is wrong does not keep the others from being replaced`() throws {
        try scratch.file("a", [0xFF])
        try scratch.file("b", "e\u{302}")
        let result = try convert("--from", "combining", "--to", "unicode", "--in-place", "a", "none", "b")
        #expect(result.code == 66)
        #expect(result.errors.contains("chu: a:1:1"))
        #expect(result.errors.contains("chu: none: cannot open: No such file or directory\n"))
        #expect(scratch.contents("a") == [0xFF])
        #expect(scratch.contents("b") == Array("ê".utf8))
        #expect(names == ["a", "b"])
    }

    @Test func `An encoding that is sure is found out, and one that is not is refused`() throws {
        let text: [UInt8] = Array(
            "Ti\u{1}ng Vi\u{2}t c\u{3}a ng\u{4}\u{5}i vi\u{2}t \u{6}\u{7} vi\u{1}t\n".utf8)
        // ế ệ ủ ư ờ đ ã of TCVN3.
        let bytes: [UInt8: UInt8] = [1: 0xD5, 2: 0xD6, 3: 0xF1, 4: 0xAD, 5: 0xEA, 6: 0xAE, 7: 0xB7]
        try scratch.file("a", text.map { bytes[$0] ?? $0 })
        let sure = try convert("--from", "auto", "--to", "unicode", "a")
        #expect(sure.output == "Tiếng Việt của người việt đã viết\n")
        #expect(sure.errors.hasPrefix("chu: a: read as tcvn3 ("))
        try scratch.file("b", [0x54, 0x69, 0xD5, 0x6E, 0x67])
        let unsure = try convert("--from", "auto", "--to", "unicode", "b", "-o", "c")
        #expect(unsure.code == 65)
        #expect(unsure.errors.hasPrefix("chu: b: too little text beyond ASCII to recognize the encoding"))
        #expect(names == ["a", "b"])
        #expect(try convert("--from", "unicode", "--to", "auto", "a").code == 64)
    }

    @Test func `Transforms that are installed convert, by themselves and behind an encoding`() throws {
        try scratch.file(
            "transforms/doubled/vi.transform",
            """
            transform 1
            from doubled
            to vi
            title Thử
            version 1.0
            licence CC0-1.0
            status draft
            source thử words for a test

            rules
            ee > ê;
            tests
            ee -> ê

            """)
        let data = ["CHU_PATH": scratch.path]
        for (target, output) in [("vi", "bê\n"), ("unicode", "bê\n"), ("tcvn3", "b\u{AA}\n")] {
            let result = try Command.shell(
                "printf 'bee\\n' | $CHU convert --from doubled --to \(target) | od -An -tx1", variables: data)
            let bytes = target == "tcvn3" ? [0x62, 0xAA, 0x0A] : Array(output.utf8)
            #expect(
                result.output.split(separator: " ").map { Int($0.filter { !$0.isNewline }, radix: 16) }
                    == bytes.map { Int($0) }, "\(result.errors)")
        }
        let none = try Command.run(["convert", "--from", "vi", "--to", "telex"], variables: data)
        #expect(none.code == 64)
        #expect(none.errors.hasPrefix("chu: nothing converts 'vi' to 'telex'; 'chu list transforms' shows"))
    }

    @Test func `Wrong usage is reported`() throws {
        for (arguments, sentence) in [
            (["--from", "latin", "--to", "unicode"], "nothing converts 'latin' to 'unicode'"),
            (
                ["--from", "unicode", "--to", "repair"],
                "no form 'repair' to convert to; there are unicode, combining"
            ),
            (["--from", "unicode"], "--to"),
            (["--from", "unicode", "--to", "unicode", "--in-place"], "--in-place needs files to replace"),
            (["--from", "unicode", "--to", "unicode", "--in-place", "-o", "x", "a"], "exclude each other"),
            (["--from", "unicode", "--to", "unicode", "--ill-formed", "drop"], "--ill-formed"),
        ] {
            let result = try Command.run(["convert"] + arguments)
            #expect(result.code == 64, "\(arguments)")
            #expect(result.errors.contains(sentence), "\(result.errors)")
        }
        let folder = try convert("--from", "unicode", "--to", "unicode", ".")
        #expect(folder.code == 66)
        #expect(folder.errors == "chu: .: cannot read: Is a directory\n")
    }

    @Test func `Messages are Vietnamese under a Vietnamese locale`() throws {
        try scratch.file("a", [0x61, 0xFF])
        let result = try Command.run(
            ["convert", "--from", "unicode", "--to", "unicode", "a"], variables: ["LANG": "vi_VN.UTF-8"],
            in: scratch.path)
        #expect(
            result.errors.hasPrefix(
                "chu: a:1:2 (byte thứ 1): '0xFF' không phải UTF-8 hợp lệ; muốn chuyển tiếp"))
    }

    // MARK: Nothing is converted twice or wrongly

    @Test(arguments: ["tcvn3", "vps", "viscii", "vni-windows", "cp1258"])
    func `Unicode that is said to be in an encoding of bytes is refused, unless the user insists`(
        form: String
    ) throws {
        let text = "Nước Việt Nam là một\n"
        try scratch.file("f", text)
        let refused = try convert("--from", form, "--to", "unicode", "--in-place", "f")
        #expect(refused.code == 65)
        #expect(
            refused.errors
                == "chu: f: this is UTF-8 already, and reading it as \(form) would spoil it; use --from unicode or auto, "
                + "or --insist\n")
        #expect(scratch.contents("f") == Array(text.utf8))
        // Far into a file as well, where the beginning was plain.
        try scratch.file("g", String(repeating: "plain\n", count: 60_000) + text)
        #expect(try convert("--from", form, "--to", "unicode", "--in-place", "g").code == 65)
        #expect(
            try convert("--from", form, "--to", "unicode", "--insist", "--ill-formed", "replace", "f").code
                == 0)
        try scratch.file("wide", [0xFF, 0xFE, 0x61, 0x00])
        let wide = try convert("--from", form, "--to", "unicode", "wide")
        #expect(wide.code == 65)
        #expect(wide.errors.contains("this is utf-16le"))
    }

    @Test func `Auto reads UTF-16, entities and what was saved wrongly`() throws {
        let lines = String(repeating: "Nước Việt Nam\n", count: 10)
        for (bytes, output) in [
            ([0xFF, 0xFE, 0x54, 0x00, 0x69, 0x00, 0xBF, 0x1E, 0x6E, 0x00, 0x67, 0x00] as [UInt8], "Tiếng"),
            (Array("kÝnh göi".utf8), "kính gửi"), (Array("Tiáº¿ng Viá»‡t".utf8), "Tiếng Việt"),
            (Array("Ti&#7871;ng Vi&#7879;t".utf8), "Tiếng Việt"),
            (Array((lines + "Köln\n").utf8), lines + "Köln\n"),
        ] {
            try scratch.file("f", bytes)
            let result = try convert("--from", "auto", "--to", "unicode", "f")
            #expect(result.output == output, "\(result.errors)")
        }
        try scratch.file("f", lines + "kÝnh göi\n")
        let mixed = try convert("--from", "auto", "--to", "unicode", "f")
        #expect(mixed.code == 65)
        #expect(mixed.errors.hasPrefix("chu: f:11: this line is in tcvn3-latin1, most others are not;"))
        try scratch.file("f", [0x61, 0x00, 0x62])
        #expect(try convert("--from", "auto", "--to", "unicode", "f").errors.contains("NUL bytes"))
    }

    @Test func `Languages are named by tag or by name, and unknown ones are an error`() throws {
        try scratch.file("f", "ana\u{1CE}n\n")
        for name in ["rad", "Ê Đê", "ê-đê", "Rade", "rad-Latn"] {
            let result = try convert("--from", "repair", "--to", "unicode", "--language", name, "f")
            #expect(result.output == "anaăn\n", "\(result.errors)")
        }
        for (name, part) in [
            ("zz-bogus", "no language is called 'zz-bogus'"), ("", "no language is called"),
            ("Gia Rai Rai", "no language"), ("Bahna", "did you mean 'Ba Na'?"),
        ] {
            let result = try convert("--from", "repair", "--to", "unicode", "--language", name, "f")
            #expect(result.code == 64)
            #expect(result.errors.contains(part), "\(result.errors)")
        }
    }

    @Test func `A column that no row has is an error, and the file stays`() throws {
        try scratch.file("f", "e\u{302}\tb\tc\na\tb\n")
        let result = try convert(
            "--from", "combining", "--to", "unicode", "--columns", "1,9", "--in-place", "f")
        #expect(result.code == 64)
        #expect(result.errors == "chu: f: there is no column 9; its widest row has 3 columns\n")
        #expect(scratch.contents("f") == Array("e\u{302}\tb\tc\na\tb\n".utf8))
        try scratch.file("f", "")
        #expect(try convert("--from", "combining", "--to", "unicode", "--columns", "9", "f").code == 0)
        for forms in [("utf-16le", "unicode"), ("unicode", "utf-32be")] {
            let wide = try convert("--from", forms.0, "--to", forms.1, "--columns", "1", "f")
            #expect(wide.code == 64)
        }
        try scratch.file("f", [0xFF, 0xFE, 0x61, 0x00])
        #expect(try convert("--from", "auto", "--to", "unicode", "--columns", "1", "f").code == 64)
    }

    @Test func `A byte order mark is left out and reported where the target has none`() throws {
        try scratch.file("f", "\u{FEFF}ê\n")
        let result = try Command.shell(
            "$CHU convert --from unicode --to tcvn3 f | od -An -tx1", in: scratch.path)
        #expect(result.output == " aa 0a\n")
        #expect(result.errors == "chu: f: the byte order mark at the beginning was left out\n")
        #expect(try convert("--from", "unicode", "--to", "combining", "f").output.utf8.count == 3 + 3)
    }

    @Test func `Keys are read by the keymap that types them`() throws {
        for name in ["telex", "vni", "viqr"] {
            let built = try Command.run([
                "build", "\(Command.repository)/Keymaps/vi/\(name).keymap", "-o",
                "\(scratch.path)/keymaps/vi/\(name).chukey",
            ])
            try #require(built.code == 0, "\(built.errors)")
        }
        let data = ["CHU_PATH": scratch.path]
        for (form, keymap, keys, text) in [
            ("telex", "vi/telex", "Tieengs Vieetj", "Tiếng Việt"),
            ("telex", "vi/telex", "nguwowif DDAF NAWNGX", "người ĐÀ NẴNG"),
            ("telex", "vi/telex", "tis [1], tieesng", "tí [1], tiếng"),
            ("vni", "vi/vni", "Tie6ng1 Vie65t, 2020", "Tiếng Việt, 2020"),
            ("viqr-keys", "vi/viqr", "tie^'ng Vie^.t", "tiếng Việt"),
        ] {
            let input = Array((keys + "\n").utf8)
            let result = try Command.run(
                ["convert", "--from", form, "--to", "unicode"], input: input, variables: data)
            #expect(result.output == text + "\n", "\(result.errors)")
            let typed = try Command.run(["type", "-k", keymap, "--keys"], input: input, variables: data)
            #expect(typed.output == result.output)
        }
        let encoded = try Command.shell(
            "printf 'Tieengs Vieetj' | $CHU convert --from telex --to tcvn3 | od -An -tx1", variables: data)
        #expect(encoded.output == " 54 69 d5 6e 67 20 56 69 d6 74\n")
        let none = try Command.run(["convert", "--from", "telex", "--to", "unicode"])
        #expect(none.code == 66)
        #expect(none.errors.contains("no keymap 'vi/telex'"))
    }

    // MARK: Pipes, disks and signals

    @Test func `A pipe is answered line by line while it is still open`() throws {
        let line = """
            mkfifo in out; $CHU convert --from combining --to unicode <in >out & exec 3>in 4<out
            printf 'e\\xCC\\x82\\n' >&3; read -r -t 20 first <&4; echo "$first"
            printf 'o\\xCC\\x82\\n' >&3; read -r -t 20 second <&4; echo "$second"; exec 3>&-; wait $!
            """
        let result = try Command.shell(line, in: scratch.path)
        #expect(result.output == "ê\nô\n")
    }

    @Test func `A reader that goes away ends the program quietly`() throws {
        let result = try Command.shell(
            "yes tiếng | $CHU convert --from unicode --to combining | head -n 1; echo ${PIPESTATUS[1]} >&2")
        #expect(result.output == "ti\u{EA}\u{301}ng\n")
        #expect(result.errors == "0\n")
    }

    @Test func `A full disk is an error, and leaves the old file`() throws {
        try scratch.file("a", String(repeating: "tiếng\n", count: 50_000))
        try scratch.file("b", "cũ")
        let output = try Command.shell(
            "$CHU convert --from unicode --to combining a >/dev/full", in: scratch.path)
        #expect(output.code == 74)
        #expect(output.errors == "chu: cannot write the output: No space left on device\n")
        let device = try convert("--from", "unicode", "--to", "combining", "a", "-o", "/dev/full")
        #expect(device.code == 73)
        #expect(device.errors == "chu: /dev/full: cannot write: No space left on device\n")
        let limited = try Command.shell(
            "trap '' XFSZ; ulimit -f 64; $CHU convert --from unicode --to combining a -o b", in: scratch.path)
        #expect(limited.code == 73)
        #expect(scratch.contents("b") == Array("cũ".utf8))
        #expect(names == ["a", "b"])
    }

    @Test func `Killed in the middle, it leaves the old file, and the next run clears what was begun`() throws
    {
        try scratch.file("a", "cũ")
        // The input never ends, so that the middle can be met.
        let line = """
            mkfifo in; $CHU convert --from unicode --to combining in -o a & exec 3>in; yes tiếng | head -c 3000000 >&3
            ls; kill -9 $!; wait $! 2>/dev/null; cat a
            """
        let result = try Command.shell(line, in: scratch.path)
        #expect(result.output.hasPrefix("a\na."), "\(result.output)")
        #expect(result.output.hasSuffix("cũ"))
        try scratch.file("b", "mới")
        #expect(try convert("--from", "unicode", "--to", "unicode", "b", "-o", "a").code == 0)
        #expect(names == ["a", "b", "in"])
        #expect(scratch.contents("a") == Array("mới".utf8))
    }

    @Test(arguments: [
        "--from unicode --to combining", "--from repair --to unicode --language rad --columns 2",
    ])
    func `A long stream goes through in little memory`(_ forms: String) throws {
        // An unoptimized build takes its time.
        let size = Command.path.contains("/release/") ? 200_000_000 : 20_000_000
        let line = """
            mkfifo in; $CHU convert \(forms) <in | wc -c & exec 3>in
            yes "$(printf 'tiếng Việt\\tjơ̆ng ŏ̂\\tខែ្មរ xã')" | head -c \(size) >&3
            for process in /proc/[0-9]*; do
                if [ "$(readlink $process/exe)" = "$(readlink -f $CHU)" ] && [ "$(readlink $process/cwd)" = "$PWD" ]; then
                    sed -n 's/^VmHWM:[^0-9]*\\([0-9]*\\).*/\\1/p' $process/status
                fi
            done
            exec 3>&-; wait
            """
        let result = try Command.shell(line, in: scratch.path)
        let numbers = result.output.split(separator: "\n").compactMap { Int($0) }
        try #require(numbers.count == 2, "\(result.output) \(result.errors)")
        #expect(numbers[0] < 100_000, "kilobytes at most")
        #expect(numbers[1] > size / 2, "bytes written")
    }
}
