public import CChu
import Composition
import Engine
import Lexicon
import Bytes

/// Makes an engine.
@c @implementation
public func chu_engine_new(
    _ config: UnsafePointer<chu_engine_config>!, _ engine: UnsafeMutablePointer<OpaquePointer?>!
) -> Int32 {
    answer { () throws(Refusal) in
        guard let place = unsafe place(engine) else { throw .argument }
        let config = unsafe try taken(config)
        unsafe try reporting(to: config.message, size: config.message_size) { message throws(Refusal) in
            let engine = unsafe try open(config, &message)
            unsafe place.pointee = try Handle.make(EngineFrame(engine))
        }
    }
}

/// Releases an engine.
@c @implementation
public func chu_engine_free(_ engine: OpaquePointer!) { unsafe Handle.end(engine, EngineFrame.self) }

/// What the engine's keymap says of itself.
@c @implementation
public func chu_engine_keymap(
    _ engine: OpaquePointer!, _ info: UnsafeMutablePointer<UnsafePointer<chu_keymap_info>?>!
) -> Int32 {
    answer { () throws(Refusal) in
        guard let place = unsafe place(info) else { throw .argument }
        let frame = unsafe try Handle.taken(engine, EngineFrame.self)
        unsafe place.pointee = frame.pointee.info
    }
}

/// One of the options of the engine's keymap.
@c @implementation
public func chu_engine_option(
    _ engine: OpaquePointer!, _ index: UInt32, _ info: UnsafeMutablePointer<UnsafePointer<chu_option_info>?>!
) -> Int32 {
    answer { () throws(Refusal) in
        guard let place = unsafe place(info),
            let frame = unsafe Handle.frame(engine, EngineFrame.self),
            unsafe Int(index) < frame.pointee.optionCount
        else { throw .argument }
        unsafe place.pointee = frame.pointee.options[Int(index)]
    }
}

/// A fact of the engine's keymap.
@c @implementation
public func chu_engine_fact(
    _ engine: OpaquePointer!, _ name: UnsafePointer<CChar>!, _ text: UnsafeMutablePointer<chu_text>!
) -> Int32 {
    answer { () throws(Refusal) in
        let place = unsafe try textPlace(text)
        let frame = unsafe try Handle.taken(engine, EngineFrame.self)
        guard let name = unsafe name, let fact = unsafe frame.pointee.fact(name) else { throw .argument }
        unsafe place.pointee = fact
    }
}

/// Opens the files of an engine; `message` becomes what is wrong with one.
private func open(_ config: chu_engine_config, _ message: inout String?) throws(Refusal) -> Engine {
    guard unsafe config.lexicon_count <= 64 else { throw .limit }
    guard let file = unsafe config.keymap else { throw .argument }
    let keymap: Keymap = unsafe try open(file, "keymap", &message) { file throws(ContainerError) in
        try Keymap(file)
    }
    var lexicons: [Lexicon] = []
    for index in unsafe 0..<Int(config.lexicon_count) {
        guard let list = unsafe config.lexicons,
            unsafe isAligned(UnsafeRawPointer(list), UnsafeRawPointer.self), let file = unsafe list[index]
        else { throw .argument }
        let lexicon: Lexicon = unsafe try open(file, "lexicon \(index)", &message) {
            file throws(ContainerError) in try Lexicon(file)
        }
        lexicons.append(lexicon)
    }
    return Engine(keymap: keymap, lexicons: lexicons)
}

private func open<Opened>(
    _ file: UnsafePointer<chu_file>, _ name: String, _ message: inout String?,
    _ read: (Bytes) throws(ContainerError) -> Opened
) throws(Refusal) -> Opened {
    var name = name
    let mapped = unsafe try contents(of: file, &name, &message)
    do throws(ContainerError) {
        return try read(mapped)
    } catch {
        message = "\(name): \(error.description)"
        if case .wrongVersion = error { throw Refusal(status: Status.version) }
        throw .data
    }
}
