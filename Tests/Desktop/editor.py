"""What a simple editor does with keys, for the fields that speak to a framework over D-Bus."""

from display import KEY_NAMES

SHIFT, CONTROL, ALT, SUPER = 1, 4, 8, 64
MODIFIERS = {"shift": SHIFT, "ctrl": CONTROL, "alt": ALT, "super": SUPER}
KEYSYMS = {
    "BackSpace": 0xFF08, "Tab": 0xFF09, "Return": 0xFF0D, "Escape": 0xFF1B, "Delete": 0xFFFF, "Home": 0xFF50,
    "Left": 0xFF51, "Up": 0xFF52, "Right": 0xFF53, "Down": 0xFF54, "Prior": 0xFF55, "Next": 0xFF56, "End": 0xFF57,
    "F12": 0xFFC9, "ISO_Left_Tab": 0xFE20, "Shift_L": 0xFFE1, "Control_L": 0xFFE3,
}
LETTERS = {name: letter for letter, name in KEY_NAMES.items()}


def keysym(name):
    """The number and the modifiers of a key by its name, such as "a", "comma" and "ctrl+z"."""
    *held, name = name.split("+") if len(name) > 1 else [name]
    state = sum(MODIFIERS[modifier] for modifier in held)
    letter = LETTERS.get(name, name)
    if len(letter) == 1:
        return ord(letter), state | (SHIFT if letter.isupper() else 0)
    return KEYSYMS[name], state


class Editor:
    """Text with a caret; `anchor` is the other end of the selection. Positions count code points."""

    def __init__(self):
        self.text, self.caret, self.anchor = "", 0, 0

    def insert(self, text):
        """Puts text in place of the selection."""
        first, last = sorted((self.caret, self.anchor))
        self.text = self.text[:first] + text + self.text[last:]
        self.caret = self.anchor = first + len(text)

    def delete(self, offset, count):
        """Takes `count` code points away, from `offset` after the caret on."""
        first = self.caret + offset
        assert 0 <= first <= first + count <= len(self.text), (self.text, self.caret, offset, count)
        self.text = self.text[:first] + self.text[first + count:]
        self.caret = self.anchor = first

    def do(self, sym, state):
        """Does what a key does in an editor."""
        if state & (CONTROL | ALT):
            if sym == ord("a") and state & CONTROL:
                self.anchor, self.caret = 0, len(self.text)
        elif 0x20 <= sym < 0x7F:
            self.insert(chr(sym))
        elif sym == KEYSYMS["Return"]:
            self.insert("\n")
        elif sym == KEYSYMS["Tab"]:
            self.insert("\t")
        elif sym in (KEYSYMS["BackSpace"], KEYSYMS["Delete"]):
            if self.caret == self.anchor:
                step = -1 if sym == KEYSYMS["BackSpace"] else 1
                self.anchor = min(max(self.caret + step, 0), len(self.text))
            self.insert("")
        elif sym in (KEYSYMS["Left"], KEYSYMS["Right"]):
            step = -1 if sym == KEYSYMS["Left"] else 1
            self.caret = self.anchor = min(max(self.caret + step, 0), len(self.text))
        elif sym == KEYSYMS["Home"]:
            self.caret = self.anchor = 0
        elif sym == KEYSYMS["End"]:
            self.caret = self.anchor = len(self.text)
