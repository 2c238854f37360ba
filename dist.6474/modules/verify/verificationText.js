import { visibleLine } from '../base/visible.js';
/** What a person reads of one policy. */
export function verificationText(policy) {
    return [headOf(policy), ...policy.differences.flatMap((one) => differenceLines(one, policy)), ...runtimeLines(policy)]
        .map((line) => `${visibleLine(line)}\n`)
        .join('');
}
function headOf(policy) {
    const { name, kind, status, observationCount, decisions, runs, decisionsHash, fault } = policy;
    const judged = runs.filter((run) => run.status !== 'unsupported');
    const runtimes = new Set(judged.map(({ runtime }) => runtime));
    if (status === 'fails')
        return `${name}: fails at observation ${(fault?.observation ?? 0) + 1}: ${fault?.message}`;
    if (status === 'not-verified')
        return `${name}: NOT VERIFIED: no runtime here can run it`;
    if (status === 'differs')
        return `${name}: DIFFERS`;
    const made = decisions.filter(({ decision }) => decision.desired !== null).length;
    const counts = `${observationCount} observations, ${made} wishes, sha256 ${decisionsHash?.slice(6, 18)}`;
    if (kind === 'manifest')
        return `${name}: nothing to verify in other runtimes; environments agree: ${counts}`;
    const where = `${runtimes.size} runtime${runtimes.size === 1 ? '' : 's'}, ${judged.length} runs`;
    return `${name}: the same in ${where}: ${counts}`;
}
function differenceLines({ index, observation, one, other, causes }, policy) {
    const width = Math.max(placeOf(one).length, placeOf(other).length);
    return [
        `  observation ${index + 1} of ${policy.observationCount}: ${observationText(observation)}`,
        `    ${metricsText(observation)}`,
        ...[one, other].map((side) => `    ${placeOf(side).padEnd(width)}  ${sideText(side)}`),
        ...causes.map((cause) => `    cause: ${cause}`),
    ];
}
function placeOf({ runtime, environment }) {
    return `${runtime}, ${environment}`;
}
/** What one side decided, on a line. */
export function sideText({ decision, fault }) {
    if (fault !== null)
        return `fails: ${fault}`;
    if (decision === null)
        return 'nothing more';
    const { desired, applied, rule, reason } = decision;
    const asked = desired === null ? 'no change' : `desired ${desired}${applied === desired ? '' : `, ${applied} in bounds`}`;
    const texts = [rule, reason].flatMap((text) => (text === undefined ? [] : [JSON.stringify(text)]));
    return [asked, ...texts].join('  ');
}
/** What stands in the observation, as far as a line holds it. */
function observationText({ time, service, instances }) {
    const { ready, desired, min, max } = instances;
    return `time ${time} s, ${service}: ${ready} ready of ${desired} desired (${min}..${max})`;
}
function metricsText({ metrics, metricsFailed }) {
    const values = Object.entries(metrics).map(([name, value]) => `${name} ${Number((value ?? 0).toPrecision(6))}`);
    return metricsFailed === true ? 'the metrics server did not answer' : values.join(', ') || 'no metrics';
}
function runtimeLines({ runs }) {
    const names = [...new Set(runs.map(({ runtime }) => runtime))];
    const width = Math.max(0, ...names.map((name) => name.length));
    return names.map((name) => {
        const own = runs.filter(({ runtime }) => runtime === name);
        return `  ${name.padEnd(width)}  ${own[0].version}: ${statusText(own)}`;
    });
}
function statusText(runs) {
    const unsupported = runs.find(({ status }) => status === 'unsupported');
    if (unsupported !== undefined)
        return `cannot be verified: ${unsupported.why}`;
    const words = ['same', 'differs', 'fails'];
    return words
        .flatMap((word) => {
        const names = runs.filter(({ status }) => status === word).map(({ environment }) => environment);
        return names.length === 0 ? [] : [`${word} ${names.join(', ')}`];
    })
        .join('; ');
}
