/** What a variant changes: an intervention, and levers that were found by search. */
import { useState } from "preact/hooks";
import { timingPath } from "./course";
import { Intervention } from "./intervention";
import { LeverControl } from "./lever_control";
import { LeverFinder } from "./lever_finder";
import { TextChanges, TextSwitch } from "./text_changes";
import { showTiming } from "./time_line";
import { withLever, withoutLever } from "./variants";
import type { Workspace } from "./workspace";

/** Mistakes that belong to no lever on the table. */
function OtherMistakes({ workspace }: { workspace: Workspace }) {
  const result = workspace.current.value;
  const shown = new Set(workspace.selected.value.levers.map(({ path }) => path));
  const others = result?.mistakes.filter(({ path }) => !shown.has(path)) ?? [];
  if (others.length === 0) return null;
  return (
    <div class="warning" role="alert">
      {others.map(({ file, line, text }) => (
        <p key={`${file} ${line} ${text}`}>{text}</p>
      ))}
    </div>
  );
}

function LeverChanges({ workspace }: { workspace: Workspace }) {
  const [added, setAdded] = useState("");
  const variant = workspace.selected.value;
  const add = (path: string) => {
    if (showTiming(path)) return;
    if (!variant.levers.some((each) => each.path === path))
      workspace.change((plans) => withLever(plans, path, null));
    setAdded(path);
  };
  const onTable = variant.levers.filter(({ path }) => timingPath(path) === null);
  return (
    <>
      <OtherMistakes workspace={workspace} />
      {onTable.length > 0 && (
        <ul class="lever-list">
          {onTable.map(({ path, value }) => {
            const lever = workspace.leverAt(path);
            return (
              <li key={path}>
                {lever ? (
                  <LeverControl
                    workspace={workspace}
                    lever={lever}
                    value={value ?? lever.value}
                    takesFocus={path === added}
                    remove={() => workspace.change((plans) => withoutLever(plans, path))}
                  />
                ) : (
                  <p>{`${path}: ${value ?? ""}`}</p>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <LeverFinder workspace={workspace} add={add} suggests={onTable.length === 0} />
      <Intervention workspace={workspace} add={add} />
    </>
  );
}

export function Changes({ workspace }: { workspace: Workspace }) {
  return (
    <section class="changes" aria-labelledby="changes-title">
      <h2 id="changes-title">{workspace.t("changes")}</h2>
      <TextSwitch workspace={workspace} />
      {workspace.isTyped.value ? <TextChanges workspace={workspace} /> : <LeverChanges workspace={workspace} />}
    </section>
  );
}
