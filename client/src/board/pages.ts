import type { BoardPage } from '@yavka/shared/protocol/board-address';

import { fetched } from '../ui/fetched.ts';
import { fetchWords } from '../ui/language.ts';
import { announcementWordSources } from './announcements/word-sources.ts';
import { dayWordSources } from './day/word-sources.ts';
import { dispatchWordSources } from './dispatches/word-sources.ts';
import { regionWordSources } from './regions/word-sources.ts';
import { stationWordSources } from './stations/word-sources.ts';
import { withTheRest } from './with-the-rest.ts';

/**
 * The pages that are fetched when they are gone to, each with its own words and its own sheet. What the first page
 * shows is not here: it is in the first view.
 */
export const fetchedPages = {
  day: fetched(async () => {
    const [{ DayPage }] = await Promise.all([
      withTheRest(() => import('./day/DayPage.tsx')),
      fetchWords('day', dayWordSources),
    ]);
    return DayPage;
  }),
  regions: fetched(async () => {
    const [{ RegionsPage }] = await Promise.all([
      withTheRest(() => import('./regions/RegionsPage.tsx')),
      fetchWords('regions', regionWordSources),
      fetchWords('dispatches', dispatchWordSources),
    ]);
    return RegionsPage;
  }),
  stations: fetched(async () => {
    const [{ StationsPage }] = await Promise.all([
      withTheRest(() => import('./stations/StationsPage.tsx')),
      fetchWords('stations', stationWordSources),
    ]);
    return StationsPage;
  }),
  announcements: fetched(async () => {
    const [{ AnnouncementsPage }] = await Promise.all([
      withTheRest(() => import('./announcements/AnnouncementsPage.tsx')),
      fetchWords('announcements', announcementWordSources),
    ]);
    return AnnouncementsPage;
  }),
  dispatches: fetched(async () => {
    const [{ DispatchesPage }] = await Promise.all([
      withTheRest(() => import('./dispatches/DispatchesPage.tsx')),
      fetchWords('dispatches', dispatchWordSources),
    ]);
    return DispatchesPage;
  }),
};

/** The pages that the board links to, in their order. */
export const offeredPages = [
  'now',
  'day',
  'regions',
  'stations',
  'announcements',
  'dispatches',
] as const satisfies readonly BoardPage[];

export function isFetched(page: BoardPage): page is keyof typeof fetchedPages {
  return Object.hasOwn(fetchedPages, page);
}
