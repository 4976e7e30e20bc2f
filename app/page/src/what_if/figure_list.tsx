/** The figures: as they are now, with the variant, and the difference with its interval. */
import { AxisLabels, IntervalDrawing } from "../interval_row";
import { signed } from "../values";
import { differenceAxis } from "./figure_axis";
import type { Figure, FigureMeta } from "./protocol";
import type { Result } from "./results";
import { isUnchanged } from "./variants";
import type { Workspace } from "./workspace";

function Difference(props: { workspace: Workspace; meta: FigureMeta; figure: Figure; reach: number }) {
  const { workspace, meta, figure } = props;
  const { axis, labels } = differenceAxis(meta, props.reach, workspace.language.value);
  const row = {
    label: "",
    group: "",
    low: figure.low,
    high: figure.high,
    middle: figure.difference,
    text: "",
    tone: figure.tone,
  };
  return (
    <div class="figure-difference" aria-hidden="true">
      <div class="interval-place">
        <IntervalDrawing row={row} axis={axis} />
      </div>
      <AxisLabels axis={axis} labels={labels} />
    </div>
  );
}

function FigureRow({ workspace, meta, result }: { workspace: Workspace; meta: FigureMeta; result: Result | undefined }) {
  const figure = result?.figures?.figures.find(({ id }) => id === meta.id);
  const base = workspace.base.value.get(meta.id);
  const isChanged = !isUnchanged(workspace.selected.value);
  return (
    <li class="figure-row">
      <span class="figure-label">{meta.label}</span>
      <span class="figure-base">
        <span class="figure-head">{workspace.t("now")}</span> {signed(base ?? "\u2026")}
      </span>
      <span class="figure-variant">
        <span class="figure-head">{workspace.t("then")}</span>{" "}
        <strong>{isChanged ? signed(figure?.variant_text ?? "\u2026") : "\u2013"}</strong>
      </span>
      {isChanged && figure && figure.difference !== null && (
        <>
          <Difference
            workspace={workspace}
            meta={meta}
            figure={figure}
            reach={result?.reach.get(meta.id) ?? 0}
          />
          <span class={`figure-text tone-${figure.tone}`}>{signed(figure.text)}</span>
        </>
      )}
    </li>
  );
}

function FigureRows(props: { workspace: Workspace; of: FigureMeta[]; result: Result | undefined }) {
  return (
    <>
      <div class="figure-row figure-heads" aria-hidden="true">
        <span />
        <span>{props.workspace.t("now")}</span>
        <span>{props.workspace.t("then")}</span>
      </div>
      <ul class="figure-rows">
      {props.of.map((meta) => (
        <FigureRow workspace={props.workspace} meta={meta} result={props.result} key={meta.id} />
      ))}
      </ul>
    </>
  );
}

/** How far a run is, and what can be done about it. */
function Status({ workspace, result }: { workspace: Workspace; result: Result | undefined }) {
  const { t } = { t: workspace.t.bind(workspace) };
  const pairs = result?.figures?.pairs ?? 0;
  const wanted = result?.begun?.replications ?? workspace.replications.value;
  const isRunning = result === undefined || result.state === "running";
  const isEstimated = result?.figures?.estimated === true;
  const again = (key: string) => (
    <button type="button" onClick={() => workspace.again()}>
      {t(key)}
    </button>
  );
  return (
    <div class="figure-status">
      <progress aria-label={t("progress")} max={wanted} value={pairs} />
      <span>{t("pairs", String(pairs), String(wanted))}</span>
      {isEstimated && <span class="slider-basis slider-estimated">{t("estimated")}</span>}
      {isRunning && (
        <button type="button" onClick={() => workspace.stop()}>
          {t("stop")}
        </button>
      )}
      {result?.state === "stopped" && again("go_on")}
      {result?.state === "failed" && again("again")}
    </div>
  );
}

function Trouble({ workspace, result }: { workspace: Workspace; result: Result | undefined }) {
  if (result?.state === "failed") return <p class="warning">{result.text}</p>;
  if (result?.state === "mistakes") return <p class="warning">{workspace.t("mistakes")}</p>;
  return null;
}

const counts = [20, 50, 100, 200, 500];

function Replications({ workspace }: { workspace: Workspace }) {
  const now = workspace.replications.value;
  const all = [...new Set([...counts, now])].sort((a, b) => a - b);
  return (
    <label class="figure-count">
      {workspace.t("replications")}{" "}
      <select
        value={String(now)}
        onChange={(event) => (workspace.replications.value = Number(event.currentTarget.value))}
      >
        {all.map((count) => (
          <option value={String(count)} key={count}>
            {count}
          </option>
        ))}
      </select>
    </label>
  );
}

export function FigureList({ workspace }: { workspace: Workspace }) {
  const result = workspace.current.value;
  const figures = workspace.figures();
  const headline = figures.filter((each) => each.headline);
  const others = figures.filter((each) => !each.headline);
  return (
    <section class="figures" id="figures" tabIndex={-1} aria-labelledby="figures-title">
      <h2 id="figures-title">{workspace.t("figures", workspace.selected.value.name)}</h2>
      <Status workspace={workspace} result={result} />
      <Trouble workspace={workspace} result={result} />
      <FigureRows workspace={workspace} of={headline.length > 0 ? headline : figures} result={result} />
      {headline.length > 0 && others.length > 0 && (
        <details>
          <summary>{workspace.t("other_figures", String(others.length))}</summary>
          <FigureRows workspace={workspace} of={others} result={result} />
        </details>
      )}
      <p class="note">{workspace.t("how_to_read")}</p>
      <Replications workspace={workspace} />
    </section>
  );
}
