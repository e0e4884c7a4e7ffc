import Catalogue
import Conversion
import Diagnostics
import TransformCompiler

extension Opening {
    /// The head of the transform in the file at `path`.
    ///
    /// - Throws: `CatalogueError` when it cannot be read, ``Failure`` when its head is wrong.
    static func transformInfo(_ path: String) throws -> TransformInfo {
        guard let info = TransformCompiler.info(of: try Catalogue.transformSource(at: path)) else {
            throw Failure(.badData, .notUsed(path))
        }
        return info
    }

    /// The transform in the file at `path`; what is wrong with it is reported.
    ///
    /// - Throws: `CatalogueError` when it cannot be read, ``Failure`` when it has an error.
    static func transform(at path: String) throws -> Transform {
        let (transform, diagnostics) = try Catalogue.transform(at: path)
        diagnostics.forEach(Notices.report)
        guard let transform else { throw Failure(.badData, .notUsed(path)) }
        return transform
    }

    /// The installed transform that brings text from the form `source` to the form `target`; nil when there is none.
    ///
    /// Of several, the first by name. A file whose head cannot be read is reported and skipped.
    ///
    /// - Throws: ``Failure`` when the transform has an error.
    static func transform(from source: String, to target: String) throws -> Transform? {
        let path = Transform.path(from: source, to: target) { path in orReport { try transformInfo(path) } }
        return try path.map { try transform(at: $0) }
    }
}
