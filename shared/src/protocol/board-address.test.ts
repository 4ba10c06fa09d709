import { describe, expect, it } from 'vitest';

import { boardPages, pathOfPlace, placeOfPath } from './board-address.ts';

describe('the addresses of the board', () => {
  it('[BOARD-21] each page has one, which names it again', () => {
    const places = [...boardPages.map((page) => ({ page, area: null })), { page: 'regions', area: 'R-1.a:b' } as const];
    expect(new Set(places.map(pathOfPlace)).size).toBe(places.length);
    for (const place of places) expect(placeOfPath(pathOfPlace(place))).toEqual(place);
    expect(pathOfPlace({ page: 'now', area: null })).toBe('/');
    expect(placeOfPath('/stations/')).toEqual({ page: 'stations', area: null });
  });

  it.each(['/now', '/studio', '/day/R-1', '/regions/R-1/x', '/regions/%', '/regions/<b>', '/nothing'])(
    '[BOARD-21] %s is none of them',
    (path) => expect(placeOfPath(path)).toBeNull(),
  );
});
