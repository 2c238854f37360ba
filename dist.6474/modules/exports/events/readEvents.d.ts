import { type EventFields, type EventKind } from '../../record/runEvents.js';
/** An event of one of these kinds. */
export type EventOf<Kind extends EventKind> = {
    [K in Kind]: {
        readonly kind: K;
        readonly time_s: number;
    } & Readonly<EventFields<K>>;
}[Kind];
/**
 * The events of some kinds in a file that `--events` wrote, in its order, which is that of time; the file is never held whole.
 *
 * @throws ProblemError for a line that is no event, or one that is earlier than the line before
 */
export declare function readEvents<const Kind extends EventKind>(file: string, kinds: readonly Kind[]): Generator<EventOf<Kind>>;
