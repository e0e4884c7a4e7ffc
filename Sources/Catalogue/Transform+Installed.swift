import Bytes
package import Conversion
package import Diagnostics
import TransformCompiler

extension Transform {
    /// The file among those installed in `folders` that brings text from `source` into `target`; nil when there is
    /// none.
    ///
    ///     Transform.path(from: "blt-Tavt", to: "blt-Latn")  // "/usr/share/chu/transforms/blt-Tavt/blt-Latn.transform"
    ///
    /// Of several the first by name counts. A file for which `head` gives nil is skipped.
    ///
    /// - Complexity: Reads the head of each transform until it is found.
    package static func path(
        from source: String, to target: String, in folders: [String] = DataFolders.standard,
        reading head: (String) -> TransformInfo? = Transform.info(at:)
    ) -> String? {
        Installed.all(.transforms, in: folders).first { installed in
            guard let info = head(installed.path) else { return false }
            return info.from == source && info.to == target
        }?.path
    }

    /// The head of the transform in the file at `path`; nil when it cannot be read.
    package static func info(at path: String) -> TransformInfo? {
        guard let source = try? Catalogue.transformSource(at: path) else { return nil }
        return TransformCompiler.info(of: source)
    }
}

extension Catalogue {
    /// The transform in the file at `path`, or nil when it has an error, and what is to be said of it.
    package static func transform(
        at path: String
    ) throws(CatalogueError) -> (transform: Transform?, diagnostics: [Diagnostic]) {
        let (transform, diagnostics) = TransformCompiler.read(try transformSource(at: path))
        return (transform, diagnostics)
    }

    /// The text of the transform in the file at `path`.
    package static func transformSource(at path: String) throws(CatalogueError) -> SourceText {
        SourceText(path: path, bytes: try bytes(at: path).array())
    }
}
