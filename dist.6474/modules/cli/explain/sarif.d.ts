import type { Finding } from './findingsOf.js';
/** What such a file has in its head. */
export declare const sarifMark: RegExp;
/**
 * Findings as SARIF, which code hosts and editors show beside the lines.
 *
 * Source: OASIS, Static Analysis Results Interchange Format 2.1.0 (errata 01); GitHub's page "SARIF support for code scanning"
 * for the texts that it requires of a rule.
 * @param pathOf a file's path as a code host names it
 */
export declare function sarif(findings: readonly Finding[], { version, pathOf }: SarifContext): string;
interface SarifContext {
    /** Of dryscale. */
    readonly version: string;
    pathOf(file: string): string;
}
export {};
