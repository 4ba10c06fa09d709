import { fillWords } from '@yavka/shared/format/fill-words';
import { formatCount, describeTurnout } from '@yavka/shared/format/number';
import { pluralWord } from '@yavka/shared/format/plural';
import { formatDate } from '@yavka/shared/format/time';
import type { FigureKey, FigureRevision } from '@yavka/shared/figures/figure';
import type { CutoffId, Language } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import { ballotForms, sceneWords } from '@yavka/shared/scenes/scene-words';

import { atomWords } from './atom-words.ts';
import type { News, SaidFigure } from './news-of.ts';

/** A piece of news in words: its title, and its text as paragraphs and lists. */
export interface NewsWords {
  readonly title: string;
  readonly body: readonly (string | readonly string[])[];
  /** Where it is on the board. */
  readonly cutoff: CutoffId | null;
  readonly area: string | null;
}

type Value = Pick<FigureRevision, 'turnout' | 'ballots' | 'basis'>;

/** Says news of one election in one language. */
export function newsWords(state: ElectionState, resolved: ResolvedPack, language: Language): (news: News) => NewsWords {
  const { pack } = resolved;
  const words = atomWords[language];
  const scene = sceneWords[language];
  const isRehearsal = state.mode === 'rehearsal';
  const zone = pack.capital.timeLabel[language];

  const nameOf = (area: string): string => pack.areas.find(({ id }) => id === area)?.names[language] ?? area;
  const cutoffOf = (id: CutoffId | null) => pack.cutoffs.find((cutoff) => cutoff.id === id);
  const hasTime = (id: CutoffId): boolean => resolved.cutoffInstants[id] != null;
  /** «на 20:05 (время столицы)», or the cutoff's own word where it has no hour. */
  const timeOf = (id: CutoffId | null): string => {
    const label = cutoffOf(id)?.label[language];
    if (id === null || label === undefined) return '';
    return hasTime(id) ? fillWords(words.atTime, { time: label, zone }) : `, ${label}`;
  };
  const asOfLine = (id: CutoffId | null): string[] => {
    const cutoff = cutoffOf(id);
    if (cutoff === undefined) return [];
    const date = formatDate(cutoff.localDate, language);
    if (!hasTime(cutoff.id)) return [`${capital(cutoff.label[language])}, ${date}.`];
    return [fillWords(words.asOf, { time: cutoff.label[language], zone, date })];
  };
  const turnoutOf = ({ turnout }: Value): string =>
    turnout === null ? '' : describeTurnout(turnout, language, pack.approachWidth);
  const ballotsOf = ({ ballots, basis }: Value): string => {
    if (ballots === null) return '';
    const word = pluralWord(ballots, language, ballotForms);
    const electorate =
      basis === null ? undefined : (state.electorates[basis] ?? pack.electorates.find(({ id }) => id === basis));
    const of =
      electorate === undefined
        ? ''
        : ` ${fillWords(words.ofElectorate, { count: formatCount(electorate.value, language) })}`;
    return fillWords(words.ballots, { count: formatCount(ballots, language), word }) + of;
  };
  const valueOf = (value: Value): string =>
    [turnoutOf(value), ballotsOf(value)].filter((part) => part !== '').join('; ') || '–';
  const laterOf = ({ later }: SaidFigure): string => {
    if (later === null) return '';
    if (later.kind === 'withdrawn') return ` – ${words.nowWithdrawn}`;
    return ` – ${fillWords(words.nowStands, { value: valueOf(later) })}`;
  };
  const lineOf = (figure: SaidFigure, cutoff: CutoffId | null): string => {
    const { key, revision } = figure;
    const time = key.cutoff === cutoff ? '' : timeOf(key.cutoff);
    const said = revision.turnout === null ? '' : `${words.turnout} ${turnoutOf(revision)}`;
    const value = [said, ballotsOf(revision)].filter((part) => part !== '').join('; ');
    return `${nameOf(key.area)}${time}: ${value}${laterOf(figure)}`;
  };
  const statusOf = (status: FigureRevision['status']): string => scene[status];
  const carriedBy = (id: string | null, carrier: string | undefined): string[] => {
    const name = (id === null ? undefined : state.announcements[id]?.source) ?? carrier;
    // The commission's own word is told by the source already.
    const isOwn = name === pack.commission.id || Object.values(pack.commission.names).some((own) => own === name);
    return name === undefined || isOwn ? [] : [fillWords(words.broughtBy, { name })];
  };
  const sourceLine = (source: string, carried: readonly string[]): string => {
    const name = source === pack.commission.id ? pack.commission.names[language] : source;
    return [fillWords(words.source, { source: name }), ...carried].join(' ');
  };
  const around = (title: string, body: readonly (string | readonly string[])[]) => ({
    title: isRehearsal ? `${words.rehearsal}. ${title}` : title,
    body: [...(isRehearsal ? [words.rehearsalNote] : []), ...body, words.meaning],
  });
  /** «Город: явка 59,79 % на 20:05 (время столицы)»; the country's needs no name. */
  const headOf = ({ area, cutoff }: FigureKey, value: Value): string => {
    const said = value.turnout === null ? ballotsOf(value) : `${words.turnout} ${turnoutOf(value)}`;
    return `${area === pack.root ? '' : `${nameOf(area)}: `}${said}${timeOf(cutoff)}`;
  };

  return (news) => {
    switch (news.kind) {
      case 'announcement': {
        const { announcement, figures, confirmations } = news;
        const first = figures.find(({ key }) => key.area === pack.root) ?? figures[0];
        const cutoff = first?.key.cutoff ?? announcement.cutoff;
        const isOne = first !== undefined && (first.key.area === pack.root || figures.length === 1);
        const title = isOne ? capital(headOf(first.key, first.revision)) : `${words.regions}${timeOf(cutoff)}`;
        const isLater = isOne && first.later !== null;
        const later = !isLater ? '' : first.later?.kind === 'withdrawn' ? words.nowWithdrawn : words.laterCorrected;
        const confirmed = confirmations.flatMap(({ figureId }) => {
          const key = state.figures[figureId]?.key;
          return key === undefined ? [] : [nameOf(key.area) + timeOf(key.cutoff)];
        });
        return {
          ...around([`${title}, ${statusOf(announcement.status)}`, later].filter((part) => part !== '').join(' – '), [
            ...asOfLine(cutoff),
            ...(figures.length === 0 ? [] : [figures.map((figure) => lineOf(figure, cutoff))]),
            ...(confirmed.length === 0 ? [] : [fillWords(words.confirmed, { list: confirmed.join(', ') })]),
            ...(figures.length + confirmed.length === 0 ? [words.nothing] : []),
            sourceLine(first?.key.source ?? pack.commission.id, carriedBy(announcement.announcementId, undefined)),
          ]),
          cutoff,
          area: isOne && first.key.area !== pack.root ? first.key.area : null,
        };
      }
      case 'figure':
      case 'correction': {
        const { figure } = news;
        const { key, revision } = figure;
        const place = { cutoff: key.cutoff, area: key.area === pack.root ? null : key.area };
        const source = sourceLine(key.source, carriedBy(revision.announcementId, revision.carrier));
        if (news.kind === 'figure') {
          const title = `${capital(headOf(key, revision))}, ${statusOf(revision.status)}`;
          return { ...around(title, [...asOfLine(key.cutoff), [lineOf(figure, key.cutoff)], source]), ...place };
        }
        const isGone = revision.kind === 'withdrawn';
        const was = news.before === null ? '' : ` (${fillWords(words.before, { value: valueOf(news.before) })})`;
        const head = isGone ? `${nameOf(key.area)}, ${words.turnout}${timeOf(key.cutoff)}` : headOf(key, revision);
        return {
          ...around(`${isGone ? words.withdrawn : words.corrected}: ${head}${was}`, [
            ...asOfLine(key.cutoff),
            ...(isGone ? [] : [[lineOf(figure, key.cutoff)]]),
            ...(revision.kind === 'entered' || revision.kind === 'refined' ? [] : [words.kinds[revision.kind]]),
            ...(revision.reason === null ? [] : [fillWords(words.why, { reason: revision.reason })]),
            source,
          ]),
          ...place,
        };
      }
      case 'contradiction': {
        const { key, contradiction } = news;
        const stood = state.figures[key.figureId]?.revisions.find(
          ({ revision, releasedAt }) => revision === contradiction.revision && releasedAt !== null,
        );
        const other = fillWords(words.otherSaid, {
          source: contradiction.source,
          value: valueOf({ ...contradiction, basis: null }),
        });
        const stands = stood === undefined ? [] : [fillWords(words.stands, { value: valueOf(stood) })];
        return {
          ...around(`${words.contradiction}: ${nameOf(key.area)}${timeOf(key.cutoff)}`, [
            ...asOfLine(key.cutoff),
            `${[other, ...stands].join('; ')}.`,
            fillWords(words.why, { reason: contradiction.reason }),
            sourceLine(key.source, []),
          ]),
          cutoff: key.cutoff,
          area: key.area === pack.root ? null : key.area,
        };
      }
    }
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
