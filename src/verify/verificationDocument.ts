import { canonicalHash } from '../base/canonicalJson.js';
import { junitText, type TestCase } from '../report/junitText.js';
import type { NamedLock } from '../results/namedLock.js';
import type { PolicyVerification, RunVerification } from './verification.js';
import { sideText } from './verificationText.js';

/** What programs read of a verification. */
interface VerificationDocument {
  readonly kind: 'verification';
  readonly version: 1;
  readonly dryscale: string;
  readonly observations: { readonly source: string } & NamedLock;
  readonly policies: readonly PolicyVerification[];
  readonly golden: { readonly file: string; readonly written: boolean } | null;
  /** Runtimes that are not on this machine. */
  readonly missing: readonly string[];
  /** sha256 over all decisions. */
  readonly hash: string;
}

type DocumentParts = Omit<VerificationDocument, 'kind' | 'version' | 'hash'>;

export function verificationDocument({ observations, policies, ...rest }: DocumentParts): VerificationDocument {
  return {
    kind: 'verification',
    version: 1,
    ...rest,
    observations,
    policies,
    hash: canonicalHash(policies.map(({ name, decisionsHash }) => [name, decisionsHash])),
  };
}

/** A suite a policy, a case a run of a runtime; what a runtime cannot run is skipped, with its reason. */
export function verificationJunit(policies: readonly PolicyVerification[], version: string): string {
  return junitText(
    policies.map((policy) => ({
      name: policy.name,
      properties: [
        ['dryscale', version],
        ['observations', policy.observationCount],
        ['decisions.hash', policy.decisionsHash ?? ''],
      ],
      cases: policy.runs.map((run) => caseOf(run, policy)),
    })),
  );
}

function caseOf(run: RunVerification, { differences }: PolicyVerification): TestCase {
  const name = `${run.runtime}: ${run.environment}`;
  if (run.status === 'same') return { name };
  if (run.status === 'unsupported') return { name, skipped: `cannot be verified: ${run.why}` };
  if (run.status === 'fails') return { name, error: { type: 'policy', message: run.why ?? '' } };
  const told = differences.find(({ other }) => other.runtime === run.runtime && other.environment === run.environment);
  const message =
    told === undefined
      ? (run.why ?? 'other decisions than the first run')
      : `at observation ${told.index + 1} ${sideText(told.other)}; ${told.one.runtime}, ${told.one.environment}: ${sideText(told.one)}`;
  return { name, failure: { type: 'decisions', message } };
}
