import type { RequestProfile } from '../gateway/serviceRuntime.js';
import { RequestSampler } from '../traffic/requestSampler.js';
import type { Source } from '../traffic/source.js';
import type { RunInput } from './runInput.js';
import type { RunStreams } from './runStreams.js';
/** All sources of a run with what their requests bring. Arrays are by source, in the scenario's order. */
export interface Traffic {
    readonly sourceNames: readonly string[];
    readonly classNames: readonly string[];
    readonly sources: readonly Source[];
    readonly samplers: readonly RequestSampler[];
    readonly profiles: readonly RequestProfile[];
    /** Number of distinct priorities. */
    readonly levelCount: number;
}
/** Opens the sources of a run. */
export declare function buildTraffic({ scenario, scenarioFolder }: RunInput, streams: RunStreams): Traffic;
