import type { CorrectionKind } from '@yavka/shared/figures/figure';
import type { Language } from '@yavka/shared/ids';

/** The words of the feed. `{…}` are filled in by `fillWords`. */
export interface AtomWords {
  readonly feedTitle: string;
  readonly rehearsal: string;
  readonly rehearsalNote: string;
  readonly turnout: string;
  readonly atTime: string;
  readonly regions: string;
  readonly confirmed: string;
  readonly nothing: string;
  readonly ballots: string;
  readonly ofElectorate: string;
  readonly corrected: string;
  readonly withdrawn: string;
  readonly before: string;
  readonly nowStands: string;
  readonly nowWithdrawn: string;
  readonly laterCorrected: string;
  readonly contradiction: string;
  readonly otherSaid: string;
  readonly stands: string;
  readonly why: string;
  readonly kinds: Record<CorrectionKind, string>;
  readonly asOf: string;
  readonly source: string;
  readonly broughtBy: string;
  readonly meaning: string;
  readonly rights: string;
}

const ru: AtomWords = {
  feedTitle: 'Явка: {election}',
  rehearsal: 'РЕПЕТИЦИЯ',
  rehearsalNote: 'Репетиция: учебные данные, это не показатели идущих выборов.',
  turnout: 'явка',
  atTime: ' на {time} ({zone})',
  regions: 'Явка по регионам',
  confirmed: 'Подтверждено то, что уже сообщалось: {list}.',
  nothing: 'Новых показателей в сообщении нет.',
  ballots: 'выдано {count} {word}',
  ofElectorate: 'из {count} в списках',
  corrected: 'Исправлено',
  withdrawn: 'Отозвано',
  before: 'было {value}',
  nowStands: 'позже исправлено: {value}',
  nowWithdrawn: 'позже отозвано',
  laterCorrected: 'позже исправлено',
  contradiction: 'Источники расходятся',
  otherSaid: '{source} сообщает: {value}',
  stands: 'оставлено {value}',
  why: 'Причина: {reason}',
  kinds: {
    typo: 'Исправлена опечатка.',
    'source-correction': 'Исправил источник.',
    'basis-change': 'Изменилось число избирателей в списках.',
    withdrawn: 'Показатель отозван, замены нет.',
  },
  asOf: 'По состоянию на {time}, {zone}, {date}.',
  source: 'Источник: {source}.',
  broughtBy: 'Передал: {name}.',
  meaning: 'Явка – выданные бюллетени, делённые на число избирателей в списках.',
  rights: 'Показатели – обнародованные факты; подборка – CC0 1.0. Назовите источник и время.',
};

const kk: AtomWords = {
  feedTitle: 'Сайлаушылардың келуі: {election}',
  rehearsal: 'ЖАТТЫҒУ',
  rehearsalNote: 'Жаттығу: оқу дерегі, бұл өтіп жатқан сайлаудың көрсеткіші емес.',
  turnout: 'келу',
  atTime: ', сағат {time} ({zone})',
  regions: 'Өңірлердегі келу',
  confirmed: 'Бұрын хабарланғаны расталды: {list}.',
  nothing: 'Хабарламада жаңа көрсеткіш жоқ.',
  ballots: '{count} {word}',
  ofElectorate: 'тізімде {count}',
  corrected: 'Түзетілді',
  withdrawn: 'Қайтарып алынды',
  before: 'бұрын {value}',
  nowStands: 'кейін түзетілді: {value}',
  nowWithdrawn: 'кейін қайтарып алынды',
  laterCorrected: 'кейін түзетілді',
  contradiction: 'Дереккөздер әртүрлі айтады',
  otherSaid: '{source} хабарлауынша {value}',
  stands: 'күшінде қалды: {value}',
  why: 'Себебі: {reason}',
  kinds: {
    typo: 'Қате басылғаны түзетілді.',
    'source-correction': 'Дереккөздің өзі түзетті.',
    'basis-change': 'Тізімдегі сайлаушылар саны өзгерді.',
    withdrawn: 'Көрсеткіш қайтарып алынды, орнына басқасы жоқ.',
  },
  asOf: '{date}, сағат {time} жағдайы бойынша, {zone}.',
  source: 'Дереккөз: {source}.',
  broughtBy: 'Жеткізген: {name}.',
  meaning: 'Келу – берілген бюллетеньдердің тізімдегі сайлаушылар санына қатынасы.',
  rights: 'Көрсеткіштер – жарияланған фактілер; жинақ – CC0 1.0. Дереккөзі мен уақытын атаңыз.',
};

const en: AtomWords = {
  feedTitle: 'Turnout: {election}',
  rehearsal: 'REHEARSAL',
  rehearsalNote: 'Rehearsal: practice data, no figures of an election under way.',
  turnout: 'turnout',
  atTime: ' at {time} ({zone})',
  regions: 'Turnout by region',
  confirmed: 'Confirms what was reported before: {list}.',
  nothing: 'The announcement brings no new figure.',
  ballots: '{count} {word}',
  ofElectorate: 'to {count} on the lists',
  corrected: 'Corrected',
  withdrawn: 'Withdrawn',
  before: 'was {value}',
  nowStands: 'later corrected: {value}',
  nowWithdrawn: 'later withdrawn',
  laterCorrected: 'later corrected',
  contradiction: 'Sources differ',
  otherSaid: '{source} says {value}',
  stands: '{value} stands',
  why: 'Reason: {reason}',
  kinds: {
    typo: 'A typing error was corrected.',
    'source-correction': 'The source corrected it.',
    'basis-change': 'The number of voters on the lists changed.',
    withdrawn: 'The figure was withdrawn and nothing stands in its place.',
  },
  asOf: 'As of {time}, {zone}, {date}.',
  source: 'Source: {source}.',
  broughtBy: 'Brought by {name}.',
  meaning: 'Turnout is ballots issued divided by the voters on the lists.',
  rights: 'The figures are published facts; the collection is CC0 1.0. Name the source and the time.',
};

export const atomWords: Record<Language, AtomWords> = { kk, ru, en };
