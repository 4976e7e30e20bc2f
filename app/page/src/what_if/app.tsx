/** The whole page: variants on top, what changes at the left, figures at the right. */
import { useEffect } from "preact/hooks";
import { Changes } from "./changes";
import { FigureList } from "./figure_list";
import { Keep } from "./keep";
import { languages } from "./language";
import { Questions } from "./questions";
import { ReportMaker } from "./report_maker";
import { SideBySide } from "./side_by_side";
import { VariantList } from "./variant_list";
import type { Workspace } from "./workspace";

function Header({ workspace }: { workspace: Workspace }) {
  const { scenario, seed, program } = workspace.model.value;
  return (
    <header>
      <div class="languages" role="group" aria-label={workspace.t("language")}>
        {languages.map(([code, name]) => (
          <button
            type="button"
            lang={code}
            key={code}
            aria-pressed={workspace.language.value === code}
            onClick={() => void workspace.speak(code)}
          >
            {name}
          </button>
        ))}
      </div>
      <h1>{workspace.t("title", scenario.name)}</h1>
      <p>
        {workspace.t("intro")} <a href="#questions-title">{workspace.t("to_questions")}</a>
      </p>
      <p class="subtitle">{workspace.t("subtitle", scenario.file, String(seed), program.replace(/^doorstroom /, ""))}</p>
    </header>
  );
}

/** Undo and redo by the keys that everybody knows, unless a text is being typed. */
function useUndoKeys(workspace: Workspace): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { target } = event;
      const typing =
        (target instanceof HTMLInputElement && target.type !== "range") ||
        (target instanceof HTMLElement && target.isContentEditable);
      if (typing || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) workspace.redo();
      else workspace.undo();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [workspace]);
}

/** Lists what other tabs saved, whenever somebody comes back to this one. */
function useOtherTabs(workspace: Workspace): void {
  useEffect(() => {
    const seen = () => document.visibilityState === "visible" && void workspace.lookAgain();
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  }, [workspace]);
}

export function App({ workspace }: { workspace: Workspace }) {
  useUndoKeys(workspace);
  useOtherTabs(workspace);
  const { scenario } = workspace.model.value;
  useEffect(() => {
    document.documentElement.lang = workspace.language.value;
    document.title = workspace.t("title", scenario.name);
  });
  return (
    <>
      <a class="skip" href="#figures">
        {workspace.t("skip")}
      </a>
      <Header workspace={workspace} />
      <main>
        {workspace.trouble.value !== "" && (
          <p class="warning" role="alert">
            {workspace.trouble}
          </p>
        )}
        <VariantList workspace={workspace} />
        <div class="bench">
          <Changes workspace={workspace} />
          <FigureList workspace={workspace} />
          <Keep workspace={workspace} />
        </div>
        <Questions workspace={workspace} />
        <SideBySide workspace={workspace} />
        <ReportMaker workspace={workspace} />
      </main>
      <footer>
        <p>{workspace.t("foot")}</p>
      </footer>
      <p class="visually-hidden" role="status">
        {workspace.announced}
      </p>
    </>
  );
}
