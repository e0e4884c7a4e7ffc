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
        let facts = engine.keymap.info
        let options = engine.keymap.options
        var arena = Arena()
        do throws(Refusal) {
            let list = unsafe try arena.allocate(UnsafePointer<chu_option_info>?.self, count: options.count)
            for (index, option) in options.enumerated() {
                unsafe (list + index).initialize(to: try EngineFrame.info(option, in: &arena))
            }
            unsafe info = unsafe UnsafePointer(
                try arena.place(
                    chu_keymap_info(
                        struct_size: UInt32(MemoryLayout<chu_keymap_info>.size),
                        option_count: UInt32(truncatingIfNeeded: options.count),
                        language: try arena.copy(facts.language), title: try arena.copy(facts.title),
                        version: try arena.copy(facts.version), licence: try arena.copy(facts.licence),
                        status: try arena.copy(facts.status))))
            unsafe self.options = unsafe UnsafePointer(list)
        } catch {
            arena.removeAll()
            throw error
        }
        optionCount = options.count
        self.arena = arena
    }

    private static func info(
        _ option: KeymapOption, in arena: inout Arena
    ) throws(Refusal) -> UnsafePointer<chu_option_info> {
        let values = unsafe try arena.allocate(chu_text.self, count: option.values.count)
        for (index, value) in option.values.enumerated() {
            unsafe (values + index).initialize(to: try arena.copy(value))
        }
        let info = unsafe chu_option_info(
            struct_size: UInt32(MemoryLayout<chu_option_info>.size),
            value_count: UInt32(truncatingIfNeeded: option.values.count),
            name: try arena.copy(option.name), title: try arena.copy(option.title), values: values)
        return unsafe UnsafePointer(try arena.place(info))
    }
}
