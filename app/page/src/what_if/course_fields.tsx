/** When an intervention holds, typed: each date, length and share with a button for less and more. */
import type { ComponentChildren } from "preact";
import { NumberField } from "../number_field";
import { timingKeys, type CourseRow, type Timing } from "./course";
import { Evidence, LeverMistakes } from "./lever_control";
import { quantityOf, valueText } from "./lever_value";
import type { Lever } from "./protocol";
import { monthsLater, spanOf, unitText, writtenSpan } from "./span";
import { withValue } from "./timing_change";
import type { Workspace } from "./workspace";

/** Of the field of a lever, to be found by. */
export const timingFieldId = (path: string) => `timing-${path.replace(/\./g, "-")}`;

interface FieldProps {
  workspace: Workspace;
  lever: Lever;
  name: string; // of what it is, and of whom, for buttons
  value: string;
  set: (value: string) => void;
}

interface RowProps extends FieldProps {
  label: string;
  less: [string, () => void]; // what the button is called, what it does
  more: [string, () => void];
  children: ComponentChildren;
}

function FieldRow({ workspace, lever, label, value, set, less, more, children }: RowProps) {
  const id = timingFieldId(lever.path);
  const isMoved = workspace.selected.value.levers.some((each) => each.path === lever.path && each.value !== null);
  const isTakenOver = !isMoved && lever.value === "" && value !== ""; // by an effect
  const button = ([name, act]: [string, () => void], shown: string) => (
    <button type="button" aria-label={name} onClick={act}>
      {shown}
    </button>
  );
  return (
    <div class="timing-field">
      <label for={id} class="control-label">
        {label}
      </label>
      <div class="slider-row">
        {button(less, "\u2212")}
        {children}
        {button(more, "+")}
        {isTakenOver && <span class="timing-taken">{workspace.t("timing_taken")}</span>}
        {isMoved && (
          <button type="button" class="plain" onClick={() => set(lever.value)}>
            {lever.value === ""
              ? workspace.t("timing_none")
              : workspace.t("put_back_to", valueText(lever, lever.value, workspace.language.value))}
          </button>
        )}
      </div>
      <LeverMistakes workspace={workspace} path={lever.path} id={`${id}-mistakes`} />
      <Evidence workspace={workspace} lever={lever} value={value} />
    </div>
  );
}

function DateField(props: FieldProps & { label: string }) {
  const { workspace, lever, name, value, set } = props;
  const id = timingFieldId(lever.path);
  const { end } = workspace.model.value.period;
  const shift = (months: number) => () => set(monthsLater(value === "" ? end : value, months));
  return (
    <FieldRow
      {...props}
      less={[workspace.t("month_earlier", name), shift(-1)]}
      more={[workspace.t("month_later", name), shift(1)]}
    >
      <input
        id={id}
        type="date"
        aria-describedby={`${id}-mistakes`}
        value={value}
        onChange={(event) => {
          if (event.currentTarget.value !== "") set(event.currentTarget.value);
        }}
      />
    </FieldRow>
  );
}

function AmountField(props: FieldProps & { label: string; step: number; most: number }) {
  const { workspace, lever, name, value, set, step, most } = props;
  const id = timingFieldId(lever.path);
  const language = workspace.language.value;
  const isShare = lever.kind === "share";
  const quantity = quantityOf(value);
  const span = spanOf(value) ?? { number: quantity?.number ?? 0, unit: "month" as const };
  const written = (number: number) => (isShare ? `${number}%` : writtenSpan({ ...span, number }));
  const shift = (sign: number) => () =>
    set(written(Math.min(Math.max(Number((span.number + sign * step).toPrecision(12)), 0), most)));
  const unit = isShare ? "%" : unitText(span, language);
  return (
    <FieldRow {...props} less={[workspace.t("less", name), shift(-1)]} more={[workspace.t("more", name), shift(1)]}>
      <span class="lever-field">
        <NumberField
          id={id}
          describedBy={`${id}-mistakes`}
          value={quantity?.number ?? null}
          step={step}
          low={0}
          high={most}
          units={[unit, span.unit, `${span.unit}s`]}
          isOptional={lever.value === ""}
          language={language}
          word={(key, ...parts) => workspace.t(key, ...parts)}
          change={(number) => set(number === null ? lever.value : written(number))}
        />
        <span class="slider-unit">{unit}</span>
      </span>
    </FieldRow>
  );
}

export function CourseFields(props: { workspace: Workspace; row: CourseRow; timing: Timing; move: (next: Timing) => void }) {
  const { workspace, row, timing, move } = props;
  const labels = { from: "from", ramp: "rises_over", until: "until", keeps: "stays", fades: "fades_over" } as const;
  return (
    <div class="timing-fields">
      {timingKeys.map((key) => {
        const lever = row.levers[key];
        if (!lever || ((key === "keeps" || key === "fades") && timing.until === "")) return null;
        const label = workspace.t(labels[key]);
        const isUnset = key === "ramp" && lever.value === "" && quantityOf(timing[key])?.number === 0;
        const field = {
          workspace,
          lever,
          label,
          name: `${label}, ${row.label}`,
          value: isUnset ? "" : timing[key],
          set: (value: string) => move(withValue(timing, key, value)),
        };
        if (key === "from" || key === "until") return <DateField {...field} key={key} />;
        const isShare = key === "keeps";
        return <AmountField {...field} step={isShare ? 5 : 1} most={isShare ? 100 : Infinity} key={key} />;
      })}
    </div>
  );
}
