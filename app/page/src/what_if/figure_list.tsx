/** The figures: as they are now, with the variant, and the difference with its interval. */
import { useUniqueId } from "../unique_id";
import { FigureRows } from "./figure_rows";
import { FigureTable } from "./figure_table";
import type { Result } from "./results";
import type { Workspace } from "./workspace";
import { YearList } from "./year_list";

/** How far a run is, and what can be done about it. */
function Status({ workspace, result }: { workspace: Workspace; result: Result | undefined }) {
  const t = workspace.t.bind(workspace);
  const pairs = result?.figures?.pairs ?? 0;
  const wanted = result?.begun?.replications ?? workspace.replications.value;
  const isRunning = result === undefined || result.state === "running";
  const isEstimated = result?.figures?.estimated === true;
  const goesOn = result?.state === "stopped" || result?.state === "failed";
  const act = () => {
    if (isRunning) workspace.stop();
    else if (goesOn) workspace.again();
  };
  return (
    <div class="figure-status">
      <progress aria-label={t("progress")} max={wanted} value={pairs} />
      <span>{t("pairs", String(pairs), String(wanted))}</span>
      {isEstimated && <span class="slider-basis slider-estimated">{t("estimated")}</span>}
      <button type="button" aria-disabled={!isRunning && !goesOn} onClick={act}>
        {t(goesOn ? (result.state === "failed" ? "again" : "go_on") : "stop")}
      </button>
    </div>
  );
}

function Trouble({ workspace, result }: { workspace: Workspace; result: Result | undefined }) {
  if (result?.state === "failed") return <p class="warning">{result.text}</p>;
  if (result?.state === "mistakes") return <p class="warning">{workspace.t("mistakes")}</p>;
  return null;
}

/** A title of figures that are of all years, whichever years the others are about. */
function titleOfAllYears(workspace: Workspace, title: string) {
  return workspace.phase.value === "" ? title : workspace.t("of_all_years", title);
}

function WhoPays({ workspace, result }: { workspace: Workspace; result: Result | undefined }) {
  const t = workspace.t.bind(workspace);
  return (
    <FigureTable
      workspace={workspace}
      title={titleOfAllYears(workspace, t("who_pays"))}
      head={t("payer")}
      figures={result?.figures?.funders ?? []}
    />
  );
}

/** Every other figure of the whole region, about which the scenario asks for no verdict. */
function OtherFigures({ workspace, result }: { workspace: Workspace; result: Result | undefined }) {
  const t = workspace.t.bind(workspace);
  const headline = new Set(workspace.figures().map(({ id }) => id));
  const others = result?.figures?.system.filter(({ id }) => !headline.has(id)) ?? [];
  const title = titleOfAllYears(workspace, t("other_figures", String(others.length)));
  return <FigureTable workspace={workspace} title={title} head={t("figure")} figures={others} />;
}

/** Which years the figures are about, where an intervention ends. */
function PhaseChoice({ workspace, result }: { workspace: Workspace; result: Result | undefined }) {
  const id = useUniqueId();
  const phases = result?.figures?.phases ?? [];
  if (phases.length === 0) return null;
  return (
    <p>
      <label for={id}>{workspace.t("years")}</label>{" "}
      <select
        id={id}
        value={workspace.phase.value}
        onChange={(event) => (workspace.phase.value = event.currentTarget.value)}
      >
        <option value="">{workspace.t("phase_all")}</option>
        {phases.map(({ phase, years }) => (
          <option value={phase} key={phase}>
            {workspace.t(`phase_${phase}`, years)}
          </option>
        ))}
      </select>
    </p>
  );
}

const counts = [20, 50, 100, 200, 500];

function Replications({ workspace }: { workspace: Workspace }) {
  const id = useUniqueId();
  const { replications, most_replications } = workspace.model.value;
  const all = [...new Set([...counts, replications])]
    .filter((count) => count <= most_replications)
    .sort((a, b) => a - b);
  return (
    <p>
      <label for={id}>{workspace.t("replications")}</label>{" "}
      <select
        id={id}
        value={String(workspace.replications.value)}
        onChange={(event) => (workspace.replications.value = Number(event.currentTarget.value))}
      >
        {all.map((count) => (
          <option value={String(count)} key={count}>
            {count}
          </option>
        ))}
      </select>
    </p>
  );
}

export function FigureList({ workspace }: { workspace: Workspace }) {
  const result = workspace.current.value;
  return (
    <section class="figures" id="figures" tabIndex={-1} aria-labelledby="figures-title">
      <h2 id="figures-title">{workspace.t("figures", workspace.selected.value.name)}</h2>
      <Status workspace={workspace} result={result} />
      <Trouble workspace={workspace} result={result} />
      <div class="figure-choices">
        <PhaseChoice workspace={workspace} result={result} />
        <Replications workspace={workspace} />
      </div>
      <FigureRows workspace={workspace} result={result} />
      <YearList workspace={workspace} result={result} />
      <WhoPays workspace={workspace} result={result} />
      <OtherFigures workspace={workspace} result={result} />
      <details>
        <summary>{workspace.t("reading")}</summary>
        <p class="note">{workspace.t("how_to_read")}</p>
      </details>
    </section>
  );
}
