// The time line of the what-if page, with the program behind it: grips, fields and buttons move the same levers.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { unfold, violations } from "./axe.mjs";
import { closed } from "./browser.mjs";
import { Tab, serving } from "./what_if.mjs";

let served;
before(async () => (served = await serving()));
after(async () => {
  await closed();
  await served.stop();
});

async function chosen(file, options) {
  const tab = await Tab.open(served.link, options);
  await tab.page.locator(".intervention > select").selectOption(file);
  await tab.page.locator(".course-grip-from").first().waitFor();
  tab.field = (label) => tab.page.getByLabel(label, { exact: true }).first();
  tab.said = () => tab.page.locator(".timing-said").first().textContent();
  return tab;
}

/** Drags from the middle of what is named; the button stays down. @param along  share of the two years */
async function drag(tab, selector, along, up = 0) {
  const track = await tab.page.locator(".course-track").first().boundingBox();
  const grip = await tab.page.locator(selector).first().boundingBox();
  const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2];
  await tab.page.mouse.move(x, y);
  await tab.page.mouse.down();
  await tab.page.mouse.move(x + along * track.width, y - up * track.height, { steps: 4 });
}

const month = 1 / 24; // of the two years

test("an intervention is moved by fields, buttons and dragging alike, in one step", async () => {
  const tab = await chosen("help.yaml");
  const [from, until] = [tab.field("From"), tab.field("Until")];
  assert.equal(await from.inputValue(), "2026-09-01");
  await tab.page.getByRole("button", { name: /^A month later: From/ }).click();
  assert.equal(await from.inputValue(), "2026-10-01");
  await from.fill("2026-09-01");
  await drag(tab, ".course-shape", 3 * month);
  assert.equal(await from.inputValue(), "2026-09-01", "letting go moves it");
  assert.match(await tab.page.locator(".course-tag").textContent(), /1 December 2026 to 1 December 2027/);
  const run = tab.nextRun("2027-12-01");
  await tab.page.mouse.up();
  assert.deepEqual([await from.inputValue(), await until.inputValue()], ["2026-12-01", "2027-12-01"]);
  const [begun] = await run;
  assert.match(begun.overlay, /help\.yaml/);
  assert.match(begun.overlay, /2026-12-01/);
  await tab.page.getByRole("button", { name: "Undo" }).click();
  assert.deepEqual([await from.inputValue(), await until.inputValue()], ["2026-09-01", "2027-09-01"]);
  assert.equal(tab.wrong.join("\n"), "");
  await tab.close();
});

test("each grip moves its lever in the unit that it has, and says so while it is dragged", async () => {
  const tab = await chosen("slow.yaml");
  const { page } = tab;
  await page.locator(".timing summary").first().click();
  const [ramp, stays, gone] = [tab.field("In full after"), tab.field("Stays at the end"), tab.field("Gone after")];
  assert.deepEqual([await ramp.inputValue(), await stays.inputValue(), await gone.inputValue()], ["2", "40", "12"]);
  const cases = [
    [".course-grip-ramp", 2 * month, 0, /^4 months, until 1 January 2027$/, "4 months"],
    [".course-grip-fades", month, 0, /^16 weeks, until/, "16 weeks"],
    [".course-grip-keeps", 0, 0.25, /^70% stays$/, "70%"],
    [".course-grip-until", -3 * month, 0, /^1 June 2027$/, "2027-06-01"],
    [".course-grip-from", month, 0, /^1 October 2026$/, "2026-10-01"],
  ];
  for (const [grip, along, up, tag, value] of cases) {
    await drag(tab, grip, along, up);
    assert.match(await page.locator(".course-tag").textContent(), tag);
    const run = tab.nextRun(value);
    await page.mouse.up();
    await run;
  }
  assert.deepEqual([await ramp.inputValue(), await stays.inputValue(), await gone.inputValue()], ["4", "70", "16"]);
  assert.equal(
    await tab.said(),
    "Begins on 1 October 2026 and works in full after 4 months, from 1 February 2027. " +
      "Ends on 1 June 2027; 70% of its effect stays then, and fades over 16 weeks, until 21 September 2027.",
  );
  assert.equal(tab.wrong.join("\n"), "");
  await tab.close();
});

test("what can be dragged can be typed and stepped, and goes back", async () => {
  const tab = await chosen("slow.yaml", { language: "nl" });
  await tab.page.locator(".timing summary").first().click();
  const ramp = tab.field("Volledig na");
  await ramp.fill("5 maanden");
  await ramp.press("Enter");
  assert.match(await tab.said(), /werkt na 5 maanden volledig, vanaf 1 februari 2027/);
  await ramp.press("ArrowDown");
  await tab.page.getByRole("button", { name: /^Minder: Volledig na/ }).first().click();
  assert.equal(await ramp.inputValue(), "3");
  await tab.page.getByRole("button", { name: "Terug naar 2 maanden" }).click();
  assert.equal(await ramp.inputValue(), "2");
  await tab.field("Blijft na het einde").fill("0");
  await tab.field("Blijft na het einde").press("Enter");
  assert.match(await tab.said(), /er blijft niets van over/);
  await tab.close();
});

test("an intervention without a ramp or an end is given both, and what stays with how long it fades", async () => {
  const tab = await chosen("slow.yaml");
  const { page } = tab;
  await page.locator(".timing summary").last().click();
  const last = page.locator(".timing").last();
  const field = (label) => last.getByLabel(label, { exact: true });
  assert.match(await last.locator(".timing-said").textContent(), /^Works in full from 1 January 2027\. It does not end\.$/);
  assert.equal(await field("Stays at the end").count(), 0, "nothing comes after what does not end");
  await field("In full after").fill("3");
  await field("In full after").press("Enter");
  await field("Until").fill("2027-10-01");
  const run = tab.nextRun("20%");
  await field("Stays at the end").fill("20");
  await field("Stays at the end").press("Enter");
  const [begun] = await run;
  assert.equal(await field("Gone after").inputValue(), "12", "a scenario says both or none");
  for (const line of ["ramp: 3 months", "until: 2027-10-01", "keeps: 20%", "fades_over: 12 months"])
    assert.ok(begun.overlay.includes(line), `${line} in ${begun.overlay}`);
  await last.locator(".timing-field").nth(2).getByRole("button", { name: "Leave this out" }).click();
  assert.match(await last.locator(".timing-said").textContent(), /after 3 months, from 1 April 2027\. It does not end\.$/);
  await tab.ended();
  assert.equal(await page.locator(".changes .lever-mistakes p").count(), 0);
  assert.equal(tab.wrong.join("\n"), "");
  await tab.close();
});

test("an effect takes over what it does not say, until it is given a time of its own", async () => {
  const tab = await chosen("slow.yaml");
  const [own, effect] = [tab.page.locator(".timing").nth(0), tab.page.locator(".timing").nth(1)];
  for (const group of [own, effect]) await group.locator("summary").click();
  const ramp = (group) => group.getByLabel("In full after", { exact: true });
  const leave = effect.getByRole("button", { name: "Leave this out" });
  assert.equal(await ramp(effect).inputValue(), "2");
  assert.ok((await effect.locator(".timing-taken").count()) >= 2, "from and ramp are as the intervention");
  assert.equal(await leave.count(), 0, "nothing was set that could be left out");
  await ramp(own).fill("3");
  await ramp(own).press("Enter");
  assert.equal(await ramp(effect).inputValue(), "3");
  const run = tab.nextRun("1 month");
  await ramp(effect).fill("1");
  await ramp(effect).press("Enter");
  assert.match((await run)[0].overlay, /effects\.shorter\.ramp: 1 month/);
  assert.equal(await ramp(own).inputValue(), "3");
  await leave.click();
  assert.equal(await ramp(effect).inputValue(), "3");
  await tab.ended();
  assert.equal(await tab.page.locator(".changes .lever-mistakes p").count(), 0);
  assert.equal(tab.wrong.join("\n"), "");
  await tab.close();
});

test("a mistake opens the fields in which it was made", async () => {
  const tab = await chosen("slow.yaml");
  const { page } = tab;
  const fold = page.locator(".timing summary").first();
  const mistake = page.locator(".timing .lever-mistakes p").first();
  let folded;
  const folding = new Promise((resolve) => (folded = resolve));
  await page.route(/\/run\?/, (asked) => folding.then(() => asked.continue())); // no mistake comes before the fold is closed
  await fold.click();
  await tab.field("Until").fill("2026-08-15");
  await fold.click();
  await tab.field("Until").waitFor({ state: "hidden" });
  folded();
  await mistake.waitFor();
  await tab.close();
});

test("interventions share one axis, an effect with timing of its own stands below, and no lever is shown twice", async () => {
  const tab = await chosen("slow.yaml");
  const { page } = tab;
  const tracks = page.locator(".course-track");
  assert.equal(await tracks.count(), 3);
  assert.equal(await page.locator(".time-years").count(), 1);
  const boxes = await Promise.all([0, 1, 2].map((i) => tracks.nth(i).boundingBox()));
  assert.ok(boxes.every(({ x, width }) => x === boxes[0].x && width === boxes[0].width));
  const lefts = await Promise.all([0, 2].map((i) => page.locator(".course-grip-from").nth(i).boundingBox()));
  assert.ok(lefts[0].x < lefts[1].x, "the intervention that begins first stands left");
  await page.locator(".intervention > details > summary").click();
  const listed = await page.locator(".intervention > details .found").textContent();
  for (const word of ["begins", "ends", "full effect", "gone"]) assert.ok(!listed.includes(word), `${word}: ${listed}`);
  await page.locator("#find-lever").fill("slow full effect");
  await page.locator(".finder .found button").first().click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "timing-interventions-slow-ramp");
  await tab.close();
});

test("the drawing is for the eye alone, its sentence for everybody", async () => {
  const tab = await chosen("slow.yaml", { bypassCSP: true });
  assert.equal(await tab.page.locator(".time-chart").getAttribute("aria-hidden"), "true");
  assert.equal(await tab.page.locator(".time-chart button, .time-chart input").count(), 0);
  await unfold(tab.page);
  for (const width of [320, 768, 1440]) {
    await tab.page.setViewportSize({ width, height: 900 });
    assert.deepEqual(await violations(tab.page), [], `${width} px`);
    assert.ok((await tab.page.evaluate(() => document.documentElement.scrollWidth)) <= width, `${width} px`);
  }
  await tab.close();
});
