"""What a cell of a report says: the numbers in its text, and whether they are those expected."""
import math
import re

SEPARATORS = {"en": (",", "."), "nl": (".", ",")}
MILLIONS = (" M", " mln")
NUMBER = re.compile(r"(?<![\w.,])[-\u2212]?\d[\d.,]*")


class Told:
    """A number in a text, and by how much rounding may have moved it."""

    def __init__(self, found, language, money):
        thousands, decimal = SEPARATORS[language]
        self.is_money = money
        digits = re.sub(r"[.,]$", "", found).replace(thousands, "").replace(decimal, ".").replace("\u2212", "-")
        self.value = float(digits)
        decimals = len(digits.split(".")[1]) if "." in digits else 0
        zeros = len(digits) - len(digits.rstrip("0")) if money and decimals == 0 else 0
        self.off = 0.5 * 10.0 ** (zeros - decimals)

    def is_near(self, value, noise=math.nan):
        """Money is rounded to zeros, which a zero does not show: as coarse as its noise permits."""
        off = max(self.off, noise / 4) if self.is_money and self.value == 0 and noise > 0 else self.off
        return abs(self.value - value) <= off * (1 + 1e-6) + 1e-9 * abs(value)


def scale_of(units, text):
    """From units of the file to what people read."""
    if units == "day":
        return 1 / 7
    if units == "1":
        return 100.0
    return 1e-6 if units.startswith("EUR") and any(mark in text for mark in MILLIONS) else 1.0


class Cells:
    """A table of a report, and what was found wrong in it."""

    def __init__(self, table, language, problems):
        self.table, self.language, self.problems = table, language, problems
        self.checked = set()  # (row, column)

    @property
    def rows(self):
        return self.table["rows"]

    def cell(self, row, column):
        return self.rows[row]["cells"][column]

    def wrong(self, row, column, what):
        labels = self.table["columns"]
        head = labels[column]["label"] if 0 <= column < len(labels) else column
        self.problems.append(f"{self.table['id']}, {self.rows[row]['header']}, {head}: {what}")

    def fail(self, what):
        self.problems.append(f"{self.table['id']}: {what}")

    def has_rows(self, headers):
        """The headers are these, in this order. A header may be None: any."""
        there = [row["header"] for row in self.rows]
        same = len(there) == len(headers) and all(a is None or a == b for a, b in zip(headers, there))
        if not same:
            self.fail(f"rows {there}, not {headers}")
        return same

    def has_columns(self, labels):
        there = [column["label"] for column in self.table["columns"]]
        if there != labels:
            self.fail(f"columns {there}, not {labels}")
        return there == labels

    def numbers(self, text, units):
        return [Told(found, self.language, units.startswith("EUR")) for found in NUMBER.findall(text)]

    def says(self, row, column, units, expected, unless=(), text=None, scale=None, noise=math.nan):
        """The text holds these numbers [unit of the file], or those of `unless`, which is shorter, if
        what it leaves out would not show."""
        self.checked.add((row, column))
        text = self.cell(row, column)["text"] if text is None else text
        scale = scale if scale is not None else scale_of(units, text)
        told = self.numbers(text, units)
        if any(math.isnan(value) for value in expected[:1]):
            if text != "-" or told:
                self.wrong(row, column, f"`{text}` where there is no data")
            return
        if len(told) == 1 and len(expected) == 2 and not unless:  # bounds that round alike: "about 48"
            expected = expected[:1] if told[0].is_near(expected[1] * scale, noise * scale) else expected
        for numbers in (expected, unless):
            if len(told) == len(numbers) > 0:
                if not all(each.is_near(value * scale, noise * scale) for each, value in zip(told, numbers)):
                    self.wrong(row, column, f"`{text}` for {[value * scale for value in numbers]}")
                elif numbers is not expected:
                    self._leaves_out_nothing(row, column, text, told[0], [value * scale for value in expected])
                return
        self.wrong(row, column, f"`{text}` for {[value * scale for value in expected]}")

    def _leaves_out_nothing(self, row, column, text, told, expected):
        """Of a value without its noise or bounds: they round to nothing, or to each other."""
        rest = [value for value in expected[1:] if not math.isnan(value)]
        hidden = rest[0] if len(rest) == 1 else (rest[1] - rest[0]) if len(rest) == 2 else 0
        room = told.off if len(rest) == 1 else 2 * told.off
        if hidden > room * (1 + 1e-6):
            self.wrong(row, column, f"`{text}` leaves out {rest}")

    def has_value(self, row, column, truth):
        """The number beside the text is the truth, to the six digits of the JSON."""
        self.checked.add((row, column))
        value = self.cell(row, column).get("value")
        if math.isnan(truth):
            if value is not None:
                self.wrong(row, column, f"{value} where there is no data")
        elif value is None or abs(value - truth) > 6e-6 * max(abs(truth), 1e-9):
            self.wrong(row, column, f"value {value}, not {truth}")

    def noise(self, row, column, units, interval):
        """"12.3 +- 0.4", the value being the mean."""
        self.has_value(row, column, interval.mean)
        self.says(row, column, units, [interval.mean, interval.half], [interval.mean])
        self.is_not_coarse(row, column, units, interval.mean, interval.half)

    def value(self, row, column, units, truth, noise=math.nan):
        self.has_value(row, column, truth)
        self.says(row, column, units, [truth], noise=noise)
        self.is_not_coarse(row, column, units, truth, noise)

    def is_not_coarse(self, row, column, units, truth, noise):
        """Rounding hides no more than noise, or a twentieth of what has none."""
        text = self.cell(row, column)["text"]
        told = self.numbers(text, units)
        if not told or math.isnan(truth):
            return
        scale = scale_of(units, text)
        room = max(0.0 if math.isnan(noise) else noise * scale, 0.05 * abs(truth * scale), 0.05)
        if abs(told[0].value - truth * scale) > room * (1 + 1e-9):
            self.wrong(row, column, f"`{text}` is coarse for {truth * scale}")

    def is_words(self, row, column, words):
        self.checked.add((row, column))
        text = self.cell(row, column)["text"]
        if text != words:
            self.wrong(row, column, f"`{text}`, not `{words}`")

    def is_header(self, row, words):
        if self.rows[row]["header"] != words:
            self.wrong(row, -1, f"header is not `{words}`")

    def unchecked(self):
        return [(row, column) for row, each in enumerate(self.rows) for column in range(len(each["cells"]))
                if (row, column) not in self.checked]
