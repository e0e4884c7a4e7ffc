public import CChu
import Composition
import Engine

/// The field has the focus.
@c @implementation
public func chu_session_focus_in(_ session: OpaquePointer!) -> Int32 { unsafe leave(session) }

/// The field has lost the focus.
@c @implementation
public func chu_session_focus_out(_ session: OpaquePointer!) -> Int32 { unsafe leave(session) }

private func leave(_ session: OpaquePointer?) -> Int32 {
    answer { () throws(Refusal) in
        let frame = unsafe try SessionFrame.called(session)
        unsafe frame.pointee.session.leave()
    }
}

/// Says what the field is.
@c @implementation
public func chu_session_set_capabilities(_ session: OpaquePointer!, _ capabilities: UInt32) -> Int32 {
    answer { () throws(Refusal) in
        let frame = unsafe try SessionFrame.called(session)
        let known: Capabilities = [
            .commitBeforeKey, .surroundingText, .password, .sensitive, .keyReturnsAtOnce,
        ]
        let given = Capabilities(rawValue: capabilities).intersection(known)
        if unsafe frame.pointee.session.capabilities != given {
            unsafe frame.pointee.session.capabilities = given
        }
    }
}

/// Says what stands around the caret.
@c @implementation
public func chu_session_set_surrounding(
    _ session: OpaquePointer!, _ utf8: UnsafePointer<CChar>!, _ size: Int, _ caret: UInt32, _ anchor: UInt32
) -> Int32 {
    answer { () throws(Refusal) in
        let frame = unsafe try Handle.taken(session, SessionFrame.self)
        guard let utf8 = unsafe utf8 else {
            _ = unsafe frame.pointee.session.setSurrounding(nil, caret: 0, anchor: 0)
            return
        }
        let text =
            unsafe size == -1
            ? try text(utf8, limit: surroundingLimit) : try text(utf8, size: size, limit: surroundingLimit)
        let isThere = unsafe frame.pointee.session.setSurrounding(
            text.utf8Span.span, caret: Int(caret), anchor: Int(anchor))
        guard isThere else { throw .argument }
    }
}

private let surroundingLimit = 1 << 20

/// Changes how the session behaves.
@c @implementation
public func chu_session_configure(
    _ session: OpaquePointer!, _ config: UnsafePointer<chu_session_config>!
) -> Int32 {
    answer { () throws(Refusal) in
        let frame = unsafe try Handle.taken(session, SessionFrame.self)
        let config = unsafe try taken(config)
        guard let candidates = SessionBehaviour.Candidates(rawValue: config.candidates),
            let surrounding = SessionBehaviour.Surrounding(rawValue: config.surrounding),
            config.page_size <= 10
        else { throw .argument }
        guard unsafe frame.pointee.session.isEmpty else { throw Refusal(status: Status.state) }
        unsafe frame.pointee.forgetCandidates()
        var behaviour = SessionBehaviour()
        behaviour.candidates = candidates
        behaviour.surrounding = surrounding
        if config.page_size > 0 { behaviour.pageSize = Int(config.page_size) }
        if config.candidate_keysym != 0 {
            behaviour.candidateKey = KeyEvent(
                Keysym(rawValue: config.candidate_keysym),
                modifiers: Modifiers(rawValue: config.candidate_modifiers))
        }
        if config.meaning_keysym != 0 {
            behaviour.meaningKey = KeyEvent(
                Keysym(rawValue: config.meaning_keysym),
                modifiers: Modifiers(rawValue: config.meaning_modifiers))
        }
        unsafe frame.pointee.session.behaviour = behaviour
    }
}
