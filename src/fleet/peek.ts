import type { InstanceTable } from './instanceTable.js';
import type { Serving } from './serving.js';

/** Lets `read` see an instance as of now and leaves it as it was: a touch more would round its sums another way. */
export function peek(serving: Serving, table: InstanceTable, instance: number, read: () => void): void {
  // Most instances of a large fleet do nothing, and then only the instant would move, which nobody reads.
  if (!serving.hasBackground && table.inside[instance] === 0) {
    read();
    return;
  }
  const { work, backgroundVcpuSeconds, startupVcpuSeconds } = table;
  const before = work.slice(instance << 3, (instance + 1) << 3);
  const [background, startup] = [backgroundVcpuSeconds[instance], startupVcpuSeconds[instance]];
  serving.touch(instance);
  read();
  work.set(before, instance << 3);
  backgroundVcpuSeconds[instance] = background;
  startupVcpuSeconds[instance] = startup;
}
