/** A plot of lines as wide as its place, drawn anew when that changes. */
import * as Plot from "@observablehq/plot";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import {
  endLabels,
  endLabelsHeight,
  endLabelsWidth,
  markLines,
  shadeMarks,
  textSize,
  timeAxis,
  valueAxis,
  weekAxis,
  type Shade,
} from "./axis_marks";
import { bandMarks, lineMarks, singleMarks } from "./line_marks";
import { highestOf, type PlotAxis, type PlotMark, type Series } from "./series";
import { svgElement } from "./svg";
import { textWidth } from "./text";
import { niceTicks, type TimeSegment } from "./ticks";
import { decimalText } from "./values";
import { useWidth } from "./width";

export interface LinePlotProps {
  id: string; // unique in the page
  title: string;
  language: string;
  axis: PlotAxis;
  segments: TimeSegment[] | null; // of time; else the axis counts
  yLabel: string;
  series: Series[];
  marks: PlotMark[];
  shades: Shade[];
  showSingle: boolean;
  cursor: number | null; // on x
  point: (x: number) => void; // a reader points at x
}

interface Drawn {
  svg: SVGSVGElement | HTMLElement;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Below this width labels stand in the key alone. [px] */
const narrow = 560;

function patternOf(id: string, series: Series): SVGElement {
  const step = 6;
  const angle = [0, 45, -45, 0, 90, 45][series.turn % 6] ?? 0;
  const style = `fill:none;stroke:${series.look.band};stroke-opacity:.4;stroke-width:1.1`;
  return svgElement(
    "pattern",
    {
      id,
      width: step,
      height: step,
      patternUnits: "userSpaceOnUse",
      patternTransform: `rotate(${angle})`,
    },
    svgElement("rect", {
      width: step,
      height: step,
      style: `fill:${series.look.band};fill-opacity:.13`,
    }),
    ...(series.turn > 0 ? [svgElement("path", { d: `M0,0H${step}`, style })] : []),
  );
}

function draw(props: LinePlotProps, width: number): Drawn {
  const { series, axis, language } = props;
  const ticks = niceTicks(0, highestOf(series), 5);
  const top = ticks.values[ticks.values.length - 1] ?? 1;
  const labels = width >= narrow ? endLabelsWidth(series, 0.34 * width) : 12;
  const widest = Math.max(
    ...ticks.values.map((value) => textWidth(decimalText(value, ticks.decimals, language), textSize)),
  );
  const margins = { left: widest + 12, right: labels, top: 30, bottom: props.segments ? 32 : 48 };
  const labelsHeight = labels > 12 ? endLabelsHeight(series, labels) : 0;
  const height = Math.max(Math.min(Math.max(0.42 * width, 260), 400), labelsHeight + 70);
  const scale = (width - margins.left - margins.right) / Math.max(axis.to - axis.from, 1e-9);
  const bands = series.filter((each) => each.futures !== null);
  const patternId = (each: Series) => `${props.id}-band-${each.turn}`;

  const svg = Plot.plot({
    width,
    height,
    marginLeft: margins.left,
    marginRight: margins.right,
    marginTop: margins.top,
    marginBottom: margins.bottom,
    style: { background: "transparent", color: "inherit", fontFamily: "inherit" },
    ariaLabel: props.title,
    x: { domain: [axis.from, axis.to], type: "linear", axis: null },
    y: { domain: [0, top], type: "linear", axis: null },
    marks: [
      () => svgElement("defs", {}, ...bands.map((each) => patternOf(patternId(each), each))),
      ...shadeMarks(props.shades, top),
      ...valueAxis(ticks, language),
      ...(props.segments
        ? timeAxis(props.segments, scale)
        : weekAxis(niceTicks(axis.from, axis.to, width < narrow ? 5 : 8), axis, language)),
      ...markLines(props.marks, (at) => (axis.to - at) * scale),
      ...bands.flatMap((each) => bandMarks(each, axis, `url(#${patternId(each)})`)),
      ...(props.showSingle ? series.flatMap((each) => singleMarks(each, axis)) : []),
      ...series.flatMap((each) => lineMarks(each, axis)),
      ...(labels > 12 ? [endLabels(series, axis.x, labels)] : []),
    ],
  });
  svg.setAttribute("role", "img");
  for (const part of svg.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label");
  return {
    svg,
    left: margins.left,
    right: width - margins.right,
    top: margins.top,
    bottom: height - margins.bottom,
  };
}

export function LinePlot(props: LinePlotProps) {
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const { axis } = props;
  useLayoutEffect(() => {
    if (width === 0 || !host.current) return;
    const made = draw(props, width);
    host.current.replaceChildren(made.svg);
    setDrawn(made);
  }, [width, props.series, props.showSingle, props.axis]);

  const pixels = (x: number) =>
    drawn ? drawn.left + ((x - axis.from) / (axis.to - axis.from)) * (drawn.right - drawn.left) : 0;
  const pointAt = (event: PointerEvent) => {
    if (!drawn || !host.current) return;
    const at = event.clientX - host.current.getBoundingClientRect().left;
    const share = (at - drawn.left) / (drawn.right - drawn.left);
    if (share >= 0 && share <= 1) props.point(axis.from + share * (axis.to - axis.from));
  };
  return (
    <div class="plot" onPointerMove={pointAt} onPointerDown={pointAt}>
      <p class="axis-label">{props.yLabel}</p>
      <div ref={host} />
      {drawn && props.cursor !== null && (
        <div
          class="cursor"
          style={{
            left: `${pixels(props.cursor)}px`,
            bottom: `${drawn.svg.clientHeight - drawn.bottom}px`,
            height: `${drawn.bottom - drawn.top}px`,
          }}
        />
      )}
    </div>
  );
}
