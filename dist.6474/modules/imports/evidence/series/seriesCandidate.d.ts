import type { SeriesSource } from '../../../results/recording.js';
import type { SeriesPart } from './knownSeries.js';
import type { Points } from './points.js';
import type { GroupFaults } from './seriesGroup.js';
/** One or several series of a file that could be a role. */
export interface SeriesCandidate {
    readonly part: SeriesPart;
    readonly source: SeriesSource;
    /** As messages name it. */
    readonly label: string;
    /** In the unit of the role. */
    readonly points: Points;
    /** Null where there are fewer than two points. */
    readonly stepSeconds: number | null;
    readonly windowSeconds: number | null;
    /** Of replica counts, as `RecordedSeries` has it. */
    readonly terminatingSeconds: number;
    /** Stamps are the ends of windows; else the beginnings of what they tell. */
    readonly isStampedAtEnd: boolean;
    /** The clock is the file's own: its second 0 is no time of day. */
    readonly isRelative: boolean;
    /** Nothing is recorded where there was nothing to count: CloudWatch's counts. */
    readonly isSparse: boolean;
    /** Its series tell answers of 5xx from others: without such a series there were none. */
    readonly isStatusKnown: boolean;
    /** `asked` before `known` before `words`. */
    readonly basis: 'asked' | 'known' | 'words';
    readonly rank: number;
    /** `namespace/workload` or the like; empty where nothing tells. */
    readonly owner: string;
    /** The owner is a Kubernetes workload, not a service, an ingress or a job of scraping. */
    readonly isWorkload: boolean;
    /** Two ways of one exporter to tell the same: of cAdvisor, containers or whole pods. Empty, or which. */
    readonly variant: string;
    readonly seriesCount: number;
    /** How its unit was told, where by the values: `milliseconds`. */
    readonly unitGuess: string | undefined;
    readonly rateOfRate: string | undefined;
    readonly faults: GroupFaults;
}
