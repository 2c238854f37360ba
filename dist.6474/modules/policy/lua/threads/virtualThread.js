/** Yielded by a wait and by nothing else: Lua code cannot get hold of it. */
export const waitToken = { wait: true };
