import type { Fleet } from '../fleet/fleet.js';
import type { InstanceTable } from '../fleet/instanceTable.js';
import * as phase from '../fleet/phase.js';
import { isHealthy } from '../gateway/rotation.js';
import type { InstanceObservation } from '../policy/observation.js';
import type { InstanceUse } from '../telemetry/metricsView.js';

/** One instance of a service as it was at one instant, and as the gateway believed it to be. */
export interface Member extends InstanceUse, Readonly<Omit<InstanceObservation, 'id' | 'metrics'>> {
  readonly launchNumber: number;
}

const phaseNames = { [phase.starting]: 'starting', [phase.ready]: 'ready', [phase.draining]: 'draining' } as const;

/** Who is in a fleet: a list for each state of it, shared by the observations of all instants at which nothing changed. */
export class MemberList {
  readonly #fleet: Fleet;
  readonly #table: InstanceTable;
  #members: readonly Member[] = [];

  constructor(fleet: Fleet, table: InstanceTable) {
    this.#fleet = fleet;
    this.#table = table;
  }

  /** The list of this instant, which later ones leave as it is. */
  present(): readonly Member[] {
    const alive = this.#fleet.alive();
    if (!this.#isListed(alive)) this.#members = alive.map((instance) => this.#describe(instance));
    return this.#members;
  }

  /** An instance's other dates change only together with its phase; it may turn twice between two looks. */
  #isListed(alive: readonly number[]): boolean {
    if (alive.length !== this.#members.length) return false;
    const { serial, phase: phases, standing } = this.#table;
    for (let index = 0; index < alive.length; index++) {
      const instance = alive[index];
      const member = this.#members[index];
      if (member.serial !== serial[instance] || member.phase !== phaseName(phases[instance])) return false;
      if (member.healthy !== isHealthy(standing[instance])) return false;
      if (member.turnedAt !== this.#turnedAt(instance)) return false;
    }
    return true;
  }

  #describe(instance: number): Member {
    const { serial, phase: phases, launchNumber, launchedSeconds, readySeconds, drainSeconds, standing } = this.#table;
    const readyAt = readySeconds[instance];
    const turnedAt = this.#turnedAt(instance);
    const deletedAt = drainSeconds[instance];
    return {
      instance,
      serial: serial[instance],
      launchNumber: launchNumber[instance],
      phase: phaseName(phases[instance]),
      startedAt: launchedSeconds[instance],
      ...(Number.isNaN(readyAt) ? {} : { readyAt }),
      ...(turnedAt === undefined ? {} : { turnedAt }),
      ...(Number.isNaN(deletedAt) ? {} : { deletedAt }),
      healthy: isHealthy(standing[instance]),
    };
  }

  /** When it was last ready again, or ready no more; undefined of one that is as it was at first. */
  #turnedAt(instance: number): number | undefined {
    const { readySeconds, readyFromSeconds, unreadySinceSeconds } = this.#table;
    const unreadySeconds = unreadySinceSeconds[instance];
    if (!Number.isNaN(unreadySeconds)) return unreadySeconds;
    // The latter is NaN until it is ready for the first time.
    return readyFromSeconds[instance] > readySeconds[instance] ? readyFromSeconds[instance] : undefined;
  }
}

function phaseName(current: number): Member['phase'] {
  return phaseNames[current as 1 | 2 | 3]; // safe: a living instance is in one of the three
}
