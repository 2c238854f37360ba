/** What a policy can read besides its observation, each a thing that differs between two places it may run in. */
export const hiddenInputs = ['clock', 'environment', 'random', 'order'] as const;
export type HiddenInput = (typeof hiddenInputs)[number];

/**
 * How a hidden input is shown to a policy: `natural` as the runtime has it; `pinned` the same everywhere; `moved` the same
 * everywhere, and other than pinned.
 */
type TwistMode = 'natural' | 'pinned' | 'moved';

export type Twist = Readonly<Record<HiddenInput, TwistMode>>;

export const natural: Twist = { clock: 'natural', environment: 'natural', random: 'natural', order: 'natural' };
export const pinned: Twist = { clock: 'pinned', environment: 'pinned', random: 'pinned', order: 'pinned' };
export const somewhereElse: Twist = { clock: 'moved', environment: 'moved', random: 'moved', order: 'moved' };

export function isNatural(twist: Twist): boolean {
  return hiddenInputs.every((input) => twist[input] === 'natural');
}

/** A prime, so that no period of seconds, minutes or days hides the move; 115 days. */
export const clockMoveSeconds = 10_000_019;
/** What a variable that is not set reads as elsewhere. */
export const movedVariable = '1';

/** Begins a line that a twisted policy logs about itself: kind of input, how it was read, where. */
export const useMark = '\u0001use';

/** One reading of a hidden input. */
export interface HiddenUse {
  readonly input: HiddenInput;
  /** As it stands in the policy: `os.time`. */
  readonly name: string;
  /** `file.lua:12`, as far as it is known. */
  readonly place: string;
}

/** The readings among the lines that a play logged, each once. */
export function usesOf(lines: readonly string[]): HiddenUse[] {
  const found = new Map<string, HiddenUse>();
  for (const line of lines) {
    const [mark, kind, name, place] = line.split('\t');
    const input = hiddenInputs.find((one) => one === kind);
    if (mark !== useMark || input === undefined) continue;
    found.set(line, { input, name, place });
  }
  return [...found.values()];
}
