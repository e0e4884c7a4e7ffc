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
    /// Holds the response.
    var arena = Arena()
    /// The candidates lent last, and their memory; nothing once another call came.
    var candidates: [Candidate]?
    var candidateArena = Arena()

    init(_ engine: Engine) throws(Refusal) {
        session = Session(engine)
        var arena = Arena()
        do throws(Refusal) {
            unsafe commitBytes = unsafe try arena.allocate(CChar.self, count: TextBuffer.capacity + 16)
            unsafe preeditBytes = unsafe try arena.allocate(CChar.self, count: TextBuffer.capacity + 16)
            unsafe response = unsafe try arena.place(chu_response())
        } catch {
            arena.removeAll()
            throw error
        }
        self.arena = arena
        unsafe response.pointee.struct_size = UInt32(MemoryLayout<chu_response>.size)
        unsafe response.pointee.commit.utf8 = UnsafePointer(commitBytes)
        unsafe response.pointee.preedit.utf8 = UnsafePointer(preeditBytes)
    }

    /// Takes back the candidates lent last.
    @inline(__always)
    mutating func forgetCandidates() {
        if candidates != nil {
            candidates = nil
            candidateArena.removeAll()
        }
    }
}

extension UnsafeMutablePointer<SessionFrame> {
    /// Writes down what the session says, and lends it.
    ///
    /// Through the pointer, because a method of the frame would be called on a copy of it, and a frame is large.
    @inline(__always)
    func respond(consumed: Bool, commit: Bool) -> UnsafePointer<chu_response> {
        let response = unsafe pointee.response
        let commitBytes = unsafe pointee.commitBytes
        let preeditBytes = unsafe pointee.preeditBytes
        unsafe response.pointee.consumed = consumed ? 1 : 0
        var size = 0
        if commit {
            size = unsafe pointee.session.composer.committed.count
            _ = unsafe pointee.session.composer.committed.copy(to: commitBytes)
        } else {
            unsafe commitBytes[0] = 0
        }
        unsafe response.pointee.commit.size = size
        let preeditSize = unsafe pointee.session.composer.preedit.count
        let codePoints = unsafe pointee.session.composer.preedit.copy(to: preeditBytes)
        unsafe response.pointee.preedit.size = preeditSize
        unsafe response.pointee.caret_bytes = UInt32(truncatingIfNeeded: preeditSize)
        unsafe response.pointee.caret_code_points = UInt32(truncatingIfNeeded: codePoints)
        return unsafe UnsafePointer(response)
    }
}
