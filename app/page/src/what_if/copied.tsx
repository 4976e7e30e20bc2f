/** A text to take along, with a button that copies it. */
import { useEffect, useState } from "preact/hooks";
import { useUniqueId } from "../unique_id";
import type { Workspace } from "./workspace";

export function Copied({ workspace, title, text }: { workspace: Workspace; title: string; text: string }) {
  const [isCopied, setCopied] = useState(false);
  const id = useUniqueId();
  useEffect(() => setCopied(false), [text]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      const shown = document.getElementById(id);
      if (shown) getSelection()?.selectAllChildren(shown); // the keyboard copies it then
    }
  };
  return (
    <div class="copied">
      <p class="control-label">{title}</p>
      <pre id={id}>{text}</pre>
      <button type="button" aria-label={`${workspace.t("copy")}: ${title}`} onClick={() => void copy()}>
        {workspace.t(isCopied ? "is_copied" : "copy")}
      </button>
      <span class="visually-hidden" role="status">
        {isCopied ? workspace.t("is_copied") : ""}
      </span>
    </div>
  );
}
