public import CChu
import Engine
import Lexicon

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Looks a word up.
@c @implementation
public func chu_engine_lookup(
    _ engine: OpaquePointer!, _ query: UnsafePointer<chu_query>!,
    _ lookup: UnsafeMutablePointer<UnsafePointer<chu_lookup>?>!
) -> Int32 {
    answer { () throws(Refusal) in
        guard let place = unsafe place(lookup) else { throw .argument }
        let frame = unsafe try Handle.taken(engine, EngineFrame.self)
        let query = unsafe try taken(query)
        guard unsafe query.reserved == 0, let match = unsafe Match(query.match) else { throw .argument }
        let size = unsafe query.text_size
        let wanted =
            unsafe size == -1
            ? try text(query.text, limit: 4096) : try text(query.text, size: size, limit: 4096)
        let from = unsafe query.from == nil ? nil : try text(query.from, limit: 255)
        let to = unsafe query.to == nil ? nil : try text(query.to, limit: 255)
        let limit = unsafe query.limit == 0 ? 20 : min(Int(query.limit), 1000)
        let found = unsafe LexiconSet(frame.pointee.engine.lexicons)
            .search(wanted, match, from: from, to: to, limit: limit)
        unsafe place.pointee = UnsafePointer(try LookupFrame.make(found))
    }
}

/// Frees what a lookup found.
@c @implementation
public func chu_lookup_free(_ lookup: UnsafePointer<chu_lookup>!) {
    unsafe LookupFrame.end(lookup)
}

extension Match {
    /// The kind of match that `number` stands for in C, or nil.
    fileprivate init?(_ number: UInt32) {
        switch Int(number) {
        case CHU_MATCH_EXACT: self = .exact
        case CHU_MATCH_FOLDED: self = .folded
        case CHU_MATCH_PREFIX: self = .prefix
        case CHU_MATCH_GLOSS: self = .gloss
        case CHU_MATCH_WILDCARD: self = .wildcard
        case CHU_MATCH_FUZZY: self = .fuzzy
        case CHU_MATCH_TEXT: self = .text
        default: return nil
        }
    }
}

/// What a lookup's handle leads to: what is lent, and behind it the arena that holds the rest.
@safe
private struct LookupFrame {
    var lent: chu_lookup
    var arena: Arena

    /// Lends what was found.
    static func make(_ found: [SearchResult]) throws(Refusal) -> UnsafeMutablePointer<chu_lookup> {
        var arena = Arena()
        do throws(Refusal) {
            let list = unsafe try arena.allocate(UnsafePointer<chu_entry>?.self, count: found.count)
            for (index, found) in found.enumerated() {
                unsafe (list + index).initialize(to: try lend(found, from: &arena))
            }
            guard let memory = unsafe malloc(MemoryLayout<LookupFrame>.stride) else { throw .memory }
            let frame = unsafe memory.bindMemory(to: LookupFrame.self, capacity: 1)
            let lent = unsafe chu_lookup(
                struct_size: UInt32(MemoryLayout<chu_lookup>.size),
                count: UInt32(truncatingIfNeeded: found.count),
                entries: UnsafePointer(list), owner: UnsafeRawPointer(memory))
            unsafe frame.initialize(to: LookupFrame(lent: lent, arena: arena))
            return unsafe memory.assumingMemoryBound(to: chu_lookup.self)
        } catch {
            arena.removeAll()
            throw error
        }
    }

    /// Takes back what is lent at `lookup`, when that is a lookup: its owner is the memory it lies in.
    static func end(_ lookup: UnsafePointer<chu_lookup>?) {
        guard let lookup = unsafe lookup, UInt(bitPattern: lookup) & 15 == 0,
            unsafe lookup.pointee.struct_size == UInt32(MemoryLayout<chu_lookup>.size),
            unsafe lookup.pointee.owner == UnsafeRawPointer(lookup)
        else { return }
        let memory = unsafe UnsafeMutableRawPointer(mutating: UnsafeRawPointer(lookup))
        var arena = unsafe memory.assumingMemoryBound(to: LookupFrame.self).pointee.arena
        arena.removeAll()
        unsafe explicit_bzero(memory, MemoryLayout<LookupFrame>.size)
        unsafe free(memory)
    }

    private static func lend(
        _ found: SearchResult, from arena: inout Arena
    ) throws(Refusal) -> UnsafePointer<chu_entry> {
        let entry = found.entry
        var glosses: [(sense: Int, kind: Int, gloss: Gloss)] = []
        for (number, sense) in entry.senses.enumerated() {
            glosses += sense.glosses.map { (number, CHU_GLOSS_WORD, $0) }
            glosses += sense.definitions.map { (number, CHU_GLOSS_DEFINITION, $0) }
        }
        let list = unsafe try arena.allocate(UnsafePointer<chu_gloss>?.self, count: glosses.count)
        for (index, each) in glosses.enumerated() {
            let lent = unsafe chu_gloss(
                struct_size: UInt32(MemoryLayout<chu_gloss>.size),
                sense: UInt32(truncatingIfNeeded: each.sense),
                kind: UInt32(truncatingIfNeeded: each.kind), reserved: 0,
                language: try arena.copy(each.gloss.language), text: try arena.copy(each.gloss.text))
            unsafe (list + index).initialize(to: UnsafePointer(try arena.place(lent)))
        }
        let lent = unsafe chu_entry(
            struct_size: UInt32(MemoryLayout<chu_entry>.size),
            gloss_count: UInt32(truncatingIfNeeded: glosses.count),
            headword: try arena.copy(entry.headword), language: try arena.copy(found.lexicon.info.language),
            romanisation: try arena.copy(entry.romanisation ?? ""),
            pronunciation: try arena.copy(entry.pronunciation ?? ""),
            part_of_speech: try arena.copy(entry.partOfSpeech ?? ""),
            source: try arena.copy(entry.source ?? ""),
            glosses: UnsafePointer(list),
            transliteration_count: UInt32(truncatingIfNeeded: entry.transliterations.count), reserved: 0,
            transliterations: try lend(entry.transliterations, of: found.lexicon, from: &arena))
        return unsafe UnsafePointer(try arena.place(lent))
    }

    private static func lend(
        _ transliterations: [Transliteration], of lexicon: Lexicon, from arena: inout Arena
    ) throws(Refusal) -> UnsafePointer<UnsafePointer<chu_transliteration>?> {
        let list = unsafe try arena.allocate(
            UnsafePointer<chu_transliteration>?.self, count: transliterations.count)
        for (index, each) in transliterations.enumerated() {
            let rules = lexicon.info.transliterations.first { $0.form == each.form }
            let lent = unsafe chu_transliteration(
                struct_size: UInt32(MemoryLayout<chu_transliteration>.size), reserved: 0,
                form: try arena.copy(each.form), text: try arena.copy(each.text),
                status: try arena.copy(rules?.status ?? "draft"))
            unsafe (list + index).initialize(to: UnsafePointer(try arena.place(lent)))
        }
        return unsafe UnsafePointer(list)
    }
}
