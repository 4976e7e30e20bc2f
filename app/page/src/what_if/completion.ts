/** What can stand where somebody is typing an overlay. */
import type { Completions, SchemaNode } from "./protocol";
import type { YamlPlace } from "./yaml_place";

export interface Offer {
  text: string;
  info: string; // what it means
  isMap: boolean; // more lines follow
}

/** Sections whose ids are where youths can be. */
const places = ["desks", "arrangements", "exits"];
/** Maps whose keys are paths, and the key whose value is one. */
const pathMaps = ["set", "evidence"];

/** The forms that a value may have, without references. */
function formsOf(node: SchemaNode, { schema }: Completions): SchemaNode[] {
  if (node.$ref !== undefined) {
    const found = schema.definitions?.[node.$ref.replace("#/definitions/", "")];
    return found ? formsOf(found, { schema } as Completions) : [];
  }
  return node.anyOf ? node.anyOf.flatMap((each) => formsOf(each, { schema } as Completions)) : [node];
}

function below(forms: readonly SchemaNode[], key: string): SchemaNode[] {
  return forms.flatMap(({ properties, patternProperties, additionalProperties }) => {
    const named = properties?.[key];
    if (named) return [named];
    const fits = Object.entries(patternProperties ?? {}).filter(([pattern]) => new RegExp(pattern).test(key));
    if (fits.length > 0) return fits.map(([, node]) => node);
    return typeof additionalProperties === "object" ? [additionalProperties] : [];
  });
}

function formsAt(path: readonly string[], from: Completions): SchemaNode[] {
  const withItems = (nodes: readonly SchemaNode[]) => {
    const forms = nodes.flatMap((node) => formsOf(node, from));
    return [...forms, ...forms.flatMap(({ items }) => (items ? formsOf(items, from) : []))];
  };
  return path.reduce((forms, key) => withItems(below(forms, key)), withItems([from.schema]));
}

const plain = (text: string): Offer => ({ text, info: "", isMap: false });

function valueOffers(place: YamlPlace, from: Completions, files: readonly string[]): Offer[] {
  const key = place.key!;
  if (place.path.length === 0 && key === "extends") return files.map(plain);
  if (key === "change") return from.paths.map(plain);
  if (key === "to") return idsOf(places, from).map(plain);
  const forms = formsAt([...place.path, key], from);
  const values = forms.flatMap((form) => form.enum ?? []).filter((each) => each !== null);
  return [...new Set(values.map(String))].map(plain);
}

const idsOf = (sections: readonly string[], { ids }: Completions) =>
  sections.flatMap((section) => ids[section] ?? []);

/** @param files  that `extends` may name */
export function offersAt(place: YamlPlace, from: Completions, files: readonly string[]): Offer[] {
  if (place.key !== null) return valueOffers(place, from, files);
  const { path } = place;
  const last = path[path.length - 1];
  if (path.length === 1 && pathMaps.includes(last!)) return from.paths.map(plain);
  const ids = path.length === 1 ? idsOf([last!], from) : last === "routes" ? idsOf(places, from) : [];
  const offers = new Map(ids.map((text) => [text, { text, info: "", isMap: path.length === 1 }]));
  for (const form of formsAt(path, from))
    for (const [text, node] of Object.entries(form.properties ?? {})) {
      const forms = formsOf(node, from);
      const isMap = forms.every((each) => each.properties || each.additionalProperties || each.type === "null");
      offers.set(text, { text, info: node.description ?? "", isMap });
    }
  return [...offers.values()];
}
