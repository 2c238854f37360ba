const intervalMs = 250;
/** Tells a few times a second which share of all virtual time is done. */
export class ProgressMeter {
    #comparisons;
    #timer;
    #cells = [];
    #running = [];
    #isDone = [];
    #doneSeconds = 0;
    #laterSeconds = 0;
    constructor(comparisons, onProgress) {
        this.#comparisons = comparisons;
        this.#timer = setInterval(() => onProgress(this.#share()), intervalMs);
    }
    /** Follows the next runs. `laterCounts`: runs expected after them, by comparison. */
    follow(cells, running, laterCounts) {
        this.#doneSeconds += this.#secondsOf(this.#cells);
        this.#cells = cells;
        this.#running = running;
        this.#isDone = cells.map(() => false);
        this.#laterSeconds = laterCounts.reduce((sum, count, index) => sum + count * this.#comparisons[index].scenario.duration, 0);
        for (const [index, { outcome }] of running.entries()) {
            outcome.then(() => {
                if (this.#running === running)
                    this.#isDone[index] = true;
            });
        }
    }
    close() {
        clearInterval(this.#timer);
    }
    #share() {
        const reached = this.#running.reduce((sum, run, index) => sum + (this.#isDone[index] ? this.#secondsOf([this.#cells[index]]) : run.virtualSeconds()), this.#doneSeconds);
        return reached / (this.#doneSeconds + this.#secondsOf(this.#cells) + this.#laterSeconds);
    }
    #secondsOf(cells) {
        return cells.reduce((sum, { comparisonIndex }) => sum + this.#comparisons[comparisonIndex].scenario.duration, 0);
    }
}
