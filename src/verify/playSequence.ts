import { ApiDesk } from '../cloud/api/apiDesk.js';
import type { RecordedObservation } from '../policy/observation.js';
import { withCount } from '../policy/openLoop.js';
import type { OpenLoopDecision } from '../policy/openLoopDecision.js';
import { type ActionAnswer, type Decision, PolicyFault, type PolicyHost } from '../policy/policy.js';
import { RecordedHost } from '../policy/recordedHost.js';
import type { LogEntry, PlayFault, PlayLog, Sequence, World } from './playLog.js';
import { RecordedBackend } from './recordedBackend.js';
import { ReplacedHost } from './replacedHost.js';

/** A policy that was started, here or in another process. */
export interface Started {
  readonly isScript: boolean;
  readonly nextWakeSeconds: number;
  /** @throws PolicyFault, UnsupportedHere */
  wake(): void | Promise<void>;
  readonly findings?: readonly string[];
}

/** The policy asks for something that only its own host has. */
export class UnsupportedHere extends Error {
  override readonly name = 'UnsupportedHere';
}

interface Play extends Sequence {
  /** Times that the sequence is played through one start of the policy; a script is played once. */
  readonly runCount: number;
  /** Starts the policy for one service. @throws PolicyFault, UnsupportedHere */
  start(host: PolicyHost): Started | Promise<Started>;
}

/**
 * A policy's decisions on a sequence, as `decide` makes them: one that is asked is asked at every observation, a script
 * runs on until the observation's time and sees the newest one.
 */
export async function playSequence(play: Play): Promise<PlayLog> {
  const runs: LogEntry[][] = [];
  const services = new Map<string, ServiceAtPlay>();
  const lines: string[] = [];
  let fault: PlayFault | undefined;
  let unsupported: string | undefined;
  let observation = 0;
  try {
    for (let run = 0; run < play.runCount; run++) {
      if (run > 0 && [...services.values()].some(({ started }) => started?.isScript === true)) break;
      for (const { host } of services.values()) host.current = new LoggingHost(host.serviceNames[0], lines, play.world);
      const entries: LogEntry[] = [];
      runs.push(entries);
      let carried: number | undefined;
      for (observation = 0; observation < play.observations.length; observation++) {
        const shown = play.observations[observation];
        const service = serviceOf(shown.service, services, () => new LoggingHost(shown.service, lines, play.world));
        const host = service.host.current;
        host.show(carried === undefined ? shown : withCount(shown, carried));
        await playOne(service, shown.time, play);
        entries.push(...host.made.map((decision) => ({ observation, decision })));
        if (play.carriesDesired) carried = host.decision.applied ?? carried;
      }
    }
  } catch (thrown) {
    if (thrown instanceof UnsupportedHere) unsupported = thrown.message;
    else if (thrown instanceof PolicyFault) fault = { message: thrown.message, observation };
    else throw thrown;
  }
  return {
    runs,
    lines,
    findings: [...services.values()].flatMap(({ started }) => started?.findings ?? []),
    ...(fault === undefined ? {} : { fault }),
    ...(unsupported === undefined ? {} : { unsupported }),
  };
}

interface ServiceAtPlay {
  readonly host: ReplacedHost<LoggingHost>;
  started: Started | undefined;
}

function serviceOf(name: string, services: Map<string, ServiceAtPlay>, makeHost: () => LoggingHost): ServiceAtPlay {
  const known = services.get(name);
  if (known !== undefined) return known;
  const service: ServiceAtPlay = { host: new ReplacedHost(makeHost()), started: undefined };
  services.set(name, service);
  return service;
}

async function playOne(service: ServiceAtPlay, seconds: number, play: Play): Promise<void> {
  const host = service.host.current;
  service.started ??= await play.start(service.host);
  const { started } = service;
  // A file that reads its host while it loads may turn out to be no script only when it runs.
  while (started.isScript && started.nextWakeSeconds <= seconds) {
    host.nowAt = started.nextWakeSeconds;
    await started.wake();
  }
  host.nowAt = seconds;
  if (!started.isScript) await started.wake();
}

/** Lines of one play that are kept; the rest say nothing new. */
const lineLimit = 1_000;

/** Keeps every decision, where the answer of `decide` is the last one alone. */
class LoggingHost extends RecordedHost {
  readonly #made: OpenLoopDecision[] = [];
  readonly #lines: string[];
  readonly env: Readonly<Record<string, string>>;
  readonly api?: ApiDesk;
  override readonly apiLatencySeconds: number;

  constructor(serviceName: string, lines: string[], world: World | undefined) {
    super(serviceName);
    this.#lines = lines;
    this.env = world?.env ?? {};
    this.apiLatencySeconds = world?.apiLatencySeconds ?? 0;
    if (world !== undefined) this.api = new ApiDesk(world.api, new RecordedBackend(this));
  }

  /** What was decided since the last `show`. */
  get made(): readonly OpenLoopDecision[] {
    return this.#made.length === 0 ? [this.decision] : [...this.#made];
  }

  override show(observation: RecordedObservation): void {
    this.#made.length = 0;
    super.show(observation);
  }

  override act(decision: Decision): ActionAnswer {
    const answer = super.act(decision);
    this.#made.push(this.decision);
    return answer;
  }

  override log(text: string): void {
    if (this.#lines.length < lineLimit) this.#lines.push(text);
  }
}
