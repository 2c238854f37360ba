/** How a service or an instance may stand with the gateway when it does not take all tries. */
export const keptOutStates = ['open', 'half-open', 'ejected', 'cooling', 'rolled-back'] as const;
export type KeptOutState = (typeof keptOutStates)[number];

/** A time in which a breaker was not closed, or an instance was ejected. */
export interface KeptOutSpell {
  readonly state: KeptOutState;
  /** Its launch number; undefined for the breaker of the service. */
  readonly instance: number | undefined;
  readonly fromSeconds: number;
  readonly untilSeconds: number;
}

/** More than a picture of the whole run can tell apart. */
const SPELL_LIMIT = 1000;
/** Spells that wait for the end of the run; beyond it the shorter half goes. */
const KEPT_LIMIT = 20 * SPELL_LIMIT;

type Begun = Pick<KeptOutSpell, 'state' | 'instance' | 'fromSeconds'>;

/** When the gateway kept tries from one service, or from instances of it; only where a picture is made. */
export class StandingLog {
  /** By instance: what holds for it now. */
  readonly #breakers = new Map<number | undefined, Begun>();
  readonly #ejections = new Map<number | undefined, Begun>();
  #spells: KeptOutSpell[] = [];

  /** @param instance undefined for the breaker of the service */
  breaker(state: 'closed' | 'open' | 'half-open', instance: number | undefined, nowSeconds: number): void {
    this.#end(this.#breakers, instance, nowSeconds);
    if (state !== 'closed') this.#breakers.set(instance, { state, instance, fromSeconds: nowSeconds });
  }

  ejection(isOut: boolean, instance: number, nowSeconds: number): void {
    this.#end(this.#ejections, instance, nowSeconds);
    if (isOut) this.#ejections.set(instance, { state: 'ejected', instance, fromSeconds: nowSeconds });
  }

  /** A route passes the service over until then. */
  coolsDown(nowSeconds: number, untilSeconds: number): void {
    this.#keep({ state: 'cooling', instance: undefined, fromSeconds: nowSeconds, untilSeconds });
  }

  /** A new version gets no more requests of its route. */
  rolledBack(nowSeconds: number): void {
    this.#keep({
      state: 'rolled-back',
      instance: undefined,
      fromSeconds: nowSeconds,
      untilSeconds: Number.POSITIVE_INFINITY,
    });
  }

  /** The instance is gone, and with it what held for it. */
  stopped(instance: number, nowSeconds: number): void {
    this.#end(this.#breakers, instance, nowSeconds);
    this.#end(this.#ejections, instance, nowSeconds);
  }

  /** All spells by their begin, or the longest where there are very many; what still holds ends with the run. */
  spells(endSeconds: number): KeptOutSpell[] {
    for (const begun of [this.#breakers, this.#ejections])
      for (const instance of [...begun.keys()]) this.#end(begun, instance, endSeconds);
    const spells = this.#spells.map((spell) => ({ ...spell, untilSeconds: Math.min(spell.untilSeconds, endSeconds) }));
    return longest(spells, SPELL_LIMIT).sort((a, b) => a.fromSeconds - b.fromSeconds);
  }

  #end(begun: Map<number | undefined, Begun>, instance: number | undefined, nowSeconds: number): void {
    const spell = begun.get(instance);
    if (spell === undefined) return;
    begun.delete(instance);
    if (nowSeconds <= spell.fromSeconds) return;
    this.#keep({ ...spell, untilSeconds: nowSeconds });
  }

  #keep(spell: KeptOutSpell): void {
    this.#spells.push(spell);
    if (this.#spells.length > KEPT_LIMIT) this.#spells = longest(this.#spells, KEPT_LIMIT / 2);
  }
}

/** In their order, unless some have to go. */
function longest(spells: readonly KeptOutSpell[], count: number): KeptOutSpell[] {
  if (spells.length <= count) return [...spells];
  const seconds = ({ fromSeconds, untilSeconds }: KeptOutSpell) => untilSeconds - fromSeconds;
  return [...spells].sort((a, b) => seconds(b) - seconds(a) || a.fromSeconds - b.fromSeconds).slice(0, count);
}
