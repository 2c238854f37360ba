import type { SourceDocument } from '../base/document.js';
import type { Tags } from '../base/documentTags.js';
import type { Place, Problem } from '../base/problem.js';
import type { PolicyDefinition } from '../policy/policy.js';
import type { MetricFeed } from '../telemetry/feed.js';
import type { TelemetrySettings } from '../telemetry/settings.js';
import type { Settable } from './applyParams.js';

/**
 * What a platform's autoscaler would do with a manifest, as a policy of ours.
 *
 * One object per kind of platform (`kubernetesHpa/`, `keda/`, `aws/`); the list is `index.ts`. A platform sees the
 * simulation only as every policy does: through the observation, and it acts only by what `decide` returns.
 */
export interface Platform {
  /** As it stands in messages and results: `kubernetes-hpa`, `keda`, `aws`. */
  readonly name: string;
  /** What its documents are called, for messages: "HorizontalPodAutoscaler (autoscaling/v2)". */
  readonly title: string;
  /** Whether this document is one of its own, by its content (apiVersion, kind, key names), never by the file's name. */
  recognises(document: unknown): boolean;
  /** YAML tags that its documents may hold, each with the key of the map that it is short for. */
  readonly tags?: Tags;
  /** Fields that this document may leave out and a user may set all the same: dotted paths, or values with a name of their own. */
  settable(source: SourceDocument): readonly Settable[];
  /** Whether a map of this document stands for one value, as a function of CloudFormation, which a parameter may replace. */
  isExpression?(value: unknown): boolean;
  /**
   * Reads one document.
   *
   * `value` of the source has the user's parameters applied already.
   * @throws ProblemError with everything that is wrong, each at its file:line:column
   */
  read(source: SourceDocument, options: ManifestOptions): Manifest;
  /** In place of `read`, where one document may hold several manifests; at least one. */
  readAll?(source: SourceDocument, options: ManifestOptions): readonly Manifest[];
}

/** What the command line says about a manifest. */
export interface ManifestOptions {
  /** `--metric NAME=METRIC`: the manifest's name of a metric, and the scenario's. */
  readonly metricNames: Readonly<Record<string, string>>;
}

/** A manifest that has been read and understood. */
export interface Manifest {
  /** The object's own name; used to tell the documents of a file apart. */
  readonly name: string;
  /** What it scales, when it says so: the Deployment's, group's or service's name. */
  readonly target: string | undefined;
  /** Whether the target's name means something in its own document alone, as a logical id of a template. */
  readonly isTargetLocal?: boolean;
  /** What it holds and at how much, for tables: `cpu 70 %`, `queue_length 10 a pod`. */
  readonly targets: readonly string[];
  /** Names of metrics that `--metric` can say the meaning of. */
  readonly metricNames: readonly string[];
  /** What it reads itself and a recording may hold as a series; left out where it asks for metrics of the scenario only. */
  readonly recordable?: readonly Recordable[];
  /** How many instances it may ask for. */
  readonly bounds: { readonly minCount: number; readonly maxCount: number };
  /** False where its document gives none, as an AWS policy without its group; else the service's, where a scenario leaves them out. */
  readonly hasBounds: boolean;
  /** For so long less must be wanted before it takes instances away; absent where a platform has another rule. */
  readonly calmSeconds?: number;
  /** Its targets that are shares of a request; absent where a platform has none. */
  readonly shares?: readonly RequestShare[];
  /** Whether it leaves a target at 0 that somebody else set to 0. */
  readonly leavesZero?: boolean;
  /** By which ways it gets its metrics; `definition` sees each through its own (`seenThrough`). */
  readonly feeds: readonly MetricFeed[];
  /** Fields that are valid there and not simulated here, each with the effect it would have. */
  readonly warnings: readonly Problem[];
  /** What must be said before it can decide anything, where it can be explained without; `check` has these too. */
  readonly open?: readonly Problem[];
  /**
   * The policy: `decide` keeps everything it remembers in `context.state`, and says in `rule` which rule held.
   *
   * The lag budget tells from its words whether something held growth back (`record/decisionLog.ts`): limit, maximum,
   * cooldown, stabilization, warm-up, paused. A rule on the way down that has one of them also has `scale-down` or
   * `scale-in`. test/platforms/rules.test.ts holds all platforms to it.
   */
  readonly definition: PolicyDefinition;
  /**
   * What keeps this manifest from running on a service that has these facts, as problems: Utilization without a
   * request, a metric the scenario does not have (with the list of those it has).
   */
  check(service: ServiceFacts): Problem[];
  /** In plain words and numbers what it will do, one sentence each, the most important first. */
  explain(): string[];
  /** What surprises people; needs no scenario. */
  lint(service?: ServiceFacts): Lint[];
}

/** A target that is a share of what pods request: their workload says how much that is. */
export interface RequestShare {
  readonly resource: 'cpu' | 'memory';
  readonly percent: number;
  /** One container of each pod; undefined for all of them. */
  readonly container: string | undefined;
  readonly where: Place;
}

/** Something that a manifest reads: a trigger of KEDA. */
export interface Recordable {
  /** As messages name it: `s0 prometheus`. */
  readonly label: string;
  /** By which a series may be called, the surest first: its place, its name, its metric's name in the cluster. */
  readonly names: readonly string[];
  /** The feed through which the policy sees it. */
  readonly feed: string;
  /** In PromQL. */
  readonly query: string | undefined;
  /** The metric of the scenario that stands for it. */
  readonly metric: string | undefined;
}

/** What a scenario says of the service that a manifest scales. */
export interface ServiceFacts {
  readonly name: string;
  readonly vcpus: number;
  readonly cpuRequest: number | undefined;
  readonly memoryBytes: number | undefined;
  readonly memoryRequestBytes: number | undefined;
  readonly concurrency: number | undefined;
  readonly minCount: number;
  readonly maxCount: number;
  /** Whether requests wait at the gateway while there is no instance; else they are refused. */
  readonly hasCentralQueue: boolean;
  /** Startup, launch to ready, on average. */
  readonly startupMeanSeconds: number;
  readonly telemetry: TelemetrySettings;
  /** Metrics that this service's observations can have. */
  readonly metrics: readonly string[];
}

/** One surprise: `error` ends `explain` with exit code 99. */
export interface Lint extends Problem {
  readonly level: 'error' | 'warning';
}
