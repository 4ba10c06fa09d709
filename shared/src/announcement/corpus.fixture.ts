import { readFileSync, readdirSync } from 'node:fs';

import type { ElectionPack } from '../pack/pack.ts';
import type { ParsedAnnouncement } from './parsed.ts';

/** One announcement in our own words, and what is to be read in it. */
export interface CorpusCase {
  readonly id: string;
  readonly text: string;
  /** "area@cutoff min-max bBALLOTS eELECTORATE", as `figureLine` writes a figure; sorted. */
  readonly figures: readonly string[];
  /** "kind: words", some of what is to be left alone. */
  readonly left: readonly string[];
}

const folder = new URL('./corpus/', import.meta.url);

/** The names of the corpus's files: announcements by language, and tables. */
export const corpusFiles = readdirSync(folder).filter((name) => name.endsWith('.txt'));

/**
 * A file of the corpus. A case is `## id @cutoff`, the text, a line `--`, and the figures, parted by semicolons: the
 * area's code without the country's, `@cutoff` where it is not the case's own, hundredths or min-max, bBALLOTS,
 * eELECTORATE; `-` for none. A line `left: kind: words | …` may follow. `@-` is no cutoff; \uXXXX and \t are escapes.
 */
export function readCorpus(name: string, pack: ElectionPack): CorpusCase[] {
  const file = readFileSync(new URL(name, folder), 'utf8');
  return file
    .split(/^## /mu)
    .slice(1)
    .map((block) => {
      const [head = '', ...lines] = block.split('\n');
      const [id = '', cutoff = '-'] = head.split(' @');
      const [text = '', told = ''] = lines.join('\n').split('\n--\n');
      const [figures = '', ...rest] = told.split('\n');
      const left = rest.find((line) => line.startsWith('left: '))?.slice(6) ?? '';
      return {
        id,
        text: text.replace(/\\u([0-9A-Fa-f]{4})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        figures: figures
          .split(';')
          .map((figure) => figure.trim())
          .filter((figure) => figure !== '' && figure !== '-')
          .map((figure) => {
            const [place = '', ...values] = figure.split(' ');
            const [area = '', own = cutoff] = place.split('@');
            const code = area === pack.root ? area : `${pack.root}-${area}`;
            return [`${code}@${own}`, ...values].join(' ');
          })
          .sort(),
        left: left.split(' | ').filter((words) => words !== ''),
      };
    });
}

/** A figure as the corpus writes it. */
export function figureLine({
  area,
  cutoff,
  turnout,
  ballots,
  electorate,
}: ParsedAnnouncement['figures'][number]): string {
  return [
    `${area}@${cutoff ?? '-'}`,
    turnout === null ? '' : turnout.min === turnout.max ? String(turnout.min) : `${turnout.min}-${turnout.max}`,
    ballots === null ? '' : `b${ballots}`,
    electorate === null ? '' : `e${electorate}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
