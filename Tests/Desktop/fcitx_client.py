"""Fcitx on a desktop of its own, and a text field that speaks to it over D-Bus as an application does.

    with Desktop() as desktop:
        fcitx = Fcitx(desktop)
        field = Field(fcitx)
        fcitx.choose("vi/telex")
        field.press("tieengs ")
        field.text                 # "tiếng "
"""

import glob
import os

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib

from display import steps, wait
from editor import Editor, keysym

# What an application can do, as Fcitx numbers it.
PREEDIT = 1 << 1
PASSWORD = 1 << 3
FORMATTED_PREEDIT = 1 << 4
CLIENT_UNFOCUS_COMMIT = 1 << 5
SURROUNDING = 1 << 6
SENSITIVE = 1 << 36
CLIENT_SIDE_PANEL = 1 << 39


class Fcitx:
    """fcitx5 with the addon found in a folder that was installed into, and a bus to reach it on."""

    #: The addons that are loaded besides the one in question.
    ADDONS = ("dbus", "dbusfrontend", "keyboard", "xcb", "xim")
    METHODS = ("keyboard-us", "chu-vi-telex", "chu-vi-vni", "chu-rad-telex", "chu-jra-telex", "chu-blt-Tavt-phonetic",
               "chu-blt-Tavt-visual", "chu-cjm-Cham-phonetic", "chu-cjm-Cham-thrah", "chu-cjm-Cham-visual",
               "chu-km-angkor")

    def __init__(self, desktop, root, addons=("chu",), methods=METHODS, settings="", interface="classicui"):
        self.desktop = desktop
        self.methods = methods
        folders = [os.path.join(root, "lib", "fcitx5"), *glob.glob("/usr/lib/*/fcitx5")]
        share = os.path.join(root, "share")
        desktop.environment.update(
            FCITX_ADDON_DIRS=":".join(folders), XDG_DATA_DIRS=f"{share}:/usr/share",
            LD_LIBRARY_PATH=os.path.join(root, "lib"), XMODIFIERS="@im=fcitx")
        items = (f"[Groups/0/Items/{number}]\nName={name}\nLayout=\n" for number, name in enumerate(methods))
        self.write("profile", "\n".join(["[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=" + methods[-1] + "\n",
                                         *items, "[GroupOrder]\n0=Default\n"]))
        # Shift alone would change to another input method, and the hint with its name be in the way.
        self.write("config", "[Hotkey]\nAltTriggerKeys=\n\n[Behavior]\nActiveByDefault=True\n"
                   "ShowInputMethodInformation=False\n" + settings)
        self.addons = (*self.ADDONS, interface, *addons)
        self.start()

    def start(self):
        """Starts fcitx5 and waits until it answers."""
        self.program = self.desktop.start("fcitx5", "--disable=all", "--enable=" + ",".join(self.addons))
        address = self.desktop.environment["DBUS_SESSION_BUS_ADDRESS"]
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        if not wait(self.is_up):
            raise RuntimeError("fcitx5 does not come up")

    def stop(self):
        """Asks fcitx5 to end, as on logging out."""
        self.desktop.stop(self.program)

    def is_up(self):
        """Whether fcitx5 answers."""
        try:
            return bool(self.control("CurrentInputMethodGroup"))
        except GLib.Error:
            return False

    def path(self, name):
        """A file of the user's settings."""
        return os.path.join(self.desktop.environment["XDG_CONFIG_HOME"], "fcitx5", name)

    def write(self, name, text):
        """Writes a file of the user's settings."""
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def call(self, path, interface, method, signature="()", *arguments):
        """Calls a method of fcitx5 and gives what it answers, without the tuple around it when it is one value."""
        answer = self.bus.call_sync("org.fcitx.Fcitx5", path, interface, method, GLib.Variant(signature, arguments),
                                    None, Gio.DBusCallFlags.NO_AUTO_START, 30000, None).unpack()
        return answer[0] if len(answer) == 1 else answer

    def control(self, method, signature="()", *arguments):
        """Calls a method of fcitx5's controller."""
        return self.call("/controller", "org.fcitx.Fcitx.Controller1", method, signature, *arguments)

    def choose(self, method):
        """Switches the field that has the focus to an input method: a keymap, or a name of Fcitx's."""
        name = method if method in self.methods else "chu-" + method.replace("/", "-")

        def is_chosen():
            self.control("SetCurrentIM", "(s)", name)
            return self.control("CurrentInputMethod") == name
        # A window reports its focus to fcitx5 a little later.
        if not wait(is_chosen):
            raise RuntimeError(f"fcitx5 does not take {name}")

    def settings(self, uri):
        """What fcitx5-configtool is reported when it opens a page of settings: the values, and the description."""
        return self.control("GetConfig", "(s)", uri)

    def set(self, uri="fcitx://config/addon/chu", **values):
        """Changes settings, as fcitx5-configtool does."""
        pack = {key: GLib.Variant("s", value) if isinstance(value, str) else
                GLib.Variant("a{sv}", {str(i): GLib.Variant("s", item) for i, item in enumerate(value)})
                for key, value in values.items()}
        self.control("SetConfig", "(sv)", uri, GLib.Variant("a{sv}", pack))


class Field(Editor):
    """A text field: an input context, the text in it, and what is shown of the composition.

    Keys that come back are done to the text as a simple editor does them. Signals count in the order in which they come.
    """

    def __init__(self, fcitx, capabilities=PREEDIT | FORMATTED_PREEDIT, program="test"):
        super().__init__()
        self.fcitx = fcitx
        self.preedit, self.preedit_caret, self.styles = "", -1, []
        self.panel, self.candidates, self.highlighted = "", [], -1
        self.has_previous = self.has_next = False
        self.commits, self.deletions, self.passed = [], 0, []
        self.capabilities = capabilities
        self.path, _ = fcitx.call("/org/freedesktop/portal/inputmethod", "org.fcitx.Fcitx.InputMethod1",
                                  "CreateInputContext", "(a(ss))", [("program", program), ("display", "test:")])
        self.heard = fcitx.bus.signal_subscribe(
            None, "org.fcitx.Fcitx.InputContext1", None, self.path, None, Gio.DBusSignalFlags.NONE, self._hear)
        self.call("SetCapability", "(t)", capabilities)
        self.focus()

    def call(self, method, signature="()", *arguments):
        """Calls a method of the input context, and hears what was said until it answered."""
        answer = self.fcitx.call(self.path, "org.fcitx.Fcitx.InputContext1", method, signature, *arguments)
        self.listen()
        return answer

    def listen(self):
        """Hears what fcitx5 has said until now."""
        context = GLib.MainContext.default()
        while context.pending():
            context.iteration(False)

    def settle(self, condition):
        """Hears what fcitx5 says until a condition is met; what is shown comes after the answer to a key."""
        def is_met():
            self.listen()
            return condition()
        return wait(is_met, 5)

    def _hear(self, _bus, _sender, _path, _interface, signal, parameters):
        values = parameters.unpack()
        if signal == "CommitString":
            self.commits.append(values[0])
            self.insert(values[0])
        elif signal == "UpdateFormattedPreedit":
            self.preedit = "".join(text for text, _ in values[0])
            self.styles = [style for _, style in values[0]]
            self.preedit_caret = values[1]
        elif signal == "DeleteSurroundingText":
            self.deletions += values[1]
            self.delete(*values)
        elif signal == "UpdateClientSideUI":
            preedit, _, _, _, candidates, self.highlighted, _, self.has_previous, self.has_next = values
            self.panel = "".join(text for text, _ in preedit)
            self.candidates = candidates
        elif signal == "ForwardKey":
            self.passed.append(values[0])

    # Hands

    def press(self, keys):
        """Presses and releases the keys of a line, as `display.steps` reads it."""
        for _, name in steps(keys):
            sym, state = keysym(name)
            self.send_surrounding()
            if not self.call("ProcessKeyEvent", "(uuubu)", sym, 0, state, False, 0):
                self.passed.append(sym)
                self.do(sym, state)
            self.call("ProcessKeyEvent", "(uuubu)", sym, 0, state, True, 0)

    def send_surrounding(self):
        """Reports the text around the caret, if the field does so."""
        if self.capabilities & SURROUNDING:
            self.call("SetSurroundingText", "(suu)", self.text, self.caret, self.anchor)

    def focus(self):
        """Gets the focus."""
        self.call("FocusIn")

    def blur(self):
        """Loses the focus; where the field says so, it keeps what was shown itself."""
        if self.capabilities & CLIENT_UNFOCUS_COMMIT and self.preedit:
            kept, self.preedit = self.preedit, ""
            self.insert(kept)
        self.call("FocusOut")

    def click(self, place):
        """A mouse click in the field: the composition is reset, and the caret goes to a place."""
        self.call("Reset")
        self.caret = self.anchor = place

    def become(self, capabilities):
        """Changes what the field is."""
        self.capabilities = capabilities
        self.call("SetCapability", "(t)", capabilities)

    def leave(self):
        """Goes away."""
        self.fcitx.bus.signal_unsubscribe(self.heard)
        self.call("DestroyIC")
