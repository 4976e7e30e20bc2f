import assert from "node:assert/strict";
import { test } from "node:test";
import { stepText } from "../../src/what_if/steps";
import { added, changed, first, keptAs, named, openedText, isSaved, removed, selectedOf, withLever, withOverlay, withText, withoutLever, type Plans } from "../../src/what_if/variants";

const begun = first((number) => `Variant ${number}`);
const said = (before: Plans, after: Plans) =>
  stepText(before, after, (key, ...parts) => `${key}(${parts.join("; ")})`, (path, value) => ({ name: `the ${path}`, value: value ?? "now" }));

test("a lever that moved is named, with its value before and after", () => {
  const moved = withLever(begun, "a", "30");
  assert.equal(said(begun, moved), "step_lever(the a; now; 30)");
  assert.equal(said(withLever(moved, "b", null), withLever(withLever(moved, "b", "2"), "a", "31")), "step_lever(the a; 30; 31); step_lever(the b; now; 2)");
  assert.equal(said(moved, withoutLever(moved, "a")), "step_lever(the a; 30; now)");
});

test("a lever that was only laid on the table is no number that moved", () => {
  assert.equal(said(begun, withLever(begun, "a", null)), "step_levers(Variant 1)");
});

test("variants that came, went, or were looked at are named", () => {
  const two = added(begun, (number) => `Variant ${number}`);
  assert.equal(said(begun, two), "step_added(Variant 2)");
  assert.equal(said(two, removed(two, 1, () => "")), "step_removed(Variant 1)");
  assert.equal(said(two, { ...two, selected: 1 }), "step_shown(Variant 1)");
  assert.equal(said(begun, changed(begun, (each) => named(each, "Plan"))), "step_name(Variant 1; Plan)");
});

test("typing and another plan are told as what they are", () => {
  const typed = withText(begun, 1, "name: Typed\n");
  assert.equal(said(begun, typed), "step_text(Typed)");
  assert.equal(said(typed, begun), "step_sliders(Variant 1)");
  assert.equal(said(begun, withOverlay(begun, "help.yaml")), "step_intervention(Variant 1)");
});

test("what was saved is no step, and stays saved", () => {
  const moved = withLever(begun, "a", "30");
  const kept = keptAs(moved, selectedOf(moved), "plan.yaml");
  assert.ok(isSaved(selectedOf(kept)));
  assert.ok(!isSaved(selectedOf(withLever(kept, "a", "31"))));
  assert.equal(said({ ...moved, selected: 9 }, kept), "step_shown(Variant 1)");
});

test("a file is opened as the text that it holds, and once", () => {
  const text = "extends: base.yaml\nname: {nl: Hulp, en: Help}\n";
  const plans = openedText(begun, "help.yaml", text, "Help");
  assert.deepEqual([selectedOf(plans).name, selectedOf(plans).text, isSaved(selectedOf(plans))], ["Help", text, true]);
  assert.equal(openedText(plans, "help.yaml", text, "Help").variants.length, 2);
});
