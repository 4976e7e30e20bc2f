/** When interventions begin and end: bars to drag over the years, and the same dates typed. */
import { useRef, useState } from "preact/hooks";
import { timeSegments } from "../ticks";
import { useUniqueId } from "../unique_id";
import { dateOf } from "../values";
import { LeverMistakes, moveLever } from "./lever_control";
import { monthsLater, nearestMonth, valueText } from "./lever_value";
import type { Lever } from "./protocol";
import type { Workspace } from "./workspace";

export function isTimeLineDate(path: string): boolean {
  return /^interventions\.[^.]+\.(from|until)$/.test(path);
}

interface Bar {
  id: string;
  label: string;
  from: Lever;
  until: Lever | undefined;
}

function barsOf(workspace: Workspace): Bar[] {
  const { scenario, overlays } = workspace.model.value;
  const overlay = overlays.find(({ file }) => file === workspace.selected.value.extends);
  const all = [...scenario.interventions, ...(overlay?.interventions ?? [])];
  const names = new Map(all.map(({ id, label }) => [id, label]));
  return workspace.levers.value.flatMap((from) => {
    const id = /^interventions\.([^.]+)\.from$/.exec(from.path)?.[1];
    if (id === undefined) return [];
    return [{ id, label: names.get(id) ?? id, from, until: workspace.leverAt(`interventions.${id}.until`) }];
  });
}

function valueOf(workspace: Workspace, lever: Lever | undefined): string {
  const moved = workspace.selected.value.levers.find(({ path }) => path === lever?.path)?.value;
  return moved ?? lever?.value ?? "";
}

const dayMs = 86_400_000;
const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / dayMs;

/** The years of the scenario, as shares of the width. */
interface Scale {
  start: string;
  end: string;
}

function shareOf(date: string, { start, end }: Scale): number {
  const share = (dayOf(date) - dayOf(start)) / (dayOf(end) - dayOf(start));
  return Math.min(Math.max(share, 0), 1);
}

function DateField(props: { workspace: Workspace; lever: Lever; label: string; of: string }) {
  const { workspace, lever } = props;
  const id = useUniqueId();
  const value = valueOf(workspace, lever);
  const shift = (months: number) => value !== "" && moveLever(workspace, lever, monthsLater(value, months));
  const name = `${props.label}, ${props.of}`;
  return (
    <div class="date-field">
      <label for={id} class="control-label">
        {props.label}
      </label>
      <div class="slider-row">
        <button type="button" aria-label={workspace.t("month_earlier", name)} onClick={() => shift(-1)}>
          {"\u2212"}
        </button>
        <input
          id={id}
          type="date"
          aria-describedby={`${id}-mistakes`}
          value={value}
          onChange={(event) => {
            if (event.currentTarget.value !== "") moveLever(workspace, lever, event.currentTarget.value);
          }}
        />
        <button type="button" aria-label={workspace.t("month_later", name)} onClick={() => shift(1)}>
          +
        </button>
        {value !== lever.value && (
          <button type="button" class="plain" onClick={() => moveLever(workspace, lever, lever.value)}>
            {lever.value === ""
              ? workspace.t("no_end_again")
              : workspace.t("put_back_to", valueText(lever, lever.value, workspace.language.value))}
          </button>
        )}
      </div>
      <LeverMistakes workspace={workspace} path={lever.path} id={`${id}-mistakes`} />
    </div>
  );
}

interface Dates {
  from: string;
  until: string;
}

type Grip = "from" | "until" | "both";

/** Dragging shows where a bar would lie; letting go moves the dates. Fields and buttons do the same. */
function DraggedBar({ workspace, bar, scale }: { workspace: Workspace; bar: Bar; scale: Scale }) {
  const track = useRef<HTMLDivElement>(null);
  const begun = useRef<{ grip: Grip; x: number } | null>(null);
  const [draft, setDraft] = useState<Dates | null>(null);
  const latest = useRef<Dates | null>(null); // also when letting go comes before it is drawn
  const show = (dates: Dates | null) => {
    latest.current = dates;
    setDraft(dates);
  };
  const from = draft?.from ?? valueOf(workspace, bar.from);
  const until = draft?.until ?? valueOf(workspace, bar.until);
  const movedTo = (date: string, x: number, startX: number) => {
    const width = track.current?.clientWidth || 1;
    const days = ((x - startX) / width) * (dayOf(scale.end) - dayOf(scale.start));
    return nearestMonth(dateOf(date, Math.round(days)));
  };
  const grab = (grip: Grip) => (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    track.current?.setPointerCapture(event.pointerId);
    begun.current = { grip, x: event.clientX };
  };
  const drag = (event: PointerEvent) => {
    if (!begun.current) return;
    const { grip, x } = begun.current;
    const [now, end] = [valueOf(workspace, bar.from), valueOf(workspace, bar.until)];
    const next = {
      from: grip === "until" ? now : movedTo(now, event.clientX, x),
      until: grip === "from" || end === "" ? end : movedTo(end, event.clientX, x),
    };
    if (next.until === "" || next.from < next.until) show(next);
  };
  const drop = () => {
    const dates = latest.current;
    begun.current = null;
    show(null);
    if (!dates) return;
    moveLever(workspace, bar.from, dates.from);
    if (bar.until && dates.until !== "") moveLever(workspace, bar.until, dates.until);
  };
  const left = shareOf(from, scale);
  const right = until === "" ? 1 : shareOf(until, scale);
  return (
    <div
      class="time-track"
      aria-hidden="true"
      ref={track}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={() => {
        begun.current = null;
        show(null);
      }}
    >
      <div
        class={until === "" ? "time-bar time-endless" : "time-bar"}
        style={{ left: `${100 * left}%`, width: `${100 * (right - left)}%` }}
        onPointerDown={grab("both")}
      >
        <span class="time-grip" onPointerDown={grab("from")} />
        {until !== "" && <span class="time-grip time-grip-end" onPointerDown={grab("until")} />}
      </div>
    </div>
  );
}

export function TimeLine({ workspace }: { workspace: Workspace }) {
  const bars = barsOf(workspace);
  const { period } = workspace.model.value;
  if (bars.length === 0) return null;
  const days = dayOf(period.end) - dayOf(period.start);
  const language = workspace.language.value;
  const years = timeSegments(period.start, 0, days, language);
  return (
    <div class="time-line">
      {bars.map((bar) => (
        <div role="group" aria-label={bar.label} key={bar.id}>
          <p class="time-label">{bar.label}</p>
          <DraggedBar workspace={workspace} bar={bar} scale={period} />
          <div class="time-years" aria-hidden="true">
            {years.map(({ from, to, name }) => (
              <span key={name} style={{ left: `${(100 * from) / days}%`, width: `${(100 * (to - from)) / days}%` }}>
                {name}
              </span>
            ))}
          </div>
          <div class="date-fields">
            <DateField workspace={workspace} lever={bar.from} label={workspace.t("from")} of={bar.label} />
            {bar.until && (
              <DateField workspace={workspace} lever={bar.until} label={workspace.t("until")} of={bar.label} />
            )}
          </div>
        </div>
      ))}
    </div>
  );
}
