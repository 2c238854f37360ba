import { z } from 'zod';
import { suggestion } from '../../base/nearest.js';
import { constantArrivalRate } from './constantArrivalRate.js';
import { constantVus } from './constantVus.js';
import { diurnal } from './diurnal.js';
import { flashCrowd } from './flashCrowd.js';
import { markovModulated } from './markovModulated.js';
import { perVuIterations } from './perVuIterations.js';
import { rampingArrivalRate } from './rampingArrivalRate.js';
import { rampingVus } from './rampingVus.js';
import { sharedIterations } from './sharedIterations.js';
import { trace } from './trace.js';
/** Every executor: k6's six, and four of our own. */
export const sources = [
    sharedIterations,
    perVuIterations,
    constantVus,
    rampingVus,
    constantArrivalRate,
    rampingArrivalRate,
    diurnal,
    flashCrowd,
    markovModulated,
    trace,
];
const names = sources.map(({ name }) => name);
/** One traffic source; `executor` says which. */
export const sourceSettings = z.discriminatedUnion('executor', [
    sharedIterations.schema,
    perVuIterations.schema,
    constantVus.schema,
    rampingVus.schema,
    constantArrivalRate.schema,
    rampingArrivalRate.schema,
    diurnal.schema,
    flashCrowd.schema,
    markovModulated.schema,
    trace.schema,
], { error: (issue) => executorMessage(issue.input) });
/** Whether virtual users send, whose rate depends on the answers. */
export function isClosedLoop(settings) {
    return 'think' in settings;
}
/** Opens a source for one run. */
export function buildSource(settings, context) {
    return variantOf(settings).build(settings, context);
}
/** The same source with this many times its rate, or its users. */
export function scaledSource(settings, factor) {
    return variantOf(settings).scaled(settings, factor);
}
function variantOf({ executor }) {
    // safe: the settings were parsed by the schema of the very executor they name.
    return sources.find(({ name }) => name === executor);
}
/** What a source says that has no effect here, a sentence each. */
export function sourceWarnings(settings) {
    return Object.entries(settings)
        .filter(([key, value]) => value !== undefined && (key === 'gracefulStop' || key === 'gracefulRampDown'))
        .map(([key]) => `${key} has no effect: requests inside at the end of a source always finish`);
}
function executorMessage(input) {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
        return `got ${JSON.stringify(input) ?? 'nothing'}, but a source is a map\nIts \`executor\` says how requests arrive, the other keys are its settings.\nwrite for example { executor: constant-arrival-rate, rate: 20 }.`;
    }
    const executor = 'executor' in input ? input.executor : undefined;
    if (executor === undefined) {
        return `has no \`executor\`\nIt says how requests arrive.\nadd one of: ${names.join(', ')}.`;
    }
    if (executor === 'externally-controlled') {
        return 'executor "externally-controlled" does not exist any more\nk6 2.0 removed it, and a dry run has nobody to control it.\nwrite ramping-vus with stages instead.';
    }
    const shown = typeof executor === 'string' ? `"${executor}"` : JSON.stringify(executor);
    return `${shown} is not an executor\nOnly the ones listed here are built in.\n${suggestion(String(executor), names)}`;
}
