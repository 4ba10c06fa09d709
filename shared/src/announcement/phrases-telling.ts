import type { Phrases } from './meaning.ts';

/** Words of those who tell the figures, and of how, when and of which list of places they tell them, by language. */
export const tellingPhrases: Readonly<Record<'ru' | 'kk' | 'en', Phrases>> = {
  ru: {
    now: 'сегодняшн*',
    there: 'у нас',
    corrects:
      'верное значение|правильное значение|верные данные|правильные данные|верное число|корректная цифра|корректное значение|корректный показатель',
    national:
      'у нас в стране|у нас в республике|вся страна|страна|среднереспубликанск*|среднестранов*|среднего по стране|среднего по республике|средней по стране|средней по республике',
    neutral:
      'выше всех|ниже всех|больше всех|меньше всех|выше остальных|ниже остальных|в абсолютных цифрах|в абсолютных числах|в абсолютных значениях|в абсолютном выражении|в числах|в цифрах|добавил*|пояснил*|подчеркнул*|напомнил*|рассказал*|заявил*|точнее|вернее|точная|точно|на то же время|макс|тоже|уточнен*|центральной|центральная|центральную|центральным|составля*|назвал|назвала|назвали|назван*|называл*|огласил*|озвучил*|объявил*|указан*|указал*|привел*|приведен*|привод*|цифра|в это же время|в то же время|к этому же времени|к этому же часу|к тому же времени|к тому же часу|на это же время|на тот же час|на этот же час',
  },
  kk: {
    turnout: 'келушілер|келушілердің|келушілер саны|келушілердің саны',
    there: 'бізде',
    neutral:
      'санмен айтқанда|санмен айтсақ|нақты санмен|абсолютті санмен|абсолюттік санмен|төмені|жоғарысы|сол уақытта|осы уақытта|дәл осы уақытта|дәл сол уақытта|сол кезде|тіркелді|тіркелген*|берілген*|жариялады|хабарлады|мәлімдеді|атады',
  },
  en: {
    voted:
      'turned up|turn up|picked up ballot papers|picked up their ballots|picked up ballots|collected ballots|collected their ballots',
    turnout: 'turnout there',
    there: 'turnout there',
    cityNouns: 'cities of',
    regionNouns: 'regions of|oblasts of|provinces of',
    morning: 'in the morning',
    evening: 'in the evening|in the afternoon',
    neutral:
      'trails|trailed|lags|lagged|in numbers|in absolute numbers|in absolute terms|in absolute figures|in raw numbers|still|remains|remained|remain|stays|stayed|exact|precise|the exact figure|precisely|exactly|by then|here|at the same time|at the same hour|at this time|by the same time|by this time|announced|named|quoted|stated|cited|gave|giving|put|puts',
  },
};
