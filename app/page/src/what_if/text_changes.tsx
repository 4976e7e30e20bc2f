/** What a variant changes as text, and what `check` says of it. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useUniqueId } from "../unique_id";
import { offersAt } from "./completion";
import type { Checked, Mistake } from "./protocol";
import { toLevers } from "./stepping";
import { TextEditor } from "./text_editor";
import { withText } from "./variants";
import type { Workspace } from "./workspace";
import type { YamlPlace } from "./yaml_place";

const whyNoLevers = "why-no-levers";

/** Each mistake, with a button that leads to its line. */
function MistakeList(props: { workspace: Workspace; file: string; mistakes: Mistake[]; show: (mistake: Mistake) => void }) {
  return (
    <ul class="text-mistakes">
      {[...props.mistakes].sort((a, b) => a.line - b.line).map((mistake) => {
        const { file, line, column, text } = mistake;
        const place = props.workspace.t("line", String(line));
        return (
          <li key={`${file} ${line} ${column} ${text}`}>
            {line > 0 && file === props.file && (
              <button type="button" class="plain" onClick={() => props.show(mistake)}>
                {place}
              </button>
            )}
            {line > 0 && file !== props.file && `${file}, ${place}`} <span>{text}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Said({ workspace, checked, show }: { workspace: Workspace; checked: Checked; show: (mistake: Mistake) => void }) {
  const { file, mistakes, notes } = checked;
  if (mistakes.length === 0 && notes.length === 0) return <p class="note">{workspace.t("text_right")}</p>;
  return (
    <>
      {mistakes.length > 0 && (
        <div class="lever-mistakes">
          <MistakeList workspace={workspace} file={file} mistakes={mistakes} show={show} />
        </div>
      )}
      {notes.length > 0 && <MistakeList workspace={workspace} file={file} mistakes={notes} show={show} />}
    </>
  );
}

export function TextChanges({ workspace }: { workspace: Workspace }) {
  const id = useUniqueId();
  const move = useRef<(line: number, column: number) => void>(() => undefined);
  const variant = workspace.selected.value;
  const checked = workspace.checks.newest(variant);
  const ownOf = (all: Mistake[] | undefined) => all?.filter(({ file }) => file === checked?.file) ?? [];
  const mistakes = useMemo(() => ownOf(checked?.mistakes), [checked]);
  const notes = useMemo(() => ownOf(checked?.notes), [checked]);
  const text = variant.text ?? checked?.overlay;
  if (text === undefined) return <p class="note">{workspace.t("text_comes")}</p>;
  const offers = async (place: YamlPlace) => {
    const known = await workspace.checks.completions();
    const { scenario, overlays, saved } = workspace.model.value;
    return known ? offersAt(place, known, [scenario, ...overlays, ...saved].map(({ file }) => file)) : [];
  };
  return (
    <div class="text-changes">
      <p class="note" id={`${id}-hint`}>
        {workspace.t("text_hint")}
      </p>
      <TextEditor
        key={variant.id}
        text={text}
        label={workspace.t("overlay_text")}
        completionsLabel={workspace.t("completions")}
        describedBy={`${id}-hint`}
        mistakes={mistakes}
        notes={notes}
        offers={offers}
        typed={(typed) => workspace.change((plans) => withText(plans, variant.id, typed), `text ${variant.id}`)}
        ready={(show) => (move.current = show)}
      />
      {checked && (
        <Said workspace={workspace} checked={checked} show={({ line, column }) => move.current(line, column)} />
      )}
      {checked && variant.text !== null && !checked.settings && (
        <p class="note" id={whyNoLevers}>
          {workspace.t(checked.mistakes.length > 0 ? "text_wrong" : "text_only")}
        </p>
      )}
    </div>
  );
}

/** Levers or text; a text that holds more than settings has no levers. Who asks for levers before that is known gets them once it is. */
export function TextSwitch({ workspace }: { workspace: Workspace }) {
  const variant = workspace.selected.value;
  const isTyped = workspace.isTyped.value;
  const checked = isTyped ? workspace.checks.of(variant) : undefined;
  const hasNone = variant.text !== null && checked !== undefined && !checked.settings;
  const [awaited, setAwaited] = useState<string | null>(null); // the text of which levers were asked for
  const leave = () => {
    const now = workspace.selected.value; // what was typed last may not be drawn yet
    if (now.text !== null) {
      const known = workspace.checks.of(now);
      if (!known) return setAwaited(now.text);
      if (!known.settings) return;
      toLevers(workspace, known.settings);
    }
    workspace.prefersText.value = false;
  };
  const stay = () => {
    setAwaited(null);
    workspace.prefersText.value = true;
  };
  useEffect(() => {
    if (awaited === null || (awaited === variant.text && !checked)) return;
    setAwaited(null);
    if (awaited === variant.text) leave();
  }, [awaited, variant.text, checked]);
  return (
    <div class="switch button-row" role="group" aria-label={workspace.t("changes")}>
      <button
        type="button"
        aria-pressed={!isTyped}
        aria-disabled={hasNone}
        aria-describedby={hasNone ? whyNoLevers : undefined}
        onClick={leave}
      >
        {workspace.t("with_levers")}
      </button>
      <button type="button" aria-pressed={isTyped} onClick={stay}>
        {workspace.t("as_text")}
      </button>
    </div>
  );
}
