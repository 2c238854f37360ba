import type { Options } from './options.js';
/** The file of `--events`: a worker writes the temporary one, which takes its place when the run has ended. */
export declare class EventsOutput {
    #private;
    readonly path: string;
    private constructor();
    /**
     * Makes the temporary file, so that what is in the way shows before anything runs.
     *
     * @returns undefined without `--events` @throws ProblemError with exit code 2 or 106
     */
    static of({ events, replication }: Options): EventsOutput | undefined;
    /** What the worker writes to. */
    get temporary(): string;
    /** Carries out the run. The file is replaced when it has ended, and left as it was otherwise. */
    during<T>(run: () => Promise<T>, hasEnded: (result: T) => boolean): Promise<T>;
}
