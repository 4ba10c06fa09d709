import { beforeEach, describe, expect, it } from 'vitest';

import { followAddress, pinsAfter, useBoardView } from './view.ts';
import { searchOfView, viewOfSearch } from './view-address.ts';

const start = useBoardView.getState();
beforeEach(() => useBoardView.setState(start, true));

describe('the view and its address', () => {
  it('[BOARD-1] a link carries the area, the pins, the picture and the cutoff, and keeps what is not its own', () => {
    const view = { selected: 'R-1', pinned: ['R-1', 'R-2'], picture: 'table', cutoff: '20:05' } as const;
    const search = searchOfView(view, '?lang=kk');
    expect(search).toBe('?lang=kk&area=R-1&pins=R-1,R-2&view=table&at=20:05');
    expect(viewOfSearch(search)).toEqual(view);
    expect(searchOfView(viewOfSearch(''), search)).toBe('?lang=kk');
  });

  it('[BOARD-1] what is not understood in an address is left out', () => {
    expect(viewOfSearch('?area=%3Cb%3E&pins=,,a,a,b,c,d,e,f&view=globe')).toEqual({
      selected: null,
      pinned: ['a', 'b', 'c', 'd', 'e'],
      picture: null,
      cutoff: null,
    });
    expect(searchOfView(viewOfSearch(''), '')).toBe('');
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
    const stop = followAddress({ location, history } as unknown as Window);
    expect(useBoardView.getState().selected).toBe('R-2');
    useBoardView.getState().openProvenance('R-3', '20:05');
    useBoardView.getState().orderBy('increase');
    stop();
    expect(replaced).toEqual(['/?lang=ru&area=R-3#curves']);
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
