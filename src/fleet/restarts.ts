import * as rank from '../kernel/rank.js';
import type { KilledState } from '../record/restartCounts.js';
import type { RestartReason } from '../record/runEvents.js';
import type { Departures } from './departures.js';
import type { FleetOptions } from './fleetOptions.js';
import { checkFault, door } from './instanceTable.js';
import type { Launches } from './launches.js';
import type { Members } from './members.js';
import * as phase from './phase.js';

/**
 * Kubernetes' back-off of a container that exits: at once, then after 10 s, doubled up to 5 min, begun anew after 10 min without
 * an exit (https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy).
 */
const firstSeconds = 10;
const longestSeconds = 300;
const forgetSeconds = 600;

/** Why a process is killed. */
export interface Kill {
  readonly reason: RestartReason;
  /** It has not answered since it began. */
  readonly isMute?: boolean;
}

interface RestartHistory {
  readonly serial: number;
  /** Of this instance; keys the draw of the startup. */
  count: number;
  /** Without ten minutes in between. */
  inARow: number;
  /** When the process that exits now began. */
  beganSeconds: number;
}

/** Instances whose process is killed and begun again in place: they keep their number, zone, bill and place in `desired`. */
export class Restarts {
  readonly #options: FleetOptions;
  readonly #members: Members;
  readonly #launches: Launches;
  readonly #departures: Departures;
  /** [instance] */
  readonly #histories: RestartHistory[] = [];

  constructor(
    options: FleetOptions,
    parts: { readonly members: Members; readonly launches: Launches; readonly departures: Departures },
  ) {
    this.#options = options;
    this.#members = parts.members;
    this.#launches = parts.launches;
    this.#departures = parts.departures;
  }

  /** What is inside aborts; it starts again, and is ready after its back-off and startup. One that drains ends instead. */
  restart(instance: number, { reason, isMute = false }: Kill): void {
    const { table, calendar, log, serving, startupSecondsOf } = this.#options;
    const members = this.#members;
    if (table.phase[instance] === phase.draining) {
      this.#departures.endDrain(instance);
      return;
    }
    const isNoticed = reason !== 'oom-kill';
    const state = isMute ? 'starting' : this.#stateOf(instance);
    const wasReady = table.phase[instance] === phase.ready;
    if (wasReady && !isNoticed) members.probes?.lose(instance);
    else members.probes?.end(instance);
    if (wasReady) members.leaveReady(instance, isNoticed);
    else members.scheduled[instance]?.cancel();
    table.warmFromSeconds[instance] = Number.NaN;
    table.door[instance] = door.closed;
    members.listener?.abortAll(instance);
    // What the process remembered is gone with it.
    serving.clear(instance);
    members.restarted?.(instance);
    const nowSeconds = this.#options.nowSeconds();
    const history = this.#historyOf(instance);
    if (nowSeconds - history.beganSeconds >= forgetSeconds) history.inARow = 0;
    const backOffSeconds =
      history.inARow === 0 ? 0 : Math.min(firstSeconds * 2 ** (history.inARow - 1), longestSeconds);
    const launchNumber = table.launchNumber[instance];
    log.restarting(members.ready.length, nowSeconds, { launchNumber, reason, state, backOffSeconds });
    history.inARow++;
    history.count++;
    history.beganSeconds = nowSeconds + backOffSeconds;
    table.startupSeconds[instance] = startupSecondsOf(launchNumber, history.count);
    members.scheduled[instance] = calendar.at(history.beganSeconds, rank.fleet, () => this.#launches.startUp(instance));
  }

  /** Of a process that has answered: whether a fault keeps it from doing so. */
  #stateOf(instance: number): KilledState {
    const { checkFault: checks, pausedSinceSeconds } = this.#options.table;
    const answers = checks[instance] !== checkFault.fail && Number.isNaN(pausedSinceSeconds[instance]);
    return answers ? 'working' : 'struck';
  }

  #historyOf(instance: number): RestartHistory {
    const { table } = this.#options;
    const serial = table.serial[instance];
    const known = this.#histories[instance];
    if (known?.serial === serial) return known;
    const beganSeconds = table.launchedSeconds[instance];
    this.#histories[instance] = { serial, count: 0, inARow: 0, beganSeconds };
    return this.#histories[instance];
  }
}
