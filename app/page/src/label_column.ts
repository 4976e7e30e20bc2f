/** Labels one below the other at the ends of lines, none over another. */

export interface ColumnLabel {
  wanted: number; // where its middle wants to be [px]
  height: number;
}

interface LabelBlock {
  count: number;
  height: number;
  wantedTops: number;
}

/** The middles of the labels, as near to where they want to be as there is room. */
export function spreadLabels(labels: ColumnLabel[], top: number, bottom: number): number[] {
  const topOf = (block: LabelBlock) =>
    Math.max(top, Math.min(block.wantedTops / block.count, bottom - block.height));
  const order = labels.map((_, i) => i);
  order.sort((a, b) => (labels[a]?.wanted ?? 0) - (labels[b]?.wanted ?? 0) || a - b);

  const blocks: LabelBlock[] = [];
  for (const i of order) {
    const label = labels[i];
    if (!label) continue;
    blocks.push({ count: 1, height: label.height, wantedTops: label.wanted - label.height / 2 });
    for (;;) {
      const last = blocks[blocks.length - 1];
      const before = blocks[blocks.length - 2];
      if (!last || !before || topOf(before) + before.height <= topOf(last)) break;
      before.wantedTops += last.wantedTops - last.count * before.height;
      before.height += last.height;
      before.count += last.count;
      blocks.pop();
    }
  }

  const middles = labels.map(() => 0);
  let next = 0;
  for (const block of blocks) {
    let at = topOf(block);
    for (let k = 0; k < block.count; ++k) {
      const i = order[next++] ?? 0;
      const height = labels[i]?.height ?? 0;
      middles[i] = at + height / 2;
      at += height;
    }
  }
  return middles;
}

let canvas: CanvasRenderingContext2D | null | undefined;

/** How wide a text is in the typeface of the page; about, where there is no page. [px] */
export function textWidth(text: string, size: number): number {
  if (canvas === undefined)
    canvas =
      typeof document === "undefined" ? null : document.createElement("canvas").getContext("2d");
  if (!canvas) return aboutWidth(text, size);
  canvas.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
  return canvas.measureText(text).width;
}

function aboutWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) {
    if ("iljtf.,:;|!'()[]I ".includes(letter)) ems += 0.31;
    else if ("mwMW%".includes(letter)) ems += 0.88;
    else if (letter >= "A" && letter <= "Z") ems += 0.68;
    else ems += 0.56;
  }
  return ems * size;
}

/** Breaks at blanks; what does not fit into so many lines ends in an ellipsis. */
export function wrapText(text: string, width: number, size: number, mostLines: number): string[] {
  const lines: string[] = [];
  for (const each of text.split(" ")) {
    const last = lines[lines.length - 1];
    if (last !== undefined && textWidth(`${last} ${each}`, size) <= width)
      lines[lines.length - 1] = `${last} ${each}`;
    else lines.push(each);
  }
  const shown = lines.slice(0, mostLines).map((line) => cut(line, width, size));
  if (lines.length > mostLines) {
    const last = shown[mostLines - 1] ?? "";
    shown[mostLines - 1] = last.endsWith("\u2026") ? last : cut(`${last}\u2026`, width, size);
  }
  return shown;
}

function cut(line: string, width: number, size: number): string {
  if (textWidth(line, size) <= width) return line;
  let kept = [...line.replace(/\u2026$/, "")];
  while (kept.length > 1 && textWidth(`${kept.join("")}\u2026`, size) > width)
    kept = kept.slice(0, -1);
  return `${kept.join("")}\u2026`;
}
