/** Fields of the forms of questions. */
import { useUniqueId } from "../unique_id";
import { NumberField } from "../number_field";
import type { Workspace } from "./workspace";

export function Choice(props: {
  id?: string;
  label: string;
  value: string;
  options: { id: string; label: string }[];
  choose: (id: string) => void;
}) {
  const ownId = useUniqueId();
  const id = props.id ?? ownId;
  return (
    <p class="question-field">
      <label for={id}>{props.label}</label>
      <select id={id} value={props.value} onChange={(event) => props.choose(event.currentTarget.value)}>
        {props.options.map((option) => (
          <option value={option.id} key={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </p>
  );
}

export function AmountField(props: {
  workspace: Workspace;
  label: string;
  unit?: string; // behind the number
  note?: string; // behind that
  value: number | null;
  step: number;
  isOptional?: boolean;
  set: (value: number | null) => void;
}) {
  const id = useUniqueId();
  const { workspace, unit, note } = props;
  return (
    <p class="question-field">
      <label for={id}>{props.label}</label>
      <span class="lever-field">
        <NumberField
          id={id}
          describedBy={`${id}-behind`}
          value={props.value}
          step={props.step}
          low={0}
          units={unit ? [unit] : []}
          isOptional={props.isOptional ?? false}
          language={workspace.language.value}
          word={(key, ...parts) => workspace.t(key, ...parts)}
          change={props.set}
        />
        <span class="slider-unit" id={`${id}-behind`}>
          {[unit, note].filter(Boolean).join(", ")}
        </span>
      </span>
    </p>
  );
}
