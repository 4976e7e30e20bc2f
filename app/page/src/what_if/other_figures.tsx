/** Every other figure of the whole region, about which the scenario asks for no verdict. */
import { signed } from "../values";
import type { Result } from "./results";
import { isUnchanged } from "./variants";
import type { Workspace } from "./workspace";

export function OtherFigures({ workspace, result }: { workspace: Workspace; result: Result | undefined }) {
  const headline = new Set(workspace.figures().map(({ id }) => id));
  const others = result?.figures?.system.filter(({ id }) => !headline.has(id)) ?? [];
  if (others.length === 0) return null;
  const isChanged = !isUnchanged(workspace.selected.value);
  const title = workspace.t("other_figures", String(others.length));
  return (
    <details>
      <summary>{title}</summary>
      <div class="scroller" role="group" aria-label={title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{workspace.t("figure")}</th>
              <th scope="col" class="number">
                {workspace.t("now")}
              </th>
              {isChanged && (
                <>
                  <th scope="col" class="number">
                    {workspace.t("then")}
                  </th>
                  <th scope="col">{workspace.t("difference")}</th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {others.map((figure) => (
              <tr key={figure.id}>
                <th scope="row">{figure.label}</th>
                <td>{signed(figure.base_text)}</td>
                {isChanged && (
                  <>
                    <td>{signed(figure.variant_text)}</td>
                    <td class="words">{signed(figure.difference_text)}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
