import type { InstanceTable } from './instanceTable.js';

/** The zones of one service: which are closed, and where the next instance goes or the next one leaves. */
export class Zones {
  /** [zone] outages that keep the zone closed. */
  readonly #closures: Int32Array;
  /** [zone] starting and ready instances, kept by the fleet: counting them at each launch takes n^2 for n instances. */
  readonly startingCounts: Int32Array;
  readonly readyCounts: Int32Array;

  constructor(zoneCount: number) {
    this.#closures = new Int32Array(zoneCount);
    this.startingCounts = new Int32Array(zoneCount);
    this.readyCounts = new Int32Array(zoneCount);
  }

  close(zone: number): void {
    this.#closures[zone]++;
  }

  open(zone: number): void {
    this.#closures[zone]--;
  }

  get closedCount(): number {
    return this.#closures.filter((closures) => closures > 0).length;
  }

  /** The open zone with fewest starting or ready instances, the lowest number on a tie; -1 when all are closed. */
  emptiest(): number {
    let best = -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (let zone = 0; zone < this.readyCounts.length; zone++) {
      const count = this.startingCounts[zone] + this.readyCounts[zone];
      if (this.#closures[zone] > 0 || count >= fewest) continue;
      best = zone;
      fewest = count;
    }
    return best;
  }

  /** The open zones, those with fewest starting or ready instances first. */
  byFewest(): number[] {
    const counts = this.readyCounts.map((count, zone) => count + this.startingCounts[zone]);
    const open = [...counts.keys()].filter((zone) => this.#closures[zone] === 0);
    return open.sort((a, b) => counts[a] - counts[b]);
  }

  /** In the zone with most ready instances (the highest number on a tie, the mirror of launching) the one launched last. */
  lastOfFullest(ready: readonly number[], table: InstanceTable): number | undefined {
    const zone = this.readyCounts.lastIndexOf(Math.max(...this.readyCounts));
    return ready.findLast((instance) => table.zone[instance] === zone);
  }
}
