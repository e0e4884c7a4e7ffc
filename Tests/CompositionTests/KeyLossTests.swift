import Composition
import ICU
import TestSupport
import Testing

/// No key is lost: each sign that is typed is in the text, in its place, unless a declared meaning has consumed it.
///
/// Keys are typed in short runs, each in a new session with options chosen at random, so that what a session does first is
/// tried as often as what it does later. `CHU_RANDOM_KEYS=1000000` types a million keys in each test.
struct KeyLossTests {
    private static let count = effort("CHU_RANDOM_KEYS", usual: 60_000)
    /// How many keys a run has at most.
    private static let runLength = 40

    private static let latin = Repository.keymapNames.filter { !isOfClusters($0) }
    private static let clusters = Repository.keymapNames.filter(isOfClusters)

    private static func isOfClusters(_ name: String) -> Bool {
        (try? Repository.keymap(name).composesClusters) ?? false
    }

    /// Types runs of keys in the keymap, and gives what is wrong in each, at most ten.
    private static func faults(
        _ keymap: Keymap, keys: [Unicode.Scalar], count: Int, seed: UInt64,
        _ body: (inout Transcript, [Unicode.Scalar]) -> String?
    ) -> [String] {
        var generator = SeededGenerator(seed)
        var faults: [String] = []
        var typed = 0
        while typed < count, faults.count < 10 {
            var field = Transcript(keymap: keymap)
            var options: [String] = []
            for option in keymap.options where generator.next() % 4 == 0 {
                let value = option.values[Int(generator.next() % UInt64(option.values.count))]
                _ = field.composer.setOption(option.name, to: value)
                options.append("\(option.name)=\(value)")
            }
            let length = 1 + Int(generator.next() % UInt64(runLength))
            var run: [Unicode.Scalar] = []
            for _ in 0..<length {
                // Keys pressed twice or three times undo.
                let isRepeated = !run.isEmpty && generator.next() % 5 == 0
                run.append(isRepeated ? run[run.count - 1] : keys[Int(generator.next() >> 33) % keys.count])
            }
            typed += length
            if let fault = body(&field, run) {
                faults.append("\(options) \(String(String.UnicodeScalarView(run))): \(fault)")
            }
        }
        return faults
    }

    /// The keys of a run: vowels and the keys of marks and tones more often than others.
    private static let latinKeys: [Unicode.Scalar] = {
        var keys = (UInt8(0x20)...0x7E).map { Unicode.Scalar($0) }
        for _ in 0..<3 { keys += (UInt8(0x61)...0x7A).map { Unicode.Scalar($0) } }
        for _ in 0..<5 { keys += "aeiouwsfrxjdnghtc 1267".unicodeScalars }
        keys += "'`?~.^(+*\\'`?~.^(+*\\-/".unicodeScalars
        return keys
    }()

    // MARK: Syllables

    @Test(arguments: latin)
    func `Each sign stays in its place, and undoing takes back one meaning`(name: String) throws {
        let keymap = try Repository.keymap(name)
        let meant = Self.keysOfMarks(keymap)
        let faults = Self.faults(
            keymap, keys: Self.latinKeys, count: Self.count / Repository.keymapNames.count, seed: 41
        ) { field, run in
            var word = TypedWord(meant: meant)
            for key in run {
                if let fault = word.type(key, &field) { return fault }
            }
            return nil
        }
        #expect(faults.isEmpty, "\(name): \(faults.joined(separator: "\n"))")
    }

    // MARK: Macros

    /// Without keys that are ever whole, a table changes nothing: signs are held back and come out again.
    private static let unfinished = Macros(
        [
            "-->%", "->%", "--%", "...%", ".'.%", "v/v%", "ko%", "a/as%", "tie/e-s%", "1tr%", "//aa1%", "+%",
            "'x'x%",
            "đ/d/d%", "?aw%", "12%", "1-2-%", "[[%", "n--->%",
        ].map { Macros.Entry(key: $0, expansion: "never") })

    @Test(arguments: latin)
    func `Signs held back for a macro are what they are without macros`(name: String) throws {
        let keymap = try Repository.keymap(name)
        let keys = "aeiouwsdnkvtrog  -->>..//'+?12[123".unicodeScalars
        let faults = Self.faults(
            keymap, keys: Array(keys), count: Self.count / Repository.keymapNames.count, seed: 42
        ) { field, run in
            var plain = field
            field.composer.macros = Self.unfinished
            for key in run {
                let event = KeyEvent(key, modifiers: key == " " && field.text.count % 3 == 0 ? .shift : [])
                plain.type(event)
                field.type(event)
                #if DEBUG
                    field.composer.checkInvariants()
                #endif
                if field.shown != plain.shown { return "'\(field.shown)' is shown, not '\(plain.shown)'" }
                var ended = (field, plain)
                ended.0.finish()
                ended.1.finish()
                if ended.0.text != ended.1.text {
                    return "'\(ended.0.text)' is committed, not '\(ended.1.text)'"
                }
            }
            return nil
        }
        #expect(faults.isEmpty, "\(name): \(faults.joined(separator: "\n"))")
    }

    /// Each key has an expansion that nobody can type.
    private static let whole = Macros(
        [
            "-->", "->", "--", "...", "v/v", "ko", "tp1", "1tr", "//", "n--->", ">.>", "k/g.", "..v", "g...>",
        ].enumerated().map { Macros.Entry(key: $1, expansion: "⟦\($0)⟧") })

    @Test(arguments: latin)
    func `What macros replace is their keys and nothing else`(name: String) throws {
        let keymap = try Repository.keymap(name)
        let keys = "aonkvtrpgs  -->>..//1".unicodeScalars
        let faults = Self.faults(
            keymap, keys: Array(keys), count: Self.count / Repository.keymapNames.count, seed: 43
        ) { field, run in
            var plain = field
            field.composer.macros = Self.whole
            for key in run {
                plain.type(KeyEvent(key))
                field.type(KeyEvent(key))
                #if DEBUG
                    field.composer.checkInvariants()
                #endif
                var ended = (field, plain)
                ended.0.finish()
                ended.1.finish()
                let text = Self.whole.entries.reduce(ended.0.text) {
                    $0.replacing($1.expansion, with: $1.key)
                }
                if text != ended.1.text { return "'\(ended.0.text)' for '\(ended.1.text)'" }
            }
            return nil
        }
        #expect(faults.isEmpty, "\(name): \(faults.joined(separator: "\n"))")
    }

    // MARK: Clusters

    /// The keys of clusters: all that type a character, and the vowels of the scripts more often.
    private static let clusterKeys: [Unicode.Scalar] = {
        let keys = (UInt8(0x20)...0x7E).map { Unicode.Scalar($0) }
        return keys + keys.filter { $0.properties.isAlphabetic } + "aeiouEIYRAjrmMVzfk'{[;`\"".unicodeScalars
    }()

    /// The code points of a text, each as often as it is there.
    private struct Signs: Hashable {
        var counts: [Unicode.Scalar: Int] = [:]

        init(_ text: String) { for scalar in text.unicodeScalars { counts[scalar, default: 0] += 1 } }

        static func - (one: Signs, other: Signs) -> Signs {
            var result = one
            for (scalar, count) in other.counts { result.counts[scalar, default: 0] -= count }
            result.counts = result.counts.filter { $0.value != 0 }
            return result
        }
    }

    @Test(arguments: clusters)
    func `Each key of a cluster adds its sign, or makes of the sign before it what the keymap declares`(
        name: String
    ) throws {
        let keymap = try Repository.keymap(name)
        // What a key does after each other key, and after that typed twice, first in a session.
        var known: [String: [Unicode.Scalar: Set<Signs>]] = [:]
        func changes(_ field: Transcript) -> [Unicode.Scalar: Set<Signs>] {
            let settings = keymap.options.map { field.composer.option($0.name) ?? "" }.joined(separator: " ")
            if let changes = known[settings] { return changes }
            var changes: [Unicode.Scalar: Set<Signs>] = [:]
            for key in (UInt8(0x20)...0x7E).map({ Unicode.Scalar($0) }) {
                func add(after keys: [Unicode.Scalar]) {
                    var field = field
                    field.type(keys.map { KeyEvent($0) })
                    let before = Signs(field.shown)
                    field.type(KeyEvent(key))
                    changes[key, default: []].insert(Signs(field.shown) - before)
                }
                add(after: [])
                for other in (UInt8(0x20)...0x7E).map({ Unicode.Scalar($0) }) {
                    add(after: [other])
                    if other == key { add(after: [other, other]) }
                }
            }
            known[settings] = changes
            return changes
        }
        let faults = Self.faults(
            keymap, keys: Self.clusterKeys, count: Self.count / Repository.keymapNames.count, seed: 44
        ) { field, run in
            let changes = changes(field)
            for key in run {
                let before = field.shown
                field.type(KeyEvent(key))
                #if DEBUG
                    field.composer.checkInvariants()
                #endif
                let change = Signs(field.shown) - Signs(before)
                if !(changes[key]?.contains(change) ?? false) {
                    return "\(key) after '\(before)' gives '\(field.shown)'"
                }
                var ended = field
                ended.finish()
                if ended.text != field.shown { return "'\(ended.text)' is committed, not '\(field.shown)'" }
            }
            return nil
        }
        #expect(faults.isEmpty, "\(name): \(faults.joined(separator: "\n"))")
    }

    // MARK: Words

    /// The keys that change the letter before them in `keymap`, or its tone.
    private static func keysOfMarks(_ keymap: Keymap) -> Set<Unicode.Scalar> {
        let keys = (UInt8(0x21)...0x7E).map { Unicode.Scalar($0) }
        return Set(
            keys.filter { key in
                (keys.map { [$0] } + [["a", "s"], ["a", "1"], ["a", "'"]]).contains { before in
                    var field = Transcript(keymap: keymap)
                    field.type(before.map { KeyEvent($0) })
                    let letters = Letters(field.shown)
                    field.type(KeyEvent(key))
                    let changed = Letters(field.shown)
                    return changed.base == letters.base && changed.marks != letters.marks
                }
            })
    }

    /// The keys of the word that is being typed, and what was shown before each.
    private struct TypedWord {
        /// The keys that set a mark or a tone, or clear it.
        let meant: Set<Unicode.Scalar>
        var keys: [Unicode.Scalar] = []
        var shown: [Letters] = []

        /// Types `key`, and says what is wrong with what comes of it.
        mutating func type(_ key: Unicode.Scalar, _ field: inout Transcript) -> String? {
            let document = field.text
            let wordKeys = keys
            let before = Letters(field.shown)
            let text = field.shown
            field.type(KeyEvent(key))
            let after = Letters(field.shown)
            func fault(_ what: String) -> String { "\(key) after '\(text)' gives '\(field.shown)': \(what)" }

            let isCommitted = field.text.utf8.count != document.utf8.count
            if !isCommitted || !field.composer.isEmpty {
                shown = isCommitted ? [before] : shown + [before]
                keys = isCommitted ? [key] : keys + [key]
            }
            defer { if isCommitted, field.composer.isEmpty { (keys, shown) = ([], []) } }

            // What is shown is what is committed, or the keys.
            var ended = field
            ended.finish()
            let typed = field.text + String(String.UnicodeScalarView(keys))
            let restores = field.composer.option("restore") != "off"
            if ended.text != field.shown, !restores || ended.text != typed {
                return fault("'\(ended.text)' is committed")
            }
            let added = Self.letter(key, field.composer)
            if after.base == before.base + [key] || added.map({ after.base == before.base + [$0] }) ?? false {
                return undoes(key, before, after) ? nil : fault("more than one meaning is undone")
            }
            let rest = Array(before.base.dropLast())
            let last = before.base.last
            // The key itself, where it had made another letter alone or came after the escape key.
            if Self.isSame(after.base, rest + [key]), let last,
                last == "\\" || added.map({ Self.isSame([last], [$0]) }) ?? false
            {
                return nil
            }
            // A mark or a tone.
            if after.base == before.base {
                let isHidden = before.marks.contains("\u{31B}") && before.marks == after.marks
                return after.marks != before.marks || isHidden && "wW7+*uU".unicodeScalars.contains(key)
                    ? nil : fault("the key is lost")
            }
            // The next meaning of a letter that was typed just before.
            if let last, Self.isSame([last], [key]), after.base == rest, after.marks != before.marks {
                return nil
            }
            let start = Letters(document).base
            // The keys as typed.
            if after.base == start + wordKeys + [key] { return nil }
            // Another reading of the keys: what is not a sign in it is a mark or a tone.
            let signs = after.base.dropFirst(start.count)
            if !isCommitted, !after.marks.isEmpty || signs.count > before.base.count - start.count,
                let others = Self.others(signs, wordKeys + [key], field.composer), others.isSubset(of: meant)
            {
                return nil
            }
            return fault("signs are lost or overtaken")
        }

        /// Whether both are the same but for capitals.
        private static func isSame(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
            one.map(\.properties.lowercaseMapping) == other.map(\.properties.lowercaseMapping)
        }

        /// The keys that are not `signs`, which must be among the keys in the same order; nil when they are not.
        private static func others(
            _ signs: ArraySlice<Unicode.Scalar>, _ keys: [Unicode.Scalar], _ composer: Composer
        ) -> Set<Unicode.Scalar>? {
            var rest = signs
            var others: Set<Unicode.Scalar> = []
            for key in keys {
                if let next = rest.first, next == key || next == letter(key, composer) {
                    rest.removeFirst()
                } else {
                    others.insert(key)
                }
            }
            return rest.isEmpty ? others : nil
        }

        /// What the key alone makes with the options, where that is another letter.
        private static func letter(_ key: Unicode.Scalar, _ composer: Composer) -> Unicode.Scalar? {
            let makesLetter =
                "wW".unicodeScalars.contains(key)
                ? composer.option("lone-w") == "on" : composer.option("brackets") == "on"
            guard makesLetter else { return nil }
            let letters: [Unicode.Scalar: Unicode.Scalar] = [
                "w": "u", "W": "U", "[": "o", "]": "u", "{": "O", "}": "U",
            ]
            return letters[key]
        }

        /// Whether a key that is added as a sign has taken back one meaning at most, and at once the right one.
        private func undoes(_ key: Unicode.Scalar, _ before: Letters, _ after: Letters) -> Bool {
            let taken = before.marks(without: after)
            let put = after.marks(without: before)
            if keys.count > 1, keys[keys.count - 2] == key, let first = shown.dropLast().last,
                first.base == before.base, !taken.isEmpty
            {
                // A third press takes back the second meaning, and with it the first, whose place it had taken.
                if keys.count > 2, keys[keys.count - 3] == key, after.marks == shown[shown.count - 3].marks {
                    return true
                }
                // In another reading the breve that x makes is the tone ngã.
                func asTone(_ marks: [Unicode.Scalar]) -> [Unicode.Scalar] {
                    marks.map { $0 == "\u{306}" ? "\u{303}" : $0 }.sorted()
                }
                return asTone(after.marks) == asTone(first.marks)
            }
            // One key makes both horns of ươ, and a letter after uơ may too.
            return taken.count { $0 != "\u{31B}" } <= 1 && put.count { $0 != "\u{31B}" } <= 1
        }
    }
}
