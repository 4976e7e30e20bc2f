/** What the sliders over a sweep stand at, and what follows from it. */
import { computed, signal, type Signal } from "@preact/signals";
import type { Knob, SliderBlock, SliderFigure } from "../generated/report";
import { Predictor, nearestPoint, snapped } from "./emulator";
import type { Interval, Told } from "./emulator";
import { NumberText, parameterNumber } from "./number_text";
import type { NumberWords } from "./number_text";
import { word } from "./page_document";
import type { Page } from "./page_document";

/** How long nothing moves before a change has ended. [ms] */
const quiet = 700;

/** What the component knows: values of the knobs, and what follows from them. */
export class SliderState {
  readonly predictor: Predictor;
  readonly values: Signal<number[]>;
  readonly announced = signal("");
  readonly told = computed(() =>
    this.block.figures.map((figure) => this.predictor.at(figure, this.values.value)),
  );
  readonly nearest = computed(() => nearestPoint(this.block, this.values.value).index);
  readonly point = computed(() => this.predictor.simulatedPoint(this.values.value));
  readonly numbers: NumberWords;
  /** What was told at first. */
  readonly begun: (Told | null)[];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly block: SliderBlock,
    readonly page: Page,
  ) {
    this.predictor = new Predictor(block);
    this.numbers = {
      language: page.language,
      range: (low, high) => this.word("range", low, high),
      about: (both) => this.word("about", both),
      weeks: this.word("weeks"),
      millions: this.word("millions"),
    };
    const starts = block.knobs.map((knob) => knob.start);
    this.values = signal(
      this.isEstimated() || this.predictor.simulatedPoint(starts) >= 0
        ? starts
        : [...block.points[nearestPoint(block, starts).index]!],
    );
    this.begun = this.told.value;
  }

  isEstimated(): boolean {
    return this.block.figures.some((figure) => figure.accepted);
  }

  /** A text of the page that is about sliders. */
  word(key: string, ...parts: string[]): string {
    return word(this.page, `sliders.${key}`, ...parts);
  }

  knobText(knob: Knob, value: number): string {
    const number = parameterNumber(value, this.page.language);
    return knob.unit_label === "" ? number : `${number} ${knob.unit_label}`;
  }

  figureText(figure: SliderFigure, told: Told): NumberText {
    const half = (interval: Interval | null) =>
      interval === null ? 0 : (interval.high - interval.low) / 2;
    return new NumberText(
      figure.units,
      told.mean ?? 0,
      Math.max(half(told.noise), half(told.emulator)),
      this.numbers,
    );
  }

  /** A round number, such as an end of an axis. */
  roundText(figure: SliderFigure, value: number): string {
    return new NumberText(figure.units, value, 0, this.numbers).value(value);
  }

  /** Moves a knob to the nearest value that it can have. */
  move(index: number, value: number): void {
    if (!Number.isFinite(value)) return;
    const values = [...this.values.value];
    values[index] = snapped(this.block.knobs[index]!, value);
    this.go(values);
  }

  goToPoint(point: number): void {
    this.go([...this.block.points[point]!]);
  }

  private go(values: number[]): void {
    this.announced.value = "";
    this.values.value = values;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.announced.value = this.summary()), quiet);
  }

  /** What is said when a change has ended. */
  private summary(): string {
    return this.block.figures
      .map((figure, i) => {
        const told = this.told.value[i] ?? null;
        if (told === null || told.mean === null) return `${figure.label}: ${this.word("unknown")}`;
        const value = this.figureText(figure, told).value(told.mean);
        return `${figure.label}: ${value}, ${this.word(told.basis)}`;
      })
      .join("; ");
  }
}
