import { ApiDesk } from '../cloud/api/apiDesk.js';
import { withCount } from '../policy/openLoop.js';
import { PolicyFault } from '../policy/policy.js';
import { RecordedHost } from '../policy/recordedHost.js';
import { RecordedBackend } from './recordedBackend.js';
import { ReplacedHost } from './replacedHost.js';
/** The policy asks for something that only its own host has. */
export class UnsupportedHere extends Error {
    name = 'UnsupportedHere';
}
/**
 * A policy's decisions on a sequence, as `decide` makes them: one that is asked is asked at every observation, a script
 * runs on until the observation's time and sees the newest one.
 */
export async function playSequence(play) {
    const runs = [];
    const services = new Map();
    const lines = [];
    let fault;
    let unsupported;
    let observation = 0;
    try {
        for (let run = 0; run < play.runCount; run++) {
            if (run > 0 && [...services.values()].some(({ started }) => started?.isScript === true))
                break;
            for (const { host } of services.values())
                host.current = new LoggingHost(host.serviceNames[0], lines, play.world);
            const entries = [];
            runs.push(entries);
            let carried;
            for (observation = 0; observation < play.observations.length; observation++) {
                const shown = play.observations[observation];
                const service = serviceOf(shown.service, services, () => new LoggingHost(shown.service, lines, play.world));
                const host = service.host.current;
                host.show(carried === undefined ? shown : withCount(shown, carried));
                await playOne(service, shown.time, play);
                entries.push(...host.made.map((decision) => ({ observation, decision })));
                if (play.carriesDesired)
                    carried = host.decision.applied ?? carried;
            }
        }
    }
    catch (thrown) {
        if (thrown instanceof UnsupportedHere)
            unsupported = thrown.message;
        else if (thrown instanceof PolicyFault)
            fault = { message: thrown.message, observation };
        else
            throw thrown;
    }
    return {
        runs,
        lines,
        findings: [...services.values()].flatMap(({ started }) => started?.findings ?? []),
        ...(fault === undefined ? {} : { fault }),
        ...(unsupported === undefined ? {} : { unsupported }),
    };
}
function serviceOf(name, services, makeHost) {
    const known = services.get(name);
    if (known !== undefined)
        return known;
    const service = { host: new ReplacedHost(makeHost()), started: undefined };
    services.set(name, service);
    return service;
}
async function playOne(service, seconds, play) {
    const host = service.host.current;
    service.started ??= await play.start(service.host);
    const { started } = service;
    // A file that reads its host while it loads may turn out to be no script only when it runs.
    while (started.isScript && started.nextWakeSeconds <= seconds) {
        host.nowAt = started.nextWakeSeconds;
        await started.wake();
    }
    host.nowAt = seconds;
    if (!started.isScript)
        await started.wake();
}
/** Lines of one play that are kept; the rest say nothing new. */
const lineLimit = 1_000;
/** Keeps every decision, where the answer of `decide` is the last one alone. */
class LoggingHost extends RecordedHost {
    #made = [];
    #lines;
    env;
    api;
    apiLatencySeconds;
    constructor(serviceName, lines, world) {
        super(serviceName);
        this.#lines = lines;
        this.env = world?.env ?? {};
        this.apiLatencySeconds = world?.apiLatencySeconds ?? 0;
        if (world !== undefined)
            this.api = new ApiDesk(world.api, new RecordedBackend(this));
    }
    /** What was decided since the last `show`. */
    get made() {
        return this.#made.length === 0 ? [this.decision] : [...this.#made];
    }
    show(observation) {
        this.#made.length = 0;
        super.show(observation);
    }
    act(decision) {
        const answer = super.act(decision);
        this.#made.push(this.decision);
        return answer;
    }
    log(text) {
        if (this.#lines.length < lineLimit)
            this.#lines.push(text);
    }
}
