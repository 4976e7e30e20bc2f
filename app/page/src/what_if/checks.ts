/** What `check` says of the variant that is looked at, while it is looked at as text. */
import { effect, signal } from "@preact/signals";
import type { Checked, Completions, Settings } from "./protocol";
import { contentOf, fileNameOf, requestOf, type Variant } from "./variants";
import type { Workspace } from "./workspace";

/** How long nothing changes before a check is asked for. [ms] */
const quiet = 30;

export class Checks {
  private readonly last = signal<{ variant: string; checked: Checked } | null>(null);
  private readonly settings = new Map<string, Settings | null>(); // of each text that was checked
  private known: { of: string; answer: Promise<Completions | null> } | null = null;

  constructor(private readonly workspace: Workspace) {
    effect(() => {
      const { language, isTyped, selected } = workspace;
      if (!isTyped.value) return undefined;
      void this.completions();
      return this.follow(selected.value, language.value);
    });
  }

  /** What an editor completes with, asked for once; null: there was no answer. */
  completions(): Promise<Completions | null> {
    const language = this.workspace.language.value;
    const { extends: overlay } = this.workspace.selected.value;
    const of = `${language} ${overlay}`;
    if (this.known?.of !== of) this.known = { of, answer: this.askCompletions(overlay, language) };
    return this.known.answer;
  }

  private async askCompletions(overlay: string, language: string): Promise<Completions | null> {
    try {
      return await this.workspace.server.completions(overlay, language);
    } catch (error) {
      this.known = null;
      this.workspace.trouble.value = this.workspace.troubleText(error);
      return null;
    }
  }

  /** What is known of a variant as it is now. */
  of(variant: Variant): Checked | undefined {
    return this.last.value?.variant === keyOf(variant) ? this.last.value.checked : undefined;
  }

  /** The newest answer, also while a newer one is on its way. */
  newest(variant: Variant): Checked | undefined {
    const last = this.last.value;
    return last?.variant.startsWith(`${variant.id} `) ? last.checked : undefined;
  }

  /** The settings that a text is, if it was seen to be that; else null. */
  settingsOf(variant: Variant): Settings | null {
    return variant.text === null ? null : (this.settings.get(variant.text) ?? null);
  }

  private follow(variant: Variant, language: string): () => void {
    const abort = new AbortController();
    const timer = setTimeout(() => void this.ask(variant, language, abort.signal), quiet);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }

  private async ask(variant: Variant, language: string, abort: AbortSignal): Promise<void> {
    const { server } = this.workspace;
    const file = variant.file || fileNameOf(variant.name);
    try {
      const checked = await server.check(requestOf(variant), file, language, abort);
      if (variant.text !== null) this.settings.set(variant.text, checked.settings);
      if (!abort.aborted) this.last.value = { variant: keyOf(variant), checked };
    } catch (error) {
      if (!abort.aborted) this.workspace.trouble.value = this.workspace.troubleText(error);
    }
  }
}

/** The name stands in the text as well. */
const keyOf = (variant: Variant) => `${variant.id} ${variant.name} ${contentOf(variant)}`;
