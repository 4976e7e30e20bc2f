/** The languages that the page speaks, and in which it opens. */

export const languages = [
  ["nl", "Nederlands"],
  ["en", "English"],
] as const;

const isSpoken = (code: unknown) => languages.some(([each]) => each === code);

/**
 * What the link asks for, else what was chosen in this tab, else the first that the browser prefers.
 * @param preferred  such as "nl-BE", the most wanted first
 */
export function firstLanguage(link: string, chosen: unknown, preferred: readonly string[]): string {
  const all = [link, chosen, ...preferred.map((code) => code.slice(0, 2).toLowerCase())];
  return (all.find(isSpoken) as string | undefined) ?? "en";
}
