/** Keeps a variant as an overlay, and shows its text and the command that repeats its figures. */
import { useState } from "preact/hooks";
import { useUniqueId } from "../unique_id";
import { Copied } from "./copied";
import type { Saved } from "./protocol";
import { freeFileName, isSaved, isUnchanged, keptAs, requestOf, type Variant } from "./variants";
import type { Workspace } from "./workspace";

function SaveForm({ workspace, variant, done }: { workspace: Workspace; variant: Variant; done: (saved: Saved) => void }) {
  const id = useUniqueId();
  const [typed, setTyped] = useState<string | null>(null);
  const [trouble, setTrouble] = useState("");
  const { scenario, overlays, saved: others } = workspace.model.value;
  const taken = new Set([scenario, ...overlays, ...others].map((each) => each.file));
  const file = typed ?? freeFileName(variant.name, taken);
  const save = async (event: Event) => {
    event.preventDefault();
    const request = requestOf(variant);
    try {
      const saved = await workspace.server.save(request, file, workspace.replications.value, workspace.language.value);
      setTrouble("");
      workspace.note((plans) => keptAs(plans, variant, saved.file));
      workspace.remember(saved.file, variant);
      done(saved);
    } catch (error) {
      setTrouble(workspace.troubleText(error));
    }
  };
  return (
    <form class="save-form" onSubmit={(event) => void save(event)}>
      <label for={id} class="control-label">
        {workspace.t("file")}
      </label>
      <div class="slider-row">
        <input
          id={id}
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={file}
          aria-describedby={`${id}-trouble`}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit">{workspace.t("save")}</button>
      </div>
      <p id={`${id}-trouble`} class="lever-mistakes" role="alert">
        {trouble}
      </p>
    </form>
  );
}

export function Keep({ workspace }: { workspace: Workspace }) {
  const [last, setLast] = useState<Saved | null>(null);
  const variant = workspace.selected.value;
  if (isUnchanged(variant)) return null;
  const result = workspace.current.value;
  const saved = isSaved(variant);
  const now = saved && last?.file === variant.file ? last : null;
  const overlay = now?.overlay ?? result?.begun?.overlay ?? "";
  const begun = result?.begun?.file === variant.file ? result.begun : null; // of so many replications as are shown
  const command = (saved ? (begun?.command ?? now?.command) : "") ?? "";
  return (
    <section class="keep" aria-labelledby="keep-title">
      <h2 id="keep-title">{workspace.t("keep")}</h2>
      {workspace.model.value.read_only ? (
        <p>{workspace.t("read_only")}</p>
      ) : saved ? (
        <p role="status">
          {workspace.t("saved_as", variant.file)} <a href="#report-title">{workspace.t("to_report")}</a>
        </p>
      ) : (
        <SaveForm
          workspace={workspace}
          variant={variant}
          done={setLast}
          key={`${variant.id} ${variant.name}`} // another name proposes another file
        />
      )}
      {command !== "" && <Copied workspace={workspace} title={workspace.t("command")} text={command} />}
      {overlay !== "" && !workspace.isTyped.value && (
        <details>
          <summary>{workspace.t("overlay")}</summary>
          <Copied workspace={workspace} title={workspace.t("overlay_text")} text={overlay} />
        </details>
      )}
    </section>
  );
}
