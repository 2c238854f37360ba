import { increases, slopes } from './increases.js';
import { SumGrid } from './sumGrid.js';
export function noFaults() {
    return {
        emptyCount: 0,
        doubleCount: 0,
        resetCount: 0,
        mergedCount: 1,
        fallShare: 0,
        isRising: false,
        isTakenAsCounter: false,
        leftOut: [],
    };
}
const rates = new Set(['request-rate', 'error-rate', 'cpu']);
/** From so many samples on values tell whether they are a counter's. */
const TELLING_COUNT = 20;
/** What only rises and begins so many steps above 0 is a counter that had been counting for long. */
const FAR_FACTOR = 20;
/**
 * The series that show one thing of one workload, as one: the pods of a Deployment, the codes of its answers.
 *
 * A single one stays as it is. Of several each is forgotten as soon as it is in the sum: files have thousands of them.
 */
export class SeriesGroup {
    meta;
    classified;
    faults = noFaults();
    seriesCount = 0;
    /** The shortest distance of two samples of one series. */
    leastStepSeconds = Number.POSITIVE_INFINITY;
    #combination;
    #labels;
    #only;
    #grid;
    #isCounter;
    constructor(meta, classified, combination) {
        this.meta = meta;
        this.classified = classified;
        this.#combination = combination;
        this.#labels = meta.labels;
    }
    /** Labels that all its series share. */
    get labels() {
        return this.#labels;
    }
    get isCounter() {
        return this.#isCounter ?? this.classified.form.kind === 'counter';
    }
    /** @param carriedCount so many samples at the beginning are in it already: only a counter needs them */
    add(samples, labels, carriedCount) {
        this.faults.doubleCount += samples.sort();
        this.faults.mergedCount = Math.max(this.faults.mergedCount, samples.mergedCount);
        if (carriedCount === 0)
            this.seriesCount++;
        this.#labels = Object.fromEntries(Object.entries(this.#labels).filter(([name, value]) => labels[name] === value));
        const points = this.#converted(samples, carriedCount);
        if (points.seconds.length === 0)
            return;
        if (this.#only === undefined && this.#grid === undefined)
            this.#only = points;
        else {
            this.#grid ??= new SumGrid(this.#only ?? points, this.#combination);
            this.#grid.add(points);
            this.#only = undefined;
        }
    }
    /** Its points, in the unit of its form; none where nothing was recorded. */
    points() {
        return this.#only ?? this.#grid?.points() ?? { seconds: new Float64Array(), values: new Float64Array() };
    }
    #converted(samples, carriedCount) {
        const { form } = this.classified;
        const { seconds, values } = samples;
        const scale = 'scale' in form ? form.scale : 1;
        if (this.#tellsCounter(values)) {
            const rates = increases(seconds, values);
            this.faults.resetCount += rates.resetCount;
            this.faults.leftOut.push(...rates.left);
            return { seconds: rates.seconds, values: rates.values.map((value) => value * scale) };
        }
        for (let index = 1; index < seconds.length; index++) {
            this.leastStepSeconds = Math.min(this.leastStepSeconds, seconds[index] - seconds[index - 1]);
        }
        const own = values.slice(carriedCount).map((value) => value * scale);
        return { seconds: seconds.slice(carriedCount), values: own };
    }
    /** By its form, unless the values of the first long series speak against it. */
    #tellsCounter(values) {
        const { form, basis, part } = this.classified;
        const isNamed = form.kind === 'counter';
        if (this.#isCounter !== undefined || values.length < TELLING_COUNT)
            return this.#isCounter ?? isNamed;
        const { fallShare, riseShare } = slopes(values);
        if (isNamed && basis !== 'asked' && fallShare > 0.1)
            this.faults.fallShare = fallShare;
        if (!isNamed && basis !== 'known' && rates.has(part) && fallShare === 0 && riseShare > 0.8) {
            this.faults.isRising = true;
            const meanStep = (values[values.length - 1] - values[0]) / (values.length - 1);
            this.faults.isTakenAsCounter = values[0] > FAR_FACTOR * meanStep && basis !== 'asked';
        }
        this.#isCounter = (isNamed && this.faults.fallShare === 0) || this.faults.isTakenAsCounter;
        return this.#isCounter;
    }
}
