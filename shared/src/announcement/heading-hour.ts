import { isSign } from './is-sign.ts';
import { means } from './phrasebook.ts';
import type { TimeRead } from './time-read.ts';
import type { Reading } from './reading.ts';
import type { Sentence } from './split-sentences.ts';

/** «10:05 – 23,37 %»: an hour of a cutoff tied to its number. */
function leadsNumber({ tokens, numbers, isCutoff }: Reading, { time, to }: TimeRead): boolean {
  return isCutoff(time) && isSign(tokens[to], '–', '-', ':', '=') && numbers.has(to + 1);
}

/** «Явка 18:05 …», «Данные 18:05: …»: an hour of a cutoff right after the word for the turnout. */
function followsTurnout({ tokens, marks, endings, isCutoff }: Reading, { from, time }: TimeRead): boolean {
  const at = isSign(tokens[from - 1], ':', '–', '-', ',', '(') ? from - 1 : from;
  const before = tokens[at - 1]?.key ?? '';
  return isCutoff(time) && (means(marks[endings[at] ?? -1], 'turnout') || /^(данные|сводка|цифры)$/u.test(before));
}

/** "20:05 turnout: …": an hour of a cutoff before the words of its line. */
function opensLine(
  { tokens, marks, mentions, isCutoff }: Reading,
  { from }: Sentence,
  time: TimeRead,
  ended: boolean,
): boolean {
  let start = from;
  // «…, 12:11 — ЦИК 12:05: …»: what stands before a dash is not of the line that it opens.
  if (ended && isSign(tokens[time.to], ':'))
    for (let at = time.from - 1; at > time.from - 8 && at > from; at -= 1)
      if (isSign(tokens[at], '–', '-') && tokens[at]?.gap !== 'none') start = Math.max(start, at + 1);
  if (!isCutoff(time.time) || time.from - start > 8) return false;
  for (let at = start; at < time.from; at += 1) {
    const mark = marks[at];
    if (tokens[at]?.kind === 'punctuation') continue;
    const mention = mentions.get(at);
    if (mention?.kind === 'country') {
      at = mention.to - 1;
      continue;
    }
    if (mark === undefined || !means(mark, 'turnout', 'neutral', 'percent', 'regionNouns', 'locative', 'preliminary'))
      return false;
    at = mark.to - 1;
  }
  return true;
}

/** True when an hour of a cutoff that no word leads heads its line or its number; `ended` when nothing was named before it. */
export function isHeadingHour(reading: Reading, sentence: Sentence, time: TimeRead, ended: boolean): boolean {
  if (time.role !== 'plain' || time.ofEvent === true) return false;
  const opens = sentence.lineStart && opensLine(reading, sentence, time, ended);
  return opens || leadsNumber(reading, time) || followsTurnout(reading, time);
}
