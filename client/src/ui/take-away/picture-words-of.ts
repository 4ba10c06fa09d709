import { figureOf, standingRevisionOf } from '@yavka/shared/analysis/figure-of';
import { missingReasonOf } from '@yavka/shared/analysis/missing-reason-of';
import { fillWords } from '@yavka/shared/format/fill-words';
import { describeTurnout } from '@yavka/shared/format/number';
import { formatDate, formatTime } from '@yavka/shared/format/time';
import type { AreaId, CutoffId, InstantMs, Language } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import { sceneWords } from '@yavka/shared/scenes/scene-words';

/** What a picture says about itself, so that it can be read far from its page. */
export interface PictureWords {
  readonly title: string;
  readonly unit: string | null;
  readonly note: string | null;
  /** The figure that it is about, in words, or why there is none; null before the first cutoff. */
  readonly statement: string | null;
  /** As of when, in whose time, and how final. */
  readonly asOf: string;
  readonly foot: readonly string[];
  /** In a rehearsal, the word of every language; null in a live day. */
  readonly rehearsal: string | null;
}

export interface PictureSubject {
  readonly title: string;
  readonly unit: string | null;
  readonly note: string | null;
  readonly cutoff: CutoffId | null;
  /** The area whose figure is told; null for the country. */
  readonly area: AreaId | null;
  /** Whether borders are drawn, whose maker is to be named. */
  readonly hasBorders: boolean;
  /** «as it was known at {time}», where an earlier moment of the log is shown. */
  readonly knownAt: string | null;
  /** The election's time that is shown: it tells what is awaited from what is not due. */
  readonly now: InstantMs;
}

/** The words of a picture of one moment of an election. */
export function pictureWordsOf(
  state: ElectionState,
  resolved: ResolvedPack,
  language: Language,
  { title, unit, note, cutoff, area, hasBorders, knownAt, now }: PictureSubject,
): PictureWords {
  const { pack } = resolved;
  const words = sceneWords[language];
  const about = area ?? pack.root;
  const told = pack.cutoffs.find(({ id }) => id === cutoff);
  const figure = cutoff === null ? null : figureOf(state, resolved, about, cutoff);
  const standing = figure === null ? null : standingRevisionOf(figure);
  const name = pack.areas.find(({ id }) => id === about)?.names[language] ?? about;
  const date = formatDate(told?.localDate ?? pack.date, language);
  const label = told?.label[language] ?? '';
  const hasTime = told !== undefined && resolved.cutoffInstants[told.id] != null;
  const offset = resolved.zoneOffsets[pack.capital.zone] ?? 0;
  const when =
    told === undefined
      ? [words.missing.notYetDue, date]
      : hasTime
        ? [`${fillWords(words.asOf, { time: label })}, ${pack.capital.timeLabel[language]}`, date]
        : [label, date];
  const reason = cutoff === null ? null : missingReasonOf(state, resolved, about, cutoff, now);
  const said =
    reason !== null
      ? words.missing[reason]
      : standing === null || standing.turnout === null
        ? null
        : describeTurnout(standing.turnout, language, pack.approachWidth);
  return {
    title,
    unit,
    note,
    statement: said === null ? null : `${name}: ${said}`,
    asOf: [
      ...when,
      ...(told === undefined ? [] : [words[standing?.status ?? told.status]]),
      ...(knownAt === null ? [] : [fillWords(knownAt, { time: formatTime(state.recordedAt, offset) })]),
    ].join(' · '),
    foot: [
      `${words.source} ${pack.commission.names[language]} · ${pack.title[language]}`,
      ...(hasBorders && pack.geometry !== null ? [pack.geometry.credit[language]] : []),
      'Yavka',
    ],
    rehearsal:
      state.mode === 'rehearsal'
        ? ['ru', 'kk', 'en'].map((each) => sceneWords[each as Language].rehearsal).join(' · ')
        : null,
  };
}
