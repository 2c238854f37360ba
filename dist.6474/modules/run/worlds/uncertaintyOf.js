import { isHindsight } from '../../results/judged.js';
import { hasResults } from '../../results/results.js';
import { advantageOfGoal, advantageOver, advantageOverLimits } from '../../results/worlds/advantage.js';
import { findFlips } from '../../results/worlds/findFlips.js';
import { failedOutcome, lossOf, outcomeOf, winnerOf } from '../../results/worlds/outcome.js';
import { plausibleOf } from '../../results/worlds/plausible.js';
/**
 * What the worlds say of the answer that the runs at the stated values give.
 *
 * A candidate that failed at the stated values is left out, and so are `oracle`, which nobody can deploy, and worlds that an
 * interruption left without a run of each other candidate.
 */
export function uncertaintyOf(comparison, policies, runs, allowEmpty) {
    const { scenario, worlds: planned } = comparison;
    const places = placesOf(policies);
    const isWhole = (row) => places.every((place) => ['done', 'failed'].includes(row[place]?.type ?? ''));
    const whole = (planned?.worlds ?? []).flatMap((world, index) => {
        const row = runs.worlds[index];
        return isWhole(row) ? [{ world, row }] : [];
    });
    if (planned === undefined || places.length === 0 || whole.length === 0)
        return undefined;
    const judge = (row, of) => places.map((place) => {
        const outcome = row[place];
        if (outcome?.type !== 'done')
            return failedOutcome;
        return outcomeOf(outcome.result, of, { goal: planned.goal, allowEmpty });
    });
    const hasLimits = scenario.slo !== undefined || Object.keys(scenario.thresholds).length > 0;
    const judged = {
        planned,
        names: places.map((place) => policies[place].name),
        winner: winnerOf(places.map((place) => statedOutcome(policies[place], planned.goal))),
        worlds: whole.map(({ world, row }) => ({ world, outcomes: judge(row, world.scenario) })),
        control: runs.control.filter(isWhole).map((row) => judge(row, scenario)),
        failures: places.map((place) => failuresOf(whole.map(({ row }) => row[place]))),
        hasLimits,
        against: places.length > 1 ? 'best other' : hasLimits ? 'limits' : 'nothing',
    };
    const rows = whole.map(({ row }) => row);
    return { ...robustnessOf(judged), plausible: plausibleByName(policies, rows) };
}
function robustnessOf(judged) {
    const { planned, names, winner, worlds, control, failures, hasLimits, against } = judged;
    const shares = (rows, place) => ({
        meets: hasLimits ? shareOf(rows, (row) => row[place].meets) : null,
        wins: shareOf(rows, (row) => winnerOf(row) === place) ?? 0,
    });
    const outcomes = worlds.map((one) => one.outcomes);
    const policies = names.map((name, place) => ({
        name,
        ...shares(outcomes, place),
        control: shares(control, place),
        ...failures[place],
    }));
    const held = ({ meets, wins }) => against === 'best other' ? wins : meets;
    const { flips, sensitivity } = flipsOf(judged, against);
    const { leftOut, notDrawn, askedCount, goal, inputs } = planned;
    const robustness = {
        worlds: worlds.length,
        asked: askedCount,
        ...(leftOut.length === 0 ? {} : { left_out: [...leftOut] }),
        goal,
        winner: names[winner],
        share: held(policies[winner]),
        control: { runs: control.length, share: control.length === 0 ? null : held(policies[winner].control) },
        against,
        policies,
        inputs: [...inputs],
        // Without limits there is nothing to flip.
        flips: against === 'nothing' ? flips.map(({ path, r2 }) => ({ path, at: null, r2 })) : flips,
        ...(against === 'best other' && hasLimits ? { limit_flips: flipsOf(judged, 'limits').flips } : {}),
        not_drawn: notDrawn,
    };
    return { robustness, sensitivity };
}
function flipsOf({ planned, winner, worlds }, against) {
    return findFlips({
        inputs: planned.inputs,
        values: worlds.map(({ world }) => world.values),
        advantages: worlds.map(({ world, outcomes }) => advantageIn(outcomes, winner, { against, objective: world.scenario.slo?.objective })),
    });
}
/** Candidates to choose among: `oracle` only where there is nothing else. */
function placesOf(policies) {
    const ran = policies.flatMap((policy, place) => (hasResults(policy) ? [place] : []));
    const deployable = ran.filter((place) => !isHindsight(policies[place]));
    return deployable.length === 0 ? ran : deployable;
}
/** Of all runs at the stated values together, as the reports judge them. */
function statedOutcome(policy, goal) {
    if (!hasResults(policy))
        return failedOutcome;
    const { measures, slo, thresholds } = policy;
    const [good, offered] = [measures.requests_good?.mean, measures.requests_offered?.mean];
    const plain = typeof good === 'number' && typeof offered === 'number' && offered > 0 ? good / offered : 0;
    return {
        meets: slo?.met !== false && thresholds.every(({ ok }) => ok),
        loss: lossOf(goal, measures[goal]?.mean),
        goodShare: slo?.good_share ?? plain,
    };
}
function advantageIn(row, winner, { against, objective }) {
    if (against === 'limits')
        return advantageOverLimits(row[winner], objective);
    if (against === 'nothing')
        return advantageOfGoal(row[winner]);
    return advantageOver(row[winner], row.filter((_, index) => index !== winner), objective);
}
function shareOf(rows, holds) {
    return rows.length === 0 ? null : rows.filter(holds).length / rows.length;
}
function failuresOf(outcomes) {
    const failures = outcomes.flatMap((outcome) => (outcome?.type === 'failed' ? [outcome.failure.message] : []));
    return failures.length === 0 ? {} : { failed: failures.length, failure: failures[0] };
}
function plausibleByName(policies, rows) {
    return new Map(policies.flatMap((policy, place) => {
        const done = rows.flatMap((row) => {
            const outcome = row[place];
            return outcome?.type === 'done' ? [outcome.result] : [];
        });
        return hasResults(policy) && done.length > 0 ? [[policy.name, plausibleOf(done)]] : [];
    }));
}
