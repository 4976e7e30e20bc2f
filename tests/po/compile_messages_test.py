"""Translations are compiled whole or not at all, and a third language is one more file."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).parents[2]

PLANTED = """
  throw input_error(message("{0} is full", path));
  print(message_plural("{0} place", "{0} places", count));
  constexpr TranslatableText words = translatable("write {{from: 1}}");
  suffix = message_in("millions", " M");
"""

HEADER = """msgid ""
msgstr ""
"Project-Id-Version: planted\\n"
"PO-Revision-Date: 2026-01-01 00:00+0000\\n"
"Last-Translator: nobody\\n"
"Language-Team: none\\n"
"Language: xx\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n<5 ? 1 : 2);\\n"
"""

FULL = """
#, python-brace-format
msgid "{0} is full"
msgstr "plna: {0}"
"""

REST = """
#, python-brace-format
msgid "{0} place"
msgid_plural "{0} places"
msgstr[0] "{0} misto"
msgstr[1] "{0} mista"
msgstr[2] "{0} mist"

#, python-brace-format
msgid "write {{from: 1}}"
msgstr "pis {{from: 1}}"

msgctxt "millions"
msgid " M"
msgstr " mil."
"""

PROGRAM = """
#include <cstdio>
#include "models/messages/message.hpp"
using namespace doorstroom;
int main() {
  for (const Language each : Language::all()) std::printf("%s ", std::string(each.code()).c_str());
  const Language xx = language_of("xx_YY.UTF-8");
  for (const int count : {1, 3, 7})
    std::printf("%s, ", message_plural("{0} place", "{0} places", count).in(xx).c_str());
  std::printf("%s, ", input_error(message("{0} is full", std::string("a"))).what());
  std::printf("%s, ", LocalizedText(translatable("write {{from: 1}}")).in(xx).c_str());
  std::printf("1%s", message_in("millions", " M").in(xx).c_str());
}
"""


class CompileMessages(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        for name in ("app", "po"):
            (self.root / name).mkdir()
        (self.root / "app" / "planted.cpp").write_text(PLANTED)

    def run_script(self, *words):
        command = [sys.executable, str(SOURCE / "po/compile_messages.py"), f"--root={self.root}"]
        return subprocess.run([*command, *words], capture_output=True, text=True, check=False)

    def compile(self, *parts, name="xx"):
        (self.root / "po" / f"{name}.po").write_text("".join(parts))
        return self.run_script("compile", str(self.root / "table.cpp"))

    def assert_refused(self, done, *told):
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertFalse((self.root / "table.cpp").exists())
        for text in (*told, "./bootstrap messages"):
            self.assertIn(text, done.stderr)

    def test_a_whole_translation_is_compiled(self):
        done = self.compile(HEADER, FULL, REST)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn('{"xx"sv, xx_form, xx}', (self.root / "table.cpp").read_text())

    def test_an_unchanged_table_is_not_written_again(self):
        self.compile(HEADER, FULL, REST)
        written = (self.root / "table.cpp").stat().st_mtime_ns
        self.compile(HEADER, FULL, REST)
        self.assertEqual((self.root / "table.cpp").stat().st_mtime_ns, written)

    def test_a_missing_translation_is_told_with_its_place(self):
        done = self.compile(HEADER, REST)
        self.assert_refused(done, 'app/planted.cpp:2: "{0} is full" is missing in po/xx.po')

    def test_an_empty_translation_is_told(self):
        done = self.compile(HEADER, FULL.replace("plna: {0}", ""), REST)
        self.assert_refused(done, '"{0} is full" has no translation in po/xx.po:13')

    def test_an_empty_plural_form_is_told(self):
        done = self.compile(HEADER, FULL, REST.replace("{0} mista", ""))
        self.assert_refused(done, '"{0} place" has no translation')

    def test_a_fuzzy_translation_is_told(self):
        done = self.compile(HEADER, FULL.replace("#, ", "#, fuzzy, "), REST)
        self.assert_refused(done, '"{0} is full" is fuzzy')

    def test_an_obsolete_translation_is_told(self):
        done = self.compile(HEADER, FULL, REST, '\nmsgid "gone"\nmsgstr "pryc"\n')
        self.assert_refused(done, '"gone" is obsolete')

    def test_a_lost_placeholder_is_told(self):
        done = self.compile(HEADER, FULL.replace("plna: {0}", "plna"), REST)
        self.assert_refused(done, "xx.po:15", "'0'")

    def test_a_file_without_plural_forms_is_told(self):
        header = "\n".join(line for line in HEADER.split("\n") if "Plural-Forms" not in line)
        self.assert_refused(self.compile(header, FULL, REST), "Plural-Forms")

    def test_update_adds_what_is_missing_and_drops_what_is_gone(self):
        self.compile(HEADER, REST, '\nmsgid "gone"\nmsgstr "pryc"\n')
        done = self.run_script("update")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("4 texts, 1 to translate", done.stdout)
        text = (self.root / "po" / "xx.po").read_text()
        self.assertIn("{0} is full", text)
        self.assertNotIn("gone", text)

    def test_a_third_language_is_one_more_file(self):
        self.compile(HEADER, FULL, REST, name="aa")
        self.assertEqual(self.compile(HEADER, FULL, REST).returncode, 0)
        (self.root / "program.cpp").write_text(PROGRAM)
        sources = [self.root / "program.cpp", self.root / "table.cpp"]
        sources += [SOURCE / "models/messages" / f"{name}.cpp" for name in ("message", "language", "translations")]
        sources += [SOURCE / "engine" / f"{name}.cpp" for name in ("message", "error")]
        program = self.root / "program"
        command = [os.environ.get("CXX", "c++"), "-std=c++20", f"-I{SOURCE}", "-o", str(program)]
        subprocess.run([*command, *map(str, sources)], check=True)
        told = subprocess.run([str(program)], capture_output=True, text=True, check=True).stdout
        self.assertEqual(
            told,
            "en aa xx 1 misto, 3 mista, 7 mist, a is full, pis {from: 1}, 1 mil.",
        )


if __name__ == "__main__":
    unittest.main()
