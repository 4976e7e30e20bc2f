/** All variants beside each other and beside what is now, in words. */
import { signed } from "../values";
import { isUnchanged } from "./variants";
import type { Workspace } from "./workspace";

export function SideBySide({ workspace }: { workspace: Workspace }) {
  const variants = workspace.plans.value.variants.filter((each) => !isUnchanged(each));
  if (variants.length < 2) return null;
  const all = workspace.figures();
  const headline = all.filter((each) => each.headline);
  return (
    <section aria-labelledby="beside-title">
      <h2 id="beside-title">{workspace.t("side_by_side")}</h2>
      <div class="scroller" role="group" aria-labelledby="beside-title" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{workspace.t("figure")}</th>
              <th scope="col" class="number">
                {workspace.t("now")}
              </th>
              {variants.map(({ id, name }) => (
                <th scope="col" class="number" key={id}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(headline.length > 0 ? headline : all).map((meta) => (
              <tr key={meta.id}>
                <th scope="row">{meta.label}</th>
                <td>{signed(workspace.base.value.get(meta.id) ?? "\u2026")}</td>
                {variants.map((variant) => {
                  const result = workspace.resultOf(variant);
                  const figure = result?.figures?.figures.find(({ id }) => id === meta.id);
                  return (
                    <td key={variant.id}>
                      {figure ? signed(figure.variant_text) : "\u2026"}
                      {figure && <span class={`beside-text tone-${figure.tone}`}>{signed(figure.difference_text)}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
