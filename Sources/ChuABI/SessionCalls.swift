public import CChu
import Composition
import Engine

/// Makes a session.
@c @implementation
public func chu_session_new(
    _ engine: OpaquePointer!, _ session: UnsafeMutablePointer<OpaquePointer?>!
) -> Int32 {
    answer { () throws(Refusal) in
        guard let place = unsafe place(session) else { throw .argument }
        let frame = unsafe try Handle.taken(engine, EngineFrame.self)
        unsafe place.pointee = try Handle.make(SessionFrame(frame.pointee.engine))
    }
}

/// Releases a session.
@c @implementation
public func chu_session_free(_ session: OpaquePointer!) { unsafe Handle.end(session, SessionFrame.self) }

/// Sets an option.
@c @implementation
public func chu_session_set_option(
    _ session: OpaquePointer!, _ name: UnsafePointer<CChar>!, _ value: UnsafePointer<CChar>!
) -> Int32 {
    answer { () throws(Refusal) in
        let frame = unsafe try SessionFrame.called(session)
        let name = unsafe try text(name, limit: 255)
        let value = unsafe try text(value, limit: 255)
        guard unsafe frame.pointee.session.isEmpty else { throw Refusal(status: Status.state) }
        guard unsafe frame.pointee.session.setOption(name, to: value) else { throw .argument }
    }
}

/// Feeds one key.
@c @implementation
public func chu_session_process_key(
    _ session: OpaquePointer!, _ event: UnsafePointer<chu_key_event>!,
    _ response: UnsafeMutablePointer<UnsafePointer<chu_response>?>!
) -> Int32 {
    // Without the errors that the other calls throw inside: of this one there are many a second.
    guard let place = unsafe place(response),
        let frame = unsafe Handle.frame(session, SessionFrame.self),
        let event = unsafe event, unsafe isWhole(event)
    else { return Status.argument }
    unsafe frame.pointee.forgetCandidates()
    guard unsafe event.pointee.kind == UInt32(truncatingIfNeeded: CHU_KEY_PRESS) else {
        unsafe frame.pointee.session.release()
        unsafe place.pointee = frame.respond(consumed: false, unchanged: true)
        return Status.ok
    }
    let key = unsafe KeyEvent(
        Keysym(rawValue: event.pointee.keysym), modifiers: Modifiers(rawValue: event.pointee.modifiers))
    let answer = unsafe frame.pointee.session.process(key)
    unsafe place.pointee = frame.respond(consumed: answer.isConsumed)
    return Status.ok
}

/// Ends the composition and commits it.
@c @implementation
public func chu_session_commit(
    _ session: OpaquePointer!, _ response: UnsafeMutablePointer<UnsafePointer<chu_response>?>!
) -> Int32 {
    answer { () throws(Refusal) in
        guard let place = unsafe place(response) else { throw .argument }
        let frame = unsafe try SessionFrame.called(session)
        unsafe frame.pointee.session.commit()
        unsafe place.pointee = frame.respond(consumed: true)
    }
}

/// Drops the composition.
@c @implementation
public func chu_session_reset(_ session: OpaquePointer!) -> Int32 {
    answer { () throws(Refusal) in
        let frame = unsafe try SessionFrame.called(session)
        unsafe frame.pointee.session.reset()
    }
}
