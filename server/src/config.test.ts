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

  it('[SET-1] takes the proxies that are believed as addresses and networks, and names what is neither', () => {
    expect(readConfig([], {}).trustedProxies).toEqual(['loopback']);
    const proxies = (list: string) => readConfig([], { YAVKA_TRUSTED_PROXIES: list }).trustedProxies;
    expect(proxies('10.0.0.0/8, 192.0.2.1,fd00::/8')).toEqual(['10.0.0.0/8', '192.0.2.1', 'fd00::/8']);
    for (const wrong of ['everyone', '10.0.0.0/33', '10.0.0.0/', 'proxy.example', '10.0.0.1/8/8x'])
      expect(() => proxies(wrong)).toThrow(`YAVKA_TRUSTED_PROXIES has "${wrong}"`);
  });

  it('[SET-4] takes the public address as an origin, and refuses what is none without repeating it', () => {
    expect(readConfig([], {}).publicUrl).toBeNull();
    const told = (url: string) => readConfig([], { YAVKA_PUBLIC_URL: url }).publicUrl;
    expect(told('https://yavka.example')).toBe('https://yavka.example');
    expect(told('http://Board.example:8080/')).toBe('http://board.example:8080');
    for (const wrong of [
      ...['', 'yavka.example', '//yavka.example', 'ftp://yavka.example', 'https://', 'https://yavka.example/board'],
      ...['https://u:S3cret@yavka.example', 'https://yavka.example/?a=1', 'https://yavka.example/#a'],
    ]) {
      expect(() => told(wrong)).toThrow(BadSetting);
      expect(() => told(wrong)).toThrow(/^YAVKA_PUBLIC_URL (?!.*S3cret)/s);
    }
  });

  it('[SET-3] keeps the logs in the database that DATABASE_URL names', () => {
    expect(readConfig(['--live'], {}).databaseUrl).toBeNull();
    for (const url of ['postgres://u:p@h:5433/d', 'postgresql://h/d', 'postgres:///d?host=/run/postgresql']) {
      expect(readConfig(['--live'], { DATABASE_URL: url }).databaseUrl).toBe(url);
    }
  });

  it.each([
    ['a database without a mode', [], { DATABASE_URL: 'postgres://h/d' }, /DATABASE_URL say --live or --rehearsal/],
    ['a database without a name', ['--live'], { DATABASE_URL: 'postgres://h' }, /DATABASE_URL: it names no database/],
    ['a database of another kind', ['--live'], { DATABASE_URL: 'mysql://h/d' }, /must begin with postgres/],
    ['a database address that is none', ['--live'], { DATABASE_URL: 'h/d' }, /DATABASE_URL: it is not an address/],
    ['a database nowhere', ['--live'], { DATABASE_URL: 'postgres:///d' }, /DATABASE_URL: it names no host/],
  ])('[SET-3] refuses %s', (_what, argv, env, sentence) => {
    expect(() => readConfig(argv, env)).toThrow(BadSetting);
    expect(() => readConfig(argv, env)).toThrow(sentence);
  });

  it('[SET-3] never repeats the password of a database in what it says', () => {
    for (const url of ['postgres://u:S3cret@h', 'http://u:S3cret@h/d', 'S3cret', 'postgres://u:S3cret@h:99999/d']) {
      expect(() => readConfig(['--live'], { DATABASE_URL: url })).toThrow(/^(?!.*S3cret)/s);
    }
  });

  it.each([
    ['an unknown setting', [], { YAVKA_PORTT: '1' }, /YAVKA_PORTT/],
    ['a port that is none', [], { PORT: 'http' }, /PORT is "http"/],
    ['a mode that is none', [], { YAVKA_MODE: 'test' }, /live or rehearsal/],
    ['two modes', ['--live', '--rehearsal'], {}, /exclude/],
    ['two modes from two places', ['--live'], { YAVKA_MODE: 'rehearsal' }, /contradicts/],
    ['production without a mode', [], { NODE_ENV: 'production' }, /say --live or --rehearsal/],
    ['a time that is none', ['--at', '25:00'], {}, /HH:MM/],
    ['a replay too fast', ['--speed', '3601'], {}, /1 to 3600/],
    ['a live day at another time', ['--live', '--at', '20:05'], {}, /keeps the real time/],
    ['an unknown argument', ['--fast'], {}, /fast/],
  ])('[SET-1] refuses %s with a sentence that names it', (_what, argv, env, sentence) => {
    expect(() => readConfig(argv, env)).toThrow(BadSetting);
    expect(() => readConfig(argv, env)).toThrow(sentence);
  });
});
