/**
 * The script of a report. The page is complete without it: each chart stands there as a drawing,
 * which stays in its place for print and when a component fails. The script shows what reacts
 * beside it.
 */
import { render, type ComponentChildren } from "preact";
import { CurveChartView } from "./curve_chart";
import { IntervalChartView } from "./interval_chart";
import { MapChartView } from "./map_chart";
import { chartBlock, readReport, sliderBlocks, type Chart, type Page } from "./page_document";
import { Safe } from "./safe";
import { Sliders } from "./sliders";
import { TimeChartView } from "./time_chart";

function chartView(chart: Chart, page: Page) {
  switch (chart.kind) {
    case "curves":
      return <CurveChartView chart={chart} page={page} />;
    case "time":
      return <TimeChartView chart={chart} page={page} />;
    case "map":
      return <MapChartView chart={chart} page={page} />;
    case "intervals":
      return <IntervalChartView chart={chart} page={page} />;
  }
}

/** Shows a component beside what stands in the element, which then is for print alone. */
function mount(into: HTMLElement, what: ComponentChildren): void {
  const live = document.createElement("div");
  live.className = "live";
  into.append(live);
  into.dataset.live = "";
  const failed = (error: unknown) => {
    delete into.dataset.live;
    console.error(error);
  };
  try {
    render(<Safe failed={failed}>{what}</Safe>, live);
  } catch (error) {
    failed(error);
  }
}

function start(): void {
  const report = readReport(document);
  if (!report) return;
  const page: Page = { language: report.language, words: report.words };
  for (const figure of document.querySelectorAll<HTMLElement>("figure[data-block=chart]")) {
    const block = chartBlock(report, figure.id);
    const drawing = figure.querySelector<HTMLElement>(".drawing");
    if (block && drawing) mount(drawing, chartView(block.chart, page));
  }
  const blocks = sliderBlocks(report);
  document.querySelectorAll<HTMLElement>("figure[data-block=sliders]").forEach((figure, i) => {
    const block = blocks[i];
    if (block) mount(figure, <Sliders block={block} page={page} id={`${figure.id}-knob`} />);
  });
}

/** What is folded is printed all the same, also by browsers whose style sheets cannot open it. */
function openForPrint(): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    for (const each of opened) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of opened) each.open = false;
  });
}

start();
openForPrint();
