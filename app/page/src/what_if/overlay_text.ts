/** What is read from and written into an overlay as text, where no YAML is to be parsed. */
import type { Setting } from "./protocol";

const nameLines = /^name:.*(?:\n[ \t]+\S.*)*/m;

/** The name that stands in a text on one line; null: none, or one for each language. */
export function nameIn(text: string): string | null {
  const written = /^name:[ \t]+(.+?)[ \t]*$/m.exec(text)?.[1] ?? "";
  const quoted = /^"(.*)"$|^'(.*)'$/.exec(written);
  if (quoted?.[1] !== undefined) return parsed(written);
  const name = quoted ? quoted[2]!.replace(/''/g, "'") : written.replace(/\s+#.*$/, "");
  return name === "" || /^[{["'|>&*!#]/.test(name) ? null : name;
}

function parsed(quoted: string): string | null {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return null;
  }
}

/** The text with another name. */
export function withName(text: string, name: string): string {
  const line = `name: ${JSON.stringify(name)}`;
  if (nameLines.test(text)) return text.replace(nameLines, () => line);
  return text.replace(/^extends:.*$/m, (extending) => `${extending}\n${line}`);
}

/** The text with values set: in its `set:`, or in one at its end. */
export function withSets(text: string, sets: readonly Setting[]): string {
  const isSet = (line: string) => sets.some(({ path }) => line.startsWith(`  ${path}:`));
  const kept = text.split("\n").filter((line) => !isSet(line)).join("\n");
  const block = sets.map(({ path, value }) => `\n  ${path}: ${value}`).join("");
  const flow = sets.map(({ path, value }) => `${path}: ${value}, `).join("");
  if (/^set:[ \t]*\{/m.test(kept)) return kept.replace(/^set:[ \t]*\{/m, (begin) => begin + flow);
  if (/^set:[ \t]*(#.*)?$/m.test(kept)) return kept.replace(/^set:.*$/m, (begin) => begin + block);
  return `${kept.trimEnd()}\nset:${block}\n`;
}
