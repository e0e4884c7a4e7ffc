import Catalogue
public import CChu
import Conversion
import Diagnostics
import Engine
import ICU
import Bytes
import TransformCompiler

/// What a converter's handle leads to.
@safe
struct ConverterFrame: Frame {
    static var mark: UInt64 { 0x4348_55E1_636F_6E76 }

    /// First, where every handle is looked at.
    let mark = ConverterFrame.mark
    var chain: ConversionChain
    /// The text lent last.
    var output: [UInt8] = []
    var arena = Arena()

    init(_ chain: ConversionChain) { self.chain = chain }

    mutating func releaseMemory() { arena.removeAll() }
}

/// Why there is no converter.
private struct NoConverter: Error {
    var status: Int32
    var message: String
}

/// Makes a converter.
@c @implementation
public func chu_converter_new(
    _ config: UnsafePointer<chu_converter_config>!, _ converter: UnsafeMutablePointer<OpaquePointer?>!
) -> Int32 {
    answer { () throws(Refusal) in
        guard let place = unsafe place(converter) else { throw .argument }
        let config = unsafe try taken(config)
        guard unsafe config.reserved == 0 else { throw .argument }
        unsafe try reporting(to: config.message, size: config.message_size) { message throws(Refusal) in
            let source = unsafe try text(config.from, limit: 255)
            let target = unsafe try text(config.to, limit: 255)
            let catalogue = unsafe try Handle.takenIfAny(config.catalogue, CatalogueFrame.self)
            guard isICUAvailable else {
                message = "ICU is not installed, or in another version than the one Chữ was built with"
                throw Refusal(status: Status.io)
            }
            do {
                let folders = unsafe catalogue?.pointee.catalogue.folders ?? []
                let chain = try chain(from: source, to: target, folders)
                unsafe place.pointee = try Handle.make(ConverterFrame(chain))
            } catch let error as NoConverter {
                message = error.message
                throw Refusal(status: error.status)
            } catch let error as Refusal {
                throw error
            } catch {
                message = "nothing leads from '\(source)' to '\(target)'"
                throw .argument
            }
        }
    }
}

private func chain(from source: String, to target: String, _ folders: [String]) throws -> ConversionChain {
    try ConversionChain(from: ConversionForm(name: source), to: ConversionForm(name: target)) { from, to in
        if let name = KeysConverter.forms[from.name], !to.isTransform || to.name == "vi" {
            return try keysConverter(name, folders)
        }
        guard let path = Transform.path(from: from.name, to: to.name, in: folders) else { return nil }
        let (transform, diagnostics): (Transform?, [Diagnostic])
        do throws(CatalogueError) {
            (transform, diagnostics) = try Catalogue.transform(at: path)
        } catch {
            throw NoConverter(status: Refusal(error).status, message: error.description)
        }
        guard let transform else {
            throw NoConverter(
                status: Status.data, message: diagnostics.first?.rendered() ?? "\(path): cannot be used")
        }
        return TransformConverter(transform)
    }
}

/// What reads the keys of the installed keymap `name`; nil when there is none.
private func keysConverter(_ name: String, _ folders: [String]) throws -> KeysConverter? {
    guard let keymap = Installed.all(.keymaps, in: folders).first(where: { $0.name == name }) else {
        return nil
    }
    do throws(CatalogueError) {
        return KeysConverter(Engine(keymap: try Catalogue.keymap(at: keymap.path)))
    } catch {
        throw NoConverter(status: Refusal(error).status, message: error.description)
    }
}

/// Releases a converter.
@c @implementation
public func chu_converter_free(_ converter: OpaquePointer!) {
    unsafe Handle.end(converter, ConverterFrame.self)
}

/// Converts the next piece.
@c @implementation
public func chu_convert(
    _ converter: OpaquePointer!, _ input: UnsafeRawPointer!, _ size: Int, _ isLast: UInt32,
    _ output: UnsafeMutablePointer<chu_text>!
) -> Int32 {
    answer { () throws(Refusal) in
        let place = unsafe try textPlace(output)
        guard let frame = unsafe Handle.frame(converter, ConverterFrame.self),
            unsafe input != nil || size == 0
        else { throw .argument }
        guard size >= 0, size <= 64 << 20 else { throw .limit }
        unsafe frame.pointee.arena.removeAll()
        unsafe frame.pointee.output.removeAll(keepingCapacity: true)
        let bytes = unsafe UnsafeRawBufferPointer(start: input, count: size)
        unsafe bytes.withMemoryRebound(to: UInt8.self) { bytes in
            unsafe frame.pointee.chain.convert(bytes.span, into: &frame.pointee.output)
        }
        if isLast != 0 { unsafe frame.pointee.chain.finish(into: &frame.pointee.output) }
        let span = unsafe frame.pointee.output.span
        var arena = Arena()
        let lent = unsafe span.withUnsafeBufferPointer { bytes in
            unsafe Result { () throws(Refusal) in unsafe try arena.copy(bytes) }
        }
        unsafe frame.pointee.arena = arena
        unsafe place.pointee = unsafe try lent.get()
    }
}

/// Counts what could not be converted.
@c @implementation
public func chu_converter_count_problems(
    _ converter: OpaquePointer!, _ count: UnsafeMutablePointer<UInt64>!
) -> Int32 {
    answer { () throws(Refusal) in
        guard let count = unsafe count, unsafe isAligned(UnsafeRawPointer(count), UInt64.self),
            let frame = unsafe Handle.frame(converter, ConverterFrame.self)
        else { throw .argument }
        let problems = unsafe frame.pointee.chain.problems
        unsafe count.pointee = UInt64(problems.reduce(0) { $0 + $1.finding.count })
    }
}
