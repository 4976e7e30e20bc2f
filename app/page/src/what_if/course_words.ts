/** When an intervention holds, in sentences. */
import { dateOf, dateText } from "../values";
import { courseOf, dateAfter, type Timing } from "./course";
import { spanOf, spanText } from "./span";
import type { Grip } from "./timing_change";

type Say = (key: string, ...parts: string[]) => string;

/** "Begins on 1 January 2027, and works in full 4 months later ... Ends on ..." */
export function courseSentence(timing: Timing, start: string, language: string, t: Say): string {
  const course = courseOf(timing, start);
  if (!course) return "";
  const date = (day: number) => dateText(dateOf(start, day), language);
  const span = (text: string) => spanText(spanOf(text) ?? { number: 0, unit: "month" }, language);
  const begin =
    course.full > course.from
      ? t("course_rises", date(course.from), span(timing.ramp), date(course.full))
      : t("course_at_once", date(course.from));
  return `${begin} ${endSentence()}`;

  function endSentence(): string {
    const { until, keeps, faded } = course!;
    if (until === null) return t("course_endless");
    if (keeps <= 0) return t("course_ends", date(until));
    const share = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(keeps);
    if (faded <= until) return t("course_ends", date(until));
    return t("course_fades", date(until), share.replace(/\s/g, ""), span(timing.fades), date(faded));
  }
}

/** What stands at a grip while it is dragged. */
export function gripText(timing: Timing, grip: Grip, language: string, t: Say): string {
  const date = (text: string) => dateText(dateOf(text, 0), language);
  const reach = (from: string, span: string) => {
    const length = spanOf(span);
    return t("course_span", length ? spanText(length, language) : "", date(dateAfter(from, span)));
  };
  switch (grip) {
    case "from":
      return date(timing.from);
    case "until":
      return date(timing.until);
    case "ramp":
      return reach(timing.from, timing.ramp);
    case "fades":
      return reach(timing.until, timing.fades);
    case "keeps":
      return t("course_stays", timing.keeps);
    case "all":
      return timing.until === "" ? date(timing.from) : t("range", date(timing.from), date(timing.until));
  }
}
