/** vCPUs and memory as whole numbers, as Kubernetes adds them: thousandths and bytes. */
export interface Resources {
  readonly millis: number;
  readonly bytes: number;
}

/** What is free of a node. */
export interface Room {
  readonly zone: number;
  freeMillis: number;
  freeBytes: number;
}

/** What one instance requests, and where it may be. */
export interface Need extends Resources {
  /** Its service is in the zones below this number. */
  readonly zoneCount: number;
}

/** What an instance requests: a share of a unit counts as one. */
export function requested(vcpus: number, memoryBytes: number): Resources {
  return { millis: Math.max(1, Math.ceil(vcpus * 1e3 - 1e-6)), bytes: Math.ceil(memoryBytes) };
}

/** What a node has to give. */
export function offered(vcpus: number, memoryBytes: number): Resources {
  return { millis: Math.floor(vcpus * 1e3 + 1e-6), bytes: Math.floor(memoryBytes) };
}

/** Whether a node has room for one more. */
export function fits({ millis, bytes, zoneCount }: Need, { zone, freeMillis, freeBytes }: Room): boolean {
  return zone < zoneCount && millis <= freeMillis && bytes <= freeBytes;
}

/** How many of one need a node of this size holds. */
export function countPerNode({ millis, bytes }: Resources, size: Resources): number {
  const byMemory = bytes === 0 ? Number.POSITIVE_INFINITY : Math.floor(size.bytes / bytes);
  return Math.min(Math.floor(size.millis / millis), byMemory);
}

/** So many instances with the same need. */
export interface Needs {
  readonly need: Need;
  readonly count: number;
}

/** What new nodes would look like. */
export interface NewNodes {
  readonly size: Resources;
  /** At most so many. */
  readonly maxCount: number;
  /** Where the next one would be, among the zones below a number; -1 where none can be. */
  zoneFor(zoneCount: number, added: readonly Room[]): number;
}

/**
 * First-fit decreasing: the largest first, each into the first room that holds it, else into a new node.
 *
 * Cluster Autoscaler's estimate of the nodes that pending pods need (estimator/binpacking_estimator.go). Alike instances go on where
 * the one before them found room, so it takes O(rooms) a need and O(1) an instance.
 *
 * @param rooms what is coming anyway; filled by the way
 * @returns the new nodes, with what is left of each
 */
export function packDecreasing(needs: readonly Needs[], rooms: readonly Room[], { size, ...more }: NewNodes): Room[] {
  const added: Room[] = [];
  const share = ({ millis, bytes }: Need) => millis / size.millis + (size.bytes === 0 ? 0 : bytes / size.bytes);
  const newRoom = (need: Need): Room | undefined => {
    if (added.length >= more.maxCount) return undefined;
    const zone = more.zoneFor(need.zoneCount, added);
    const room = { zone, freeMillis: size.millis, freeBytes: size.bytes };
    if (zone < 0 || !fits(need, room)) return undefined;
    added.push(room);
    return room;
  };
  for (const { need, count } of [...needs].sort((a, b) => share(b.need) - share(a.need))) {
    let next = 0;
    for (let packed = 0; packed < count; packed++) {
      while (next < rooms.length + added.length && !fits(need, rooms[next] ?? added[next - rooms.length])) next++;
      const room = rooms[next] ?? added[next - rooms.length] ?? newRoom(need);
      if (room === undefined) break;
      room.freeMillis -= need.millis;
      room.freeBytes -= need.bytes;
    }
  }
  return added;
}
