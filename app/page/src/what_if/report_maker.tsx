/** Makes the report of the variants that are saved, to be downloaded. */
import { useEffect, useState } from "preact/hooks";
import { Copied } from "./copied";
import { isSaved } from "./variants";
import type { Workspace } from "./workspace";

/** So many the program takes. */
const most = 6;

interface Made {
  file: string;
  command: string;
  address: string; // of the report within this page
}

export function ReportMaker({ workspace }: { workspace: Workspace }) {
  const [made, setMade] = useState<Made | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState("");
  const saved = workspace.plans.value.variants.filter(isSaved).slice(0, most);
  const files = saved.map(({ file }) => file);
  const asked = files.join(" ");
  useEffect(() => setMade(null), [asked, workspace.language.value]);
  useEffect(() => () => URL.revokeObjectURL(made?.address ?? ""), [made]);
  const make = async () => {
    setBusy(true);
    setTrouble("");
    try {
      const { replications, language } = workspace;
      const report = await workspace.server.report(files, replications.value, language.value);
      const address = URL.createObjectURL(new Blob([report.html], { type: "text/html" }));
      setMade({ ...report, address });
    } catch (error) {
      setTrouble(workspace.troubleText(error));
    }
    setBusy(false);
  };
  if (files.length === 0 && workspace.model.value.read_only) return null;
  if (files.length === 0)
    return (
      <section class="report-maker" aria-labelledby="report-title">
        <h2 id="report-title">{workspace.t("report")}</h2>
        <p>{workspace.t("report_later")}</p>
      </section>
    );
  return (
    <section class="report-maker" aria-labelledby="report-title">
      <h2 id="report-title">{workspace.t("report")}</h2>
      <p>{workspace.t("report_of", saved.map(({ name }) => name).join("; "))}</p>
      <p>
        <button type="button" aria-disabled={isBusy} onClick={() => !isBusy && void make()}>
          {workspace.t(isBusy ? "report_busy" : "report_make")}
        </button>
      </p>
      <p class="lever-mistakes" role="alert">
        {trouble}
      </p>
      <div role="status">
        {made && (
          <p>
            <a href={made.address} download={made.file}>
              {workspace.t("report_ready", made.file)}
            </a>
          </p>
        )}
      </div>
      {made && <Copied workspace={workspace} title={workspace.t("report_command")} text={made.command} />}
    </section>
  );
}
