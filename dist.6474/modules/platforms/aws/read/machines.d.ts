import type { SourceDocument } from '../../../base/document.js';
type Fields = Readonly<Record<string, unknown>>;
/** A resource that says what an instance or a task is: a launch template or configuration, a service or task definition of ECS. */
export interface Machine {
    readonly kind: 'template' | 'service' | 'task';
    /** By which other resources refer to it. */
    readonly names: readonly string[];
    /** In the names of the APIs, as far as they are read. */
    readonly fields: Fields;
}
/** The machines of a plan, state or template. */
export declare function machinesIn({ value }: SourceDocument): Machine[];
/**
 * The machine of a kind that a text refers to; the only one there is where it refers to none.
 *
 * @param reference anything that holds the names of what is referred to, in quotes once it is JSON
 */
export declare function machineFor(machines: readonly Machine[], kind: Machine['kind'], reference: unknown): Machine | undefined;
export {};
