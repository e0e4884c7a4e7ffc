import Files

/// How much a test with random input does: the number that the environment variable `name` has, or else `usual`.
///
///     CHU_RANDOM_KEYS=1000000 swift test --filter KeyLossTests
public func effort(_ name: String, usual: Int) -> Int {
    environmentVariable(name).flatMap { Int($0) } ?? usual
}
