import assert from "node:assert/strict";
import { test } from "node:test";
import type { AskedFigure, Question, SeekLever } from "../../src/what_if/protocol";
import {
  amountOf, figuresFor, firstDraft, leversFor, mayTargetMore, mayVaryMore, questionOf, withFirstLever, withTarget,
  withTargetAt, withVaried, withVariedAt, withoutAt,
} from "../../src/what_if/seek_question";

const lever = (path: string, figure: string): SeekLever => ({ path, label: path, unit: "", now: "10", from: "5", to: "20", step: "1", figure });
const figure = (id: string, units: string, relation: ">=" | "<=", default_target: string | null = null): AskedFigure =>
  ({ id, label: id, units, relation, default_target });
const choices = {
  levers: ["a", "b", "c", "d"].map((path) => lever(path, `${path}_within`)),
  figures: [figure("a_within", "1", ">=", "90%"), figure("b_within", "1", ">=", "90%"), figure("wait", "day", "<="), figure("out", "youth/year", "<=")],
};
const first = firstDraft(choices)!;
const asked = (question: Question | null) => (question?.kind === "seek" ? question.question : null);

test("at first one number is varied, as is customary, for the figure that belongs to it", () => {
  assert.deepEqual(asked(questionOf(choices, first)), {
    vary: [{ path: "a", from: "5", to: "20", step: "1" }],
    so_that: [{ figure: "a_within", relation: ">=", amount: "90%" }],
  });
  assert.equal(firstDraft({ levers: [], figures: choices.figures }), null);
});

test("up to three numbers and several figures are asked, none of them twice", () => {
  let draft = withVaried(choices, withVaried(choices, first));
  assert.ok(!mayVaryMore(choices, draft));
  assert.deepEqual(draft.varied.map(({ path }) => path), ["a", "b", "c"]);
  assert.deepEqual(leversFor(choices, draft, 1).map(({ path }) => path), ["b", "d"]);
  draft = withTarget(choices, draft);
  assert.equal(draft.targets[1]!.figure, "b_within", "what belongs to a number that is varied comes first");
  draft = withTarget(choices, withTarget(choices, draft));
  assert.ok(!mayTargetMore(choices, draft));
  assert.deepEqual(figuresFor(choices, draft, 0).map(({ id }) => id), ["a_within"]);
  draft = { ...draft, varied: withoutAt(draft.varied, 1), targets: withoutAt(draft.targets, 0) };
  assert.deepEqual(asked(questionOf(choices, draft))!.vary.map(({ path }) => path), ["a", "c"]);
  assert.equal(asked(questionOf(choices, draft))!.so_that.length, 3);
});

test("amounts are written as the program takes them: shares in percent, durations in weeks", () => {
  let draft = withTargetAt(first, 0, { amount: 85.5 });
  draft = withTargetAt(withTarget(choices, withTarget(choices, draft)), 1, { figure: "wait" });
  draft = withTargetAt(draft, 1, { amount: 10 });
  draft = withTargetAt(withTargetAt(draft, 2, { figure: "out" }), 2, { amount: 0.5 });
  assert.deepEqual(asked(questionOf(choices, { ...draft, chance: 80 }))!.so_that.map(({ amount }) => amount), ["85.5%", "10 weeks", "0.5"]);
  assert.equal(asked(questionOf(choices, { ...draft, chance: 80 }))!.chance, "80%");
});

test("what was typed about one number or figure does not go to another", () => {
  const typed = withVariedAt(withTargetAt(first, 0, { amount: 70 }), 0, { to: 30 });
  assert.equal(asked(questionOf(choices, typed))!.vary[0]!.to, "30");
  const other = withFirstLever(choices, typed, "b");
  assert.deepEqual(asked(questionOf(choices, other)), {
    vary: [{ path: "b", from: "5", to: "20", step: "1" }],
    so_that: [{ figure: "b_within", relation: ">=", amount: "90%" }],
  });
});

test("an amount that was emptied is not the customary one", () => {
  const emptied = withTargetAt(first, 0, { amount: null });
  assert.equal(amountOf(emptied.targets[0]!, choices.figures[0]!), null);
  assert.equal(amountOf(first.targets[0]!, choices.figures[0]!), 90);
});
