/** What happens week by week: the whole, and below it a desk or arrangement that a reader chooses. */
import { useMemo, useState } from "preact/hooks";
import type { TimeChart, TimePanel } from "../generated/report";
import { Choice, Stepper, Toggle } from "./controls";
import { useEscape } from "./escape";
import { LineSwatch, UncertaintyKey } from "./key";
import { LinePlot } from "./line_plot";
import { word, type Page } from "./page_document";
import { Readout } from "./readout";
import type { PlotAxis } from "./series";
import { timeSegments } from "./ticks";
import { panelsApart, readIndices, timeSeries } from "./time_series";
import { dateOf, dateText, nearestIndex } from "./values";

interface PanelProps {
  chart: TimeChart;
  panel: TimePanel;
  page: Page;
  axis: PlotAxis;
  showSingle: boolean;
  at: number; // index on the axis
  pointed: boolean;
  go: (at: number) => void;
}

function Panel({ chart, panel, page, axis, showSingle, at, pointed, go }: PanelProps) {
  const apart = useMemo(
    () => panelsApart(panel).map((each) => ({ ...each, series: timeSeries(each) })),
    [panel],
  );
  const segments = useMemo(
    () => timeSegments(chart.start_date, axis.from, axis.to, page.language),
    [chart],
  );
  const shades = useMemo(
    () =>
      chart.shades
        .map(({ label, from_day, to_day }) => ({
          label,
          from: Math.max(from_day, axis.from),
          to: Math.min(to_day, axis.to),
        }))
        .filter(({ from, to }) => to > from),
    [chart],
  );
  const read = readIndices(chart);
  const toRead = (x: number) => read[nearestIndex(read.map((i) => axis.x[i] ?? 0), x)] ?? 0;
  return (
    <div data-panel={panel.id}>
      {apart.map(({ id, label, series }) => (
        <div key={id}>
          <p class="panel-title">{label}</p>
          <LinePlot
            id={`${chart.id}-live-${id}`}
            title={`${chart.title}: ${label}`}
            language={page.language}
            axis={axis}
            segments={segments}
            yLabel={chart.y_label}
            series={series}
            marks={[]}
            shades={shades}
            showSingle={showSingle}
            cursor={pointed ? (axis.x[at] ?? null) : null}
            point={(x) => go(toRead(x))}
          />
        </div>
      ))}
      <Readout
        page={page}
        of={panel.label}
        title={dateText(dateOf(chart.start_date, axis.x[at] ?? 0), page.language)}
        series={apart.flatMap(({ series }) => series)}
        at={at}
        showSingle={showSingle}
      />
    </div>
  );
}

function SingleKey({ chart, page }: { chart: TimeChart; page: Page }) {
  const first = chart.panels[0] && timeSeries(chart.panels[0])[0];
  if (!first) return null;
  return (
    <ul class="key">
      <li>
        <LineSwatch look={{ ...first.look, dash: "" }} isCapacity={true} />
        {word(page, "chart.single_note")}
      </li>
    </ul>
  );
}

export function TimeChartView({ chart, page }: { chart: TimeChart; page: Page }) {
  const axis = useMemo<PlotAxis>(() => {
    const x = chart.days.map((day) => day ?? NaN);
    return { x, from: x[0] ?? 0, to: x[x.length - 1] ?? 1, label: "" };
  }, [chart]);
  const read = useMemo(() => readIndices(chart), [chart]);
  const [first, ...others] = chart.panels;
  const [chosen, choose] = useState(others[0]?.id ?? "");
  const [showSingle, setShowSingle] = useState(false);
  const [step, setStep] = useState(read.length - 1);
  const [pointed, setPointed] = useState(false);
  useEscape(() => setPointed(false));
  const at = read[step] ?? 0;
  const go = (to: number) => {
    setStep(nearestIndex(read, to));
    setPointed(true);
  };
  const lines = chart.panels.flatMap((panel) => panel.lines);
  const panels = [first, others.find(({ id }) => id === chosen)].filter((each) => each !== undefined);

  return (
    <div>
      <div class="controls">
        {others.length > 0 && (
          <Choice
            label={word(page, "chart.panel")}
            options={others}
            chosen={chosen}
            choose={choose}
          />
        )}
        <Stepper
          label={word(page, "chart.read_at")}
          less={word(page, "chart.earlier")}
          more={word(page, "chart.later")}
          at={step}
          steps={read.length}
          text={dateText(dateOf(chart.start_date, axis.x[at] ?? 0), page.language)}
          go={(to) => go(read[to] ?? 0)}
        />
        {lines.some(({ one_future }) => one_future.length > 0) && (
          <Toggle label={word(page, "chart.show_single")} on={showSingle} set={setShowSingle} />
        )}
      </div>
      <UncertaintyKey
        id={`${chart.id}-key`}
        futures={lines.some(({ p10 }) => p10.length > 0) ? word(page, "chart.futures") : ""}
        noise={lines.some(({ noise_low }) => noise_low.length > 0) ? word(page, "chart.noise") : ""}
      />
      {showSingle && <SingleKey chart={chart} page={page} />}
      {panels.map((panel) => (
        <Panel
          key={panel.id}
          chart={chart}
          panel={panel}
          page={page}
          axis={axis}
          showSingle={showSingle}
          at={at}
          pointed={pointed}
          go={go}
        />
      ))}
    </div>
  );
}
