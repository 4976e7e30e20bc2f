/** An intervention out of the scenario's folder: which one, when, and what else can be moved in it. */
import { useUniqueId } from "../unique_id";
import { timingPath } from "./course";
import { LeverResults } from "./lever_finder";
import { TimeLine } from "./time_line";
import { withOverlay } from "./variants";
import type { Workspace } from "./workspace";

export function Intervention({ workspace, add }: { workspace: Workspace; add: (path: string) => void }) {
  const id = useUniqueId();
  const { overlays } = workspace.model.value;
  const chosen = workspace.selected.value.extends;
  const levers = workspace.levers.value.filter(({ path }) => path.startsWith("interventions."));
  const others = levers.filter(({ path }) => timingPath(path) === null);
  if (overlays.length === 0 && levers.length === 0) return null;
  return (
    <div class="intervention">
      <h3>{workspace.t("intervention")}</h3>
      <label for={id}>{workspace.t("choose_intervention")}</label>
      <select
        id={id}
        value={chosen}
        onChange={(event) => {
          const file = event.currentTarget.value;
          workspace.change((plans) => withOverlay(plans, file));
        }}
      >
        <option value="">{workspace.t("no_intervention")}</option>
        {overlays.map(({ file, name }) => (
          <option value={file} key={file}>
            {name}
          </option>
        ))}
      </select>
      <TimeLine workspace={workspace} />
      {others.length > 0 && (
        <details>
          <summary>{workspace.t("of_intervention", String(others.length))}</summary>
          <LeverResults workspace={workspace} levers={others} add={add} />
        </details>
      )}
    </div>
  );
}
