/** The list of variants: which there are, what came of each, and what can be done with one. */
import { useUniqueId } from "../unique_id";
import { signed } from "../values";
import { added, changed, duplicated, isSaved, isUnchanged, named, opened, removed, type Variant } from "./variants";
import type { Workspace } from "./workspace";

/** The first figure in words, or how far it is. */
function verdictOf(workspace: Workspace, variant: Variant): string {
  if (isUnchanged(variant)) return workspace.t("nothing_changed");
  const result = workspace.resultOf(variant);
  if (result?.state === "mistakes") return workspace.t("has_mistakes");
  const figure = result?.figures?.figures[0];
  if (!figure) return workspace.t(result?.state === "running" ? "calculating" : "not_calculated");
  const label = workspace.figures().find(({ id }) => id === figure.id)?.label ?? figure.id;
  return signed(`${label}: ${figure.difference_text}, ${figure.text}`);
}

function VariantCard({ workspace, variant }: { workspace: Workspace; variant: Variant }) {
  const isSelected = variant.id === workspace.selected.value.id;
  return (
    <li>
      <button
        type="button"
        class="variant-card"
        aria-current={isSelected ? "true" : undefined}
        onClick={() => workspace.change((plans) => ({ ...plans, selected: variant.id }), "select")}
      >
        <strong>{variant.name}</strong>
        {isSaved(variant) && <span class="variant-saved">{workspace.t("is_saved")}</span>}
        <span class="variant-verdict">{verdictOf(workspace, variant)}</span>
      </button>
    </li>
  );
}

/** Variants that are settings open with levers; what else an overlay of the folder says opens as text. */
function OpenSaved({ workspace }: { workspace: Workspace }) {
  const id = useUniqueId();
  const { saved, overlays } = workspace.model.value;
  if (saved.length + overlays.length === 0) return null;
  const open = (chosen: string) => {
    const settings = saved.find(({ file }) => file === chosen);
    const overlay = overlays.find(({ file }) => file === chosen);
    if (settings) workspace.change((plans) => opened(plans, settings));
    else if (overlay) void workspace.openText(overlay.file, overlay.name);
  };
  const group = (label: string, files: { file: string; name: string }[]) =>
    files.length > 0 && (
      <optgroup label={label}>
        {files.map(({ file, name }) => (
          <option value={file} key={file}>
            {`${name} (${file})`}
          </option>
        ))}
      </optgroup>
    );
  return (
    <div class="open-saved">
      <label class="control-label" for={id}>
        {workspace.t("open_saved")}
      </label>
      <select
        id={id}
        value=""
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          event.currentTarget.value = "";
          open(chosen);
        }}
      >
        <option value="">{workspace.t("choose")}</option>
        {group(workspace.t("with_levers"), saved)}
        {group(workspace.t("as_text"), overlays)}
      </select>
    </div>
  );
}

/** The name of the variant that is looked at, and what can be done with all of it. */
function VariantTools({ workspace }: { workspace: Workspace }) {
  const id = useUniqueId();
  const t = workspace.t.bind(workspace);
  const variant = workspace.selected.value;
  const numbered = (number: number) => t("variant_number", String(number));
  const { past, future } = workspace.history.value;
  const button = (label: string, act: () => void, isOn = true) => (
    <button type="button" aria-disabled={!isOn} onClick={() => isOn && act()}>
      {label}
    </button>
  );
  return (
    <div class="controls variant-tools">
      <div class="variant-name">
        <label class="control-label" for={id}>
          {t("name")}
        </label>
        <input
          id={id}
          type="text"
          maxLength={120}
          autocomplete="off"
          value={variant.name}
          onChange={(event) => {
            const name = event.currentTarget.value.trim();
            if (name === "") event.currentTarget.value = variant.name;
            else if (name !== variant.name) workspace.change((plans) => changed(plans, (each) => named(each, name)));
          }}
        />
      </div>
      <div class="button-row">
        {button(t("new"), () => workspace.change((plans) => added(plans, numbered)))}
        {button(t("duplicate"), () =>
          workspace.change((plans) => duplicated(plans, variant.id, t("copy_of", variant.name))),
        )}
        {button(t("remove"), () => workspace.change((plans) => removed(plans, variant.id, numbered)))}
      </div>
      <div class="button-row">
        {button(t("undo"), () => workspace.undo(), past.length > 0)}
        {button(t("redo"), () => workspace.redo(), future.length > 0)}
      </div>
      <OpenSaved workspace={workspace} />
      <p class="step-said" role="status">
        {workspace.stepped}
      </p>
    </div>
  );
}

export function VariantList({ workspace }: { workspace: Workspace }) {
  return (
    <section class="variants" aria-labelledby="variants-title">
      <h2 id="variants-title">{workspace.t("variants")}</h2>
      <ul class="variant-cards">
        {workspace.plans.value.variants.map((variant) => (
          <VariantCard workspace={workspace} variant={variant} key={variant.id} />
        ))}
      </ul>
      <VariantTools workspace={workspace} />
    </section>
  );
}
