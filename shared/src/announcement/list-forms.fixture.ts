import { inOtherKazakhScripts } from './kazakh-scripts.ts';

/** The areas of the recorded day in the commission's own order, named in every way that announcements name them. */
const adjectives =
  'Абайск Акмолинск Актюбинск Алматинск Атырауск Западно-Казахстанск Жамбылск Жетысуск Карагандинск Костанайск Кызылординск Мангистауск Павлодарск Северо-Казахстанск Туркестанск Улытауск Восточно-Казахстанск'.split(
    ' ',
  );
const kazakh =
  'Абай Ақмола Ақтөбе Алматы Атырау Батыс_Қазақстан Жамбыл Жетісу Қарағанды Қостанай Қызылорда Маңғыстау Павлодар Солтүстік_Қазақстан Түркістан Ұлытау Шығыс_Қазақстан'
    .split(' ')
    .map((name) => name.replace('_', ' '));
const english = (names: string): string[] => names.split(' ').map((name) => name.replace('_', ' '));
const usual = english(
  'Abai Akmola Aktobe Almaty Atyrau West_Kazakhstan Zhambyl Zhetysu Karaganda Kostanay Kyzylorda Mangystau Pavlodar North_Kazakhstan Turkistan Ulytau East_Kazakhstan',
);
const other = english(
  'Abay Aqmola Aktyubinsk Almaty Atyrau West_Kazakhstan Jambyl Jetisu Qaraghandy Qostanay Qyzylorda Mangistau Pavlodar North_Kazakhstan Turkestan Ulytau East_Kazakhstan',
);
const cities = ['Астана', 'Алматы', 'Шымкент'];
const inCities = ['Астане', 'Алматы', 'Шымкенте'];
const latinCities = ['Astana', 'Almaty', 'Shymkent'];
const short: Readonly<Record<string, string>> = {
  'Батыс Қазақстан': 'БҚО',
  'Солтүстік Қазақстан': 'СҚО',
  'Шығыс Қазақстан': 'ШҚО',
};

const russianNames = (region: (stem: string) => string, named: readonly string[]): string[] => [
  ...adjectives.map(region),
  ...named,
];
const kazakhNames = (region: (name: string) => string, named: (city: string) => string): string[] => [
  ...kazakh.map(region),
  ...cities.map(named),
];
const titled = (name: string): string =>
  name
    .split(' ')
    .map((word) => (/^(obl|qala|bo)/u.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
const scripts = (names: readonly string[], script: 'latin2018' | 'latin2021' | 'arabic'): string[] =>
  names.map((name) => {
    const all = inOtherKazakhScripts(name);
    if (script === 'arabic') return all.at(-1) ?? name;
    return titled((script === 'latin2021' && all.length > 2 ? all[1] : all[0]) ?? name);
  });

const along = kazakhNames(
  (name) => `${name} облысы бойынша`,
  (city) => `${city} қаласы бойынша`,
);
const within = kazakhNames(
  (name) => `${name} облысында`,
  (city) => `${city} қаласында`,
);

/** Ways of naming all areas, by language. */
export const namings: Readonly<Record<'ru' | 'kk' | 'en', Readonly<Record<string, readonly string[]>>>> = {
  ru: {
    'dative, по': russianNames(
      (stem) => `по ${stem}ой области`,
      cities.map((city) => `по г. ${city}`),
    ),
    'prepositional, в': russianNames(
      (stem) => `в ${stem}ой обл.`,
      inCities.map((city) => `в городе ${city}`),
    ),
    'prepositional without the noun': russianNames(
      (stem) => `в ${stem}ой`,
      inCities.map((city) => `в ${city}`),
    ),
    nominative: russianNames(
      (stem) => `${stem}ая область`,
      cities.map((city) => `город ${city}`),
    ),
    abbreviated: russianNames(
      (stem) => `${stem}ая обл.`,
      cities.map((city) => `г.${city}`),
    ),
    'adjective alone': russianNames((stem) => `${stem}ая`, cities),
    'noun in brackets': russianNames(
      (stem) => `${stem}ая (область)`,
      cities.map((city) => `${city} (город)`),
    ),
    genitive: russianNames((stem) => `жители ${stem}ой области`, ['жители Астаны', 'жители Алматы', 'жители Шымкента']),
    'noun first, new names, initials': [
      'область Абай',
      ...adjectives.slice(1, 5).map((stem) => `${stem}ая область`),
      'ЗКО',
      'Жамбылская область',
      'область Жетісу',
      ...adjectives.slice(8, 13).map((stem) => `${stem}ая область`),
      'СКО',
      'Туркестанская область',
      'область Ұлытау',
      'ВКО',
      ...cities,
    ],
    capitals: russianNames(
      (stem) => `${stem}ая область`.toUpperCase(),
      cities.map((city) => `Г. ${city}`.toUpperCase()),
    ),
    'no-break spaces and hyphens': russianNames(
      (stem) => `${stem}ая\u00A0область`.replace('-', '\u2011'),
      cities.map((city) => `г.\u00A0${city}`),
    ),
  },
  kk: {
    бойынша: along,
    nominative: kazakhNames(
      (name) => `${name} облысы`,
      (city) => `${city} қаласы`,
    ),
    locative: within,
    genitive: kazakhNames(
      (name) => `${name} облысының`,
      (city) => `${city} қаласының`,
    ),
    abbreviated: kazakhNames(
      (name) => `${name} обл.`,
      (city) => `${city} қ.`,
    ),
    'initials and cities alone': kazakhNames(
      (name) => short[name] ?? `${name} облысы`,
      (city) => city,
    ),
    'initials in the locative': kazakhNames(
      (name) => (short[name] === undefined ? `${name} облысында` : `${short[name]}-да`),
      (city) => `${city} қ-сында`,
    ),
    capitals: kazakhNames(
      (name) => `${name} облысы`.toUpperCase(),
      (city) => `${city} қаласы`.toUpperCase(),
    ),
    'names alone': kazakhNames(
      (name) => (cities.includes(name) ? `${name} облысы` : name),
      (city) => `${city} қаласы`,
    ),
    'Latin of 2018': scripts(along, 'latin2018'),
    'Latin of 2021': scripts(along, 'latin2021'),
    'Latin of 2018, locative': scripts(within, 'latin2018'),
    'Arabic letters': scripts(along, 'arabic'),
    'Arabic letters, locative': scripts(within, 'arabic'),
  },
  en: {
    'in the': [...usual.map((name) => `in the ${name} region`), ...latinCities.map((city) => `in the city of ${city}`)],
    Region: [...usual.map((name) => `${name} Region`), ...latinCities.map((city) => `${city} city`)],
    'oblast, other spellings': [...other.map((name) => `${name} Oblast`), ...latinCities.map((city) => `${city} City`)],
    'names alone': [...usual.map((name) => (name === 'Almaty' ? 'Almaty Region' : name)), ...latinCities],
    capitals: [
      ...usual.map((name) => `${name} Region`.toUpperCase()),
      ...latinCities.map((city) => `${city} city`.toUpperCase()),
    ],
    'initials in brackets': [
      ...usual.map((name) => (name.includes(' ') ? `${name} Region (${name.charAt(0)}KR)` : `${name} region`)),
      ...latinCities,
    ],
  },
};

/** A list's row from a name, its value with a decimal point and its place from 0; and what parts the rows. */
export type RowForm = readonly [row: (name: string, value: string, place: number) => string, between: string];

const comma = (value: string): string => value.replace('.', ',');
const opened = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Ways of writing a list or a table of one column of shares; PCT is the language's word for percent. */
export const rowForms: Readonly<Record<string, RowForm>> = {
  'numbered, dash': [(name, value, place) => `${place + 1}.  ${name} – ${comma(value)} %;`, '\n'],
  'numbered with a bracket': [(name, value, place) => `${place + 1}) ${opened(name)}: ${value}%`, '\n'],
  'numbered by emoji': [(name, value, place) => `${place % 10}\uFE0F\u20E3 ${opened(name)} — ${comma(value)}%`, '\n'],
  hyphens: [(name, value) => `- ${name} - ${comma(value)}%;`, '\n'],
  'bullets and words': [(name, value) => `• ${name} — ${comma(value)} PCT;`, '\n'],
  'square bullets': [(name, value) => `▪️${opened(name)} — ${comma(value)}%`, '\n'],
  'no dash': [(name, value) => `${opened(name)} ${comma(value)} %`, '\n'],
  colon: [(name, value) => `• ${name} : ${comma(value)}%;`, '\n'],
  'no unit': [(name, value) => `${opened(name)} – ${comma(value)},`, '\n'],
  tab: [(name, value) => `${opened(name)}\t${comma(value)}`, '\n'],
  'numbered with tabs': [(name, value, place) => `${place + 1}\t${opened(name)}\t${comma(value)}%`, '\n'],
  'one line': [(name, value) => `${name} ${comma(value)} %`, ' '],
  'one line, dashes': [(name, value) => `${name} – ${comma(value)}%`, ', '],
  'one line, semicolons': [(name, value) => `${name} - ${value}%`, '; '],
  brackets: [(name, value) => `${name} (${comma(value)}%)`, ', '],
  'brackets with a stray space': [(name, value) => `${name} ( ${comma(value)}%)`, ', '],
  'value first': [(name, value) => `${comma(value)}% – ${name}`, '\n'],
  'value first, one line': [(name, value) => `${comma(value)}% ${name}`, ', '],
  'value on the next line': [(name, value) => `${opened(name)}\n${comma(value)}%`, '\n'],
  'value on the next line, no unit': [(name, value) => `${opened(name)}\n${comma(value)}`, '\n'],
  'blank lines between': [(name, value) => `${opened(name)}\n\n${comma(value)}%`, '\n\n'],
  'cell by cell': [(name, value, place) => `${place + 1}\n${opened(name)}\n${comma(value)}`, '\n'],
  pipes: [(name, value) => `| ${opened(name)} | ${comma(value)} |`, '\n'],
  'semicolons without spaces': [(name, value) => `${opened(name)};${comma(value)}`, '\n'],
  'quoted and commas': [(name, value) => `"${opened(name)}",${value}`, '\n'],
  emphasis: [(name, value) => `**${opened(name)}** — ${comma(value)}%`, '\n'],
  emoji: [(name, value) => `✅ ${opened(name)} — ${comma(value)}%`, '\n'],
  leaders: [(name, value) => `${opened(name)} ........ ${comma(value)}%`, '\n'],
  'equals sign': [(name, value) => `${opened(name)} = ${comma(value)}%`, '\n'],
  arrow: [(name, value) => `${opened(name)} → ${comma(value)}%`, '\n'],
  'rows of HTML': [(name, value) => `<tr><td>${opened(name)}</td><td>${comma(value)}%</td></tr>`, '\n'],
  'items of HTML': [(name, value) => `<li>${name}&nbsp;&mdash; ${comma(value)}&nbsp;%;</li>`, '\n'],
  'space after the decimal comma': [(name, value) => `${name} – ${comma(value).replace(',', ', ')} %`, ';\n'],
  'count or share': [(name, value, place) => `${name} – ${100_000 + place * 1111} или ${comma(value)}%`, '\n'],
  'share and count': [(name, value, place) => `${opened(name)} – ${comma(value)}% (${100 + place} 234)`, '\n'],
  slash: [(name, value) => `${opened(name)} / ${comma(value)}%`, '\n'],
};

/** The sentence before a list. */
export const leads: Readonly<Record<'ru' | 'kk' | 'en', string>> = {
  ru: 'По состоянию на 18.05 часов бюллетени получили 67,85 % граждан, включённых в списки. В разрезе регионов:\n',
  kk: 'Елорда уақытымен сағат 18.05-дегі жағдай бойынша тізімге енгізілген азаматтардың 67,85%-ы бюллетень алды. Оның ішінде:\n',
  en: 'As of 18:05 67.85% of the citizens on the lists had received ballots. By region:\n',
};
