/** Requests to the program that serves this page, which may stand below a path of a proxy. The only source that reaches out of the page. */
import { readLines } from "./ndjson";
import type { Checked, Completions, Lever, MadeReport, Model, Question, QuestionLine, RunLine, Saved, VariantRequest } from "./protocol";

const tokenKey = "doorstroom token";

/** An answer that is no success; without a status when there was no answer at all. */
export class ServerError extends Error {
  constructor(
    readonly status: number | null,
    text: string,
  ) {
    super(text);
  }
}

/**
 * Moves the token from the address, where it would be copied along, to the storage of this tab.
 * @return with the language that the link asks for; empty: none
 */
export function takeToken(): { token: string; language: string } {
  const given = new URLSearchParams(location.hash.slice(1));
  const token = given.get("token");
  if (token !== null) {
    sessionStorage.setItem(tokenKey, token);
    history.replaceState(null, "", location.pathname + location.search);
  }
  return { token: sessionStorage.getItem(tokenKey) ?? "", language: given.get("lang") ?? "" };
}

export class Server {
  constructor(private readonly token: string) {}

  async model(language: string): Promise<Model> {
    return (await this.ask(`model?lang=${language}`)).json() as Promise<Model>;
  }

  async levers(overlay: string, language: string): Promise<Lever[]> {
    const path = `levers?extends=${encodeURIComponent(overlay)}&lang=${language}`;
    const answer = (await (await this.ask(path)).json()) as { levers: Lever[] };
    return answer.levers;
  }

  /** Ends with the run; an abort closes the connection, which ends the job. */
  async run(
    variant: VariantRequest,
    file: string, // under which it is saved or would be, for the command that repeats it
    replications: number,
    language: string,
    abort: AbortSignal,
    each: (line: RunLine) => void,
  ): Promise<void> {
    const body = { variant, replications, lang: language, file };
    const answer = await this.post(`run?lang=${language}`, body, abort);
    if (answer.body)
      await readLines(answer.body, (value) => {
        const line = value as RunLine;
        each(line);
        return line.kind !== "begun" && line.kind !== "figures";
      });
  }

  /** Takes seconds to minutes; an abort closes the connection, which ends the job. */
  async question(
    { kind, ...question }: Question,
    variant: VariantRequest,
    file: string,
    language: string,
    abort: AbortSignal,
    each: (line: QuestionLine) => void,
  ): Promise<void> {
    const body = { ...question, variant, file, lang: language };
    const answer = await this.post(`${kind}?lang=${language}`, body, abort);
    if (answer.body)
      await readLines(answer.body, (value) => {
        const line = value as QuestionLine;
        each(line);
        return line.kind !== "begun" && line.kind !== "progress";
      });
  }

  /** The overlay of a variant and its mistakes; no simulation. */
  async check(variant: VariantRequest, file: string, language: string, abort: AbortSignal): Promise<Checked> {
    const body = { variant, file, lang: language };
    return (await this.post(`check?lang=${language}`, body, abort)).json() as Promise<Checked>;
  }

  async completions(overlay: string, language: string): Promise<Completions> {
    const path = `schema?extends=${encodeURIComponent(overlay)}&lang=${language}`;
    return (await this.ask(path)).json() as Promise<Completions>;
  }

  /** What an overlay of the folder says. */
  async text(file: string): Promise<string> {
    const answer = (await (await this.ask(`text?file=${encodeURIComponent(file)}`)).json()) as { text: string };
    return answer.text;
  }

  async save(variant: VariantRequest, file: string, replications: number, language: string): Promise<Saved> {
    const body = { variant, file, replications, lang: language };
    return (await this.post(`save?lang=${language}`, body)).json() as Promise<Saved>;
  }

  /** Takes some seconds for each variant. @param files  of saved variants */
  async report(files: string[], replications: number, language: string): Promise<MadeReport> {
    const body = { variants: files, replications, lang: language };
    return (await this.post(`report?lang=${language}`, body)).json() as Promise<MadeReport>;
  }

  private post(path: string, body: unknown, abort?: AbortSignal): Promise<Response> {
    return this.ask(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      ...(abort ? { signal: abort } : {}),
    });
  }

  private async ask(path: string, init: RequestInit = {}): Promise<Response> {
    let answer: Response;
    try {
      answer = await fetch(path, {
        ...init,
        headers: { ...init.headers, Authorization: `Bearer ${this.token}` },
        cache: "no-store",
      });
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") throw error;
      throw new ServerError(null, "");
    }
    if (!answer.ok) throw new ServerError(answer.status, await errorText(answer));
    return answer;
  }
}

async function errorText(answer: Response): Promise<string> {
  try {
    return ((await answer.json()) as { error?: string }).error ?? "";
  } catch {
    return "";
  }
}

/** What this tab keeps over a reload; unreadable or forbidden storage is as none. */
export const tabStorage = {
  get(key: string): unknown {
    try {
      return JSON.parse(sessionStorage.getItem(key) ?? "null");
    } catch {
      return null;
    }
  },
  set(key: string, value: unknown): void {
    try {
      sessionStorage.setItem(key, JSON.stringify(value));
    } catch {
      // It then holds as long as the page does.
    }
  },
};
