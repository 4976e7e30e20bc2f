import assert from "node:assert/strict";
import { test } from "node:test";
import {
  courseOf, courseRows, levelLine, settingsFor, timingOf, timingPath, type Timing,
} from "../../src/what_if/course";
import { courseSentence, gripText } from "../../src/what_if/course_words";
import { dragged, withFades, withKeeps, withUntil, withValue } from "../../src/what_if/timing_change";
import type { Lever } from "../../src/what_if/protocol";

const start = "2026-08-01";
const full: Timing = { from: "2027-01-01", ramp: "4 months", until: "2029-01-01", keeps: "50%", fades: "1 year" };
const plain: Timing = { from: "2027-01-01", ramp: "", until: "", keeps: "", fades: "" };

function lever(path: string, value: string): Lever {
  return { path, value, label: "", node: "of an effect", help: "", words: "", mark: "", mark_text: "", source: "", unit: "", kind: "", low: "", high: "" };
}

test("a path says what of an intervention's time it is", () => {
  assert.deepEqual(timingPath("interventions.x.ramp"), { intervention: "x", effect: "", key: "ramp" });
  assert.deepEqual(timingPath("interventions.x.effects.y.afterwards.fades_over"), { intervention: "x", effect: "y", key: "fades" });
  for (const other of ["interventions.x.cost.amount", "arrangements.oza.until", "interventions.x.effects.y.factor"])
    assert.equal(timingPath(other), null);
});

test("an effect with timing of its own has a row behind its intervention, and takes over what it does not say", () => {
  const levers = [lever("interventions.a.effects.e.until", "2028-01-01"), lever("interventions.a.from", "2027-01-01"), lever("interventions.a.ramp", "4 months"), lever("a.places", "3")];
  const [own, effect] = courseRows(levers, (id) => `the ${id}`);
  assert.deepEqual([own!.label, effect!.label], ["the a", "of an effect"]);
  const around = timingOf(own!, ({ value }) => value);
  assert.deepEqual(around, { ...plain, ramp: "4 months" });
  const within = timingOf(effect!, ({ value }) => value, around);
  assert.deepEqual(within, { ...around, until: "2028-01-01" });
  assert.deepEqual(settingsFor(effect!, within, { ...within, until: "2028-02-01", ramp: "" }), [
    { path: "interventions.a.effects.e.until", value: "2028-02-01" },
  ]);
});

test("the level rises over the ramp, holds, falls to what stays and fades", () => {
  const course = courseOf(full, start)!;
  assert.deepEqual(levelLine(course, 9999), [[153, 0], [273, 1], [884, 1], [884, 0.5], [1249, 0]]);
  assert.deepEqual(levelLine(courseOf(plain, start)!, 1000), [[153, 0], [153, 1], [1000, 1]]);
});

test("an end before the ramp is over cuts it off", () => {
  const line = levelLine(courseOf({ ...full, until: "2027-03-02", keeps: "" }, start)!, 9999);
  assert.deepEqual(line, [[153, 0], [213, 0.5], [213, 0]]);
});

test("without a date there is nothing to draw", () => {
  assert.equal(courseOf({ ...full, from: "soon" }, start), null);
});

test("dragging a beginning takes the ramp along, and stays before the end", () => {
  assert.deepEqual(dragged(full, "from", 33, 0, "2036-08-01"), { ...full, from: "2027-02-01" });
  assert.deepEqual(dragged(full, "from", 900, 0, "2036-08-01"), full);
  assert.deepEqual(dragged(full, "until", -900, 0, "2036-08-01"), full);
});

test("dragging the end of a ramp or a fade gives whole months or years", () => {
  assert.equal(dragged(full, "ramp", 50, 0, "").ramp, "6 months");
  assert.equal(dragged(full, "ramp", -500, 0, "").ramp, "0 months");
  assert.equal(dragged(full, "fades", 400, 0, "").fades, "2 years");
  assert.equal(dragged(plain, "ramp", 61, 0, "").ramp, "2 months");
  assert.equal(dragged({ ...full, ramp: "6 weeks" }, "ramp", 8, 0, "").ramp, "7 weeks");
});

test("dragging all of it moves both dates", () => {
  assert.deepEqual(dragged(full, "all", 31, 0, ""), { ...full, from: "2027-02-01", until: "2029-02-01" });
  assert.deepEqual(dragged(plain, "all", 31, 0, ""), { ...plain, from: "2027-02-01" });
});

test("an end is drawn in from the end of the scenario", () => {
  assert.equal(dragged(plain, "until", -365, 0, "2036-08-01").until, "2035-08-01");
});

test("what stays is dragged in steps of 5%, from none to all", () => {
  assert.equal(dragged(full, "keeps", 0, 0.12, "").keeps, "60%");
  assert.equal(dragged(full, "keeps", 0, -2, "").keeps, "0%");
  assert.deepEqual(dragged({ ...full, keeps: "", fades: "" }, "keeps", 0, 0.3, ""), { ...full, keeps: "30%", fades: "12 months" });
});

test("what stays and how long it fades are set together, and go with the end", () => {
  const ended = { ...plain, until: "2029-01-01" };
  assert.deepEqual(withKeeps(ended, "20%"), { ...ended, keeps: "20%", fades: "12 months" });
  assert.deepEqual(withFades(ended, "2 months"), { ...ended, keeps: "0%", fades: "2 months" });
  assert.deepEqual(withUntil(full, ""), { ...full, until: "", keeps: "", fades: "" });
  assert.deepEqual(withValue(full, "keeps", ""), { ...full, keeps: "", fades: "" });
});

const say = (key: string, ...parts: string[]) => `${key}(${parts.join("; ")})`;

test("the course is said in sentences", () => {
  const said = (timing: Timing) => courseSentence(timing, start, "en", say);
  assert.equal(
    said(full),
    "course_rises(1 January 2027; 4 months; 1 May 2027) course_fades(1 January 2029; 50%; 1 year; 1 January 2030)",
  );
  assert.equal(said(plain), "course_at_once(1 January 2027) course_endless()");
  assert.equal(said({ ...full, keeps: "0%" }).split(" course")[1], "_ends(1 January 2029)");
});

test("a grip says the date or the length that it stands for", () => {
  assert.equal(gripText(full, "ramp", "nl", say), "course_span(4 maanden; 1 mei 2027)");
  assert.equal(gripText(full, "until", "en", say), "1 January 2029");
  assert.equal(gripText(full, "keeps", "en", say), "course_stays(50%)");
});
