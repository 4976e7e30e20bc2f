/**
 * Formats numbers as the sentences and tables of the report do (results/text/number_text.cpp): as
 * many decimals as the noise allows, days as weeks, shares as percentages, euros rounded.
 */

export interface NumberWords {
  /** Of the page: "nl". */
  language: string;
  /** "12 to 15" of both. */
  range: (low: string, high: string) => string;
  /** "about 12", where both are written alike. */
  about: (both: string) => string;
  /** " wk" */
  weeks: string;
  /** " M" */
  millions: string;
}

/** Enough decimals to show the noise; without noise, about three significant figures. */
function decimalsFor(size: number, noise: number, money: boolean, atMost: number): number {
  if (Number.isFinite(noise) && noise > 0) {
    const wanted = Math.ceil(-Math.log10(noise / 2));
    return Math.min(Math.max(wanted, money ? -6 : 0), atMost);
  }
  if (!Number.isFinite(size) || Math.abs(size - Math.round(size)) < 1e-9 || Math.abs(size) >= 100) return 0;
  return Math.min(Math.abs(size) >= 1 ? 1 : 2, atMost);
}

/** "1,234,567.9", with so many decimals; below 0, so many zeros. */
export function grouped(value: number, decimals: number, language: string): string {
  const unit = Math.pow(10, -decimals);
  const shown = decimals < 0 ? Math.round(value / unit) * unit : value;
  const digits = Math.max(decimals, 0);
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: true,
  }).format(Math.abs(shown) < unit / 2 ? 0 : shown);
}

/** The value of a parameter, with at most four decimals and no zeros behind them. */
export function parameterNumber(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 4 }).format(value);
}

export class NumberText {
  private readonly scale: number;
  private readonly isShare: boolean;
  private readonly suffix: string;
  private readonly decimals: number;

  /**
   * @param units      of the value, as in the result file
   * @param size       of the value
   * @param halfWidth  of its interval, which decides the number of decimals; 0: none
   */
  constructor(
    units: string,
    size: number,
    halfWidth: number,
    private readonly words: NumberWords,
  ) {
    this.isShare = units === "1";
    const money = units.startsWith("EUR");
    const inMillions = money && Math.abs(size) >= 1e7;
    this.scale = units === "day" ? 1 / 7 : units === "1" ? 100 : inMillions ? 1e-6 : 1;
    this.suffix =
      units === "day" ? words.weeks : units === "1" ? "%" : inMillions ? words.millions : "";
    const atMost = inMillions ? 2 : this.scale !== 1 ? 1 : money ? 0 : 2;
    this.decimals = decimalsFor(size * this.scale, halfWidth * this.scale, money, atMost);
  }

  private bare(value: number): string {
    return grouped(value * this.scale, this.decimals, this.words.language);
  }

  /** "12.3 wk", "34%" */
  value(value: number): string {
    return this.bare(value) + this.suffix;
  }

  /** "12 to 15%", cut off at zero, and at 1 for a share; both alike: "about 12%" */
  between(low: number, high: number): string {
    const most = this.isShare ? 1 : Math.max(high, 0);
    const [least, greatest] = [Math.max(low, 0), Math.min(high, most)];
    const [from, to] = [this.bare(least), this.bare(greatest)];
    if (from !== to) return this.words.range(from, to) + this.suffix;
    return least === greatest ? from + this.suffix : this.words.about(from + this.suffix);
  }
}
