import type { SourceDocument } from '../../base/document.js';
import type { FoundManifest } from '../../platforms/documentSet.js';
import type { Workload } from '../../platforms/readWorkloads.js';
import type { Recording } from '../../results/recording.js';
import type { GroupEvidence } from './group/groupEvidence.js';
import type { LoadScriptEvidence, LoadTestEvidence } from './loadTest/loadTestEvidence.js';
import type { LogEvidence } from './log/logEvidence.js';
import type { ModelServerEvidence } from './modelServer/modelServerEvidence.js';
import type { PolicyEvidence } from './policy/policyEvidence.js';

interface FromFile {
  /** As the user names it. */
  readonly file: string;
  /** What the file is and holds, for the line `read FILE: ...`. */
  readonly summary: string;
}

/** Documents that people deploy. */
export interface ManifestEvidence extends FromFile {
  readonly kind: 'manifests';
  readonly text: string;
  /** Autoscalers, each read in view of all files. */
  readonly manifests: readonly FoundManifest[];
  readonly workloads: readonly Workload[];
  /** Documents that are no autoscaler: workloads, services, and what has nothing to do with scaling. */
  readonly others: readonly SourceDocument[];
}

/** The first start of one pod. */
export interface PodStart {
  readonly name: string;
  readonly namespace: string;
  /** Its Deployment, StatefulSet or the like, as far as it can be told by its owner; null for a bare pod. */
  readonly workload: string | null;
  readonly createdUnixSeconds: number;
  /** Seconds since its creation; null where the file does not tell. */
  readonly scheduledSeconds: number | null;
  readonly pulledSeconds: number | null;
  readonly startedSeconds: number | null;
  /** Null where the pod has not been ready, and where it restarted: then the last time it became ready is no start. */
  readonly readySeconds: number | null;
  readonly restartCount: number;
}

/** What `kubectl get pods` says of starts. */
export interface PodEvidence extends FromFile {
  readonly kind: 'pods';
  /** Stamps of Kubernetes are whole seconds: each difference is right to 1 s either way. */
  readonly resolutionSeconds: number;
  readonly pods: readonly PodStart[];
}

/** A step of the load that was put on a recorded run. */
export interface LoadStep {
  readonly startSeconds: number;
  readonly durationSeconds: number;
  readonly ratePerSecond: number;
  /** Requests inside at most, where clients wait for their answers; null for an open load. */
  readonly clientCount: number | null;
}

/** Metrics over time. */
export interface SeriesEvidence extends FromFile {
  readonly kind: 'series';
  readonly recording: Recording;
  /** Series that have no role, as PromQL or the file's header writes them. */
  readonly unused: readonly string[];
  /** The load as it was meant, where the file says it; empty otherwise. */
  readonly steps: readonly LoadStep[];
}

/** A scenario of ours. */
export interface ScenarioEvidence extends FromFile {
  readonly kind: 'scenario';
  readonly text: string;
}

/** What a file tells of a service, by kind. */
export type Evidence =
  | ManifestEvidence
  | PodEvidence
  | SeriesEvidence
  | LogEvidence
  | LoadTestEvidence
  | LoadScriptEvidence
  | GroupEvidence
  | PolicyEvidence
  | ModelServerEvidence
  | ScenarioEvidence;
