import type { InstanceTable } from '../fleet/instanceTable.js';
import type { Balancer } from './balancer.js';
import { Panic } from './panic.js';
import type { Weights } from './weights.js';

/** Bits of an instance's standing. Only a standing of `ready` alone may be picked, and a row begins its life with none. */
const ready = 1;
const full = 2;

/** Why a ready instance may be out of rotation, for as long as whoever took it out believes so. */
export const outReason = { unhealthy: 4, ejected: 8, open: 32 } as const;
export type OutReason = (typeof outReason)[keyof typeof outReason];
/** It has not been judged at all: it takes nothing, and a panic changes nothing about it. */
export const unchecked = 16;

/** Whether the gateway may send to an instance of this standing, once it has room; in panic it sends to others, too. */
export function isHealthy(standing: number): boolean {
  return (standing & ~full) === ready;
}

/** Whether the gateway knows the instance, and keeps it out for this reason. */
export function isOut(standing: number, reason: OutReason): boolean {
  return (standing & ready) !== 0 && (standing & reason) !== 0;
}

export interface RotationOptions {
  readonly instances: InstanceTable;
  readonly balancer: Balancer;
  /** An instance that holds so many requests, inside and queued, is full; Infinity where none ever is. */
  readonly roomCount: number;
  /** Below this share of the known ones in rotation, what is believed of health is ignored; 0: never. */
  readonly panicRatio?: number | undefined;
  /** Told of who comes into rotation, where weights are looked at. */
  readonly weights?: Weights | undefined;
}

/**
 * Who of one service's instances may be picked: ready, believed healthy, not ejected, and with room.
 *
 * Its balancer holds these and no others, and only orders them. Whoever believes something of an instance (a health
 * check, an ejection) says so by `takeOut` and `putBack`, at any moment of its life; a new instance in the row starts
 * afresh, and late words about the one before it are the speaker's to hold back.
 *
 * Hot: `pick`, `began` and `ended` once a request each. The only writer of `InstanceTable.standing`.
 */
export class Rotation {
  /** Whether its balancer wants `finished`; where it does not, nobody needs to measure. */
  readonly hearsAnswers: boolean;
  readonly #instances: InstanceTable;
  readonly #balancer: Balancer;
  readonly #roomCount: number;
  readonly #isLimited: boolean;
  readonly #weights: Weights | undefined;
  readonly #panic: Panic | undefined;
  /** The bits of a standing that are looked at: all, but in panic not those of health. */
  #heeded = ~0;

  constructor({ instances, balancer, roomCount, weights, panicRatio = 0 }: RotationOptions) {
    this.#instances = instances;
    this.#balancer = balancer;
    this.#roomCount = roomCount;
    this.#isLimited = roomCount < Number.POSITIVE_INFINITY;
    this.#weights = weights;
    this.#panic = panicRatio > 0 ? new Panic(panicRatio) : undefined;
    this.hearsAnswers = balancer.finished !== undefined;
  }

  /** The instance takes requests from now on, unless something else keeps it out. Once in its life. */
  ready(instance: number): void {
    this.#balancer.forget?.(instance);
    this.#weights?.begin(instance);
    this.#change(instance, this.#instances.standing[instance] | ready);
  }

  /** The instance takes nothing new any more. */
  stopped(instance: number): void {
    this.#change(instance, this.#instances.standing[instance] & ~ready);
  }

  /** Whether the gateway knows the instance as ready, whatever keeps it out. */
  knows(instance: number): boolean {
    return (this.#instances.standing[instance] & ready) !== 0;
  }

  /** Whether the instance may be picked, now or once it has room. */
  mayTake(instance: number): boolean {
    return (this.#instances.standing[instance] & this.#heeded & ~full) === ready;
  }

  /** Nothing happens where the same reason holds already. */
  takeOut(instance: number, reason: number): void {
    this.#change(instance, this.#instances.standing[instance] | reason);
  }

  /** The reason does not hold any more; others may. Whoever waits in a central queue may be served now. */
  putBack(instance: number, reason: number): void {
    const standing = this.#instances.standing[instance];
    if ((standing & reason & outReason.unhealthy) !== 0) this.#weights?.beginAgain(instance);
    this.#change(instance, standing & ~reason);
  }

  /** The instance to take the request, or -1 when none may. The next `began` is of this instance, or it refused. */
  pick(request: number): number {
    return this.#balancer.pick(request);
  }

  /** As `pick`, but one of these only where no other may be picked. */
  pickOther(request: number, avoided: readonly number[]): number {
    const { standing } = this.#instances;
    const away = avoided.filter((instance) => (standing[instance] & this.#heeded) === ready);
    for (const instance of away) this.#balancer.remove(instance);
    const other = this.#balancer.pick(request);
    for (const instance of away) this.#balancer.add(instance);
    return other < 0 ? this.#balancer.pick(request) : other;
  }

  /** The instance holds one request more, inside or queued: its columns say so already. */
  began(instance: number): void {
    const standing = this.#instances.standing[instance];
    if (this.#isLimited && this.#isFull(instance)) this.#change(instance, standing | full);
    else if ((standing & this.#heeded) === ready) this.#balancer.loadRose(instance);
  }

  /** The instance holds one request less: its columns say so already. */
  ended(instance: number): void {
    const standing = this.#instances.standing[instance];
    if ((standing & this.#heeded) === ready) this.#balancer.loadFell(instance);
    else if ((standing & full) !== 0 && !this.#isFull(instance)) this.#change(instance, standing & ~full);
  }

  /** A check took or left a slot: the instance may be full without a request more, or have room without one less. */
  slotsChanged(instance: number): void {
    if (!this.#isLimited) return;
    const standing = this.#instances.standing[instance];
    this.#change(instance, this.#isFull(instance) ? standing | full : standing & ~full);
  }

  /**
   * The client knows how a try went that this instance got: an answer, or that none came in time.
   *
   * @param latencySeconds since the instance got it; what came before, in a central queue, is not the instance's
   */
  finished(instance: number, latencySeconds: number, isError: boolean): void {
    this.#balancer.finished?.(instance, latencySeconds, isError);
  }

  #isFull(instance: number): boolean {
    const { inside, queued, checking } = this.#instances;
    return inside[instance] + queued[instance] + checking[instance] >= this.#roomCount;
  }

  #change(instance: number, standing: number): void {
    const before = this.#instances.standing[instance];
    this.#instances.standing[instance] = standing;
    if (before === standing) return;
    this.#move(instance, before & this.#heeded, standing & this.#heeded);
    if (this.#panic?.changes(instance, standing) === true) this.#heed(this.#panic);
  }

  #move(instance: number, before: number, standing: number): void {
    if (before === standing) return;
    if (before === ready) this.#balancer.remove(instance);
    else if (standing === ready) this.#balancer.add(instance);
  }

  /** A panic begins or ends. */
  #heed({ isOn, known }: Panic): void {
    const before = this.#heeded;
    this.#heeded = isOn ? ~(outReason.unhealthy | outReason.ejected) : ~0;
    for (const instance of known) {
      const standing = this.#instances.standing[instance];
      this.#move(instance, standing & before, standing & this.#heeded);
    }
  }
}
