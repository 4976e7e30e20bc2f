#!/usr/bin/env python3
"""The translations of the program, from po/*.po into a C++ table.

    po/compile_messages.py compile OUT.cpp    checks the translations, writes the table
    po/compile_messages.py update             brings po/*.po up to date with the sources

xgettext extracts the texts from the sources, msgmerge merges them into the po files, msgfmt checks
that placeholders agree; polib reads the po files. `compile` fails when a text has no translation,
when one is fuzzy or empty, and when one is of a text that the sources no longer hold.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import polib

ROOMS = ("engine", "models", "results", "app")
# Each names the arguments that are extracted; c marks the context.
KEYWORDS = (
    "Message:1",
    "message:1",
    "message_in:1c,2",
    "message_plural:1,2",
    "translatable:1",
    "translatable_in:1c,2",
)
FORMAT = "python-brace-format"
MEND = "./bootstrap messages"
PLURAL_FORMS = re.compile(r"nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*([n\d\s%<>=!&|?:()]+);?")


def sources_of(root):
    return sorted(
        path.relative_to(root).as_posix()
        for room in ROOMS
        for pattern in ("*.cpp", "*.hpp")
        for path in (root / room).rglob(pattern)
    )


def extracted(root, folder):
    """The texts in the sources, as a file of untranslated entries."""
    out = folder / "sources.pot"
    command = ["xgettext", "--language=C++", "--from-code=UTF-8", "--force-po", "--files-from=-"]
    command += [f"--directory={root}", f"--output={out}", "--add-comments=For translators:"]
    command += ["--keyword", *(f"--keyword={keyword}" for keyword in KEYWORDS)]
    names = "\n".join(sources_of(root))
    subprocess.run(command, input=names, text=True, check=True)
    pot = polib.pofile(str(out))
    pot.metadata["Content-Type"] = "text/plain; charset=UTF-8"
    for entry in pot:
        # xgettext takes a percent sign for C's format, and does not know ours for C++.
        entry.flags = [FORMAT] if re.search("[{}]", entry.msgid + entry.msgid_plural) else []
    pot.save()
    return pot


def key_of(entry):
    return entry.msgctxt or "", entry.msgid


def shown(entry):
    text = polib.escape(entry.msgid)
    context = f" (context {entry.msgctxt})" if entry.msgctxt else ""
    return f'"{text}"{context}'


def forms_of(entry):
    """The translations of an entry, by their number; one alone where there is no plural."""
    if entry.msgid_plural:
        return [entry.msgstr_plural[form] for form in sorted(entry.msgstr_plural)]
    return [entry.msgstr]


def plural_rule(po):
    """How many forms there are, and the expression in n that chooses one."""
    found = PLURAL_FORMS.fullmatch(po.metadata.get("Plural-Forms", "").strip())
    return (int(found[1]), found[2].strip()) if found else (0, "")


def mistakes_of(name, pot, po):
    known = {key_of(entry): entry for entry in po if not entry.obsolete}
    count, _ = plural_rule(po)
    if count == 0:
        yield f"po/{name}: its header has no Plural-Forms, such as nplurals=2; plural=(n != 1);"
    for entry in pot:
        source, line = entry.occurrences[0]
        place = f"{source}:{line}: {shown(entry)}"
        translated = known.pop(key_of(entry), None)
        if translated is None:
            yield f"{place} is missing in po/{name}"
        elif translated.fuzzy:
            yield f"{place} is fuzzy in po/{name}:{translated.linenum}"
        elif translated.msgid_plural != entry.msgid_plural or translated.flags != entry.flags:
            yield f"{place} has changed since it came into po/{name}:{translated.linenum}"
        elif not all(forms_of(translated)):
            yield f"{place} has no translation in po/{name}:{translated.linenum}"
        elif entry.msgid_plural and len(forms_of(translated)) != count:
            yield f"{place} has not {count} forms in po/{name}:{translated.linenum}"
    for entry in [*known.values(), *po.obsolete_entries()]:
        yield f"po/{name}:{entry.linenum}: {shown(entry)} is obsolete: no source holds it"


def checked(path, pot):
    """The translations of a file. Tells its mistakes, and returns none, when there are any."""
    po = polib.pofile(str(path))
    mistakes = list(mistakes_of(path.name, pot, po))
    if not mistakes:
        command = ["msgfmt", "--check", f"--output-file={os.devnull}", str(path)]
        msgfmt = subprocess.run(command, capture_output=True, text=True, check=False)
        if msgfmt.returncode != 0:
            mistakes = msgfmt.stderr.strip().splitlines()
    if not mistakes:
        return po
    print("\n".join(mistakes), file=sys.stderr)
    print(
        f"{path.name}: {len(mistakes)} of its translations are not in order\n"
        f"  run `{MEND}`, then translate what is empty in po/{path.name}, and take\n"
        "  `fuzzy` out where the translation that it guessed is right",
        file=sys.stderr,
    )
    return None


def literal(text):
    """As a view whose length is known: to count the letters of all texts takes a compiler more steps than it allows."""
    return '"' + polib.escape(text) + '"sv'


def table_of(code, po):
    count, rule = plural_rule(po)
    more = []
    rows = []
    for entry in sorted(po, key=lambda entry: tuple(part.encode() for part in key_of(entry))):
        first, *others = forms_of(entry)
        row = f"    {{{literal(entry.msgctxt or '')}, {literal(entry.msgid)}, {literal(first)}"
        if others:
            name = f"{code}_forms_{len(more)}"
            forms = ", ".join(map(literal, others))
            more.append(f"constexpr std::string_view {name}[] = {{{forms}}};")
            row += f", {name}"
        rows.append(row + "},")
    unused = "" if "n" in rule else "[[maybe_unused]] "
    return "\n".join(
        [
            f"// {code}: {count} forms",
            f"std::size_t {code}_form({unused}std::uint64_t n) {{",
            f"  return static_cast<std::size_t>({rule});",
            "}",
            *more,
            f"constexpr Translation {code}[] = {{",
            *rows,
            "};",
        ]
    )


def source_of(languages):
    tables = [table_of(code, po) for code, po in languages]
    rows = [f"    {{{literal(code)}, {code}_form, {code}}}," for code, _ in languages]
    return "\n".join(
        [
            "// Written by po/compile_messages.py from po/*.po; changes to it are lost.",
            '#include "models/messages/translations.hpp"',
            "",
            "namespace doorstroom {",
            "namespace {",
            "",
            "using namespace std::string_view_literals;",
            "",
            *tables,
            "",
            "constexpr Translations all[] = {",
            *rows,
            "};",
            "",
            "}  // namespace",
            "",
            "std::span<const Translations> all_translations() {",
            "  return all;",
            "}",
            "",
            "}  // namespace doorstroom",
            "",
        ]
    )


def po_files(root):
    return sorted((root / "po").glob("*.po"))


def write_if_changed(path, text):
    """An unchanged table is not compiled again."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def compile_into(root, out):
    with tempfile.TemporaryDirectory() as folder:
        pot = extracted(root, pathlib.Path(folder))
    languages = [(path.stem, checked(path, pot)) for path in po_files(root)]
    if any(po is None for _, po in languages):
        return 1
    write_if_changed(out, source_of(languages))
    return 0


def update(root):
    for path in po_files(root):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            pot = extracted(root, folder)
            # A date would differ after every run, and make two changes at once conflict.
            earlier = polib.pofile(str(path)).metadata
            pot.metadata["POT-Creation-Date"] = earlier.get("POT-Creation-Date", "")
            pot.save()
            style = ["--width=100", "--add-location=file"]
            merged = folder / "merged.po"
            command = ["msgmerge", "--quiet", *style, f"--output-file={merged}"]
            subprocess.run([*command, str(path), str(folder / "sources.pot")], check=True)
            command = ["msgattrib", "--no-obsolete", *style, f"--output-file={path}"]
            subprocess.run([*command, str(merged)], check=True)
        po = polib.pofile(str(path))
        left = [entry for entry in po if entry.fuzzy or not all(forms_of(entry))]
        for entry in left:
            print(f"po/{path.name}:{entry.linenum}: {shown(entry)}")
        print(f"po/{path.name}: {len(po)} texts, {len(left)} to translate")
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).parents[1])
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("compile").add_argument("out", type=pathlib.Path)
    commands.add_parser("update")
    asked = parser.parse_args()
    root = asked.root.resolve()
    return compile_into(root, asked.out) if asked.command == "compile" else update(root)


if __name__ == "__main__":
    sys.exit(main())
