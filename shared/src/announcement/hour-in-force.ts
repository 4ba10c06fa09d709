import type { AreaId } from '../ids.ts';
import type { Claim } from './claim.ts';
import { hoursToldOf } from './hours-told.ts';
import type { TimeRead } from './time-read.ts';
import type { Reading } from './reading.ts';
import type { Statement } from './statement.ts';
import { hoursOf } from './time-for.ts';

/** Words of telling again. */
const again = /^(напомн|ранее$|раньше$|earlier$|previously$|recall|бурын$|буган$)/u;

/** A line of its own without a full stop. */
function isLine({ tokens }: Reading, { sentence: { to, lineStart } }: Statement): boolean {
  const ends = tokens[to] === undefined || tokens[to]?.kind === 'lineBreak';
  return lineStart && ends && tokens[to - 1]?.key !== '.';
}

/** The hour that holds for numbers whose sentence names none, followed from sentence to sentence. */
export class HourInForce {
  readonly #reading: Reading;
  /** The hour that holds now. */
  current: TimeRead | null = null;
  /** The first hour that figures or the turnout are said of. */
  first: TimeRead | null = null;
  /** The first hour that only heads something. */
  opening: TimeRead | null = null;
  /** False when the first hour is that of a later number, and says nothing of the figures before it. */
  reachesBack = true;
  /** The areas of figures that no hour was told for so far, but for a title's. */
  readonly #untimed = new Set<AreaId>();
  #begun = false;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** The hour that the text is of, as far as it was followed. */
  get asOf(): TimeRead | null {
    return this.first ?? this.opening;
  }

  /** Takes in the hours of a sentence and the claims made of it. */
  follow(statement: Statement, claims: readonly Claim[]): void {
    const unknown = this.asOf === null;
    this.#take(statement, claims);
    if (unknown && this.asOf !== null) this.reachesBack = !this.#isOfOthers(statement, claims, this.asOf);
    const titles = !this.#begun && isLine(this.#reading, statement);
    this.#begun ||= claims.length > 0;
    if (this.asOf === null && !titles) for (const { area } of claims) this.#untimed.add(area);
  }

  /** «В … 64 %, в … 17 %. … К 14:05 по стране – 51 %»: an hour of other places' numbers, or of what is told again. */
  #isOfOthers({ sentence, times }: Statement, claims: readonly Claim[], hour: TimeRead): boolean {
    if (this.#untimed.size === 0 || claims.length === 0) return false;
    const { tokens } = this.#reading;
    if (tokens.slice(sentence.from, sentence.to).some(({ key }) => again.test(key))) return true;
    return hour.role !== 'stated' && times.length > 0 && claims.every(({ area }) => !this.#untimed.has(area));
  }

  #take(statement: Statement, claims: readonly Claim[]): void {
    const { isCutoff, tokens } = this.#reading;
    const { sentence } = statement;
    const quantities = statement.items.some(({ type }) => type === 'quantity');
    const { inner } = hoursOf(statement);
    const usable = statement.times.filter(
      ({ time, bracket }) => !inner.has(bracket) && !statement.compared.some((at) => at < time.from),
    );
    // "… (16.89 percent at midday), … (19.33)": the first number's hour holds for the next ones.
    const shared = claims[0]?.time ?? null;
    const told = usable.find(({ time }) => time.role === 'led' || time.role === 'stated')?.time ?? shared;
    const led = claims.some(({ atHourBefore }) => atHourBefore) ? null : told;
    const weak = claims.length === 0 && led !== null && !statement.toCome && isCutoff(led.time) ? led : null;
    const head = usable.find(({ time }) => time.role === 'head')?.time ?? weak;
    const replaceable = this.current === null || this.current === this.opening || this.current.role === 'head';
    if ((led === null || led === weak) && head !== null && replaceable) {
      this.opening ??= head;
      this.current = head;
    }
    const stated = statement.times.find(({ time }) => time.role === 'stated')?.time ?? null;
    // A title without a full stop heads what follows; a sentence without a figure may tell of another hour.
    const isTitle = statement.unknown <= 6 && tokens[sentence.to - 1]?.key !== '.';
    // The first hour that the turnout is said of holds until another is stated, unless it is still to come.
    const announced = this.first === null && statement.ofTurnout && !statement.toCome;
    const heads = announced || sentence.heads || (statement.ofTurnout && !quantities && isTitle);
    const named = claims.length > 0 || heads ? led : stated;
    if (named === null) return;
    if (claims.length === 0 && stated === null && !sentence.heads && this.first !== null) return;
    this.first ??= named;
    if (!statement.earlier || this.current === null) this.current = named;
  }

  /** Of the two hours of a sentence the later one is what the text goes on with. */
  goOnAfter(claims: readonly Claim[]): void {
    const [early, late, more] = hoursToldOf(claims);
    if (late !== undefined && more === undefined && (this.current === null || this.current === early))
      this.current = late;
  }
}
