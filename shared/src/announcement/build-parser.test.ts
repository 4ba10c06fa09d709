import { describe, expect, it } from 'vitest';

import { readPack } from '../pack/recorded-pack.fixture.ts';
import { buildParser } from './build-parser.ts';
import { liveBlog } from './live-blog.fixture.ts';

const pack = readPack('kz-2022-11-20-president');
const parse = buildParser(pack);

/** Figures as "area min-max" lines, the country as its id. */
function read(text: string): string[] {
  return parse(text).figures.map(
    ({ area, turnout }) =>
      `${area} ${turnout === null ? '-' : turnout.min === turnout.max ? turnout.min : `${turnout.min}-${turnout.max}`}`,
  );
}
function leftKinds(text: string): string[] {
  return parse(text).leftAlone.map(({ kind, snippet }) => `${kind}: ${text.slice(snippet.start, snippet.end)}`);
}

describe('a live page', () => {
  const parsed = parse(liveBlog);

  it('[ANN-3] gives exactly the twelve figures it states', () => {
    expect(read(liveBlog)).toEqual([
      'KZ 6931',
      ...['KZ-10', 'KZ-33', 'KZ-43', 'KZ-61'].map((area) => `${area} 8001-10000`),
      ...['KZ-11', 'KZ-31', 'KZ-35', 'KZ-39', 'KZ-59', 'KZ-63'].map((area) => `${area} 7800-7999`),
      'KZ-75 2872',
    ]);
    expect(new Set(parsed.figures.map(({ cutoff }) => cutoff))).toEqual(new Set(['20:05']));
    expect(parsed).toMatchObject({ language: 'ru', asOf: '20:00', cutoff: '20:05', status: null });
  });

  it('[ANN-2] points at the words of every figure', () => {
    for (const { words, snippet } of parsed.figures) expect(words).toBe(liveBlog.slice(snippet.start, snippet.end));
    const wordsOf = (area: string): string | undefined => parsed.figures.find((figure) => figure.area === area)?.words;
    expect(wordsOf('KZ')).toBe('69,31 процента');
    expect(wordsOf('KZ-75')).toBe('Алматы — 28,72 процента');
    expect(wordsOf('KZ-61')).toBe(
      '80 процентов явка превысила в Абайской, Жетысуской, Кызылординской и Туркестанской областях',
    );
    expect(wordsOf('KZ-11')).toBe('этой отметке она приближается в Акмолинской');
  });

  it('[ANN-10] leaves dates, ages, times and stations alone, with their kinds', () => {
    expect(leftKinds(liveBlog)).toEqual([
      'restated: Почти 70 процентов',
      'time: 20 часов',
      'date: 18 ноября',
      'date: 2016',
      'age: 45',
      'date: 20 ноября',
      'time: 9 утра',
      'unclaimed: 30',
      'stations: 68',
      'abroad: 53',
    ]);
  });
});

describe('bounds in words', () => {
  it.each([
    ['В Шымкенте явка превысила 80 процентов', 'KZ-79 8001-10000'],
    ['В Шымкенте проголосовали более 80,5 %', 'KZ-79 8051-10000'],
    ['В Шымкенте явка приближается к 80 процентам', 'KZ-79 7800-7999'],
    ['Явка в Шымкенте — почти 80%', 'KZ-79 7800-7999'],
    ['В Шымкенте проголосовало около 33 процентов', 'KZ-79 3200-3399'],
    ['В Шымкенте проголосовала примерно треть избирателей', 'KZ-79 3200-3399'],
    ['Явка в Шымкенте не ниже 60 процентов', 'KZ-79 6000-10000'],
    ['Явка в Шымкенте ниже 41 процента', 'KZ-79 0-4099'],
    ['Явка в Шымкенте не превысила 41 процента', 'KZ-79 0-4100'],
    ['Явка в Шымкенте чуть больше 60 %', 'KZ-79 6001-6200'],
    ['Явка в Шымкенте от 70 до 80 процентов', 'KZ-79 7000-8000'],
    ['Шымкентте келу 80 пайыздан асты', 'KZ-79 8001-10000'],
    ['Шымкент қаласында сайлаушылардың 80 пайызға жуығы дауыс берді', 'KZ-79 7800-7999'],
    ['Шымкентте келу 30%-на жетпейді', 'KZ-79 0-2999'],
    ['Шымкентте келу 60 пайыздан кем емес', 'KZ-79 6000-10000'],
    ['Turnout exceeded 80 percent in Shymkent', 'KZ-79 8001-10000'],
    ['Nearly 80% of voters cast ballots in Shymkent', 'KZ-79 7800-7999'],
    ['Turnout in Shymkent was no less than 60%', 'KZ-79 6000-10000'],
  ])('[ANN-4] %s', (text, figure) => {
    expect(read(text)).toEqual([figure]);
  });

  it.each([
    'Явка превысила 80% в Абайской области. К этому показателю она приближается в Шымкенте.',
    'Абай облысында келу 80 пайыздан асты. Осы көрсеткішке Шымкент қаласы жақындады.',
    'Turnout exceeded 80% in Abai region. It is approaching this mark in Shymkent.',
  ])('[ANN-5] takes "this mark" for the number just named: %s', (text) => {
    expect(read(text)).toEqual(['KZ-10 8001-10000', 'KZ-79 7800-7999']);
  });

  it('[ANN-5] a number said outright is not a reference', () => {
    expect(read('Явка в стране превысила 60%. В Алматы этот показатель составил 28,72 процента.')).toEqual([
      'KZ 6001-10000',
      'KZ-75 2872',
    ]);
  });

  it('[ANN-18] never rounds a share onto a whole percent', () => {
    expect(read('Явка в Шымкенте 79,996%')).toEqual(['KZ-79 7999']);
    expect(read('Явка в Шымкенте 69,307%')).toEqual(['KZ-79 6931']);
  });
});

describe('names', () => {
  it.each([
    ['в Алматы явка 28,72%', 'KZ-75 2872'],
    ['в Алматинской области явка 70,92%', 'KZ-19 7092'],
    ['Алматы облысы бойынша – 70,92 %', 'KZ-19 7092'],
    ['Алматыда келу 28,72 пайыз', 'KZ-75 2872'],
    ['Turnout in Almaty region was 70.92%', 'KZ-19 7092'],
    ['Turnout in the city of Almaty was 28.72%', 'KZ-75 2872'],
    ['по области Жетiсу – 81,43 %', 'KZ-33 8143'],
    ['ШҚО-да – 77,1 пайыз', 'KZ-63 7710'],
    ['г. Астана – 48,67%', 'KZ-71 4867'],
    ['по Мангыстауской обл. – 59,61%', 'KZ-47 5961'],
  ])('[ANN-7] %s', (text, figure) => {
    expect(read(text)).toEqual([figure]);
  });

  it('[ANN-6] shares one number among names, and one noun among adjectives', () => {
    expect(read('В Северо- и Восточно-Казахстанской областях явка 72,21%.')).toEqual(['KZ-59 7221', 'KZ-63 7221']);
    expect(read('Абай, Жетісу және Алматы облыстарында келу — 70 пайыздан астам.')).toEqual([
      'KZ-10 7001-10000',
      'KZ-33 7001-10000',
      'KZ-19 7001-10000',
    ]);
    expect(read('Явка в Алматы, Абайской и Жетысуской областях превысила 20%')).toEqual([
      'KZ-75 2001-10000',
      'KZ-10 2001-10000',
      'KZ-33 2001-10000',
    ]);
  });

  it('[ANN-6] pairs lists of one length in order, and guesses nothing for lists of two lengths', () => {
    const names = 'В Абайской, Акмолинской и Актюбинской областях явка составила';
    expect(read(`${names} 80,1%, 75,2% и 71,3% соответственно.`)).toEqual(['KZ-10 8010', 'KZ-11 7520', 'KZ-15 7130']);
    expect(read(`${names} 80,1% и 75,2% соответственно.`)).toEqual([]);
  });

  it('[ANN-15] a place that is not an area keeps its number to itself', () => {
    expect(read('В Семее явка составила 82%. В Абайской области – 80,5%.')).toEqual(['KZ-10 8050']);
    expect(read('От 70 до 80 процентов – в пяти регионах.')).toEqual([]);
    expect(read('В Бурлинском районе проголосовали 90% избирателей.')).toEqual([]);
  });

  it('[ANN-15] a report is not about the town it is sent from', () => {
    expect(read('ASTANA – Some 7.45 million people, or 62.34 percent of eligible voters, cast their ballots.')).toEqual(
      ['KZ 6234'],
    );
    expect(read('АСТАНА – 48,60%')).toEqual(['KZ-71 4860']);
  });

  it('[ANN-6] a share goes to the nearer of two names', () => {
    expect(read('In Almaty, turnout was 28.72%, compared with 48.60% in Astana and 69.31% nationwide.')).toEqual([
      'KZ-75 2872',
      'KZ-71 4860',
      'KZ 6931',
    ]);
    expect(read('80-процентный рубеж преодолели в Абайской и Туркестанской областях.')).toEqual([
      'KZ-10 8001-10000',
      'KZ-61 8001-10000',
    ]);
  });

  it('[ANN-15] "all regions" means each of them, but those excepted', () => {
    const areas = parse('Во всех регионах явка превысила 60%, кроме Алматы и Астаны.').figures;
    expect(areas).toHaveLength(18);
    expect(areas.some(({ area }) => area === 'KZ-75' || area === 'KZ-71' || area === 'KZ')).toBe(false);
  });
});

describe('times', () => {
  it.each([
    ['По состоянию на 20 часов явка 69,31%', '20:00', '20:05'],
    ['На 18.05 бюллетени получили 67,85 %', '18:05', '18:05'],
    ['на 10.05 часов явка 23,37%', '10:05', '10:05'],
    ['К 16:00 явка составила 62,34%', '16:00', '16:05'],
    ['сағат 20.05-дегі жағдай бойынша келу 69,31 пайыз', '20:05', '20:05'],
    ['As of 20:05 turnout was 69.31%', '20:05', '20:05'],
    ['Turnout was 69.31% by 8 p.m. Astana time', '20:00', '20:05'],
    ['На 19 часов явка 68%', '19:00', null],
    ['Явка 68%', null, null],
    ['Явка 68%, участки закроются в 20:00', null, null],
  ])('[ANN-8] %s', (text, asOf, cutoff) => {
    const parsed = parse(text);
    expect([parsed.asOf, parsed.figures[0]?.cutoff]).toEqual([asOf, cutoff]);
  });

  it('[ANN-19] a share said of another hour belongs to that hour', () => {
    const { figures } = parse('К 14.05 часам проголосовали 51,16%; к 12 часам было 38,55%.');
    expect(figures.map(({ cutoff, turnout }) => [cutoff, turnout?.min])).toEqual([
      ['14:05', 5116],
      ['12:05', 3855],
    ]);
  });

  it('[ANN-9] a final result without an hour is the final record', () => {
    const parsed = parse(
      'Окончательные итоги: явка составила 69,44 процента, бюллетени получили 8 300 046 граждан из 11 953 465.',
    );
    expect(parsed).toMatchObject({ status: 'final', cutoff: 'final' });
    expect(parsed.figures).toMatchObject([
      { area: 'KZ', cutoff: 'final', turnout: { min: 6944, max: 6944 }, ballots: 8_300_046, electorate: 11_953_465 },
    ]);
    expect(parse('Предварительно на 22.00 часов явка 69,43 %, окончательные итоги завтра.')).toMatchObject({
      status: 'preliminary',
      cutoff: '22:00',
    });
  });
});

describe('what is not turnout', () => {
  it.each([
    ['Кандидат набрал 81,31% голосов', 'candidate: 81,31%'],
    ['Порог явки – 50 процентов', 'threshold: 50 процентов'],
    ['По данным экзит-пола, явка 75%', 'estimate: 75%'],
    ['Обработано 95% протоколов', 'protocols: 95%'],
    ['За рубежом явка 57,5%', 'abroad: 57,5%'],
    ['Открыты 10 033 участка', 'stations: 10 033'],
    ['Открыто 98% участков', 'stations: 98%'],
    ['Явка на прошлых выборах была 77,5%', 'otherElection: 77,5%'],
    ['Среди женщин явка 70%', 'group: 70%'],
    ['Явка выросла на 1,46%', 'difference: 1,46%'],
    ['Turnout abroad reached 57.5%', 'abroad: 57.5%'],
    ['The candidate received 81.31% of the vote', 'candidate: 81.31%'],
    ['Үміткер 81,31% дауыс жинады', 'candidate: 81,31%'],
  ])('[ANN-10] %s', (text, left) => {
    expect(read(text)).toEqual([]);
    expect(leftKinds(text)).toContain(left);
  });

  it('[ANN-10] tells a share of votes from the turnout beside it', () => {
    expect(read('Кандидат набрал 81,31% голосов, явка 69,44%.')).toEqual(['KZ 6944']);
    expect(read('Явка на выборах 2019 года составляла 77,5%. Сейчас, на 20:00, она равна 69,31%.')).toEqual([
      'KZ 6931',
    ]);
  });
});

describe('hours of events', () => {
  it.each([
    ['Явка 62,35%. Брифинг ЦИК в 18:05.', null],
    ['Явка в Астане 46,5 % (голосование завершится вечером, в 20:00).', null],
    ['К закрытию участков в 20:00 явка составила 69,31%.', '20:05'],
    ['When polls closed at 8 p.m., turnout stood at 69.31%.', '20:05'],
    ['Данияр (18:05): явка в Астане 46,5%', null],
    ['Астана (18:05): явка 46,5%', '18:05'],
  ])('[ANN-26] %s', (text, cutoff) => {
    expect(parse(text).figures.map((figure) => figure.cutoff)).toEqual([cutoff]);
  });
});

describe('one figure for each area and cutoff', () => {
  it('[ANN-11] an exact share wins over a headline', () => {
    expect(read('Явка приблизилась к 70 процентам\nНа 20:05 явка 69,31%')).toEqual(['KZ 6931']);
    expect(read('Явка 69%\nНа 20:05 явка составила 69,31%')).toEqual(['KZ 6931']);
  });

  it('[ANN-11] of two sentences that say different exact shares none is taken', () => {
    const text = 'Явка в Алматы 28,72%.\nВ Алматы явка 26,19%.';
    expect(read(text)).toEqual([]);
    expect(leftKinds(text)).toEqual(['conflict: 28,72%', 'conflict: 26,19%']);
  });

  it('[ANN-11] a share that names neither place nor turnout takes nothing from one that does', () => {
    const text = 'Явка 67,85%. Проголосовали 66,1%.';
    expect(read(text)).toEqual(['KZ 6785']);
    expect(leftKinds(text)).toEqual(['conflict: 66,1%']);
  });
});

describe('lists', () => {
  const both = ['KZ-10 8056', 'KZ-75 2872'];
  it.each([
    '1.  по Абайской области – 80,56 %;\n2.  по г. Алматы – 28,72 %.',
    '- в Абайской области – 80,56%;\n- в Алматы – 28,72%;',
    '• Абайская область — 80,56 процента;\n• город Алматы — 28,72 процента.',
    'Абайская область 80,56 %\nгород Алматы 28,72 %',
    '1\tАбайская область\t80,56\n2\tгород Алматы\t28,72',
    'Абайская область\n80,56%\nгород Алматы\n28,72%',
    '| Абайская область | 80,56 |\n| Алматы | 28,72 |',
    'Абай облысы бойынша – 80,56,\nАлматы қаласы бойынша – 28,72,',
    'Абай облысы 80,56 % Алматы қаласы 28,72 %',
    '- Abaı oblysy boıynsha – 80,56%\n- Almaty qalasy boıynsha – 28,72%',
    'Abai oblysy boiynşa – 80,56%;\nAlmaty qalasy boiynşa – 28,72%;',
    'اباي وبلىسى – 80,56,\nالماتى قالاسى – 28,72,',
    '1. in the Abai region – 80.56 %\n2. in Almaty – 28.72 %',
    '80.56% in Abai region, 28.72% cast their ballots in Almaty city.',
    'у Абайской (80,56%), Алматы ( 28,72%)',
    'в Абайской – 80, 56 %, в Алматы – 28, 72 %',
  ])('[ANN-14] %s', (text) => {
    expect(read(text)).toEqual(both);
  });

  it('[ANN-14] takes each column for the hour that heads it', () => {
    const table = 'Регион\tЯвка на 18:05\tЯвка на 20:05\nАбайская область\t78,88\t80,56\nАлматы\t28,10\t28,72';
    expect(parse(table).figures.map(({ area, cutoff, turnout }) => `${area} ${cutoff} ${turnout?.min}`)).toEqual([
      'KZ-10 18:05 7888',
      'KZ-10 20:05 8056',
      'KZ-75 18:05 2810',
      'KZ-75 20:05 2872',
    ]);
    expect(read('Абайская область\t78,88\t80,56')).toEqual([]);
  });

  it('[ANN-14] reads counts beside shares as ballots of that area', () => {
    expect(parse('в Абайской области – 123 456 или 80,56%').figures).toMatchObject([
      { area: 'KZ-10', turnout: { min: 8056 }, ballots: 123_456 },
    ]);
    expect(parse('Алматы – 28,72% (345 678)').figures).toMatchObject([
      { area: 'KZ-75', turnout: { min: 2872 }, ballots: 345_678 },
    ]);
  });
});

describe('counts', () => {
  it.each([
    ['7 450 395', 7_450_395],
    ['7\u00A0450\u00A0395', 7_450_395],
    ['7\u202F450\u202F395', 7_450_395],
    ['7,450,395', 7_450_395],
    ['7.450.395', 7_450_395],
    ['11 млн 947 тыс. 995', 11_947_995],
    ['8 млн 300 тысяч 46', 8_300_046],
    ['1 млн. 559 тыс. 627', 1_559_627],
    ['1446 218', 1_446_218],
    ['518,473', 518_473],
    ['836.710', 836_710],
  ])('[ANN-12] %s', (digits, ballots) => {
    expect(parse(`На 16:05 бюллетени получили ${digits} граждан.`).figures).toMatchObject([
      { area: 'KZ', ballots, turnout: null },
    ]);
  });

  it('[ANN-12] does not keep a rounded or bounded count as a count', () => {
    expect(read('Проголосовали более 8 282 607 человек')).toEqual([]);
    expect(read('Проголосовали 8 млн человек')).toEqual([]);
  });

  it('[ANN-12] tells ballots from voters on the lists', () => {
    const stated = [{ area: 'KZ', ballots: 8_282_607, electorate: 11_950_485 }];
    expect(parse('Явка 69,31% (8 282 607 из 11 950 485).').figures).toMatchObject(stated);
    expect(parse('Turnout was 69.31%, 8,282,607 of 11,950,485 voters.').figures).toMatchObject(stated);
    expect(
      parse('Сайлаушылар тізімінде 11 950 485 азамат бар, олардың 8 282 607-і бюллетень алды (69,31%).').figures,
    ).toMatchObject(stated);
  });
});

describe('languages', () => {
  it.each([
    ['На 20:05 явка составила 69,31 процента', 'ru'],
    ['Сағат 20.05-дегі жағдай бойынша келу 69,31 пайыз', 'kk'],
    ['Saǵat 20.05-degi jaǵdaı boıynsha búlleten alǵandar 69,31 paıyz', 'kk'],
    ['As of 20:05 turnout was 69.31 percent', 'en'],
  ])('[ANN-13] %s', (text, language) => {
    expect(parse(text)).toMatchObject({
      language,
      cutoff: '20:05',
      figures: [{ area: 'KZ', turnout: { min: 6931, max: 6931 } }],
    });
  });

  it('[ANN-20] knows another country by its pack alone', () => {
    const other = buildParser(readPack('test-two-zones'));
    expect(
      other('На 12:00 явка по стране 30 процентов. В Заречной области — более 50%, в Нагорной — 32,00%.').figures.map(
        ({ area, cutoff, turnout }) => [area, cutoff, turnout],
      ),
    ).toEqual([
      ['TT', '12:00', { min: 3000, max: 3000 }],
      ['TT-W', '12:00', { min: 5001, max: 10_000 }],
      ['TT-E', '12:00', { min: 3200, max: 3200 }],
    ]);
    expect(other('В Алматы явка 28,72%').figures).toEqual([]);
  });

  it('[ANN-20] knows areas that are numbered districts', () => {
    const districts = readPack('test-two-zones');
    const [first, second] = districts.areas.filter(({ kind }) => kind === 'region').map(({ id }) => id);
    const numbered = districts.areas.map((area) => {
      if (area.kind !== 'region') return area;
      const number = area.id === first ? 11 : 12;
      return {
        ...area,
        names: { ru: `Округ № ${number}`, kk: `№ ${number} округ`, en: `District No. ${number}` },
        spellings: { ru: [`округ № ${number}`], kk: [], en: [`district No. ${number}`] },
      };
    });
    const parseNumbered = buildParser({ ...districts, areas: numbered });
    for (const text of [
      'На 12:00 явка: округ № 11 — 45,5%, округ № 12 — 38%.',
      'Явка на 12:00\n1. Округ №11 - 45,5%;\n2. Округ №12 - 38,00%;',
      'В округе № 11 на 12:00 явка 45,5%, в округе № 12 – 38%.',
      'Turnout at 12:00: district No. 11 – 45.5%, district No. 12 – 38%',
    ])
      expect(parseNumbered(text).figures.map(({ area, cutoff, turnout }) => [area, cutoff, turnout?.min])).toEqual([
        [first, '12:00', 4550],
        [second, '12:00', 3800],
      ]);
  });
});
