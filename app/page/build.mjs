// Bundles the scripts of pages: report.js and what-if.js, each one classic script.
//   node build.mjs [--outdir=FOLDER]   the scripts; standard: dist
//   node build.mjs --tests             the unit tests, into dist/tests
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { licenceNotice } from "./licences.mjs";

const room = dirname(fileURLToPath(import.meta.url));
const shared = {
  absWorkingDir: room,
  bundle: true,
  jsx: "automatic",
  jsxImportSource: "preact",
  charset: "ascii",
  logLevel: "warning",
};

if (process.argv.includes("--tests")) {
  const tests = readdirSync(join(room, "tests"), { recursive: true }).filter((name) => name.endsWith(".test.ts"));
  await build({
    ...shared,
    entryPoints: tests.map((name) => join("tests", name)),
    outdir: "dist/tests",
    outExtension: { ".js": ".mjs" },
    format: "esm",
    platform: "node",
    packages: "external",
    target: "node18",
  });
} else {
  const named = process.argv.find((argument) => argument.startsWith("--outdir="));
  const folder = resolve(room, named?.slice("--outdir=".length) ?? "dist");
  mkdirSync(folder, { recursive: true });
  const entries = { "report.js": "src/report.tsx", "what-if.js": "src/what_if/what_if.tsx" };
  for (const [name, entry] of Object.entries(entries)) {
    const { metafile, outputFiles } = await build({
      ...shared,
      entryPoints: [entry],
      outfile: join(folder, name),
      write: false,
      metafile: true,
      format: "iife",
      platform: "browser",
      target: "es2020",
      minify: true,
      legalComments: "none",
    });
    const script = outputFiles[0].text + licenceNotice(room, metafile);
    if (/<(!--|\/?script)/i.test(script)) throw new Error(`${name} would end within its element`);
    writeFileSync(join(folder, name), script);
  }
}
