import Diagnostics

/// Reads a keymap's source and those that it includes.
///
///     let loaded = IncludeLoader.load(source, include: { name in find(name) }, includable: { [] })
struct IncludeLoader {
    /// A source with all that it includes.
    struct Loaded {
        /// Nil when the source is written in a language that this compiler does not read.
        var reader: KeymapReader?
        var reading: Reading
        /// Errors in included keymaps.
        var includedErrors: [Diagnostic]
        /// Paths of the included keymaps, in the order in which they are read.
        var includes: [String]
    }

    /// Reads `source` and the keymaps it includes.
    ///
    /// - Parameters:
    ///   - include: Finds an included source by its name, such as `vi/telex`.
    ///   - includable: The names that `include` may be asked for.
    /// - Complexity: O(*n*) in the length of the sources.
    static func load(
        _ source: SourceText, include: (String) -> SourceText?, includable: () -> [String]
    ) -> Loaded {
        withoutActuallyEscaping(include) { include in
            withoutActuallyEscaping(includable) { includable in
                var loader = IncludeLoader(include: include, includable: includable)
                let (reader, reading) = loader.read(source, isIncluded: false)
                return Loaded(
                    reader: reader, reading: reading, includedErrors: loader.errors, includes: loader.paths)
            }
        }
    }

    private let include: (String) -> SourceText?
    private let includable: () -> [String]
    private var errors: [Diagnostic] = []
    private var paths: [String] = []
    /// Paths of the keymaps being read, the outermost first.
    private var open: [String] = []
    /// Names of the included keymaps being read.
    private var openNames: [String] = []
    /// How many keymaps were included, directly or not.
    private var count = 0
    /// What was read already, by name; nil for what cannot be read.
    private var readers: [String: KeymapReader?] = [:]

    private init(include: @escaping (String) -> SourceText?, includable: @escaping () -> [String]) {
        self.include = include
        self.includable = includable
    }

    private mutating func read(
        _ source: SourceText, isIncluded: Bool
    ) -> (reader: KeymapReader?, reading: Reading) {
        open.append(source.path)
        defer { open.removeLast() }
        let reading = Reading(source, isIncluded: isIncluded)
        let header = Header(reading)
        guard header.isReadable else { return (nil, reading) }
        var included: [IncludedKeymap] = []
        for word in header.includeWords() {
            if let reader = includedReader(word, reading) {
                included.append(IncludedKeymap(reader, statement: word))
            }
        }
        return (KeymapReader(reading, header, included), reading)
    }

    private mutating func includedReader(_ word: Word, _ reading: Reading) -> KeymapReader? {
        let name = word.text
        if let known = readers[name] { return known }
        guard !openNames.contains(name) else {
            reportCycle(word, reading)
            return nil
        }
        guard openNames.count < Limits.includeDepth else {
            reading.report(.tooMany(.includeLevels, limit: Limits.includeDepth), word.range)
            return nil
        }
        guard count < Limits.includes else {
            reading.report(.tooMany(.includes, limit: Limits.includes), word.range)
            return nil
        }
        count += 1
        guard let source = include(name) else {
            let closest = closestName(name)
            reading.report(
                .unknownInclude(name, closest: closest), word.range,
                fixIts: reading.reports.replacing(word.range, closest))
            return nil
        }
        guard !open.contains(source.path) else {
            reportCycle(word, reading)
            return nil
        }
        if !paths.contains(source.path) { paths.append(source.path) }
        openNames.append(name)
        let found = read(source, isIncluded: true)
        openNames.removeLast()
        // Warnings are for those who work on that keymap.
        errors += Diagnostic.inOrder(found.reading.diagnostics.filter { $0.severity == .error })
        readers[name] = .some(found.reader)
        return found.reader
    }

    private func reportCycle(_ word: Word, _ reading: Reading) {
        let line = reading.reports.lines(word.range)
        reading.report(
            .includeCycle(word.text, open: openNames), word.range,
            fixIts: [reading.reports.removing(line, .removeStatement, isObvious: false)])
    }

    /// The keymap that is meant by `name`: one whose name is nearly so, or the only one that is called so elsewhere.
    private func closestName(_ name: String) -> String? {
        let names = includable()
        if let near = closestWord(name, among: names) { return near }
        let last = name.split(separator: "/").last
        let alike = names.filter { $0 != name && $0.split(separator: "/").last == last }
        return last != nil && alike.count == 1 ? alike[0] : nil
    }
}
