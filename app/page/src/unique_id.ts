/** Ids that no other element of the page has: those of Preact repeat in each of its trees. */
import { useMemo } from "preact/hooks";

let given = 0;

export function useUniqueId(): string {
  return useMemo(() => `control-${++given}`, []);
}
