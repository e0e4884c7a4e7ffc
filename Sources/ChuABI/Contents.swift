import CChu
import Bytes
import Catalogue

/// What `file` holds: mapped from its path, or copied from memory.
///
/// - Parameters:
///   - name: Becomes the path, where there is one.
///   - message: Becomes what is wrong with a file that cannot be read.
func contents(
    of file: UnsafePointer<chu_file>, _ name: inout String, _ message: inout String?
) throws(Refusal) -> Bytes {
    let file = unsafe try taken(file)
    guard unsafe file.reserved == 0 else { throw .argument }
    if let data = unsafe file.data {
        guard unsafe file.path == nil else { throw .argument }
        guard unsafe file.size >= 0, unsafe file.size <= Int(Int32.max) else { throw .limit }
        return unsafe Bytes([UInt8](UnsafeRawBufferPointer(start: data, count: Int(file.size))))
    }
    name = unsafe try text(file.path, limit: 4095)
    do throws(CatalogueError) {
        return try Catalogue.bytes(at: name)
    } catch {
        message = error.description
        throw Refusal(error)
    }
}

extension Refusal {
    /// What a file that cannot be opened is answered with.
    init(_ error: CatalogueError) {
        switch error {
        case .file: self.init(status: Status.io)
        case .container(_, .wrongVersion): self.init(status: Status.version)
        case .container: self = .data
        case .noSuchName: self = .argument
        }
    }
}
