/** Where in a YAML text somebody is typing: below which keys, and whether a key or a value. */

export interface YamlPlace {
  path: string[]; // the keys above, outermost first
  key: string | null; // whose value is being typed; null: a key is
  word: string; // as far as it is typed
}

const unquoted = (key: string) => key.trim().replace(/^(["'])(.*)\1$/, "$2");
const indentOf = (line: string) => /^ *(?:- +)*/.exec(line)![0].length;
const keyLine = /^ *(?:- +)*([^\s#:{}[\],][^:]*):(?:\s|$)/;

/** The keys of the lines above that stand further to the left, each the nearest one. */
function keysAbove(lines: readonly string[], indent: number): string[] {
  const keys: string[] = [];
  let left = indent;
  for (const line of [...lines].reverse()) {
    const key = keyLine.exec(line)?.[1];
    if (key === undefined || indentOf(line) >= left) continue;
    keys.unshift(unquoted(key));
    left = indentOf(line);
    if (left === 0) break;
  }
  return keys;
}

/** @param before  the text up to where is being typed. @return null in a comment or a quoted text */
export function placeAt(before: string): YamlPlace | null {
  const lines = before.split("\n");
  const line = lines.pop()!;
  if (/(^|\s)#/.test(line)) return null;
  const indent = indentOf(line);
  const path = keysAbove(lines, indent);
  const open: (string | null)[] = []; // of each brace: the key before it
  let key: string | null = null;
  let word = "";
  for (const sign of line.slice(indent)) {
    if (sign === "{" || sign === "[") {
      open.push(key);
      key = null;
      word = "";
    } else if (sign === "}" || sign === "]") {
      key = open.pop() ?? null;
      word = "";
    } else if (sign === "," && open.length > 0) {
      key = null;
      word = "";
    } else if (sign === " " && word.endsWith(":")) {
      key = unquoted(word.slice(0, -1));
      word = "";
    } else {
      word += sign;
    }
  }
  const above = open.flatMap((each) => (each === null ? [] : [each]));
  return { path: [...path, ...above], key, word: word.trimStart() };
}
