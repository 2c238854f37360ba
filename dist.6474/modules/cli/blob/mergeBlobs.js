import { canonicalHash } from '../../base/canonicalJson.js';
import { ProblemError } from '../../base/problem.js';
import { candidateRunsOf } from '../../run/compare.js';
import { firstRounds, planCells, withWorlds } from '../../run/plan.js';
import { scenarioResult } from '../../run/scenarioResult.js';
import { worldRunsOf } from '../../run/worlds/worldRunsOf.js';
import { cellKey, isInShard } from './shardPlan.js';
/**
 * Joins the parts of a comparison: the same results as if one machine had run it all.
 *
 * @throws ProblemError with exit code 104 for parts that are missing, double, unfinished or of another comparison
 */
export function mergeBlobs(blobs) {
    const problems = checkParts(blobs);
    if (problems.length > 0)
        throw new ProblemError(problems);
    const [{ blob: first }] = blobs;
    const comparisons = comparisonsOf(first.plan);
    const byKey = new Map(blobs.flatMap(({ blob }) => blob.cells.map((one) => [cellKey(one.cell), one])));
    const finished = planCells(firstRounds(comparisons, first.plan.replications)).flatMap((cell) => {
        const one = byKey.get(cellKey(cell));
        return one === undefined ? [] : [one];
    });
    const { reference, allowEmpty } = first.plan;
    const all = withWorlds(comparisons, first.plan.replications);
    const scenarios = comparisons.map((comparison, index) => scenarioResult(comparison, candidateRunsOf(comparison, index, untilFailure(finished)), {
        allowEmpty,
        ...(reference === undefined ? {} : { reference }),
        ...(comparison.worlds === undefined ? {} : { worldRuns: worldRunsOf(index, all, finished) }),
    }));
    return { plan: first.plan, again: first.again, files: first.files, scenarios };
}
/** Nothing of a candidate runs any more, and no path of the scenario is read. */
function comparisonsOf({ comparisons }) {
    return comparisons.map((comparison) => ({
        ...comparison,
        folder: '',
        candidates: comparison.candidates.map((candidate) => ({ ...candidate, bindings: {} })),
    }));
}
/** On one machine a failed run cancels the later ones of its candidate; other parts cannot know. */
function untilFailure(cells) {
    const failed = new Set();
    return cells.filter(({ cell, outcome }) => {
        const candidate = `${cell.comparisonIndex}/${cell.candidateIndex}`;
        if (failed.has(candidate))
            return false;
        if (outcome.type === 'failed')
            failed.add(candidate);
        return true;
    });
}
function checkParts(blobs) {
    const [first, ...others] = blobs;
    const foreign = others.flatMap((other) => {
        const difference = differenceOf(first, other);
        return difference === undefined ? [] : [notThatComparison(first, other, difference)];
    });
    if (foreign.length > 0)
        return foreign;
    const doubles = others.flatMap(({ file, blob }, position) => {
        const earlier = blobs.slice(0, position + 1).find((one) => one.blob.shard.index === blob.shard.index);
        if (earlier === undefined)
            return [];
        const what = `is part ${blob.shard.index}, as ${earlier.file} is`;
        return [{ code: 'double-shard', where: { file }, what, why: 'Its runs would count twice.', fix: 'leave one out.' }];
    });
    return [...doubles, ...missingParts(blobs), ...blobs.flatMap(unfinished)];
}
function missingParts(blobs) {
    const { count } = blobs[0].blob.shard;
    const present = new Set(blobs.map(({ blob }) => blob.shard.index));
    const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !present.has(index));
    if (missing.length === 0)
        return [];
    const named = missing.map((index) => `${index}/${count}`).join(', ');
    const what = `${missing.length === 1 ? 'part' : 'parts'} ${named} of the comparison ${missing.length === 1 ? 'is' : 'are'} missing`;
    const why = 'Without those runs the results would differ.';
    return [
        { code: 'missing-shard', where: {}, what, why, fix: `run --shard ${missing[0]}/${count}, or name its blob too.` },
    ];
}
function unfinished({ file, blob }) {
    const { plan, shard, cells, isInterrupted } = blob;
    const planned = planCells(firstRounds(comparisonsOf(plan), plan.replications)).filter((_, index) => isInShard(index, shard));
    const isWhole = planned.map(cellKey).join() === cells.map(({ cell }) => cellKey(cell)).join();
    if (isWhole && !isInterrupted)
        return [];
    const what = `part ${shard.index} was interrupted`;
    const why = 'Some of its runs are missing.';
    return [
        { code: 'unfinished-shard', where: { file }, what, why, fix: `run --shard ${shard.index}/${shard.count} again.` },
    ];
}
function notThatComparison(first, { file }, difference) {
    const why = 'All parts of a comparison must have the same inputs and options.';
    const fix = 'run all parts with the same files and options.';
    return { code: 'other-comparison', where: { file }, what: `has ${difference} than ${first.file}`, why, fix };
}
/** The first thing that two plans do not share, in words; undefined when they share everything. */
function differenceOf({ blob: a }, { blob: b }) {
    if (a.shard.count !== b.shard.count)
        return `another number of parts (${b.shard.count}, not ${a.shard.count})`;
    const [ours, theirs] = [a.plan, b.plan];
    const look = (of) => canonicalHash(of(ours)) !== canonicalHash(of(theirs));
    if (look(({ comparisons }) => comparisons.map(({ scenario }) => scenario.name)))
        return 'other scenarios';
    if (look(({ comparisons }) => comparisons.map(({ scenario }) => scenario.seed)))
        return 'another seed';
    if (look(({ comparisons }) => comparisons.map(({ hash }) => hash)))
        return 'another content of a scenario';
    if (look(({ comparisons }) => comparisons.map(({ candidates }) => candidates)))
        return 'other policies';
    if (look(({ replications }) => replications))
        return 'other replications';
    return look((plan) => plan) ? 'other options' : undefined;
}
