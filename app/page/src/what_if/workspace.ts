/** What the page knows: the scenario, the variants, and what came of each. */
import { batch, computed, effect, signal, type Signal } from "@preact/signals";
import { word, type Page } from "../page_document";
import { Checks } from "./checks";
import { begin, commit, redo, throughout, undo, type History } from "./history";
import { LeverIndex } from "./lever_search";
import { namedApart } from "./lever_value";
import type { FigureMeta, Figures, Lever, Model } from "./protocol";
import { isFinal, nothingYet, withLine, type Result } from "./results";
import { ServerError, tabStorage, type Server } from "./server";
import { step } from "./stepping";
import { contentOf, fileNameOf, first, isUnchanged, keptPlans, openedText, requestOf, selectedOf, settingsOf, type Plans, type Variant } from "./variants";

/** How long nothing changes before a run is asked for. [ms] */
const quiet = 150;

export class Workspace {
  readonly model: Signal<Model>;
  readonly language: Signal<string>;
  readonly levers = signal<Lever[]>([]);
  readonly history: Signal<History<Plans>>;
  readonly results = signal<ReadonlyMap<string, Result>>(new Map());
  readonly replications: Signal<number>;
  readonly phase = signal(""); // of an intervention that ends; empty: all years
  readonly announced = signal("");
  readonly stepped = signal(""); // what was undone or done again last
  readonly trouble = signal(""); // of what was asked outside a run
  readonly attempt = signal(0); // grows when a run is asked for again
  readonly plans = computed(() => this.history.value.present);
  readonly selected = computed(() => selectedOf(this.plans.value));
  readonly index = computed(() => new LeverIndex(this.levers.value));
  readonly current = computed(() => this.resultOf(this.selected.value));
  readonly prefersText = signal(false);
  /** Whether what is looked at is shown as text: chosen so, or nothing else can be. */
  readonly isTyped = computed(() => this.prefersText.value || this.selected.value.text !== null);
  readonly checks: Checks;
  /** The newest figures of any run: those of the baseline are the same in each. */
  readonly base = signal<ReadonlyMap<string, string>>(new Map());
  private basePairs = 0;
  private abort: AbortController | null = null;

  constructor(
    readonly server: Server,
    model: Model,
    language: string,
  ) {
    this.model = signal(model);
    this.language = signal(language);
    this.replications = signal(model.replications);
    const kept = keptPlans(tabStorage.get(this.storageKey()));
    this.history = signal(begin(kept ?? first((number) => this.t("variant_number", String(number)))));
    effect(() => tabStorage.set(this.storageKey(), this.plans.value));
    effect(() => this.loadLevers(this.overlay.value, this.language.value));
    effect(() => this.follow(this.runKey.value, this.attempt.value));
    this.checks = new Checks(this);
  }

  private readonly overlay = computed(() => this.selected.value.extends);
  private readonly runKey = computed(() => this.keyOf(this.selected.value));

  /** A text of the page, with its parts filled in. */
  t(key: string, ...parts: string[]): string {
    return word(this.page(), key, ...parts);
  }

  page(): Page {
    return { language: this.language.value, words: this.model.value.words };
  }

  private storageKey(): string {
    return `doorstroom variants of ${this.model.peek().scenario.file}`;
  }

  private keyOf(variant: Variant): string {
    return `${this.language.value} ${this.replications.value} ${contentOf(variant)}`;
  }

  resultOf(variant: Variant): Result | undefined {
    return this.results.value.get(this.keyOf(variant));
  }

  /** What is asked of planners first, in the order of the scenario; then the others. */
  figures(): FigureMeta[] {
    return this.model.value.figures;
  }

  leverAt(path: string): Lever | undefined {
    return this.levers.value.find((each) => each.path === path);
  }

  /** @param tag  steps of one tag in a row are undone together */
  change(next: (plans: Plans) => Plans, tag = ""): void {
    batch(() => {
      this.history.value = commit(this.history.value, next(this.plans.value), tag, Date.now());
      this.stepped.value = "";
    });
  }

  /** Notes what no step takes back: that a variant was saved, and as what. */
  note(next: (plans: Plans) => Plans): void {
    this.history.value = throughout(this.history.value, next);
  }

  undo(): void {
    step(this, undo, "undone");
  }

  redo(): void {
    step(this, redo, "redone");
  }

  again(): void {
    this.attempt.value += 1;
  }

  stop(): void {
    this.abort?.abort();
  }

  async speak(language: string): Promise<void> {
    try {
      const model = await this.server.model(language);
      batch(() => {
        this.model.value = model;
        this.language.value = language;
        this.stepped.value = "";
        this.base.value = new Map();
        this.basePairs = 0;
      });
      tabStorage.set("doorstroom language", language);
    } catch (error) {
      this.trouble.value = this.troubleText(error);
    }
  }

  /** A saved variant can be opened again; one that holds more than settings can be built upon. */
  remember(file: string, variant: Variant): void {
    const model = this.model.value;
    const settings = variant.text === null ? settingsOf(variant) : this.checks.of(variant)?.settings;
    const others = <T extends { file: string }>(all: T[]) => all.filter((each) => each.file !== file);
    this.model.value = settings
      ? { ...model, saved: [...others(model.saved), { ...settings, file }] }
      : { ...model, overlays: [...others(model.overlays), { file, name: variant.name, interventions: [] }] };
  }

  /** What was saved in other tabs since. */
  async lookAgain(): Promise<void> {
    try {
      const { saved, overlays } = await this.server.model(this.language.peek());
      this.model.value = { ...this.model.value, saved, overlays };
    } catch {
      // What this page asks next tells whether the program still answers.
    }
  }

  /** Opens an overlay of the folder as text. */
  async openText(file: string, name: string): Promise<void> {
    try {
      const text = await this.server.text(file);
      this.change((plans) => openedText(plans, file, text, name));
      this.trouble.value = "";
    } catch (error) {
      this.trouble.value = this.troubleText(error);
    }
  }

  troubleText(error: unknown): string {
    if (!(error instanceof ServerError)) return this.t("no_sense", String(error));
    if (error.status === null) return this.t("no_answer");
    return error.message || this.t("refused", String(error.status));
  }

  private loadLevers(overlay: string, language: string): void {
    this.server.levers(overlay, language).then(
      (levers) => {
        if (overlay === this.overlay.peek() && language === this.language.peek())
          batch(() => {
            this.levers.value = levers.map(namedApart);
            this.trouble.value = "";
          });
      },
      (error: unknown) => (this.trouble.value = this.troubleText(error)),
    );
  }

  /** Runs what is looked at, once nothing changes any more, unless that was done before. */
  private follow(key: string, attempt: number): (() => void) | undefined {
    if (attempt < 0) return undefined;
    const abort = new AbortController();
    const isKnown = isFinal(this.results.peek().get(key));
    const begin = () => void (isKnown ? this.runOthers(abort) : this.runSelected(key, abort));
    const timer = setTimeout(begin, quiet);
    this.abort = abort;
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }

  private async runSelected(key: string, abort: AbortController): Promise<void> {
    const variant = this.selected.peek();
    this.announced.value = this.t("calculating");
    const result = await this.run(key, variant, abort);
    if (result.state === "stopped") return;
    this.announced.value = this.endText(result, variant);
    await this.runOthers(abort);
  }

  /** Variants whose figures are not known, such as after a change of language, one after the other. */
  private async runOthers(abort: AbortController): Promise<void> {
    for (const variant of this.plans.peek().variants) {
      const state = this.resultOf(variant)?.state;
      const isMissing = state === undefined || state === "stopped" || state === "running";
      if (abort.signal.aborted) return;
      if (isMissing && !isUnchanged(variant)) await this.run(this.keyOf(variant), variant, abort);
    }
  }

  /** Keeps what most pairs say of the baseline, also while another run has only begun. */
  private learnBase({ pairs, figures }: Figures): void {
    if (pairs < Math.min(this.basePairs, this.replications.peek())) return;
    this.basePairs = pairs;
    this.base.value = new Map(figures.map(({ id, base_text }) => [id, base_text]));
  }

  private async run(key: string, variant: Variant, abort: AbortController): Promise<Result> {
    const put = (result: Result) => (this.results.value = new Map(this.results.value).set(key, result));
    let result = nothingYet;
    put(result);
    try {
      await this.server.run(
        requestOf(variant),
        variant.file || fileNameOf(variant.name),
        this.replications.peek(),
        this.language.peek(),
        abort.signal,
        (line) => {
          result = withLine(result, line);
          put(result);
          if (line.kind === "figures") this.learnBase(line);
        },
      );
      if (result.state === "running") result = { ...result, state: "failed", text: this.t("cut_off") };
    } catch (error) {
      const isStopped = error instanceof DOMException && error.name === "AbortError";
      result = isStopped
        ? { ...result, state: "stopped" }
        : { ...result, state: "failed", text: this.troubleText(error) };
    }
    put(result);
    return result;
  }

  /** What is said when figures have come: the first of them. */
  private endText(result: Result, variant: Variant): string {
    if (result.state === "mistakes") return result.mistakes.map(({ text }) => text).join(" ");
    if (result.state === "failed") return result.text;
    const figure = result.figures?.figures[0];
    const label = this.figures().find(({ id }) => id === figure?.id)?.label;
    if (!figure || !label || isUnchanged(variant)) return this.t("ready");
    return this.t("ready_with", label, `${figure.difference_text}, ${figure.text}`);
  }
}
