/** Figures without a verdict, folded: as they are now, with the variant, and the difference. */
import { signed } from "../values";
import type { OtherFigure } from "./protocol";
import { isUnchanged } from "./variants";
import type { Workspace } from "./workspace";

interface FigureTableProps {
  workspace: Workspace;
  title: string;
  head: string; // of the column of labels
  figures: OtherFigure[];
}

export function FigureTable({ workspace, title, head, figures }: FigureTableProps) {
  if (figures.length === 0) return null;
  const isChanged = !isUnchanged(workspace.selected.value);
  return (
    <details>
      <summary>{title}</summary>
      <div class="scroller" role="group" aria-label={title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{head}</th>
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
            {figures.map((figure) => (
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
