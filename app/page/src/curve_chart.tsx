/** Shares over weeks: of those who ask, how many are placed within so many. */
import { useMemo, useState } from "preact/hooks";
import type { CurveChart } from "../generated/report";
import { Stepper, Toggles } from "./controls";
import { useEscape } from "./escape";
import { LineSwatch, UncertaintyKey } from "./key";
import { LinePlot } from "./line_plot";
import { lineLook } from "./look";
import { word, type Page } from "./page_document";
import { Readout } from "./readout";
import type { PlotAxis, Series } from "./series";
import { isNumber, nearestIndex, numberText } from "./values";

export function curveSeries(chart: CurveChart): Series[] {
  return chart.curves.map((curve, i) => ({
    id: curve.id,
    label: curve.label,
    look: lineLook(i),
    isCapacity: false,
    y: curve.y,
    futures: null,
    noise: curve.low.length > 0 ? { low: curve.low, high: curve.high } : null,
    single: null,
    turn: i,
    turns: chart.curves.length,
  }));
}

export function CurveChartView({ chart, page }: { chart: CurveChart; page: Page }) {
  const series = useMemo(() => curveSeries(chart), [chart]);
  const axis = useMemo<PlotAxis>(() => {
    const x = chart.x.map((each) => each ?? NaN);
    return { x, from: Math.min(0, x[0] ?? 0), to: x[x.length - 1] ?? 1, label: chart.x_label };
  }, [chart]);
  const [on, setOn] = useState<ReadonlySet<string>>(new Set(series.map(({ id }) => id)));
  const firstMark = chart.marks[0]?.at;
  const start = isNumber(firstMark) ? nearestIndex(axis.x, firstMark) : axis.x.length - 1;
  const [at, setAt] = useState(start);
  const [pointed, setPointed] = useState(false);
  useEscape(() => setPointed(false));
  const shown = useMemo(() => series.filter(({ id }) => on.has(id)), [series, on]);
  const marks = useMemo(
    () => chart.marks.flatMap(({ at, label }) => (isNumber(at) ? [{ at, label }] : [])),
    [chart],
  );
  const go = (to: number) => {
    setAt(to);
    setPointed(true);
  };
  const atText = `${chart.x_label}: ${numberText(axis.x[at] ?? 0, page.language)}`;

  return (
    <div>
      <div class="controls">
        {series.length > 1 && (
          <Toggles
            label={word(page, "chart.show")}
            options={series.map(({ id, label, look }) => ({
              id,
              label,
              mark: <LineSwatch look={look} isCapacity={false} />,
            }))}
            on={on}
            set={setOn}
          />
        )}
        <Stepper
          label={word(page, "chart.read_at")}
          less={word(page, "chart.earlier")}
          more={word(page, "chart.later")}
          at={at}
          steps={axis.x.length}
          text={atText}
          go={go}
        />
      </div>
      <LinePlot
        id={`${chart.id}-live`}
        title={chart.title}
        language={page.language}
        axis={axis}
        segments={null}
        yLabel={chart.y_label}
        series={shown}
        marks={marks}
        shades={[]}
        showSingle={false}
        cursor={pointed ? (axis.x[at] ?? null) : null}
        point={(x) => go(nearestIndex(axis.x, x))}
      />
      <UncertaintyKey
        id={`${chart.id}-key`}
        futures=""
        noise={series.some(({ noise }) => noise) ? word(page, "chart.noise") : ""}
      />
      <Readout
        page={page}
        of={chart.title}
        title={atText}
        series={shown}
        at={at}
        showSingle={false}
      />
    </div>
  );
}
