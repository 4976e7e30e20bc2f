"""Compiles the translations of the program with a language more, `xx`, that po/ does not hold.

    third_language.py OUT.cpp

Its file is made from po/nl.po: each of its texts is the English one in brackets, and a plural has
the forms of Czech: one, a few, many.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

import polib

SOURCE = pathlib.Path(__file__).parents[2]


def in_brackets(text, mark=""):
    """The text, its line ends outside, as msgfmt wants them."""
    return re.sub(r"\A(\n*)(.*?)(\n*)\Z", rf"\1[{mark}\2]\3", text, flags=re.DOTALL)


def third_language():
    po = polib.pofile(str(SOURCE / "po/nl.po"))
    po.metadata["Language"] = "xx"
    po.metadata["Plural-Forms"] = "nplurals=3; plural=(n==1 ? 0 : n<5 ? 1 : 2);"
    for entry in po:
        if entry.msgid_plural:
            texts = (entry.msgid, entry.msgid_plural, entry.msgid_plural)
            marks = ("", "few ", "many ")
            entry.msgstr_plural = {
                form: in_brackets(text, mark)
                for form, (text, mark) in enumerate(zip(texts, marks, strict=True))
            }
        else:
            entry.msgstr = in_brackets(entry.msgid)
    return po


def main(out):
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        for room in ("engine", "models", "results", "app"):
            (root / room).symlink_to(SOURCE / room)
        (root / "po").mkdir()
        (root / "po/nl.po").symlink_to(SOURCE / "po/nl.po")
        third_language().save(str(root / "po/xx.po"))
        script = SOURCE / "po/compile_messages.py"
        command = [sys.executable, str(script), f"--root={root}", "compile", out]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
