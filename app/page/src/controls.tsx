/** Controls that stand above a chart; all work with keyboard, pointer and touch alike. */
import type { ComponentChildren } from "preact";
import { useUniqueId } from "./unique_id";

export interface Option {
  id: string;
  label: string;
  mark?: ComponentChildren; // such as the line that the option shows
}

/** One of several. */
export function Choice(props: {
  label: string;
  options: Option[];
  chosen: string;
  choose: (id: string) => void;
}) {
  const id = useUniqueId();
  return (
    <div>
      <label class="control-label" for={id}>
        {props.label}
      </label>
      <select
        id={id}
        value={props.chosen}
        onChange={(event) => props.choose(event.currentTarget.value)}
      >
        {props.options.map((option) => (
          <option value={option.id} key={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Any of several. */
export function Toggles(props: {
  label: string;
  options: Option[];
  on: ReadonlySet<string>;
  set: (on: Set<string>) => void;
}) {
  const toggle = (id: string) => {
    const on = new Set(props.on);
    if (!on.delete(id)) on.add(id);
    props.set(on);
  };
  return (
    <fieldset>
      <legend>{props.label}</legend>
      <div class="options">
        {props.options.map((option) => (
          <label class="option" key={option.id}>
            <input
              type="checkbox"
              checked={props.on.has(option.id)}
              onChange={() => toggle(option.id)}
            />
            {option.mark}
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Toggle(props: { label: string; on: boolean; set: (on: boolean) => void }) {
  return (
    <label class="option">
      <input
        type="checkbox"
        checked={props.on}
        onChange={(event) => props.set(event.currentTarget.checked)}
      />
      <span>{props.label}</span>
    </label>
  );
}

/**
 * A place on an axis: a slider with a button at either side, and what it stands at in words. A button
 * at an end keeps the focus, so that the keyboard goes on from there.
 */
export function Stepper(props: {
  label: string;
  less: string;
  more: string;
  at: number; // 0 .. steps - 1
  steps: number;
  text: string;
  go: (at: number) => void;
}) {
  const id = useUniqueId();
  const last = props.steps - 1;
  return (
    <div style={{ flex: "1 1 16rem" }}>
      <label class="control-label" for={id}>
        {props.label}
      </label>
      <div class="stepper">
        <button
          type="button"
          aria-label={props.less}
          aria-disabled={props.at <= 0}
          onClick={() => props.at > 0 && props.go(props.at - 1)}
        >
          {"\u2212"}
        </button>
        <input
          id={id}
          type="range"
          min={0}
          max={last}
          step={1}
          value={props.at}
          aria-valuetext={props.text}
          onInput={(event) => props.go(event.currentTarget.valueAsNumber)}
        />
        <button
          type="button"
          aria-label={props.more}
          aria-disabled={props.at >= last}
          onClick={() => props.at < last && props.go(props.at + 1)}
        >
          +
        </button>
        <strong>{props.text}</strong>
      </div>
    </div>
  );
}
