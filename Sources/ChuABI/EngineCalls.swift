public import CChu
import Composition
import Engine
import Lexicon
import Bytes
import Catalogue

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

/// What the engine's keymap says about itself.
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

/// The engine that `config` asks for.
///
/// - Parameter message: Becomes what is wrong with a file that cannot be opened.
private func open(_ config: chu_engine_config, _ message: inout String?) throws(Refusal) -> Engine {
    guard unsafe config.lexicon_count <= 64 else { throw .limit }
    guard let file = unsafe config.keymap else { throw .argument }
    let keymap: Keymap = unsafe try open(file, "keymap", &message, Catalogue.keymap(_:from:))
    var lexicons: [Lexicon] = []
    for index in unsafe 0..<Int(config.lexicon_count) {
        guard let list = unsafe config.lexicons,
            unsafe isAligned(UnsafeRawPointer(list), UnsafeRawPointer.self), let file = unsafe list[index]
        else { throw .argument }
        lexicons.append(unsafe try open(file, "lexicon \(index)", &message, Catalogue.lexicon(_:from:)))
    }
    return Engine(keymap: keymap, lexicons: lexicons)
}

private func open<Opened>(
    _ file: UnsafePointer<chu_file>, _ name: String, _ message: inout String?,
    _ read: (Bytes, String) throws(CatalogueError) -> Opened
) throws(Refusal) -> Opened {
    var name = name
    let bytes = unsafe try contents(of: file, &name, &message)
    do throws(CatalogueError) {
        return try read(bytes, name)
    } catch {
        message = error.description
        throw Refusal(error)
    }
}
