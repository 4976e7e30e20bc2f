/** The document of the page, and what every component needs of it. */
import type { ChartBlock, Report, SliderBlock } from "../generated/report";

/** What the page says by itself, and in which language. */
export interface Page {
  language: string;
  words: Record<string, string>;
}

export type Chart = ChartBlock["chart"];

/** Null when the page holds none. */
export function readReport(from: Document): Report | null {
  const text = from.getElementById("report")?.textContent;
  return text ? (JSON.parse(text) as Report) : null;
}

function blocksOf(report: Report) {
  return report.sections.flatMap((section) => section.blocks);
}

export function chartBlock(report: Report, id: string): ChartBlock | undefined {
  return blocksOf(report).find(
    (block): block is ChartBlock => block.kind === "chart" && block.chart.id === id,
  );
}

export function sliderBlocks(report: Report): SliderBlock[] {
  return blocksOf(report).filter((block): block is SliderBlock => block.kind === "sliders");
}

/** A text of the page with "%0", "%1" filled in; its key when there is no such text. */
export function word(page: Page, key: string, ...parts: string[]): string {
  return (page.words[key] ?? key).replace(/%(\d)/g, (_, at: string) => parts[Number(at)] ?? "");
}
