import type { Clock } from '../kernel/clock.js';
import type { PrefixCounts } from '../record/prefixCounts.js';
import type { Priorities } from '../traffic/priorities.js';
import type { RequestTable } from '../traffic/requestTable.js';
import type { InstanceTable } from './instanceTable.js';
import type { ReplicaCounters, ReplicaReading } from './modelServer/replicaReading.js';
import type { ModelServerSettings } from './modelServer/settings.js';
import type { Processors } from './processors.js';

/**
 * How instances serve the requests that hold one of their slots.
 *
 * The only writer of `inside`, `running` and the integrals of the instance table. The loop carries out whatever is due
 * next of all servings; nothing else knows what happens between a request's begin and its end. Hot: instants are read from
 * the clock, because a number that is handed to a function becomes an object.
 */
export interface Serving {
  /** When something is due next; Infinity when nothing is. */
  readonly nextSeconds: number;
  /** The request takes a slot of the instance. */
  begin(instance: number, row: number): void;
  /** The request has made its calls and goes on with its io phase. */
  goOn(instance: number, row: number): void;
  /** The request between its calls waits until its paused instance goes on; then `finish` returns it. */
  hold(row: number): void;
  /** A check takes the processors of the instance; it is none of the requests inside. Only where requests may use them. */
  beginCheck(instance: number, row: number): void;
  /** Carries out what is due. @returns the row that is done and has left its slot, or is about to call and holds it; -1 where the request goes on */
  finish(): number;
  /** The request leaves its slot before it is done. */
  cancel(row: number): void;
  /** The instance stops serving and keeps what it holds. */
  pause(instance: number): void;
  /** The instance goes on where it stopped. */
  resume(instance: number): void;
  /** Brings the integrals of an instance to now. */
  touch(instance: number): void;
  /** The instance is gone; nothing is inside it any more. */
  clear(instance: number): void;
  /** By how much a slow start or a fault lengthens the cpu phase of a request that begins now. */
  cpuFactor(instance: number): number;
  /** Whether anything burns processor time beside requests. */
  readonly hasBackground: boolean;
  /** What a start of a service burns beside requests. */
  burstOf(service: number): Processors['burst'];
  /** A start begins to burn, or ends to. */
  burn(instance: number, burstVcpus: number): void;
  /** Where instances are model servers. */
  readonly meter?: ModelMeter | undefined;
}

/** Requests of one class to one service, as a model server knows them. */
export interface TokenGroup {
  /** Tokens of the prefix in `RequestTable.prefixes`; 0 where they have none. */
  readonly prefixTokens: number;
  /** They are turns of sessions, whose prefixes grow: `RequestTable.carriedTokens`. */
  readonly isSession: boolean;
}

export interface ServingContext {
  readonly clock: Clock;
  readonly requests: RequestTable;
  readonly instances: InstanceTable;
  /** [service] */
  readonly processors: readonly Processors[];
  /** [service] undefined where its instances are no model servers */
  readonly models: readonly (ModelServerSettings | undefined)[];
  /** [group] what its requests tell a model server */
  readonly groups: readonly TokenGroup[];
  readonly priorities: Pick<Priorities, 'of'>;
  /** [service] undefined where no prompt shares a beginning */
  readonly prefixCounts: readonly (PrefixCounts | undefined)[];
}

/** Who hears what happens inside of model servers, beside ends. */
export interface ModelListener {
  firstToken(row: number): void;
  preempted(service: number): void;
}

/** What a model server shows of itself. */
export interface ModelReading extends ReplicaReading, ReplicaCounters {
  kvBlocks: number;
}

/** The model servers of a run as others see them. */
export interface ModelMeter {
  listener: ModelListener | undefined;
  /** An instance as it is now, from its last restart on. */
  read(instance: number, reading: ModelReading): void;
  /** Says, before any instance begins, that `holdersOf` is asked for. */
  followPrefixes(): void;
  /** Instances of which `foundShare` may be above 0. */
  holdersOf(row: number): readonly number[];
  /** The part that an instance has of what the prompt of a request shares with others, 0..1; 0 where it shares nothing. */
  foundShare(instance: number, row: number): number;
  /** When the last token so far was out, of a request inside whose first one is; Infinity once all are. */
  lastTokenSeconds(row: number): number;
  /** The largest share of its KV memory that an instance of a service has held. */
  kvPeakRatio(service: number): number;
}

/** What the requests of one service ask of its instances. */
export interface ServingNeeds {
  /** Requests or anything beside them use processors. */
  readonly usesCpu: boolean;
  /** Its instances are servers of a language model. */
  readonly isModel: boolean;
  /** Index of the service, for variants that serve some of them. */
  readonly service: number;
}

/** One way to serve. */
export interface ServingVariant {
  readonly name: string;
  readonly summary: string;
  /** Whether it can serve such requests; of a list the first that can is taken. */
  fits(needs: ServingNeeds): boolean;
  build(context: ServingContext): Serving;
}
