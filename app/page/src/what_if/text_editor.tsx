/** The text of an overlay to type in: mistakes at their places, and what can stand there. */
import { autocompletion, completionKeymap, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { syntaxHighlighting } from "@codemirror/language";
import { setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { Compartment, EditorState, type Text } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Offer } from "./completion";
import type { Mistake } from "./protocol";
import { placeAt, type YamlPlace } from "./yaml_place";

/** How long nobody types before the text counts. [ms] */
const quiet = 400;

export interface EditorProps {
  text: string;
  label: string;
  completionsLabel: string;
  describedBy: string;
  mistakes: Mistake[]; // in this text
  notes: Mistake[];
  offers: (place: YamlPlace) => Promise<Offer[]>;
  typed: (text: string) => void;
  ready?: (show: (line: number, column: number) => void) => void; // moves the cursor
}

function positionOf(doc: Text, line: number, column: number): number {
  const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(at.from + Math.max(column - 1, 0), at.to);
}

/** To the end of the word at which a mistake stands. */
function diagnosticsOf(doc: Text, mistakes: readonly Mistake[], severity: "error" | "info"): Diagnostic[] {
  return mistakes.filter(({ line }) => line > 0).map(({ line, column, text }) => {
    const from = positionOf(doc, line, column);
    const rest = doc.sliceString(from, doc.lineAt(from).to);
    return { from, to: from + (/^[^\s,:}\]]+/.exec(rest)?.[0].length ?? rest.length), severity, message: text };
  });
}

async function complete(context: CompletionContext, offers: EditorProps["offers"]): Promise<CompletionResult | null> {
  const place = placeAt(context.state.sliceDoc(0, context.pos));
  if (place === null || (place.word === "" && !context.explicit)) return null;
  const options = (await offers(place)).map(({ text, info, isMap }) => ({
    label: text,
    apply: place.key === null ? `${text}${isMap ? ":" : ": "}` : text,
    ...(info === "" ? {} : { info }),
  }));
  if (options.length === 0) return null;
  return { from: context.pos - place.word.length, options, validFor: /^[\w.]*$/ };
}

/** Styles that the editor makes bear what the header asks of them. */
const nonce = () => document.querySelector("style")?.nonce ?? "";

export function TextEditor(props: EditorProps) {
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(); // runs while what was typed does not count yet
  const newest = useRef(props);
  newest.current = props;
  const words = useRef(new Compartment());
  const attributes = () => [
    EditorView.contentAttributes.of({ "aria-label": props.label, "aria-describedby": props.describedBy }),
    EditorState.phrases.of({ Completions: props.completionsLabel }),
  ];

  useLayoutEffect(() => {
    const flush = () => {
      if (timer.current === undefined) return;
      clearTimeout(timer.current);
      timer.current = undefined;
      newest.current.typed(made.state.doc.toString());
    };
    const made = new EditorView({
      parent: box.current!,
      doc: props.text,
      extensions: [
        EditorView.cspNonce.of(nonce()),
        words.current.of(attributes()),
        lineNumbers(),
        EditorView.lineWrapping,
        history(),
        yaml(),
        syntaxHighlighting(classHighlighter),
        autocompletion({
          icons: false,
          selectOnOpen: false, // Enter ends the line, unless something was chosen with the arrows
          maxRenderedOptions: 8, // a list that scrolls would have to take the focus
          override: [(context) => complete(context, newest.current.offers)],
        }),
        keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]), // Tab leaves, as everywhere
        EditorView.domEventHandlers({ blur: flush }),
        EditorView.updateListener.of((update) => {
          const isOwn = update.transactions.some((each) => each.docChanged && !each.isUserEvent("given"));
          if (!isOwn) return;
          clearTimeout(timer.current);
          timer.current = setTimeout(flush, quiet);
        }),
      ],
    });
    view.current = made;
    newest.current.ready?.((line, column) => {
      const at = positionOf(made.state.doc, line, column);
      made.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at) });
      made.focus();
    });
    return () => {
      flush();
      made.destroy();
    };
  }, []);

  useEffect(() => {
    const { state } = view.current!;
    const now = state.doc.toString();
    if (props.text === now || timer.current !== undefined) return;
    view.current!.dispatch({ changes: { from: 0, to: now.length, insert: props.text }, userEvent: "given" });
  }, [props.text]);
  useEffect(() => {
    view.current!.dispatch({ effects: words.current.reconfigure(attributes()) });
  }, [props.label, props.completionsLabel, props.describedBy]);
  useEffect(() => {
    const { state } = view.current!;
    const all = [...diagnosticsOf(state.doc, props.mistakes, "error"), ...diagnosticsOf(state.doc, props.notes, "info")];
    view.current!.dispatch(setDiagnostics(state, all));
  }, [props.mistakes, props.notes]);
  return <div class="text-editor" ref={box} />;
}
