/** What a service's instances did since the run began, and could do now. */
export interface ServiceUse {
  readonly busyVcpuSeconds: number;
  readonly slotSeconds: number;
  /** Of ready and draining instances. */
  readonly vcpus: number;
  /** Infinity where slots are unlimited, or where each request gets an instance of its own. */
  readonly slots: number;
  readonly isWaiting: boolean;
}

/** What a service has nothing left of. */
export type Bottleneck = 'cpu' | 'slots' | 'instances';

interface Spell {
  readonly fromSeconds: number;
  untilSeconds: number;
}

/** So busy that whoever comes waits: above it a queue grows with every burst. */
export const saturatedRatio = 0.95;
/** Long enough that a burst of a few requests is none. */
const WINDOW_SECONDS = 10;
const WINDOW_LIMIT = 100_000;

export function saturationWindowSeconds(spanSeconds: number): number {
  return Math.max(WINDOW_SECONDS, spanSeconds / WINDOW_LIMIT);
}

/** When one service had no more to give, by windows of the span; only where a class calls. */
export class SaturationLog {
  readonly spells: Spell[] = [];
  /** What ran out in the first saturated window. */
  firstBy: Bottleneck | undefined;
  windowCount = 0;
  saturatedCount = 0;
  #busyVcpuSeconds = 0;
  #slotSeconds = 0;

  /** The span begins. */
  begin({ busyVcpuSeconds, slotSeconds }: ServiceUse): void {
    this.#busyVcpuSeconds = busyVcpuSeconds;
    this.#slotSeconds = slotSeconds;
  }

  /** A window is over. */
  note(use: ServiceUse, fromSeconds: number, untilSeconds: number): void {
    const by = this.#bottleneckOf(use, untilSeconds - fromSeconds);
    this.begin(use);
    this.windowCount++;
    if (by === undefined) return;
    this.saturatedCount++;
    this.firstBy ??= by;
    const last = this.spells.at(-1);
    if (last?.untilSeconds === fromSeconds) last.untilSeconds = untilSeconds;
    else this.spells.push({ fromSeconds, untilSeconds });
  }

  #bottleneckOf(use: ServiceUse, seconds: number): Bottleneck | undefined {
    const { busyVcpuSeconds, slotSeconds, vcpus, slots, isWaiting } = use;
    if (vcpus === 0) return isWaiting ? 'instances' : undefined;
    if (busyVcpuSeconds - this.#busyVcpuSeconds >= saturatedRatio * vcpus * seconds) return 'cpu';
    return slotSeconds - this.#slotSeconds >= saturatedRatio * slots * seconds ? 'slots' : undefined;
  }
}
