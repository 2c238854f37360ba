import type { InstanceObservation, MetricValues, Observation } from '../../observation.js';
/** An observation as the host gives it. A text in place of a value is what went wrong. */
export interface ObservationView {
    readonly plain: Observation;
    metrics(): MetricValues | string;
    perInstance(): readonly InstanceObservation[] | string;
    history(name: string, span: string): readonly (readonly [number, number])[] | string;
}
/** Asks a view. @throws an error of the realm */
export type ReadView = <Answer>(view: ObservationView, what: 'metrics' | 'perInstance' | 'history', name?: string, span?: string) => Answer;
/**
 * Reads an observation of the host. As in `shielded` its errors stay outside, here without closures for each observation.
 *
 * Runs inside the realm, by its text.
 */
export declare function viewReader(world: typeof globalThis): ReadView;
