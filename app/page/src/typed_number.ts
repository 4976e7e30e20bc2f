/** Numbers as people type them: with a comma or a point before the decimals, and with the unit or without. */

export type TypedNumber =
  | { kind: "number"; number: number }
  | { kind: "empty" }
  | { kind: "wrong" }
  | { kind: "unclear"; readings: string[] }; // how it may be meant, each written clearly

const grouping = /[\s\u00a0\u202f'\u2019]/;

/** @param units  that may stand behind the number: "%", "weeks" */
export function readNumber(text: string, units: readonly string[] = []): TypedNumber {
  const bare = withoutUnit(text.trim(), units).replace(/^[\u2212\u2013]/, "-");
  if (bare === "") return { kind: "empty" };
  if (/^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(bare)) {
    if (!/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(bare)) return { kind: "number", number: Number(bare.replace(",", ".")) };
    return { kind: "unclear", readings: [bare.replace(/[.,]/, ""), `${bare}0`] };
  }
  const meant = grouped(bare);
  return meant === null ? { kind: "wrong" } : { kind: "unclear", readings: [meant] };
}

/** "1.234,5" -> "1234,5", "1 234" -> "1234"; null: these are no thousands. */
function grouped(text: string): string | null {
  const found = /^([+-]?)(\d{1,3})(?:([.,]|\s|\u00a0|\u202f|'|\u2019)\d{3})+(?:([.,])\d+)?$/.exec(text);
  if (!found || found[3] === found[4]) return null;
  const mark = found[4];
  const [whole, decimals] = mark === undefined ? [text] : text.split(mark);
  const digits = [...whole!].filter((each) => !/[.,]/.test(each) && !grouping.test(each)).join("");
  return decimals === undefined ? digits : `${digits}${mark}${decimals}`;
}

function withoutUnit(text: string, units: readonly string[]): string {
  const found = units
    .map((unit) => unit.trim())
    .filter((unit) => unit !== "" && text.toLowerCase().endsWith(unit.toLowerCase()))
    .sort((a, b) => b.length - a.length)[0];
  return found === undefined ? text : text.slice(0, text.length - found.length).trim();
}

/** As it stands in a field: in the language of the page, without thousands marked. */
export function fieldText(value: number, language: string): string {
  const digits = new Intl.NumberFormat(language, { maximumSignificantDigits: 9, useGrouping: false });
  return digits.format(value).replace("\u2212", "-");
}
