import type { ScalingBounds } from '../cloud/cloud.js';
import type { MetricFeed } from '../telemetry/feed.js';
import type { AssembledService } from './assembleService.js';

/** A policy at work on one service, by one controller or several. */
export interface PolicyAtWork {
  /** Its file, or its own name where it has none. */
  readonly name: string;
  /** What it may ask for: the service's bounds, and its own within them. */
  readonly bounds: ScalingBounds;
  /** Names, as its host notes them; read when the run is over. */
  readonly metricsRead: () => ReadonlySet<string>;
  readonly service: AssembledService;
  /** How many controllers run it. */
  readonly controllerCount: number;
  /** By which it gets its metrics. */
  readonly feeds: readonly MetricFeed[];
  /** Time between its decisions; that of a script is not known, so the default stands for it. */
  readonly periodSeconds: () => number;
  /** It will never decide again: what it decided last holds. */
  readonly isDone: () => boolean;
  /** Read when the run is over. */
  readonly findings: () => readonly string[];
}
