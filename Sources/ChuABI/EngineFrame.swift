import CChu
import Composition
import Engine

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What an engine's handle leads to.
@safe
struct EngineFrame: Frame {
    static var mark: UInt64 { 0x4348_55E1_656E_6731 }

    /// First, where every handle is looked at.
    let mark = EngineFrame.mark
    let engine: Engine
    /// Holds what follows, which is only read from here on.
    var arena = Arena()
    let info: UnsafePointer<chu_keymap_info>
    let options: UnsafePointer<UnsafePointer<chu_option_info>?>
    let optionCount: Int
    private let facts: FactTable

    /// Writes down once what the engine lends.
    init(_ engine: Engine) throws(Refusal) {
        self.engine = engine
        var arena = Arena()
        do throws(Refusal) {
            facts = try FactTable(engine.keymap.facts, in: &arena)
            var reader = engine.keymap.facts.at(.options)
            let declared = reader.count()
            let list = unsafe try arena.allocate(UnsafePointer<chu_option_info>?.self, count: declared)
            var count = 0
            while count < declared, reader.hasMore {
                unsafe (list + count).initialize(to: try EngineFrame.option(&reader, in: &arena))
                count += 1
            }
            unsafe info = unsafe UnsafePointer(
                try arena.place(
                    chu_keymap_info(
                        struct_size: UInt32(MemoryLayout<chu_keymap_info>.size),
                        option_count: UInt32(truncatingIfNeeded: count), language: facts[.language],
                        title: facts[.title], version: facts[.version], licence: facts[.licence],
                        status: facts[.status])))
            unsafe options = unsafe UnsafePointer(list)
            optionCount = count
        } catch {
            arena.removeAll()
            throw error
        }
        self.arena = arena
    }

    mutating func releaseMemory() { arena.removeAll() }

    /// The fact called `name`, or nil.
    func fact(_ name: UnsafePointer<CChar>) -> chu_text? { unsafe facts.text(name) }

    private static func option(
        _ facts: inout KeymapFacts, in arena: inout Arena
    ) throws(Refusal) -> UnsafePointer<chu_option_info> {
        let name = unsafe try arena.copy(facts.text())
        let title = unsafe try arena.copy(facts.text())
        let declared = facts.count()
        let values = unsafe try arena.allocate(chu_text.self, count: declared)
        var count = 0
        while count < declared, facts.hasMore {
            unsafe (values + count).initialize(to: try arena.copy(facts.text()))
            count += 1
        }
        let info = unsafe chu_option_info(
            struct_size: UInt32(MemoryLayout<chu_option_info>.size),
            value_count: UInt32(truncatingIfNeeded: count), name: name, title: title, values: values)
        return unsafe UnsafePointer(try arena.place(info))
    }
}

/// The facts of a keymap by their names: those that every keymap has, in their order; `sources`; `title.vi` and its like.
@safe
private struct FactTable {
    // Safe: the names and texts lie in an arena that lives as long as the frame.
    private let names: UnsafeMutablePointer<chu_text>
    private let texts: UnsafeMutablePointer<chu_text>
    private var count = 0

    init(_ facts: KeymapFacts, in arena: inout Arena) throws(Refusal) {
        var sources = facts.at(.sources)
        var titles = facts.at(.titles)
        let titleCount = titles.count()
        let room = KeymapFact.status.rawValue + 2 + titleCount
        unsafe names = unsafe try arena.allocate(chu_text.self, count: room)
        unsafe texts = unsafe try arena.allocate(chu_text.self, count: room)
        while let fact = KeymapFact(rawValue: count) {
            let name = unsafe chu_text(utf8: lasting(fact.name), size: fact.name.utf8CodeUnitCount)
            unsafe add(name, try arena.copy(facts.text(of: fact)))
        }
        var lines = ""
        for _ in 0..<sources.count() where sources.hasMore {
            if !lines.isEmpty { lines += "\n" }
            lines += sources.text()
        }
        unsafe add(chu_text(utf8: lasting("sources"), size: 7), try arena.copy(lines))
        for _ in 0..<titleCount where titles.hasMore {
            let name = unsafe try arena.copy("title." + titles.text())
            unsafe add(name, try arena.copy(titles.text()))
        }
    }

    private mutating func add(_ name: chu_text, _ text: chu_text) {
        unsafe (names + count).initialize(to: name)
        unsafe (texts + count).initialize(to: text)
        count += 1
    }

    subscript(fact: KeymapFact) -> chu_text { unsafe texts[fact.rawValue] }

    func text(_ name: UnsafePointer<CChar>) -> chu_text? {
        for index in 0..<count where unsafe strcmp(names[index].utf8, name) == 0 {
            return unsafe texts[index]
        }
        return nil
    }
}
