import type { AnnouncementVoice } from './announcement-voice.ts';
import { enumerated, groupedDigits, shareDigits } from './announcement-voice.ts';
import { isRussianAdjective, russianPrepositional } from './inflect-russian.ts';
import type { StatedBound } from './stated-bound.ts';

const share = (hundredths: number, exact = false): string => shareDigits(hundredths, ',', exact);
const count = (value: number): string => groupedDigits(value, '\u00A0');

function words(stated: StatedBound): string {
  switch (stated.bound) {
    case 'exact':
      return `${share(stated.value, true)} процента`;
    case 'range':
      return `от ${share(stated.value)} до ${share(stated.upper)} процентов`;
    case 'above':
      return `более ${share(stated.value)} процентов`;
    case 'justAbove':
      return `чуть более ${share(stated.value)} процентов`;
    case 'atLeast':
      return `не менее ${share(stated.value)} процентов`;
    case 'below':
      return `менее ${share(stated.value)} процентов`;
    case 'atMost':
      return `не более ${share(stated.value)} процентов`;
    case 'approach':
    case 'justBelow':
      return `почти ${share(stated.value)} процентов`;
    case 'about':
      return `около ${share(stated.value)} процентов`;
  }
}

const shared = /^(\S+) область$/u;

/** «…ская область», «область …», «город …» → «в …»; names with one noun are gathered under it. */
function placed(names: readonly string[]): string {
  const adjectives = names.flatMap((name) => {
    const adjective = shared.exec(name)?.[1];
    return adjective !== undefined && isRussianAdjective(adjective.toLowerCase())
      ? [russianPrepositional(adjective)]
      : [];
  });
  const others = names
    .filter((name) => !(shared.test(name) && isRussianAdjective((shared.exec(name)?.[1] ?? '').toLowerCase())))
    .map((name) => `в ${name.split(' ').map(russianPrepositional).join(' ')}`);
  const gathered =
    adjectives.length === 0
      ? []
      : [`в ${enumerated(adjectives, 'и')} ${adjectives.length === 1 ? 'области' : 'областях'}`];
  return [...gathered, ...others].join(', ');
}

/** The nominative: «…ская и …ская области, город …». */
function named(names: readonly string[]): string {
  const adjectives = names.flatMap((name) => shared.exec(name)?.[1] ?? []);
  const others = names.filter((name) => !shared.test(name));
  const gathered =
    adjectives.length === 0
      ? []
      : [`${enumerated(adjectives, 'и')} ${adjectives.length === 1 ? 'область' : 'области'}`];
  return [...gathered, ...others].join(', ');
}

export const russianVoice: AnnouncementVoice = {
  opening: ({ time, timeLabel, final }) =>
    `${final ? 'Окончательные' : 'Предварительные'} данные${time === null ? '' : ` на ${time} (${timeLabel})`}`,
  national(turnout, ballots, electorate) {
    const parts = turnout === null ? [] : [`явка по стране — ${words(turnout)}`];
    if (ballots !== null)
      parts.push(
        `бюллетени получили ${count(ballots)} избирателей${electorate === null ? '' : ` из ${count(electorate)} внесённых в списки`}`,
      );
    else if (electorate !== null) parts.push(`в списки внесены ${count(electorate)} избирателей`);
    return parts.join('; ');
  },
  listHeading: () => 'Явка по регионам:',
  listItem: (place, name, stated) => `${place}. ${name} — ${words(stated)};`,
  shared({ names, stated, refersBack }) {
    if (refersBack && stated.bound === 'approach')
      return `К этой отметке ${names.length === 1 ? 'приблизилась' : 'приблизились'} ${named(names)}.`;
    const text = words(stated);
    return `${text.charAt(0).toUpperCase()}${text.slice(1)} избирателей проголосовали ${placed(names)}.`;
  },
};
