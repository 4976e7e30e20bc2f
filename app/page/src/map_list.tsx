/** The map where there is no room for one: a list in the order of a youth's way. */
import type { MapChart } from "../generated/report";
import { Gauge, LoadHatches } from "./map_drawing";
import { at, flowWords, nodeWords, type MapView } from "./map_words";
import type { Page } from "./page_document";

export function MapList(props: { map: MapChart; view: MapView; page: Page }) {
  const { map, view, page } = props;
  const hatchId = (kind: number) => `${map.id}-list-load-${kind}`;
  const order = map.nodes.map((_, i) => i);
  order.sort((a, b) => (map.nodes[a]?.x ?? 0) - (map.nodes[b]?.x ?? 0) || a - b);
  return (
    <>
      <svg width="0" height="0" aria-hidden="true" style={{ position: "absolute" }}>
        <LoadHatches hatchId={hatchId} />
      </svg>
      <ol class="map-list">
        {order.map((i) => {
          const node = map.nodes[i];
          if (!node) return null;
          const load = at(node.load, view);
          return (
            <li key={node.id} data-node={node.id}>
              <span class="node">{node.label}</span>
              <span>{nodeWords(node, view, page)}</span>
              {load !== null && (
                <svg viewBox="0 0 202 10" width="202" height="10" aria-hidden="true">
                  <Gauge hatchId={hatchId} load={load} x={1} y={1} width={200} />
                </svg>
              )}
              {map.flows
                .filter(({ from }) => from === i)
                .map((flow) => flowWords(map, flow, view, page))
                .filter((text) => text !== "")
                .map((text) => (
                  <span class="flow" key={text}>
                    {text}
                  </span>
                ))}
            </li>
          );
        })}
      </ol>
    </>
  );
}
