import { FleetLog } from '../record/fleetLog.js';
import { said } from '../record/outcomeBlock.js';
import { Histogram } from '../stats/histogram.js';
/** A fleet whose lives are kept: what a recorder of replicas saw follows from them, whatever it counts. */
export class RecordedFleetLog extends FleetLog {
    lives = [];
    lived(life) {
        super.lived(life);
        const { launchedSeconds, readySeconds, drainSeconds, stoppedSeconds, stopReason } = life;
        const gone = stopReason === 'run-end' ? null : stoppedSeconds;
        const toldToGo = Number.isNaN(drainSeconds) ? gone : drainSeconds;
        this.lives.push([launchedSeconds, Number.isNaN(readySeconds) ? null : readySeconds, toldToGo, gone]);
    }
}
/** One grid of bins over the answers of one service; whoever plans the run closes each bin at its edge. */
export class RecordedGrid {
    #service;
    #latencies = new Histogram();
    #bins = {
        answers: [],
        errors: [],
        p50Seconds: [],
        p95Seconds: [],
        cpuCores: [],
    };
    #answerCount = 0;
    #errorCount = 0;
    constructor(service) {
        this.#service = service;
    }
    get bins() {
        return this.#bins;
    }
    /** Latencies are those of tries, from when they arrived; what was refused has none. */
    read({ outcomes }) {
        const { count, kinds, services, errors, isServedFirst, latencySeconds, endSeconds, triedSeconds } = outcomes;
        for (let row = 0; row < count; row++) {
            if (services[row] !== this.#service || (kinds[row] & said.answer) === 0)
                continue;
            this.#answerCount++;
            this.#errorCount += errors[row];
            if ((kinds[row] & said.refused) !== 0)
                continue;
            this.#latencies.record(isServedFirst ? latencySeconds[row] : endSeconds[row] - triedSeconds[row]);
        }
    }
    /** What was counted since the edge before belongs to no bin: the time before the first edge. */
    begin() {
        this.#clear();
    }
    close(cpuCores) {
        this.#bins.answers.push(this.#answerCount);
        this.#bins.errors.push(this.#errorCount);
        this.#bins.p50Seconds.push(this.#latencies.quantileSeconds(0.5) ?? null);
        this.#bins.p95Seconds.push(this.#latencies.quantileSeconds(0.95) ?? null);
        this.#bins.cpuCores.push(cpuCores);
        this.#clear();
    }
    #clear() {
        this.#answerCount = 0;
        this.#errorCount = 0;
        this.#latencies.clear();
    }
}
/** The grids that a run was asked for. */
export function recordedGrids({ gridEdges }, service) {
    return gridEdges.map(() => new RecordedGrid(service));
}
