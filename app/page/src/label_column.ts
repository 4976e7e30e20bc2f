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
