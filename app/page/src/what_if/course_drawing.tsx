/** How strongly an intervention works over time, drawn, with grips to drag: letting go moves the levers. */
import { useRef, useState } from "preact/hooks";
import { courseOf, dateAfter, dayOf, levelLine, type CourseRow, type Timing } from "./course";
import { gripText } from "./course_words";
import { dragged, type Grip } from "./timing_change";
import type { Workspace } from "./workspace";

/** Of the height, so that lines at either end are whole. [%] */
const [lowest, highest] = [94, 8];
const beyond = 1.02; // of the width, where a line that goes on leaves the picture
const heightAt = (level: number) => lowest - (lowest - highest) * level;

interface Handle {
  grip: Grip;
  left: number; // [% of the width]
  top: number; // [% of the height]
}

/** Where the grips are that the row has levers for. */
function handlesOf(row: CourseRow, timing: Timing, start: string, days: number): Handle[] {
  const course = courseOf(timing, start);
  if (!course) return [];
  const { from, full, until, keeps } = course;
  const at = (grip: Grip, day: number, level: number) => ({ grip, left: (100 * day) / days, top: heightAt(level) });
  const handles: Handle[] = [at("from", from, 0), at("ramp", full, 1), at("until", until ?? days, 1)];
  if (until !== null) {
    handles.push(at("keeps", until, keeps));
    if (timing.fades !== "") handles.push(at("fades", dayOf(dateAfter(timing.until, timing.fades), start), 0));
  }
  return handles.filter(({ grip, left }) => grip !== "all" && row.levers[grip] && left >= -0.1 && left <= 100.1);
}

function pathOf(points: [number, number][]): string {
  return points.map(([day, level], i) => `${i === 0 ? "M" : "L"}${day} ${heightAt(level).toFixed(2)}`).join("");
}

function Shape({ timing, start, days, kind }: { timing: Timing; start: string; days: number; kind: string }) {
  const course = courseOf(timing, start);
  if (!course) return null;
  const line = levelLine(course, beyond * days);
  const closed: [number, number][] = course.until === null ? [...line, [beyond * days, 0]] : line;
  return <path class={kind} d={pathOf(closed)} vector-effect="non-scaling-stroke" />;
}

export interface CourseProps {
  workspace: Workspace;
  row: CourseRow;
  timing: Timing;
  years: number[]; // days at which one begins
  move: (next: Timing) => void;
}

export function CourseDrawing({ workspace, row, timing, years, move }: CourseProps) {
  const { start, end } = workspace.model.value.period;
  const days = dayOf(end, start);
  const track = useRef<HTMLDivElement>(null);
  const begun = useRef<{ grip: Grip; x: number; y: number } | null>(null);
  const [draft, setDraft] = useState<{ grip: Grip; timing: Timing } | null>(null);
  const latest = useRef<Timing | null>(null); // also when letting go comes before it is drawn
  const show = (next: { grip: Grip; timing: Timing } | null) => {
    latest.current = next?.timing ?? null;
    setDraft(next);
  };
  const grab = (grip: Grip) => (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    track.current?.setPointerCapture(event.pointerId);
    begun.current = { grip, x: event.clientX, y: event.clientY };
  };
  const drag = (event: PointerEvent) => {
    if (!begun.current || !track.current) return;
    const { grip, x, y } = begun.current;
    const { clientWidth, clientHeight } = track.current;
    const along = ((event.clientX - x) / clientWidth) * days;
    const rise = (100 * (y - event.clientY)) / (clientHeight * (lowest - highest));
    show({ grip, timing: dragged(timing, grip, along, rise, end) });
  };
  const stop = () => {
    begun.current = null;
    show(null);
  };
  const drop = () => {
    const next = latest.current;
    stop();
    if (next) move(next);
  };
  const now = draft?.timing ?? timing;
  const handles = handlesOf(row, now, start, days);
  const held = handles.find(({ grip }) => grip === draft?.grip) ?? handles[0];
  const mayMove = row.levers.from !== undefined;
  return (
    <div
      class={row.effect === "" ? "course-track" : "course-track course-effect"}
      ref={track}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={stop}
    >
      <svg viewBox={`0 0 ${days} 100`} preserveAspectRatio="none">
        {years.map((day) => (
          <line key={day} class="course-year" x1={day} x2={day} y1={0} y2={100} vector-effect="non-scaling-stroke" />
        ))}
        {draft && <Shape timing={timing} start={start} days={days} kind="course-before" />}
        <g class={mayMove ? "course-moves" : undefined} onPointerDown={mayMove ? grab("all") : undefined}>
          <Shape timing={now} start={start} days={days} kind="course-shape" />
        </g>
      </svg>
      {handles.map(({ grip, left, top }) => (
        <span
          key={grip}
          class={`course-grip course-grip-${grip}`}
          style={{ left: `${left}%`, top: `${top}%` }}
          onPointerDown={grab(grip)}
        />
      ))}
      {draft && held && (
        <span class={held.left > 50 ? "course-tag course-tag-left" : "course-tag"} style={{ left: `${held.left}%` }}>
          {gripText(draft.timing, draft.grip, workspace.language.value, (key, ...parts) => workspace.t(key, ...parts))}
        </span>
      )}
    </div>
  );
}
