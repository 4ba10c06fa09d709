import { describe, expect, it } from 'vitest';

import { readPack } from '../pack/recorded-pack.fixture.ts';
import { buildParser } from './build-parser.ts';
import { figureLine } from './corpus.fixture.ts';

const parse = buildParser(readPack('kz-2022-11-20-president'));
const read = (text: string): string[] => parse(text).figures.map(figureLine).sort();

describe('what the words around a number refer to', () => {
  it.each([
    ['К 18:05 проголосовали 90% рабочих.', []],
    ['By 18:05, 90 percent of soldiers had voted.', []],
    ['Сағат 18:05-те мұғалімдердің 90 пайызы дауыс берді.', []],
    ['К 18:05 проголосовали 67,85% казахстанских избирателей.', ['KZ@18:05 6785']],
    ['К 18:05 – 27,93% алматинцев и 67,85% казахстанцев.', ['KZ-75@18:05 2793', 'KZ@18:05 6785']],
    ['К 18:05 за рубежом голосовали 57,5% казахстанцев.', []],
  ])('[ANN-37] a share of a kind of people is nobody’s: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it.each([
    ['В ЗКО на 18:05 явка 64,77%. На 20:05 этот показатель – 67,77%.', ['KZ-27@18:05 6477', 'KZ-27@20:05 6777']],
    ['Явка к полудню 38,55%. На 10:00 показатель составлял 23,37%.', ['KZ@10:05 2337', 'KZ@12:05 3855']],
    ['На 18:05 в ЗКО явка 64,77%. Самый высокий показатель – 78,88%.', ['KZ-27@18:05 6477']],
  ])('[ANN-38] "the figure" is that of the place before: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it.each([
    ['Явка на 18:05 в Алматы 27,93%, а не 72,93%.', ['KZ-75@18:05 2793']],
    ['We gave the wrong turnout for Almaty. It is 27.93%, not 72.93%.', ['KZ-75@- 2793']],
    ['Астананың көрсеткіші қате. 84,01% емес, 48,01% деп оқылсын.', ['KZ-71@- 4801']],
  ])('[ANN-39] a share beside the one it denies is the right one: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it.each([
    ['ЦИК РК, 20.11.2022, 18:05\nАстана – 48,01%', ['KZ-71@18:05 4801']],
    ['Turnout update, 18:05\nAstana – 48.01%', ['KZ-71@18:05 4801']],
    ['АСТАНА, 20 ноября, 18:05\nЯвка в ЗКО – 64,77%', ['KZ-27@- 6477']],
  ])('[ANN-40] the hour that ends a title of the commission or the turnout is its figures’: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it.each([
    [
      'Карагандинская область: сообщение акимата\nНа 18:00 бюллетени взяли 76,4 % избирателей области.',
      ['KZ-35@18:05 7640'],
    ],
    [
      'Correction: the story gave a wrong figure for Zhambyl Region. Turnout there at 4:05 p.m. was 67.3%.',
      ['KZ-31@16:05 6730'],
    ],
    ['ПАВЛОДАР, 20 ноября — Явка в области на 18:05 – 77,12%.', ['KZ-55@18:05 7712']],
    ['ПАВЛОДАР, 20 ноября — В ЗКО на 18:05 – 64,77%. В области активность ниже: 51%.', ['KZ-27@18:05 6477']],
    ['ПАВЛОДАР, 20 қараша — Екі облыста 18:05-те 80 пайыз дауыс берді.', []],
  ])('[ANN-41] "in the region" is that of the dateline: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it.each([
    ['Данные о явке. Время столичное.\n10:05 — 23,37%\n12:05 — 38,55%', ['KZ@10:05 2337', 'KZ@12:05 3855']],
    ['Данные о явке 2019 года. Время столичное.\n10:05 — 13,4%\n12:05 — 25,1%', []],
  ])('[ANN-42] the turnout that a text has spoken of holds: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it.each([
    ['Выборы 2019 года: как это было\nНа 18:05 проголосовали 72,9%.', []],
    ['Выборы 2019 года: как это было\nЯвка – 77,5%. Сегодня на 18:05 – 67,85%.', ['KZ@18:05 6785']],
    ['Явка обогнала прошлые выборы\nНа 18:05 проголосовали 67,85%.', ['KZ@18:05 6785']],
  ])('[ANN-43] a title sets its text aside: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it.each([
    ['В ЗКО явка 64,77%. К 18:05 по стране – 67,85%.', ['KZ-27@- 6477', 'KZ@18:05 6785']],
    ['В ЗКО явка 64,77%. По состоянию на 18:05 по стране – 67,85%.', ['KZ-27@18:05 6477', 'KZ@18:05 6785']],
    ['В ЗКО явка 64,77%\nК 18:05 по стране – 67,85%.', ['KZ-27@18:05 6477', 'KZ@18:05 6785']],
    ['В ЗКО явка 64,77%. Данные на 18:05.', ['KZ-27@18:05 6477']],
  ])('[ANN-44] an hour told last is its own numbers’: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it.each([
    ['По данным комиссий областей и столицы, на 18:05 проголосовали 67,85%.', ['KZ@18:05 6785']],
    ['По данным комиссии Астаны, на 18:05 проголосовали 48,01%.', ['KZ-71@18:05 4801']],
    ['At 6 p.m. turnout was 67.85%, up from 4 p.m. In Almaty it was 27.93%.', ['KZ-75@18:05 2793', 'KZ@18:05 6785']],
  ])('[ANN-45] whose commissions told is not whose number it is: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it.each([
    ['На 18:05 в ЗКО проголосовали 286 868 избирателей. Это 64,77%.', ['KZ-27@18:05 6477 b286868']],
    ['Референдум прошёл в июне 2022 года. На 18:00 в тот день явка была 65,04%.', []],
    ['Таңғы 10-да ел бойынша 23,37% дауыс берді.', ['KZ@10:05 2337']],
  ])('[ANN-46] "this" and "that day" go on: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it.each([
    ['Явка в ЗКО\n10:05 – 13,1%\n12:05 – 27,55%', ['KZ-27@10:05 1310', 'KZ-27@12:05 2755']],
    ['Явка в Темиртау\n10:05 – 13,1%', []],
    ['Явка по стране\n10:05 – 23,37%', ['KZ@10:05 2337']],
    ['Явка в ЗКО на 10:05 и 12:05\n13,1 / 27,55', ['KZ-27@10:05 1310', 'KZ-27@12:05 2755']],
    ['Явка в ЗКО на 10:05 и 12:05\n13,1 / 27,55 / 43,85', []],
  ])('[ANN-47] rows of hours are of the place of their heading: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it.each([
    ['В ЗКО и Алматы голосуют. На 18:05 было 64,77% и 27,93%.', []],
    ['По ЗКО: на 16:05 – 54,6%; на 18:05 – 64,77%.', ['KZ-27@16:05 5460', 'KZ-27@18:05 6477']],
    ['By 10:00 GMT (16:00 in Astana) turnout was 62.34%.', ['KZ@16:05 6234']],
  ])('[ANN-50] what a list, a semicolon and another zone leave: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it.each([
    ['Цифры ЦИК на 18:05, из чата штаба\nЗКО: 64,77', ['KZ-27@18:05 6477']],
    ['Цифры штаба на 18:05\nЗКО: 64,77', []],
  ])('[ANN-51] a heading says whose figures follow: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});
