import { keyHash, mixBits } from '../../../src/random/keyHash.js';
import type { Stream } from '../../../src/random/stream.js';
import { foundShareOf, kvRatioAt, waitingAt } from './stage.js';

/** What a balancer's rule says, written for reading: every pick looks at everyone. */
export interface Naive {
  add(instance: number): void;
  remove(instance: number): void;
  /** Another instance is in the slot. */
  isNew(instance: number): void;
  pick(client: number): number;
  /** The picked request went there, and there is room for more. */
  rose(instance: number): void;
  fell(instance: number): void;
  finished?(instance: number, latencySeconds: number): void;
  /** So many seconds are about to pass. */
  waits?(seconds: number): void;
}

interface Scorers {
  readonly queue: number;
  readonly prefix: number;
  readonly kv: number;
}

interface NaiveWorld {
  readonly stream: Stream;
  readonly roomCount: number;
  loadOf(instance: number): number;
  launchOf(instance: number): number;
  weightOf(instance: number): number;
  nowSeconds(): number;
  readonly settings: {
    readonly k?: number;
    readonly boundedLoad?: number;
    readonly decay?: number;
    readonly refresh?: string;
    readonly scorers?: Scorers;
  };
}

/** Members in the order that draws refer to: whoever leaves gives its place to the last. */
class Drawn {
  readonly members: number[] = [];

  add(instance: number): void {
    this.members.push(instance);
  }

  remove(instance: number): void {
    const last = this.members.pop() ?? -1;
    if (last !== instance) this.members[this.members.indexOf(instance)] = last;
  }
}

const nothing = () => {};
const noScorers: Scorers = { queue: 0, prefix: 0, kv: 0 };

/** Distinct members drawn at random, in the order of drawing. */
function drawDistinct(members: readonly number[], k: number, stream: Stream): number[] {
  const left = [...members];
  if (left.length === 1) return left;
  return Array.from({ length: Math.min(k, left.length) }, () => left.splice(stream.below(left.length), 1)[0]);
}

function powerOf(k: number): (world: NaiveWorld) => Naive {
  return ({ stream, loadOf, weightOf }) => {
    const drawn = new Drawn();
    const costOf = (instance: number) => (loadOf(instance) + 1) / weightOf(instance);
    return {
      add: (instance) => drawn.add(instance),
      remove: (instance) => drawn.remove(instance),
      isNew: nothing,
      rose: nothing,
      fell: nothing,
      // Sorting is stable, so the first drawn comes first on a tie.
      pick: () => drawDistinct(drawn.members, k, stream).sort((a, b) => costOf(a) - costOf(b))[0] ?? -1,
    };
  };
}

function leastRequests({ loadOf, weightOf }: NaiveWorld): Naive {
  const members = new Set<number>();
  const lastTurn = new Map<number, number>();
  const costOf = (instance: number) => (loadOf(instance) + 1) / weightOf(instance);
  let clock = 0;
  return {
    add: (instance) => {
      members.add(instance);
      if (!lastTurn.has(instance)) lastTurn.set(instance, clock++);
    },
    remove: (instance) => members.delete(instance),
    isNew: (instance) => lastTurn.delete(instance),
    rose: nothing,
    fell: nothing,
    pick: () => {
      const [first = -1] = [...members].sort(
        (a, b) => costOf(a) - costOf(b) || (lastTurn.get(a) ?? 0) - (lastTurn.get(b) ?? 0),
      );
      if (first >= 0) lastTurn.set(first, clock++);
      return first;
    },
  };
}

/** The rules of the balancers of scenarios. */
export const naives: Record<string, (world: NaiveWorld) => Naive> = {
  random({ stream, weightOf }) {
    const drawn = new Drawn();
    return {
      add: (instance) => drawn.add(instance),
      remove: (instance) => drawn.remove(instance),
      isNew: nothing,
      rose: nothing,
      fell: nothing,
      pick: () => {
        const { members } = drawn;
        if (members.length < 2) return members[0] ?? -1;
        const weights = members.map(weightOf);
        if (weights.every((weight) => weight === 1)) return members[stream.below(members.length)];
        const at = stream.uniform() * weights.reduce((sum, weight) => sum + weight, 0);
        const sums = weights.map((_weight, index) => weights.slice(0, index + 1).reduce((sum, one) => sum + one, 0));
        return members[sums.findIndex((sum) => at < sum)] ?? members[members.length - 1];
      },
    };
  },

  'power-of-two': powerOf(2),
  'power-of-k': (world) => powerOf(world.settings.k ?? 0)(world),
  'least-requests': leastRequests,
  'weighted-least-requests': leastRequests,

  'weighted-round-robin'({ weightOf, launchOf }) {
    const members = new Set<number>();
    const credits = new Map<number, number>();
    return {
      add: (instance) => members.add(instance),
      remove: (instance) => members.delete(instance),
      isNew: (instance) => credits.set(instance, 0),
      rose: nothing,
      fell: nothing,
      pick: () => {
        const creditOf = (instance: number) => credits.get(instance) ?? 0;
        for (const one of members) credits.set(one, creditOf(one) + weightOf(one));
        const [best = -1] = [...members].sort((a, b) => creditOf(b) - creditOf(a) || launchOf(a) - launchOf(b));
        const total = [...members].reduce((sum, one) => sum + weightOf(one), 0);
        if (best >= 0) credits.set(best, creditOf(best) - total);
        return best;
      },
    };
  },

  'peak-ewma'({ stream, loadOf, nowSeconds, settings: { decay = 0 } }) {
    const drawn = new Drawn();
    const known = new Map<number, { latency: number; at: number }>();
    const observe = (instance: number, seen: number) => {
      const { latency, at } = known.get(instance) ?? { latency: 0, at: 0 };
      const kept = Math.exp(-(nowSeconds() - at) / decay);
      const mean = latency * kept + seen * (1 - kept);
      known.set(instance, { latency: seen > latency ? seen : mean, at: nowSeconds() });
    };
    const costOf = (instance: number) => {
      const latency = known.get(instance)?.latency ?? 0;
      return latency > 0 ? latency * (loadOf(instance) + 1) : loadOf(instance) * 1e9;
    };
    return {
      add: (instance) => drawn.add(instance),
      remove: (instance) => drawn.remove(instance),
      isNew: (instance) => known.set(instance, { latency: 0, at: nowSeconds() }),
      rose: nothing,
      fell: nothing,
      finished: observe,
      pick: () => {
        const two = drawDistinct(drawn.members, 2, stream);
        if (two.length === 2) for (const instance of two) observe(instance, 0);
        return two.sort((a, b) => costOf(a) - costOf(b))[0] ?? -1;
      },
    };
  },

  'consistent-hash'({ stream, loadOf, weightOf, launchOf, settings: { boundedLoad } }) {
    const [salt, clientSalt] = [stream.below(2 ** 32), stream.below(2 ** 32)];
    const members = new Set<number>();
    const placesOf = (instance: number) =>
      Array.from({ length: Math.round(160 * weightOf(instance)) }, (_, point) => ({
        instance,
        place: keyHash([salt, launchOf(instance), point])[0] >>> 0,
      }));
    return {
      add: (instance) => members.add(instance),
      remove: (instance) => members.delete(instance),
      isNew: nothing,
      rose: nothing,
      fell: nothing,
      pick: (client) => {
        const from = mixBits(clientSalt ^ client) >>> 0;
        const sum = (of: (instance: number) => number) => [...members].reduce((total, one) => total + of(one), 0);
        const loadTotal = sum(loadOf) + 1;
        const hasRoom = (one: number) =>
          boundedLoad === undefined ||
          loadOf(one) < Math.ceil((boundedLoad * loadTotal * weightOf(one)) / sum(weightOf) - 1e-9);
        const ring = [...members].flatMap(placesOf).sort((a, b) => a.place - b.place || a.instance - b.instance);
        const inTurn = [...ring.filter(({ place }) => place >= from), ...ring.filter(({ place }) => place < from)];
        return inTurn.find(({ instance }) => hasRoom(instance))?.instance ?? -1;
      },
    };
  },

  'model-picker'({ loadOf, launchOf, nowSeconds, settings: { scorers = noScorers, refresh = '' } }) {
    const members = new Set<number>();
    const seen = new Map<number, { waiting: number; kv: number; interval: number }>();
    const lastTurn = new Map<number, number>();
    let turn = 0;
    const intervalAt = (seconds: number) => Math.floor(seconds / Number.parseFloat(refresh));
    const look = (instance: number, interval: number) =>
      seen.set(instance, { waiting: waitingAt(loadOf(instance)), kv: kvRatioAt(loadOf(instance)), interval });
    return {
      add: (instance) => {
        members.add(instance);
        if (seen.get(instance)?.interval !== intervalAt(nowSeconds())) look(instance, intervalAt(nowSeconds()));
      },
      remove: (instance) => members.delete(instance),
      isNew: (instance) => {
        seen.delete(instance);
        lastTurn.set(instance, -1);
      },
      rose: nothing,
      fell: nothing,
      waits: (seconds) => {
        // Nothing changes while time passes: what is seen at any refresh in it is what was there before.
        const interval = intervalAt(nowSeconds() + seconds);
        if (interval !== intervalAt(nowSeconds())) for (const instance of members) look(instance, interval);
      },
      pick: (client) => {
        const of = (instance: number) => seen.get(instance) ?? { waiting: 0, kv: 0 };
        const waits = [...members].map((one) => of(one).waiting);
        const [fewest, most] = [Math.min(...waits), Math.max(...waits)];
        const scoreOf = (one: number) => {
          const queue = most === fewest ? 1 : 1 - (of(one).waiting - fewest) / (most - fewest);
          const prefix = foundShareOf(launchOf(one), client);
          return scorers.queue * queue + scorers.prefix * prefix + scorers.kv * (1 - of(one).kv);
        };
        const [best = -1] = [...members].sort(
          (a, b) =>
            scoreOf(b) - scoreOf(a) || (lastTurn.get(a) ?? 0) - (lastTurn.get(b) ?? 0) || launchOf(a) - launchOf(b),
        );
        if (best >= 0) lastTurn.set(best, turn++);
        return best;
      },
    };
  },

  'newest-idle'({ launchOf }) {
    const members = new Set<number>();
    return {
      add: (instance) => members.add(instance),
      remove: (instance) => members.delete(instance),
      isNew: nothing,
      rose: nothing,
      fell: nothing,
      pick: () => [...members].sort((a, b) => launchOf(b) - launchOf(a))[0] ?? -1,
    };
  },

  'round-robin'({ roomCount, loadOf }) {
    // Without a limit a queue of instances; with one a queue of their free slots.
    let queue: number[] = [];
    const isLimited = roomCount < Number.POSITIVE_INFINITY;
    return {
      add: (instance) => {
        for (let free = isLimited ? roomCount - loadOf(instance) : 1; free > 0; free--) queue.push(instance);
      },
      remove: (instance) => {
        queue = queue.filter((one) => one !== instance);
      },
      isNew: nothing,
      rose: () => {
        if (isLimited) queue.shift();
      },
      fell: (instance) => {
        if (isLimited) queue.push(instance);
      },
      pick: () => {
        if (queue.length === 0) return -1;
        if (!isLimited) queue.push(queue.shift() ?? -1);
        return queue[isLimited ? 0 : queue.length - 1];
      },
    };
  },
};
