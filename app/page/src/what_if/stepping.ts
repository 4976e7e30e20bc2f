/** Undo and redo as somebody sees them: what was undone is said, and levers stay levers where that can be. */
import { batch } from "@preact/signals";
import { amend, type History } from "./history";
import { leverName, valueText } from "./lever_value";
import type { Settings } from "./protocol";
import { stepText } from "./steps";
import { backToLevers, contentOf, selectedOf, type Plans } from "./variants";
import type { Workspace } from "./workspace";

function leverText(workspace: Workspace, path: string, value: string | null): { name: string; value: string } {
  const lever = workspace.leverAt(path);
  if (!lever) return { name: path, value: value ?? workspace.t("step_now") };
  const text = value ?? lever.value;
  const said = text === "" ? workspace.t("step_none") : valueText(lever, text, workspace.language.peek());
  return { name: leverName(lever), value: said };
}

/** Plans with the text that is looked at as levers, where it was seen to be settings; null: it was not. */
function asLevers(workspace: Workspace, plans: Plans): Plans | null {
  const settings = workspace.checks.settingsOf(selectedOf(plans));
  return settings && backToLevers(plans, settings);
}

/** A step back or forth. Where levers were shown, levers are shown, unless the step was from text to levers. */
export function step(
  workspace: Workspace,
  move: (history: History<Plans>) => History<Plans>,
  key: "undone" | "redone",
): void {
  const [from, to] = [workspace.history.peek(), move(workspace.history.peek())];
  if (from === to) return;
  const wasTyped = workspace.isTyped.peek();
  const levers = wasTyped ? null : asLevers(workspace, to.present);
  const isConversion = levers !== null && contentOf(selectedOf(levers)) === contentOf(selectedOf(from.present));
  const present = isConversion ? to.present : (levers ?? to.present);
  const [before, after] = key === "undone" ? [present, from.present] : [from.present, present];
  const say = (text: string, ...parts: string[]) => workspace.t(text, ...parts);
  const said = stepText(before, after, say, (path, value) => leverText(workspace, path, value));
  batch(() => {
    workspace.history.value = amend(to, present);
    workspace.prefersText.value = wasTyped;
    const isOther = workspace.isTyped.value !== wasTyped;
    workspace.stepped.value = workspace.t(key, said) + (isOther ? ` ${workspace.t("now_as_text")}` : "");
  });
}

/** From text to levers: a step of its own only where comments are lost, so that these can be had again. */
export function toLevers(workspace: Workspace, settings: Settings): void {
  const convert = (plans: Plans) => backToLevers(plans, settings);
  const { text } = workspace.selected.peek();
  if (text !== null && /(^|\s)#/.test(text)) workspace.change(convert);
  else workspace.history.value = amend(workspace.history.peek(), convert(workspace.plans.peek()));
}
