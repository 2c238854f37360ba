import { isWithin } from '../../stats/verdict.js';
import { goalDifference, leaveOf, meanGoal, ranking } from './entrant.js';
import { neighbours, planPoints, pointKey } from './planPoints.js';
/** Runs of every setting in the first rung; each later one doubles them. */
export const firstRunCount = 5;
/** With so many runs a difference that is not seen yet hardly matters. */
export const mostRunCount = 80;
/** Share of the budget that a sample's first rung may take: local steps and later rungs take the rest. */
const sampleShare = 0.5;
const mostStepRounds = 3;
/** Settings whose neighbours are tried. */
const steppedFrom = 3;
/**
 * The settings worth having of all combinations, by successive halving on the same replications.
 *
 * Problem: hundreds of settings, runs that differ by chance, and a best that is only the luckiest.
 * Idea: all get five runs; each rung doubles the runs of those that are left. Of the worse half one leaves only where its own
 * runs say so (`leaveOf`), never for its rank. Runs are paired: the same replications for all, so that differences vary little.
 * Cost: at most `budget` runs.
 * @see Jamieson and Talwalkar (2016), successive halving. Deviation: it drops the worse half unseen, whatever the intervals.
 */
export async function searchPoints(question) {
    const { counts, seed, budget } = question;
    const affordable = Math.floor(budget / firstRunCount);
    const whole = planPoints({ counts, most: affordable, seed });
    const planned = whole.kind === 'full'
        ? whole
        : planPoints({ counts, most: Math.max(1, Math.floor(affordable * sampleShare)), seed });
    const field = new Field(question);
    await field.add(planned.points);
    if (planned.kind === 'sample')
        await field.step();
    const end = await field.halve();
    const { entrants, runCount } = field;
    return { entrants, kind: planned.kind, combinationCount: planned.combinationCount, end, runCount };
}
class Field {
    entrants = [];
    runCount = 0;
    #question;
    #rung = 0;
    constructor(question) {
        this.#question = question;
    }
    /** New settings with the runs of the first rung, as many as the budget has room for. */
    async add(points) {
        const accepted = (await this.#question.accept?.(points)) ?? points;
        const room = Math.floor((this.#question.budget - this.runCount) / firstRunCount);
        const added = accepted.slice(0, room).map((point) => {
            return { point, runs: [], left: undefined, failure: undefined };
        });
        this.entrants.push(...added);
        await this.#runTo(added, firstRunCount);
    }
    /** Neighbours of the best, as long as they are better, with at most half of the runs that are left. */
    async step() {
        const { counts, judge, budget } = this.#question;
        const most = this.runCount + Math.floor((budget - this.runCount) / 2);
        for (let round = 0; round < mostStepRounds; round++) {
            const known = new Set(this.entrants.map(({ point }) => pointKey(point)));
            const best = ranking(this.#going(), judge).slice(0, steppedFrom);
            const found = best.flatMap(({ entrant }) => neighbours(entrant.point, counts));
            const fresh = new Map(found.map((point) => [pointKey(point), point]));
            const points = [...fresh].filter(([key]) => !known.has(key)).map(([, point]) => point);
            const room = Math.floor((most - this.runCount) / firstRunCount);
            if (points.length === 0 || room < 1)
                return;
            await this.add(points.slice(0, room));
        }
    }
    async halve() {
        const { judge, budget } = this.#question;
        for (let target = firstRunCount;;) {
            if (this.#going().length === 0)
                return 'all-failed';
            this.#letGo();
            const going = this.#going();
            if (going.every(({ runs }) => runs.every((run) => judge.misses(run))))
                return 'none-meets';
            if (going.length === 1)
                return 'one-left';
            if (this.#areAlike(going))
                return 'alike';
            if (target >= mostRunCount)
                return 'most-runs';
            target = Math.min(mostRunCount, target * 2);
            const missing = going.reduce((sum, { runs }) => sum + Math.max(0, target - runs.length), 0);
            if (this.runCount + missing > budget) {
                const extra = Math.floor((budget - this.runCount) / going.length);
                const had = Math.min(...going.map(({ runs }) => runs.length));
                if (extra > 0)
                    await this.#runTo(going, had + extra);
                this.#letGo();
                return 'budget';
            }
            await this.#runTo(going, target);
        }
    }
    #going() {
        return this.entrants.filter(({ left, failure }) => left === undefined && failure === undefined);
    }
    /** Of the worse half those go whose runs say so, and where none of it does of all but the best; where none is left that keeps what must hold, those come back that do. */
    #letGo() {
        const { judge } = this.#question;
        const ranked = ranking(this.#going(), judge);
        const [first] = ranked;
        const best = first?.ok === true ? first.entrant : undefined;
        if (best === undefined) {
            for (const entrant of this.entrants) {
                if (entrant.left?.why === 'goal' && judge.verdictOf(entrant.runs).ok)
                    entrant.left = undefined;
            }
        }
        const half = Math.ceil(ranked.length / 2);
        for (const part of [ranked.slice(half), ranked.slice(1, half)]) {
            for (const { entrant } of part)
                entrant.left = leaveOf(entrant, best, judge);
            if (part.some(({ entrant }) => entrant.left !== undefined))
                return;
        }
    }
    #areAlike(going) {
        const { judge } = this.#question;
        const [first, ...others] = ranking(going, judge);
        if (first?.ok !== true || first.goal === undefined)
            return false;
        const margin = judge.marginOf(first.goal);
        return others.every(({ entrant, ok }) => ok &&
            meanGoal(entrant.runs, judge) !== undefined &&
            isWithin(goalDifference(first.entrant, entrant, judge), margin));
    }
    async #runTo(entrants, target) {
        const asked = entrants.filter(({ runs, failure }) => failure === undefined && runs.length < target);
        this.#question.onRung?.({ number: ++this.#rung, settings: asked.length, runCount: target });
        const found = await this.#question.run(asked.map(({ point, runs }) => ({ point, replications: numbers(runs.length, target) })));
        for (const [index, entrant] of asked.entries()) {
            this.runCount += target - entrant.runs.length;
            const outcome = found[index];
            if ('failure' in outcome)
                entrant.failure = outcome.failure;
            else
                entrant.runs = [...entrant.runs, ...outcome.runs];
        }
    }
}
/** from, from + 1, ..., to - 1 */
export function numbers(from, to) {
    return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
