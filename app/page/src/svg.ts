/** Makes elements of SVG, for marks that Plot does not have. */

const namespace = "http://www.w3.org/2000/svg";

export type Attributes = Record<string, string | number>;

export function svgElement(
  name: string,
  attributes: Attributes,
  ...children: (Node | string)[]
): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}
