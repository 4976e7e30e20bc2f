/** Splines of the map: cubic Bezier curves, one behind the other, with an arrow at the end. */

export interface Point {
  x: number;
  y: number;
}

type Cubic = [Point, Point, Point, Point];

function between(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Its first part, up to t (de Casteljau). */
export function firstPart(curve: Cubic, t: number): Cubic {
  const a = between(curve[0], curve[1], t);
  const b = between(curve[1], curve[2], t);
  const c = between(curve[2], curve[3], t);
  const ab = between(a, b, t);
  const bc = between(b, c, t);
  return [curve[0], a, ab, between(ab, bc, t)];
}

/** Without its last pixels. */
function shortened(curve: Cubic, by: number): Cubic {
  const steps = 100;
  for (let i = steps - 1; i > 0; --i) {
    const part = firstPart(curve, i / steps);
    if (distance(part[3], curve[3]) >= by) return part;
  }
  return firstPart(curve, 0.5);
}

export interface ArrowPath {
  line: string; // of <path d>
  head: string;
}

/** @param path  x and y of the points, one behind the other. @return null when it is no curve */
export function arrowPath(path: (number | null)[], width: number): ArrowPath | null {
  const points: Point[] = [];
  for (let i = 0; i + 1 < path.length; i += 2)
    points.push({ x: path[i] ?? NaN, y: path[i + 1] ?? NaN });
  const start = points[0];
  const last = points.slice(-4);
  const [a, b, c, tip] = last;
  if (!start || !a || !b || !c || !tip) return null;
  const text = ({ x, y }: Point) => `${x.toFixed(1)},${y.toFixed(1)}`;
  const end = shortened([a, b, c, tip], 4 + 0.9 * width);
  const before = points.slice(1, points.length - 3).map(text);
  const line = `M${text(start)}C${[...before, ...end.slice(1).map(text)].join(" ")}`;
  const length = Math.max(distance(tip, end[3]), 1e-9);
  const half = 3 + 0.6 * width;
  const side = {
    x: (-(tip.y - end[3].y) / length) * half,
    y: ((tip.x - end[3].x) / length) * half,
  };
  const left = { x: end[3].x + side.x, y: end[3].y + side.y };
  const right = { x: end[3].x - side.x, y: end[3].y - side.y };
  return { line, head: `M${text(tip)}L${text(left)}L${text(right)}Z` };
}
