"""What is typed into a window, and what must stand there in the end: the same for every framework.

Each line is a situation: what it is, the keymap, the keys as `display.steps` reads them, and the fields of window.py
that must not be empty at the end. Between the keys may stand

    {focus line}        the program gives the field the focus
    {click line}        the mouse clicks in front of the field's text
    {method rad/telex}  the user chooses another input method
    {catch up}          nothing, until all keys have done what they do
"""

import time
from typing import NamedTuple

from display import steps


class Scenario(NamedTuple):
    """A situation: what it is, the keymap, the keys, and the text of each field that is not empty at the end."""
    what: str
    method: str
    keys: str
    fields: dict


SCENARIOS = [Scenario(*row) for row in [
    # Writing
    ("Vietnamese", "vi/telex", "Coongj hoaf xax hooij chur nghiax Vieetj Nam.", {"text": "Cộng hòa xã hội chủ nghĩa Việt Nam."}),
    ("Vietnamese, VNI", "vi/vni", "Ca1c da6n to6c5, ", {"text": "Các dân tộc, "}),
    ("Ê Đê, with marks that have no letter of their own", "rad/telex", "Bbuoon eex siap ", {"text": "Ƀuôn ê̆ siap "}),
    ("Gia Rai", "jra/telex", "abih bang mownuih ", {"text": "abih bang mơnuih "}),
    ("Tai Dam, a vowel before its consonant", "blt-Tavt/phonetic", "Ty ka ", {"text": "ꪼꪕ ꪀꪱ "}),
    ("Tai Dam as it is seen", "blt-Tavt/visual", "yTd{braceleft} ", {"text": "ꪼꪕꪒꪾ "}),
    ("Khmer, in another order than it is stored in", "km/angkor", "xEjmrsasjrjtacarjy{Return}", {"text": "ខ្មែរសាស្ត្រាចារ្យ\n"}),
    ("Chăm by sound", "cjm-Cham/phonetic", "aK`r c`m ", {"text": "ꨀꨇꩉ ꨌꩌ "}),
    ("punctuation ends the word", "vi/telex", "tieengs, (ddi)!", {"text": "tiếng, (đi)!"}),
    ("what is no word stays as typed", "vi/telex", "window text ", {"text": "window text "}),

    # Keys that end the word and do something of their own
    ("Return after the word", "vi/telex", "baan ddi{Return}oo ", {"text": "bân đi\nô "}),
    ("Tab after the word", "vi/telex", "baan{Tab}oo ", {"text": "bân\tô "}),
    ("space by itself", "vi/telex", "  aa  ", {"text": "  â  "}),
    ("Left in mid-word", "vi/telex", "baan{Left}x ", {"text": "bâx n"}),
    ("Home and End", "vi/telex", "baan{Home}oo {End}dd ", {"text": "ô bânđ "}),
    ("Escape in mid-word", "vi/telex", "baan{Escape}oo ", {"text": "bânô "}),
    ("Ctrl+A in mid-word", "vi/telex", "baan{ctrl+a}oo ", {"text": "ô "}),
    ("Delete in mid-word", "vi/telex", "oo {Home}baan{Delete} ", {"text": "bân  "}),
    ("Shift pressed alone changes nothing", "vi/telex", "ba{Shift_L}an ", {"text": "bân "}),
    ("a key with Alt is not typed", "vi/telex", "baan{alt+F12}oo ", {"text": "bânô "}),

    # BackSpace
    ("BackSpace takes a letter and the tone moves", "vi/telex", "hoafn{BackSpace} ", {"text": "hòa "}),
    ("BackSpace, and on with the word", "vi/telex", "tieengs{BackSpace}{BackSpace}t ", {"text": "tiết "}),
    ("BackSpace to the beginning and beyond", "vi/telex", "oo tieengs" + "{BackSpace}" * 6 + "a ", {"text": "ôa "}),
    ("BackSpace takes a vowel before its consonant", "blt-Tavt/phonetic", "ka Ty{BackSpace}{BackSpace}ka ", {"text": "ꪀꪱ ꪀꪱ "}),
    ("BackSpace takes a letter with both its marks", "rad/telex", "eex{BackSpace}a ", {"text": "a "}),

    # Fields
    ("a field left by Tab keeps its word", "vi/telex", "{focus line}tieengs{shift+Tab}{catch up}ddi ", {"line": "tiếng", "text": "đi "}),
    ("a field left by the mouse keeps its word", "vi/telex", "tieengs{click line}ddi ", {"text": "tiếng", "line": "đi "}),
    ("a field left by the program keeps its word", "vi/telex", "tieengs{focus line}ddi ", {"text": "tiếng", "line": "đi "}),
    ("two fields, in turn", "vi/telex", "tie{focus line}dd{focus text}engs {focus line}i ", {"text": "tieéng ", "line": "đi "}),
    ("a password is not composed", "vi/telex", "{focus password}tieengs{BackSpace}", {"password": "tieeng"}),
    ("nor one that is shown", "vi/telex", "{focus visible}tieengs aa", {"visible": "tieengs aa"}),
    ("nor a PIN", "vi/vni", "{focus pin}a1234", {"pin": "a1234"}),
    ("after a password all is as before", "vi/telex", "tie{focus visible}aa{focus line}aa ", {"text": "tie", "visible": "aa", "line": "â "}),

    # Input methods
    ("another input method in mid-word", "vi/telex", "tieengs{method rad/telex}bbuoon ", {"text": "tiếngƀuôn "}),
    ("another one, and back", "vi/telex", "aa {method vi/vni}a6 {method vi/telex}aa ", {"text": "â â â "}),
]]

#: A click into the field that is being written in. What becomes of the preedit is the application's affair; what must
#: not happen is that the word stands there twice, or that what is written next is disturbed.
CLICK = Scenario("a click in mid-word", "vi/telex", "tieengs{click text}ddi ", {"text": "đi tiếng"})

#: Ten thousand keys, and what they make. Each belongs to a word or ends one: a key that an application has for itself comes
#: back to it through its own queue, which at this speed is too late, whatever the input method.
MANY = Scenario("ten thousand keys", "vi/telex", "Coongj hoaf xax hooij chur nghiax Vieetj Nam " * 223,
                {"text": "Cộng hòa xã hội chủ nghĩa Việt Nam " * 223})

#: How long a person takes to reach for the mouse, in seconds.
REACH = 0.15


def play(window, keys, choose, delay=4):
    """Does what a line of keys says in a window; `choose` is called with the keymap of a {method …}."""
    pressed = []

    def press():
        if pressed:
            window.desktop.press(pressed, delay)
            pressed.clear()

    for command, argument in steps(keys):
        if command == "key":
            pressed.append(argument)
            continue
        press()
        window.catch_up()
        if command != "catch":
            time.sleep(REACH)
            {"focus": window.focus, "click": window.click, "method": choose}[command](argument)
            window.catch_up()
    press()
    window.catch_up()
