/** What a node and a flow of the map say. */
import type { MapChart, MapFlow, MapNode } from "../generated/report";
import { word, type Page } from "./page_document";
import { isNumber, numberText, percentText } from "./values";

/** What of the map is shown: a variant and a year, by index. */
export interface MapView {
  variant: number;
  year: number;
}

type ByVariantAndYear = (number | null)[][];

export function at(values: ByVariantAndYear, view: MapView): number | null {
  const value = values[view.variant]?.[view.year];
  return isNumber(value) ? value : null;
}

/**
 * "92%, 52 wait"; empty when there is nothing to tell. Whose places are not limited has no list
 * while nobody waits.
 */
export function nodeWords(node: MapNode, view: MapView, page: Page): string {
  const load = at(node.load, view);
  const waiting = at(node.waiting, view);
  const waitingText = waiting === null ? null : numberText(waiting, page.language);
  const withoutList = waitingText === null || (load === null && waitingText === "0");
  return [
    load !== null && percentText(load, page.language),
    !withoutList && word(page, "map.wait", waitingText),
  ]
    .filter((part) => typeof part === "string")
    .join(", ");
}

/** "to OZA: 120 youths a year"; empty when nobody goes there. */
export function flowWords(map: MapChart, flow: MapFlow, view: MapView, page: Page): string {
  const youths = at(flow.youths, view);
  const to = map.nodes[flow.to];
  if (youths === null || !to) return "";
  return word(page, "map.flow", to.label, numberText(youths, page.language));
}
