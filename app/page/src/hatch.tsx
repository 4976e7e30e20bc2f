/** Hatches, so that areas differ by more than colour. */

/** The lines of a hatch in degrees; none for the first. */
const angles = [null, 45, -45, 0, 90, 45];

interface HatchProps {
  id: string; // unique in the page
  kind: number;
  color: string;
  tint: number; // how much of the colour lies below the lines, 0 .. 1
}

/** A pattern to fill with: `fill="url(#id)"`. */
export function Hatch({ id, kind, color, tint }: HatchProps) {
  const number = kind % angles.length;
  const angle = angles[number] ?? 0;
  const step = 6;
  return (
    <pattern
      id={id}
      width={step}
      height={step}
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${angle})`}
    >
      <rect width={step} height={step} style={{ fill: color, fillOpacity: tint }} />
      {number > 0 && (
        <path
          d={number === 5 ? `M0,0H${step}M0,0V${step}` : `M0,0H${step}`}
          style={{ stroke: color, strokeWidth: 1.1, strokeOpacity: Math.min(1, 3 * tint), fill: "none" }}
        />
      )}
    </pattern>
  );
}
