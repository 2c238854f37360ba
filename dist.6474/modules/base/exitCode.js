/** The exit codes of the command line, k6's where it has one. The only place with these numbers. */
export const exitCode = {
    success: 0,
    internalError: 1,
    wrongUsage: 2,
    thresholdsCrossed: 99,
    invalidInput: 104,
    interrupted: 105,
    outputBlocked: 106,
    policyFailed: 107,
};
/** When several hold at once the first of this list wins (docs/ci.md, "Exit codes"). */
const precedence = [
    exitCode.internalError,
    exitCode.interrupted,
    exitCode.policyFailed,
    exitCode.outputBlocked,
    exitCode.thresholdsCrossed,
];
/** The one code a command ends with when it collected several; success when it collected none. */
export function worstExitCode(codes) {
    return precedence.find((code) => codes.includes(code)) ?? codes.find((code) => code !== exitCode.success) ?? 0;
}
