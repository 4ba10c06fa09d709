import type { Language } from '../ids.ts';
import type { TurnoutInterval } from '../figures/turnout.ts';
import type { ElectionPack } from '../pack/pack.ts';
import type { RecordedAnnouncement } from '../pack/recorded-day.ts';
import type { AnnouncementVoice } from './announcement-voice.ts';
import { statedBoundOf } from './stated-bound.ts';
import { englishVoice } from './voice-en.ts';
import { kazakhVoice } from './voice-kk.ts';
import { russianVoice } from './voice-ru.ts';

const voices: Readonly<Record<Language, AnnouncementVoice>> = { ru: russianVoice, kk: kazakhVoice, en: englishVoice };

function capitalized(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Areas with the same interval, in the order in which the interval first appears; "approaching 80" comes after "more than 80". */
function sharedIntervals(areas: RecordedAnnouncement['areas']): { turnout: TurnoutInterval; areas: string[] }[] {
  const groups: { turnout: TurnoutInterval; areas: string[] }[] = [];
  const byKey = new Map<string, { turnout: TurnoutInterval; areas: string[] }>();
  for (const { area, turnout } of areas) {
    const key = `${turnout.min}-${turnout.max}`;
    const group = byKey.get(key);
    if (group !== undefined) group.areas.push(area);
    else {
      const made = { turnout, areas: [area] };
      byKey.set(key, made);
      groups.push(made);
    }
  }
  return groups;
}

/**
 * An announcement in the project's own words from recorded facts, in the recorded language and form. What it says is
 * read back by `buildParser` as exactly these figures.
 * @throws RangeError when the announcement names a cutoff or an area that the pack does not have
 */
export function composeAnnouncement(recorded: RecordedAnnouncement, pack: ElectionPack): string {
  const cutoff = pack.cutoffs.find(({ id }) => id === recorded.cutoff);
  if (cutoff === undefined) throw new RangeError(`no cutoff ${recorded.cutoff} in pack ${pack.id}`);
  const { language } = recorded;
  const voice = voices[language];
  const nameOf = (id: string): string => {
    const area = pack.areas.find((candidate) => candidate.id === id);
    if (area === undefined) throw new RangeError(`no area ${id} in pack ${pack.id}`);
    return area.names[language];
  };
  const { turnout, ballots, electorate } = recorded.national;
  const opening = voice.opening({
    time: cutoff.localTime?.slice(11) ?? null,
    timeLabel: pack.capital.timeLabel[language],
    final: recorded.status === 'final',
  });
  const national = voice.national(turnout === null ? null : statedBoundOf(turnout, pack), ballots, electorate);
  const lead = national === '' ? `${capitalized(opening)}.` : `${capitalized(opening)}: ${national}.`;
  if (recorded.areas.length === 0) return lead;

  if (recorded.form === 'list') {
    const items = recorded.areas.map((entry, index) =>
      voice.listItem(index + 1, nameOf(entry.area), statedBoundOf(entry.turnout, pack)),
    );
    return [lead, voice.listHeading(), ...items].join('\n').replace(/;$/u, '.');
  }
  let above: number | null = null;
  const sentences = sharedIntervals(recorded.areas).map((group) => {
    const stated = statedBoundOf(group.turnout, pack);
    const refersBack = stated.bound === 'approach' && above === stated.value;
    above = stated.bound === 'above' ? stated.value : null;
    return capitalized(voice.shared({ names: group.areas.map(nameOf), stated, refersBack }));
  });
  return [lead, ...sentences].join('\n');
}
