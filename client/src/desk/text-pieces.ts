import type { LeftAlone } from '@yavka/shared/announcement/parsed';
import type { Snippet } from '@yavka/shared/figures/figure';
import type { AreaId } from '@yavka/shared/ids';

/** A stretch of an announcement's text, and what it was read as. */
export type TextPiece = {
  readonly text: string;
  /** Where it begins in the whole text. */
  readonly start: number;
} & (Owner | { readonly kind: 'plain' });

type Owner =
  | { readonly kind: 'asOf' }
  /** Several areas can share one number. */
  | { readonly kind: 'figure'; readonly areas: readonly AreaId[] }
  | { readonly kind: 'leftAlone'; readonly as: LeftAlone['kind'] };

export interface ReadMarks {
  readonly asOfSnippet: Snippet | null;
  readonly figures: readonly { readonly area: AreaId; readonly snippet: Snippet }[];
  readonly leftAlone: readonly LeftAlone[];
}

/**
 * Cuts a text into the stretches that were read and those between them. Joined again the pieces are the text. Where
 * stretches overlap, a figure wins over a time and a time over what was left alone, so that no number is struck that counts.
 */
export function textPiecesOf(text: string, marks: ReadMarks): TextPiece[] {
  const owners = Array.from<Owner | null>({ length: text.length }).fill(null);
  const claim = ({ start, end }: Snippet, owner: Owner): void => {
    for (let at = Math.max(0, start); at < Math.min(end, text.length); at += 1) owners[at] = owner;
  };
  for (const { kind, snippet } of marks.leftAlone) claim(snippet, { kind: 'leftAlone', as: kind });
  if (marks.asOfSnippet !== null) claim(marks.asOfSnippet, { kind: 'asOf' });
  for (const figures of bySnippet(marks.figures)) {
    const first = figures[0];
    if (first !== undefined) claim(first.snippet, { kind: 'figure', areas: figures.map((figure) => figure.area) });
  }
  const pieces: TextPiece[] = [];
  let begin = 0;
  for (let at = 1; at <= text.length; at += 1) {
    const owner = owners[begin] ?? null;
    if (at < text.length && (owners[at] ?? null) === owner) continue;
    pieces.push({ ...(owner ?? { kind: 'plain' as const }), text: text.slice(begin, at), start: begin });
    begin = at;
  }
  return pieces;
}

function bySnippet(figures: ReadMarks['figures']): ReadMarks['figures'][] {
  const groups = new Map<string, ReadMarks['figures'][number][]>();
  for (const figure of figures) {
    const key = `${String(figure.snippet.start)}-${String(figure.snippet.end)}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()];
}
