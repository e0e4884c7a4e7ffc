extension Unicode.Scalar {
    /// The code point as Unicode writes it: `U+` and at least four hexadecimal digits.
    ///
    ///     Unicode.Scalar("ê").codePointName  // "U+00EA"
    public var codePointName: String { "U+" + hexadecimal(value, width: 4) }
}

/// A number in hexadecimal digits, at least `width` of them.
///
///     hexadecimal(0xF3, width: 2)  // "F3"
public func hexadecimal(_ number: UInt32, width: Int) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
