import CChu
import Composition
import Engine

/// What a session's handle leads to.
///
/// The session lies in memory of its own behind a pointer, not in a class: a key changes it in place, without
/// the checks that a class's properties make at each access.
@safe
struct SessionFrame: Frame {
    static var mark: UInt64 { 0x4348_55E1_7365_7373 }

    /// First, where every handle is looked at.
    let mark = SessionFrame.mark
    var session: Session
    /// The response, and the memory of its text.
    let response: UnsafeMutablePointer<chu_response>
    let commitBytes: UnsafeMutablePointer<CChar>
    let preeditBytes: UnsafeMutablePointer<CChar>
    /// What the response leads to, each in its place for good: which of the actions are asked for changes, in the list.
    let actions: UnsafeMutablePointer<UnsafePointer<chu_action>?>
    let deletion: UnsafeMutablePointer<chu_action>
    let commit: UnsafeMutablePointer<chu_action>
    let forward: UnsafeMutablePointer<chu_action>
    let segment: UnsafeMutablePointer<chu_segment>
    /// Holds the response.
    var arena = Arena()
    /// The candidates lent last by chu_session_find_candidates; nothing once another call came.
    var candidates: [Candidate]?
    /// Holds the candidates lent last, found or shown.
    var candidateArena = Arena()
    var lendsCandidates = false

    init(_ engine: Engine) throws(Refusal) {
        session = Session(engine)
        var arena = Arena()
        do throws(Refusal) {
            unsafe commitBytes = unsafe try arena.allocate(CChar.self, count: TextBuffer.capacity + 16)
            unsafe preeditBytes = unsafe try arena.allocate(CChar.self, count: TextBuffer.capacity + 16)
            unsafe actions = unsafe try arena.allocate(UnsafePointer<chu_action>?.self, count: 3)
            unsafe deletion = unsafe try arena.place(action(CHU_ACTION_DELETE_SURROUNDING))
            unsafe commit = unsafe try arena.place(action(CHU_ACTION_COMMIT))
            unsafe forward = unsafe try arena.place(action(CHU_ACTION_FORWARD_KEY))
            let size = unsafe UInt32(MemoryLayout<chu_segment>.size)
            unsafe segment = unsafe try arena.place(
                chu_segment(
                    struct_size: size, style: UInt32(truncatingIfNeeded: CHU_STYLE_COMPOSED), text: nothing))
            let segments = unsafe try arena.allocate(UnsafePointer<chu_segment>?.self, count: 1)
            unsafe segments.initialize(to: UnsafePointer(segment))
            unsafe response = unsafe try arena.place(chu_response())
            unsafe response.pointee.segments = UnsafePointer(segments)
        } catch {
            arena.removeAll()
            throw error
        }
        self.arena = arena
        unsafe actions.initialize(repeating: nil, count: 3)
        unsafe commit.pointee.text.utf8 = UnsafePointer(commitBytes)
        unsafe segment.pointee.text.utf8 = UnsafePointer(preeditBytes)
        unsafe response.pointee.struct_size = UInt32(MemoryLayout<chu_response>.size)
        unsafe response.pointee.commit.utf8 = UnsafePointer(commitBytes)
        unsafe response.pointee.preedit.utf8 = UnsafePointer(preeditBytes)
        unsafe response.pointee.actions = UnsafePointer(actions)
    }

    mutating func releaseMemory() {
        forgetCandidates()
        arena.removeAll()
    }

    /// Takes back the candidates lent last.
    @inline(__always)
    mutating func forgetCandidates() {
        if lendsCandidates {
            lendsCandidates = false
            candidates = nil
            candidateArena.removeAll()
        }
    }

    /// The frame behind `session` at the beginning of a call, which takes back the candidates lent last.
    static func called(_ session: OpaquePointer?) throws(Refusal) -> UnsafeMutablePointer<SessionFrame> {
        let frame = unsafe try Handle.taken(session, SessionFrame.self)
        unsafe frame.pointee.forgetCandidates()
        return unsafe frame
    }
}

private func action<Kind: BinaryInteger>(_ kind: Kind) -> chu_action {
    unsafe chu_action(
        struct_size: UInt32(MemoryLayout<chu_action>.size), kind: UInt32(truncatingIfNeeded: kind),
        text: nothing, count: 0, reserved: 0)
}

extension UnsafeMutablePointer<SessionFrame> {
    /// Writes down what the session answers, and lends it.
    ///
    /// Through the pointer, because a method of the frame would be called on a copy of it, and a frame is large.
    @inline(__always)
    func respond(consumed: Bool, unchanged: Bool = false) -> UnsafePointer<chu_response> {
        let (commit, preedit, codePoints) = unsafe pointee.session.copyTexts(
            committed: pointee.commitBytes, preedit: pointee.preeditBytes)
        let response = unsafe pointee.response
        unsafe response.pointee.consumed = consumed ? 1 : 0
        unsafe response.pointee.unchanged = unchanged ? 1 : 0
        unsafe response.pointee.commit.size = commit
        unsafe response.pointee.preedit.size = preedit
        unsafe response.pointee.caret_bytes = UInt32(truncatingIfNeeded: preedit)
        unsafe response.pointee.caret_code_points = UInt32(truncatingIfNeeded: codePoints)
        unsafe pointee.segment.pointee.text.size = preedit
        unsafe response.pointee.segment_count = preedit > 0 ? 1 : 0
        var count: UInt32 = 0
        if unsafe pointee.session.deletion > 0 {
            unsafe pointee.deletion.pointee.count = UInt32(truncatingIfNeeded: pointee.session.deletion)
            unsafe pointee.actions[0] = UnsafePointer(pointee.deletion)
            count = 1
        }
        if commit > 0 {
            unsafe pointee.commit.pointee.text.size = commit
            unsafe pointee.actions[Int(count)] = UnsafePointer(pointee.commit)
            count += 1
        }
        if unsafe pointee.session.forwardsKey {
            unsafe pointee.actions[Int(count)] = UnsafePointer(pointee.forward)
            count += 1
        }
        unsafe response.pointee.action_count = count
        unsafe response.pointee.candidates = nil
        // A session that only composes has no page; asking it is a call.
        if unsafe !pointee.session.composesOnly, unsafe pointee.session.hasPage { unsafe lendPage() }
        return unsafe UnsafePointer(response)
    }

    /// Lends the candidates that are shown; without the memory for them none are.
    private func lendPage() {
        guard let page = unsafe pointee.session.page else { return }
        var arena = Arena()
        do throws(Refusal) {
            unsafe pointee.response.pointee.candidates = try lend(page, from: &arena)
            unsafe pointee.candidateArena = arena
            unsafe pointee.lendsCandidates = true
        } catch {
            arena.removeAll()
        }
    }
}
