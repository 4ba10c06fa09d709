import { readFileSync } from 'node:fs';

import { composeAnnouncement } from '@yavka/shared/announcement/compose-announcement';
import type { ElectionPack } from '@yavka/shared/pack/pack';
import type { RecordedAnnouncement } from '@yavka/shared/pack/recorded-day';

/** An election of the packs as its files have it, read with nothing of the product in between. */
export interface RecordedElection {
  readonly pack: ElectionPack;
  readonly announcements: readonly RecordedAnnouncement[];
  /** The announcement with that id, told in the project's own words. */
  readonly textOf: (id: string) => string;
  readonly announcement: (id: string) => RecordedAnnouncement;
  /** Regions and cities: what a map shows. */
  readonly regions: readonly string[];
  /** The colour of the band that holds a value in hundredths of a percent. */
  readonly colorOf: (hundredths: number) => string;
  /** Minutes after midnight, capital time, at which an area's stations close. */
  readonly closesAt: (area: string) => number;
  /** An instant (milliseconds) as the pages write it: `18:30`, capital time. */
  readonly capitalTime: (instant: number) => string;
}

export function recordedElection(id: string): RecordedElection {
  const read = (file: string): unknown =>
    JSON.parse(readFileSync(new URL(`../../shared/packs/${id}/${file}`, import.meta.url), 'utf8'));
  const pack = read('pack.json') as ElectionPack;
  const { announcements } = read('recorded-day.json') as { announcements: RecordedAnnouncement[] };
  const announcement = (wanted: string): RecordedAnnouncement => {
    const found = announcements.find((each) => each.id === wanted);
    if (found === undefined) throw new Error(`no announcement ${wanted} in ${id}`);
    return found;
  };
  const offsetOf = (zone: string | null): number => {
    const rules = pack.zones.find((each) => each.id === zone)?.offsets ?? [];
    const rule = rules.findLast(({ from }) => from <= pack.date);
    const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d\d):(\d\d)$/.exec(rule?.utcOffset ?? '') ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
  return {
    pack,
    announcements,
    announcement,
    textOf: (wanted) => composeAnnouncement(announcement(wanted), pack),
    regions: pack.areas.filter(({ kind }) => kind === 'region' || kind === 'city').map((area) => area.id),
    colorOf: (hundredths) => pack.bands.findLast(({ min }) => hundredths >= min)?.color ?? '',
    closesAt: (area) => {
      const { zone = null, hours } = pack.areas.find((each) => each.id === area) ?? {};
      const [hour = 0, minute = 0] = (hours?.close ?? '').split(':').map(Number);
      return hour * 60 + minute - offsetOf(zone) + offsetOf(pack.capital.zone);
    },
    capitalTime: (instant) =>
      new Date(instant + offsetOf(pack.capital.zone) * 60_000)
        .toISOString()
        .slice('2022-11-20T'.length, -':00.000Z'.length),
  };
}

/** 6931 → `69,31` as the pages in Kazakh and Russian write it, `69.31` in English. */
export function percent(hundredths: number, mark = ','): string {
  return `${Math.floor(hundredths / 100)}${mark}${String(hundredths % 100).padStart(2, '0')}`;
}
