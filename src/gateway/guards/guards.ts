import { isUnderWay } from '../../traffic/requestFlag.js';
import type { RequestTable } from '../../traffic/requestTable.js';
import * as word from '../../traffic/word.js';
import type { Guard, RotationSwitch } from './guard.js';
import type { TriesUnderWay } from './triesUnderWay.js';
import * as verdict from './verdict.js';

/**
 * All guards of one service, as one.
 *
 * Hot: asked twice a try, where a scenario has guards.
 */
export class Guards {
  readonly #requests: RequestTable;
  readonly #all: readonly Guard[];
  /** What is under way to the service. */
  readonly load: TriesUnderWay;
  readonly #checking: readonly Guard[];
  readonly #counting: readonly Guard[];
  readonly #waiting: readonly Guard[];
  readonly #beginning: readonly Guard[];
  readonly #sending: readonly Guard[];
  readonly #hearing: readonly Guard[];

  constructor(guards: readonly Guard[], { requests, load }: { requests: RequestTable; load: TriesUnderWay }) {
    this.#requests = requests;
    this.#all = guards;
    this.load = load;
    this.#checking = guards.filter(({ check }) => check !== undefined);
    this.#counting = guards.filter(({ entered }) => entered !== undefined);
    this.#waiting = guards.filter(({ waits }) => waits !== undefined);
    this.#beginning = guards.filter(({ begins }) => begins !== undefined);
    this.#sending = guards.filter(({ sent }) => sent !== undefined);
    this.#hearing = guards.filter(({ ended }) => ended !== undefined);
  }

  start(gateway: RotationSwitch): void {
    for (const guard of this.#all) guard.start?.(gateway);
  }

  /** Whether one of its breakers is open now. */
  isOpen(): boolean {
    return this.#all.some((guard) => guard.isOpen?.() === true);
  }

  /** Whether the try may go to the service: the verdict of the first guard that objects. */
  enter(row: number): number {
    for (const guard of this.#checking) {
      const answer = guard.check?.(row) ?? verdict.go;
      if (answer !== verdict.go) return answer;
    }
    for (const guard of this.#counting) guard.entered?.(row);
    this.#requests.words[(row << 5) | word.flags] |= isUnderWay;
    this.load.add(row);
    return verdict.go;
  }

  /** Whether the try may wait for a slot. */
  wait(row: number): number {
    for (const guard of this.#waiting) {
      const answer = guard.waits?.(row) ?? verdict.go;
      if (answer !== verdict.go) return answer;
    }
    return verdict.go;
  }

  /** Whether the try may take a slot now. */
  begin(row: number): number {
    for (const guard of this.#beginning) {
      const answer = guard.begins?.(row) ?? verdict.go;
      if (answer !== verdict.go) return answer;
    }
    return verdict.go;
  }

  /** The try goes to this instance now. */
  sent(row: number, instance: number): void {
    for (const guard of this.#sending) guard.sent?.(row, instance);
  }

  /** An instance takes requests from now on. */
  ready(instance: number): void {
    for (const guard of this.#all) guard.ready?.(instance);
  }

  /** The try has ended so; nothing happens when it had ended before, or never entered. */
  ended(row: number, end: number): void {
    const { words } = this.#requests;
    const flags = (row << 5) | word.flags;
    if ((words[flags] & isUnderWay) === 0) return;
    words[flags] &= ~isUnderWay;
    this.load.remove(row);
    for (const guard of this.#hearing) guard.ended?.(row, end);
  }
}
