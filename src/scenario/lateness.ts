import { chooseManifest } from '../platforms/chooseManifest.js';
import { readManifests } from '../platforms/readManifestSet.js';
import { type Candidate, membersOf, type SinglePolicySpec } from '../policy/policySpec.js';
import { defaultFeed, type MetricFeed } from '../telemetry/feed.js';
import { feedSentences } from '../telemetry/feedWords.js';
import type { Scenario } from './schema.js';

/** By service and candidate: how late what it sees will be, and who says so. Who sees nothing is left out. */
type Lateness = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** How late metrics will be, before anything runs. @throws ProblemError for a manifest that cannot be read */
export function latenessOf({ services, telemetry }: Scenario, candidates: readonly Candidate[]): Lateness {
  const scaled = Object.entries(services).filter(
    ([, { scaling }]) => scaling.policy !== 'none' && scaling.perRequest === undefined,
  );
  return Object.fromEntries(
    scaled.map(([serviceName]) => {
      const told = candidates.flatMap(({ name, bindings }) => {
        const members = membersOf(bindings[serviceName] ?? bindings['*']);
        const feeds = members.flatMap((spec) => feedsOf(spec, serviceName));
        return feeds.length === 0 ? [] : [[name, feeds.flatMap((feed) => feedSentences(feed, telemetry))]];
      });
      return [serviceName, Object.fromEntries(told)];
    }),
  );
}

function feedsOf(spec: SinglePolicySpec, serviceName: string): readonly MetricFeed[] {
  if (spec.kind === 'none' || spec.kind === 'static' || spec.kind === 'oracle') return [];
  if (spec.kind !== 'manifest') return [defaultFeed];
  const { code, path, params, metricNames } = spec;
  const found = readManifests({ text: code, file: path, params, metricNames });
  return chooseManifest(found, serviceName, path).manifest.feeds;
}
