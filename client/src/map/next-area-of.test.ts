import { dayUntil } from '@yavka/shared/scenes/recorded-scenes.fixture';
import { describe, expect, it } from 'vitest';

import { areasInOrder, nextAreaOf } from './next-area-of.ts';
import { mapAt } from './recorded-map.fixture.ts';

const { areas } = mapAt(dayUntil(null), '10:05', '09:00');
const list = areasInOrder(areas).map((each) => each.area);

describe('the keys of the list of areas', () => {
  it('[MAP-19] arrows go through it in the commission’s order and stop at its ends', () => {
    const walked = list
      .slice(1)
      .reduce<string[]>((done) => [...done, nextAreaOf('ArrowDown', done.at(-1) ?? '', areas) ?? ''], [list[0] ?? '']);
    expect(walked).toEqual(list);
    expect(nextAreaOf('ArrowRight', list.at(-1) ?? '', areas)).toBeNull();
    expect(nextAreaOf('ArrowLeft', list[3] ?? '', areas)).toBe(list[2]);
    expect(nextAreaOf('ArrowUp', list[0] ?? '', areas)).toBeNull();
    expect([nextAreaOf('Home', list[7] ?? '', areas), nextAreaOf('End', list[7] ?? '', areas)]).toEqual([
      list[0],
      list.at(-1),
    ]);
  });

  it('[MAP-19] a letter goes to the next name that begins with it, and around', () => {
    const named = areasInOrder(areas).filter(({ name }) => name.startsWith('К'));
    expect(named.length).toBeGreaterThan(2);
    const visited = named.reduce<string[]>(
      (done) => [...done, nextAreaOf('к', done.at(-1) ?? '', areas) ?? ''],
      [named[0]?.area ?? ''],
    );
    expect(visited).toEqual([...named.map((each) => each.area), named[0]?.area]);
    expect(nextAreaOf('я', list[0] ?? '', areas)).toBeNull();
    expect(nextAreaOf('F5', list[0] ?? '', areas)).toBeNull();
  });
});
