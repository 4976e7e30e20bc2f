/** The difference in each year: drawn as intervals around zero, and as a table. */
import { useState } from "preact/hooks";
import { NumberText } from "../number_text";
import { useUniqueId } from "../unique_id";
import { signed } from "../values";
import type { FigureMeta } from "./protocol";
import type { Result } from "./results";
import { isUnchanged } from "./variants";
import type { Workspace } from "./workspace";
import { heightOf, yearBars, yearReach, yearTicks, type YearBar } from "./year_axis";

/** Numbers of a figure in the language of the page, with as many decimals as the noise allows. */
function writer(workspace: Workspace, meta: FigureMeta, bar: YearBar) {
  const t = workspace.t.bind(workspace);
  const noise = bar.low === null || bar.high === null ? 0 : (bar.high - bar.low) / 2;
  const text = new NumberText(meta.units, bar.base ?? 0, noise, {
    language: workspace.language.value,
    range: (low, high) => t("range", low, high),
    about: (both) => t("about", both),
    weeks: t("weeks"),
    millions: t("millions"),
  });
  return (value: number | null) => (value === null ? "\u2013" : signed(text.value(value)));
}

function textsOf(workspace: Workspace, meta: FigureMeta, bar: YearBar) {
  const t = workspace.t.bind(workspace);
  const written = writer(workspace, meta, bar);
  const difference =
    bar.low === null || bar.high === null
      ? written(bar.middle)
      : t("range", written(bar.low), written(bar.high));
  return { base: written(bar.base), variant: written(bar.variant), difference };
}

function YearDrawing({ bars, textOf }: { bars: YearBar[]; textOf: (value: number) => string }) {
  const reach = yearReach(bars);
  const x = (i: number) => `${((100 * (i + 0.5)) / bars.length).toFixed(2)}%`;
  return (
    <div class="year-drawing" aria-hidden="true">
      <svg overflow="visible">
        <line
          x2="100%"
          y1={heightOf(0, reach)}
          y2={heightOf(0, reach)}
          style={{ stroke: "var(--ink)", strokeWidth: 1.4 }}
        />
        {yearTicks(bars).map((value) => (
          <text
            key={value}
            y={heightOf(value, reach)}
            dy={value < 0 ? 4 : -4}
            style={{ fontSize: "13px", fill: "var(--ink-soft)" }}
          >
            {value === 0 ? "0" : textOf(value)}
          </text>
        ))}
        {bars.map(({ name, low, high, middle }, i) => (
          <g key={name}>
            {low !== null && high !== null && (
              <line
                x1={x(i)}
                x2={x(i)}
                y1={heightOf(low, reach)}
                y2={heightOf(high, reach)}
                style={{ stroke: "var(--line-1)", strokeWidth: 2.2 }}
              />
            )}
            {middle !== null && (
              <circle
                cx={x(i)}
                cy={heightOf(middle, reach)}
                r="4"
                style={{ fill: "var(--line-1)", stroke: "var(--paper)" }}
              />
            )}
          </g>
        ))}
      </svg>
      <div class="year-names">
        {bars.map(({ name }) => (
          <span key={name}>{name}</span>
        ))}
      </div>
    </div>
  );
}

export function YearList({ workspace, result }: { workspace: Workspace; result: Result | undefined }) {
  const id = useUniqueId();
  const figures = workspace.figures();
  const [chosen, choose] = useState(figures[0]?.id ?? "");
  const years = result?.figures?.years;
  const meta = figures.find((each) => each.id === chosen) ?? figures[0];
  const figure = years?.figures.find((each) => each.id === meta?.id);
  if (!years || !meta || !figure || isUnchanged(workspace.selected.value)) return null;
  const bars = yearBars(years.names, figure);
  const t = workspace.t.bind(workspace);
  return (
    <details>
      <summary>{t("by_year")}</summary>
      <p>
        <label for={id} class="control-label">
          {t("figure")}
        </label>
        <select id={id} value={meta.id} onChange={(event) => choose(event.currentTarget.value)}>
          {figures.map((each) => (
            <option value={each.id} key={each.id}>
              {each.label}
            </option>
          ))}
        </select>
      </p>
      <p class="note">{t("by_year_note")}</p>
      <YearDrawing bars={bars} textOf={writer(workspace, meta, bars[bars.length - 1]!)} />
      <div class="scroller" role="group" aria-label={`${t("by_year")}: ${meta.label}`} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("year")}</th>
              <th scope="col" class="number">
                {t("now")}
              </th>
              <th scope="col" class="number">
                {t("then")}
              </th>
              <th scope="col" class="number">
                {t("difference")}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => {
              const texts = textsOf(workspace, meta, bar);
              return (
                <tr key={bar.name}>
                  <th scope="row">{bar.name}</th>
                  <td>{texts.base}</td>
                  <td>{texts.variant}</td>
                  <td>{texts.difference}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
