import { type Node, type PoolService, requestedRatio } from './node.js';
import { fits, type Resources } from './packing.js';
import type { NodePoolSettings } from './settings.js';

/** A pool as its scale-down sees it. */
export interface ShrinkingPool {
  readonly settings: Pick<NodePoolSettings, 'min' | 'headroom' | 'scaleDown'>;
  readonly size: Resources;
  /** All there are, by number. */
  readonly nodes: readonly Node[];
  ownerOf(instance: number): PoolService;
  /** The node takes nothing more, and goes once it is empty. */
  leave(node: Node): void;
  nowSeconds(): number;
}

/**
 * Which nodes go because too little of them is requested.
 *
 * One whose larger requested share, of vCPUs or memory, has been below the bound at every scan for long enough drains, if all on it
 * are ready and would fit other nodes that are in use; the emptiest first, at most `budget` at a time. What is on it is replaced first.
 * `min` nodes and `headroom` empty ones stay. As Cluster Autoscaler's scale-down, which also waits after each order of a node
 * (https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/FAQ.md#how-does-scale-down-work).
 */
export class ScaleDown {
  readonly #pool: ShrinkingPool;

  constructor(pool: ShrinkingPool) {
    this.#pool = pool;
  }

  scan(): void {
    const { nodes, settings } = this.#pool;
    const { budget } = settings.scaleDown;
    this.#noteLow();
    const draining = nodes.filter((node) => node.phase === 'leaving' && node.leavesFor === 'scale-down');
    for (const node of draining) this.#replaceAll(node);
    for (let room = budget - draining.length; room > 0; room--) {
      const node = this.#next();
      if (node === undefined) return;
      this.#pool.leave(node);
      this.#replaceAll(node);
    }
  }

  /** A node may just have been filled, or emptied. */
  #noteLow(): void {
    const { nodes, settings, size, nowSeconds } = this.#pool;
    for (const node of nodes) {
      const isLow = node.phase === 'ready' && requestedRatio(node, size) < settings.scaleDown.below;
      if (!isLow) node.lowSinceSeconds = Number.NaN;
      else if (Number.isNaN(node.lowSinceSeconds)) node.lowSinceSeconds = nowSeconds();
    }
  }

  /** The emptiest node that may go, the youngest of equals. */
  #next(): Node | undefined {
    const { nodes, settings, size, nowSeconds } = this.#pool;
    const ready = nodes.filter(({ phase }) => phase === 'ready');
    const staying = nodes.filter(({ phase }) => phase !== 'leaving');
    if (staying.length <= settings.min) return undefined;
    const emptyCount = ready.filter(({ instances }) => instances.length === 0).length;
    const longEnough = ready.filter((node) => nowSeconds() - node.lowSinceSeconds >= settings.scaleDown.after);
    const emptiestFirst = longEnough.sort(
      (a, b) => requestedRatio(a, size) - requestedRatio(b, size) || b.number - a.number,
    );
    return emptiestFirst.find((node) =>
      node.instances.length === 0 ? emptyCount > settings.headroom : this.#fitsElsewhere(node, ready),
    );
  }

  /** Empty nodes are no place to go: they would only change roles. */
  #fitsElsewhere(node: Node, ready: readonly Node[]): boolean {
    const rooms = ready
      .filter((other) => other !== node && other.instances.length > 0)
      .map(({ zone, freeMillis, freeBytes }) => ({ zone, freeMillis, freeBytes }));
    return node.instances.every((instance) => {
      const { need, tenant } = this.#pool.ownerOf(instance);
      const room = tenant.maySwap(instance) ? rooms.find((one) => fits(need, one)) : undefined;
      if (room === undefined) return false;
      room.freeMillis -= need.millis;
      room.freeBytes -= need.bytes;
      return true;
    });
  }

  /** Again at every scan: a replacement may have been lost, or an update been in the way. */
  #replaceAll({ instances }: Node): void {
    for (const instance of [...instances]) {
      const { tenant } = this.#pool.ownerOf(instance);
      if (tenant.maySwap(instance)) tenant.replace(instance);
    }
  }
}
