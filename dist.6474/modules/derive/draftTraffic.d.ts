import type { Evidence } from '../imports/evidence/evidence.js';
import type { Recording } from '../results/recording.js';
import type { Answer } from './questions.js';
import type { ServiceBin } from './serviceBins.js';
/** A class of requests and its share of the traffic. */
export interface TrafficClass {
    readonly name: string;
    /** Adds up to 1. */
    readonly share: number;
    /** Mean latency of the class over that of all; 1 where it is not known. */
    readonly latencyFactor: number;
}
/** The traffic of a scenario, and what it says of its length. */
export interface DraftTraffic {
    readonly traffic: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly classes: readonly TrafficClass[];
    readonly durationSeconds: number;
    /** `traces/requests.csv`; undefined where the traffic is no recording. */
    readonly trace: {
        readonly name: string;
        readonly text: string;
    } | undefined;
    /** Count of instances at the begin. */
    readonly initialCount: number | undefined;
    /** In words for `found`. */
    readonly words: string;
    /** Where the shares of classes are from. */
    readonly mixFrom: string | undefined;
    /** For the reader; nothing is cut in silence. */
    readonly notes: readonly string[];
}
interface TrafficSources {
    readonly evidence: readonly Evidence[];
    readonly recording: Recording;
    readonly bins: readonly ServiceBin[];
    readonly rate: Answer | undefined;
}
/** Recorded requests before a load script, that before a rate that somebody named. @returns undefined where nothing tells the traffic */
export declare function draftTraffic({ evidence, recording, bins, rate }: TrafficSources): DraftTraffic | undefined;
/** The mix in words: `GET_cart 60 %, POST_pay 40 %`. */
export declare function mixText(classes: readonly TrafficClass[]): string;
export {};
