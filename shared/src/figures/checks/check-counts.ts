import { formatCount, formatPercent } from '../../format/number.ts';
import { roundComputedWithinBand } from '../../format/round-within-band.ts';
import type { Localized } from '../../ids.ts';
import type { ElectorateVersion } from '../../pack/pack.ts';
import type { Finding } from '../finding.ts';
import { fitsElectorate } from '../fits-electorate.ts';
import type { TurnoutInterval } from '../turnout.ts';
import { computedTurnout } from '../turnout.ts';
import type { CheckInput, GivenFigure } from './check-input.ts';
import { earlierCutoffsOf } from './check-input.ts';
import type { Wording } from './wording.ts';
import { inEveryLanguage } from './wording.ts';

interface Counted extends GivenFigure {
  readonly turnout: TurnoutInterval;
  readonly ballots: number;
}

/**
 * C, count identity: ballots ÷ electorate must round to the stated turnout. The electorate is the stated one, else the
 * one the area's figures rest on (standing, or as the pack plans for the cutoff), else any known one. A count that fits
 * only another known version stops and proposes it; one that fits none stops. A stated electorate that fits and is new
 * only warns. Approximate versions are never divided by; an area without a version is not checked.
 */
export function checkCounts(input: CheckInput): Finding[] {
  return input.figures.flatMap((figure) => {
    const { turnout, ballots } = figure;
    if (turnout === null || ballots === null) return [];
    const counted: Counted = { ...figure, turnout, ballots };
    const versions = input.electorates.filter(
      (each) => each.area === figure.area && !each.approximate && each.value > 0,
    );
    const expected = expectedVersions(input, figure, versions);
    if (figure.electorate !== null) return statedElectorate(input, counted, figure.electorate, versions, expected);
    const usable = expected.length > 0 ? expected : versions;
    if (usable.length === 0 || usable.some((each) => fitsElectorate(ballots, turnout, each.value))) return [];
    const other = versions.findLast((each) => fitsElectorate(ballots, turnout, each.value)) ?? null;
    const base = usable.at(-1)?.value ?? 0;
    const message = other === null ? fitsNone(input, counted, base) : fitsOther(input, counted, base, other);
    return [finding(input, counted, 'stop', message, other)];
  });
}

/** What a stated electorate says: it must fit; a version other than before, or unknown, is pointed at. */
function statedElectorate(
  input: CheckInput,
  counted: Counted,
  stated: number,
  versions: readonly ElectorateVersion[],
  expected: readonly ElectorateVersion[],
): Finding[] {
  const fits = stated > 0 && fitsElectorate(counted.ballots, counted.turnout, stated);
  if (!fits) {
    const other = versions.findLast((each) => fitsElectorate(counted.ballots, counted.turnout, each.value)) ?? null;
    const message = other === null ? fitsNone(input, counted, stated) : fitsOther(input, counted, stated, other);
    return [finding(input, counted, 'stop', message, other)];
  }
  if (
    expected.some((each) => each.value === stated) ||
    (expected.length === 0 && versions.some((each) => each.value === stated))
  )
    return [];
  const known = versions.find((each) => each.value === stated) ?? null;
  return [finding(input, counted, 'warn', isNewBasis(input, counted, stated, known), known)];
}

/** The versions that the area's figures rest on: of its newest standing figure up to this cutoff, and the pack's plan. */
function expectedVersions(
  input: CheckInput,
  { area }: GivenFigure,
  versions: readonly ElectorateVersion[],
): ElectorateVersion[] {
  const standing = [input.cutoff, ...earlierCutoffsOf(input)]
    .map((cutoff) => input.standing(area, cutoff)?.basis ?? null)
    .find((basis) => basis !== null);
  const planned = input.pack.cutoffs.find((each) => each.id === input.cutoff)?.basis ?? null;
  return versions.filter((each) => each.id === standing || each.id === planned);
}

function finding(
  { cutoff }: CheckInput,
  { area }: Counted,
  severity: Finding['severity'],
  message: Localized,
  proposed: ElectorateVersion | null,
): Finding {
  return { check: 'C', severity, areas: [area], cutoff, message, proposedBasis: proposed?.id ?? null };
}

function fitsNone(input: CheckInput, counted: Counted, base: number): Localized {
  return inEveryLanguage(input.pack, (words) => {
    const start = mismatch(input, counted, base, words);
    return {
      kk: `${start.kk} Белгілі тізімдердің ешқайсысы сәйкес келмейді: бюллетень саны мен пайызды тексеріңіз.`,
      ru: `${start.ru} Не подходит ни одна известная численность списков: проверьте число бюллетеней и процент.`,
      en: `${start.en} No known number of voters fits: check the count and the percentage.`,
    };
  });
}

function fitsOther(input: CheckInput, counted: Counted, base: number, other: ElectorateVersion): Localized {
  return inEveryLanguage(input.pack, (words) => {
    const start = mismatch(input, counted, base, words);
    const voters = `${formatCount(other.value, words.language)} (${other.label[words.language]})`;
    return {
      kk: `${start.kk} Басқа тізім сәйкес келеді: ${voters}. База өзгерсе, себебін жазыңыз.`,
      ru: `${start.ru} Сходится с другой численностью списков: ${voters}. Если база сменилась, назовите причину.`,
      en: `${start.en} It fits another number of voters: ${voters}. If the basis has changed, give a reason.`,
    };
  });
}

function isNewBasis(input: CheckInput, { area }: Counted, stated: number, known: ElectorateVersion | null): Localized {
  return inEveryLanguage(input.pack, (words) => {
    const voters = formatCount(stated, words.language) + (known === null ? '' : ` (${known.label[words.language]})`);
    return {
      kk: `${words.area(area)}: тізімдердегі сайлаушылар саны енді ${voters}. Пайыз осы базамен сәйкес келеді${known === null ? ', бірақ тізімнің мұндай нұсқасы деректерде жоқ' : ''}.`,
      ru: `${words.area(area)}: численность списков теперь ${voters}. Процент с этой базой сходится${known === null ? ', но такой версии списков в данных нет' : ''}.`,
      en: `${words.area(area)}: the number of voters is now ${voters}. The percentage agrees with it${known === null ? ', but the data has no such version of the lists' : ''}.`,
    };
  });
}

function mismatch({ pack }: CheckInput, { area, ballots, turnout }: Counted, base: number, words: Wording): Localized {
  const { language } = words;
  const [count, voters] = [formatCount(ballots, language), formatCount(base, language)];
  const computed = formatPercent(roundComputedWithinBand(computedTurnout(ballots, base), pack.bands), language);
  const stated = words.turnout(turnout);
  return {
    kk: `${words.area(area)}: ${count} / ${voters} = ${computed}, ал айтылғаны — ${stated}.`,
    ru: `${words.area(area)}: ${count} из ${voters} — это ${computed}, а названо: ${stated}.`,
    en: `${words.area(area)}: ${count} of ${voters} is ${computed}, but the announcement says ${stated}.`,
  };
}
