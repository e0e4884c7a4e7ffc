public import CChu
import Composition
import Engine
import Bytes
import Diagnostics
import Files
import MacroCompiler

/// What a table's handle leads to.
@safe
struct MacrosFrame: Frame {
    static var mark: UInt64 { 0x4348_55E1_6D61_6331 }

    /// First, where every handle is looked at.
    let mark = MacrosFrame.mark
    let macros: Macros
}

/// Reads a table of abbreviations.
@c @implementation
public func chu_macros_new(
    _ config: UnsafePointer<chu_macros_config>!, _ macros: UnsafeMutablePointer<OpaquePointer?>!
) -> Int32 {
    answer { () throws(Refusal) in
        guard let place = unsafe place(macros) else { throw .argument }
        let config = unsafe try taken(config)
        unsafe try reporting(to: config.message, size: config.message_size) { message throws(Refusal) in
            guard unsafe config.reserved == 0, let file = unsafe config.file else { throw .argument }
            unsafe place.pointee = try Handle.make(MacrosFrame(macros: table(file, &message)))
        }
    }
}

/// Releases a table.
@c @implementation
public func chu_macros_free(_ macros: OpaquePointer!) { unsafe Handle.end(macros, MacrosFrame.self) }

/// Lets a session use a table.
@c @implementation
public func chu_session_set_macros(_ session: OpaquePointer!, _ macros: OpaquePointer!) -> Int32 {
    answer { () throws(Refusal) in
        let frame = unsafe try Handle.taken(session, SessionFrame.self)
        let table = unsafe try Handle.takenIfAny(macros, MacrosFrame.self)
        unsafe frame.pointee.session.macros = table?.pointee.macros
    }
}

/// The largest table there may be.
private let sizeLimit = 16 << 20

/// The table in `file`; `message` becomes what is wrong with it.
private func table(
    _ file: UnsafePointer<chu_file>, _ message: inout String?
) throws(Refusal) -> Macros {
    var path = ""
    let bytes = unsafe try contents(of: file, &path, &message)
    guard bytes.count <= sizeLimit else { throw .limit }
    let (macros, problems) = MacroCompiler.read(SourceText(path: path, bytes: bytes.array()))
    if let problem = problems.first {
        let more = problems.count == 1 ? "" : " (and \(problems.count - 1) more)"
        let place = path.isEmpty ? "" : path + ":"
        message = "\(place)\(problem.position): \(problem.wording.english)\(more)"
        switch MacroDiagnosticID(rawValue: problem.id) {
        case .missingHeader, .unknownVersion: throw .data
        case .illFormedText where macros.entries.isEmpty: throw .data
        default: break
        }
    }
    return macros
}
