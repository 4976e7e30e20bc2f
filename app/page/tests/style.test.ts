import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const css = readFileSync("style.css", "utf8");
const whatIf = readFileSync("what_if.css", "utf8");

/** The custom properties of the first rule behind a text. */
function properties(behind: string): Map<string, string> {
  const rule = css.slice(css.indexOf(behind)).match(/:root \{([^}]*)\}/)?.[1] ?? "";
  return new Map([...rule.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]));
}

/** Relative luminance (WCAG 2.2). */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

const texts = ["ink", "ink-soft", "accent"];
const lines = [1, 2, 3, 4, 5, 6].map((n) => `line-${n}`);
const marks = ["edge", "focus", "flow", "good", "bad", "undecided", ...[1, 2, 3, 4, 5].map((n) => `load-${n}`)];

for (const [theme, behind] of [["light", ""], ["dark", "prefers-color-scheme: dark"]] as const)
  test(`${theme}: texts have a contrast of 4.5 with what they stand on, lines and marks of 3`, () => {
    const all = properties(behind);
    const color = (name: string) => all.get(`--${name}`) ?? assert.fail(`no --${name}`);
    for (const name of texts)
      for (const ground of ["paper", "surface"])
        assert.ok(contrast(color(name), color(ground)) >= 4.5, `${name} on ${ground}`);
    for (const name of [...lines, ...marks])
      assert.ok(
        contrast(color(name), color("paper")) >= 3,
        `${name}: ${contrast(color(name), color("paper")).toFixed(2)}`,
      );
    for (const name of ["edge", "focus"])
      assert.ok(contrast(color(name), color("surface")) >= 3, `${name} on surface`);
  });

test("colours are written out among the custom properties only", () => {
  const rules = css.replace(/:root \{[^}]*\}/g, "").replace(/@page \{[\s\S]*?\n\}/, "");
  assert.doesNotMatch(rules + whatIf, /#[0-9a-f]{3,8}\b|rgb/i);
});

test("whatever a page is dressed in comes with it", () => {
  assert.doesNotMatch(css + whatIf, /@import|https?:|url\(/);
});
