import Foundation
import TestSupport
import Testing

/// A terminal of tmux in which a shell runs.
final class TestTerminal {
    /// Whether tmux is there.
    static let isThere = ["/usr/bin/tmux", "/usr/local/bin/tmux"].contains(
        where: FileManager.default.fileExists)

    private let socket = "chu-\(UUID().uuidString)"

    /// A terminal of 72 by 16, with a shell in `folder`.
    init(in folder: String) throws {
        try tmux(
            "new-session", "-d", "-x", "72", "-y", "16", "-c", folder, "env", "-i", "PATH=/usr/bin:/bin",
            "HOME=\(folder)", "CHU=\(Command.path)", "CHU_PATH=\(folder)", "XDG_STATE_HOME=\(folder)/state",
            "TERM=screen-256color", "LC_ALL=C.UTF-8", "PS1=$ ", "bash", "--norc", "--noprofile")
        try wait { $0.contains("$") }
    }

    deinit { _ = try? tmux("kill-server") }

    @discardableResult
    private func tmux(_ arguments: String...) throws -> String { try tmux(arguments) }

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> String {
        // Foundation waits until all that a process has opened is closed; tmux's server would keep it open for ever.
        let script = """
            for f in /proc/$$/fd/*; do n=${f##*/}; if [ $n -gt 2 ]; then eval "exec $n>&-"; fi; done
            exec tmux "$@"
            """
        return try Command.run(
            ["-c", script, "tmux", "-L", socket, "-u", "-f", "/dev/null"] + arguments,
            variables: ["LC_ALL": "C.UTF-8", "TERM": "xterm"], program: "/bin/bash"
        ).output
    }

    /// Types `text` as it is.
    func type(_ text: String) throws { try tmux("send-keys", "-l", text) }

    /// Starts the program, and waits until its status, or what it asks first, stands at the bottom.
    func open(_ arguments: String, at place: SourceLocation = #_sourceLocation) throws {
        try type("clear; $CHU \(arguments)\n")
        try wait(at: place) { $0.contains(" │ ") || $0.contains("r: restore") }
    }

    /// Presses keys by tmux's names.
    func press(_ keys: String...) throws { for key in keys { try tmux("send-keys", key) } }

    /// Pastes `text` as a terminal does that knows bracketed paste.
    func paste(_ text: String) throws {
        try tmux("set-buffer", text)
        try tmux("paste-buffer", "-p")
    }

    /// Sends bytes as a terminal does, in one piece.
    func raw(_ text: String) throws {
        try tmux(["send-keys", "-H"] + text.utf8.map { String($0, radix: 16) })
    }

    func resize(_ columns: Int, _ rows: Int) throws {
        try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
    }

    /// What is shown; with `styled`, with its escape sequences.
    func screen(styled: Bool = false) throws -> String {
        styled ? try tmux("capture-pane", "-p", "-e") : try tmux("capture-pane", "-p")
    }

    /// Where the cursor is.
    func cursor() throws -> String {
        try tmux("display-message", "-p", "#{cursor_x},#{cursor_y}").trimmingCharacters(in: .newlines)
    }

    /// Waits until the screen is as it should be; returns it, or records what it is instead.
    @discardableResult
    func wait(
        styled: Bool = false, at place: SourceLocation = #_sourceLocation, _ isReady: (String) -> Bool
    ) throws -> String {
        var shown = ""
        for _ in 0..<250 {
            shown = try screen(styled: styled)
            if isReady(shown) { return shown }
            Thread.sleep(forTimeInterval: 0.04)
        }
        Issue.record("the screen stayed\n\(shown)", sourceLocation: place)
        return shown
    }
}

@Suite(
    .enabled(if: TestTerminal.isThere, "tmux is not installed, so nothing was tried on a terminal"),
    .serialized)
struct TerminalTests {
    let folder: ScratchFolder
    let terminal: TestTerminal

    init() throws {
        folder = try ScratchFolder()
        let keymap = try folder.file("test.keymap", Fixture.keymap)
        try #require(
            try Command.run(["build", keymap, "-o", folder.path + "/keymaps/rad/test.chukey"]).code == 0)
        let lexicon = try folder.file("rad.lexicon", Fixture.lexicon)
        try #require(
            try Command.run(["build", lexicon, "-o", folder.path + "/lexicons/rad/core.chulex"]).code
                == 0)
        terminal = try TestTerminal(in: folder.path)
        // Whatever the editor does, the terminal must be the same afterwards.
        try terminal.type("clear; stty -a >before\n")
        try terminal.wait { _ in folder.contents("before")?.isEmpty == false }
    }

    private func expectRestored(_ place: SourceLocation = #_sourceLocation) throws {
        try terminal.wait(at: place) { !$0.contains(" │ ") }
        try terminal.type("stty -a >after; clear; echo is back\n")
        try terminal.wait(at: place) { $0.hasPrefix("is back") }
        // The first line has the size of the window, which tests change.
        let isSame =
            folder.contents("before")?.drop { $0 != 0x0A } == folder.contents("after")?.drop { $0 != 0x0A }
        #expect(isSame, "stty reports other settings than before", sourceLocation: place)
    }

    private func processes() throws -> [Int32] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { Int32($0) }.filter {
            number in
            let folderOfProcess = try? FileManager.default.destinationOfSymbolicLink(
                atPath: "/proc/\(number)/cwd")
            let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(number)/exe")
            return folderOfProcess == folder.path && program?.hasSuffix("/chu") == true
        }
    }

    private func send(_ number: Int32) throws {
        for process in try processes() { kill(process, number) }
    }

    @Test func `A long answer goes through the pager, a short one does not`() throws {
        let long = "lookup êa anak čư̆ núi"
        try terminal.type("clear; PAGER='sed s/^/@/' $CHU lookup anak; echo do''ne-one\n")
        let short = try terminal.wait { $0.contains("done-one") }
        #expect(short.contains("\nanak") || short.hasPrefix("anak"))
        #expect(!short.contains("@"))
        try terminal.type("clear; PAGER='sed s/^/@/' $CHU \(long); echo do''ne-two\n")
        #expect(try terminal.wait { $0.contains("done-two") }.contains("@    vi"))
        try terminal.type("clear; PAGER='sed s/^/@/' $CHU \(long) --no-pager; echo do''ne-three\n")
        #expect(!(try terminal.wait { $0.contains("done-three") }.contains("@")))
        try terminal.type("clear; PAGER=/no/pager $CHU \(long); echo do''ne-four\n")
        #expect(try terminal.wait { $0.contains("done-four") }.contains("    sample"))
        // An empty one is none: the shell comes back without a key.
        try terminal.type("clear; PAGER= $CHU \(long); echo do''ne-five\n")
        #expect(try terminal.wait { $0.contains("done-five") }.contains("    sample"))
        // One that ends before it has read all.
        try terminal.type("clear; PAGER=true $CHU \(long); echo co''de $?\n")
        #expect(try terminal.wait { $0.contains("code ") }.contains("code 0"))
    }

    @Test func `The preedit is underlined in its place, and the file is saved`() throws {
        try terminal.open("type -k rad/test thư.txt")
        try terminal.type("anak eea")
        try terminal.wait(styled: true) { $0.contains("anak \u{1B}[4mêa") }
        #expect(try terminal.cursor() == "7,0")
        try terminal.press("C-s")
        try terminal.wait { $0.contains("saved") }
        #expect(folder.contents("thư.txt") == Array("anak êa\n".utf8))
        try terminal.press("C-q")
        try expectRestored()
    }

    @Test func `Vietnamese is typed with the shipped keymap`() throws {
        let keymaps = Command.repository + "/Keymaps"
        #expect(try Command.run(["build", keymaps, "-o", folder.path + "/keymaps"]).code == 0)
        try terminal.open("type -k vi/telex thư.txt")
        try terminal.type("tieengs Vieetj")
        try terminal.wait(styled: true) { $0.contains("tiếng \u{1B}[4mViệt") }
        #expect(try terminal.cursor() == "10,0")
        try terminal.press("F2")
        try terminal.wait { $0.hasPrefix("tiếng Việt") && $0.contains("no keymap") }
        try terminal.type("j")
        try terminal.press("C-s", "C-q")
        try expectRestored()
        #expect(folder.contents("thư.txt") == Array("tiếng Việtj\n".utf8))
    }

    @Test func `A fault gives the terminal back`() throws {
        try terminal.open("type -k rad/test x")
        try terminal.type("eea")
        try terminal.wait { $0.hasPrefix("êa") }
        try send(SIGSEGV)
        try expectRestored()
    }

    @Test func `Under a Vietnamese locale the editor speaks Vietnamese`() throws {
        try terminal.type("export LC_ALL=vi_VN.UTF-8\n")
        try terminal.open("type -k rad/test x")
        try terminal.wait { $0.contains("tệp mới") }
        try terminal.press("End")
        try terminal.wait { $0.contains("F2 kiểu gõ · ^S lưu") }
        try terminal.press("C-q")
        try expectRestored()
    }

    @Test func `Candidates stand below with their meaning, and are taken`() throws {
        try terminal.open("type -k rad/test x")
        try terminal.type("ee")
        try terminal.wait { $0.contains("1  êa  nước") }
        try terminal.press("Tab", "Enter")
        try terminal.wait { $0.hasPrefix("êa\n") && !$0.contains("nước") }
        try terminal.press("C-s", "C-q")
        try expectRestored()
        #expect(folder.contents("x") == Array("êa\n".utf8))
    }

    @Test func `The words of the line stand below it in the other language`() throws {
        try terminal.open("type -k rad/test x")
        try terminal.type("eea anak k ")
        try terminal.press("F3")
        try terminal.wait { $0.contains(" êa     anak  k\n ≈nước  con   ?\n") }
        try terminal.press("Escape")
        try terminal.wait { !$0.contains("≈nước") }
        try terminal.press("C-s", "C-q")
        try expectRestored()
        #expect(folder.contents("x") == Array("êa anak k \n".utf8))
    }

    @Test(arguments: [("", "2\têa\n"), ("--no-learn ", "1\têa\n")])
    func `Words that were written are learned, unless nothing is to be`(option: String, words: String) throws
    {
        try folder.file(".local/share/chu/words/rad/test.words", "words 1\n1 êa\n")
        try terminal.open("type \(option)-k rad/test x")
        try terminal.type("eea ")
        try terminal.wait { $0.hasPrefix("êa \n") || $0.hasPrefix("êa\n") }
        try terminal.press("C-s", "C-q")
        try expectRestored()
        try terminal.type("clear; $CHU words rad/test >words\n")
        try terminal.wait { _ in folder.contents("words")?.isEmpty == false }
        #expect(folder.contents("words") == Array(words.utf8))
    }

    @Test func `Without a file, the text goes to the output at the end, and its lines come back`() throws {
        try terminal.open("type")
        try terminal.type("eea anak")
        try terminal.press("Enter")
        try terminal.type("dda")
        try terminal.press("C-d")
        try terminal.wait { $0.contains("êa anak\nđa\n$") }
        #expect(folder.contents("state/chu/history") == Array("êa anak\nđa\n".utf8))
        try terminal.open("type")
        try terminal.press("Up", "Up")
        try terminal.wait { $0.hasPrefix("êa anak\n") }
        try terminal.press("C-d")
        try expectRestored()
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1])
    func `A signal restores the terminal and keeps the text, which is offered at the next start`(
        _ signal: Int32
    ) throws {
        try folder.file("thư.txt", "một\n")
        try terminal.open("type -k rad/test thư.txt")
        try terminal.type("eea")
        try terminal.wait { $0.contains("êamột") }
        try send(signal)
        try terminal.wait {
            $0.replacing("\n", with: "").contains("kept in \(folder.path)/state/chu/unsaved/")
        }
        #expect(folder.contents("thư.txt") == Array("một\n".utf8))
        #expect(kept == ["êamột\n"])
        try expectRestored()
        // Later, then restored and saved.
        try terminal.open("type -k rad/test thư.txt")
        try terminal.wait { $0.contains("r: restore") && $0.hasPrefix("một") }
        try terminal.press("Escape")
        try terminal.wait { !$0.contains("r: restore") }
        try terminal.press("C-q")
        try expectRestored()
        #expect(kept == ["êamột\n"])
        try terminal.open("type -k rad/test thư.txt")
        try terminal.type("r")
        try terminal.wait { $0.hasPrefix("êamột") && $0.contains("thư.txt *") }
        try terminal.press("C-s")
        try terminal.wait { $0.contains("saved") && !$0.contains("not saved") }
        #expect(folder.contents("thư.txt") == Array("êamột\n".utf8))
        #expect(kept == [])
        try terminal.press("C-q")
        try expectRestored()
    }

    /// The texts in the folder of unsaved ones.
    private var kept: [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/state/chu/unsaved")
        return (names ?? []).sorted().compactMap {
            folder.contents("state/chu/unsaved/\($0)").map { String(decoding: $0, as: UTF8.self) }
        }
    }

    @Test func `When the user pauses the text is kept, so that a kill loses nothing`() throws {
        try terminal.open("type -k rad/test x")
        try terminal.type("anak eea ")
        try terminal.wait { _ in kept == ["anak êa \n"] }
        try send(SIGKILL)
        try terminal.wait { $0.contains("Killed") }
        try terminal.type("clear; stty sane; tput rmcup; $CHU type -k rad/test x\n")
        try terminal.wait { $0.contains("r: restore") }
        try terminal.type("d")
        try terminal.wait { !$0.contains("r: restore") }
        #expect(kept == [])
        try terminal.press("C-q")
        try terminal.wait { !$0.contains(" │ ") }
        #expect(folder.contents("x") == nil)
    }

    @Test func `A text that goes to the output is kept too`() throws {
        try terminal.open("type -k rad/test")
        try terminal.type("anak ")
        try terminal.wait { $0.hasPrefix("anak") }
        try send(SIGTERM)
        try terminal.wait { $0.contains("the unsaved text was kept in") }
        try expectRestored()
        try terminal.open("type -k rad/test")
        try terminal.type("r")
        try terminal.wait { $0.hasPrefix("anak") }
        try terminal.press("C-d")
        try terminal.wait { $0.contains("anak \n$") || $0.contains("anak\n$") }
        #expect(kept == [])
    }

    @Test(arguments: ["gone", "nowhere"])
    func `A text that cannot be saved is kept, and its place is reported`(_ reason: String) throws {
        try folder.file("sub/x", "a\n")
        if reason == "nowhere" {
            try FileManager.default.removeItem(atPath: folder.path + "/sub/x")
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/sub/x", withDestinationPath: "../other/y")
            try FileManager.default.createDirectory(
                atPath: folder.path + "/other", withIntermediateDirectories: true)
        }
        try terminal.open("type -k rad/test sub/x")
        try terminal.type("eea ")
        try terminal.wait { $0.hasPrefix("êa ") || $0.hasPrefix("êa\n") }
        if reason == "gone" { try FileManager.default.removeItem(atPath: folder.path + "/sub") }
        if reason == "nowhere" { try FileManager.default.removeItem(atPath: folder.path + "/other") }
        try terminal.press("C-s")
        try terminal.wait { $0.contains("not saved: ") }
        try send(SIGTERM)
        let report = try terminal.wait { $0.contains("the unsaved text was kept in") }
        #expect(report.replacing("\n", with: "").contains("\(folder.path)/state/chu/unsaved/"))
        #expect(kept.count == 1 && kept[0].hasPrefix("êa "))
    }

    @Test func `A link that leads to no file is kept, and the file is made`() throws {
        try FileManager.default.createDirectory(
            atPath: folder.path + "/sub", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/x", withDestinationPath: "sub/thư.txt")
        try terminal.open("type -k rad/test x")
        try terminal.type("eea ")
        try terminal.press("C-s")
        try terminal.wait { $0.contains("saved") }
        #expect(folder.contents("sub/thư.txt") == Array("êa \n".utf8))
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/x") == "sub/thư.txt")
        try terminal.press("C-q")
        try expectRestored()
    }

    @Test func `A paste whose end never comes is text after a moment`() throws {
        try terminal.open("type -k rad/test x")
        try terminal.raw("\u{1B}[200~eea anak")
        try terminal.wait { $0.hasPrefix("eea anak") }
        try terminal.raw("\u{1B}[200~b")
        try terminal.raw("\u{11}")
        try terminal.wait { $0.contains("Unsaved changes") && $0.hasPrefix("eea anakb") }
        try terminal.type("d")
        try expectRestored()
    }

    @Test(arguments: ["ê\u{306}", "e\u{302}\u{306}", "ꪀꪲ", "u\u{31B}\u{323}"])
    func `Marks in the last column are shown on their letter`(_ letter: String) throws {
        try terminal.resize(10, 6)
        try folder.file("x", "abcdefghi\(letter)\n")
        try terminal.open("type -k rad/test x")
        try terminal.wait { $0.unicodeScalars.starts(with: "abcdefghi\(letter)\n".unicodeScalars) }
        try terminal.press("C-q")
    }

    @Test func `A stop gives the terminal back, and the editor goes on where it was`() throws {
        try terminal.open("type -k rad/test x")
        try terminal.type("anak ")
        try terminal.press("C-z")
        try terminal.wait { $0.contains("Stopped") }
        try terminal.type("fg\n")
        try terminal.wait { $0.hasPrefix("anak") && $0.contains("rad/test") }
        try send(SIGTSTP)
        try terminal.wait { $0.contains("Stopped") }
        try terminal.type("fg\n")
        try terminal.wait { $0.hasPrefix("anak") && $0.contains("rad/test") }
        try terminal.type("eea")
        try terminal.press("C-q")
        try terminal.wait { $0.contains("Unsaved changes") }
        try terminal.type("d")
        try expectRestored()
        #expect(folder.contents("x") == nil)
    }

    @Test func `A paste comes in one piece, and the window may change`() throws {
        try terminal.open("type -k rad/test x")
        try terminal.paste("eea\nddb\n")
        try terminal.wait { $0.hasPrefix("eea\nddb\n") }
        try terminal.resize(40, 8)
        try terminal.wait {
            $0.split(separator: "\n", omittingEmptySubsequences: false).count <= 9 && $0.contains("x *")
        }
        try terminal.press("C-s", "C-q")
        try expectRestored()
        #expect(folder.contents("x") == Array("eea\nddb\n\n".utf8))
    }

    @Test func `A file that another program has changed is written over only when asked twice`() throws {
        try folder.file("x", "a\n")
        try terminal.open("type -k rad/test x")
        try terminal.type("b ")
        try terminal.wait { $0.contains("b a") }
        try folder.file("x", "theirs\n")
        try terminal.press("C-s")
        try terminal.wait { $0.contains("another program has changed the file") }
        #expect(folder.contents("x") == Array("theirs\n".utf8))
        try terminal.press("C-s")
        try terminal.wait { $0.contains("saved") && !$0.contains("not saved") }
        #expect(folder.contents("x") == Array("b a\n".utf8))
        try terminal.press("C-q")
        try expectRestored()
    }

    @Test func `A file that is not UTF-8 is refused and stays as it is`() throws {
        try folder.file("bad", [0x61, 0x0A, 0xFF])
        try terminal.type("$CHU type bad; echo code $?\n")
        try terminal.wait { $0.contains("chu: bad:2:1: not well-formed UTF-8\ncode 65") }
        #expect(folder.contents("bad") == [0x61, 0x0A, 0xFF])
    }

    @Test func `A file that cannot be saved is reported, and the text stays`() throws {
        try folder.file("sub/x", "a\n")
        try terminal.open("type -k rad/test sub/x")
        try terminal.type("eea")
        try FileManager.default.removeItem(atPath: folder.path + "/sub")
        try terminal.press("C-s")
        try terminal.wait { $0.contains("not saved: No such file or directory") && $0.hasPrefix("êaa") }
        try terminal.press("C-q")
        try terminal.type("d")
        try expectRestored()
    }

    /// What terminals really do with marks and wide letters: the cursor must be where we count it.
    @Test(arguments: [("ê\u{306}", 1), ("字", 2), ("ꪁꪱꪣ", 3), ("ꪀꪲ", 1), ("người", 5), ("🇻🇳", 2)])
    func `The cursor stands where the columns are counted`(_ text: String, _ columns: Int) throws {
        try folder.file("x", text + "\n")
        try terminal.open("type -k rad/test x")
        try terminal.press("End")
        try terminal.wait { _ in (try? terminal.cursor()) == "\(columns),0" }
        #expect(try terminal.cursor() == "\(columns),0")
        try terminal.press("C-q")
    }
}
