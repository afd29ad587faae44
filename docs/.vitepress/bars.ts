import type { Plot } from "../../scripts/bench/harness/table.ts";

const ROW = 36;
const BAR = 10;

/** Bars as they stand in a page. Words have their own line, so that they are read on a phone as well; colours are the theme's. */
export function barsOf({ title, bars }: Plot): string {
  const most = Math.max(...bars.map(({ value }) => value));
  const rows = bars.map(({ label, text, value, ours }, index) => {
    const top = index * ROW;
    const width = ((100 * value) / most).toFixed(1);
    return [
      `<g class="${ours ? "ours" : "others"}">`,
      `<text x="0" y="${top + 14}">${escape(label)}</text>`,
      `<text x="100%" y="${top + 14}" text-anchor="end">${escape(text)}</text>`,
      `<rect x="0" y="${top + 20}" width="${width}%" height="${BAR}" rx="2" />`,
      "</g>",
    ].join("");
  });
  const said = bars.map(({ label, text }) => `${label} ${text}`).join("; ");
  return [
    `<figure class="bars"><figcaption>${escape(title)}</figcaption>`,
    `<svg role="img" aria-label="${escape(`${title}: ${said}`)}" width="100%" height="${bars.length * ROW}">`,
    ...rows,
    "</svg></figure>",
  ].join("");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
