import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { areaAt, exactly, recordedInput, recordedPack } from './checks/recorded-input.fixture.ts';
import type { CheckInput, GivenFigure } from './checks/check-input.ts';
import { checkFigures } from './check-figures.ts';
import type { Finding } from './finding.ts';

const stopsOf = (input: CheckInput): string[] =>
  checkFigures(input)
    .filter((finding) => finding.severity === 'stop')
    .map(briefly);

const briefly = ({ check, areas }: Finding): string => `${check} ${areas.join(' ')}`;

describe('the checks on the recorded day', () => {
  it.each([
    ['announcement-1005', []],
    ['announcement-1205', []],
    ['announcement-1405', []],
    ['announcement-1605', []],
    ['announcement-1805', []],
    ['announcement-2005-words', []],
    ['announcement-2005-list', []],
    ['announcement-2200', ['M KZ-33', 'M KZ-71', 'C KZ']],
    ['announcement-final', []],
  ])('[CHK-1] %s gives exactly its true stops', (id, stops) => {
    expect(stopsOf(recordedInput(id))).toEqual(stops);
  });

  it('[CHK-2] warns of true but unusual growth and of a chance duplicate, and of nothing else', () => {
    const warnings = (recordedPack.recordedDay?.announcements ?? []).flatMap(({ id }) =>
      checkFigures(recordedInput(id))
        .filter((finding) => finding.severity === 'warn')
        .map((finding) => `${id} ${briefly(finding)}`),
    );
    expect(warnings).toEqual([
      'announcement-1205 I KZ-61',
      'announcement-1205 I KZ-79',
      'announcement-1605 D KZ-11 KZ-39',
      'announcement-1805 I KZ-19',
    ]);
  });

  it('[CHK-3] proposes the electorate that the count of 22:00 fits', () => {
    const finding = checkFigures(recordedInput('announcement-2200')).find(({ check }) => check === 'C');
    expect(finding?.proposedBasis).toBe('kz-2022-11-21');
    expect(finding?.message.ru.replace(/\s/g, ' ')).toContain(
      '8 299 501 из 11 950 485 — это 69,45 %, а названо: 69,43 %.',
    );
  });
});

describe('the errors that outlets really made', () => {
  const shifted = { 'KZ-35': 7708, 'KZ-43': 6457, 'KZ-47': 7712, 'KZ-55': 7746, 'KZ-59': 8025 };
  const shiftedRows: Record<string, Partial<GivenFigure>> = Object.fromEntries(
    Object.entries(shifted).map(([area, value]) => [area, { turnout: exactly(value) }]),
  );

  it('[CHK-4] a list with a dropped row and shifted values is stopped by S and M, alone and within the whole list', () => {
    const whole = recordedInput('announcement-1805', shiftedRows);
    const alone = { ...whole, figures: whole.figures.filter(({ area }) => area in shifted) };
    expect(stopsOf(alone)).toEqual(['M KZ-43', 'S KZ-43 KZ-47 KZ-55']);
    const stops = stopsOf(whole);
    expect(stops).toHaveLength(2);
    expect(stops[0]).toBe('M KZ-43');
    expect(stops[1]).toMatch(/^S .*KZ-43 KZ-47 KZ-55 KZ-59/);
  });

  it('[CHK-5] the shifted list also has neighbouring rows alike, and D says that rows may have shifted', () => {
    const finding = checkFigures(recordedInput('announcement-1805', shiftedRows)).find(({ check }) => check === 'D');
    expect(finding).toMatchObject({ severity: 'warn', areas: ['KZ-33', 'KZ-35'] });
    expect(finding?.message.ru).toContain('Соседние строки совпадают');
  });

  it.each([
    ['a total run together', 'announcement-1805', 'KZ', { ballots: 8_108_668_485 }, 'B KZ'],
    ['8,09 for 80,09', 'announcement-1605', 'KZ-61', { turnout: exactly(809) }, 'M KZ-61'],
    [
      'a first digit mistyped (41,07 for 51,07 elsewhere)',
      'announcement-1605',
      'KZ-43',
      { turnout: exactly(4288) },
      'M KZ-43',
    ],
    ['a turnout above everybody', 'announcement-1605', 'KZ-61', { turnout: exactly(10_001) }, 'B KZ-61'],
    ['a digit too many in a count', 'announcement-1605', 'KZ', { ballots: 74_503_950 }, 'B KZ'],
    ['transposed digits in a percentage', 'announcement-1605', 'KZ', { turnout: exactly(6243) }, 'C KZ'],
  ])('[CHK-6] %s is stopped', (_, id, area, change, stop) => {
    expect(stopsOf(recordedInput(id, { [area]: change }))).toContain(stop);
  });

  it('[CHK-2] a value copied from the next row is warned of as a possible shift', () => {
    const input = recordedInput('announcement-1605', { 'KZ-62': { turnout: exactly(6842) } });
    expect(checkFigures(input).map(briefly)).toContain('D KZ-62 KZ-63');
  });

  it('[CHK-7] a slip of 200 ballots fits the percentage and is seen by a second source only', () => {
    const first = recordedInput('announcement-1605', { KZ: { ballots: 7_450_195 } });
    expect(stopsOf(first)).toEqual([]);
    const standing: CheckInput['standing'] = (area, cutoff) =>
      area === 'KZ' && cutoff === '16:05'
        ? { turnout: exactly(6234), ballots: 7_450_395, basis: 'kz-2022-11-02' }
        : first.standing(area, cutoff);
    expect(stopsOf({ ...first, standing })).toEqual(['X KZ']);
  });
});

describe('every finding', () => {
  const everyKind = [
    recordedInput('announcement-2200'),
    recordedInput('announcement-1805', { KZ: { ballots: 8_108_668_485 }, 'KZ-43': { turnout: exactly(7712) } }),
    recordedInput('announcement-1605', {
      'KZ-61': { turnout: exactly(80_090) },
      KZ: { electorate: 11_950_000, turnout: exactly(6235) },
    }),
    recordedInput('announcement-1405', { 'KZ-61': { turnout: { min: 6001, max: 6300 } } }),
  ];

  it('[CHK-8] says what and why in three languages, each in its own words', () => {
    const findings = everyKind.flatMap(checkFigures);
    expect(new Set(findings.map(({ check }) => check)).size).toBeGreaterThanOrEqual(4);
    for (const { message, areas } of findings) {
      expect(new Set(Object.values(message)).size).toBe(3);
      expect(message.ru).toContain(recordedPack.areas.find(({ id }) => id === areas[0])?.names.ru);
      expect(Object.values(message).join()).not.toMatch(/undefined|null|\.\./);
      expect(message.en).not.toMatch(/[а-яәғқңөұүһі]/i);
    }
  });
});

describe('on days that nobody recorded', () => {
  const regions = recordedPack.areas.filter(({ kind }) => kind === 'region' || kind === 'city').map(({ id }) => id);

  it('[CHK-9] a day that only grows, each area about as the others, gives no stop', () => {
    const growth = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: regions.length, maxLength: regions.length });
    const starts = fc.array(fc.integer({ min: 100, max: 4000 }), {
      minLength: regions.length,
      maxLength: regions.length,
    });
    fc.assert(
      fc.property(starts, growth, fc.integer({ min: 0, max: 3000 }), (start, extra, common) => {
        const base = recordedInput('announcement-1205');
        const figures = regions.map((area, index) => ({
          area,
          turnout: exactly((start[index] ?? 0) + common + (extra[index] ?? 0)),
          ballots: null,
          electorate: null,
        }));
        const standing: CheckInput['standing'] = (area, cutoff) =>
          cutoff === '10:05' && regions.includes(area)
            ? { turnout: exactly(start[regions.indexOf(area)] ?? 0), ballots: null, basis: null }
            : null;
        expect(stopsOf({ ...base, figures, standing })).toEqual([]);
      }),
      { seed: 20221120, numRuns: 200 },
    );
  });

  it('[CHK-10] any single fall is stopped by M, in that area alone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...regions), fc.integer({ min: 1, max: 800 }), (area, fall) => {
        const before = areaAt('announcement-1605', area);
        const input = recordedInput('announcement-1805', { [area]: { turnout: exactly(Math.max(0, before - fall)) } });
        expect(stopsOf(input).filter((stop) => stop.startsWith('M'))).toEqual([`M ${area}`]);
      }),
      { seed: 20221120, numRuns: 100 },
    );
  });
});
