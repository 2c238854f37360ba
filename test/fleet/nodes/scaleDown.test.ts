import { describe, expect, it } from 'vitest';
import { type Node, type PoolService, requestedRatio } from '../../../src/fleet/nodes/node.js';
import { ScaleDown } from '../../../src/fleet/nodes/scaleDown.js';

/** Of 10 vCPUs and 10 bytes: the vCPUs that each instance requests, and the bytes of all of them. */
interface Filled {
  readonly vcpus: readonly number[];
  readonly bytes?: number;
  readonly phase?: Node['phase'];
  readonly leavesFor?: Node['leavesFor'];
  readonly zone?: number;
}

const size = { millis: 10_000, bytes: 10 };

function nodeOf(
  { vcpus, bytes = 0, phase = 'ready', leavesFor = 'scale-down', zone = 0 }: Filled,
  number: number,
): Node {
  return {
    ...{ number, zone, phase, leavesFor, orderedSeconds: 0, readySeconds: 0 },
    freeMillis: size.millis - 1000 * vcpus.reduce((sum, one) => sum + one, 0),
    freeBytes: size.bytes - bytes,
    instances: vcpus.map((_, index) => 10 * number + index),
    imageSeconds: new Map(),
    lowSinceSeconds: Number.NaN,
  };
}

interface Setup {
  readonly min?: number;
  readonly headroom?: number;
  readonly below?: number;
  readonly budget?: number;
  /** Rows that may not be replaced now. */
  readonly fixed?: readonly number[];
  /** Zones of the service, from 0. */
  readonly zoneCount?: number;
}

/** A pool of these nodes, scanned every 10 s; what is replaced stays where it is. */
function poolOf(filled: readonly Filled[], setup: Setup = {}) {
  const { min = 0, headroom = 0, below = 0.5, budget = 9, fixed = [], zoneCount = 1 } = setup;
  const nodes = filled.map(nodeOf);
  const vcpusOf = (instance: number) => filled[Math.floor(instance / 10)].vcpus[instance % 10];
  const told = { left: [] as number[], replaced: [] as number[] };
  let now = 0;
  const scaleDown = new ScaleDown({
    settings: { min, headroom, scaleDown: { after: 60, below, budget } },
    size,
    nodes,
    ownerOf: (instance) => {
      const tenant = {
        maySwap: () => !fixed.includes(instance),
        replace: () => told.replaced.push(instance),
      } as unknown as PoolService['tenant'];
      return { need: { millis: vcpusOf(instance) * 1e3, bytes: 0, zoneCount }, tenant } as PoolService;
    },
    leave: (node) => {
      node.phase = 'leaving';
      told.left.push(node.number);
    },
    nowSeconds: () => now,
  });
  const scanTo = (seconds: number) => {
    for (; now <= seconds; now += 10) scaleDown.scan();
  };
  return { nodes, told, scanTo };
}

/** The nodes that go at the first scan at which any may. */
function leavingOf(filled: readonly Filled[], setup: Setup = {}): number[] {
  const { told, scanTo } = poolOf(filled, setup);
  scanTo(50);
  expect(told.left).toEqual([]);
  scanTo(60);
  return told.left;
}

describe('how much of a node is requested', () => {
  it('is the larger share of vCPUs and memory; a size without memory has none', () => {
    expect(requestedRatio(nodeOf({ vcpus: [2, 1], bytes: 2 }, 0), size)).toBeCloseTo(0.3, 12);
    expect(requestedRatio(nodeOf({ vcpus: [2, 1], bytes: 6 }, 0), size)).toBeCloseTo(0.6, 12);
    expect(requestedRatio({ ...nodeOf({ vcpus: [2] }, 0), freeBytes: 0 }, { ...size, bytes: 0 })).toBeCloseTo(0.2, 12);
  });
});

describe('a node that goes', () => {
  const full = { vcpus: [6] };

  it.each<[what: string, filled: Filled[], setup: Setup, leaving: number[]]>([
    ['is one that is empty', [full, { vcpus: [] }], {}, [1]],
    ['is one whose instances fit the others', [full, { vcpus: [1, 3] }], {}, [1]],
    ['is not one that has just the share', [full, { vcpus: [4] }], { below: 0.4 }, []],
    ['is not one whose memory is used', [full, { vcpus: [1], bytes: 5 }], {}, []],
    ['is not one with an instance too many for the others', [full, { vcpus: [3, 1.5] }], {}, []],
    ['is the emptiest first', [full, { vcpus: [2] }, { vcpus: [1] }], { budget: 1 }, [2]],
    ['is the youngest of equals', [full, { vcpus: [2] }, { vcpus: [2] }], { budget: 1 }, [2]],
    ['does not go to an empty one, which goes itself', [{ vcpus: [] }, { vcpus: [4] }], {}, [0]],
    ['does not go to an empty one that stays', [{ vcpus: [] }, { vcpus: [4] }], { headroom: 1 }, []],
    ['does not go to one that comes', [{ vcpus: [], phase: 'provisioning' }, { vcpus: [4] }], {}, []],
    ['does not go to itself', [{ vcpus: [2] }], {}, []],
    ['does not go where its service is not', [{ vcpus: [6], zone: 1 }, { vcpus: [2] }], {}, []],
    ['may go to another zone of its service', [{ vcpus: [6], zone: 1 }, { vcpus: [2] }], { zoneCount: 2 }, [1]],
    ['has none that may not be replaced', [full, { vcpus: [1, 1] }], { fixed: [11] }, []],
    ['is not one of min', [full, { vcpus: [] }, { vcpus: [] }], { min: 2 }, [2]],
    ['leaves those that leave out of min', [full, { vcpus: [] }, { vcpus: [1], phase: 'leaving' }], { min: 2 }, []],
    ['counts those that come for min', [full, { vcpus: [] }, { vcpus: [], phase: 'provisioning' }], { min: 2 }, [1]],
    ['is not one of headroom', [{ vcpus: [] }, { vcpus: [] }, { vcpus: [] }], { headroom: 2 }, [2]],
    ['may be one that is used, whatever headroom', [full, { vcpus: [1] }], { headroom: 5 }, [1]],
    ['is one of budget', [{ vcpus: [] }, { vcpus: [] }, { vcpus: [] }], { budget: 2 }, [2, 1]],
    [
      'waits for those of the budget that drain',
      [full, { vcpus: [] }, { vcpus: [1], phase: 'leaving' }],
      { budget: 1 },
      [],
    ],
    [
      'does not wait for those that leave for another reason',
      [full, { vcpus: [] }, { vcpus: [1], phase: 'leaving', leavesFor: 'spot-reclaim' }],
      { budget: 1 },
      [1],
    ],
    ['does not exist without a budget', [full, { vcpus: [] }], { budget: 0 }, []],
  ])('%s', (_what, filled, setup, leaving) => expect(leavingOf(filled, setup)).toEqual(leaving));

  it('has been low at every scan: filled and emptied in between, its time begins anew', () => {
    const { nodes, told, scanTo } = poolOf([full, { vcpus: [] }]);
    scanTo(30);
    nodes[1].freeMillis = 0;
    scanTo(40);
    nodes[1].freeMillis = size.millis;
    scanTo(100);
    expect(told.left).toEqual([]);
    scanTo(110);
    expect(told.left).toEqual([1]);
  });

  it('has all on it replaced as soon as it goes, and again at every scan', () => {
    const { told, scanTo } = poolOf([full, { vcpus: [1, 2] }]);
    scanTo(60);
    expect(told.replaced).toEqual([10, 11]);
    scanTo(70);
    expect(told.replaced).toEqual([10, 11, 10, 11]);
  });

  it('has those left alone that may not be replaced, and those of nodes that leave otherwise', () => {
    const leaving = { vcpus: [1, 1], phase: 'leaving' } as const;
    const { told, scanTo } = poolOf([full, leaving, { ...leaving, leavesFor: 'spot-reclaim' }], { fixed: [10] });
    scanTo(0);
    expect(told.replaced).toEqual([11]);
  });
});
