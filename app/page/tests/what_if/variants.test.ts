import assert from "node:assert/strict";
import { test } from "node:test";
import {
  added, contentOf, duplicated, fileNameOf, first, freeFileName, keptPlans, isSaved, isUnchanged, opened, removed, requestOf, selectedOf, settingsOf,
  backToLevers, named, withLever, withOverlay, withText, withoutLever, changed, type Plans,
} from "../../src/what_if/variants";

const name = (number: number) => `Variant ${number}`;
const begun = first(name);
const names = ({ variants }: Plans) => variants.map((each) => each.name);

test("a page begins with one variant that changes nothing", () => {
  assert.deepEqual(names(begun), ["Variant 1"]);
  assert.ok(isUnchanged(selectedOf(begun)));
});

test("a lever that was not moved is not sent", () => {
  const plans = withLever(withLever(begun, "a.places", "40"), "a.staff", null);
  assert.deepEqual(settingsOf(selectedOf(plans)).sets, [{ path: "a.places", value: "40" }]);
  assert.ok(isUnchanged(selectedOf(withLever(plans, "a.places", null))));
  assert.equal(selectedOf(withoutLever(plans, "a.places")).levers.length, 1);
});

test("the order in which levers were moved makes no other variant, a name neither", () => {
  const one = withLever(withLever(begun, "a", "1"), "b", "2");
  const other = changed(withLever(withLever(begun, "b", "2"), "a", "1"), () => ({ name: "Other" }));
  assert.equal(contentOf(selectedOf(one)), contentOf(selectedOf(other)));
  assert.notEqual(contentOf(selectedOf(one)), contentOf(selectedOf(withLever(one, "a", "3"))));
});

test("a copy is a variant of its own, not saved", () => {
  const plans = duplicated(withLever(begun, "a", "1"), 1, "Copy");
  assert.deepEqual(names(plans), ["Variant 1", "Copy"]);
  const moved = withLever(plans, "a", "2");
  assert.equal(moved.variants[0]!.levers[0]!.value, "1");
  assert.equal(selectedOf(moved).levers[0]!.value, "2");
});

test("removing the last variant leaves an empty one; removing another keeps the choice", () => {
  const emptied = removed(withLever(begun, "a", "1"), 1, name);
  assert.ok(isUnchanged(selectedOf(emptied)));
  const two = added(begun, name);
  assert.deepEqual(names(two), ["Variant 1", "Variant 2"]);
  assert.equal(selectedOf(removed(two, 1, name)).id, 2);
  assert.equal(selectedOf(removed(two, 2, name)).id, 1);
});

test("new variants have names of their own", () => {
  const three = added(added(begun, name), name);
  assert.deepEqual(names(added(removed(three, 2, name), name)), ["Variant 1", "Variant 3", "Variant 4"]);
});

test("another intervention takes away what was changed of the one before", () => {
  const plans = withLever(withLever(withOverlay(begun, "a.yaml"), "interventions.x.from", "2027-01-01"), "b.places", "3");
  assert.deepEqual(requestOf(selectedOf(withOverlay(plans, "c.yaml"))), {
    name: "Variant 1",
    extends: "c.yaml",
    sets: [{ path: "b.places", value: "3" }],
  });
});

test("what was saved opens again as it was, and once", () => {
  const saved = { file: "more.yaml", name: "More", extends: "", sets: [{ path: "a.places", value: "40" }] };
  const plans = opened(begun, saved);
  assert.deepEqual(requestOf(selectedOf(plans)), { name: "More", extends: "", sets: saved.sets });
  assert.ok(isSaved(selectedOf(plans)));
  assert.equal(opened(plans, saved).variants.length, 2);
  const moved = withLever(plans, "a.places", "41");
  assert.ok(!isSaved(selectedOf(moved)));
  assert.equal(opened(moved, saved).variants.length, 3);
});

test("a name becomes the name of a file", () => {
  assert.equal(fileNameOf("Plan B, 20 plaatsen"), "plan-b-20-plaatsen.yaml");
  assert.equal(fileNameOf("Eén loket!"), "een-loket.yaml");
  assert.equal(fileNameOf("../../etc"), "etc.yaml");
  assert.equal(fileNameOf("???"), "variant.yaml");
});

test("a name of a file that is taken gets a number, as nothing is replaced", () => {
  assert.equal(freeFileName("Plan B", new Set(["plan-a.yaml"])), "plan-b.yaml");
  assert.equal(freeFileName("Plan B", new Set(["plan-b.yaml", "plan-b-2.yaml"])), "plan-b-3.yaml");
});

test("what was kept over a reload is taken only when it is whole", () => {
  assert.deepEqual(keptPlans(JSON.parse(JSON.stringify(begun))), begun);
  for (const broken of [null, 7, {}, { variants: [], selected: 1 }, { variants: [{ id: 1 }], selected: 1 }])
    assert.equal(keptPlans(broken), null);
});

test("a text is a variant: sent as it was typed, and named as it says", () => {
  const text = 'extends: base.yaml\nname: "Typed"\n';
  const plans = withText(withLever(begun, "a.places", "40"), 1, text);
  const variant = selectedOf(plans);
  assert.deepEqual(requestOf(variant), { name: "Typed", text });
  assert.ok(!isUnchanged(variant));
  assert.notEqual(contentOf(variant), contentOf(selectedOf(withText(plans, 1, `${text}# more`))));
  assert.equal(named(variant, "Other").text, 'extends: base.yaml\nname: "Other"\n');
  assert.equal(selectedOf(duplicated(plans, 1, "Copy")).text, 'extends: base.yaml\nname: "Copy"\n');
});

test("a text that is settings goes back to levers", () => {
  const sets = [{ path: "a.places", value: "41" }];
  const plans = backToLevers(withText(begun, 1, "x"), { name: "", extends: "", sets });
  assert.deepEqual(requestOf(selectedOf(plans)), { name: "Variant 1", extends: "", sets });
});

test("what a tab kept before there were texts is read", () => {
  const kept = JSON.parse(JSON.stringify(begun)) as Plans;
  delete (kept.variants[0] as Partial<Plans["variants"][0]>).text;
  assert.equal(keptPlans(kept)!.variants[0]!.text, null);
});
