import Files

/// Files that many tests want compiled, each compiled once in a run.
final class Compiled: Sendable {
    private typealias Bytes = Result<[UInt8], any Error>

    private let compile: @Sendable (String) throws -> [UInt8]
    /// A file that is being compiled has its place already, so that others are compiled meanwhile.
    private let places = Guarded<[String: Guarded<Bytes?>]>([:])

    /// Files that `compile` compiles by their names.
    init(_ compile: @escaping @Sendable (String) throws -> [UInt8]) { self.compile = compile }

    /// The bytes of the file `name`, and the same error each time when it cannot be compiled.
    func bytes(_ name: String) throws -> [UInt8] {
        let place = places.withLock { places in
            if let place = places[name] { return place }
            let place = Guarded<Bytes?>(nil)
            places[name] = place
            return place
        }
        let bytes = place.withLock { bytes in
            if let bytes { return bytes }
            let made = Bytes { try compile(name) }
            bytes = made
            return made
        }
        return try bytes.get()
    }
}
