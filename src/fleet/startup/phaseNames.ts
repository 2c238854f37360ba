/** What a start goes through, in this order. */
export const phaseNames = ['node', 'image', 'weights', 'compile', 'graphs', 'init'] as const;
export type PhaseName = (typeof phaseNames)[number];

/** What a process that starts again in place has already. */
export const phasesOfPlace: readonly PhaseName[] = ['node', 'image'];
