internal import Diagnostics

/// Reads keymap sources: text in, a checked definition and everything that is wrong out.
///
///     let (definition, diagnostics) = KeymapParser.parse(source) { name in find(name) }
struct KeymapParser {
    /// A keymap read for another that includes it.
    struct Included {
        var resolution: Resolution
        var statement: Word
    }

    /// Reads `source` and the keymaps it includes.
    ///
    /// - Parameter include: Finds an included source by its name, such as `vi/telex`.
    /// - Returns: The definition, nil when there is an error; the diagnostics in the order of the sources, those
    ///   about included keymaps last; and the paths of what was included.
    /// - Complexity: O(*n*) in the length of the sources.
    static func parse(
        _ source: SourceText, include: (String) -> SourceText?, includable: () -> [String] = { [] }
    ) -> (definition: KeymapDefinition?, diagnostics: [Diagnostic], includes: [String]) {
        var parser = KeymapParser()
        var resolution = parser.resolve(
            source, isIncluded: false, include: include, includable: includable)
        resolution.finish(hasErrors: parser.diagnostics.contains { $0.severity == .error })
        let own = resolution.diagnostics.sorted { $0.range.lowerBound < $1.range.lowerBound }
        let diagnostics = own + parser.diagnostics
        let hasErrors = diagnostics.contains { $0.severity == .error }
        return (hasErrors ? nil : resolution.definition, diagnostics, parser.includes)
    }

    /// Errors in included keymaps.
    private var diagnostics: [Diagnostic] = []
    /// Paths of the keymaps being read, the outermost first.
    private var open: [String] = []
    /// Names of the included keymaps being read.
    private var openNames: [String] = []
    /// How many keymaps were included, directly or not.
    private var count = 0
    /// Paths of the keymaps that were included, in the order in which they were read.
    private var includes: [String] = []
    /// What was read already, by name.
    private var resolutions: [String: Resolution] = [:]

    private mutating func resolve(
        _ source: SourceText, isIncluded: Bool, include: (String) -> SourceText?, includable: () -> [String]
    ) -> Resolution {
        open.append(source.path)
        defer { open.removeLast() }
        let outline = Outline(source)
        var resolution = Resolution(outline, source: source, isIncluded: isIncluded)
        guard resolution.readHeader() else { return resolution }
        var included: [Included] = []
        for word in resolution.includeWords() {
            if let found = includedKeymap(word, for: &resolution, include: include, includable: includable) {
                included.append(Included(resolution: found, statement: word))
            }
        }
        resolution.resolve(included)
        return resolution
    }

    /// The keymap that is meant by `name`: one whose name is nearly so, or the only one that is called so elsewhere.
    private func closestName(_ name: String, among names: [String]) -> String? {
        if let near = closestWord(name, among: names) { return near }
        let last = name.split(separator: "/").last
        let alike = names.filter { $0 != name && $0.split(separator: "/").last == last }
        return last != nil && alike.count == 1 ? alike[0] : nil
    }

    private mutating func includedKeymap(
        _ word: Word, for resolution: inout Resolution, include: (String) -> SourceText?,
        includable: () -> [String]
    ) -> Resolution? {
        let name = word.text
        if let known = resolutions[name] { return known }
        guard !openNames.contains(name) else {
            resolution.report(resolution.messages.includeCycle(word, open: openNames))
            return nil
        }
        let place = resolution.origin(word.range)
        guard openNames.count < Limits.includeDepth else {
            resolution.report(
                resolution.messages.tooMany(place, "levels of included keymaps", limit: Limits.includeDepth))
            return nil
        }
        guard count < Limits.includes else {
            resolution.report(resolution.messages.tooMany(place, "included keymaps", limit: Limits.includes))
            return nil
        }
        count += 1
        guard let source = include(name) else {
            resolution.report(
                resolution.messages.unknownInclude(word, closest: closestName(name, among: includable())))
            return nil
        }
        guard !open.contains(source.path) else {
            resolution.report(resolution.messages.includeCycle(word, open: openNames))
            return nil
        }
        if !includes.contains(source.path) { includes.append(source.path) }
        openNames.append(name)
        let found = resolve(source, isIncluded: true, include: include, includable: includable)
        openNames.removeLast()
        // Warnings are for those who work on that keymap.
        diagnostics += found.diagnostics.filter { $0.severity == .error }
            .sorted { $0.range.lowerBound < $1.range.lowerBound }
        resolutions[name] = found
        return found
    }
}
