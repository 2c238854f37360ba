import { Journal } from '../record/journal.js';
import { Ledger } from '../record/ledger.js';
import { OutcomeLog } from '../record/outcomeLog.js';
import { RequestLog } from '../record/requestLog.js';
import { SettlingLog } from '../record/settlingLog.js';
import { TimelineLog } from '../record/timelineLog.js';
import { ArrivalBlock } from '../traffic/arrivalBlock.js';
import { Fingerprint } from './fingerprint.js';
import { hasSteadyState } from './warmupFindings.js';
/** Whoever reads the journal is told to it afterwards. */
export function assembleLogs({ input, clock, requests }) {
    const { scenario, detail } = input;
    const { duration, warmup, slo } = scenario;
    const [sourceCount, serviceCount] = [Object.keys(scenario.traffic).length, Object.keys(scenario.services).length];
    const span = { fromSeconds: warmup, toSeconds: duration };
    const timeline = detail ? new TimelineLog(serviceCount, duration, slo?.objective) : undefined;
    return {
        journal: new Journal({ clock, requests, sourceCount, serviceCount, noArrivals: new ArrivalBlock() }),
        ledger: new Ledger(span),
        log: new RequestLog({
            ...span,
            groupCount: sourceCount * serviceCount,
            serviceCount,
            sloSeconds: slo?.latency ?? Number.POSITIVE_INFINITY,
        }),
        timeline,
        outcomes: timeline && new OutcomeLog(serviceCount, duration, timeline.stepSeconds),
        settling: hasSteadyState(scenario) ? new SettlingLog(serviceCount, duration) : undefined,
        fingerprint: input.fingerprint === true ? new Fingerprint() : undefined,
    };
}
