// The C interface of Chữ in C++: handles that free themselves, and text.
#pragma once

#include <chu.h>
#include <fcitx-utils/log.h>

#include <memory>
#include <string>
#include <string_view>

namespace chu {

template <auto free>
struct Freeing {
    template <typename T>
    void operator()(T *handle) const {
        free(handle);
    }
};

template <typename T, auto free>
using Handle = std::unique_ptr<T, Freeing<free>>;

using Catalogue = Handle<chu_catalogue, chu_catalogue_free>;
using Engine = Handle<chu_engine, chu_engine_free>;
using Session = Handle<chu_session, chu_session_free>;
using Macros = Handle<chu_macros, chu_macros_free>;
using Words = Handle<chu_words, chu_words_free>;

inline std::string string(const chu_text &text) { return {text.utf8, text.size}; }

/// A struct that the library is given: all zero except for its size.
template <typename T>
T sized() {
    T value{};
    value.struct_size = sizeof value;
    return value;
}

}  // namespace chu

FCITX_DECLARE_LOG_CATEGORY(chuLog);
#define CHU_WARN() FCITX_LOGC(chuLog, Warn)
