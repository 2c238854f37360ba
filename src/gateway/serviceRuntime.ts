import type { Fleet } from '../fleet/fleet.js';
import type { Provider } from './ai/providers/provider.js';
import type { ServiceBelief } from './belief/serviceBelief.js';
import type { CentralQueue } from './centralQueue.js';
import type { Guards } from './guards/guards.js';
import type { Hedging } from './hedging/hedging.js';
import type { ModelDoor } from './modelDoor.js';
import type { OnDemand } from './onDemand.js';
import type { Rotation } from './rotation.js';

/** What the gateway knows of one service, or of one provider, which has no instances. Unlimited is Infinity. */
export interface ServiceRuntime {
  readonly fleet: Pick<Fleet, 'alive' | 'emptied'>;
  readonly rotation: Rotation;
  /** Who may refuse its tries, where somebody may. */
  readonly guards: Guards | undefined;
  /** How its requests are hedged, where they are. */
  readonly hedging: Hedging | undefined;
  /** Slots of an instance. */
  readonly concurrency: number;
  /** Requests that may wait at an instance; only without a central queue. */
  readonly instanceQueueLimit: number;
  /** The central queue, where the scenario has one. */
  readonly centralQueue: CentralQueue | undefined;
  readonly centralQueueLimit: number;
  /** Starts and stops instances where the service scales per request. */
  readonly onDemand: OnDemand | undefined;
  /** Skips, when a slot frees, the tries whose client has stopped waiting. */
  readonly dropExpired: boolean;
  /** Where the gateway may be wrong about instances; undefined where it always knows. */
  readonly belief: ServiceBelief | undefined;
  /** Where instances are model servers: they notice that a client has gone, and some requests are too long for them. */
  readonly model: ModelDoor | undefined;
  /** Of a provider: who takes its tries. */
  readonly provider?: Provider | undefined;
}

/** What the gateway knows of one source's requests. */
export interface RequestProfile {
  readonly memoryBytes: number;
  readonly networkBytes: number;
  readonly errorRate: number;
  /** Their prompts share beginnings. */
  readonly hasPrefix: boolean;
  /** They are turns of sessions. */
  readonly hasSessions: boolean;
  /** Someone goes on when they are answered: users of closed sources, VUs of a pool. */
  readonly hasClients: boolean;
  /** Where its requests go: service indexes and the cumulative share of each, the last 1. */
  readonly routes: readonly { readonly service: number; readonly cumulativeShare: number }[];
}
