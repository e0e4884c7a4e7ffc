import CDocument

/// What stands in an XML text, in its order.
enum XMLEvent {
    case start(XMLTag)
    /// An end tag, and its bytes; none for the end of an empty tag.
    case end(XMLName, Range<Int>)
    /// All text between two of the others, with references resolved, and its bytes.
    case text(String, Range<Int>)
}

/// Reads XML by expat, and gives where in the text everything stands.
///
/// No entity is known but the five of XML, and a document type is refused, so that nothing outside is read and nothing
/// grows. Elements can be ``depthLimit`` deep.
///
/// The corresponding expat function is `XML_Parse`.
@safe final class XMLReader {
    /// How deep elements can be in one another; writers of documents stay below a hundred.
    static let depthLimit = 4096

    private let handle: (XMLEvent) -> Void
    private var names: [String: XMLName] = [:]
    private var text = ""
    private var textStart: Int?
    private var depth = 0
    private var isTooDeep = false

    private init(_ handle: @escaping (XMLEvent) -> Void) { self.handle = handle }

    /// Reads `bytes`, the part called `part`, and gives `handle` what stands in it.
    ///
    /// - Throws: ``DocumentError`` when it is not well-formed or declares a document type; `handle` has then seen what stands
    ///   before.
    /// - Complexity: O(*n*) for *n* bytes.
    static func read(
        _ bytes: [UInt8], part: String, _ handle: (XMLEvent) -> Void
    ) throws(DocumentError) {
        var status: Int32 = 0
        var error = unsafe chu_xml_error()
        var isTooDeep = false
        withoutActuallyEscaping(handle) { handle in
            let reader = XMLReader(handle)
            var handler = unsafe chu_xml_handler(
                context: Unmanaged.passUnretained(reader).toOpaque(), start: startTag, end: endTag,
                text: textPart, other: otherPart)
            status = unsafe chu_xml_read(bytes, Int64(bytes.count), &handler, &error)
            isTooDeep = reader.isTooDeep
        }
        switch status {
        case Int32(CHU_XML_OK) where !isTooDeep: return
        case Int32(CHU_XML_DOCTYPE): throw .documentType(part: part)
        case Int32(CHU_XML_MEMORY): throw .tooLarge(part: part)
        default:
            let reason = unsafe error.reason.map { unsafe String(cString: $0) }
            throw unsafe .malformed(
                part: part, line: Int(error.line), column: Int(error.column),
                reason: isTooDeep ? "elements are too deep in one another" : reason ?? "")
        }
    }

    // MARK: What expat calls

    fileprivate func start(_ expanded: String, _ attributes: [(String, String)], _ range: Range<Int>) {
        endText(range.lowerBound)
        depth += 1
        guard depth <= XMLReader.depthLimit else { return isTooDeep = true }
        handle(
            .start(
                XMLTag(
                    name: name(expanded),
                    attributes: attributes.map { XMLTag.Attribute(name: name($0.0), value: $0.1) },
                    range: range)))
    }

    fileprivate func end(_ expanded: String, _ range: Range<Int>) {
        endText(range.lowerBound)
        depth -= 1
        guard !isTooDeep else { return }
        handle(.end(name(expanded), range))
    }

    fileprivate func add(_ part: String, _ offset: Int) {
        if textStart == nil { textStart = offset }
        text += part
    }

    fileprivate func endText(_ offset: Int) {
        guard let start = textStart else { return }
        if !isTooDeep, start <= offset { handle(.text(text, start..<offset)) }
        text = ""
        textStart = nil
    }

    private func name(_ expanded: String) -> XMLName {
        if let known = names[expanded] { return known }
        let name = XMLName(expanded: expanded)
        // A text with ever new names is not a document.
        if names.count < 10_000 { names[expanded] = name }
        return name
    }
}

private func reader(_ context: UnsafeMutableRawPointer?) -> XMLReader? {
    unsafe context.map { unsafe Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
}

private func startTag(
    _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
    _ attributes: UnsafePointer<UnsafePointer<CChar>?>?, _ offset: Int64, _ length: Int64
) {
    guard let reader = unsafe reader(context), let name = unsafe name else { return }
    var pairs: [(String, String)] = []
    if var next = unsafe attributes {
        while let name = unsafe next[0], let value = unsafe next[1] {
            unsafe pairs.append((String(cString: name), String(cString: value)))
            unsafe next += 2
        }
    }
    unsafe reader.start(String(cString: name), pairs, Int(offset)..<Int(offset + length))
}

private func endTag(
    _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _ offset: Int64, _ length: Int64
) {
    guard let reader = unsafe reader(context), let name = unsafe name else { return }
    unsafe reader.end(String(cString: name), Int(offset)..<Int(offset + max(0, length)))
}

private func textPart(
    _ context: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<CChar>?, _ count: Int64, _ offset: Int64
) {
    guard let reader = unsafe reader(context), let bytes = unsafe bytes else { return }
    let part = unsafe UnsafeRawBufferPointer(start: bytes, count: Int(count))
    unsafe reader.add(String(decoding: part, as: UTF8.self), Int(offset))
}

private func otherPart(_ context: UnsafeMutableRawPointer?, _ offset: Int64) {
    unsafe reader(context)?.endText(Int(offset))
}
