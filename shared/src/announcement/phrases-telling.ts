import type { Phrases } from './meaning.ts';

/** Words of those who tell the figures and of how they tell them, by language. */
export const tellingPhrases: Readonly<Record<'ru' | 'kk' | 'en', Phrases>> = {
  ru: {
    neutral:
      'макс|центральной|центральная|центральную|центральным|составля*|назвал|назвала|назвали|назван*|называл*|огласил*|озвучил*|объявил*|указан*|указал*|привел*|приведен*|привод*|цифра',
  },
  kk: { neutral: 'тіркелді|тіркелген*|берілген*|жариялады|хабарлады|мәлімдеді|атады' },
  en: { neutral: 'announced|named|quoted|stated|cited|gave|giving|put|puts' },
};
