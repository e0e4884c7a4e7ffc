import Catalogue
public import CChu
import Engine

/// What a catalogue's handle leads to.
@safe
struct CatalogueFrame: Frame {
    static var mark: UInt64 { 0x4348_55E1_6361_7461 }

    /// First, where every handle is looked at.
    let mark = CatalogueFrame.mark
    let catalogue: Catalogue
    let log: chu_log?
    let context: UnsafeMutableRawPointer?
    /// Holds the keymaps lent.
    var arena = Arena()
    let keymaps: UnsafePointer<UnsafePointer<chu_catalogue_keymap>?>
    /// Where the words of each keymap are, in the order of the keymaps.
    let wordsPaths: UnsafePointer<chu_text>
    let macrosPath: chu_text

    init(_ catalogue: Catalogue, log: chu_log?, context: UnsafeMutableRawPointer?) throws(Refusal) {
        self.catalogue = catalogue
        unsafe self.log = unsafe log
        unsafe self.context = unsafe context
        var arena = Arena()
        do throws(Refusal) {
            let list = unsafe try arena.allocate(
                UnsafePointer<chu_catalogue_keymap>?.self, count: catalogue.keymaps.count)
            let paths = unsafe try arena.allocate(chu_text.self, count: catalogue.keymaps.count)
            for (index, keymap) in catalogue.keymaps.enumerated() {
                let lent = unsafe chu_catalogue_keymap(
                    struct_size: UInt32(MemoryLayout<chu_catalogue_keymap>.size), reserved: 0,
                    name: try arena.copy(keymap.name), path: try arena.copy(keymap.path),
                    language: try arena.copy(keymap.language), title: try arena.copy(keymap.title),
                    title_vietnamese: try arena.copy(keymap.titleVietnamese),
                    title_english: try arena.copy(keymap.titleEnglish), status: try arena.copy(keymap.status))
                unsafe (list + index).initialize(to: UnsafePointer(try arena.place(lent)))
                let path = Catalogue.wordsPath(ofKeymap: keymap.name)
                unsafe (paths + index).initialize(to: try arena.copy(path ?? ""))
            }
            unsafe keymaps = UnsafePointer(list)
            unsafe wordsPaths = UnsafePointer(paths)
            unsafe macrosPath = try arena.copy(Catalogue.macrosPath ?? "")
        } catch {
            arena.removeAll()
            throw error
        }
        self.arena = arena
    }

    mutating func releaseMemory() { arena.removeAll() }
}

/// Reports to `log` what was left out.
private func report(_ problems: [CatalogueError], _ log: chu_log?, _ context: UnsafeMutableRawPointer?) {
    guard let log = unsafe log else { return }
    for problem in problems {
        var sentence = problem.description + "\0"
        sentence.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
                unsafe log(
                    context, UInt32(truncatingIfNeeded: CHU_LOG_WARNING),
                    chu_text(utf8: bytes.baseAddress, size: bytes.count - 1))
            }
        }
    }
}

/// Lists what is installed.
@c @implementation
public func chu_catalogue_new(
    _ config: UnsafePointer<chu_catalogue_config>!, _ catalogue: UnsafeMutablePointer<OpaquePointer?>!
) -> Int32 {
    answer { () throws(Refusal) in
        guard let place = unsafe place(catalogue) else { throw .argument }
        let config = unsafe try taken(config)
        guard unsafe config.reserved == 0 else { throw .argument }
        var folders: [String]?
        if unsafe config.folders != nil {
            folders = unsafe try text(config.folders, limit: 65_535).split(separator: ":").map { String($0) }
        }
        let (read, problems) = Catalogue.read(folders)
        unsafe place.pointee = try Handle.make(
            CatalogueFrame(read, log: config.log, context: config.context))
        unsafe report(problems, config.log, config.context)
    }
}

/// Releases a catalogue.
@c @implementation
public func chu_catalogue_free(_ catalogue: OpaquePointer!) {
    unsafe Handle.end(catalogue, CatalogueFrame.self)
}

/// An installed keymap.
@c @implementation
public func chu_catalogue_get_keymap(
    _ catalogue: OpaquePointer!, _ index: UInt32,
    _ keymap: UnsafeMutablePointer<UnsafePointer<chu_catalogue_keymap>?>!
) -> Int32 {
    answer { () throws(Refusal) in
        guard let place = unsafe place(keymap),
            let frame = unsafe Handle.frame(catalogue, CatalogueFrame.self),
            unsafe Int(index) < frame.pointee.catalogue.keymaps.count
        else { throw .argument }
        unsafe place.pointee = frame.pointee.keymaps[Int(index)]
    }
}

/// Where the user's words of a keymap are kept.
@c @implementation
public func chu_catalogue_words_path(
    _ catalogue: OpaquePointer!, _ keymap: UnsafePointer<CChar>!, _ path: UnsafeMutablePointer<chu_text>!
) -> Int32 {
    answer { () throws(Refusal) in
        let place = unsafe try textPlace(path)
        let frame = unsafe try Handle.taken(catalogue, CatalogueFrame.self)
        let name = unsafe try text(keymap, limit: 255)
        let index = unsafe frame.pointee.catalogue.keymaps.firstIndex { $0.name == name }
        guard let index else { throw .argument }
        unsafe place.pointee = frame.pointee.wordsPaths[index]
    }
}

/// Where the user's abbreviations are kept.
@c @implementation
public func chu_catalogue_macros_path(
    _ catalogue: OpaquePointer!, _ path: UnsafeMutablePointer<chu_text>!
) -> Int32 {
    answer { () throws(Refusal) in
        let place = unsafe try textPlace(path)
        let frame = unsafe try Handle.taken(catalogue, CatalogueFrame.self)
        unsafe place.pointee = frame.pointee.macrosPath
    }
}

/// Opens an installed keymap with its lexicons.
@c @implementation
public func chu_catalogue_open(
    _ catalogue: OpaquePointer!, _ name: UnsafePointer<CChar>!,
    _ engine: UnsafeMutablePointer<OpaquePointer?>!
) -> Int32 {
    answer { () throws(Refusal) in
        guard let place = unsafe place(engine) else { throw .argument }
        let frame = unsafe try Handle.taken(catalogue, CatalogueFrame.self)
        let name = unsafe try text(name, limit: 255)
        var opened: (engine: Engine, problems: [CatalogueError])?
        do throws(CatalogueError) {
            opened = unsafe try frame.pointee.catalogue.engine(name)
        } catch {
            unsafe report([error], frame.pointee.log, frame.pointee.context)
            throw .data
        }
        guard let opened else { throw .argument }
        unsafe place.pointee = try Handle.make(EngineFrame(opened.engine))
        unsafe report(opened.problems, frame.pointee.log, frame.pointee.context)
    }
}
