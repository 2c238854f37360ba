import type { Stream } from '../../../src/random/stream.js';

/** What a balancer's rule says, written for reading: every pick looks at everyone. */
export interface Naive {
  add(instance: number): void;
  remove(instance: number): void;
  /** Another instance is in the slot. */
  isNew(instance: number): void;
  pick(): number;
  /** The picked request went there, and there is room for more. */
  rose(instance: number): void;
  fell(instance: number): void;
}

interface NaiveWorld {
  readonly stream: Stream;
  readonly roomCount: number;
  loadOf(instance: number): number;
  launchOf(instance: number): number;
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

/** The rules of the balancers of scenarios. */
export const naives: Record<string, (world: NaiveWorld) => Naive> = {
  random({ stream }) {
    const drawn = new Drawn();
    return {
      add: (instance) => drawn.add(instance),
      remove: (instance) => drawn.remove(instance),
      isNew: nothing,
      rose: nothing,
      fell: nothing,
      pick: () =>
        drawn.members.length > 1 ? drawn.members[stream.below(drawn.members.length)] : (drawn.members[0] ?? -1),
    };
  },

  'power-of-two'({ stream, loadOf }) {
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
        const first = stream.below(members.length);
        const others = members.filter((_member, position) => position !== first);
        const second = others[stream.below(others.length)];
        return loadOf(second) < loadOf(members[first]) ? second : members[first];
      },
    };
  },

  'least-requests'({ loadOf }) {
    const members = new Set<number>();
    const lastTurn = new Map<number, number>();
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
          (a, b) => loadOf(a) - loadOf(b) || (lastTurn.get(a) ?? 0) - (lastTurn.get(b) ?? 0),
        );
        if (first >= 0) lastTurn.set(first, clock++);
        return first;
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
