import type { InstanceTable } from '../../fleet/instanceTable.js';
import { findLosses, type ProbeSettings, type ProbesSettings } from '../../fleet/probeSettings.js';
import type { ProcessProbes } from '../../fleet/processProbes.js';
import type { Calendar } from '../../kernel/calendar.js';
import type { Clock } from '../../kernel/clock.js';
import * as rank from '../../kernel/rank.js';
import type { Checks, Prober } from './checks.js';

/** The probes by name. */
export type ProbeKind = 'readiness' | 'liveness' | 'startup';

/** The fleet, as far as probes move it. */
interface ProbedFleet {
  /** A process that answers is ready from now on. */
  becomeReady(instance: number): void;
  /** A ready one takes nothing new until it is ready again; what is inside goes on. */
  becomeUnready(instance: number): void;
  restart(instance: number, kill: { readonly reason: 'liveness' | 'startup'; readonly isMute: boolean }): void;
  /** The loss of a ready one, of which nobody was told, is known now. */
  lossFound(instance: number): void;
}

export interface ProbesOptions {
  readonly settings: ProbesSettings;
  /** What it takes to see that nothing answers; 0: at once. */
  readonly connectSeconds: number;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly instances: Pick<InstanceTable, 'launchNumber' | 'hold' | 'letGo'>;
  readonly checks: Checks;
  readonly fleet: ProbedFleet;
  /** Keyed draw: where in their period the probes of a process fall that has run for long, 0..1. */
  phaseOf(launchNumber: number, kind: ProbeKind): number;
  /** A probe begins. */
  began(): void;
}

/** One process, from its start until nobody probes it any more. */
class Process {
  readonly instance: number;
  readonly beganSeconds: number;
  /** It has run for long, and is ready. */
  readonly isWarm: boolean;
  /** What ends its probes. */
  readonly ends: (() => void)[] = [];
  isOver = false;
  /** It is gone, and its probes go on until they find it. */
  isLost = false;
  /** It has no startup probe, or that one has succeeded. */
  hasStarted = false;
  doesAnswer = false;

  constructor({ instance, beganSeconds, isWarm }: Pick<Process, 'instance' | 'beganSeconds' | 'isWarm'>) {
    this.instance = instance;
    this.beganSeconds = beganSeconds;
    this.isWarm = isWarm;
  }

  stopProbes(): void {
    for (const end of this.ends.splice(0)) end();
  }

  end(): void {
    this.isOver = true;
    this.stopProbes();
  }
}

interface ProbeRule {
  /** What holds at first. */
  readonly holds: boolean | undefined;
  /** Told of each change of it. */
  turned(isOk: boolean): void;
}

interface Watched extends ProbeRule {
  readonly kind: ProbeKind;
  readonly settings: ProbeSettings;
}

/**
 * One probe of one process. So many results alike in a row hold, and each change of what holds is told, as kubelet has it
 * (pkg/kubelet/prober/worker.go, Kubernetes 1.31: `resultRun`).
 */
class Probe implements Prober {
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly cpuSeconds: number;
  readonly connectSeconds: number;
  readonly began: () => void;
  readonly #neededSuccesses: number;
  readonly #neededFailures: number;
  readonly #turned: (isOk: boolean) => void;
  #holds: boolean | undefined;
  #last: boolean | undefined;
  #alike = 0;

  constructor(
    { period, timeout, cpu, success = 1, failure }: ProbeSettings,
    { connectSeconds, began }: Pick<ProbesOptions, 'connectSeconds' | 'began'>,
    { holds, turned }: ProbeRule,
  ) {
    this.intervalSeconds = period;
    this.timeoutSeconds = timeout;
    this.cpuSeconds = cpu;
    this.connectSeconds = connectSeconds;
    this.began = began;
    this.#neededSuccesses = success;
    this.#neededFailures = failure;
    this.#holds = holds;
    this.#turned = turned;
  }

  checked(_instance: number, isOk: boolean): void {
    this.#alike = isOk === this.#last ? this.#alike + 1 : 1;
    this.#last = isOk;
    const isEnough = this.#alike >= (isOk ? this.#neededSuccesses : this.#neededFailures);
    if (!isEnough || isOk === this.#holds) return;
    this.#holds = isOk;
    this.#turned(isOk);
  }
}

/**
 * Kubernetes' probes of one service's instances: they decide who is ready, and which process is killed.
 *
 * A process begins with a launch or a restart. Its startup probe holds the other two back until it succeeded once; without
 * one they begin at once, each after its own initial delay. What a result changes is a control event at the same instant,
 * since a result comes in the middle of the gateway's work. A loss of which nobody is told is found by readiness or
 * liveness, whichever has had enough failures first; until then the row is held. Deviation: kubelet begins a probe late when the
 * one before it lasts longer than the period, which the scenario refuses.
 */
export class Probes implements ProcessProbes {
  readonly #options: ProbesOptions;
  /** [instance] */
  readonly #processes: (Process | undefined)[] = [];
  /** [instance] the process before, gone and not found yet */
  readonly #lost = new Map<number, Process>();

  constructor(options: ProbesOptions) {
    this.#options = options;
  }

  begin(instance: number, isWarm: boolean): void {
    const { clock, settings } = this.#options;
    const process = new Process({ instance, beganSeconds: clock.nowSeconds, isWarm });
    this.#processes[instance] = process;
    if (settings.startup !== undefined && !isWarm) this.#watchStartup(process, settings.startup);
    else this.#started(process);
  }

  answers(instance: number): void {
    const process = this.#processes[instance];
    if (process === undefined) return;
    process.doesAnswer = true;
    this.#readyWithoutReadiness(process);
  }

  end(instance: number): void {
    this.#processes[instance]?.end();
    this.#processes[instance] = undefined;
  }

  lose(instance: number): void {
    const process = this.#processes[instance];
    if (process === undefined || !findLosses(this.#options.settings)) {
      this.end(instance);
      return;
    }
    this.#processes[instance] = undefined;
    this.#options.instances.hold(instance);
    process.isLost = true;
    this.#lost.set(instance, process);
  }

  #watchStartup(process: Process, settings: ProbeSettings): void {
    const turned = (isOk: boolean) => {
      process.stopProbes();
      this.#soon(process, () => (isOk ? this.#started(process) : this.#kill(process, 'startup')));
    };
    this.#watch(process, { kind: 'startup', settings, holds: undefined, turned });
  }

  #started(process: Process): void {
    process.hasStarted = true;
    this.#watchRunning(process);
    this.#readyWithoutReadiness(process);
  }

  #watchRunning(process: Process): void {
    const { settings, fleet } = this.#options;
    const { readiness, liveness } = settings;
    if (readiness !== undefined) {
      const turned = (isOk: boolean) =>
        this.#soon(process, () => (isOk ? this.#ready(process) : fleet.becomeUnready(process.instance)));
      this.#watch(process, { kind: 'readiness', settings: readiness, holds: process.isWarm, turned });
    }
    if (liveness === undefined) return;
    const turned = () => {
      process.stopProbes();
      this.#soon(process, () => this.#kill(process, 'liveness'));
    };
    // Alive until it is found dead, so its one turn is that.
    this.#watch(process, { kind: 'liveness', settings: liveness, holds: true, turned });
  }

  #watch(process: Process, { kind, settings, ...rule }: Watched): void {
    const { instances, checks, clock, phaseOf } = this.#options;
    const { instance, beganSeconds } = process;
    const phaseSeconds = process.isWarm ? settings.period * phaseOf(instances.launchNumber[instance], kind) : 0;
    const delaySeconds = process.isWarm ? phaseSeconds : settings.initialDelay;
    const firstSeconds = Math.max(clock.nowSeconds, beganSeconds + delaySeconds);
    process.ends.push(checks.watch(new Probe(settings, this.#options, rule), instance, firstSeconds));
  }

  /** Nothing but its first answer, or its startup probe, says when it is ready. */
  #readyWithoutReadiness(process: Process): void {
    if (this.#options.settings.readiness !== undefined || !process.doesAnswer || !process.hasStarted) return;
    this.#ready(process);
  }

  #ready({ instance }: Process): void {
    this.#forget(instance);
    this.#options.fleet.becomeReady(instance);
  }

  #kill({ instance, doesAnswer, isWarm }: Process, reason: 'liveness' | 'startup'): void {
    this.#options.fleet.restart(instance, { reason, isMute: !doesAnswer && !isWarm });
  }

  /** As a control event of this instant. What says it of a process that is gone has found it. */
  #soon(process: Process, act: () => void): void {
    const { calendar, clock, fleet } = this.#options;
    calendar.at(clock.nowSeconds, rank.fleet, () => {
      if (process.isOver) return;
      if (!process.isLost) {
        act();
        return;
      }
      fleet.lossFound(process.instance);
      this.#forget(process.instance);
    });
  }

  /** Nobody looks for the process that was lost there any more. */
  #forget(instance: number): void {
    const process = this.#lost.get(instance);
    if (process === undefined) return;
    process.end();
    this.#lost.delete(instance);
    this.#options.instances.letGo(instance);
  }
}
