import assert from "node:assert/strict";
import { test } from "node:test";
import { ESLint } from "eslint";

/** What the lint says of a line of a source. */
async function findings(line: string): Promise<number> {
  const [result] = await new ESLint().lintText(`${line}\n`, { filePath: "src/planted.tsx" });
  return result?.messages.length ?? 0;
}

const lead = "declare const text: string; declare const div: HTMLElement;";

test("lint refuses whatever turns a text into markup or script", async () => {
  for (const planted of [
    "div.innerHTML = text;",
    'div["outerHTML"] = text;',
    'div.insertAdjacentHTML("beforeend", text);',
    "document.write(text);",
    "export const bad = <p dangerouslySetInnerHTML={{ __html: text }} />;",
    'export const bad = <a href="javascript:text" />;',
    "eval(text);",
    "new Function(text)();",
    "void fetch(text);",
    "localStorage.clear();",
  ])
    assert.equal((await findings(`${lead} ${planted}`)) > 0, true, planted);
});

test("lint lets a text be a text", async () => {
  assert.equal(await findings(`${lead} div.textContent = text; export const good = <p>{text}</p>;`), 0);
});
