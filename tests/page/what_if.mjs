// `doorstroom serve` over a small scenario in a folder of its own, and tabs that look at it.
import { spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { here, launched } from "./browser.mjs";

export const program = process.env.DOORSTROOM_PROGRAM ?? join(here, "../../build/release/doorstroom");

/** An overlay with an intervention that begins and ends. */
const help = `doorstroom: 1
extends: base.yaml
name: {nl: Een jaar hulp, en: Help for a year}
interventions:
  help:
    label: {nl: de hulp, en: the help}
    from: 2026-09-01
    until: 2027-09-01
    effects:
      faster: {change: desks.youth_team.work, factor: 0.7}
evidence:
  interventions.help.effects.faster.factor: {basis: assumed, range: [0.5, 0.7, 1.0]}
`;

/** Two interventions: one that rises and fades, with an effect that has an end of its own; one without an end. */
const slow = `doorstroom: 1
extends: base.yaml
name: {nl: Langzame hulp, en: Slow help}
interventions:
  slow:
    label: {nl: de langzame hulp, en: the slow help}
    from: 2026-09-01
    until: 2027-09-01
    ramp: 2 months
    afterwards: {keeps: 40%, fades_over: 12 weeks}
    effects:
      faster: {change: desks.youth_team.work, factor: 0.7}
      shorter: {change: arrangements.oza.stay, factor: 0.9, until: 2027-04-01}
  more:
    label: {nl: meer mensen, en: more people}
    from: 2027-01-01
    effects:
      staff: {change: desks.youth_team.staff, add: 0.5 fte}
`;

/** @param name  of the scenario, as YAML */
const base = (name) => `doorstroom: 1
extends: minimal.yaml
name: ${name}
period: {years: 2, warm_up: 2 years}
evidence:
  desks.youth_team.staff: {basis: assumed, range: [3 fte, 3.4 fte, 4 fte]}
headline: {dropouts_per_year: 1, oza.waiting_mean: 1}
`;

/** The link that the program prints. */
async function linkOf(process) {
  for await (const line of createInterface({ input: process.stdout })) {
    const link = /http:\/\/\S+#token=\S+/.exec(line)?.[0];
    if (link) return link;
  }
  throw new Error("doorstroom serve printed no link");
}

/** @return folder of the scenario, link, and how it ends */
export async function serving({ name = "Small region" } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "what-if-"));
  copyFileSync(join(here, "../../scenarios/minimal.yaml"), join(folder, "minimal.yaml"));
  writeFileSync(join(folder, "base.yaml"), base(name));
  writeFileSync(join(folder, "help.yaml"), help);
  writeFileSync(join(folder, "slow.yaml"), slow);
  const server = spawn(program, ["serve", "base.yaml", "--port", "0"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => server.on("exit", resolve));
  const link = await linkOf(server);
  return {
    folder,
    link,
    stop: async () => {
      server.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A tab, and what goes wrong in it. */
export class Tab {
  static async open(link, { language = "en", width = 1440, height = 900, context, ...options } = {}) {
    const own = context ?? (await (await launched()).newContext({ viewport: { width, height }, ...options }));
    const tab = new Tab();
    tab.context = own;
    tab.page = await own.newPage();
    tab.wrong = [];
    tab.page.on("console", (said) => {
      if (["error", "warning"].includes(said.type())) tab.wrong.push(said.text());
    });
    tab.page.on("pageerror", (error) => tab.wrong.push(String(error)));
    tab.page.on("dialog", async (dialog) => {
      tab.wrong.push(`dialog: ${dialog.message()}`);
      await dialog.dismiss();
    });
    tab.page.setDefaultTimeout(60_000);
    await tab.page.addInitScript(listen);
    await tab.page.goto(link);
    await tab.page.locator(".bench").waitFor();
    if (language === "nl") await tab.speak("Nederlands", "nl");
    await tab.page.locator(".found button").first().waitFor();
    return tab;
  }

  async speak(name, code) {
    await this.page.getByRole("button", { name }).click();
    await this.page.waitForFunction((lang) => document.documentElement.lang === lang, code);
  }

  close() {
    return this.context.close();
  }

  /** Until the figures of what is looked at have all come. */
  async ended() {
    await this.page.waitForTimeout(250); // a run begins 150 ms after the last change
    await this.page.locator(".figure-status button[aria-disabled=true]").waitFor({ timeout: 60_000 });
  }

  /** Finds a lever by words, and lays it on the table. */
  async take(words) {
    await this.page.locator("#find-lever").fill(words);
    await this.page.locator(".finder .found button").first().click();
    return this.page.locator(".lever").last();
  }

  async type(lever, value) {
    await lever.getByRole("spinbutton").fill(value);
    await lever.getByRole("spinbutton").press("Enter");
  }

  /** Shows what is looked at as text. */
  async asText() {
    await this.page.locator(".switch button").last().click();
    await this.page.locator(".cm-content").waitFor();
  }

  /** What stands in the editor, to the letter. */
  text() {
    return this.page.locator(".cm-content").evaluate((content) =>
      [...content.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n"),
    );
  }

  /** Pastes over all that stands there. */
  async fill(text) {
    await this.page.locator(".cm-content").focus();
    await this.page.keyboard.press("Control+A");
    await this.page.locator(".cm-content").evaluate((content, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      content.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, text);
    await this.page.waitForTimeout(500); // a text counts 400 ms after the last key
  }

  async retype(pattern, text) {
    await this.fill((await this.text()).replace(pattern, text));
  }

  /** What the page shows of each headline figure: now, then, in words. */
  figures() {
    return this.page.locator(".figures > .figure-rows > .figure-row").evaluateAll((rows) =>
      rows.map((row) => ({
        label: row.querySelector(".figure-label").textContent,
        base: row.querySelector(".figure-base").lastChild.textContent,
        variant: row.querySelector(".figure-variant strong").textContent,
        text: row.querySelector(".figure-text")?.textContent ?? "",
      })),
    );
  }

  /** The lines of the run of a variant with such a value, once it has ended. */
  async nextRun(value) {
    const run = await this.page.waitForFunction(
      (asked) => window.runs.find(({ body, text }) => body.includes(asked) && text.includes('"kind":"end"')),
      `"value":"${value}"`,
      { timeout: 60_000 },
    );
    const { text } = await run.jsonValue();
    return text.trim().split("\n").map((line) => JSON.parse(line));
  }
}

/** Keeps, in the page, what each run was asked and answered. */
function listen() {
  window.runs = [];
  const { fetch } = window;
  window.fetch = async (address, init) => {
    const answer = await fetch(address, init);
    if (!String(address).startsWith("run?") || !answer.body) return answer;
    const [shown, heard] = answer.body.tee();
    const run = { body: init.body, text: "" };
    window.runs.push(run);
    const decoder = new TextDecoder();
    const reader = heard.getReader();
    const hear = ({ done, value }) => {
      if (done) return undefined;
      run.text += decoder.decode(value, { stream: true });
      return reader.read().then(hear);
    };
    reader.read().then(hear).catch(() => undefined); // given up
    return new Response(shown, { status: answer.status, headers: answer.headers });
  };
}

/** With minus signs, as the page shows numbers. */
export const shown = (text) => text.replace(/(^|[\s(])-(?=\d)/g, "$1\u2212");
