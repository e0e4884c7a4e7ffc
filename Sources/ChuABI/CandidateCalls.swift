public import CChu
import Engine

/// Finds candidates.
@c @implementation
public func chu_session_find_candidates(
    _ session: OpaquePointer!, _ limit: UInt32,
    _ list: UnsafeMutablePointer<UnsafePointer<chu_candidate_list>?>!
) -> Int32 {
    answer { () throws(Refusal) in
        guard let place = unsafe place(list) else { throw .argument }
        let frame = unsafe try SessionFrame.called(session)
        let found = unsafe frame.pointee.session.candidates(limit: min(Int(limit), 1000))
        var arena = Arena()
        do throws(Refusal) {
            unsafe place.pointee = try lend(found, from: &arena)
        } catch {
            arena.removeAll()
            throw error
        }
        unsafe frame.pointee.candidateArena = arena
        unsafe frame.pointee.candidates = found
        unsafe frame.pointee.lendsCandidates = true
    }
}

/// Takes a candidate.
@c @implementation
public func chu_session_select(
    _ session: OpaquePointer!, _ index: UInt32,
    _ response: UnsafeMutablePointer<UnsafePointer<chu_response>?>!
) -> Int32 {
    answer { () throws(Refusal) in
        guard let place = unsafe place(response) else { throw .argument }
        let frame = unsafe try Handle.taken(session, SessionFrame.self)
        if let candidates = unsafe frame.pointee.candidates {
            guard Int(index) < candidates.count else { throw .argument }
            unsafe frame.pointee.session.select(candidates[Int(index)])
        } else {
            guard unsafe frame.pointee.session.page != nil else { throw Refusal(status: Status.state) }
            guard unsafe frame.pointee.session.select(Int(index)) else { throw .argument }
        }
        unsafe frame.pointee.forgetCandidates()
        unsafe place.pointee = frame.respond(consumed: true)
    }
}

/// Turns pages.
@c @implementation
public func chu_session_turn_page(
    _ session: OpaquePointer!, _ pages: Int32,
    _ response: UnsafeMutablePointer<UnsafePointer<chu_response>?>!
) -> Int32 {
    answer { () throws(Refusal) in
        guard let place = unsafe place(response) else { throw .argument }
        let frame = unsafe try SessionFrame.called(session)
        guard unsafe frame.pointee.session.turnPage(by: Int(pages)) else {
            throw Refusal(status: Status.state)
        }
        unsafe place.pointee = frame.respond(consumed: true)
    }
}

/// Lends what is on `page`.
func lend(_ page: CandidatePage, from arena: inout Arena) throws(Refusal) -> UnsafePointer<chu_candidate_page>
{
    let candidates = Array(page.candidates)
    let list = unsafe try lend(candidates, from: &arena)
    let labels = unsafe try arena.allocate(chu_text.self, count: candidates.count)
    for index in candidates.indices {
        unsafe (labels + index).initialize(to: try arena.copy("\((index + 1) % 10)"))
    }
    let lent = unsafe chu_candidate_page(
        struct_size: UInt32(MemoryLayout<chu_candidate_page>.size), count: list.pointee.count,
        candidates: list.pointee.candidates, labels: labels,
        highlighted: Int32(truncatingIfNeeded: page.highlighted ?? -1),
        page: UInt32(truncatingIfNeeded: page.page), page_count: UInt32(truncatingIfNeeded: page.pageCount),
        reserved: 0)
    return unsafe UnsafePointer(try arena.place(lent))
}

private func lend(
    _ candidates: [Candidate], from arena: inout Arena
) throws(Refusal) -> UnsafePointer<chu_candidate_list> {
    let list = unsafe try arena.allocate(UnsafePointer<chu_candidate>?.self, count: candidates.count)
    for (index, candidate) in candidates.enumerated() {
        let lent = unsafe chu_candidate(
            struct_size: UInt32(MemoryLayout<chu_candidate>.size), reserved: 0,
            text: try arena.copy(candidate.text), gloss: try arena.copy(candidate.gloss),
            language: try arena.copy(candidate.language))
        unsafe (list + index).initialize(to: UnsafePointer(try arena.place(lent)))
    }
    let lent = unsafe chu_candidate_list(
        struct_size: UInt32(MemoryLayout<chu_candidate_list>.size),
        count: UInt32(truncatingIfNeeded: candidates.count), candidates: UnsafePointer(list))
    return unsafe UnsafePointer(try arena.place(lent))
}
