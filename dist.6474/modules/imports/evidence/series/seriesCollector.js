import { inputProblem } from '../../readInput.js';
import { askedFor } from './askedSeries.js';
import { classify, namesOf } from './classify.js';
import { stepOf } from './points.js';
import { SampleColumns } from './sampleColumns.js';
import { SeriesGroup } from './seriesGroup.js';
import { labelOf } from './seriesMeta.js';
import { unitFactors } from './unitFactors.js';
import { variantOf } from './variantOf.js';
/** Samples that are held before they go into their sums: 32 MB. */
const OPEN_SAMPLE_LIMIT = 2_000_000;
const OPEN_SERIES_LIMIT = 20_000;
/** Names and last samples of so many series take some hundred megabytes. */
const SERIES_LIMIT = 200_000;
/** Numbers from here on are no seconds since 1970 of this age, but milliseconds. */
const MILLISECONDS_FROM = 1e11;
/** Most series without a role that are named. */
const UNUSED_LIMIT = 1000;
/**
 * The series of one file, on their way into groups: whatever shows one thing of one workload.
 *
 * Series come in any order, in one piece or in several, and thousands of them; what is held is one sum for each group, and the samples
 * of the latest series.
 */
export class SeriesCollector {
    #file;
    #options;
    #groups = new Map();
    #open = new Map();
    #unused = new Set();
    #unusedKeys = new Set();
    #names = new Set();
    #openCount = 0;
    #seriesCount = 0;
    #isInMilliseconds = false;
    #first = Number.POSITIVE_INFINITY;
    #last = Number.NEGATIVE_INFINITY;
    constructor(file, options) {
        this.#file = file;
        this.#options = options;
    }
    /** A series begins, or goes on; undefined where nothing is done with its samples. */
    begin(meta) {
        if (this.#openCount > OPEN_SAMPLE_LIMIT || this.#open.size - this.#carriedCount > OPEN_SERIES_LIMIT)
            this.#flush();
        const key = `${meta.title} ${labelOf(meta)}`;
        let open = this.#open.get(key);
        if (open === undefined) {
            if (this.#unusedKeys.has(key))
                return undefined;
            this.#seriesCount++;
            if (this.#seriesCount > SERIES_LIMIT)
                throw tooManySeries(this.#file);
            const names = namesOf(meta);
            if (this.#names.size < UNUSED_LIMIT)
                for (const name of names)
                    this.#names.add(name);
            const asked = askedFor(this.#options.series, { names, metric: meta.name, labels: meta.labels });
            for (const name of asked === undefined ? [] : [asked.name])
                this.#names.add(name);
            const classified = classify(meta, asked);
            if (classified === undefined) {
                this.#unusedKeys.add(key);
                if (this.#unused.size < UNUSED_LIMIT)
                    this.#unused.add(labelOf(meta));
                return undefined;
            }
            open = {
                samples: new SampleColumns(),
                carriedCount: 0,
                labels: meta.labels,
                groups: this.#groupsOf(meta, classified),
            };
            this.#open.set(key, open);
        }
        return this.#sink(open);
    }
    /** Series so far. */
    get count() {
        return this.#seriesCount;
    }
    /** @param windowOf the rate window of an answer, by its title, where it is told beside the series */
    finish(windowOf = () => undefined) {
        this.#flush();
        const all = [...this.#groups.values()];
        const factors = unitFactors(all);
        const isUsable = (group, index) => group.seriesCount > 0 && Number.isFinite(factors[index].factor);
        return {
            candidates: all.flatMap((group, index) => isUsable(group, index) ? [candidateOf(group, factors[index], windowOf(group.meta.title))] : []),
            unused: [...this.#unused],
            empty: all.filter((group, index) => !isUsable(group, index)).map(({ meta }) => labelOf(meta)),
            seriesCount: this.#seriesCount,
            isInMilliseconds: this.#isInMilliseconds,
            firstSeconds: this.#first,
            lastSeconds: this.#last,
            names: this.#names,
        };
    }
    #carriedCount = 0;
    #sink(open) {
        const { faults } = open.groups[0];
        return {
            add: (given, value) => {
                let seconds = given;
                if (given >= MILLISECONDS_FROM) {
                    seconds = given / 1000;
                    this.#isInMilliseconds = true;
                }
                if (seconds < this.#first)
                    this.#first = seconds;
                if (seconds > this.#last)
                    this.#last = seconds;
                if (Number.isFinite(value)) {
                    open.samples.add(seconds, value);
                    this.#openCount++;
                }
                else
                    faults.emptyCount++;
            },
        };
    }
    /** The groups that a series adds to: its own, and where its status is 5xx that of failures. */
    #groupsOf(meta, classified) {
        const own = this.#group(meta, classified);
        if (classified.part !== 'request-rate' || classified.isError !== true)
            return [own];
        return [own, this.#group(meta, { ...classified, part: 'error-rate' })];
    }
    #group(meta, classified) {
        const { part, owner } = classified;
        const combination = combinationOf(part);
        const identity = part.startsWith('latency-p') || part === 'latency-mean'
            ? labelOf(meta)
            : meta.name === ''
                ? (meta.labels.metric ?? '')
                : '';
        const name = classified.isNamedByTitle ? '' : meta.name;
        const key = JSON.stringify([part, name, meta.title, owner, variantOf(meta), identity]);
        const found = this.#groups.get(key);
        if (found !== undefined)
            return found;
        const group = new SeriesGroup(meta, classified, combination);
        this.#groups.set(key, group);
        return group;
    }
    /** All samples into their groups; of each series the last is kept, for a counter goes on from it. */
    #flush() {
        for (const open of this.#open.values()) {
            const { samples, carriedCount, groups, labels } = open;
            if (samples.count <= carriedCount)
                continue;
            for (const group of groups)
                group.add(samples, labels, carriedCount);
            const last = samples.count - 1;
            open.samples = new SampleColumns();
            open.samples.add(samples.seconds[last], samples.values[last]);
            open.carriedCount = 1;
        }
        this.#openCount = 0;
        this.#carriedCount = this.#open.size;
    }
}
const means = new Set([
    'utilization',
    'cpu-per-pod',
    'request-rate-per-pod',
    'throttled-share',
    'error-share',
]);
/** Of counts of replicas two scrapers tell the same; of quantiles nothing can be made. */
function combinationOf(part) {
    if (means.has(part))
        return 'mean';
    return part.endsWith('replicas') || /^latency-(p\d+|mean)$/.test(part) ? 'first' : 'sum';
}
function candidateOf(group, { factor, guess }, askedWindow) {
    const { meta, classified, seriesCount, labels, faults } = group;
    const { seconds, values } = group.points();
    const { part, basis, rank, owner, rateOfRate } = classified;
    const windowSeconds = classified.windowSeconds ?? askedWindow ?? null;
    const isCounter = group.isCounter;
    return {
        part,
        source: { file: meta.file, name: meta.name === '' ? meta.title : meta.name, labels },
        label: classified.isNamedByTitle && seriesCount > 1 ? meta.title : labelOf({ ...meta, labels }),
        points: { seconds, values: factor === 1 ? values : values.map((value) => value * factor) },
        stepSeconds: stepOf(seconds) ?? null,
        windowSeconds: isCounter ? (stepOf(seconds) ?? null) : windowSeconds,
        terminatingSeconds: 0,
        isStampedAtEnd: !isCounter && windowSeconds !== null,
        isRelative: false,
        isSparse: meta.isSumOfStep === true,
        isStatusKnown: classified.isError !== undefined,
        basis,
        rank,
        owner,
        isWorkload: classified.isWorkload,
        variant: variantOf(meta),
        seriesCount,
        unitGuess: guess,
        rateOfRate,
        faults,
    };
}
function tooManySeries(file) {
    return inputProblem(file, {
        code: 'too-many-series',
        what: `holds more than ${SERIES_LIMIT} series`,
        why: 'Their names alone would take too much memory, and nobody wants all of them.',
        fix: 'sum them in the query: sum(rate(x[1m])).',
    });
}
