/** What a plot of lines shows at one place, as numbers. */
import { LineSwatch } from "./key";
import { word, type Page } from "./page_document";
import type { Series } from "./series";
import { isNumber, numberText, type Value } from "./values";

/** What a line is told by. */
interface Part {
  head: string; // key of its word
  text: (page: Page, series: Series, at: number) => string;
}

function number(page: Page, value: Value | undefined): string {
  return isNumber(value) ? numberText(value, page.language) : "";
}

function between(page: Page, bounds: Series["noise"], at: number): string {
  const low = number(page, bounds?.low[at]);
  const high = number(page, bounds?.high[at]);
  if (low === "" || high === "") return "";
  if (low !== high) return word(page, "chart.range", low, high);
  return bounds?.low[at] === bounds?.high[at] ? low : word(page, "chart.about", low);
}

const parts: Part[] = [
  { head: "chart.mean", text: (page, { y }, at) => number(page, y[at]) },
  { head: "chart.noise", text: (page, { noise }, at) => between(page, noise, at) },
  { head: "chart.futures_short", text: (page, { futures }, at) => between(page, futures, at) },
];
const single: Part = {
  head: "chart.single",
  text: (page, series, at) => number(page, series.single?.[at]),
};

/** The parts that some line has. */
export function partsOf(page: Page, series: Series[], at: number, showSingle: boolean): Part[] {
  const all = showSingle ? [...parts, single] : parts;
  return all.filter(({ text }) => series.some((each) => text(page, each, at) !== ""));
}

interface ReadoutProps {
  page: Page;
  of: string; // what the plot is of
  title: string;
  series: Series[];
  at: number; // index on the axis
  showSingle: boolean;
}

export function Readout({ page, of, title, series, at, showSingle }: ReadoutProps) {
  const told = partsOf(page, series, at, showSingle);
  return (
    <div class="readout scroller" role="group" aria-label={`${of}: ${title}`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            {told.map(({ head }) => (
              <th scope="col" class="number" key={head}>
                {word(page, head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                <LineSwatch look={each.look} isCapacity={each.isCapacity} /> {each.label}
              </th>
              {told.map(({ head, text }) => (
                <td key={head}>{text(page, each, at)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
