/** One setting of a sweep: a slider with buttons, a number field, and the way back. */
import { sliderStep } from "./emulator";
import { NumberField } from "./number_field";
import type { SliderState } from "./slider_state";

export function KnobControl({
  state,
  index,
  id,
}: {
  state: SliderState;
  index: number;
  id: string;
}) {
  const knob = state.block.knobs[index]!;
  const value = state.values.value[index]!;
  const step = sliderStep(knob);
  const text = state.knobText(knob, value);
  const move = (event: Event) =>
    state.move(index, (event.currentTarget as HTMLInputElement).valueAsNumber);
  const start = state.knobText(knob, knob.start);
  const isNow = knob.now !== null && knob.now === knob.start;
  return (
    <div class="slider-knob" role="group" aria-labelledby={`${id}-label`}>
      <label id={`${id}-label`} for={id}>
        {knob.label}
      </label>
      <div class="slider-row">
        <button
          type="button"
          class="slider-step"
          aria-label={state.word("less", knob.label)}
          aria-disabled={value <= knob.low}
          onClick={() => state.move(index, value - step)}
        >
          {"\u2212"}
        </button>
        <input
          id={id}
          type="range"
          min={knob.low}
          max={knob.high}
          step={knob.whole ? 1 : "any"}
          value={value}
          aria-valuetext={text}
          onInput={move}
          onKeyDown={(event) => stepByKey(event, state, index)}
        />
        <button
          type="button"
          class="slider-step"
          aria-label={state.word("more", knob.label)}
          aria-disabled={value >= knob.high}
          onClick={() => state.move(index, value + step)}
        >
          +
        </button>
        <NumberField
          name={state.word("value", knob.label)}
          value={value}
          step={step}
          low={knob.low}
          high={knob.high}
          units={[knob.unit_label]}
          language={state.page.language}
          word={(key, ...parts) => state.word(key, ...parts)}
          change={(typed) => typed !== null && state.move(index, typed)}
        />
        <span class="slider-unit">{knob.unit_label}</span>
      </div>
      <div class="slider-row slider-ends">
        <span>
          {state.word("range", state.knobText(knob, knob.low), state.knobText(knob, knob.high))}
        </span>
        <button
          type="button"
          class="slider-reset"
          aria-disabled={value === knob.start}
          onClick={() => state.move(index, knob.start)}
        >
          {state.word(isNow ? "to_now" : "to_start", start)}
        </button>
      </div>
    </div>
  );
}

/** Arrow keys move a slider that has no steps of its own by those of its buttons. */
function stepByKey(event: KeyboardEvent, state: SliderState, index: number): void {
  const knob = state.block.knobs[index]!;
  if (knob.whole) return;
  const sign: Record<string, number> = {
    ArrowUp: 1,
    ArrowRight: 1,
    PageUp: 10,
    ArrowDown: -1,
    ArrowLeft: -1,
    PageDown: -10,
  };
  const steps = sign[event.key];
  if (steps === undefined) return;
  event.preventDefault();
  state.move(index, state.values.value[index]! + steps * sliderStep(knob));
}
