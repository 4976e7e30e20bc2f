// Bundles the script of the report into one classic script.
//   node build.mjs [--outfile=FILE]   the script; standard: dist/report.js
//   node build.mjs --tests            the unit tests, into dist/tests
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
  const tests = readdirSync(join(room, "tests")).filter((name) => name.endsWith(".test.ts"));
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
  const named = process.argv.find((argument) => argument.startsWith("--outfile="));
  const outfile = resolve(room, named?.slice("--outfile=".length) ?? "dist/report.js");
  const { metafile, outputFiles } = await build({
    ...shared,
    entryPoints: ["src/report.tsx"],
    outfile,
    write: false,
    metafile: true,
    format: "iife",
    platform: "browser",
    target: "es2020",
    minify: true,
    legalComments: "none",
  });
  const script = outputFiles[0].text + licenceNotice(room, metafile);
  if (/<(!--|\/?script)/i.test(script)) throw new Error("the script would end within its element");
  mkdirSync(dirname(outfile), { recursive: true });
  writeFileSync(outfile, script);
}
