"""A window to type into, and a test's hold on it.

The program is run as `python3 window.py` by `Window`, or one of another toolkit that answers alike; it has these fields,
one below the other:

    text          a text view, where Return and Tab are text
    line          an entry
    password      an entry that shows dots
    visible       an entry whose purpose is PASSWORD and whose text is seen, as when "show the password" is on
    pin           an entry whose purpose is PIN, seen too

It takes a command a line and answers with a line of JSON.
"""

import json
import subprocess
import sys
import time

from display import wait

FIELDS = ("text", "line", "password", "visible", "pin")


class Window:
    """The window, started on a desktop with an input method module: "ibus", "fcitx", "xim" or "" for none.

    `program` is the file of the program with its arguments, GTK's when there is none.
    """

    def __init__(self, desktop, module="", environment=None, program=(__file__,)):
        self.desktop = desktop
        self.program = desktop.start(
            # Only the distribution's Python has the bindings of GTK and Qt.
            "/usr/bin/python3", *program, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            environment={"GTK_IM_MODULE": module, "GDK_BACKEND": "x11", "QT_IM_MODULE": module, "QT_QPA_PLATFORM": "xcb",
                         **(environment or {})})
        if not wait(lambda: self.ask("active")):
            raise RuntimeError("the window does not get the focus")

    def ask(self, *words):
        """What the window answers to a command."""
        self.program.stdin.write((" ".join(map(str, words)) + "\n").encode())
        self.program.stdin.flush()
        answer = self.program.stdout.readline()
        if not answer:
            raise RuntimeError("the window is gone")
        return json.loads(answer)

    def text(self, field="text"):
        """What stands in a field; the preedit is not in it."""
        return self.ask("text", field)

    def preedit(self, field="text"):
        """What is shown in a field and not in its text."""
        return self.ask("preedit", field)

    def caret(self, field="text"):
        """Where the caret is, in code points from the beginning."""
        return self.ask("caret", field)

    def focus(self, field):
        """Gives a field the focus, as a program would."""
        self.ask("focus", field)

    def clear(self):
        """Takes the focus away and back and empties all fields."""
        self.ask("clear")

    def click(self, field):
        """Clicks into a field: at its left edge, in front of its text."""
        self.desktop.click(*self.ask("place", field))

    def wait_for_text(self, field, expected, seconds=5.0):
        """The text of a field once it is `expected` and stays so, or whatever it is in the end."""
        wait(lambda: self.text(field) == expected, seconds)
        time.sleep(0.06)
        return self.text(field)

    def wait_for_preedit(self, field, expected, seconds=5.0):
        """The preedit of a field once it is `expected`, or whatever it is in the end."""
        wait(lambda: self.preedit(field) == expected, seconds)
        return self.preedit(field)

    def catch_up(self):
        """Waits until all keys pressed before have gone through the input method and done what they do.

        Shift alone changes nothing, and it comes back behind them.
        """
        before = self.ask("shifts")
        self.desktop.press(["Shift_R"])
        if not wait(lambda: self.ask("shifts") > before, 20):
            raise RuntimeError("a key does not come back from the input method")

    def close(self):
        """Ends the program."""
        self.desktop.stop(self.program)


def main():
    """The program."""
    import gi
    gi.require_version("Gtk", "3.0")
    from gi.repository import Gdk, GLib, Gtk

    # Two clicks are two clicks, however soon the second follows.
    Gtk.Settings.get_default().set_property("gtk-double-click-time", 0)
    window = Gtk.Window(title="Chữ")
    window.set_default_size(640, 420)
    box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=6, border_width=8)
    window.add(box)
    fields, preedits, shifts = {}, dict.fromkeys(FIELDS, ""), []
    for name in FIELDS:
        field = Gtk.TextView() if name == "text" else Gtk.Entry()
        if name == "password":
            field.set_visibility(False)
        if name in ("password", "visible"):
            field.set_input_purpose(Gtk.InputPurpose.PASSWORD)
        if name == "pin":
            field.set_input_purpose(Gtk.InputPurpose.PIN)
        field.connect("preedit-changed", lambda _, text, name=name: preedits.update({name: text}))
        fields[name] = field
        box.pack_start(field, name == "text", name == "text", 0)

    def text(name):
        if name != "text":
            return fields[name].get_text()
        buffer = fields[name].get_buffer()
        return buffer.get_text(*buffer.get_bounds(), True)

    def caret(name):
        if name != "text":
            return fields[name].get_position()
        buffer = fields[name].get_buffer()
        return buffer.get_iter_at_mark(buffer.get_insert()).get_offset()

    def clear():
        window.set_focus(None)
        for name, field in fields.items():
            (field.get_buffer() if name == "text" else field).set_text("")
            preedits[name] = ""
        fields["text"].grab_focus()
        return True

    def place(name):
        field = fields[name]
        _, left, top = window.get_window().get_origin()
        x, y = field.translate_coordinates(window, 0, 0)
        # An entry has a border, which is not a place to click at.
        inside, height = (2, 12) if name == "text" else (10, field.get_allocated_height() // 2)
        return left + x + inside, top + y + height

    def answer(line):
        command, *names = line.split()
        name = names[0] if names else "text"
        if command == "focus":
            # Without selecting what an entry has, which the next key would then replace.
            field = fields[name]
            (field.grab_focus if name == "text" else field.grab_focus_without_selecting)()
            return True
        return {
            "active": lambda: window.is_active(), "text": lambda: text(name), "caret": lambda: caret(name),
            "preedit": lambda: preedits[name], "place": lambda: place(name), "clear": clear,
            "shifts": lambda: len(shifts),
        }[command]()

    def hear(source, condition):
        line = sys.stdin.readline()
        if not line:
            Gtk.main_quit()
            return False
        print(json.dumps(answer(line)), flush=True)
        return True

    def key_released(_, event):
        if event.keyval == Gdk.KEY_Shift_R:
            shifts.append(event.time)

    # After the fields and their input method have left it.
    window.connect_after("key-release-event", key_released)
    window.connect("destroy", Gtk.main_quit)
    window.show_all()
    fields["text"].grab_focus()
    GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, hear)
    Gtk.main()


if __name__ == "__main__":
    main()
