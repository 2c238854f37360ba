import type { PolicyVerification } from './verification.js';
/** What programs read of a verification. */
interface VerificationDocument {
    readonly kind: 'verification';
    readonly version: 1;
    readonly dryscale: string;
    readonly observations: {
        readonly source: string;
    };
    readonly policies: readonly PolicyVerification[];
    readonly golden: {
        readonly file: string;
        readonly written: boolean;
    } | null;
    /** Runtimes that are not on this machine. */
    readonly missing: readonly string[];
    /** sha256 over all decisions. */
    readonly hash: string;
}
interface DocumentParts extends Omit<VerificationDocument, 'kind' | 'version' | 'observations' | 'hash'> {
    readonly source: string;
}
export declare function verificationDocument({ source, policies, ...rest }: DocumentParts): VerificationDocument;
/** A suite a policy, a case a run of a runtime; what a runtime cannot run is skipped, with its reason. */
export declare function verificationJunit(policies: readonly PolicyVerification[], version: string): string;
export {};
