/**
 * What kept a policy of its own from asking for more: a rate limit, a wait after an action (warm-up too), a window over its
 * recommendations, its own maximum, or a pause. What only keeps it from shrinking is none: a rise in need does not wait for it.
 */
export const heldByNames = ['limit', 'cooldown', 'stabilization', 'bounds', 'paused'];
