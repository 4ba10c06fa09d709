import type { AnnouncementVoice } from './announcement-voice.ts';
import { enumerated, groupedDigits, shareDigits } from './announcement-voice.ts';
import type { StatedBound } from './stated-bound.ts';

const share = (hundredths: number, exact = false): string => shareDigits(hundredths, '.', exact);
const count = (value: number): string => groupedDigits(value, ',');

function words(stated: StatedBound): string {
  switch (stated.bound) {
    case 'exact':
      return `${share(stated.value, true)} percent`;
    case 'range':
      return `between ${share(stated.value)} and ${share(stated.upper)} percent`;
    case 'above':
      return `more than ${share(stated.value)} percent`;
    case 'justAbove':
      return `just over ${share(stated.value)} percent`;
    case 'atLeast':
      return `at least ${share(stated.value)} percent`;
    case 'below':
      return `less than ${share(stated.value)} percent`;
    case 'atMost':
      return `at most ${share(stated.value)} percent`;
    case 'approach':
    case 'justBelow':
      return `nearly ${share(stated.value)} percent`;
    case 'about':
      return `about ${share(stated.value)} percent`;
  }
}

const shared = /^(.+) Region$/u;

function named(names: readonly string[]): string {
  const stems = names.flatMap((name) => shared.exec(name)?.[1] ?? []);
  const others = names.filter((name) => !shared.test(name));
  return [
    ...(stems.length === 0 ? [] : [`the ${enumerated(stems, 'and')} ${stems.length === 1 ? 'region' : 'regions'}`]),
    ...others,
  ].join(', ');
}

export const englishVoice: AnnouncementVoice = {
  opening: ({ time, timeLabel, final }) =>
    `${final ? 'Final' : 'Preliminary'} data${time === null ? '' : ` as of ${time} (${timeLabel})`}`,
  national(turnout, ballots, electorate) {
    const parts = turnout === null ? [] : [`turnout nationwide was ${words(turnout)}`];
    if (ballots !== null)
      parts.push(
        `ballots were given to ${count(ballots)} voters${electorate === null ? '' : ` of the ${count(electorate)} on the lists`}`,
      );
    else if (electorate !== null) parts.push(`the lists hold ${count(electorate)} voters`);
    return parts.join('; ');
  },
  listHeading: () => 'Turnout by region:',
  listItem: (place, name, stated) => `${place}. ${name} – ${words(stated)};`,
  shared({ names, stated, refersBack }) {
    if (refersBack && stated.bound === 'approach') return `Approaching this mark: ${named(names)}.`;
    const text = words(stated);
    return `${text.charAt(0).toUpperCase()}${text.slice(1)} of voters had taken part in ${named(names)}.`;
  },
};
