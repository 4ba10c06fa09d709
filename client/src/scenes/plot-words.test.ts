import { dayUntil, at, resolved } from '@yavka/shared/scenes/recorded-scenes.fixture';
import { nationalSceneOf } from '@yavka/shared/scenes/national-scene-of';
import { languages } from '@yavka/shared/ids';
import { describe, expect, it } from 'vitest';

import type { Piece, Rect } from './clear-place.ts';
import { clearPlace } from './clear-place.ts';
import { bracketOf, drawnOf } from './drawn-on-plot.ts';
import { plot, pointAt, x } from './plot.ts';
import { againstLines, placeDifference, placeEarlier } from './plot-words.ts';

const hours = ['1005', '1205', '1405', '1605', '1805', '2005-list', '2200'];
const clockOf = (id: string): string => `${id.slice(0, 2)}:${String(Number(id.slice(2, 4)) + 1).padStart(2, '0')}`;

/** Whether words standing here cover anything: the place is refused for one that lies far away. */
function isClear(rect: Rect, taken: readonly Rect[], lines: readonly Piece[]): boolean {
  const away = { rect: { x: -1000, y: -1000, width: 1, height: 1 } };
  return clearPlace([{ rect }, away], taken, lines).rect === rect;
}

describe('the words of the national plot', () => {
  it.each(languages.flatMap((language) => hours.map((id) => [language, id] as const)))(
    '[SCN-16] in %s at %s cover no line, no number and not each other, and stay within the plot',
    (language, id) => {
      const scene = nationalSceneOf(dayUntil(`announcement-${id}`), resolved, at(clockOf(id)), language);
      const { points, earlier, nowAt } = scene;
      const shown = points.findLast((point) => point !== null);
      const then = earlier?.points.find((point) => point?.cutoff === shown?.cutoff);
      if (shown == null || then == null || earlier?.label == null || earlier.difference === null) {
        throw new Error('an hour of the recorded day has both figures');
      }
      const drawn = drawnOf(scene, nowAt === null ? null : x(nowAt));
      const label = placeEarlier(earlier.label, pointAt(then), then.min > shown.min, drawn);
      const bracket = bracketOf(shown, then, drawn.now);
      const lines = againstLines(earlier.difference.words, bracket, drawn);
      const withLabel = { ...drawn, taken: [...drawn.taken, label.rect] };
      const difference = placeDifference(earlier.difference.text, lines, bracket, withLabel);
      expect(isClear(label.rect, drawn.taken, drawn.lines)).toBe(true);
      expect(isClear(difference.rect, withLabel.taken, drawn.lines)).toBe(true);
      for (const { rect } of [label, difference]) {
        expect(rect.x).toBeGreaterThanOrEqual(plot.left);
        expect(rect.x + rect.width).toBeLessThanOrEqual(plot.right + 1);
      }
    },
  );
});
