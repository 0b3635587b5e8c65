import { STOCK } from '../arms.ts';
import { median, medianRatio } from '../measure/statistics.ts';
import type { SectionResult } from '../sections/section.ts';
import { SECTION_TITLES } from './markdown.ts';

const WIDTH = 860;
const LABEL = 260;
const BAR = 22;
const GAP = 8;
const HEAD = 44;
const SHOWN = { operation: 'B', connections: 10 };
const COLOURS = { floor: '#c8ccd4', ours: '#2f6f4e', peer: '#8a94a6' } as const;

interface Bar {
  readonly label: string;
  readonly value: number;
  readonly note: string;
  readonly colour: string;
}

/** The nested query at ten connections, as bars: one group a section. Plain SVG, drawn without a browser. */
export function pictureOf(sections: readonly SectionResult[]): string {
  const parts: string[] = [];
  let y = 16;
  for (const section of sections) {
    const bars = barsOf(section);
    if (bars.length === 0) continue;
    parts.push(text(16, y + 18, `${SECTION_TITLES[section.section]}: query B, 10 connections, requests/s`, 'bold'));
    y += HEAD;
    const most = Math.max(...bars.map(({ value }) => value));
    for (const bar of bars) {
      const length = Math.max(1, ((WIDTH - LABEL - 170) * bar.value) / most);
      parts.push(
        text(LABEL - 10, y + 16, bar.label, 'normal', 'end'),
        `<rect x="${LABEL}" y="${y}" width="${length.toFixed(1)}" height="${BAR}" rx="3" fill="${bar.colour}"/>`,
        text(LABEL + length + 8, y + 16, bar.note),
      );
      y += BAR + GAP;
    }
    y += 14;
  }
  const style = 'font-family="system-ui, sans-serif" font-size="14" fill="#1d2430"';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y}" viewBox="0 0 ${WIDTH} ${y}" ${style}>
<rect width="${WIDTH}" height="${y}" fill="#ffffff"/>
${parts.join('\n')}
</svg>
`;
}

function barsOf({ arms, measured }: SectionResult): Bar[] {
  const cell = measured.filter(
    ({ operation, connections }) => operation === SHOWN.operation && connections === SHOWN.connections,
  );
  const stock = cell.find(({ arm }) => arm === STOCK)?.samples ?? [];
  return cell.map(({ arm, samples }) => {
    const value = median(samples.map(({ requestsPerSecond }) => requestsPerSecond)) ?? 0;
    const ratio = medianRatio(samples, stock);
    return {
      label: arms.find(({ name }) => name === arm)?.title ?? arm,
      value,
      note: `${value.toFixed(0)}${ratio === null ? '' : `  (${ratio.toFixed(1)} × stock)`}`,
      colour: colourOf(arm),
    };
  });
}

function colourOf(arm: string): string {
  if (arm.startsWith('floor')) return COLOURS.floor;
  return arm.startsWith('ours') || arm.startsWith('one-process') ? COLOURS.ours : COLOURS.peer;
}

function text(x: number, y: number, content: string, weight = 'normal', anchor = 'start'): string {
  const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x.toFixed(0)}" y="${y}" font-weight="${weight}" text-anchor="${anchor}">${escaped}</text>`;
}
