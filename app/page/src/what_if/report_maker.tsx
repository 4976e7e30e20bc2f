/** Makes the report of the variants that are saved, to be downloaded; says when it is of what was before. */
import { useEffect, useState } from "preact/hooks";
import { Copied } from "./copied";
import { isSaved } from "./variants";
import type { Workspace } from "./workspace";

/** So many the program takes. */
const most = 6;

interface Made {
  of: string; // what stood in it, to tell whether that changed since
  file: string;
  command: string;
  address: string; // of the report within this page
}

function useReport(workspace: Workspace, files: string[], of: string) {
  const [made, setMade] = useState<Made | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState("");
  useEffect(() => () => URL.revokeObjectURL(made?.address ?? ""), [made]);
  const make = async () => {
    setBusy(true);
    setTrouble("");
    try {
      const { replications, language } = workspace;
      const { html, file, command } = await workspace.server.report(files, replications.value, language.value);
      setMade({ of, file, command, address: URL.createObjectURL(new Blob([html], { type: "text/html" })) });
    } catch (error) {
      setTrouble(workspace.troubleText(error));
    }
    setBusy(false);
  };
  return { made, isBusy, trouble, make };
}

export function ReportMaker({ workspace }: { workspace: Workspace }) {
  const { replications, language, plans, model } = workspace;
  const saved = plans.value.variants.filter(isSaved).slice(0, most);
  const files = saved.map(({ file }) => file);
  const of = [language.value, String(replications.value), ...files].join(" ");
  const { made, isBusy, trouble, make } = useReport(workspace, files, of);
  const isOld = made !== null && made.of !== of;
  if (files.length === 0 && !made && model.value.read_only) return null;
  const button = isBusy ? "report_busy" : isOld ? "report_again" : "report_make";
  return (
    <section class="report-maker" aria-labelledby="report-title">
      <h2 id="report-title">{workspace.t("report")}</h2>
      {files.length === 0 ? (
        !made && <p>{workspace.t("report_later")}</p>
      ) : (
        <p>{workspace.t("report_of", saved.map(({ name }) => name).join("; "))}</p>
      )}
      {isOld && <p class="report-old">{workspace.t(files.length === 0 ? "report_old_unsaved" : "report_old")}</p>}
      {files.length > 0 && (
        <p>
          <button type="button" aria-disabled={isBusy} onClick={() => !isBusy && void make()}>
            {workspace.t(button)}
          </button>
        </p>
      )}
      <p class="lever-mistakes" role="alert">
        {trouble}
      </p>
      <div role="status">
        {made && (
          <p>
            <a href={made.address} download={made.file}>
              {workspace.t(isOld ? "report_former" : "report_ready", made.file)}
            </a>
          </p>
        )}
      </div>
      {made && !isOld && <Copied workspace={workspace} title={workspace.t("report_command")} text={made.command} />}
    </section>
  );
}
