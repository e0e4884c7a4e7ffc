import Files
import Testing

/// Paths as text, and a value that threads take turns with.
struct PathTests {
    @Test(arguments: [
        ("Keymaps/vi/telex.keymap", "telex.keymap", "Keymaps/vi", "keymap", "Keymaps/vi/telex"),
        ("telex", "telex", ".", "", "telex"), ("/telex", "telex", "/", "", "/telex"),
        ("a/b/", "b", "a", "", "a/b/"),
        ("a.b/c", "c", "a.b", "", "a.b/c"), (".hidden", ".hidden", ".", "", ".hidden"),
        ("x.tar.gz", "x.tar.gz", ".", "gz", "x.tar"),
        ("/", "/", "/", "", "/"),
    ])
    func `A path has a name, a folder and a suffix`(
        path: String, name: String, folder: String, suffix: String, rest: String
    ) {
        #expect(Path.name(of: path) == name)
        #expect(Path.parent(of: path) == folder)
        #expect(Path.suffix(of: path) == suffix)
        #expect(Path.withoutSuffix(path) == rest)
    }

    @Test(arguments: [
        ("a", "b", "a/b"), ("a/", "b", "a/b"), ("", "b", "b"), (".", "b", "b"), ("/", "b", "/b"),
    ])
    func `A path is put behind a folder`(folder: String, path: String, joined: String) {
        #expect(Path.join(folder, path) == joined)
    }

    @Test func `Threads take turns with a guarded value`() async {
        let count = Guarded(0)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { for _ in 0..<1_000 { count.withLock { $0 += 1 } } } }
        }
        #expect(count.withLock { $0 } == 8_000)
    }
}
