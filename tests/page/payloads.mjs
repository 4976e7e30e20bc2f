// Texts that would do harm in a page that took them for markup or script. Characters that break lines or
// turn the direction of text are refused in a scenario, so none comes so far.

export const payloads = {
  script: "</script><script>alert(1)</script>",
  image: '<img src=x onerror="alert(2)">',
  comment: "<!-- <script> ]]> -->",
  entities: "&#x2028; &lt;script&gt; &amp;#60;",
  template: "${alert(3)} {{0}} {0} %s &lt;b&gt; &amp;",
  quotes: `"><svg onload=alert(4)> ' onmouseover='alert(5)`,
  address: "javascript:alert(6)",
  style: "</style><b>bold</b>",
  rightToLeft: "abc \u05d0\u05d1\u05d2 cba",
};

const quoted = JSON.stringify;

/** Minimal.yaml with a payload in every text that a scenario may hold. */
export function payloadScenario(minimal) {
  const both = (text) => `{nl: ${quoted(text)}, en: ${quoted(text)}}`;
  return minimal
    .replace("name: One desk, two arrangements", `name: ${quoted(payloads.script)}`)
    .replace("{nl: Signaal op school, en: Signal at school}", both(payloads.image))
    .replace("  youth_team:\n    staff", `  youth_team:\n    label: ${both(payloads.quotes)}\n    staff`)
    .replace("  oza:\n    leads", `  oza:\n    label: ${both(payloads.comment)}\n    leads`)
    .replace("  zoa:\n    leads", `  zoa:\n    label: ${both(payloads.entities)}\n    leads`)
    .replace("  home:\n    education", `  home:\n    label: ${both(payloads.template)}\n    education`)
    .replace(
      "exits:\n  back_at_school: {education: full}",
      `exits:\n  back_at_school: {label: ${both(payloads.style)}, education: full}\n` +
        `evidence:\n  arrangements.oza.places: {basis: assumed, range: [20, 24, 28], ` +
        `source: ${quoted(payloads.address)}, note: ${quoted(payloads.rightToLeft)}}\n`,
    );
}
