/** Values of levers, as a scenario writes them: "185", "14.6 fte", "20%", "2026-09-01". */
import { parameterNumber } from "../number_text";
import { dateOf, dateText } from "../values";
import type { Lever } from "./protocol";

/** With its label taken apart: whose it is and what it is. */
export function namedApart(lever: Lever): Lever {
  const at = lever.label.indexOf(": ");
  if (at >= 0) return { ...lever, node: lever.label.slice(0, at), label: lever.label.slice(at + 2) };
  const isOwn = lever.node !== "" && !lever.path.endsWith(lever.node);
  return { ...lever, node: isOwn ? lever.node.replace(/_/g, " ") : "" };
}

/** "plaatsen, Onderwijszorgarrangement" */
export function leverName({ label, node }: Lever): string {
  return node === "" ? label : `${label}, ${node}`;
}

export interface Quantity {
  number: number;
  unit: string; // what stands behind the number, with its blank: " fte", "%"
}

export function quantityOf(text: string): Quantity | null {
  const found = /^\s*(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(.*)$/i.exec(text);
  return found ? { number: Number(found[1]), unit: found[2]!.trimEnd() } : null;
}

/** Without the digits that only come from computing in binary. */
export function writtenNumber(value: number): string {
  return String(Number(value.toPrecision(9)));
}

export function isDate(lever: Lever): boolean {
  return lever.kind === "date";
}

/** A value as people read it: "14,6 fte", "1 september 2026". */
export function valueText(lever: Lever, value: string, language: string): string {
  if (isDate(lever)) return /^\d{4}-\d\d-\d\d$/.test(value) ? dateText(dateOf(value, 0), language) : value;
  const quantity = quantityOf(value);
  if (!quantity) return value;
  const number = parameterNumber(quantity.number, language);
  if (quantity.unit === "%") return `${number}%`;
  if (lever.unit.startsWith("%")) return number + lever.unit;
  return lever.unit === "" ? number + quantity.unit : `${number} ${lever.unit}`;
}

export interface SliderRange {
  low: number;
  high: number;
  step: number; // of the slider
  buttonStep: number;
}

/** 1, 2 or 5 times a power of ten, not below. */
function niceStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  return (([1, 2, 5].find((each) => each * power >= atLeast * (1 - 1e-9)) ?? 10) * power);
}

const decimalsOf = (value: number) => (writtenNumber(value).split(".")[1] ?? "").length;

/** The range that evidence gives, and half as much at either side; else from zero to twice what is. */
export function sliderRange(lever: Lever): SliderRange {
  const now = quantityOf(lever.value)?.number ?? 0;
  const ends = [lever.low, lever.high].map((text) => quantityOf(text)?.number).filter((end) => end !== undefined);
  const isShare = lever.kind === "share" || quantityOf(lever.value)?.unit === "%";
  const isWhole = lever.kind === "count";
  let low = Math.min(0, 2 * now);
  let high = Math.max(2 * now, isShare ? 100 : isWhole ? 10 : now === 0 ? 1 : 0);
  if (ends.length === 2 && ends[0] !== ends[1]) {
    const [from, to] = [Math.min(...ends, now), Math.max(...ends, now)];
    const floor = from < 0 ? -Infinity : 0;
    low = Math.max(floor, from - (to - from) / 2);
    high = to + (to - from) / 2;
  }
  if (isShare) high = Math.min(high, 100);
  const nice = niceStep((high - low) / 100);
  const buttonStep = isWhole ? Math.max(nice, 1) : nice;
  const onGrid = (value: number) => Math.abs(value / nice - Math.round(value / nice)) < 1e-6;
  const step = isWhole ? 1 : onGrid(now) ? nice : Math.min(nice, 10 ** -decimalsOf(now));
  const written = (value: number) => Number(writtenNumber(value));
  return {
    low: written(Math.floor(low / step + 1e-9) * step),
    high: written(Math.ceil(high / step - 1e-9) * step),
    step,
    buttonStep,
  };
}

/** Whether a value lies outside the range that evidence gives. */
export function isBeyondEvidence(lever: Lever, value: string): boolean {
  const [low, high, at] = [lever.low, lever.high, value].map((text) => quantityOf(text)?.number);
  if (low === undefined || high === undefined || at === undefined) return false;
  return at < Math.min(low, high) - 1e-9 || at > Math.max(low, high) + 1e-9;
}
