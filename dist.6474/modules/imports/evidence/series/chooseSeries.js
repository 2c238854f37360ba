import { seriesRoles } from '../../../results/seriesRoles.js';
import { quotient } from './quotient.js';
import { variantOrder } from './variantOf.js';
/** Two series whose means are so near tell the same. */
const ALIKE_RATIO = 0.05;
/**
 * Which of the candidates is which role.
 *
 * What the user says comes first, then series of the workload that is simulated, then the metric nearest to the client. Where nothing
 * decides, requests are a problem (the load would be guessed), and any other role is left out with a warning.
 */
export function chooseSeries(candidates, workloads) {
    const warnings = [];
    const problems = [];
    const found = new Map();
    const parts = new Set(candidates.map(({ part }) => part));
    for (const part of parts) {
        const choice = chooseOne(part, candidates.filter((one) => one.part === part), workloads);
        warnings.push(...choice.warnings);
        problems.push(...choice.problems);
        if (choice.one !== undefined)
            found.set(part, choice.one);
    }
    addQuotients(found, candidates);
    const chosen = seriesRoles.flatMap(({ name }) => {
        const one = found.get(name);
        return one === undefined ? [] : [{ ...one, part: name }];
    });
    return { chosen, warnings, problems };
}
function chooseOne(part, all, workloads) {
    const asked = all.filter(({ basis }) => basis === 'asked');
    const { own, foreign } = ofWorkloads(asked.length > 0 ? asked : bestVariants(all), asked.length > 0 ? [] : workloads);
    const warnings = foreign.length === 0 ? [] : [foreignWarning(part, foreign, workloads)];
    const [first, ...others] = [...own].sort((a, b) => a.rank - b.rank);
    if (first === undefined)
        return { one: undefined, warnings, problems: [] };
    if (asked.length === 0 && workloads.length > 0 && first.owner !== '' && !isOf(first, workloads)) {
        const what = `${first.label} is of ${first.owner}, and the manifests are of ${workloads.join(', ')}`;
        warnings.push({
            code: 'other-name',
            where: { file: first.source.file },
            what,
            assumed: `the same service by another name, as it is the only ${part}`,
        });
    }
    if (others.length === 0)
        return { one: first, warnings, problems: [] };
    const rivals = others.filter((one) => !isAlike(first, one));
    const equals = rivals.filter(({ rank, owner }) => rank === first.rank || owner !== first.owner);
    if (equals.length > 0)
        return undecided(part, [first, ...equals], warnings);
    const notable = part === 'request-rate' || part === 'error-rate' ? others : rivals;
    if (notable.length === 0)
        return { one: first, warnings, problems: [] };
    const what = `${named(first)} and ${notable.map(named).join(', ')} could be the ${part}`;
    const assumed = `${first.label}, ${reasonOf(first, notable)} (--series '${notable[0].label}=${part}' takes the other)`;
    return {
        one: first,
        warnings: [...warnings, { code: 'several-series', where: { file: first.source.file }, what, assumed }],
        problems: [],
    };
}
function reasonOf(first, others) {
    if (others.every((one) => isAlike(first, one)))
        return 'as both tell the same';
    return first.basis === 'known' && others.every(({ basis }) => basis === 'words')
        ? 'whose metric is known'
        : 'which is nearer to the client';
}
function undecided(part, rivals, warnings) {
    const where = { file: rivals[0].source.file };
    const what = `${rivals.slice(0, 6).map(named).join(', ')}${rivals.length > 6 ? ` and ${rivals.length - 6} more` : ''} could be the ${part}`;
    const how = `--series '${rivals[0].label}=${part}'`;
    if (part !== 'request-rate')
        return {
            one: undefined,
            warnings: [...warnings, { code: 'several-series', where, what, assumed: `none of them; choose with ${how}` }],
            problems: [],
        };
    const why = 'Nothing tells which of them is the traffic of the service.';
    return {
        one: undefined,
        warnings,
        problems: [{ code: 'which-series', where, what, why, fix: `choose one: ${how}.` }],
    };
}
/** Of each metric and owner one variant: those of an exporter tell the same twice. */
function bestVariants(all) {
    const byMetric = new Map();
    for (const one of all) {
        const key = JSON.stringify([
            one.source.file,
            one.source.name,
            one.owner,
            /^latency/.test(one.part) ? one.label : '',
        ]);
        const known = byMetric.get(key);
        if (known === undefined || variantOrder(one.variant) < variantOrder(known.variant))
            byMetric.set(key, one);
    }
    return [...byMetric.values()];
}
/** Series of these workloads, or of nobody in particular. Services and jobs are named as people like: alone, one may be anybody's. */
function ofWorkloads(all, workloads) {
    if (workloads.length === 0)
        return { own: all, foreign: [] };
    const own = all.filter((one) => isOf(one, workloads));
    if (own.length > 0)
        return { own: all.filter((one) => isOf(one, workloads) || one.owner === ''), foreign: [] };
    return { own: all.filter(({ isWorkload }) => !isWorkload), foreign: all.filter(({ isWorkload }) => isWorkload) };
}
function isOf({ owner }, workloads) {
    return workloads.includes(owner.slice(owner.lastIndexOf('/') + 1));
}
function foreignWarning(part, foreign, workloads) {
    const owners = [...new Set(foreign.map(({ owner }) => owner))];
    const what = `${part} is recorded of ${owners.slice(0, 6).join(', ')}, and the manifests are of ${workloads.join(', ')}`;
    return {
        code: 'other-workload',
        where: { file: foreign[0].source.file },
        what,
        assumed: 'another service, left out',
    };
}
function named(one) {
    const count = one.seriesCount === 1 ? '' : `, ${one.seriesCount} series`;
    return `${one.label} (${one.source.file}, mean ${Number(meanOf(one).toPrecision(3))}${count})`;
}
function isAlike(a, b) {
    const [one, other] = [meanOf(a), meanOf(b)];
    return Math.abs(one - other) <= ALIKE_RATIO * Math.max(Math.abs(one), Math.abs(other));
}
function meanOf({ points: { values } }) {
    return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
/** Roles that are one part divided by another, where they are not recorded themselves. */
function addQuotients(found, candidates) {
    const requests = found.get('request-rate');
    const sum = found.get('latency-sum');
    const count = candidates.find(({ part, source, owner }) => part === 'request-rate' && source.name === sum?.source.name.replace(/_sum$/, '_count') && owner === sum.owner);
    const none = requests?.isStatusKnown === true
        ? { ...requests, points: { seconds: new Float64Array(), values: new Float64Array() }, isSparse: true }
        : undefined;
    const made = [
        ['error-share', found.get('error-rate') ?? none, requests],
        ['throttled-share', found.get('throttled-periods'), found.get('cfs-periods')],
        ['latency-mean', sum, count],
    ];
    for (const [role, above, below] of made) {
        if (above === undefined || below === undefined || found.has(role))
            continue;
        found.set(role, {
            ...above,
            part: role,
            points: quotient(above.points, below, above.isSparse || above.isStatusKnown),
            stepSeconds: below.stepSeconds,
            windowSeconds: below.windowSeconds,
        });
    }
}
