// The licences of the packages that are bundled, which ask to be named wherever the bundle goes.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const isCopyright = (line) => /^\s*(portions of .*)?copyright\s+(\(c\)|\d{4})/i.test(line);

function packageOf(input) {
  const parts = input.split("node_modules/");
  if (parts.length < 2) return null;
  const name = /^(@[^/]+\/)?[^/]+/.exec(parts[parts.length - 1])[0];
  return `${parts.slice(0, -1).join("node_modules/")}node_modules/${name}`;
}

/** A comment of JavaScript: who holds the copyright of which package, and each licence once. */
export function licenceNotice(room, metafile) {
  const folders = new Set(Object.keys(metafile.inputs).map(packageOf).filter((each) => each));
  const holders = [];
  const texts = new Map();
  for (const folder of [...folders].sort()) {
    const path = join(room, folder);
    const facts = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
    const file = readdirSync(path).find((name) => /^licen[sc]e/i.test(name));
    const lines = file && existsSync(join(path, file)) ? readFileSync(join(path, file), "utf8").split("\n") : [];
    const who = lines.filter(isCopyright).map((line) => line.trim());
    holders.push(`${facts.name} ${facts.version} (${facts.license})${who.length ? `: ${who.join("; ")}` : ""}`);
    const text = lines.filter((line) => !isCopyright(line)).join("\n").trim();
    const plain = text.toLowerCase().replace(/[^a-z]+/g, "").replace(/^(theisclicense|isclicense|themitlicensemit|themitlicense|mitlicense)/, "");
    if (text !== "" && !texts.has(plain)) texts.set(plain, text);
  }
  const notice = [...holders, "", ...[...texts.values()].flatMap((text) => [text, ""])].join("\n");
  return `/*! This script contains\n${notice.replace(/[^\x20-\x7e\n]/g, "?").replaceAll("*/", "* /").replace(/<\/?(script|!--)/gi, "")}*/\n`;
}
