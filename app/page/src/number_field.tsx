/** A field for a number: a comma or a point before the decimals, arrow keys for steps, and what is wrong beside it. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { fieldText, readNumber } from "./typed_number";
import { useUniqueId } from "./unique_id";

export interface NumberFieldProps {
  id?: string;
  name?: string; // where no label names it
  describedBy?: string;
  value: number | null; // null: nothing stands there
  step: number; // of the arrow keys
  low?: number;
  high?: number;
  units?: readonly string[]; // that may be typed behind the number
  isOptional?: boolean; // nothing may stand there
  language: string;
  /** A text about what was typed: `number_wrong` with an example, `number_unclear` with one reading, `number_either` with two. */
  word: (key: string, ...parts: string[]) => string;
  change: (value: number | null) => void;
}

const stepsOf: Record<string, number> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/** Why it cannot be taken; empty: it can. */
function mistakeIn(text: string, props: NumberFieldProps): string {
  const typed = readNumber(text, props.units);
  const mark = fieldText(0.5, props.language).charAt(1);
  if (typed.kind === "unclear") {
    const readings = typed.readings.map((reading) => reading.replace(/[.,]/, mark));
    return props.word(readings.length > 1 ? "number_either" : "number_unclear", ...readings);
  }
  return typed.kind === "wrong" ? props.word("number_wrong", fieldText(14.5, props.language)) : "";
}

export function NumberField(props: NumberFieldProps) {
  const { value, step, low = -Infinity, high = Infinity, language } = props;
  const ownId = useUniqueId();
  const id = props.id ?? ownId;
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [mistake, setMistake] = useState("");
  const shown = value === null ? "" : fieldText(value, language);
  useLayoutEffect(() => input.current?.setCustomValidity(mistake), [mistake]); // a form with it is not sent
  const take = (next: number | null) => {
    setTyped(null);
    setMistake("");
    if (next !== value) props.change(next);
  };
  const commit = (text: string) => {
    if (text === shown) return take(value); // also "1,125", which nobody typed
    const why = mistakeIn(text, props);
    setMistake(why);
    if (why !== "") return;
    const read = readNumber(text, props.units);
    take(read.kind === "number" ? read.number : props.isOptional ? null : value); // nothing typed, nothing moved
  };
  const stepBy = (event: KeyboardEvent) => {
    const steps = stepsOf[event.key];
    if (steps === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const read = typed === null ? null : readNumber(typed, props.units);
    const now = read?.kind === "number" ? read.number : (value ?? 0);
    const next = Number((now + steps * step).toPrecision(12));
    take(Math.min(Math.max(next, Math.min(low, now)), Math.max(high, now))); // what lies outside already may stay there
  };
  return (
    <>
      <input
        ref={input}
        id={id}
        type="text"
        role="spinbutton"
        inputMode="decimal"
        autocomplete="off"
        class="slider-number"
        aria-label={props.name}
        aria-describedby={`${props.describedBy ?? ""} ${id}-mistake`.trim()}
        aria-invalid={mistake !== ""}
        required={!props.isOptional}
        aria-valuenow={value ?? undefined}
        aria-valuemin={Number.isFinite(low) ? low : undefined}
        aria-valuemax={Number.isFinite(high) ? high : undefined}
        aria-valuetext={typed ?? shown}
        value={typed ?? shown}
        onFocus={(event) => event.currentTarget.select()} // what is typed stands for it, not behind it
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={(event) => commit(event.currentTarget.value)}
        onKeyDown={stepBy}
      />
      <span id={`${id}-mistake`} class="field-mistake" role="alert">
        {mistake}
      </span>
    </>
  );
}
