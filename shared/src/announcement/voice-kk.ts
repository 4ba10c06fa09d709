import type { AnnouncementVoice } from './announcement-voice.ts';
import { enumerated, groupedDigits, shareDigits } from './announcement-voice.ts';
import type { StatedBound } from './stated-bound.ts';

const share = (hundredths: number, exact = false): string => shareDigits(hundredths, ',', exact);
const count = (value: number): string => groupedDigits(value, '\u00A0');

function words(stated: StatedBound): string {
  switch (stated.bound) {
    case 'exact':
      return `${share(stated.value, true)} пайыз`;
    case 'range':
      return `${share(stated.value)}–${share(stated.upper)} пайыз`;
    case 'above':
      return `${share(stated.value)} пайыздан астам`;
    case 'justAbove':
      return `${share(stated.value)} пайыздан сәл астам`;
    case 'atLeast':
      return `кемінде ${share(stated.value)} пайыз`;
    case 'below':
      return `${share(stated.value)} пайыздан төмен`;
    case 'atMost':
      return `ең көбі ${share(stated.value)} пайыз`;
    case 'approach':
    case 'justBelow':
      return `${share(stated.value)} пайызға жуық`;
    case 'about':
      return `шамамен ${share(stated.value)} пайыз`;
  }
}

/** The locative of a Kazakh name: «… облысы» → «… облысында», «…ы» → «…ыда». */
export function kazakhLocative(name: string): string {
  const vowels = name.toLowerCase().match(/[аәеёиоөуұүыіэюя]/gu) ?? [];
  const front = /[әеөүіэё]/u.test(vowels.at(-1) ?? '');
  if (/\s\S*(сы|сі)$/u.test(name)) return name + (front ? 'нде' : 'нда');
  const voiceless = /[пфкқтсшщчцхһбвгд]$/u.test(name.toLowerCase());
  return name + (voiceless ? (front ? 'те' : 'та') : front ? 'де' : 'да');
}

const shared = /^(.+) облысы$/u;

function gathered(names: readonly string[], one: string, many: string, alone: (name: string) => string): string {
  const stems = names.flatMap((name) => shared.exec(name)?.[1] ?? []);
  const others = names.filter((name) => !shared.test(name)).map(alone);
  return [
    ...(stems.length === 0 ? [] : [`${enumerated(stems, 'және')} ${stems.length === 1 ? one : many}`]),
    ...others,
  ].join(', ');
}

export const kazakhVoice: AnnouncementVoice = {
  opening: ({ time, timeLabel, final }) =>
    `${time === null ? '' : `Сағат ${time}-дегі жағдай бойынша `}${final ? 'түпкілікті' : 'алдын ала'} мәлімет${time === null ? '' : ` (${timeLabel})`}`,
  national(turnout, ballots, electorate) {
    const parts = turnout === null ? [] : [`ел бойынша келу — ${words(turnout)}`];
    if (ballots !== null)
      parts.push(
        `${electorate === null ? '' : `тізімдегі ${count(electorate)} сайлаушының ішінен `}${count(ballots)} сайлаушы бюллетень алды`,
      );
    else if (electorate !== null) parts.push(`тізімдегі ${count(electorate)} сайлаушы`);
    return parts.join('; ');
  },
  listHeading: () => 'Өңірлер бойынша келу:',
  listItem: (place, name, stated) => `${place}. ${name} бойынша — ${words(stated)};`,
  shared({ names, stated, refersBack }) {
    if (refersBack && stated.bound === 'approach')
      return `Осы межеге ${gathered(names, 'облысы', 'облыстары', (name) => name)} жақындады.`;
    return `${gathered(names, 'облысында', 'облыстарында', kazakhLocative)} келу — ${words(stated)}.`;
  },
};
