import { beforeEach, describe, expect, it, vi } from 'vitest';

import { followAddress, pinsAfter, useBoardView } from './view.ts';
import { searchOfView, viewOfSearch } from './view-address.ts';

const deaf = { addEventListener: () => undefined, removeEventListener: () => undefined };
const start = useBoardView.getState();
beforeEach(() => useBoardView.setState(start, true));

describe('the view and its address', () => {
  it('[BOARD-1] a link carries the area, the pins, the picture and the cutoff, and keeps what is not its own', () => {
    const shown = { selected: 'R-1', pinned: ['R-1', 'R-2'], picture: 'map', zoomed: 'R-2', cutoff: '20:05' } as const;
    const view = {
      ...shown,
      order: 'turnout',
      only: null,
      find: '',
      hiddenVotes: ['v-1'],
      dispatch: 'd-1',
      moment: { logId: 'log-1', seq: 57 },
      provenance: { area: 'R-1', cutoff: '20:05', revision: 2 },
      announcement: 'a-1',
      isOnlyCorrections: true,
    };
    const search = searchOfView(view, '?lang=kk');
    const own = 'figure=R-1,20:05,2&announcement=a-1&show=corrections&moment=57&log=log-1';
    expect(search).toBe(`?lang=kk&area=R-1&pins=R-1,R-2&view=map&zoom=R-2&at=20:05&${own}&without=v-1&dispatch=d-1`);
    expect(viewOfSearch(search)).toEqual(view);
    expect(searchOfView(viewOfSearch(''), search)).toBe('?lang=kk');
  });

  it('[REG-4] a link carries the regions’ order, the part that is kept to and the name looked for', () => {
    const view = { ...viewOfSearch(''), order: 'name', only: 'cities', find: 'а&б' };
    const search = searchOfView(view, '?lang=kk');
    expect(search).toBe('?lang=kk&sort=name&only=cities&find=%D0%B0%26%D0%B1');
    expect(viewOfSearch(search)).toEqual(view);
    expect(viewOfSearch('?sort=%3C&only=%3E')).toEqual(viewOfSearch(''));
  });

  it('[BOARD-1] what is not understood in an address is left out', () => {
    expect(viewOfSearch('?area=%3Cb%3E&pins=,,a,a,b,c,d,e,f&view=globe')).toEqual({
      selected: null,
      pinned: ['a', 'b', 'c', 'd', 'e'],
      picture: null,
      zoomed: null,
      cutoff: null,
      order: 'turnout',
      only: null,
      find: '',
      moment: null,
      provenance: null,
      announcement: null,
      isOnlyCorrections: false,
      hiddenVotes: [],
      dispatch: null,
    });
    expect(searchOfView(viewOfSearch(''), '')).toBe('');
  });

  it('[BOARD-1] what every object has by birth is nothing that an address can name', () => {
    const asked = '?area=constructor&pins=toString,valueOf&zoom=constructor&at=toString&sort=valueOf&only=constructor';
    const more = '&figure=constructor,valueOf&announcement=constructor&moment=1&log=constructor&without=toString';
    expect(viewOfSearch(`${asked}${more}&dispatch=valueOf`)).toEqual(viewOfSearch(''));
  });

  it.each(['R-1', 'R-1,', ',20:05', 'R-1,20:05,0', 'R-1,20:05,x', 'R-1,20:05,1,2', '<b>,20:05'])(
    '[SRC-4] no figure is read that is none: %s',
    (figure) => {
      expect(viewOfSearch(`?figure=${encodeURIComponent(figure)}`).provenance).toBeNull();
    },
  );

  it('[SRC-2] going to an announcement is going to its page, and leaving the page leaves it', () => {
    useBoardView.getState().openAnnouncement('a-7');
    expect(useBoardView.getState()).toMatchObject({ place: { page: 'announcements' }, announcement: 'a-7' });
    useBoardView.getState().goTo({ page: 'day', area: null });
    expect(useBoardView.getState().announcement).toBeNull();
  });

  it.each(['?moment=57', '?moment=0&log=a', '?moment=-1&log=a', '?moment=1e3&log=a', '?moment=5&log=%3Ca', '?log=a'])(
    '[BOARD-25] no moment is read without its log, nor one that is no place in a log: %s',
    (search) => {
      expect(viewOfSearch(search).moment).toBeNull();
    },
  );

  it('[BOARD-25] the address names a moment once it is looked at for a while, not each that is leafed past', () => {
    vi.useFakeTimers();
    const location = { pathname: '/day', search: '?lang=ru', hash: '' };
    const replaced: string[] = [];
    const history = {
      state: null,
      replaceState: (_state: unknown, _title: string, url: string) => {
        replaced.push(url);
        location.search = new URL(url, 'http://board.example').search;
      },
    };
    const stop = followAddress({ location, history, ...deaf } as unknown as Window);
    const { showMoment } = useBoardView.getState();
    for (let seq = 40; seq <= 44; seq += 1) showMoment({ logId: 'log', seq });
    // Another hand has changed the address meanwhile.
    location.search = location.search.replace('ru', 'kk');
    vi.runAllTimers();
    expect(replaced).toEqual(['/day?lang=ru&moment=40&log=log', '/day?lang=kk&moment=44&log=log']);
    showMoment({ logId: 'log', seq: 45 });
    showMoment(null);
    vi.runAllTimers();
    stop();
    vi.useRealTimers();
    expect(replaced.at(-1)).toBe('/day?lang=kk');
    expect(replaced).toHaveLength(3);
  });

  it('[BOARD-1] the address follows the view without growing the history', () => {
    const replaced: string[] = [];
    const location = { pathname: '/', search: '?lang=ru&area=R-2', hash: '#curves' };
    const history = {
      state: null,
      replaceState: (_state: unknown, _title: string, url: string) => {
        replaced.push(url);
        location.search = new URL(url, 'http://board.example').search;
      },
    };
    const stop = followAddress({ location, history, ...deaf } as unknown as Window);
    expect(useBoardView.getState().selected).toBe('R-2');
    useBoardView.getState().openProvenance('R-3', '20:05');
    useBoardView.getState().orderBy('increase');
    stop();
    expect(replaced).toEqual([
      '/?lang=ru&area=R-3&figure=R-3,20:05#curves',
      '/?lang=ru&area=R-3&figure=R-3,20:05&sort=increase#curves',
    ]);
  });
});

describe('the pages', () => {
  it('[BOARD-22] going to a page grows the history and keeps the view; the way back shows the page before', () => {
    const location = { pathname: '/', search: '?lang=kk&at=20:05', hash: '#now' };
    const pushed: string[] = [];
    const moveTo = (url: string): void => {
      const { pathname, search, hash } = new URL(url, 'http://board.example');
      Object.assign(location, { pathname, search, hash });
    };
    const history = {
      state: null,
      pushState: (_state: unknown, _title: string, url: string) => {
        pushed.push(url);
        moveTo(url);
      },
      replaceState: (_state: unknown, _title: string, url: string) => moveTo(url),
    };
    let back = (): void => undefined;
    const listening = {
      addEventListener: (_: string, heard: () => void) => (back = heard),
      removeEventListener: () => undefined,
    };
    const stop = followAddress({ location, history, ...listening } as unknown as Window);
    useBoardView.getState().goTo({ page: 'regions', area: 'R-2' });
    useBoardView.getState().togglePin('R-3');
    expect(pushed).toEqual(['/regions/R-2?lang=kk&at=20:05']);
    expect(location).toEqual({ pathname: '/regions/R-2', search: '?lang=kk&at=20:05&pins=R-3', hash: '' });
    moveTo('/stations?lang=kk');
    back();
    stop();
    expect(useBoardView.getState()).toMatchObject({
      place: { page: 'stations', area: null },
      cutoff: null,
      pinned: [],
    });
    expect(pushed).toHaveLength(1);
    expect(location.pathname).toBe('/stations');
  });
});

describe('pins', () => {
  it('[BOARD-2] choosing an area puts its curve on the chart, choosing it again takes it off', () => {
    expect(pinsAfter(['a'], 'b')).toEqual(['a', 'b']);
    expect(pinsAfter(['a', 'b'], 'a')).toEqual(['b']);
  });

  it('[BOARD-2] five curves at most: a sixth takes the place of the first', () => {
    expect(pinsAfter(['a', 'b', 'c', 'd', 'e'], 'f')).toEqual(['b', 'c', 'd', 'e', 'f']);
  });
});
