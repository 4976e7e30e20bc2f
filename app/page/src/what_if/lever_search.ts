/** Finds levers by words: "plaatsen oza", "staff youth". */
import type { Lever } from "./protocol";

/** Lower case, without accents, in words of letters and digits. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

interface Indexed {
  lever: Lever;
  path: string[];
  label: string[];
  others: string[];
}

/** How well a word that was asked for fits; 0: not. The path and the label weigh more than help. */
function fit(asked: string, of: Indexed): number {
  const best = (words: string[], weight: number) => {
    let most = 0;
    for (const word of words) {
      if (word === asked) return 4 * weight;
      if (word.startsWith(asked)) most = Math.max(most, 3 * weight);
      else if (asked.length > 2 && word.includes(asked)) most = Math.max(most, weight);
    }
    return most;
  };
  return Math.max(best(of.path, 3), best(of.label, 3), best(of.others, 1));
}

/**
 * What a planner most often moves: places, then staff; first those of which evidence gives a range,
 * since those were found worth asking about.
 */
function often(levers: Lever[]): Lever[] {
  const rank = ({ path, low }: Lever) => (path.endsWith(".places") ? 0 : 1) + (low === "" ? 2 : 0);
  return levers
    .filter(({ path }) => /\.(places|staff)$/.test(path))
    .sort((a, b) => rank(a) - rank(b));
}

export class LeverIndex {
  private readonly all: Indexed[];

  constructor(levers: Lever[]) {
    this.all = levers.map((lever) => ({
      lever,
      path: wordsOf(lever.path.replace(/_/g, " ")).concat(wordsOf(lever.path.replace(/\./g, " "))),
      label: wordsOf(`${lever.label} ${lever.node}`),
      others: wordsOf(`${lever.help} ${lever.words}`),
    }));
  }

  /** Each asked word fits each lever found; the best first, then the shortest path. */
  find(query: string): Lever[] {
    const asked = wordsOf(query);
    if (asked.length === 0)
      return often(this.all.map(({ lever }) => lever));
    const found: { lever: Lever; score: number }[] = [];
    for (const each of this.all) {
      const fits = asked.map((word) => fit(word, each));
      if (fits.every((one) => one > 0))
        found.push({ lever: each.lever, score: fits.reduce((sum, one) => sum + one, 0) });
    }
    const depth = ({ path }: Lever) => path.split(".").length;
    found.sort((a, b) => b.score - a.score || depth(a.lever) - depth(b.lever));
    return found.map(({ lever }) => lever);
  }
}
