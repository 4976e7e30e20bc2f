// Small scenarios about which every kind of question can be asked, and one of real youths.

/** Assumptions with ranges, and targets to tune on and to check. @param base  the scenario to extend */
export const assumedScenario = (base) => `doorstroom: 1
extends: ${base}
name: What is assumed
period: {years: 2, warm_up: 2 years}
replications: 8
evidence:
  desks.youth_team.work: {basis: assumed, range: [26 hours, 30 hours, 34 hours], source: asked}
  arrangements.oza.stay: {basis: assumed, range: [8 months, 11 months, 14 months]}
  arrangements.oza.waiting.at_home: {basis: derived, range: [20%, 40%, 60%]}
targets:
  youth_team.wait_mean: {range: [1 week, 30 weeks], use: tune, basis: assumed}
  oza.occupied_mean: {value: 24, tolerance: 20%, use: tune, basis: derived}
  dropouts_per_year: {range: [0, 2], use: check, basis: assumed}
`;

/** An intervention that ends, with two effects and a cost. */
export const helpedScenario = `doorstroom: 1
extends: assumed.yaml
name: Help for a year
interventions:
  help:
    label: Help
    from: 2026-08-01
    until: 2027-08-01
    cost: {amount: 50000 EUR per year, paid_by: {gemeente: 100%}}
    effects:
      faster: {change: desks.youth_team.work, factor: 0.7}
      shorter: {change: arrangements.oza.stay, factor: 0.6}
evidence:
  interventions.help.effects.shorter.factor: {basis: assumed, range: [1.0, 0.6, 0.5]}
`;

/** Counts of real youths, some small; a provider that stops before they may be told, and one after. */
export const recordsScenario = (base) => `doorstroom: 1
extends: ${base}
name: Real youths at the start
period: {years: 3, warm_up: 1 year}
replications: 4
arrangements:
  oza: {units: 3, stay: {exponential: {mean: 9 months}}}
  zoa: {units: 2, stay: {exponential: {mean: 7 months}}}
today:
  youth_team: {in_work: 9, waiting: 12, waited: 2 weeks}
  oza: {occupied: 20, waiting: 3, waited: 5 weeks}
  zoa: {occupied: 26, waiting: 6, waited: 5 weeks}
  home: {occupied: 2}
clocks:
  placed: {label: Placed in time, starts: {asks: oza}, stops: {enters: [oza]}, within: 10 weeks}
interventions:
  early: {label: Stops early, from: 2026-08-01, stops: {node: oza, units: [0], on: 2027-02-01, notice: 1 month}}
  late: {label: Stops late, from: 2026-08-01, stops: {node: zoa, units: [1], on: 2028-02-01, notice: 1 month}}
evidence:
  today.oza.waiting: {basis: derived, range: [1, 3, 9], source: the records}
  arrangements.zoa.places: {basis: assumed, range: [26, 30, 40]}
headline: {dropouts_per_year: 1, oza.waiting_mean: 1, home.occupied_mean: 1, absent_4w_mean: 1}
`;
