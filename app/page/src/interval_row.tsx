/** An interval on its axis. Positions are percentages of the width, so that a row fits any. */
import type { ComponentChildren } from "preact";
import type { IntervalRow } from "../generated/report";
import { isNumber } from "./values";

export interface IntervalAxis {
  ticks: number[];
  marks: { at: number; label: string }[];
}

export const axisFrom = (axis: IntervalAxis) => axis.ticks[0] ?? 0;
export const axisTo = (axis: IntervalAxis) => axis.ticks[axis.ticks.length - 1] ?? 1;

export function percentOf(value: number, axis: IntervalAxis): string {
  const share = (value - axisFrom(axis)) / (axisTo(axis) - axisFrom(axis));
  return `${(100 * Math.min(Math.max(share, 0), 1)).toFixed(2)}%`;
}

const colors: Record<IntervalRow["tone"], string> = {
  better: "var(--good)",
  worse: "var(--bad)",
  undecided: "var(--undecided)",
  neutral: "var(--line-1)",
};

/** Its children are drawn around 0, 0, which lies in the middle of the row. */
function At(props: { value: number; axis: IntervalAxis; children: ComponentChildren }) {
  return (
    <svg x={percentOf(props.value, props.axis)} y="50%" overflow="visible" width="1" height="1">
      {props.children}
    </svg>
  );
}

/** Better is a filled circle, worse a filled square, undecided an open circle, neutral a diamond. */
function Verdict({ tone }: { tone: IntervalRow["tone"] }) {
  const color = colors[tone];
  const filled = { fill: color, stroke: "var(--paper)" };
  if (tone === "worse") return <rect x="-5" y="-5" width="10" height="10" style={filled} />;
  if (tone === "neutral") return <path d="M0,-6L6,0L0,6L-6,0z" style={filled} />;
  const open = { fill: "var(--paper)", stroke: color, strokeWidth: 1.8 };
  return <circle r="5" style={tone === "undecided" ? open : filled} />;
}

function Grid({ axis }: { axis: IntervalAxis }) {
  return (
    <>
      {axis.ticks.map((tick) => (
        <line
          key={tick}
          x1={percentOf(tick, axis)}
          x2={percentOf(tick, axis)}
          y2="100%"
          style={{ stroke: tick === 0 ? "var(--ink)" : "var(--grid)", strokeWidth: tick === 0 ? 1.4 : 1 }}
        />
      ))}
      {axis.marks.map(({ at }) => (
        <line
          key={`mark ${at}`}
          x1={percentOf(at, axis)}
          x2={percentOf(at, axis)}
          y2="100%"
          style={{ stroke: "var(--ink-soft)", strokeWidth: 1.2, strokeDasharray: "4 3" }}
        />
      ))}
    </>
  );
}

export function IntervalDrawing({ row, axis }: { row: IntervalRow; axis: IntervalAxis }) {
  const color = colors[row.tone];
  const { low, high } = row;
  const hasBounds = isNumber(low) && isNumber(high);
  return (
    <svg aria-hidden="true" overflow="visible">
      <Grid axis={axis} />
      {hasBounds && (
        <>
          <line
            x1={percentOf(low, axis)}
            x2={percentOf(high, axis)}
            y1="50%"
            y2="50%"
            style={{
              stroke: color,
              strokeWidth: 2.2,
              strokeDasharray: row.tone === "undecided" ? "5 3" : "none",
            }}
          />
          <At value={low} axis={axis}>
            <path
              d={low >= axisFrom(axis) ? "M0,-4V4" : "M0,0L7,-4V4z"}
              style={{ stroke: color, strokeWidth: 2, fill: color }}
            />
          </At>
          <At value={high} axis={axis}>
            <path
              d={high <= axisTo(axis) ? "M0,-4V4" : "M0,0L-7,-4V4z"}
              style={{ stroke: color, strokeWidth: 2, fill: color }}
            />
          </At>
        </>
      )}
      {isNumber(row.middle) && (
        <At value={row.middle} axis={axis}>
          <Verdict tone={row.tone} />
        </At>
      )}
    </svg>
  );
}

/** Texts at the ends of an axis stay within it. */
function anchorOf(at: number, axis: IntervalAxis) {
  if (at <= axisFrom(axis)) return "start";
  return at >= axisTo(axis) ? "end" : "middle";
}

/** The numbers of the axis, or the names of its marks. */
export function AxisLabels(props: { axis: IntervalAxis; labels: { at: number; text: string }[] }) {
  return (
    <svg height="18" aria-hidden="true" overflow="visible">
      {props.labels.map(({ at, text }) => (
        <text
          key={`${at} ${text}`}
          x={percentOf(at, props.axis)}
          y="13"
          style={{ fontSize: "13px", textAnchor: anchorOf(at, props.axis), fill: "var(--ink-soft)" }}
        >
          {text}
        </text>
      ))}
    </svg>
  );
}
