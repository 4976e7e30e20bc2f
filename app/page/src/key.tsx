/** What marks mean: swatches for keys and for the toggles of lines. */
import type { ComponentChildren } from "preact";
import { Hatch } from "./hatch";
import { lineLook, type LineLook } from "./look";

const width = 34;
const height = 16;
const middle = height / 2;

function Swatch({ children }: { children: ComponentChildren }) {
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {children}
    </svg>
  );
}

export function MarkerShape(props: { look: LineLook; x: number; y: number }) {
  const { look, x, y } = props;
  const place = `translate(${x},${y})`;
  const filled = { fill: look.color, stroke: "var(--paper)", strokeWidth: 1 };
  const open = { fill: "none", stroke: look.color, strokeWidth: 1.8 };
  switch (look.marker) {
    case "circle":
      return <circle r={3.6} transform={place} style={filled} />;
    case "square2":
      return <path d="M-3.4,-3.4h6.8v6.8h-6.8z" transform={place} style={filled} />;
    case "triangle":
      return <path d="M0,-4.4L4.4,4h-8.8z" transform={place} style={filled} />;
    case "diamond":
      return <path d="M0,-4.8L4.8,0L0,4.8L-4.8,0z" transform={place} style={filled} />;
    case "times":
      return <path d="M-3.4,-3.4L3.4,3.4M3.4,-3.4L-3.4,3.4" transform={place} style={open} />;
    case "plus":
      return <path d="M0,-4.4V4.4M-4.4,0H4.4" transform={place} style={open} />;
  }
}

export function LineSwatch({ look, isCapacity }: { look: LineLook; isCapacity: boolean }) {
  return (
    <Swatch>
      <line
        x2={width}
        y1={middle}
        y2={middle}
        style={{
          stroke: look.color,
          strokeWidth: isCapacity ? 1.2 : 2.2,
          strokeDasharray: look.dash || "none",
        }}
      />
      {!isCapacity && <MarkerShape look={look} x={width / 2} y={middle} />}
    </Swatch>
  );
}

/** @param id  unique in the page */
function BandSwatch({ id }: { id: string }) {
  const { band, color } = lineLook(0);
  return (
    <Swatch>
      <defs>
        <Hatch id={id} kind={0} color={band} tint={0.13} />
      </defs>
      <rect width={width} height={height} fill={`url(#${id})`} />
      <path d={`M0,1H${width}M0,${height - 1}H${width}`} style={{ stroke: color, strokeWidth: 0.6 }} />
    </Swatch>
  );
}

function NoiseSwatch() {
  const x = width / 2;
  const d = `M${x},1V${height - 1}M${x - 4},1h8M${x - 4},${height - 1}h8`;
  return (
    <Swatch>
      <path d={d} style={{ fill: "none", stroke: lineLook(0).color, strokeWidth: 1.4 }} />
    </Swatch>
  );
}

/** Says what bands and bars are; never the same mark. Empty texts are left out. */
export function UncertaintyKey(props: { id: string; futures: string; noise: string }) {
  return (
    <ul class="key">
      {props.futures !== "" && (
        <li>
          <BandSwatch id={`${props.id}-band`} />
          {props.futures}
        </li>
      )}
      {props.noise !== "" && (
        <li>
          <NoiseSwatch />
          {props.noise}
        </li>
      )}
    </ul>
  );
}
