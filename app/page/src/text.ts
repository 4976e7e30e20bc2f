/** How wide texts are, and where they break. */

let canvas: CanvasRenderingContext2D | null | undefined;

/** In the typeface of the page; about, where there is no page. [px] */
export function textWidth(text: string, size: number): number {
  if (canvas === undefined)
    canvas =
      typeof document === "undefined" ? null : document.createElement("canvas").getContext("2d");
  if (!canvas) return boldWidth(text, size);
  canvas.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
  return canvas.measureText(text).width;
}

/** Of the characters 32 to 126, as in results/charts/text_width.cpp. [1/1000 of the size] */
const letterWidths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778,
  722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278,
  278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
  556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/** As the boxes of the map were laid out: bold Liberation Sans. [px] */
export function boldWidth(text: string, size: number): number {
  let sum = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    sum += letterWidths[code - 32] ?? (code >= 0xdf && code <= 0xff ? 556 : 722);
  }
  return (1.08 * sum * size) / 1000;
}

type Measure = (text: string, size: number) => number;

/** Breaks at blanks; what does not fit into so many lines ends in an ellipsis. */
export function wrapText(text: string, width: number, size: number, mostLines: number): string[] {
  return wrap(text, width, size, mostLines, textWidth, false);
}

/** As results/charts/text_width.cpp breaks the labels of the map: a long word within, too. */
export function wrapBold(text: string, width: number, size: number, mostLines: number): string[] {
  return wrap(text, width, size, mostLines, boldWidth, true);
}

function wrap(
  text: string,
  width: number,
  size: number,
  mostLines: number,
  measure: Measure,
  breakWords: boolean,
): string[] {
  const fits = (line: string) => measure(line, size) <= width;
  const lines: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(...(breakWords ? pieces(word, fits) : [word]));
  }
  const cut = (line: string, end: string) => {
    let kept = [...line];
    while (kept.length > 1 && !fits(kept.join("") + end)) kept = kept.slice(0, -1);
    return kept.join("") + end;
  };
  return lines.slice(0, mostLines).map((line, i) => {
    const goesOn = i === mostLines - 1 && lines.length > mostLines;
    return fits(line) && !goesOn ? line : cut(line, "\u2026");
  });
}

function pieces(word: string, fits: (line: string) => boolean): string[] {
  const parts: string[] = [""];
  for (const letter of word) {
    const last = parts.length - 1;
    if (parts[last] !== "" && !fits(parts[last] + letter)) parts.push(letter);
    else parts[last] += letter;
  }
  return parts;
}
