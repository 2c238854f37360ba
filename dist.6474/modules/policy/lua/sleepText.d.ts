/**
 * Seconds of a shell command that sleeps: `sleep 60`, `sleep .5`, `sleep 1m 30s` (coreutils adds its arguments up).
 *
 * @returns undefined when the command is anything else
 */
export declare function parseSleep(command: string): number | undefined;
