/** A row for each headline figure: now, then, and the difference drawn and in words. */
import { AxisLabels, IntervalDrawing } from "../interval_row";
import { signed } from "../values";
import { differenceAxis } from "./figure_axis";
import type { Figure, FigureMeta } from "./protocol";
import type { Result } from "./results";
import { isUnchanged } from "./variants";
import type { Workspace } from "./workspace";

function Difference(props: { workspace: Workspace; meta: FigureMeta; figure: Figure; reach: number }) {
  const { workspace, meta, figure } = props;
  const smallest = figure.smallest_relevant ?? meta.smallest_relevant;
  const { axis, labels } = differenceAxis(meta.units, smallest, props.reach, workspace.language.value);
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

interface RowProps {
  workspace: Workspace;
  meta: FigureMeta;
  figure: Figure | undefined;
  reach: number;
}

function FigureRow({ workspace, meta, figure, reach }: RowProps) {
  const isChanged = !isUnchanged(workspace.selected.value);
  const base = figure?.base_text ?? workspace.base.value.get(meta.id) ?? "\u2026";
  return (
    <li class="figure-row">
      <span class="figure-label" title={meta.help}>
        {meta.label}
      </span>
      <span class="figure-base">
        <span class="figure-head">{workspace.t("now")}</span> {signed(base)}
      </span>
      <span class="figure-variant">
        <span class="figure-head">{workspace.t("then")}</span>{" "}
        <strong>{isChanged ? signed(figure?.variant_text ?? "\u2026") : "\u2013"}</strong>
      </span>
      {isChanged && figure && figure.difference !== null && (
        <>
          <Difference workspace={workspace} meta={meta} figure={figure} reach={reach} />
          <span class="figure-text">
            <span class="figure-said">{signed(figure.difference_text)}</span>{" "}
            <span class={`tone-${figure.tone}`}>{figure.text}</span>
          </span>
        </>
      )}
    </li>
  );
}

/** Of the years that were chosen, where an intervention ends; else of all. */
function chosenFigures(workspace: Workspace, result: Result | undefined): Figure[] {
  const phase = result?.figures?.phases.find((each) => each.phase === workspace.phase.value);
  return phase?.figures ?? result?.figures?.figures ?? [];
}

export function FigureRows({ workspace, result }: { workspace: Workspace; result: Result | undefined }) {
  const figures = chosenFigures(workspace, result);
  return (
    <>
      <div class="figure-row figure-heads" aria-hidden="true">
        <span />
        <span>{workspace.t("now")}</span>
        <span>{workspace.t("then")}</span>
      </div>
      <ul class="figure-rows">
        {workspace.figures().map((meta) => (
          <FigureRow
            workspace={workspace}
            meta={meta}
            figure={figures.find(({ id }) => id === meta.id)}
            reach={result?.reach.get(meta.id) ?? 0}
            key={meta.id}
          />
        ))}
      </ul>
    </>
  );
}
