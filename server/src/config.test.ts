import { describe, expect, it } from 'vitest';

import { BadSetting, readConfig } from './config.ts';

describe('settings', () => {
  it('[SET-1] starts a replayed rehearsal when nothing is said', () => {
    expect(readConfig([], {})).toMatchObject({
      port: 4000,
      mode: 'rehearsal',
      replay: { enabled: true, at: null, speed: 60 },
    });
  });

  it('[SET-1] takes the mode, the time and the speed from the arguments', () => {
    expect(readConfig(['--at', '20:05'], {}).replay).toMatchObject({ enabled: true, at: '20:05' });
    expect(readConfig(['--speed', '600', '--rehearsal'], {}).replay.speed).toBe(600);
    expect(readConfig(['--live'], {})).toMatchObject({ mode: 'live', replay: { enabled: false } });
    expect(readConfig(['--no-replay'], {}).replay.enabled).toBe(false);
  });

  it.each([
    ['an unknown setting', [], { YAVKA_PORTT: '1' }, /YAVKA_PORTT/],
    ['a port that is none', [], { PORT: 'http' }, /PORT is "http"/],
    ['a mode that is none', [], { YAVKA_MODE: 'test' }, /live or rehearsal/],
    ['two modes', ['--live', '--rehearsal'], {}, /exclude/],
    ['two modes from two places', ['--live'], { YAVKA_MODE: 'rehearsal' }, /contradicts/],
    ['production without a mode', [], { NODE_ENV: 'production' }, /say --live or --rehearsal/],
    ['a time that is none', ['--at', '25:00'], {}, /HH:MM/],
    ['a replay too fast', ['--speed', '601'], {}, /1 to 600/],
    ['a live day at another time', ['--live', '--at', '20:05'], {}, /keeps the real time/],
    ['a store that is not there yet', [], { DATABASE_URL: 'postgres://x' }, /not supported yet/],
    ['an unknown argument', ['--fast'], {}, /fast/],
  ])('[SET-1] refuses %s with a sentence that names it', (_what, argv, env, sentence) => {
    expect(() => readConfig(argv, env)).toThrow(BadSetting);
    expect(() => readConfig(argv, env)).toThrow(sentence);
  });
});
