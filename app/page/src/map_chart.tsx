/** The continuum: its nodes, how full they are, who waits, who goes where; by year and variant. */
import { useRef, useState } from "preact/hooks";
import type { MapChart } from "../generated/report";
import { Choice, Stepper } from "./controls";
import { loadClasses } from "./load";
import { Gauge, LoadHatches, MapDrawing } from "./map_drawing";
import { MapList } from "./map_list";
import { word, type Page } from "./page_document";
import { useWidth } from "./width";

/** Below this width the map is a list. [px] */
const narrow = 600;

/** A map may be wider than the text, as far as the window reaches. */
function wide(map: number) {
  const width = `max(100%, min(${map}px, 100vw - 4rem))`;
  return { width, maxWidth: "none", marginInline: `calc((100% - ${width}) / 2)` };
}

function LoadKey({ map, page }: { map: MapChart; page: Page }) {
  const hatchId = (kind: number) => `${map.id}-key-load-${kind}`;
  let below = 0;
  return (
    <ul class="key">
      {loadClasses.map((level, i) => {
        const load = (below + Math.min(level.below, 1)) / 2;
        below = level.below;
        return (
          <li key={level.range}>
            <svg width="34" height="12" viewBox="0 0 34 12" aria-hidden="true">
              {i === 0 && <LoadHatches hatchId={hatchId} />}
              <Gauge hatchId={hatchId} load={load} x={1} y={2} width={32} />
            </svg>
            {i === 0 ? word(page, "map.load", level.range) : level.range}
          </li>
        );
      })}
    </ul>
  );
}

export function MapChartView({ chart, page }: { chart: MapChart; page: Page }) {
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host);
  const [variant, setVariant] = useState(0);
  const [year, setYear] = useState(0);
  const view = { variant, year };
  const name = [chart.variants.length > 1 && chart.variants[variant], chart.years[year]]
    .filter((part) => typeof part === "string")
    .join(", ");
  const title = `${chart.title}: ${name}`;
  return (
    <div ref={host}>
      <div class="controls">
        {chart.variants.length > 1 && (
          <Choice
            label={word(page, "map.variant")}
            options={chart.variants.map((label, i) => ({ id: String(i), label }))}
            chosen={String(variant)}
            choose={(id) => setVariant(Number(id))}
          />
        )}
        {chart.years.length > 1 && (
          <Stepper
            label={word(page, "map.year")}
            less={word(page, "chart.earlier")}
            more={word(page, "chart.later")}
            at={year}
            steps={chart.years.length}
            text={chart.years[year] ?? ""}
            go={setYear}
          />
        )}
      </div>
      {width >= narrow && (
        <>
          <div
            class="scroller"
            tabIndex={0}
            role="group"
            aria-label={title}
            style={wide(chart.width ?? 0)}
          >
            <MapDrawing map={chart} view={view} page={page} title={title} />
          </div>
          <LoadKey map={chart} page={page} />
        </>
      )}
      {width > 0 && width < narrow && <MapList map={chart} view={view} page={page} />}
    </div>
  );
}
