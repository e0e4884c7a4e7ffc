import Diagnostics
import ArgumentParser
import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The command: a verb, and what to do it to.
@main
struct Chu: ParsableCommand {
    static let version = "0.1.0"

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "chu",
            abstract: Wording.chuAbstract.text,
            discussion: Wording.chuDiscussion.text,
            version: "chu \(version)",
            subcommands: [
                TypeCommand.self, LookupCommand.self, BuildCommand.self, CheckCommand.self,
                ExplainCommand.self, ListCommand.self,
                ConvertCommand.self, WordsCommand.self, MacrosCommand.self,
            ])
    }

    func run() throws {
        Notices.line(UsageText.translated(Chu.helpMessage()))
        throw Failure(.wrongUsage)
    }

    static func main() {
        // A reader that goes away shows as an error of `write`, and ends us quietly.
        signal(SIGPIPE, SIG_IGN)
        // So does a file that may not become larger.
        signal(SIGXFSZ, SIG_IGN)
        var arguments = Array(CommandLine.arguments.dropFirst())
        if Path.name(of: CommandLine.arguments.first ?? "") == "tra" { arguments.insert("lookup", at: 0) }
        do {
            if let lookup = Lookup(plain: arguments) {
                // The system takes the files out of memory sooner than they can be closed one by one.
                let searched = try lookup.run()
                withExtendedLifetime(searched) { end(0) }
            } else {
                var command = try parseAsRoot(arguments)
                try command.run()
            }
        } catch is ClosedPipe {
            end(0)
        } catch {
            guard let failure = Failure(of: error) else { end(report(error)) }
            failure.report()
            end(failure.code.rawValue)
        }
        end(0)
    }

    /// Writes what the argument parser has to say, and returns the exit code.
    private static func report(_ error: any Error) -> Int32 {
        let code = exitCode(for: error).rawValue
        let text = UsageText.translated(fullMessage(for: error))
        guard code == 0 else {
            Notices.line(text)
            return code
        }
        do {
            let output = Output()
            try output.line(text)
            try output.flush()
        } catch let failure as Failure {
            failure.report()
            return failure.code.rawValue
        } catch {}
        return 0
    }
}

/// The C library's `exit`, which the parser's method of that name hides.
private func end(_ code: Int32) -> Never { exit(code) }
