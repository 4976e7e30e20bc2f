/** The sliders over a sweep: what its emulators tell between the simulated points. */
import { useMemo } from "preact/hooks";
import type { FigureAtPoint, SliderBlock, SliderFigure } from "../generated/report";
import type { Interval } from "./emulator";
import { NumberText } from "./number_text";
import type { Page } from "./page_document";
import { KnobControl } from "./slider_knob";
import { SliderState } from "./slider_state";
import { Legend, UncertaintyBar, axisOf } from "./uncertainty_bar";

function FigureRow({ state, index }: { state: SliderState; index: number }) {
  const figure = state.block.figures[index]!;
  const told = state.told.value[index] ?? null;
  const axis = useMemo(() => axisOf(figure), [figure]);
  const nearest = figure.points[state.nearest.value]!;
  if (told === null || told.mean === null)
    return (
      <li class="slider-figure">
        <span class="slider-label">{figure.label}</span>
        <span class="slider-basis slider-unknown">{state.word("unknown")}</span>
        <NearestText state={state} figure={figure} point={nearest} />
      </li>
    );
  const numbers = state.figureText(figure, told);
  const kinds: [string, Interval | null][] = [
    ["noise", told.noise],
    ["estimating", told.emulator],
    ["futures", told.futures],
  ];
  return (
    <li class="slider-figure">
      <span class="slider-label">{figure.label}</span>
      <strong class="slider-value">{numbers.value(told.mean)}</strong>
      <span class={`slider-basis slider-${told.basis}`}>{state.word(told.basis)}</span>
      <UncertaintyBar
        told={told}
        axis={axis}
        ends={axis.map((end) => state.roundText(figure, end))}
        start={state.begun[index]?.mean ?? null}
      />
      <span class="slider-intervals">{intervalsText(state, numbers, kinds)}</span>
      {told.basis === "estimated" && <NearestText state={state} figure={figure} point={nearest} />}
    </li>
  );
}

/** What is seen at this number of decimals; then what is not, together. */
function intervalsText(
  state: SliderState,
  numbers: NumberText,
  kinds: [string, Interval | null][],
): string {
  const seen: string[] = [];
  const nil: string[] = [];
  for (const [name, of] of kinds) {
    if (of === null) continue;
    if (numbers.value(of.low) === numbers.value(of.high)) nil.push(state.word(name));
    else seen.push(`${state.word(name)} ${numbers.between(of.low, of.high)}`);
  }
  if (nil.length > 0) seen.push(state.word("nil", nil.join(", ")));
  return seen.join(" \u00b7 ");
}

function NearestText({
  state,
  figure,
  point,
}: {
  state: SliderState;
  figure: SliderFigure;
  point: FigureAtPoint;
}) {
  if (point.mean === null) return null;
  const noise = point.low === null || point.high === null ? 0 : (point.high - point.low) / 2;
  const numbers = new NumberText(figure.units, point.mean, noise, state.numbers);
  return (
    <span class="slider-nearest">
      {state.word(
        "nearest_figure",
        numbers.value(point.mean),
        noise > 0
          ? `${state.word("noise")} ${numbers.between(point.mean - noise, point.mean + noise)}`
          : state.word("nil", state.word("noise")),
      )}
    </span>
  );
}

function PointChoice({ state, id }: { state: SliderState; id: string }) {
  const { block } = state;
  const pointText = (point: number[]) =>
    block.knobs.map((knob, i) => state.knobText(knob, point[i]!)).join("; ");
  const at = state.point.value;
  const nearest = state.nearest.value;
  return (
    <div class="slider-points">
      <label for={id}>{state.word("choose")}</label>
      <select
        id={id}
        value={String(at)}
        onChange={(event) => {
          const chosen = Number(event.currentTarget.value);
          if (chosen >= 0) state.goToPoint(chosen);
        }}
      >
        {at < 0 && <option value="-1">{state.word("in_between")}</option>}
        {block.points.map((point, i) => (
          <option value={String(i)} key={i}>
            {`${i + 1}: ${pointText(point)}`}
          </option>
        ))}
      </select>
      {at < 0 && (
        <button
          type="button"
          class="slider-reset"
          onClick={() => {
            state.goToPoint(nearest);
            document.getElementById(id)?.focus(); // this button goes
          }}
        >
          {state.word("to_nearest", String(nearest + 1), pointText(block.points[nearest]!))}
        </button>
      )}
    </div>
  );
}

function marksOf(state: SliderState): [string, string][] {
  const marks: [string, string][] = [
    ["slider-mean", state.word("figure")],
    ["slider-noise", state.word("noise")],
  ];
  if (state.isEstimated()) marks.push(["slider-emulator", state.word("estimating")]);
  marks.push(["slider-futures", state.word("futures")], ["slider-start", state.word("at_start")]);
  return marks;
}

export interface SlidersProps {
  block: SliderBlock;
  page: Page;
  /** Unique in the page. */
  id: string;
}

export function Sliders({ block, page, id }: SlidersProps) {
  const state = useMemo(() => new SliderState(block, page), [block]);
  return (
    <div class="slider-panel">
      <div class="slider-knobs">
        {state.isEstimated() &&
          block.knobs.map(
            (knob, i) =>
              !knob.held && (
                <KnobControl state={state} index={i} id={`${id}-${i}`} key={knob.path} />
              ),
          )}
        <PointChoice state={state} id={`${id}-point`} />
      </div>
      <div class="slider-figures">
        <ul>
          {block.figures.map((figure, i) => (
            <FigureRow state={state} index={i} key={figure.kpi} />
          ))}
        </ul>
        <Legend entries={marksOf(state)} />
      </div>
      <p class="slider-announced visually-hidden" aria-live="polite">
        {state.announced}
      </p>
    </div>
  );
}
