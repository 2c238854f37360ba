/** The exit codes of the command line, k6's where it has one. The only place with these numbers. */
export declare const exitCode: {
    readonly success: 0;
    readonly internalError: 1;
    readonly wrongUsage: 2;
    readonly thresholdsCrossed: 99;
    readonly invalidInput: 104;
    readonly interrupted: 105;
    readonly outputBlocked: 106;
    readonly policyFailed: 107;
};
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
/** The one code a command ends with when it collected several; success when it collected none. */
export declare function worstExitCode(codes: readonly ExitCode[]): ExitCode;
