import CChu
import Composition
import Engine

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

    /// Writes down once what the engine lends.
    init(_ engine: Engine) throws(Refusal) {
        self.engine = engine
        var facts = engine.keymap.facts
        var arena = Arena()
        var count = 0
        do throws(Refusal) {
            let language = unsafe try arena.copy(facts.text())
            let title = unsafe try arena.copy(facts.text())
            let version = unsafe try arena.copy(facts.text())
            let licence = unsafe try arena.copy(facts.text())
            let status = unsafe try arena.copy(facts.text())
            facts.skipList(of: 1)  // sources
            facts.skipList(of: 2)  // titles in other languages
            let declared = facts.count()
            let list = unsafe try arena.allocate(UnsafePointer<chu_option_info>?.self, count: declared)
            while count < declared, facts.hasMore {
                unsafe (list + count).initialize(to: try EngineFrame.option(&facts, in: &arena))
                count += 1
            }
            unsafe info = unsafe UnsafePointer(
                try arena.place(
                    chu_keymap_info(
                        struct_size: UInt32(MemoryLayout<chu_keymap_info>.size),
                        option_count: UInt32(truncatingIfNeeded: count), language: language, title: title,
                        version: version, licence: licence, status: status)))
            unsafe options = unsafe UnsafePointer(list)
        } catch {
            arena.removeAll()
            throw error
        }
        optionCount = count
        self.arena = arena
    }

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
