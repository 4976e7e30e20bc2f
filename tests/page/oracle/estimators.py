"""Means, intervals, quantiles and verdicts from their definitions, by other means than the program."""
import functools
import math


def _beta_continued_fraction(a, b, x):
    tiny = 1e-300
    c, d = 1.0, 1.0 - (a + b) * x / (a + 1)
    d = 1.0 / (d if abs(d) > tiny else tiny)
    result = d
    for m in range(1, 500):
        for factor in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                       -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1.0 + factor * d
            c = 1.0 + factor / c
            d = 1.0 / (d if abs(d) > tiny else tiny)
            c = c if abs(c) > tiny else tiny
            result *= c * d
        if abs(c * d - 1.0) < 1e-15:
            break
    return result


def _incomplete_beta(a, b, x):
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
                     + a * math.log(x) + b * math.log(1 - x))
    if x < (a + 1) / (a + b + 2):
        return front * _beta_continued_fraction(a, b, x) / a
    return 1.0 - front * _beta_continued_fraction(b, a, 1 - x) / b


def beyond(t, freedom):
    """P(T > t) of Student's t."""
    if math.isinf(t):
        return 0.0 if t > 0 else 1.0
    tail = _incomplete_beta(freedom / 2, 0.5, freedom / (freedom + t * t)) / 2
    return tail if t > 0 else 1 - tail


@functools.lru_cache(maxsize=None)
def t_quantile(count, confidence=0.95):
    """By bisection of its tail; NaN below two values."""
    if count < 2:
        return math.nan
    low, high = 0.0, 1e6
    for _ in range(200):
        middle = (low + high) / 2
        if beyond(middle, count - 1) > (1 - confidence) / 2:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def without_nan(values):
    return [float(each) for each in values if not math.isnan(each)]


class Interval:
    """A mean with bounds; of values over replications."""

    def __init__(self, mean, low, high, count=2):
        self.mean, self.low, self.high, self.count = mean, low, high, count

    @property
    def half(self):
        return (self.high - self.low) / 2


def moments_interval(count, mean, m2, confidence=0.95):
    if count < 1:
        return Interval(math.nan, math.nan, math.nan, 0)
    half = t_quantile(count, confidence) * math.sqrt(m2 / (count - 1) / count) if count > 1 else math.nan
    return Interval(mean, mean - half, mean + half, count)


def interval(values, confidence=0.95):
    values = without_nan(values)
    if not values:
        return Interval(math.nan, math.nan, math.nan, 0)
    mean = math.fsum(values) / len(values)
    return moments_interval(len(values), mean, math.fsum((each - mean) ** 2 for each in values), confidence)


def quantile(values, share):
    """Type 7 of Hyndman and Fan."""
    values = sorted(without_nan(values))
    if not values:
        return math.nan
    at = share * (len(values) - 1)
    below = math.floor(at)
    above = min(below + 1, len(values) - 1)
    return values[below] + (at - below) * (values[above] - values[below])


def rank_ranges(samples):
    """Between which ranks each may be, all together with 95% confidence; None below two values."""
    confidence = 1 - 0.05 / max(len(samples), 1)
    known = [interval(sample, confidence) for sample in samples]
    ranked = [each for each in known if each.count >= 2]
    return [None if own.count < 2 else
            (1 + sum(other.low > own.high for other in ranked),
             len(ranked) - sum(other.high < own.low for other in ranked)) for own in known]


class Paired:
    """Other minus base, replication by replication."""

    def __init__(self, base, other, statements=1):
        pairs = [(a, b) for a, b in zip(base, other) if not (math.isnan(a) or math.isnan(b))]
        self.count, self.statements = len(pairs), statements
        self.base = interval([a for a, _ in pairs]).mean
        self.other = interval([b for _, b in pairs]).mean
        differences = [0.0 if math.isclose(a, b, rel_tol=1e-12) else b - a for a, b in pairs]
        self.difference = interval(differences, 1 - 0.05 / statements)
        spread = interval(differences)
        self.error = spread.half / t_quantile(self.count) if self.count > 1 else math.nan
        self.p10, self.p90 = quantile(differences, 0.1), quantile(differences, 0.9)

    @property
    def is_effect(self):
        return self.difference.low > 0 or self.difference.high < 0

    def verdict(self, smallest):
        """Relevant, negligible or undecided; None without data."""
        if self.count < 2:
            return None
        bounds = self.difference
        if bounds.low >= smallest or bounds.high <= -smallest:
            return "relevant"
        tail = max(self._tail(smallest - bounds.mean), self._tail(bounds.mean + smallest))
        return "negligible" if min(1.0, tail * self.statements) <= 0.05 else "undecided"

    def _tail(self, distance):
        if distance == 0:
            return 0.5
        t = distance / self.error if self.error > 0 else math.copysign(math.inf, distance)
        return beyond(t, self.count - 1)
