import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { DayRail } from './DayRail.tsx';

afterEach(cleanup);

it('[MAP-22] has one column for each cutoff, its state readable, the line known only between published ones', () => {
  const states = ['published', 'published', 'shown', 'overdue', 'due'] as const;
  const { container } = render(
    <DayRail
      theme="ink"
      cutoffs={states.map((state, index) => ({
        id: `c${index}`,
        label: `1${index}:05`,
        value: index < 3 ? '23,37' : null,
        state,
      }))}
    />,
  );
  const items = [...container.querySelectorAll('li')];
  expect(items.map((item) => item.dataset['state'])).toEqual(states);
  expect(items.map((item) => item.dataset['after'])).toEqual(['known', 'known', 'ahead', 'ahead', 'none']);
  expect(items[0]?.textContent).toContain('23,37');
  expect(items[2]?.textContent).toBe('12:05');
});
