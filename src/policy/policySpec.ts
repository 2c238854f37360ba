import type { Params, PolicyDefinition } from './policy.js';

/** What drives a service, before it is loaded: plain data that crosses between workers. */
export type PolicySpec = SinglePolicySpec | SeveralPolicies;

/** Policies that drive one service together: all are called, in this order, and the later wish wins. */
export interface SeveralPolicies {
  readonly kind: 'several';
  readonly members: readonly SinglePolicySpec[];
}

/** What drives a service, one by one. */
export function membersOf(spec: PolicySpec | undefined): readonly SinglePolicySpec[] {
  if (spec === undefined) return [];
  return spec.kind === 'several' ? spec.members : [spec];
}

/** One policy. File contents are read once, by the main thread. */
export type SinglePolicySpec =
  | { readonly kind: 'none' }
  | { readonly kind: 'static'; readonly count: number }
  /** Knows the rate of the traffic in advance; it lives in the run. */
  | { readonly kind: 'oracle' }
  | ManifestSpec
  | InlineSpec
  | FileSpec;

/** A file of code: a policy, or a router. */
export interface FileSpec {
  readonly kind: 'lua' | 'typescript';
  /** File name without folder, for results and messages. */
  readonly fileName: string;
  /** Path as the user wrote it, for messages on the terminal only. */
  readonly path: string;
  /** Lua source, or the bundled JavaScript with an inline source map. */
  readonly code: string;
  readonly params: Params;
  /** Why the source could not be bundled; loading it throws this text, so that other candidates still run. */
  readonly loadFault?: string;
}

/** An object of the program that calls us, as a policy: the one kind that does not cross between workers. */
export interface InlineSpec {
  readonly kind: 'inline';
  /** Its name, for results and messages. */
  readonly fileName: string;
  readonly params: Params;
  readonly definition: PolicyDefinition;
}

/** The manifest that will be deployed, as a policy. */
export interface ManifestSpec {
  readonly kind: 'manifest';
  readonly fileName: string;
  /** Path as the user wrote it, for messages on the terminal only. */
  readonly path: string;
  /** YAML or JSON, one or more documents. */
  readonly code: string;
  /** Scalar fields of the manifest that the user replaced: by key, or by dotted path. */
  readonly params: Params;
  /** The manifest's names of metrics, and the scenario's. */
  readonly metricNames: Readonly<Record<string, string>>;
}

/** One candidate: a name, where it comes from, and which policy drives which service. */
export interface Candidate {
  readonly name: string;
  /** File names, never paths. */
  readonly source: string;
  /** sha256 of the sources and parameters. */
  readonly hash: string;
  readonly params: Params;
  /** By service name; `*` is every service without one of its own. */
  readonly bindings: Readonly<Record<string, PolicySpec>>;
}
