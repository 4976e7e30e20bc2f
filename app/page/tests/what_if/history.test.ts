import assert from "node:assert/strict";
import { test } from "node:test";
import { amend, begin, commit, redo, throughout, undo } from "../../src/what_if/history";

test("undo goes back and redo forth", () => {
  const two = commit(commit(begin("a"), "b", "", 0), "c", "", 0);
  assert.equal(undo(two).present, "b");
  assert.equal(undo(undo(two)).present, "a");
  assert.equal(redo(undo(two)).present, "c");
  assert.equal(undo(begin("a")).present, "a");
  assert.equal(redo(two).present, "c");
});

test("a new step forgets what was undone", () => {
  const history = commit(undo(commit(begin("a"), "b", "", 0)), "c", "", 0);
  assert.equal(redo(history).present, "c");
  assert.equal(undo(history).present, "a");
});

test("quick steps of one lever are undone together, slow ones and those of others by themselves", () => {
  let history = commit(begin(0), 1, "places", 0);
  history = commit(history, 2, "places", 500);
  assert.equal(undo(history).present, 0);
  history = commit(history, 3, "places", 5000);
  assert.equal(undo(history).present, 2);
  history = commit(history, 4, "staff", 5100);
  assert.equal(undo(history).present, 3);
});

test("after an undo the next step stands by itself", () => {
  const history = commit(undo(commit(begin(0), 1, "places", 0)), 2, "places", 10);
  assert.equal(undo(history).present, 0);
  assert.equal(history.past.length, 1);
});

test("what now is said otherwise is no step, and what holds throughout is not undone", () => {
  const two = undo(commit(commit(begin("a"), "b", "", 0), "c", "", 0));
  assert.equal(undo(amend(two, "B")).present, "a");
  assert.equal(redo(amend(two, "B")).present, "c");
  const marked = throughout(two, (each) => `${each}!`);
  assert.deepEqual([undo(marked).present, marked.present, redo(marked).present], ["a!", "b!", "c!"]);
});
