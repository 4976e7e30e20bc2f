/** Finds levers by words, in either language, and lays them on the table. */
import { useState } from "preact/hooks";
import { valueText } from "./lever_value";
import type { Lever } from "./protocol";
import type { Workspace } from "./workspace";

const most = 8;

export function LeverResults(props: {
  workspace: Workspace;
  levers: Lever[];
  add: (path: string) => void;
}) {
  const { workspace } = props;
  const onTable = new Set(workspace.selected.value.levers.map(({ path }) => path));
  return (
    <ul class="found">
      {props.levers.map((lever) => (
        <li key={lever.path}>
          <button type="button" onClick={() => props.add(lever.path)}>
            <span class="lever-label">{lever.label}</span>
            <span class="lever-node">{lever.node}</span>
            <span class="found-value">
              {workspace.t(
                onTable.has(lever.path) ? "on_table" : "now_is",
                valueText(lever, lever.value, workspace.language.value),
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function LeverFinder(props: {
  workspace: Workspace;
  add: (path: string) => void;
  suggests: boolean; // what is often changed, before anything is asked
}) {
  const { workspace, add } = props;
  const [query, setQuery] = useState("");
  const [isAll, setAll] = useState(false);
  const isAsked = query.trim() !== "";
  const found = isAsked || props.suggests ? workspace.index.value.find(query) : [];
  const shown = isAll ? found : found.slice(0, most);
  const count = String(found.length);
  const said =
    !isAsked
      ? workspace.t(props.suggests ? "often" : "find_more")
      : found.length === 0
        ? workspace.t("found_none", query)
        : workspace.t("found", count);
  const ask = (text: string) => {
    setQuery(text);
    setAll(false);
  };
  return (
    <div class="finder" role="search">
      <label for="find-lever">{workspace.t(props.suggests ? "find" : "find_other")}</label>
      <input
        id="find-lever"
        type="search"
        autocomplete="off"
        placeholder={workspace.t("find_example")}
        value={query}
        onInput={(event) => ask(event.currentTarget.value)}
        aria-describedby="find-said"
      />
      <p class="note" id="find-said" aria-live="polite">
        {said}
      </p>
      <LeverResults
        workspace={workspace}
        levers={shown}
        add={(path) => {
          add(path);
          ask("");
        }}
      />
      {found.length > shown.length && (
        <button type="button" class="plain" onClick={() => setAll(true)}>
          {workspace.t("show_all", count)}
        </button>
      )}
    </div>
  );
}
