/** The map as a drawing: boxes for nodes, lines for flows. */
import type { MapChart, MapFlow, MapNode } from "../generated/report";
import { arrowPath } from "./bezier";
import { Hatch } from "./hatch";
import { flowWidth, loadClass, loadClasses } from "./load";
import { at, nodeWords, type MapView } from "./map_words";
import type { Page } from "./page_document";
import { wrapBold } from "./text";

/** The typeface for whose letters the boxes were made. */
const typeface = "Liberation Sans, Arial, Helvetica, sans-serif";

/** As results/charts/map_box. [px] */
const box = { font: 13, line: 15, margin: 8, gauge: 8, gaugeGap: 5 };

export function Gauge(props: {
  hatchId: (kind: number) => string;
  load: number;
  x: number;
  y: number;
  width: number;
}) {
  const number = loadClass(props.load);
  const level = loadClasses[number];
  if (!level) return null;
  const filled = props.width * Math.min(Math.max(props.load, 0), 1);
  return (
    <>
      <rect
        x={props.x}
        y={props.y}
        width={filled}
        height={box.gauge}
        fill={`url(#${props.hatchId(number)})`}
      />
      <rect
        x={props.x}
        y={props.y}
        width={props.width}
        height={box.gauge}
        style={{ fill: "none", stroke: level.color }}
      />
    </>
  );
}

export function LoadHatches({ hatchId }: { hatchId: (kind: number) => string }) {
  return (
    <defs>
      {loadClasses.map(({ color, hatch, tint }, i) => (
        <Hatch id={hatchId(i)} kind={hatch} color={color} tint={tint} key={i} />
      ))}
    </defs>
  );
}

function Node(props: {
  node: MapNode;
  view: MapView;
  page: Page;
  hatchId: (kind: number) => string;
}) {
  const { node, view, page } = props;
  const [x, y, width, height] = [node.x ?? 0, node.y ?? 0, node.width ?? 0, node.height ?? 0];
  const [left, top] = [x - width / 2, y - height / 2];
  const load = at(node.load, view);
  const isFull = load !== null && load >= 0.95;
  const isEnd = node.kind === "source" || node.kind === "exit";
  const lines = wrapBold(node.label, width - 2 * box.margin, box.font, 4);
  const hasGauge = node.load.some((years) => years.some((each) => each !== null));
  const edge = isFull ? "var(--load-5)" : "var(--ink-soft)";
  const below = top + 0.7 * box.margin + lines.length * box.line;
  return (
    <g data-node={node.id}>
      <rect
        x={left}
        y={top}
        width={width}
        height={height}
        rx={isEnd ? Math.min(12, height / 2) : 1.5}
        style={{
          fill: "var(--paper)",
          stroke: edge,
          strokeWidth: isFull ? 2.4 : 1,
          strokeDasharray: node.kind === "choice" ? "4 3" : "none",
        }}
      />
      {node.kind === "desk" && <rect x={left} y={top} width={4} height={height} style={{ fill: edge }} />}
      {lines.map((line, i) => (
        <text
          key={i}
          x={x}
          y={top + 0.7 * box.margin + (i + 0.8) * box.line}
          style={{ fontSize: `${box.font}px`, fontWeight: "bold", textAnchor: "middle", fill: "var(--ink)" }}
        >
          {line}
        </text>
      ))}
      {load !== null && (
        <Gauge
          hatchId={props.hatchId}
          load={load}
          x={left + box.margin}
          y={below + box.gaugeGap}
          width={width - 2 * box.margin}
        />
      )}
      <text
        x={x}
        y={below + (hasGauge ? box.gaugeGap + box.gauge : 0) + 0.9 * box.line}
        style={{ fontSize: `${box.font}px`, textAnchor: "middle", fill: "var(--ink)" }}
      >
        {nodeWords(node, view, page)}
      </text>
    </g>
  );
}

function Flow(props: { map: MapChart; flow: MapFlow; youths: number | null; largest: number }) {
  const { map, flow } = props;
  const width = flowWidth(props.youths, props.largest);
  const path = arrowPath(flow.path, width);
  if (!path || props.youths === null) return null;
  const isBack = (map.nodes[flow.to]?.x ?? 0) <= (map.nodes[flow.from]?.x ?? 0);
  const color = "var(--flow)";
  return (
    <g>
      <path
        d={path.line}
        style={{
          fill: "none",
          stroke: color,
          strokeWidth: width,
          strokeDasharray: isBack ? `${3 + width} 3` : "none",
        }}
      />
      <path d={path.head} style={{ fill: color }} />
    </g>
  );
}

export function MapDrawing(props: { map: MapChart; view: MapView; page: Page; title: string }) {
  const { map, view, page } = props;
  const hatchId = (kind: number) => `${map.id}-live-load-${kind}`;
  const [width, height] = [map.width ?? 1, map.height ?? 1];
  const largest = Math.max(
    0,
    ...map.flows.flatMap(({ youths }) => youths.flat().map((each) => each ?? 0)),
  );
  const flows = [...map.flows].sort((a, b) => (at(b.youths, view) ?? 0) - (at(a.youths, view) ?? 0));
  return (
    <svg
      role="img"
      aria-label={props.title}
      viewBox={`0 0 ${width} ${height}`}
      style={{
        width: `max(${0.8 * width}px, min(100%, ${width}px))`,
        height: "auto",
        maxWidth: "none",
        fontFamily: typeface,
      }}
    >
      <LoadHatches hatchId={hatchId} />
      {flows.map((flow) => (
        <Flow
          key={`${flow.from} ${flow.to}`}
          map={map}
          flow={flow}
          youths={at(flow.youths, view)}
          largest={largest}
        />
      ))}
      {map.nodes.map((node) => (
        <Node key={node.id} node={node} view={view} page={page} hatchId={hatchId} />
      ))}
    </svg>
  );
}
