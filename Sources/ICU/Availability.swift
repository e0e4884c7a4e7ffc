import CICU

/// Whether ICU can be loaded, of the version that this was built with.
///
/// Anything else of this module ends the program where it cannot: what would be made without it would be wrong. A
/// library that others load asks first.
///
/// - Complexity: Loads it, the first time.
package var isICUAvailable: Bool { chu_icu_is_there() != 0 }
