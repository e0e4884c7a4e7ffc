// What a keymap leaves to the user: conf/chu-NAME.conf, shown by fcitx5-configtool with the input method.
#pragma once

#include "Library.h"

#include <fcitx-config/configuration.h>
#include <fcitx-config/option.h>

#include <memory>
#include <string>
#include <vector>

namespace chu {

/// The values of one option, as the keymap names them and as the user reads them.
struct ChoiceAnnotation : fcitx::EnumAnnotation {
    std::vector<std::string> values;

    void dumpDescription(fcitx::RawConfig &config) const;
};

/// The options of one keymap. Which they are its author says, so that they are made when it is opened.
class KeymapSettings : public fcitx::Configuration {
public:
    explicit KeymapSettings(const chu_engine *engine);

    const char *typeName() const override { return "KeymapSettings"; }

    /// Sets the options of a session in which nothing is composed.
    void apply(chu_session *session) const;

private:
    /// One of two: "on" and "off".
    struct Switch {
        std::string name;
        std::unique_ptr<fcitx::Option<bool>> option;
    };
    struct Choice {
        std::string name;
        std::unique_ptr<fcitx::OptionWithAnnotation<std::string, ChoiceAnnotation>> option;
    };
    std::vector<Switch> switches_;
    std::vector<Choice> choices_;
};

}  // namespace chu
