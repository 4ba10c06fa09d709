import type { Finding } from '../figures/finding.ts';
import type { Localized } from '../ids.ts';

/**
 * Why a command was refused. Keys are stable: programs read them, people read the sentence.
 * The list is closed; a new refusal is added here with its HTTP status and its three sentences.
 */
export const rejections = {
  invalidCommand: {
    status: 400,
    message: {
      kk: 'Команда түсініксіз: өрістерін тексеріңіз.',
      ru: 'Команда не разобрана: проверьте её поля.',
      en: 'The command could not be read: check its fields.',
    },
  },
  invalidQuery: {
    status: 400,
    message: {
      kk: 'Сұраныстың параметрі түсініксіз: қайсысы екені және оның мүмкін мәндері түсіндірмеде.',
      ru: 'Параметр запроса не понят: какой именно и что он может значить, сказано в пояснении.',
      en: 'A parameter of the query was not understood: the detail says which, and what it may be.',
    },
  },
  notSignedIn: {
    status: 401,
    message: {
      kk: 'Бұл әрекетке токен керек.',
      ru: 'Для этого действия нужен токен.',
      en: 'This action needs a token.',
    },
  },
  notAllowed: {
    status: 403,
    message: {
      kk: 'Бұл токенге мұндай әрекет рұқсат етілмеген.',
      ru: 'Этому токену такое действие не разрешено.',
      en: 'This token may not do that.',
    },
  },
  unknownArea: {
    status: 422,
    message: {
      kk: 'Мұндай аумақ сайлау деректерінде жоқ.',
      ru: 'Такой территории нет в данных выборов.',
      en: 'The election has no such area.',
    },
  },
  unknownCutoff: {
    status: 422,
    message: {
      kk: 'Мәтінде мерзім көрсетілмеген немесе ол сайлау кестесінде жоқ; мерзімді таңдаңыз.',
      ru: 'Срез в тексте не назван или его нет в расписании выборов: выберите срез.',
      en: 'The text names no cutoff of this election: choose one.',
    },
  },
  unknownMoment: {
    status: 422,
    message: {
      kk: 'Жазылған күнде мұндай уақыт не мерзім жоқ.',
      ru: 'Такого времени или среза нет в записанном дне.',
      en: 'The recorded day has no such time or cutoff.',
    },
  },
  unknownFigure: {
    status: 404,
    message: { kk: 'Мұндай көрсеткіш енгізілмеген.', ru: 'Такого показателя нет.', en: 'There is no such figure.' },
  },
  unknownAnnouncement: {
    status: 404,
    message: {
      kk: 'Мұндай хабарлама енгізілмеген.',
      ru: 'Такого сообщения нет.',
      en: 'There is no such announcement.',
    },
  },
  unknownStation: {
    status: 422,
    message: {
      kk: 'Мұндай учаске тізімде жоқ.',
      ru: 'Такого участка нет в списке.',
      en: 'The list has no such station.',
    },
  },
  unknownTarget: {
    status: 422,
    message: {
      kk: 'Мұндай аумақ не аумақтар тобы жоқ.',
      ru: 'Нет такой территории или группы территорий.',
      en: 'There is no such area or group of areas.',
    },
  },
  unknownDispatch: {
    status: 404,
    message: { kk: 'Мұндай жедел хабар жоқ.', ru: 'Такого донесения нет.', en: 'There is no such dispatch.' },
  },
  unknownWithholding: {
    status: 404,
    message: {
      kk: 'Мұндай кідірту жоқ немесе ол алынып тасталған.',
      ru: 'Такой задержки нет, или она уже снята.',
      en: 'There is no such withholding, or it has been lifted.',
    },
  },
  unknownElectorate: {
    status: 422,
    message: {
      kk: 'Сайлаушылар тізімінің мұндай нұсқасы белгісіз.',
      ru: 'Такая версия списков избирателей не известна.',
      en: 'That version of the electorate is not known.',
    },
  },
  alreadyExists: {
    status: 409,
    message: {
      kk: 'Бұл белгімен жазба бұрыннан бар.',
      ru: 'Запись с таким обозначением уже есть.',
      en: 'Something with that id is there already.',
    },
  },
  nothingFound: {
    status: 422,
    message: {
      kk: 'Мәтіннен келу көрсеткіші табылмады.',
      ru: 'В тексте не найдено ни одной цифры явки.',
      en: 'No turnout figure was found in the text.',
    },
  },
  readingChanged: {
    status: 409,
    message: {
      kk: 'Мәтін басқаша оқылды; көрсеткіштерді қайта қараңыз.',
      ru: 'Текст прочитан иначе, чем вы видели: посмотрите цифры ещё раз.',
      en: 'The text now reads otherwise than you saw: look at the figures again.',
    },
  },
  stopped: {
    status: 422,
    message: {
      kk: 'Тексеру тоқтатты: себебін жазыңыз немесе санды түзетіңіз.',
      ru: 'Проверка остановила: назовите причину или исправьте число.',
      en: 'A check says stop: give a reason or change the number.',
    },
  },
  staleRevision: {
    status: 409,
    message: {
      kk: 'Көрсеткіш сіз көргеннен кейін өзгерді.',
      ru: 'Показатель изменился после того, как вы его видели.',
      en: 'The figure has changed since you saw it.',
    },
  },
  nothingToVerify: {
    status: 409,
    message: {
      kk: 'Растайтын ештеңе жоқ.',
      ru: 'Проверять нечего: всё уже проверено.',
      en: 'There is nothing left to verify.',
    },
  },
  nothingChanges: {
    status: 409,
    message: {
      kk: 'Түзету ештеңені өзгертпейді.',
      ru: 'Исправление ничего не меняет.',
      en: 'The correction changes nothing.',
    },
  },
  withdrawnHasNoValue: {
    status: 422,
    message: {
      kk: 'Қайтарып алынған көрсеткіште сан болмайды, ал басқасында болуы керек.',
      ru: 'У отозванного показателя нет числа, а у любого другого оно должно быть.',
      en: 'A withdrawn figure has no value, and any other must have one.',
    },
  },
  notDueYet: {
    status: 409,
    message: {
      kk: 'Эмбарго мерзімі әлі біткен жоқ.',
      ru: 'Срок эмбарго ещё не наступил.',
      en: 'The embargo has not run out yet.',
    },
  },
  impossibleCount: {
    status: 422,
    message: {
      kk: 'Учаскелер саны жалпы санынан асып тұр.',
      ru: 'Участков названо больше, чем их всего.',
      en: 'The stations counted are more than there are.',
    },
  },
  olderReport: {
    status: 409,
    message: {
      kk: 'Бұдан кейінгі уақыттың мәліметі бар: ескісі оны ауыстырмайды.',
      ru: 'Уже есть сообщение на более позднее время: более раннее его не заменит.',
      en: 'A report of a later time stands: an earlier one does not replace it.',
    },
  },
  storeUnavailable: {
    status: 503,
    message: {
      kk: 'Жазба сақталмады: қойма жауап бермейді. Қайталап көріңіз.',
      ru: 'Запись не сохранена: хранилище не отвечает. Повторите.',
      en: 'Nothing was saved: the store does not answer. Try again.',
    },
  },
  serverEnding: {
    status: 503,
    message: {
      kk: 'Сервер тоқтап жатыр, ештеңе жазылмады: екі секундтан кейін қайталаңыз.',
      ru: 'Сервер завершает работу, ничего не записано: повторите через две секунды.',
      en: 'The server is shutting down and wrote nothing: try again in two seconds.',
    },
  },
  failed: {
    status: 500,
    message: {
      kk: 'Сервер бұл команданы орындай алмады, ештеңе жазылмады; ақау оның журналында.',
      ru: 'Сервер не смог выполнить эту команду, ничего не записано; ошибка в его журнале.',
      en: 'The server could not carry out this command and wrote nothing; the fault is in its journal.',
    },
  },
  tooLarge: {
    status: 413,
    message: {
      kk: 'Мәтін тым үлкен: 64 кБ-тан аспауы керек.',
      ru: 'Текст слишком велик: не больше 64 кБ.',
      en: 'The text is too large: 64 kB at most.',
    },
  },
  tooMany: {
    status: 429,
    message: {
      kk: 'Сұраныс тым жиі. Біраз күтіңіз.',
      ru: 'Слишком много запросов. Подождите немного.',
      en: 'Too many requests. Wait a little.',
    },
  },
} as const satisfies Record<string, { status: number; message: Localized }>;

export type RejectionKey = keyof typeof rejections;

/** A refusal: nothing was written. `findings` say which checks stopped it; `detail` is for programs and logs. */
export interface Rejection {
  readonly rejected: RejectionKey;
  readonly detail?: string;
  readonly findings?: readonly Finding[];
}

export function rejection(rejected: RejectionKey, detail?: string, findings?: readonly Finding[]): Rejection {
  return { rejected, ...(detail === undefined ? {} : { detail }), ...(findings === undefined ? {} : { findings }) };
}
