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
        unsafe try reporting(to: config.message, size: config.message_size) { message throws(Refusal) in
            guard unsafe config.reserved == 0 else { throw .argument }
            let path = unsafe config.path == nil ? nil : unsafe try text(config.path, limit: 4095)
            unsafe place.pointee = try Handle.make(WordsFrame(words: read(path, &message)))
        }
    }
}

private func read(_ path: String?, _ message: inout String?) throws(Refusal) -> UserWords {
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

/// Releases the words.
@c @implementation
public func chu_words_free(_ words: OpaquePointer!) { unsafe Handle.end(words, WordsFrame.self) }

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
        let frame = unsafe try SessionFrame.called(session)
        let kept = unsafe try Handle.takenIfAny(words, WordsFrame.self)
        unsafe frame.pointee.session.words = kept?.pointee.words
    }
}
