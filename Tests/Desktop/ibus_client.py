"""A text field that speaks to ibus-daemon over D-Bus as applications do, and a panel that shows what it is reported.

    with Desktop() as desktop:
        field = Field(IBus(desktop, root))
        field.choose("vi/telex")
        field.press("tieengs ")
        field.text                 # "tiếng "
"""

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib

from display import steps, wait
from editor import KEYSYMS, Editor, keysym

# What an application can do, as IBus numbers it.
PREEDIT, AUXILIARY, LOOKUP_TABLE, FOCUS, PROPERTIES, SURROUNDING = (1 << number for number in range(6))
ALL = PREEDIT | AUXILIARY | LOOKUP_TABLE | FOCUS | PROPERTIES
# What a field is for, and a hint.
PASSWORD, PIN = 8, 9
PRIVATE = 1 << 11

COMMIT = 1
RELEASE = 1 << 30
UNDERLINE = 1


class Connection:
    """A connection to ibus-daemon's own bus."""

    def __init__(self, ibus):
        self.bus = Gio.DBusConnection.new_for_address_sync(
            ibus.address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)

    def call(self, path, interface, method, signature="()", *arguments):
        """Calls a method of the daemon and gives what it answers, without the tuple when it is one value."""
        answer = self.bus.call_sync("org.freedesktop.IBus", path, interface, method, GLib.Variant(signature, arguments),
                                    None, Gio.DBusCallFlags.NO_AUTO_START, 20000, None).unpack()
        return answer[0] if len(answer) == 1 else answer

    @staticmethod
    def listen():
        """Hears what was said until now."""
        context = GLib.MainContext.default()
        while context.pending():
            context.iteration(False)

    def settle(self, condition, seconds=5):
        """Hears what is said until a condition is met."""
        def is_met():
            self.listen()
            return condition()
        return wait(is_met, seconds)


class Field(Editor):
    """A text field: an input context, the text in it, and what is shown besides.

    keeps: it inserts the preedit itself when it loses the focus, as GTK and Qt do since IBus 1.5.20.
    reports: it reports to the daemon that it does so, which Qt 5 does not.
    waits: it does nothing before a key is answered, so a key that is passed on comes before the messages of that
           time. Programs that ask and wait behave like this.
    """

    INTERFACE = "org.freedesktop.IBus.InputContext"

    def __init__(self, ibus, capabilities=ALL, keeps=True, reports=True, waits=False, purpose=0, hints=0):
        super().__init__()
        self.ibus, self.keeps, self.reports, self.waits = ibus, keeps, reports, waits
        self.capabilities = capabilities
        self.preedit, self.preedit_caret, self.mode, self.attributes = "", 0, 0, []
        self.auxiliary, self.candidates, self.labels, self.highlighted = "", [], [], -1
        self.page, self.page_count = 0, 0
        self.properties, self.commits, self.passed, self.heard = {}, [], [], []
        self.wants_surrounding = False
        self.connection = Connection(ibus)
        self.path = self.connection.call("/org/freedesktop/IBus", "org.freedesktop.IBus", "CreateInputContext", "(s)", "test")
        self.connection.bus.signal_subscribe(
            None, self.INTERFACE, None, self.path, None, Gio.DBusSignalFlags.NONE, self._hear)
        self.set("ClientCommitPreedit", GLib.Variant("(b)", (keeps and reports,)))
        self.set("ContentType", GLib.Variant("(uu)", (purpose, hints)))
        self.call("SetCapabilities", "(u)", capabilities)
        self.focus()

    def call(self, method, signature="()", *arguments):
        """Calls a method of the input context, and hears what was said until it answered."""
        answer = self.connection.call(self.path, self.INTERFACE, method, signature, *arguments)
        if method != "ProcessKeyEvent":
            self.listen()
        return answer

    def set(self, name, value):
        """Sets a property of the input context."""
        self.connection.call(self.path, "org.freedesktop.DBus.Properties", "Set", "(ssv)", self.INTERFACE, name, value)

    def become(self, purpose, hints=0):
        """Becomes a field for something else."""
        self.set("ContentType", GLib.Variant("(uu)", (purpose, hints)))

    def listen(self):
        """Hears what the daemon has said until now."""
        self.connection.listen()

    def settle(self, condition, seconds=5):
        """Hears what the daemon says until a condition is met."""
        return self.connection.settle(condition, seconds)

    def choose(self, keymap):
        """Makes a keymap the input method."""
        name = self.ibus.engine_name(keymap)
        self.call("SetEngine", "(s)", name)
        self.settle(lambda: self.call("GetEngine")[2] == name)
        self.catch_up()

    def catch_up(self):
        """Waits until the engine has done what it was reported, and hears what it said of it.

        Of all that the daemon passes on to an engine only a key is answered, and in its turn.
        """
        self.call("ProcessKeyEvent", "(uuu)", KEYSYMS["F12"], 0, RELEASE)
        self.listen()

    # What is heard

    def _hear(self, _bus, _sender, _path, _interface, signal, parameters):
        values = parameters.unpack()
        self.heard.append(signal)
        handler = getattr(self, "_on_" + signal, None)
        if handler:
            handler(*values)

    def _on_CommitText(self, text):
        self.commits.append(text[2])
        self.insert(text[2])

    def _on_UpdatePreeditTextWithMode(self, text, caret, is_visible, mode):
        self.preedit = text[2] if is_visible else ""
        self.attributes = [attribute[2:] for attribute in text[3][2]]
        self.preedit_caret, self.mode = caret, mode

    def _on_UpdatePreeditText(self, text, caret, is_visible):
        self._on_UpdatePreeditTextWithMode(text, caret, is_visible, 0)

    def _on_HidePreeditText(self):
        self.preedit = ""

    def _on_ForwardKeyEvent(self, sym, _code, state):
        self._pass(sym, state)

    def _on_DeleteSurroundingText(self, offset, count):
        self.delete(offset, count)

    def _on_RequireSurroundingText(self):
        self.wants_surrounding = True

    def _on_UpdateLookupTable(self, table, is_visible):
        size, position, is_cursor_visible, _, _, candidates, labels = table[2:9]
        self.page, self.page_count = position // size, -(-len(candidates) // size)
        shown = candidates[self.page * size:(self.page + 1) * size]
        self.candidates = [text[2] for text in shown] if is_visible else []
        self.labels = [text[2] for text in labels]
        self.highlighted = position % size if is_cursor_visible else -1

    def _on_HideLookupTable(self):
        self.candidates = []

    def _on_UpdateAuxiliaryText(self, text, is_visible):
        self.auxiliary = text[2] if is_visible else ""

    def _on_HideAuxiliaryText(self):
        self.auxiliary = ""

    def _on_RegisterProperties(self, properties):
        self.properties = {}
        pending = list(properties[2])
        while pending:
            key, _, label, _, _, _, _, state, items = pending.pop(0)[2:11]
            self.properties[key] = (label[2], state)
            pending.extend(items[2])

    # Hands

    def _pass(self, sym, state):
        self.passed.append(sym)
        self.do(sym, state)

    def press(self, keys):
        """Presses and releases the keys of a line, as `display.steps` reads it."""
        for _, name in steps(keys):
            sym, state = keysym(name)
            self.send_surrounding()
            is_handled = self.call("ProcessKeyEvent", "(uuu)", sym, 0, state)
            if not self.waits:
                self.listen()
            if not is_handled:
                self._pass(sym, state)
            self.listen()
            self.call("ProcessKeyEvent", "(uuu)", sym, 0, state | RELEASE)
            self.listen()

    def send_surrounding(self):
        """Reports the text around the caret, if the field does so and was asked to."""
        if self.capabilities & SURROUNDING and self.wants_surrounding:
            text = GLib.Variant("(sa{sv}sv)", ("IBusText", {}, self.text, GLib.Variant(
                "(sa{sv}av)", ("IBusAttrList", {}, []))))
            self.call("SetSurroundingText", "(vuu)", text, self.caret, self.anchor)

    def focus(self):
        """Gets the focus."""
        self.call("FocusIn")
        self.catch_up()

    def blur(self):
        """Loses the focus, and keeps what was shown where it does so."""
        self._keep()
        self.call("FocusOut")
        self.listen()

    def click(self, place):
        """A mouse click in the field: what was shown is kept where it does so, and the caret goes to a place."""
        self._keep()
        self.send_surrounding()
        self.call("Reset")
        self.send_surrounding()
        self.catch_up()
        self.caret = self.anchor = place

    def _keep(self):
        if self.keeps and (self.mode == COMMIT or not self.reports) and self.preedit:
            kept, self.preedit = self.preedit, ""
            self.insert(kept)

    def activate(self, name, state):
        """A click in the menu of the input method."""
        self.call("PropertyActivate", "(su)", name, state)
        self.catch_up()


class Panel:
    """A panel: what it is reported to show, and clicks at it. It takes the place of the one that IBus has."""

    XML = """<node><interface name="org.freedesktop.IBus.Panel">
        <signal name="CandidateClicked"><arg type="u"/><arg type="u"/><arg type="u"/></signal>
        <signal name="PageUp"/><signal name="PageDown"/><signal name="CursorUp"/><signal name="CursorDown"/>
        <method name="UpdatePreeditText"><arg direction="in" type="v"/><arg direction="in" type="u"/>
            <arg direction="in" type="b"/></method>
        <method name="HidePreeditText"/>
    </interface></node>"""
    PATH = "/org/freedesktop/IBus/Panel"

    def __init__(self, ibus):
        self.preedit = ""
        self.connection = Connection(ibus)
        interface = Gio.DBusNodeInfo.new_for_xml(self.XML).interfaces[0]
        self.connection.bus.register_object(self.PATH, interface, self._told, None, None)
        self.connection.bus.call_sync(
            "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
            GLib.Variant("(su)", ("org.freedesktop.IBus.Panel", 2)), None, Gio.DBusCallFlags.NONE, 5000, None)

    def _told(self, _bus, _sender, _path, _interface, method, parameters, invocation):
        if method == "UpdatePreeditText":
            text, _, is_visible = parameters.unpack()
            self.preedit = text[2] if is_visible else ""
        elif method == "HidePreeditText":
            self.preedit = ""
        invocation.return_value(None)

    def say(self, signal, *arguments):
        """Reports a click to the daemon: "CandidateClicked" with the number of the candidate, "PageDown" …"""
        self.connection.bus.emit_signal(
            None, self.PATH, "org.freedesktop.IBus.Panel", signal,
            GLib.Variant("(" + "u" * len(arguments) + ")", arguments))
        self.connection.bus.flush_sync()
