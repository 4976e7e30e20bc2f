/** Undo and redo over values that never change themselves. */

export interface History<T> {
  past: readonly T[];
  present: T;
  future: readonly T[];
  tag: string; // what the last step was; steps of one tag in a row are undone together
  at: number; // when that was [ms]
}

const together = 1000; // [ms]
const most = 200;

export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [], tag: "", at: 0 };
}

/** @param tag  such as the lever that moved; empty: a step of its own */
export function commit<T>(history: History<T>, present: T, tag: string, at: number): History<T> {
  const joins = tag !== "" && tag === history.tag && at - history.at < together;
  const past = joins ? history.past : [...history.past, history.present].slice(-most);
  return { past, present, future: [], tag, at };
}

/** What is now, said otherwise: no step of its own. */
export function amend<T>(history: History<T>, present: T): History<T> {
  return { ...history, present };
}

/** A change that no step takes back: it is made of all that was and was undone, too. */
export function throughout<T>(history: History<T>, change: (each: T) => T): History<T> {
  const { past, present, future } = history;
  return { ...history, past: past.map(change), present: change(present), future: future.map(change) };
}

export function undo<T>(history: History<T>): History<T> {
  const last = history.past.length - 1;
  if (last < 0) return history;
  return {
    past: history.past.slice(0, last),
    present: history.past[last]!,
    future: [history.present, ...history.future],
    tag: "",
    at: 0,
  };
}

export function redo<T>(history: History<T>): History<T> {
  if (history.future.length === 0) return history;
  return {
    past: [...history.past, history.present],
    present: history.future[0]!,
    future: history.future.slice(1),
    tag: "",
    at: 0,
  };
}
