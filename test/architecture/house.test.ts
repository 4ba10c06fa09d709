import { describe, it } from 'vitest';

import {
  adaptersSeen,
  arrowsUpward,
  chartsOnLightPages,
  circles,
  impureImports,
  surfacesMeeting,
  wallsCrossed,
  wrongDoors,
} from './arrows.ts';
import { expectHeld } from './breach.ts';
import { countryKnown, countryPatterns, readRealPacks } from './country.ts';
import { barrels, misnamed, tooLong, wrongWords } from './names.ts';
import { clocksRead, environmentRead, newestRead, printedElsewhere, randomDrawn } from './readings.ts';
import { scanModule } from './scan-module.ts';
import { readSourceFiles } from './source-file.ts';

const modules = ['shared/src', 'server/src', 'client/src', 'test']
  .flatMap((folder) => readSourceFiles(folder, ['.ts', '.tsx']))
  .map(scanModule);
const files = [
  ...modules,
  ...['server', 'client', 'test'].flatMap((folder) => readSourceFiles(folder, ['.mjs', '.css', '.html'])),
];

describe('the house stands', () => {
  it('[HOUSE-1] imports inside shared point down', () => expectHeld('HOUSE-1', arrowsUpward(modules)));
  it('[HOUSE-2] server and client never meet', () => expectHeld('HOUSE-2', wallsCrossed(modules)));
  it('[HOUSE-3] the surfaces never meet', () => expectHeld('HOUSE-3', surfacesMeeting(modules)));
  it('[HOUSE-4] packages meet at their doors', () => expectHeld('HOUSE-4', wrongDoors(modules)));
  it('[HOUSE-5] no circles', () => expectHeld('HOUSE-5', circles(modules)));
  it('[HOUSE-6] shared is pure', () => expectHeld('HOUSE-6', impureImports(modules)));
  it('[HOUSE-7] the store is seen through its port', () => expectHeld('HOUSE-7', adaptersSeen(modules)));
  it('[HOUSE-8] studio and desk carry no charts', () => expectHeld('HOUSE-8', chartsOnLightPages(modules)));
  it('[HOUSE-9] the environment is read in one place', () => expectHeld('HOUSE-9', environmentRead(modules)));
  it('[HOUSE-10] time is read by the clock', () => expectHeld('HOUSE-10', clocksRead(modules)));
  it('[HOUSE-11] random is drawn where it is listed', () => expectHeld('HOUSE-11', randomDrawn(modules)));
  it('[HOUSE-12] one formatter', () => expectHeld('HOUSE-12', printedElsewhere(modules)));
  it('[HOUSE-13] files are named for what is in them', () => expectHeld('HOUSE-13', misnamed(files)));
  it('[HOUSE-14] no barrels', () => expectHeld('HOUSE-14', barrels(modules)));
  it('[HOUSE-15] files are short, or say why not', () => expectHeld('HOUSE-15', tooLong(modules)));
  it('[HOUSE-16] an announcement is called one', () => expectHeld('HOUSE-16', wrongWords(files)));
  it('[HOUSE-24] the board shows the moment that is looked at', () => expectHeld('HOUSE-24', newestRead(modules)));
  it('[HOUSE-17] no code knows the country', () =>
    expectHeld('HOUSE-17', countryKnown(files, countryPatterns(readRealPacks()))));
});
