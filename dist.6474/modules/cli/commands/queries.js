import { formatDuration, parseDuration } from '../../base/duration.js';
import { exitCode } from '../../base/exitCode.js';
import { ProblemError } from '../../base/problem.js';
import { shellCommand } from '../../base/shellCommand.js';
import { clusterQueries } from '../../imports/evidence/queries/clusterQueries.js';
import { collectScript } from '../../imports/evidence/queries/collectScript.js';
import { queryTargets } from '../../imports/evidence/queries/queryTarget.js';
import { readEvidence } from '../../imports/evidence/readEvidence.js';
import { warningLine } from '../../imports/evidence/warning.js';
import { unknownName, usageError } from '../usageError.js';
const daySeconds = 86_400;
const minuteSeconds = 60;
/** Most points of a series that Prometheus answers with (web/api/v1/api.go, queryRange). */
const pointLimit = 11_000;
/** Prints the queries for what `init --from` wants to know, as a script that collects their answers. */
export const queries = {
    name: 'queries',
    summary: 'Print PromQL for what init --from wants to know, as a script that collects the answers',
    operands: { name: 'files', min: 0, max: Number.POSITIVE_INFINITY, describe: 'After --from more files to read' },
    options: ['from', 'namespace', 'workload', 'prometheus', 'range', 'step'],
    async run(input) {
        const { operands, options, output } = input;
        if (options.from.length === 0 && operands.length > 0)
            throw needsFrom(operands[0]);
        const target = await targetOf(input);
        const url = urlOf(options.prometheus ?? 'http://localhost:9090');
        const rangeSeconds = secondsOf('range', options.range, daySeconds);
        const stepSeconds = secondsOf('step', options.step, minuteSeconds);
        if (rangeSeconds / stepSeconds > pointLimit)
            throw tooFine(rangeSeconds, stepSeconds);
        const script = {
            queries: clusterQueries(target, Math.max(2 * minuteSeconds, stepSeconds)),
            url,
            rangeSeconds,
            stepSeconds,
            notes: [
                `Nine queries for ${target.kind} ${target.workload} in namespace ${target.namespace}, ${formatDuration(rangeSeconds)} by ${formatDuration(stepSeconds)}, into bundle.json.`,
                'It needs sh and curl. What follows its name goes to curl: sh collect.sh -H "Authorization: Bearer ..."',
                `Another span: START=... END=... (seconds since 1970) STEP=... PROMETHEUS=... before sh.`,
                `Then: ${shellCommand(['dryscale', 'init', '--from', ...(options.from.length > 0 ? [...options.from, ...operands] : ['hpa.yaml', 'deployment.yaml']), 'bundle.json'])}`,
            ],
        };
        await output.write(collectScript(script));
        return exitCode.success;
    },
};
/** The workload that is named, or the one that the files are of. @throws ProblemError */
async function targetOf({ operands, options, output }) {
    const { workload, namespace, from } = options;
    const { evidence, warnings, problems } = await readEvidence([...from, ...operands], { series: [] });
    if (problems.length > 0)
        throw new ProblemError(problems);
    for (const warning of warnings)
        output.note(warningLine(warning));
    const all = queryTargets(evidence);
    const found = workload === undefined ? all : all.filter((one) => one.workload === workload);
    if (found.length > 1)
        throw several(found);
    const [one] = found;
    if (one === undefined && from.length > 0 && workload === undefined)
        throw noWorkload(from[0]);
    if (one === undefined && workload !== undefined && all.length > 0)
        throw unknownName('--workload', workload, all.map((known) => known.workload));
    if (one === undefined && workload === undefined)
        throw noTarget();
    const target = {
        namespace: namespace ?? (one?.namespace === undefined || one.namespace === '' ? 'default' : one.namespace),
        workload: workload ?? one?.workload ?? '',
        kind: one?.kind ?? 'Deployment',
        hpa: one === undefined ? workload : one.hpa,
    };
    for (const [option, name] of [
        ['namespace', target.namespace],
        ['workload', target.workload],
    ])
        rejectNoName(option, name);
    return target;
}
/** A name of Kubernetes has nothing that means something in a query or a shell. Source: RFC 1123, as apimachinery has it. */
function rejectNoName(option, name) {
    if (/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(name) && name.length <= 253)
        return;
    throw usageError({
        code: 'bad-name',
        what: `--${option} is "${name}"`,
        why: 'Names of Kubernetes are small letters, digits, "-" and ".".',
        fix: `write for example --${option} web.`,
    });
}
function urlOf(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url !== undefined && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '')
        return text.replace(/\/+$/, '');
    throw usageError({
        code: 'bad-url',
        what: `--prometheus is "${text}"`,
        why: 'The script asks it for /api/v1/query_range.',
        fix: 'write for example --prometheus http://prometheus:9090.',
    });
}
function secondsOf(option, text, fallback) {
    if (text === undefined)
        return fallback;
    const seconds = parseDuration(text);
    if (seconds !== undefined && seconds >= 1 && Number.isInteger(seconds))
        return seconds;
    throw usageError({
        code: 'bad-duration',
        what: `--${option} is "${text}"`,
        why: 'It is a whole number of seconds, at least one.',
        fix: `write for example --${option} ${formatDuration(fallback)}.`,
    });
}
function tooFine(rangeSeconds, stepSeconds) {
    const least = Math.ceil(rangeSeconds / pointLimit);
    return usageError({
        code: 'too-many-points',
        what: `--range ${formatDuration(rangeSeconds)} by --step ${formatDuration(stepSeconds)} is ${Math.floor(rangeSeconds / stepSeconds)} points`,
        why: `Prometheus answers with at most ${pointLimit} points of a series.`,
        fix: `write --step ${formatDuration(least)} or more, or a shorter --range.`,
    });
}
function several(found) {
    return usageError({
        code: 'several-workloads',
        what: `the files are of ${found.length} workloads: ${found.map(({ workload }) => workload).join(', ')}`,
        why: 'The queries are for one.',
        fix: `add --workload ${found[0].workload}, or name the files of one.`,
    });
}
function noWorkload(file) {
    const what = 'holds no autoscaler with a target, and no Deployment or StatefulSet';
    const why = 'The queries are for the pods of one workload; what AWS scales is recorded by CloudWatch (aws cloudwatch get-metric-data).';
    return new ProblemError([
        {
            code: 'no-workload',
            where: { file },
            what,
            why,
            fix: 'name the HPA or Deployment, or write --namespace N --workload W.',
        },
    ]);
}
function noTarget() {
    return usageError({
        code: 'no-workload',
        what: 'no workload is named',
        why: 'The queries are for the pods of one workload.',
        fix: 'write --from hpa.yaml, or --namespace N --workload W.',
    });
}
function needsFrom(operand) {
    return usageError({
        code: 'needs-from',
        what: `"${operand}" stands without --from`,
        why: 'Files to read follow --from.',
        fix: `write dryscale queries --from ${operand}.`,
    });
}
