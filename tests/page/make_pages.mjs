// Makes the pages that the tests look at, with the program itself.
//   node make_pages.mjs PROGRAM FOLDER
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { assumedScenario, helpedScenario, recordsScenario } from "./asked.mjs";
import { payloadScenario } from "./payloads.mjs";

const [program, folder] = process.argv.slice(2).map((path) => resolve(path));
const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const scenarios = join(root, "scenarios");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const at = (name) => join(folder, name);

function doorstroom(...words) {
  return execFileSync(program, words, { cwd: folder, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" });
}

const madeOf = {};

const report = (name, ...sources) => reportWith([], name, ...sources);

/** @param options  --small-cells N */
function reportWith(options, name, ...sources) {
  madeOf[name] = { options, sources: sources.map((source) => relative(folder, source)) };
  writeFileSync(at(`${name}.kpis.json`), doorstroom("kpis", sources[0], "--json"));
  for (const language of ["en", "nl"]) {
    const words = ["report", ...sources, ...options, "--lang", language];
    doorstroom(...words, "-o", at(`${name}.${language}.html`));
    writeFileSync(at(`${name}.${language}.json`), doorstroom(...words, "--json"));
  }
}

/** Keeps an answer as a file, and beside it what is printed in JSON. @return the file */
function answer(name, ...words) {
  const file = at(`${name}.h5`);
  writeFileSync(at(`${name}.json`), doorstroom(...words, "--save", file, "--json"));
  return file;
}

const few = ["--replications", "4", "--jobs", "2"];
doorstroom("run", join(scenarios, "minimal.yaml"), ...few, "-o", at("minimal.h5"));
report("minimal", at("minimal.h5"));

doorstroom(
  "compare", join(scenarios, "holland-rijnland.yaml"), join(scenarios, "procesregisseur-middle.yaml"),
  join(scenarios, "regiegroep-plus-20.yaml"), ...few, "-o", at("variants"),
);
report("region", ...readVariants());

writeFileSync(at("payloads.yaml"), payloadScenario(readFileSync(join(scenarios, "minimal.yaml"), "utf8")));
doorstroom("run", at("payloads.yaml"), ...few, "-o", at("payloads.h5"));
report("payloads", at("payloads.h5"));

writeFileSync(at("plan.yaml"), `doorstroom: 1
sweep: Places and staff
base: ${join(scenarios, "minimal.yaml")}
vary:
  arrangements.oza.places: [20, 24, 28]
  desks.youth_team.staff: [3 fte, 3.4 fte, 4 fte]
replications: 4
keep: [dropouts_per_year, oza.entered_within_10w]
`);
doorstroom("sweep", at("plan.yaml"), "-o", at("sweep"));
report("sweep", at("minimal.h5"), at("sweep"));

writeFileSync(at("emulated.yaml"), `doorstroom: 1
sweep: Places and staff, estimated
base: ${join(scenarios, "minimal.yaml")}
vary:
  arrangements.oza.places: {from: 16, to: 36}
  desks.youth_team.staff: {from: 3 fte, to: 4 fte}
design: {sobol: 32}
replications: 5
keep: [dropouts_per_year, placed_within_10w, oza.utilisation]
`);
doorstroom("sweep", at("emulated.yaml"), "-o", at("emulated"));
for (const kpi of ["dropouts_per_year", "placed_within_10w"])
  doorstroom("sweep", "emulate", at("emulated"), "--kpi", kpi);
report("sliders", at("minimal.h5"), at("emulated"));

writeFileSync(at("short.yaml"), `doorstroom: 1
extends: ${join(scenarios, "minimal.yaml")}
period: {years: 1, warm_up: 1 year}
replications: 4
`);
doorstroom("run", at("short.yaml"), "--jobs", "2", "-o", at("short.h5"));
report(
  "answers", at("short.h5"),
  answer(
    "seek", "seek", at("short.yaml"), "--vary", "arrangements.oza.places=16..48:8",
    "--so-that", "oza.entered_within_10w >= 60%", "-o", at("seek"),
  ),
  answer(
    "bottlenecks", "bottlenecks", at("short.yaml"), "--kpi", "absent_4w_mean", "--replications", "10",
    "-o", at("bottlenecks"),
  ),
);

writeFileSync(at("assumed.yaml"), assumedScenario(join(scenarios, "minimal.yaml")));
writeFileSync(at("helped.yaml"), helpedScenario);
doorstroom("compare", at("assumed.yaml"), at("helped.yaml"), "--replications", "8", "--jobs", "2", "-o", at("weighed"));
const weighed = [at("weighed/assumed.h5"), at("weighed/helped.h5")];
const asked = [at("assumed.yaml"), at("helped.yaml")];
report(
  "weighed", ...weighed,
  answer("explanation", "explain", ...asked, "--kpi", "dropouts_per_year", "--kpi", "oza.utilisation", "--replications", "8"),
  answer(
    "sensitivity", "sensitivity", at("assumed.yaml"), "--kpi", "absent_4w_mean", "--kpi", "oza.entered_within_10w",
    "--trajectories", "6", "--rows", "8", "--inputs", "2", "--replications", "2",
  ),
  answer("calibration", "calibrate", at("assumed.yaml"), "--points", "20", "--sets", "20", "-o", at("calibrated")),
  answer(
    "choice", "choose", ...asked, "--kpi", "dropouts_per_year <= 5", "--kpi", "oza.wait_mean",
    "--states", "20", "--inner", "2",
  ),
  answer("comparison", "compare", ...weighed, "--over", at("calibrated"), "--inner", "2"),
  answer(
    "sensitivity-of-sets", "sensitivity", ...asked, "--kpi", "oza.wait_mean", "--over", at("calibrated"),
    "--replications", "2",
  ),
);

writeFileSync(at("records.yaml"), recordsScenario(join(scenarios, "minimal.yaml")));
doorstroom("run", at("records.yaml"), "--jobs", "2", "-o", at("records.h5"));
report("records", at("records.h5"));
reportWith(["--small-cells", "0"], "records-shown", at("records.h5"));

writeFileSync(at("made_of.json"), JSON.stringify(madeOf));

/** The base first. */
function readVariants() {
  return ["holland-rijnland", "procesregisseur-middle", "regiegroep-plus-20"].map((name) =>
    at(join("variants", `${name}.h5`)),
  );
}
