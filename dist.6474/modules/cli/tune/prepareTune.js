import { ProblemError } from '../../base/problem.js';
import { resolveCandidates } from '../../policy/candidates.js';
import { loadScenario } from '../../scenario/load.js';
import { drawWorld } from '../../scenario/worlds/drawWorlds.js';
import { pointKey } from '../../tune/search/planPoints.js';
import { readyComparison, rejectWithoutRanges } from '../prepareComparisons.js';
import { usageError } from '../usageError.js';
import { policyAt } from './policyAt.js';
import { tryParameters } from './tryParameters.js';
/**
 * Reads the scenario and the policy, and checks each setting as `run --policy` would, so that nothing that could have been known
 * stops the runs later.
 *
 * Each setting has its own bounds where the scenario leaves them to the manifest: what is simulated is what would be deployed.
 * @throws ProblemError
 */
export async function prepareTune({ file, options, axes }) {
    const set = [...options.set, ...(options.seed === undefined ? [] : [`seed=${options.seed}`])];
    const written = await loadScenario(file, { set });
    const text = policyText(written, options);
    const candidates = await candidatesOf([text], written, options);
    if (candidates.length !== 1)
        throw severalPolicies(candidates.map(({ name }) => name));
    const [base] = candidates;
    rejectUntunable(base, axes);
    const ready = await readyComparison(written, options, [base], []);
    await tryParameters(base, { text, axes, resolve: (texts) => candidatesOf(texts, written, options) });
    const settings = new Map();
    const refused = [];
    const settingAt = (point) => {
        const found = settings.get(pointKey(point));
        if (found === undefined)
            throw new Error(`no setting ${pointKey(point)}`);
        return found;
    };
    const accept = async (points) => {
        const isFirst = settings.size === 0;
        const texts = points.map((point) => policyAt(text, axes, point));
        const own = await candidatesOf(texts, written, options);
        const wrong = new Map();
        for (const [index, point] of points.entries()) {
            try {
                const prepared = await readyComparison(written, options, [own[index]], []);
                settings.set(pointKey(point), settingOf(texts[index], prepared, options));
            }
            catch (thrown) {
                if (!(thrown instanceof ProblemError))
                    throw thrown;
                wrong.set(point, thrown.problems);
            }
        }
        if (isFirst)
            rejectHopeless(points, wrong, axes);
        refused.push(...[...wrong.values()].map(([first]) => first));
        return points.filter((point) => !wrong.has(point));
    };
    if (options.uncertain !== undefined && ready.uncertain.ranges.length === 0)
        rejectWithoutRanges([]);
    const today = settingOf(text, ready, options);
    const notes = options.uncertain === undefined ? unusedRanges(ready.uncertain) : [];
    return { written, today, accept, settingAt, refused, notes, warnings: ready.warnings };
}
/** Intervals are of chance alone then. */
function unusedRanges({ ranges }) {
    if (ranges.length === 0)
        return [];
    const paths = ranges.map(({ path }) => path).join(', ');
    return [`The ranges of ${paths} are not used: --uncertain draws from them.`];
}
function settingOf(policy, { comparison, uncertain }, options) {
    const { params } = comparison.candidates[0];
    const isUncertain = options.uncertain !== undefined;
    const comparisonAt = (replication) => {
        if (!isUncertain)
            return comparison;
        const world = drawWorld(uncertain, replication);
        if (typeof world === 'string')
            throw noWorld(replication, world);
        return { ...comparison, scenario: world.scenario };
    };
    return { policy, params, comparison, comparisonAt };
}
/** Without it the settings would not have met the same worlds. */
function noWorld(number, what) {
    const why = 'Each number is drawn from its own range, and together they must still be a scenario.';
    const fix = 'narrow the ranges so that they fit each other.';
    const where = { path: 'assumptions' };
    return new ProblemError([
        { code: 'no-valid-world', where, what: `world ${number} is no valid scenario: ${what}`, why, fix },
    ]);
}
function candidatesOf(texts, { scenario, folder }, { policies, metricNames }) {
    const baseFolder = policies.length > 0 ? process.cwd() : folder;
    return resolveCandidates({ texts, baseFolder, metricNames, serviceNames: Object.keys(scenario.services) });
}
/** `--policy`, or the only one that the scenario lists. */
function policyText({ scenario, file }, { policies }) {
    const given = policies.length > 0 ? policies : scenario.policies;
    if (given.length > 1)
        throw severalPolicies(given);
    const [text] = given;
    if (text !== undefined)
        return text;
    const what = 'no policy is given';
    throw usageError({ code: 'needs-policy', what, why: `${file} lists none.`, fix: 'add --policy hpa.yaml.' });
}
function severalPolicies(names) {
    return usageError({
        code: 'too-many-policies',
        what: `tune got ${names.length} policies: ${names.slice(0, 6).join(', ')}`,
        why: 'It varies the parameters of one.',
        fix: 'name one with --policy, and the values to try with --vary.',
    });
}
/** Parameters belong to files. */
function rejectUntunable({ bindings, name }, axes) {
    if (Object.values(bindings).some((spec) => 'code' in spec))
        return;
    throw usageError({
        code: 'no-parameters',
        what: `${name} has no parameter ${axes.map(({ key }) => key).join(', ')}`,
        why: 'A manifest has fields, and a policy in Lua or TypeScript its params.',
        fix: 'name the file of a policy.',
    });
}
/** A value that no combination can have is a mistake; one that some cannot have is only left out there. */
function rejectHopeless(points, wrong, axes) {
    if (wrong.size === 0)
        return;
    const problems = axes.flatMap((axis, place) => axis.values.flatMap((_, index) => {
        const own = points.filter((point) => point[place] === index);
        return own.length > 0 && own.every((point) => wrong.has(point)) ? (wrong.get(own[0]) ?? []) : [];
    }));
    const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
    if (unique.size > 0)
        throw new ProblemError([...unique.values()]);
}
