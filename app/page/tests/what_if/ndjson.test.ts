import assert from "node:assert/strict";
import { test } from "node:test";
import { LineSplitter, readLines } from "../../src/what_if/ndjson";

test("a line counts once it has ended, however it was cut", () => {
  const splitter = new LineSplitter();
  assert.deepEqual(splitter.push('{"a"'), []);
  assert.deepEqual(splitter.push(':1}\n{"b":2}\n{"c'), ['{"a":1}', '{"b":2}']);
  assert.deepEqual(splitter.push('":3}\n\n'), ['{"c":3}']);
  assert.deepEqual(splitter.rest(), []);
});

test("the last line may have no end", () => {
  const splitter = new LineSplitter();
  splitter.push("1\n2");
  assert.deepEqual(splitter.rest(), ["2"]);
});

test("a body is read line by line, also where a letter is cut in two", async () => {
  const bytes = new TextEncoder().encode('{"text":"één"}\n{"text":"twee"}\n');
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  const read: unknown[] = [];
  await readLines(body, (value) => read.push(value) < 0);
  assert.deepEqual(read, [{ text: "één" }, { text: "twee" }]);
});

test("a line that is no JSON fails", async () => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode("oops\n"));
      controller.close();
    },
  });
  await assert.rejects(readLines(body, () => false), SyntaxError);
});

test("nothing is waited for behind the last line", async () => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode("1\n2\n3\n")); // and never ends
    },
  });
  const read: unknown[] = [];
  await readLines(body, (value) => read.push(value) === 2);
  assert.deepEqual(read, [1, 2]);
});
