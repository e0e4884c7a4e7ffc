/// A way of writing text that can be converted from or to, by the name a user gives.
///
///     ConversionForm(name: "tcvn3").canBeWritten  // true
///
/// Encodings, `repair` and `auto` are known here; all else is the name of what a transform reads or writes.
public struct ConversionForm: Hashable, Sendable {
    /// The name, such as `tcvn3` or `blt-Tavt`.
    public let name: String

    /// The form called `name`, which may not exist: ``isTransform`` and the folders of transforms decide that.
    public init(name: String) { self.name = name }

    /// The encoding of this name; nil when it is none.
    public var encoding: TextEncoding? { TextEncoding(rawValue: name) }

    /// The place of the tones in Vietnamese text in UTF-8; nil when this is no such form.
    public var toneStyle: ToneStyle? { ToneStyle(rawValue: name) }

    /// Whether the text is UTF-8 that ``Repair`` reads.
    public var isRepair: Bool { name == "repair" }

    /// Whether only a transform can read or write it.
    public var isTransform: Bool { encoding == nil && toneStyle == nil && !isRepair && !isAuto }

    /// Whether it is for the program to find the encoding out.
    public var isAuto: Bool { name == "auto" }

    /// Whether text can be converted to it.
    public var canBeWritten: Bool { encoding != nil || toneStyle != nil || isTransform }

    /// Whether a text to read may begin with a byte order mark of UTF-8.
    var canHaveMark: Bool { encoding?.isUTF8 ?? !isAuto }

    /// Whether a text to write keeps the byte order mark of the one that is read.
    var keepsMark: Bool { encoding == .unicode || encoding == .combining || toneStyle != nil }

    /// The names that can be given without a transform: those to read, and those to write.
    public static let readable = TextEncoding.allCases.map(\.rawValue) + ["auto", "repair"]

    /// The names that can be written without a transform.
    public static let writable = TextEncoding.allCases.map(\.rawValue) + ToneStyle.allCases.map(\.rawValue)
}

/// Why there is no way from one form to another.
public enum ConversionFormError: Error, Hashable, Sendable {
    /// There is no form of this name to read.
    case unknownSource(String)
    /// There is no form of this name to write.
    case unknownTarget(String)
    /// The language of the text is not one of ``Repair/languages``.
    case unknownLanguage(String)
    /// Both are known, and nothing leads from one to the other.
    case noWay(String, String)
}

extension ConversionChain {
    /// The converters from one form to another.
    ///
    /// - Parameters:
    ///   - source: What is read; not `auto`, which ``EncodingGuess`` turns into an encoding first.
    ///   - target: What is written.
    ///   - options: What becomes of bytes without a meaning.
    ///   - language: The language of the text, a BCP 47 tag, where it is known; only `repair` asks for it.
    ///   - columns: The columns of a table to convert; nil for all of the text.
    ///   - transform: The transform between two forms, of which one is not an encoding; nil when there is none.
    /// - Throws: ``ConversionFormError`` when nothing leads from one to the other, and what `transform` throws.
    public init(
        from source: ConversionForm, to target: ConversionForm,
        options: ConversionOptions = ConversionOptions(), language: String? = nil, columns: Set<Int>? = nil,
        transform: (ConversionForm, ConversionForm) throws -> (any Converter)? = { _, _ in nil }
    ) throws {
        guard !source.isAuto else { throw ConversionFormError.unknownSource(source.name) }
        var converters: [any Converter] = []
        var repair: Repair?
        if source.isRepair {
            repair = try language.map { try Repair(language: $0, options) } ?? Repair(options)
        }
        if repair == nil { converters.append((source.encoding ?? .unicode).decoder(options)) }
        if source.isTransform || target.isTransform {
            guard let converter = try transform(source, target) else {
                throw ConversionFormError.noWay(source.name, target.name)
            }
            converters.append(converter)
        }
        guard target.canBeWritten else { throw ConversionFormError.unknownTarget(target.name) }
        if let encoding = target.encoding, encoding != .unicode {
            converters.append(encoding.encoder(options))
        }
        if let style = target.toneStyle { converters.append(ToneStyleConverter(style)) }
        self.init(
            repair: repair, converters, columns: columns,
            leavesOutMark: source.canHaveMark && !target.keepsMark)
    }
}
