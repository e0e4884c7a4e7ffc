"""A window of Qt with a text in it, which is written to a file whenever it changes: python3 qt_window.py FILE"""

import sys

from PyQt5.QtWidgets import QApplication, QPlainTextEdit


def main():
    """The program."""
    application = QApplication(sys.argv)
    edit = QPlainTextEdit()
    edit.setWindowTitle("Chữ in Qt")
    edit.resize(600, 300)

    def write():
        with open(sys.argv[1], "w", encoding="utf-8") as file:
            file.write(edit.toPlainText())
    edit.textChanged.connect(write)
    edit.show()
    write()
    application.exec_()


if __name__ == "__main__":
    main()
