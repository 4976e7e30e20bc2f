/** When interventions hold: all on one axis, to drag, with a sentence and fields for each. */
import { useRef } from "preact/hooks";
import { timeSegments } from "../ticks";
import { useUniqueId } from "../unique_id";
import { useWidth } from "../width";
import { courseRows, dayOf, settingsFor, timingOf, timingPath, type CourseRow, type Timing } from "./course";
import { CourseDrawing } from "./course_drawing";
import { CourseFields, timingFieldId } from "./course_fields";
import { courseSentence } from "./course_words";
import { moveLevers } from "./lever_control";
import type { Lever } from "./protocol";
import type { Workspace } from "./workspace";

interface Shown {
  row: CourseRow;
  timing: Timing;
  move: (next: Timing) => void;
}

function shownRows(workspace: Workspace): Shown[] {
  const { scenario, overlays } = workspace.model.value;
  const { extends: file, levers: moved } = workspace.selected.value;
  const all = [...scenario.interventions, ...overlays.filter((each) => each.file === file).flatMap((each) => each.interventions)];
  const names = new Map(all.map(({ id, label }) => [id, label]));
  const rows = courseRows(workspace.levers.value, (id) => names.get(id) ?? id);
  const valueOf = (lever: Lever) => moved.find(({ path }) => path === lever.path)?.value ?? lever.value;
  const timings = new Map<string, Timing>();
  return rows.map((row) => {
    const timing = timingOf(row, valueOf, timings.get(row.intervention));
    if (row.effect === "") timings.set(row.intervention, timing);
    const move = (next: Timing) => moveLevers(workspace, settingsFor(row, timing, next), `timing ${row.intervention} ${row.effect}`);
    return { row, timing, move };
  });
}

/** Brings somebody to the field of a path that stands in the time line. @return whether it does */
export function showTiming(path: string): boolean {
  if (!timingPath(path)) return false;
  const field = document.getElementById(timingFieldId(path));
  field?.closest("details")?.setAttribute("open", "");
  field?.focus();
  return true;
}

/** Names of years, as many as there is room for. */
function Years({ years, days }: { years: { from: number; to: number; name: string }[]; days: number }) {
  const axis = useRef<HTMLDivElement>(null);
  const width = useWidth(axis);
  const room = width / Math.max(years.length, 1);
  const each = room > 0 ? Math.max(1, Math.ceil(52 / room)) : 1;
  return (
    <div class="time-years" ref={axis}>
      {years.map(({ from, name }, i) => (
        <span key={name} style={{ left: `${(100 * from) / days}%` }}>
          {i % each === 0 ? name : ""}
        </span>
      ))}
    </div>
  );
}

function Chart({ workspace, shown }: { workspace: Workspace; shown: Shown[] }) {
  const { start, end } = workspace.model.value.period;
  const days = dayOf(end, start);
  const years = timeSegments(start, 0, days, workspace.language.value);
  return (
    <div class="time-chart" aria-hidden="true">
      {shown.map(({ row, timing, move }) => (
        <div key={`${row.intervention} ${row.effect}`}>
          {shown.length > 1 && <p class="course-label">{row.label}</p>}
          <CourseDrawing workspace={workspace} row={row} timing={timing} years={years.map(({ from }) => from)} move={move} />
        </div>
      ))}
      <Years years={years} days={days} />
    </div>
  );
}

export function TimeLine({ workspace }: { workspace: Workspace }) {
  const id = useUniqueId();
  const shown = shownRows(workspace);
  if (shown.length === 0) return null;
  const { start } = workspace.model.value.period;
  const sentence = (timing: Timing) =>
    courseSentence(timing, start, workspace.language.value, (key, ...parts) => workspace.t(key, ...parts));
  const wrong = new Set(workspace.current.value?.mistakes.map(({ path }) => path));
  const isWrong = (row: CourseRow) => Object.values(row.levers).some(({ path }) => wrong.has(path));
  return (
    <div class="time-line">
      <Chart workspace={workspace} shown={shown} />
      {shown.map(({ row, timing, move }, i) => (
        <div role="group" aria-labelledby={`${id}-${i}`} class="timing" key={`${row.intervention} ${row.effect}`}>
          <p class="time-label" id={`${id}-${i}`}>
            {row.label}
          </p>
          {!isWrong(row) && <p class="timing-said">{sentence(timing)}</p>}
          <details open={shown.length === 1 || isWrong(row)}>
            <summary>{workspace.t("timing")}</summary>
            <CourseFields workspace={workspace} row={row} timing={timing} move={move} />
          </details>
        </div>
      ))}
    </div>
  );
}
