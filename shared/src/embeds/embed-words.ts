import type { Language } from '../ids.ts';

/** The words of embeds that no scene has. `{name}`, `{time}` and `{turnout}` are filled in by `fillWords`. */
export interface EmbedWords {
  readonly day: string;
  readonly ranked: string;
  /** What is measured, for those who know nothing of it. */
  readonly measure: string;
  readonly board: string;
  readonly exact: string;
  readonly stated: string;
  readonly earlier: string;
  readonly notNamed: string;
  readonly time: string;
  readonly pageTitle: string;
  readonly name: string;
  readonly otherElection: string;
  readonly otherElectionWhy: string;
  readonly rehearsalOnly: string;
  readonly noSuchTime: string;
  readonly unreadable: string;
  readonly unreadableWhy: string;
}

const ru: EmbedWords = {
  day: 'Ход дня',
  ranked: 'Регионы по явке',
  measure: 'Явка – доля избирателей в списках, получивших бюллетени.',
  board: 'Открыть табло',
  exact: 'Точные цифры',
  stated: 'Сказано словами, без точной цифры',
  earlier: 'Новой цифры нет',
  notNamed: 'Без цифры',
  time: 'Время',
  pageTitle: '{turnout} на {time} · {name}',
  name: 'Явка',
  otherElection: 'Этих выборов здесь больше нет',
  otherElectionWhy: 'Страница рассчитана на выборы {name}, а сервер показывает другие. Чужих цифр она не покажет.',
  rehearsalOnly: 'Сейчас здесь идёт репетиция, настоящих цифр нет.',
  noSuchTime: 'Такого времени у этих выборов нет.',
  unreadable: 'Адрес этой врезки написан с ошибкой',
  unreadableWhy: 'Параметр {name} прочитать нельзя, а от него зависит, какие цифры показать. Поэтому цифр здесь нет.',
};

const kk: EmbedWords = {
  day: 'Күн барысы',
  ranked: 'Өңірлер келу көрсеткіші бойынша',
  measure: 'Келу – тізімдегі сайлаушылардың бюллетень алған үлесі.',
  board: 'Таблоны ашу',
  exact: 'Нақты сандар',
  stated: 'Сөзбен айтылған, нақты сан жоқ',
  earlier: 'Жаңа сан жоқ',
  notNamed: 'Сансыз',
  time: 'Уақыты',
  pageTitle: '{time} – {turnout} · {name}',
  name: 'Явка',
  otherElection: 'Бұл сайлау мұнда енді жоқ',
  otherElectionWhy: 'Бұл бет {name} сайлауына арналған, ал сервер басқасын көрсетіп тұр. Бөтен сандар көрсетілмейді.',
  rehearsalOnly: 'Қазір мұнда жаттығу өтіп жатыр, шын сандар жоқ.',
  noSuchTime: 'Бұл сайлауда мұндай уақыт жоқ.',
  unreadable: 'Бұл ендірменің мекенжайы қате жазылған',
  unreadableWhy:
    '{name} параметрін оқу мүмкін емес, ал қай сандарды көрсету керегі соған байланысты. Сондықтан мұнда сан жоқ.',
};

const en: EmbedWords = {
  day: 'The course of the day',
  ranked: 'Regions by turnout',
  measure: 'Turnout is the share of voters on the lists who were issued ballots.',
  board: 'Open the board',
  exact: 'Exact figures',
  stated: 'Stated in words, no exact figure',
  earlier: 'No newer figure',
  notNamed: 'No figure',
  time: 'Time',
  pageTitle: '{turnout} as of {time} · {name}',
  name: 'Yavka',
  otherElection: 'This election is no longer here',
  otherElectionWhy:
    'The page was made for the election {name}; the server shows another one, whose figures it will not show.',
  rehearsalOnly: 'A rehearsal is going on here; there are no real figures.',
  noSuchTime: 'This election has no such time.',
  unreadable: 'The address of this embed has a mistake',
  unreadableWhy: 'Its parameter {name} cannot be read. It decides which figures are shown, so there are none.',
};

/** The words of embeds in each language. */
export const embedWords: Record<Language, EmbedWords> = { kk, ru, en };
