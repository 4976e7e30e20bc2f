/** Lines of JSON, as they come in pieces. */

/** Cuts a text that comes in pieces into lines. */
export class LineSplitter {
  private begun = "";

  /** The lines that end within this piece; empty ones are left out. */
  push(piece: string): string[] {
    const parts = (this.begun + piece).split("\n");
    this.begun = parts.pop() ?? "";
    return parts.filter((line) => line.trim() !== "");
  }

  /** What stands behind the last line end. */
  rest(): string[] {
    const last = this.begun;
    this.begun = "";
    return last.trim() === "" ? [] : [last];
  }
}

/** Gives each line of a body to `each` as soon as it is whole, until one is told to be the last. */
export async function readLines(
  body: ReadableStream<Uint8Array>,
  each: (value: unknown) => boolean,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const splitter = new LineSplitter();
  for (;;) {
    const { done, value } = await reader.read();
    const lines = done
      ? [...splitter.push(decoder.decode()), ...splitter.rest()]
      : splitter.push(decoder.decode(value, { stream: true }));
    for (const line of lines)
      if (each(JSON.parse(line))) {
        await reader.cancel();
        return;
      }
    if (done) return;
  }
}
