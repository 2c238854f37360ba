import { figuresOf, judgeOf, safetyAt, safetyOf } from './figures.js';
import { paretoFront } from './paretoFront.js';
import { ranking } from './search/entrant.js';
import { firstRunCount, numbers, searchPoints, } from './search/searchPoints.js';
/** Fresh runs of a setting whose figures are reported. */
export const finalRunCount = 20;
/** Number of the first fresh replication, far above those of the search. */
const firstFresh = 1_000;
/** Part of the budget that the search leaves for final runs. */
const finalShare = 0.2;
/** The changed file is run once, to see that it decides as its parameters did. */
const checkCount = 1;
/** Fewest runs of a search: two settings in the first rung, and the final ones. */
export function leastBudget(finalCount) {
    return 2 * firstRunCount + finalCount + checkCount;
}
/** Searches, then judges the best on runs that did not choose it; where it misses, the next of the front. */
export async function tunePolicy(question) {
    const { counts, judging, seed, budget, finalCount, settingAt, accept, onStage } = question;
    const kept = Math.max(finalCount + checkCount, Math.floor(budget * finalShare));
    const judge = judgeOf(judging);
    const search = await searchPoints({
        counts,
        seed,
        accept,
        judge,
        budget: budget - kept,
        run: (asked) => runSettings(question, asked.map(({ point, replications }) => ({ setting: settingAt(point), replications }))),
        onRung: ({ number, settings, runCount }) => onStage?.(`rung ${number}, ${settings} settings to ${runCount} runs`, settings * runCount + kept),
    });
    const ranked = ranking(search.entrants.filter(({ failure }) => failure === undefined), judge);
    const points = pointsOf(search, question);
    const finals = await judgeFront(ranked, search, question);
    const failure = search.entrants.find((entrant) => entrant.failure !== undefined)?.failure;
    const [winner] = ranked;
    const first = winner === undefined ? undefined : { setting: settingAt(winner.entrant.point), runs: winner.entrant.runs };
    return { search, points, first, ...finals, failure };
}
/** The settings as the document has them, best first, failed ones last. */
function pointsOf({ entrants }, { judging, settingAt }) {
    const safety = safetyOf(judging);
    const judge = judgeOf(judging);
    const running = entrants.filter(({ failure }) => failure === undefined);
    const order = [
        ...ranking(running, judge).map(({ entrant }) => entrant),
        ...entrants.filter((one) => !running.includes(one)),
    ];
    const judged = order.map((entrant) => {
        const figures = figuresOf(entrant.runs, judging);
        return { entrant, figures, safety: safetyAt(figures, safety) };
    });
    const isOnFront = paretoFront(judged.map(({ figures, safety: at }) => ({ goal: figures.goal.mean ?? undefined, safety: at.value ?? undefined })), { goal: judging.goal.better, safety: safety.better });
    return judged.map(({ entrant, figures, safety: at }, index) => {
        const { policy, params } = settingAt(entrant.point);
        const { failure } = entrant;
        return {
            policy,
            params,
            ...figures,
            front: isOnFront[index],
            safety: at,
            ...leftOf(entrant),
            ...(failure === undefined ? {} : { failure }),
        };
    });
}
function leftOf({ left }) {
    if (left === undefined)
        return {};
    const { low, high } = left.difference ?? {};
    return { left: { why: left.why, ...(typeof low === 'number' && typeof high === 'number' ? { low, high } : {}) } };
}
/** Final runs of those on the front that met, the best first, until one meets again. */
async function judgeFront(ranked, search, question) {
    const { judging, budget, finalCount, settingAt } = question;
    const safety = safetyOf(judging);
    const meeting = ranked.filter(({ ok }) => ok);
    const isOnFront = paretoFront(meeting.map(({ entrant, goal }) => {
        return { goal, safety: safetyAt(figuresOf(entrant.runs, judging), safety).value ?? undefined };
    }), { goal: judging.goal.better, safety: safety.better });
    const tryable = meeting
        .filter((_, index) => index === 0 || isOnFront[index])
        .map(({ entrant }) => settingAt(entrant.point));
    const finals = [];
    let { runCount } = search;
    for (const [index, setting] of tryable.entries()) {
        if (runCount + finalCount + checkCount > budget)
            return { finals, best: undefined, runCount, untriedCount: tryable.length - index };
        question.onStage?.(`final runs of ${setting.policy}`, runCount + finalCount);
        const replications = freshNumbers(index, finalCount);
        const [outcome] = await runSettings(question, [{ setting, replications }]);
        runCount += finalCount;
        if ('failure' in outcome)
            continue;
        const { policy, params } = setting;
        const range = [replications[0], replications[finalCount - 1]];
        const final = { policy, params, ...figuresOf(outcome.runs, judging), replications: range };
        finals.push(final);
        if (final.meets)
            return { finals, best: { setting, final, runs: outcome.runs }, runCount, untriedCount: 0 };
    }
    return { finals, best: undefined, runCount, untriedCount: 0 };
}
/** Each try has numbers of its own: what one setting was judged by chose the next. */
function freshNumbers(attempt, count) {
    const first = firstFresh + attempt * count;
    return numbers(first, first + count);
}
/** Runs of settings, each on the world of its replication. */
export function runSettings({ runner }, asked) {
    return runner.run(asked.map(({ setting, replications }) => {
        return { replications, comparisonOf: (replication) => setting.comparisonAt(replication) };
    }));
}
