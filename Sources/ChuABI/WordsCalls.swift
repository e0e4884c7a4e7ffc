public import CChu
import Catalogue
import Engine

/// What the handle of the user's words leads to.
@safe
struct WordsFrame: Frame {
    static var mark: UInt64 { 0x4348_55E1_776F_7264 }

    /// First, where every handle is looked at.
    let mark = WordsFrame.mark
    let words: UserWords
}

/// Reads the user's words.
@c @implementation
public func chu_words_new(
    _ config: UnsafePointer<chu_words_config>!, _ words: UnsafeMutablePointer<OpaquePointer?>!
) -> Int32 {
    answer { () throws(Refusal) in
        guard let place = unsafe place(words) else { throw .argument }
        let config = unsafe try taken(config)
        guard unsafe config.reserved == 0 else { throw .argument }
        let path = unsafe config.path == nil ? nil : unsafe try text(config.path, limit: 4095)
        var message = ""
        do throws(Refusal) {
            let read = try read(path, &message)
            unsafe place.pointee = OpaquePointer(try Handle.make(WordsFrame(words: read)))
            unsafe write("", to: config.message, size: config.message_size)
        } catch {
            unsafe write(message, to: config.message, size: config.message_size)
            throw error
        }
    }
}

private func read(_ path: String?, _ message: inout String) throws(Refusal) -> UserWords {
    do throws(UserWordsError) {
        return try UserWords(path: path)
    } catch {
        message = error.description
        throw Refusal(error)
    }
}

extension Refusal {
    fileprivate init(_ error: UserWordsError) {
        switch error {
        case .file: self.init(status: Status.io)
        case .otherFile: self.init(status: Status.data)
        case .tooLarge: self.init(status: Status.limit)
        }
    }
}

/// Gives the words up.
@c @implementation
public func chu_words_free(_ words: OpaquePointer!) {
    guard let frame = unsafe Handle.frame(words, WordsFrame.self) else { return }
    unsafe Handle.end(frame)
}

/// Saves what was learned.
@c @implementation
public func chu_words_save(_ words: OpaquePointer!) -> Int32 {
    answer { () throws(Refusal) in
        let frame = unsafe try Handle.taken(words, WordsFrame.self)
        do throws(UserWordsError) {
            try unsafe frame.pointee.words.save()
        } catch {
            throw Refusal(error)
        }
    }
}

/// Lets a session learn and use words.
@c @implementation
public func chu_session_set_words(_ session: OpaquePointer!, _ words: OpaquePointer!) -> Int32 {
    answer { () throws(Refusal) in
        let frame = unsafe try Handle.taken(session, SessionFrame.self)
        unsafe frame.pointee.forgetCandidates()
        guard let words = unsafe words else {
            unsafe frame.pointee.field.words = nil
            return
        }
        let kept = unsafe try Handle.taken(words, WordsFrame.self)
        unsafe frame.pointee.field.words = kept.pointee.words
    }
}
