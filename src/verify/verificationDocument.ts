import { canonicalHash } from '../base/canonicalJson.js';
import type { PolicyVerification } from './verification.js';

/** What programs read of a verification. */
export interface VerificationDocument {
  readonly kind: 'verification';
  readonly version: 1;
  readonly dryscale: string;
  readonly observations: { readonly source: string };
  readonly policies: readonly PolicyVerification[];
  readonly golden: { readonly file: string; readonly written: boolean } | null;
  /** Runtimes that are not on this machine. */
  readonly missing: readonly string[];
  /** sha256 over all decisions. */
  readonly hash: string;
}

interface DocumentParts extends Omit<VerificationDocument, 'kind' | 'version' | 'observations' | 'hash'> {
  readonly source: string;
}

export function verificationDocument({ source, policies, ...rest }: DocumentParts): VerificationDocument {
  return {
    kind: 'verification',
    version: 1,
    ...rest,
    observations: { source },
    policies,
    hash: canonicalHash(policies.map(({ name, decisionsHash }) => [name, decisionsHash])),
  };
}
