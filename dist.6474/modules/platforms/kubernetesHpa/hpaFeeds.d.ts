import { type MetricFeed } from '../../telemetry/feed.js';
import type { MetricSpec } from './hpaSpec.js';
/** The name of the feed behind Resource metrics. */
export declare const resourceFeedName = "metrics-server";
/** The name of the feed behind Pods, Object and External metrics. */
export declare const customFeedName = "custom metrics";
/**
 * Resource metrics as metrics-server gives them.
 *
 * It asks every kubelet each 15 s (`--metric-resolution`), keeps the last two answers and gives what lies between them: so
 * the window is 15 s, and the values that a sync acts on are of the last 0 to 30 s. A pod, its memory too, is missing until
 * there are two answers of it. An answer that fails to come leaves nothing of the pod. Deviation: a container of 10 to 15 s
 * counts at once there; and the kubelet's own sample may be some seconds old.
 *
 * Source: a description of kubernetes-sigs/metrics-server v0.7, pkg/storage/pod.go, and of its default flags.
 */
export declare function resourceFeed(resources: readonly ('cpu' | 'memory')[]): MetricFeed;
/** The feeds of an autoscaler. An adapter brings what is no resource; how, no manifest says. */
export declare function hpaFeeds(metrics: readonly MetricSpec[], names: Readonly<Record<string, string>>, isSupplied: boolean): MetricFeed[];
