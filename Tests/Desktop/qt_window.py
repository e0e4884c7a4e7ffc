"""The window of window.py in Qt: python3 qt_window.py VERSION, where VERSION is 5 or 6.

It has only fields that Qt describes correctly to an input method. Fields whose purpose is PASSWORD or PIN and whose text is
visible are left out.
"""

import importlib
import json
import sys

FIELDS = ("text", "line", "password")


def main():
    """The program."""
    binding = "PyQt" + sys.argv[1]
    core, widgets = (importlib.import_module(f"{binding}.{name}") for name in ("QtCore", "QtWidgets"))
    application = widgets.QApplication(sys.argv)
    window = widgets.QWidget()
    window.setWindowTitle("Chữ in Qt")
    window.resize(640, 420)
    layout = widgets.QVBoxLayout(window)
    fields = {"text": widgets.QPlainTextEdit(), "line": widgets.QLineEdit(), "password": widgets.QLineEdit()}
    fields["password"].setEchoMode(widgets.QLineEdit.EchoMode.Password)
    preedits, shifts = dict.fromkeys(FIELDS, ""), []
    for field in fields.values():
        layout.addWidget(field)

    class Listener(core.QObject):
        """Hears what comes out of the input method, before the fields do."""

        def eventFilter(self, target, event):
            """Passes everything on."""
            name = next((name for name, field in fields.items() if target is field), None)
            if name and event.type() == core.QEvent.Type.InputMethod:
                preedits[name] = event.preeditString()
            if name and event.type() == core.QEvent.Type.KeyRelease and event.key() == core.Qt.Key.Key_Shift:
                shifts.append(event.timestamp())
            return False

    def text(name):
        return fields[name].toPlainText() if name == "text" else fields[name].text()

    def clear():
        fields["text"].clearFocus()
        for field in fields.values():
            field.clear()
        fields["text"].setFocus()
        return True

    def caret(name):
        return fields[name].textCursor().position() if name == "text" else fields[name].cursorPosition()

    def place(name):
        field = fields[name]
        corner = field.mapToGlobal(core.QPoint(3, 14 if name == "text" else field.height() // 2))
        return corner.x(), corner.y()

    def focus(name):
        fields[name].setFocus()
        return True

    def answer(line):
        command, *names = line.split()
        name = names[0] if names else "text"
        if name not in fields:
            return ""
        return {
            "active": window.isActiveWindow, "text": lambda: text(name), "caret": lambda: caret(name), "clear": clear,
            "preedit": lambda: preedits[name], "place": lambda: place(name), "focus": lambda: focus(name),
            "shifts": lambda: len(shifts),
        }[command]()

    def hear():
        line = sys.stdin.readline()
        if not line:
            application.quit()
            return
        print(json.dumps(answer(line)), flush=True)

    listener = Listener()
    application.installEventFilter(listener)
    notifier = core.QSocketNotifier(sys.stdin.fileno(), core.QSocketNotifier.Type.Read)
    notifier.activated.connect(hear)
    window.show()
    fields["text"].setFocus()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
