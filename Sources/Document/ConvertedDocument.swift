/// A document whose text was converted, ready to be written.
public struct ConvertedDocument {
    /// What was found in it.
    public let report: DocumentReport
    private let rewriting: ZipRewriting

    init(report: DocumentReport, rewriting: ZipRewriting) {
        self.report = report
        self.rewriting = rewriting
    }

    /// Hands the bytes of the document out, in pieces of a megabyte or of one changed part.
    ///
    /// - Complexity: O(*size of the document*).
    public func write(_ body: ([UInt8]) throws -> Void) rethrows { try rewriting.write(body) }
}
